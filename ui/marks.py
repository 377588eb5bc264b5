"""A function's mark on screen: its letter on its shape in its colour."""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF, QTransform

from ui import fonts
from ui.theme import Theme
from workshop.faces import BOLD
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


_LETTER_AT = {"shield": 0.46, "drop": 0.60, "pentagon": 0.54}
"""Where the middle of the letter stands, from the top, where that is not half-way."""

_LETTER_PART = 0.56
_LETTERS_PART = 0.4
_RING_INSET, _RING_WIDTH = 0.79, 0.06
"""The ring: the shape once more at this part of its size, as a line of this part's width."""


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
    painter.translate(side * (1 - _RING_INSET) / 2, side * (1 - _RING_INSET) / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, max(1.0, side * _RING_WIDTH)))
    painter.drawPath(_sized(shape, side * _RING_INSET))
    painter.restore()


def _paint_letters(painter: QPainter, mark: HasMark, side: float, colour: QColor) -> None:
    part = _LETTER_PART if len(mark.letter) == 1 else _LETTERS_PART
    painter.setFont(fonts.sans(max(1, round(side * part)), BOLD))
    painter.setPen(colour)
    middle = side * _LETTER_AT.get(mark.shape, 0.5)
    line = painter.fontMetrics()
    left = (side - line.horizontalAdvance(mark.letter)) / 2
    painter.drawText(QPointF(left, middle + line.capHeight() / 2), mark.letter)


def _sized(shape: str, side: float) -> QPainterPath:
    return QTransform.fromScale(side, side).map(_outline(shape))


@cache
def _outline(shape: str) -> QPainterPath:
    """The shape in a unit square, y down. Sizes are chosen so that all look equally big."""
    path = QPainterPath()
    if shape == "circle":
        path.addEllipse(QRectF(0.02, 0.02, 0.96, 0.96))
    elif shape == "square":
        path.addRect(QRectF(0.06, 0.06, 0.88, 0.88))
    elif shape == "shield":
        _add_shield(path)
    elif shape == "drop":
        _add_drop(path)
    else:
        path.addPolygon(QPolygonF(_corners(shape)))
        path.closeSubpath()
    return path


def _corners(shape: str) -> list[QPointF]:
    if shape == "hexagon":
        return _regular(6, 0.5, 0.0, 0.5)
    if shape == "octagon":
        return _regular(8, 0.515, 1 / 16, 0.5)
    if shape == "pentagon":
        return _regular(5, 0.525, -0.25, 0.535)
    return _regular(4, 0.5, -0.25, 0.5)


def _regular(corners: int, radius: float, turn: float, middle: float) -> list[QPointF]:
    """A regular polygon, its first corner `turn` of a circle from the right."""
    angles = (2 * pi * (turn + corner / corners) for corner in range(corners))
    return [QPointF(0.5 + radius * cos(a), middle + radius * sin(a)) for a in angles]


def _add_shield(path: QPainterPath) -> None:
    path.moveTo(0.03, 0.04)
    path.lineTo(0.97, 0.04)
    path.lineTo(0.97, 0.54)
    path.cubicTo(0.97, 0.76, 0.74, 0.88, 0.5, 1.0)
    path.cubicTo(0.26, 0.88, 0.03, 0.76, 0.03, 0.54)
    path.closeSubpath()


def _add_drop(path: QPainterPath) -> None:
    path.moveTo(0.5, 0.0)
    path.cubicTo(0.67, 0.16, 0.93, 0.34, 0.93, 0.58)
    path.cubicTo(0.93, 0.82, 0.74, 1.0, 0.5, 1.0)
    path.cubicTo(0.26, 1.0, 0.07, 0.82, 0.07, 0.58)
    path.cubicTo(0.07, 0.34, 0.33, 0.16, 0.5, 0.0)
    path.closeSubpath()
