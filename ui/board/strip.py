"""The heads of lanes at the top of a canvas: they keep their size, and stay in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter

from workshop.board.piles import PileBox
from workshop.board.sheet import Pile

if TYPE_CHECKING:
    from ui.board.canvas import BoardCanvas

BELOW = 6
"""Space between the strip and the first notes, for the outline of the selected."""


class HeadStrip:
    """The strip above the lanes of a canvas. It has no height in the other arrangements."""

    def __init__(self, canvas: BoardCanvas) -> None:
        self._canvas = canvas

    @property
    def height(self) -> int:
        """In pixels, at any scale."""
        lanes = self._canvas.board.sheet.arrangement == "lanes"
        return round(self._canvas.painter.style.head) - BELOW if lanes else 0

    def rect(self) -> QRect:
        """Its pixels."""
        return QRect(0, 0, self._canvas.width(), self.height)

    def pile_at(self, at: QPointF) -> Pile | None:
        """The lane whose head is at a pixel."""
        if at.y() >= self.height:
            return None
        lanes = self._canvas.board.piles
        return next((lane.pile for lane in lanes if self._box(lane).contains(at)), None)

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Paint the heads in a rectangle of pixels, each above its lane."""
        strip = self.rect().intersected(rect)
        if strip.isEmpty():
            return
        board = self._canvas.painter
        painter.setClipRect(strip)
        painter.fillRect(strip, board.look.ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for lane in self._canvas.board.piles:
            box = self._box(lane)
            if box.intersects(QRectF(strip)):
                board.heads.paint_lane_head(painter, box, lane.pile)

    def _box(self, lane: PileBox) -> QRectF:
        """The pixels of a lane's head: above what is in sight of the lane, apart from the next."""
        view, style = self._canvas.viewport, self._canvas.painter.style
        left, right = (edge * view.scale + view.x for edge in (lane.x, lane.area.right))
        apart = max(0.0, style.gap - style.lane_gap * view.scale)
        left = max(left, min(style.gap, lane.x * view.scale, right))
        return QRectF(left, 0, max(0.0, right - apart - left), self.height)
