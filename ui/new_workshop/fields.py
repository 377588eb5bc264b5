"""Fields of a form: a label above, what is typed, and a problem told right below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui import fonts
from ui.appearance import current
from ui.theme import BODY, CONTROL_HEIGHT, GAP, SECONDARY, SMALL, TIGHT
from ui.widgets.plain import button, label, tip
from workshop.faces import SEMIBOLD
from workshop.frozen import frozen

T = TypeVar("T")

_STEP_BUTTON = 36


class Field(QWidget):
    """A label, something to type into or to press, and room for one sentence."""

    def __init__(self, name: str, inside: QWidget, *beside: QWidget, fills: bool = True) -> None:
        super().__init__()
        self._inside = inside
        self.name = label(name, fonts.sans(SMALL, SEMIBOLD), "second")
        self.name.setBuddy(inside)
        self._words = label("", fonts.sans(SECONDARY), "warn")
        self._words.setWordWrap(True)
        self._words.hide()
        if not inside.accessibleName():
            inside.setAccessibleName(name)
        row = QHBoxLayout()
        row.setSpacing(TIGHT)
        row.addWidget(inside, 1 if fills else 0)
        for each in beside:
            row.addWidget(each)
        if not fills:
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.name)
        column.addLayout(row)
        column.addWidget(self._words)

    def say(self, problem: str) -> None:
        """Tells what is wrong with what was typed; empty: nothing."""
        self._words.setText(problem)
        self._words.setVisible(bool(problem))
        self._inside.setAccessibleDescription(problem)
        self._outline()

    @property
    def said(self) -> str:
        """The problem that is told."""
        return self._words.text()

    def _outline(self) -> None:
        sheet = f"border-color: {current().warn};" if self.said else ""
        if self._inside.styleSheet() != sheet:
            self._inside.setStyleSheet(sheet)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._outline()


def line_edit(placeholder: str = "") -> QLineEdit:
    """A field for one line."""
    made = QLineEdit()
    made.setFont(fonts.sans(BODY))
    made.setPlaceholderText(placeholder)
    return made


@frozen
class Stepping(Generic[T]):
    """How values of a kind are read, shown and stepped; `step` gets None for an empty field."""

    read: Callable[[str], T]
    show: Callable[[T], str]
    step: Callable[[T | None, int], T]
    large: int
    """So many steps for PageUp and PageDown."""
    widest: str
    """What takes the most room of all that is shown."""
    wrong: str
    """Said when what was typed is none."""


class _StepLine(QLineEdit):
    """A field for one line that asks for steps; True: for large ones."""

    stepped = Signal(int, bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: (1, False),
            Qt.Key.Key_Down: (-1, False),
            Qt.Key.Key_PageUp: (1, True),
            Qt.Key.Key_PageDown: (-1, True),
        }
        if event.key() in steps:
            self.stepped.emit(*steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus() and event.angleDelta().y():
            self.stepped.emit(1 if event.angleDelta().y() > 0 else -1, False)
        else:
            event.ignore()


class StepField(Field, Generic[T]):
    """A value that is typed, or stepped by Up, Down, PageUp and PageDown, the wheel or buttons.
    What cannot be read stays as it was typed."""

    changed = Signal()

    def __init__(self, name: str, stepping: Stepping[T], words: tuple[str, str]) -> None:
        self._stepping = stepping
        self.line = _StepLine()
        self.line.setFont(fonts.sans(BODY))
        self.before, self.after = (_step_button(sign) for sign in ("−", "+"))
        super().__init__(name, self.line, self.before, self.after)
        for step, said in zip((self.before, self.after), words, strict=True):
            step.setAccessibleName(said)
            step.setToolTip(tip(said))
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self.settle)
        self.line.stepped.connect(self._stepped)

    def value(self) -> T | None:
        """What stands there; None where nothing does. Raises ValueError for what is no value."""
        text = self.line.text().strip()
        return self._stepping.read(text) if text else None

    def set_value(self, value: T | None) -> None:
        """Shows a value."""
        self.put_text("" if value is None else self._stepping.show(value))

    def put_text(self, text: str) -> None:
        """Shows a text as if it had been typed."""
        self.line.setText(text)
        self.line.setCursorPosition(0)
        self.say("")
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where a value would be cut the buttons are left out; the keys do the same."""
        super().resizeEvent(event)
        needed = self.line.fontMetrics().horizontalAdvance(self._stepping.widest) + 2 * GAP
        fits = self.width() >= needed + 2 * (_STEP_BUTTON + TIGHT)
        for each in (self.before, self.after):
            each.setVisible(fits)

    def step(self, by: int) -> None:
        """Goes so many steps on, or back where `by` is below zero."""
        try:
            found = self.value()
        except ValueError:
            found = None
        try:
            self._put(self._stepping.show(self._stepping.step(found, by)))
        except (OverflowError, ValueError):
            self.settle()

    def _stepped(self, sign: int, far: bool) -> None:
        self.step(sign * (self._stepping.large if far else 1))

    def settle(self) -> bool:
        """Shows what was typed in full, or says that it is none. False in that case."""
        try:
            found = self.value()
        except ValueError:
            self.say(self._stepping.wrong)
            return False
        shown = "" if found is None else self._stepping.show(found)
        if shown != self.line.text():
            self._put(shown)
        return True

    def _put(self, text: str) -> None:
        """Replaces the text so that Ctrl+Z brings back what was typed."""
        self.line.selectAll()
        self.line.insert(text)
        self.line.setCursorPosition(0)
        self._typed()

    def _typed(self) -> None:
        try:
            self.value()
        except ValueError:
            pass
        else:
            self.say("")
        self.changed.emit()


def _step_button(sign: str) -> QPushButton:
    made = button(sign, fonts.sans(BODY, SEMIBOLD))
    made.setFixedWidth(_STEP_BUTTON)
    made.setStyleSheet(f"min-height: {CONTROL_HEIGHT + 2}px; padding: 0;")
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Up and Down in the field do the same
    return made
