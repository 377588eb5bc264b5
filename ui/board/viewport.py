"""Which part of a board a widget shows: a scale, and a whole-pixel offset."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor

from PySide6.QtCore import QPoint, QPointF, QRect

from workshop.board.rect import Rect

LEAST_SCALE, MOST_SCALE = 0.05, 4.0


@dataclass(frozen=True, slots=True)
class Viewport:
    """Board units times `scale` plus the offset are the widget's pixels.

    The offset is whole, so that a pan can move what is already painted.
    """

    scale: float = 1.0
    x: int = 0
    y: int = 0

    def to_board(self, point: QPoint | QPointF) -> tuple[float, float]:
        """The place on the board under a pixel."""
        return (point.x() - self.x) / self.scale, (point.y() - self.y) / self.scale

    def area(self, rect: QRect) -> Rect:
        """The part of the board under a rectangle of pixels."""
        x, y = self.to_board(rect.topLeft())
        return Rect(x, y, rect.width() / self.scale, rect.height() / self.scale)

    def to_pixels(self, rect: Rect) -> QRect:
        """The pixels that a part of the board touches."""
        left, top = floor(rect.x * self.scale) + self.x, floor(rect.y * self.scale) + self.y
        right, bottom = ceil(rect.right * self.scale), ceil(rect.bottom * self.scale)
        return QRect(left, top, right + self.x - left, bottom + self.y - top)

    def panned(self, right: int, down: int) -> Viewport:
        """The same with the board moved by so many pixels."""
        return replace(self, x=self.x + right, y=self.y + down)

    def zoomed(self, scale: float, at: QPointF) -> Viewport:
        """At another scale, with the same place of the board at a pixel."""
        scale = max(LEAST_SCALE, min(MOST_SCALE, scale))
        x, y = self.to_board(at)
        return Viewport(scale, round(at.x() - x * scale), round(at.y() - y * scale))

    def within(self, content: Rect, window: QRect) -> Viewport:
        """Moved so that no space beside the content shows while some of the content does not.

        Content that is smaller than the window lies at its top left.
        """
        return replace(
            self,
            x=_held(self.x, content.x, content.width, window.x(), window.width(), self.scale),
            y=_held(self.y, content.y, content.height, window.y(), window.height(), self.scale),
        )


def fitting(content: Rect, window: QRect, most: float = 1.0) -> Viewport:
    """The viewport that shows all of the content, at no more than a scale."""
    wide = window.width() / max(1.0, content.width)
    high = window.height() / max(1.0, content.height)
    scale = max(LEAST_SCALE, min(most, wide, high))
    return Viewport(scale).within(content, window)


def _held(offset: int, start: float, length: float, at: int, size: int, scale: float) -> int:
    first = ceil(at - start * scale)
    last = floor(at + size - (start + length) * scale)
    return first if last >= first else max(last, min(first, offset))
