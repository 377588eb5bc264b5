"""The editor that lies over a note while its text is changed."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QRegion,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from ui.board.look import Look
from ui.translate import tr

MARGIN = 2
"""Space around the text in pixels: letters may stand out from their place."""
_LEAST_PX = 9
"""Text is edited no smaller than this, at whatever scale the board is shown."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteEditor(QPlainTextEdit):
    """Edits one note. Enter is done, Shift+Enter a new line, Esc leaves the note as it was."""

    done = Signal()
    cancelled = Signal()

    def __init__(self, note: int, text: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.note = note
        self.setPlainText(text)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Text of the note"))
        self.document().setDocumentMargin(MARGIN)
        self.setTabChangesFocus(True)
        self.colour(look)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def colour(self, look: Look) -> None:
        """Write as notes are written: no fill of its own, no border of a field."""
        ink, ground = look.ink.name(), look.surface.color().name()
        self.setStyleSheet(
            "QPlainTextEdit, QPlainTextEdit:focus {"
            f" background: transparent; color: {ink}; border: none; padding: 0;"
            f" selection-background-color: {ink}; selection-color: {ground}; }}"
        )

    def set_size(self, font: QFont, scale: float) -> None:
        """Write in the board's font at the board's scale."""
        scaled = QFont(font)
        scaled.setPixelSize(max(_LEAST_PX, round(font.pixelSize() * scale)))
        self.setFont(scaled)

    def lie_at(self, at: QPoint, width: int, seen: QRect) -> None:
        """Lie with the text there, as high as the text needs; only what is seen is shown.

        A longer text than there is room for scrolls. The editor keeps the focus even out of
        sight, so that what is typed goes nowhere else.
        """
        self.setGeometry(
            at.x() - MARGIN, at.y() - MARGIN, width + 2 * MARGIN, max(1, self.height())
        )
        lines = self.document().size().height()  # a plain text document counts lines
        high = ceil(QFontMetricsF(self.font()).lineSpacing())  # a line is never given less
        needed = round(lines * high) + 4 * MARGIN
        room = max(self.fontMetrics().lineSpacing(), seen.bottom() - self.y())
        self.resize(self.width(), min(needed, room))
        if needed <= room:  # typing scrolled to the cursor while there was less space
            self.verticalScrollBar().setValue(0)
        shown = self.geometry().intersected(seen).translated(-self.pos())
        self.setMask(QRegion(shown if not shown.isEmpty() else QRect(0, 0, 1, 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER and not shift:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keys that mean something else in the window belong to the text while it is edited."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and (
                event.text() or event.key() in _ENTER or event.key() == Qt.Key.Key_Escape
            ):
                event.accept()
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the board."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere keeps what was typed; another window or a menu is not elsewhere."""
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in stays:
            self.done.emit()
