"""The row above the lanes: mark, name and number of notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import fonts, marks
from ui.appearance import current
from ui.theme import BODY, CLOSE, SECONDARY
from ui.translate import plural
from workshop.board.sheet import Pile
from workshop.faces import SEMIBOLD

_HEIGHT, _MARK = 44, 22


class LaneHeads(QWidget):
    """Heads that stay in sight above lanes that scroll."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self._piles: Sequence[Pile] = ()
        self._lefts: Sequence[int] = ()
        self._wide = 0
        self._scrolled = 0

    def show_heads(self, piles: Sequence[Pile], lefts: Sequence[int], wide: int) -> None:
        """Shows the heads of these lanes at these places, in pixels of what scrolls below."""
        self._piles, self._lefts, self._wide = piles, lefts, wide
        names = [
            plural(pile.shown_count, "{name}: {count} note", "{name}: {count} notes",
                   name=pile.title)
            for pile in piles
        ]  # fmt: skip
        self.setAccessibleName(", ".join(names))
        self.update()

    def scroll_to(self, x: int) -> None:
        """Follows the lanes sideways."""
        self._scrolled = x
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for pile, left in zip(self._piles, self._lefts, strict=True):
            self._paint_head(painter, pile, left - self._scrolled)

    def _paint_head(self, painter: QPainter, pile: Pile, left: int) -> None:
        theme, middle = current(), Qt.AlignmentFlag.AlignVCenter
        box = QRectF(left, 0, self._wide, _HEIGHT)
        for mark in pile.marks:
            at = QRectF(box.left(), (_HEIGHT - _MARK) / 2, _MARK, _MARK)
            marks.paint(painter, at, mark, theme)
            box.setLeft(at.right() + CLOSE)
        count, small = str(pile.shown_count), fonts.sans(SECONDARY)
        painter.setFont(small)
        painter.setPen(QColor(theme.ink_2))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, count)
        box.setRight(box.right() - QFontMetricsF(small).horizontalAdvance(count) - CLOSE)
        name = fonts.sans(BODY, SEMIBOLD)
        painter.setFont(name)
        painter.setPen(QColor(theme.ink))
        shown = QFontMetricsF(name).elidedText(pile.title, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, shown)
