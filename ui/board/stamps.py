"""Marks of functions as small pictures: drawing one anew takes fifty times as long."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPixmap

from ui import marks
from ui.theme import Theme
from workshop.cards import Mark

_KEPT = 500


class MarkStamps:
    """The marks that a board shows, in the sizes in which it shows them."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._stamps: dict[tuple[Mark, int, float], QPixmap] = {}

    def paint(self, painter: QPainter, left: float, top: float, side: float, mark: Mark) -> None:
        """Paint a mark with its corner there, in the painter's units, on whole device pixels."""
        world, ratio = painter.worldTransform(), painter.device().devicePixelRatioF()
        at = world.map(QPointF(left, top)) * ratio
        stamp = self._stamp(mark, max(1, round(side * world.m11() * ratio)), ratio)
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(QPointF(round(at.x()), round(at.y())) / ratio, stamp)
        painter.restore()

    def _stamp(self, mark: Mark, pixels: int, ratio: float) -> QPixmap:
        key = (mark, pixels, ratio)
        found = self._stamps.get(key)
        if found is None:
            if len(self._stamps) >= _KEPT:
                self._stamps.clear()
            found = self._stamps[key] = marks.pixmap(mark, pixels, self._theme)
            found.setDevicePixelRatio(ratio)
        return found
