"""A function's mark on screen: its letter on its shape in its colour."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QTransform

from ui import fonts
from ui.theme import Theme
from workshop.faces import BOLD
from workshop.mark_shapes import LETTER_AT, RING_INSET, RING_WIDTH, letter_part, outline
from workshop.marks import letter_colour


class HasMark(Protocol):
    """What a mark is drawn from: a function, or a row of the table of presets."""

    @property
    def letter(self) -> str: ...
    @property
    def shape(self) -> str: ...
    @property
    def colour(self) -> str: ...
    @property
    def ring(self) -> bool: ...


def paint(painter: QPainter, box: QRectF, mark: HasMark, theme: Theme) -> None:
    """Paints a mark into a square box, given in the painter's units."""
    shown = theme.function_colour(mark.colour)
    letters = QColor(letter_colour(shown))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    side = box.width()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shown))
    painter.drawPath(_sized(mark.shape, side))
    if mark.ring:
        _paint_ring(painter, mark.shape, side, letters)
    _paint_letters(painter, mark, side, letters)
    painter.restore()


def pixmap(mark: HasMark, px: int, theme: Theme, scale: float = 1.0) -> QPixmap:
    """A mark `px` wide for places that take pictures only; `scale` is the display's."""
    made = QPixmap(round(px * scale), round(px * scale))
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(painter, QRectF(0, 0, px, px), mark, theme)
    painter.end()
    return made


def _paint_ring(painter: QPainter, shape: str, side: float, colour: QColor) -> None:
    painter.save()
    painter.translate(side * (1 - RING_INSET) / 2, side * (1 - RING_INSET) / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, max(1.0, side * RING_WIDTH)))
    painter.drawPath(_sized(shape, side * RING_INSET))
    painter.restore()


def _paint_letters(painter: QPainter, mark: HasMark, side: float, colour: QColor) -> None:
    part = letter_part(mark.letter)
    painter.setFont(fonts.sans(max(1, round(side * part)), BOLD))
    painter.setPen(colour)
    middle = side * LETTER_AT.get(mark.shape, 0.5)
    line = painter.fontMetrics()
    left = (side - line.horizontalAdvance(mark.letter)) / 2
    painter.drawText(QPointF(left, middle + line.capHeight() / 2), mark.letter)


def _sized(shape: str, side: float) -> QPainterPath:
    return QTransform.fromScale(side, side).map(_outline(shape))


@cache
def _outline(shape: str) -> QPainterPath:
    """The shape in a unit square, y down."""
    path = QPainterPath()
    steps: dict[str, Callable[..., None]] = {
        "move": path.moveTo,
        "line": path.lineTo,
        "curve": path.cubicTo,
    }
    for piece, numbers in outline(shape):
        steps[piece](*numbers)
    path.closeSubpath()
    return path
