"""Notes chosen by the number that people say: digits, then Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui import fonts
from ui.theme import BODY, CLOSE
from ui.translate import tr
from ui.widgets.plain import change_role, label

if TYPE_CHECKING:
    from ui.board.view import BoardView

_MOST_DIGITS = 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


class Numbers:
    """The number that is being typed over a view, shown in its lower left corner."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self.typed = ""
        self._chosen: tuple[int, ...] = ()
        self._shown = label("", fonts.sans(BODY), "chip", view)
        self._shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._shown.hide()

    @property
    def words(self) -> str:
        """What is shown."""
        return "" if self._shown.isHidden() else self._shown.text()

    def press(self, event: QKeyEvent) -> bool:
        """Take a digit, or what ends a number; return whether the key meant that."""
        key, digit = event.key(), event.text()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _MODIFIERS:
            return False
        if not modifiers and digit.isdecimal() and digit.isascii():
            self._type((self.typed + digit)[:_MOST_DIGITS])
        elif not self.typed:
            self._show("")
            return False
        elif key in _ENTER:
            self.take()
        elif key == Qt.Key.Key_Backspace:
            self._type(self.typed[:-1])
        elif key == Qt.Key.Key_Escape:
            self._type("")
        else:
            self.take()
            return False
        return True

    def take(self) -> None:
        """Select the note of the number, beside those of the numbers before it, and bring it into
        sight."""
        typed, self.typed = self.typed, ""
        if not typed:
            return
        note = self._note(typed)
        if note is None:
            self._show(tr("There is no note {number} here", number=typed), "warn")
            return
        self._show("")
        view, chosen = self._view, self._view.selection.notes
        going_on = chosen == self._chosen
        selection = view.selection.extended([note]) if going_on else view.selection.only(note)
        view.set_selection(selection.with_current(note))
        self._chosen = view.selection.notes
        view.show_current()

    def settle(self) -> None:
        """Take the number; the next one begins a new selection."""
        self.take()
        self._chosen = ()

    def _type(self, digits: str) -> None:
        self.typed = digits
        self._show(tr("Note {number}", number=digits) if digits else "")

    def _note(self, typed: str) -> int | None:
        boxes = self._view.board.notes.items()
        return next((note for note, box in boxes if box.card.number == int(typed)), None)

    def _show(self, words: str, role: str = "chip") -> None:
        self._shown.setVisible(bool(words))
        if words:
            change_role(self._shown, role)
            self._shown.setText(words)
            self._shown.adjustSize()
            self._shown.move(CLOSE, self._view.height() - self._shown.height() - CLOSE)
