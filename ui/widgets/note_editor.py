"""The field in which a note is edited in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from ui import fonts
from ui.appearance import current
from ui.theme import BODY, NOTE_RADIUS
from ui.translate import tr

INSET = 3
"""Room around the text in pixels: glyphs may stand out on the left of their place."""


class NoteEditor(QPlainTextEdit):
    """Enter finishes, Shift+Enter starts a line, Esc gives up. Losing the focus finishes too."""

    finished = Signal(bool)
    """The text is to be kept; whether the editor was left for another place."""
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(fonts.sans(BODY))
        self.setAccessibleName(tr("Text of the note"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.document().setDocumentMargin(INSET)
        self.note = 0
        self.begun_with = ""
        self.hide()

    def begin(self, note: int, text: str, colour: str | None) -> None:
        """Shows the text of a note, all of it selected for typing over or after."""
        self.note, self.begun_with = note, text
        self.setStyleSheet(_sheet(current().note_fill(colour)))
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        self.raise_()
        self.setFocus()

    def text_height(self) -> int:
        """The height that the text takes, in pixels."""
        lines = round(self.document().size().height())
        return max(1, lines) * self.fontMetrics().lineSpacing() + 2 * INSET

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.finished.emit(False)
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key == Qt.Key.Key_Tab:
            self.finished.emit(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if self.isVisible() and event.reason() not in passing:
            self.finished.emit(True)


def _sheet(fill: str) -> str:
    theme = current()
    return (
        f"background: {fill}; color: {theme.ink}; border: none;"
        f"border-radius: {NOTE_RADIUS}px; padding: 0;"
    )
