"""The line that notes are typed into: what its keys mean."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_MOST_PASTED = 100_000
"""Characters taken from the clipboard at once."""
_TURNS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
"""Keys that turn pages."""

_OF_WINDOW = (Qt.Key.Key_E, Qt.Key.Key_D, Qt.Key.Key_Left, Qt.Key.Key_Right)
"""With Ctrl these act on notes and stages whatever is typed, though a line could move by words or
delete with them: what their buttons print always holds."""


class CaptureLine(QLineEdit):
    """A line edit whose Enter, Tab, Up and Esc belong to the capture bar."""

    entered = Signal(str)
    """Enter."""
    pasted = Signal(str)
    """Several lines were pasted into the empty line."""
    turned = Signal(int)
    """Tab (1) or Shift+Tab (-1)."""
    last_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.before_paste: Callable[[], bool] = lambda: False
        """Is asked before anything is pasted; True: it took what is on the clipboard."""
        self.setMaxLength(_MOST_PASTED)
        self.before_all: Callable[[QKeyEvent], bool] = lambda _: False
        """Is asked for each key first; True: it was meant for something else."""

    @property
    def masked(self) -> bool:
        """Whether the words that are typed are not shown."""
        return self.echoMode() == QLineEdit.EchoMode.NoEcho

    def hide_words(self, masked: bool) -> None:
        """Hides the words that are typed, or shows them."""
        echo = QLineEdit.EchoMode
        self.setEchoMode(echo.NoEcho if masked else echo.Normal)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_for_window(event):
                event.ignore()
                return False
            if event.type() == QEvent.Type.KeyPress and (
                self.before_all(event) or self._take(event)
            ):
                return True
        return super().event(event)

    def _is_for_window(self, event: QKeyEvent) -> bool:
        """Whether a key that a line edit would keep is offered to the window first, which passes
        it back when it has no use for it."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            return not (self.text() and self.isRedoAvailable())
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in _OF_WINDOW:
            return True
        words = (
            QKeySequence.StandardKey.SelectNextWord,
            QKeySequence.StandardKey.SelectPreviousWord,
        )
        return not self.text() and any(event.matches(key) for key in words)

    def _take(self, event: QKeyEvent) -> bool:
        """Does what a key means here; False for keys that mean what they always do."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        if event.matches(QKeySequence.StandardKey.Paste):
            return self.before_paste() or self._paste_lines()
        if key == Qt.Key.Key_Tab and plain:
            self.turned.emit(1)
        elif key == Qt.Key.Key_Backtab:
            self.turned.emit(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.entered.emit(self.text())
        elif key == Qt.Key.Key_Up and plain and not self.text():
            self.last_wanted.emit()
        elif key == Qt.Key.Key_Escape and plain:
            self.left.emit()
        elif key in _TURNS and plain and not self.text():
            event.ignore()  # the window has a use for what moves no cursor
        else:
            return False
        return True

    def _paste_lines(self) -> bool:
        """Several lines are several notes; one line is pasted as usual."""
        text = QGuiApplication.clipboard().text()[:_MOST_PASTED]
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or self.text().strip():
            return False
        self.pasted.emit(text)
        return True
