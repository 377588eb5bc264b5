"""One note: a card that paints itself, can have the focus, and can be read aloud."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import fonts, marks
from ui.appearance import current
from ui.theme import BODY, CLOSE, NOTE_RADIUS, SECONDARY
from ui.translate import plural, tr
from ui.widgets.text_block import TextBlock
from workshop.cards import Card

EDGE = 4
_PAD_LEFT, _PAD_RIGHT, _PAD_TOP, _PAD_BOTTOM = EDGE + 14, CLOSE, CLOSE, CLOSE - 2
_FOOT, _ABOVE_FOOT = 18, 4
"""Height of the line of author and number, and the room above it."""
RING = 4
"""Room around a card for the line that shows the chosen one."""
_MARK = 18

_MOVES = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class NoteCard(QWidget):
    """Shows one `Card`. Its widget is `RING` pixels wider than the card on every side."""

    chosen = Signal(int)
    move_wanted = Signal(int, int)
    edit_wanted = Signal(int)
    delete_wanted = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.card = Card(note=0, number=None, text="")
        self._is_chosen = self._is_edited = False
        self._block: TextBlock | None = None

    def show_card(self, card: Card) -> None:
        """Takes what is to be shown."""
        if card == self.card:
            return
        if (card.text, card.names_function) != (self.card.text, self.card.names_function):
            self._block = None
        self.card = card
        self.setAccessibleName(self._spoken())
        self.update()

    def show_chosen(self, is_chosen: bool) -> None:
        """Draws a line around the chosen note, a strong one while it has the focus."""
        if is_chosen != self._is_chosen:
            self._is_chosen = is_chosen
            self.update()

    def show_editing(self, is_edited: bool) -> None:
        """While its text is being edited, a note looks as if it had the focus."""
        self._is_edited = is_edited
        self.update()

    def height_for(self, width: int) -> int:
        """The height of the widget when it is `width` wide."""
        return self._text(width).height + self.frame_height()

    def frame_height(self) -> int:
        """What is above and below the text."""
        return _PAD_TOP + _ABOVE_FOOT + _FOOT + _PAD_BOTTOM + 2 * RING

    def text_box(self) -> QRectF:
        """Where the text stands, in the widget's pixels."""
        below = _PAD_BOTTOM + _FOOT + _ABOVE_FOOT
        return self._card_box().adjusted(_PAD_LEFT, _PAD_TOP, -_PAD_RIGHT, -below)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height_for(self.width()))

    def _text(self, width: int) -> TextBlock:
        mark = _MARK if self.card.names_function else 0
        room = width - 2 * RING - _PAD_LEFT - _PAD_RIGHT - mark
        if self._block is None or self._block.room != room:
            self._block = TextBlock(self.card.text, fonts.sans(BODY), room)
        return self._block

    def _card_box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)

    def _spoken(self) -> str:
        card = self.card
        whose = card.mark.name if card.mark else tr("No function")
        if card.number is None:
            return tr("{whose}: {words}", whose=whose, words=card.text)
        return tr("Note {nr}, {whose}: {words}", nr=card.number, whose=whose, words=card.text)

    def _foot_words(self) -> str:
        if self.card.saving:
            return tr("saving")
        merged = plural(self.card.merged, "{count} merged", "{count} merged")
        return "   ".join([self.card.author, *([merged] if self.card.merged else [])]).strip()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, box = current(), self._card_box()
        colour = self.card.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.note_edge(colour)))
        painter.drawRoundedRect(box, NOTE_RADIUS, NOTE_RADIUS)
        painter.setClipRect(box.adjusted(EDGE, 0, 0, 0))
        painter.setBrush(QColor(theme.note_base))
        painter.drawRoundedRect(box, NOTE_RADIUS, NOTE_RADIUS)
        painter.setBrush(QColor(theme.note_fill(colour)))
        painter.drawRoundedRect(box, NOTE_RADIUS, NOTE_RADIUS)
        painter.setClipping(False)
        if self._is_chosen:
            self._paint_ring(painter, box)
        self._paint_words(painter, box)

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        theme, strong = current(), self.hasFocus() or self._is_edited
        painter.setPen(QPen(QColor(theme.accent if strong else theme.ink_3), 2 if strong else 1))
        ring = box.adjusted(-RING + 1, -RING + 1, RING - 1, RING - 1)
        painter.drawRoundedRect(ring, NOTE_RADIUS + 2, NOTE_RADIUS + 2)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        theme, mark = current(), self.card.mark
        painter.setPen(QColor(theme.ink))
        self._text(self.width()).paint(painter, box.left() + _PAD_LEFT, box.top() + _PAD_TOP)
        if self.card.names_function and mark is not None:
            at = QPointF(box.right() - _PAD_RIGHT - _MARK, box.top() + _PAD_TOP)
            marks.paint(painter, QRectF(at.x(), at.y(), _MARK, _MARK), mark, theme)
        foot = QRectF(
            box.left() + _PAD_LEFT,
            box.bottom() - _PAD_BOTTOM - _FOOT,
            box.width() - _PAD_LEFT - _PAD_RIGHT,
            _FOOT,
        )
        painter.setFont(fonts.sans(SECONDARY))
        painter.setPen(QColor(theme.note_ink_2))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(foot, middle | Qt.AlignmentFlag.AlignLeft, self._foot_words())
        number = "" if self.card.number is None else str(self.card.number)
        painter.drawText(foot, middle | Qt.AlignmentFlag.AlignRight, number)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit(self.card.note)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The press is for this card, which Qt gives the focus, and not for what lies below it."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.edit_wanted.emit(self.card.note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _MOVES:
            self.move_wanted.emit(*_MOVES[key])
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit(self.card.note)
        elif plain and key == Qt.Key.Key_Delete:
            self.delete_wanted.emit(self.card.note)
        elif plain and key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
