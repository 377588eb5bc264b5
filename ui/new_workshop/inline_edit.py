"""Fields that stand inside a list: one to change what is there, one to add to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import fonts
from ui.theme import BODY, TIGHT

PLACEHOLDER = "placeholder-text-color: palette(placeholder-text);"
"""Of itself a style sheet pales placeholders until they cannot be read."""
_BARE = (
    f"QLineEdit {{ min-height: 32px; {PLACEHOLDER} }}"
    "QLineEdit:!focus { border-color: transparent; background: transparent; }"
)
_MOST_PASTED = 200_000
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def is_redo(event: QKeyEvent) -> bool:
    """Whether a key asks to do again what was undone: also Ctrl+Y where the system has another."""
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return event.matches(QKeySequence.StandardKey.Redo) or (control and event.key() == Qt.Key.Key_Y)


class InlineEdit(QLineEdit):
    """Lies over what it changes. Enter or leaving it finishes, Esc gives up."""

    finished = Signal(str)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._owner = parent
        self.setFont(fonts.sans(BODY))
        self.setAccessibleName(name)
        self.setStyleSheet(f"min-height: 0; padding: 0 {TIGHT}px;")
        self._before = ""
        self._open = False
        self.hide()

    def begin(self, text: str) -> None:
        """Shows a text to change."""
        self._before, self._open = text, True
        self.setText(text)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.end(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._finish(keep=True)
        elif key == Qt.Key.Key_Escape:
            self._finish(keep=False)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.accept()  # the list must not move on from under what is typed
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self._close()

    def _finish(self, keep: bool) -> None:
        if not keep:
            self.setText(self._before)
        # First the focus, or hiding the field would pass it on to whatever comes next.
        self._owner.setFocus(Qt.FocusReason.OtherFocusReason)
        self._close()

    def _close(self) -> None:
        """Hides the field; an empty text leaves things as they were."""
        if not self._open:
            return
        self._open = False
        text = self.text().strip()
        self.hide()
        if text and text != self._before:
            self.finished.emit(text)


class AddLine(QLineEdit):
    """The last line of a list: what is typed there is added by Enter, and the next can be typed."""

    entered = Signal(str)
    lines_pasted = Signal(str)
    """Several lines at once."""
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, placeholder: str, *, framed: bool = False) -> None:
        super().__init__()
        self.setStyleSheet(PLACEHOLDER if framed else _BARE)
        self.setFont(fonts.sans(BODY))
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.text().strip():
                self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.selectAll()
            self.del_()  # Ctrl+Z brings it back
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            self.undo_wanted.emit()
        elif is_redo(event) and not self.isRedoAvailable():
            self.redo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and self._paste_lines():
            event.accept()
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        """What was typed has been added."""
        self.setText("")

    def _paste_lines(self) -> bool:
        text = QGuiApplication.clipboard().text()[:_MOST_PASTED]
        if len([line for line in text.splitlines() if line.strip()]) < 2:
            return False
        self.lines_pasted.emit(text)
        return True
