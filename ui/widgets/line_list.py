"""A short list of lines that can be added to and struck from, in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import fonts
from ui.home.key_button import KeyButton
from ui.theme import BODY, CLOSE, LEAD
from ui.translate import tr
from ui.widgets.plain import label


class LineList(QWidget):
    """Each line with a button that strikes it; Enter in the field below adds one."""

    changed = Signal(list)
    """The lines as they are wanted."""
    left = Signal()
    """Esc: the focus may go back to where it came from."""

    def __init__(self, invitation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[str] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(CLOSE)
        self.strike_buttons: list[KeyButton] = []
        self.line = _Line(self)
        self.line.setFont(fonts.sans(BODY))
        self.line.setPlaceholderText(invitation)
        self.line.setAccessibleName(invitation)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CLOSE)
        column.addLayout(self._rows)
        column.addWidget(self.line)
        self.line.returnPressed.connect(self._add)

    @property
    def lines(self) -> list[str]:
        """What stands there."""
        return list(self._lines)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Shows these; what is being typed below them stays."""
        if list(lines) == self._lines:
            return
        had_focus = any(button.hasFocus() for button in self.strike_buttons)
        self._lines, self.strike_buttons = list(lines), []
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, text in enumerate(self._lines):
            self._rows.addWidget(self._row(at, text))
        if had_focus:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, at: int, text: str) -> QWidget:
        row = QWidget()
        words = label(text, fonts.sans(LEAD))
        words.setWordWrap(True)
        strike = KeyButton(tr("Strike"), quiet=True)
        strike.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        strike.setAccessibleName(tr("Strike “{line}”", line=text))
        strike.clicked.connect(partial(self._strike, at))
        self.strike_buttons.append(strike)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(words, 1)
        line.addWidget(strike, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _strike(self, at: int, _checked: bool = False) -> None:
        self.changed.emit([*self._lines[:at], *self._lines[at + 1 :]])

    def _add(self) -> None:
        text = " ".join(self.line.text().split())
        if text:
            self.changed.emit([*self._lines, text])

    def accept(self) -> None:
        """What was typed is kept: the field is free for the next line."""
        self.line.setText("")  # and with it what could be undone in the field


class _Line(QLineEdit):
    def __init__(self, owner: LineList) -> None:
        super().__init__(owner)
        self._owner = owner

    def event(self, event: QEvent) -> bool:
        """Undo is the field's while there is something to undo in it, and the window's after."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            mine = self.isUndoAvailable() or self.isRedoAvailable()
            if not mine and (event.matches(keys.Undo) or event.matches(keys.Redo)):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._owner.left.emit()
        else:
            super().keyPressEvent(event)
