"""The signs of the five grades of evidence, and of a change that is not on disk yet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

_FULL_TURN = 360 * 16
_LINE_PART = 0.11
"""Width of the outline as a part of the sign's size."""


def paint_evidence(painter: QPainter, box: QRectF, grade: str, colour: QColor) -> None:
    """Paint a grade: guess an empty ring, told a half disc, seen a full one, measurable a half
    square, measured a full one."""
    line = box.width() * _LINE_PART
    rim = box.adjusted(line, line, -line, -line)
    painter.setPen(QPen(colour, line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    square = grade in {"measurable", "measured"}
    if square:
        painter.drawRect(rim)
    else:
        painter.drawEllipse(rim)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if grade == "seen":
        painter.drawEllipse(rim)
    elif grade == "told":
        painter.drawPie(rim, _FULL_TURN // 4, _FULL_TURN // 2)
    elif grade == "measured":
        painter.drawRect(rim)
    elif grade == "measurable":
        painter.drawRect(QRectF(rim.x(), rim.y(), rim.width() / 2, rim.height()))


def paint_saving(painter: QPainter, corner: QPointF, size: float, colour: QColor) -> None:
    """Paint three dots that end at a corner: this is not on disk yet."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for place in range(3):
        x = corner.x() - size * (2 * place + 1)
        painter.drawEllipse(QRectF(x, corner.y(), size, size))
