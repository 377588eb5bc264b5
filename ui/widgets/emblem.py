"""The program's own sign: four oars and a boat on a rust disc."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

_RUST, _WHITE = "#B3391F", "#FFFFFF"
_OARS = ((0.26, 0.34), (0.39, 0.27), (0.52, 0.26), (0.65, 0.29))
"""Where each oar ends at the top; all lean the same way."""


def paint(painter: QPainter, side: float) -> None:
    """Paints the sign into a square from the painter's origin."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_RUST))
    painter.drawEllipse(QRectF(0, 0, 1, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(_WHITE), 0.06)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for x, y in _OARS:
        painter.drawLine(QPointF(x, y), QPointF(x + 0.08, 0.56))
    boat = QPainterPath(QPointF(0.2, 0.62))
    boat.cubicTo(QPointF(0.34, 0.78), QPointF(0.66, 0.78), QPointF(0.82, 0.6))
    painter.drawPath(boat)
    painter.restore()


def icon() -> QIcon:
    """The sign as the icon of windows."""
    made = QIcon()
    for side in (16, 32, 64, 128, 256):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint(painter, side)
        painter.end()
        made.addPixmap(pixmap)
    return made


class Emblem(QWidget):
    """The sign in a window."""

    def __init__(self, side: int) -> None:
        super().__init__()
        self.setFixedSize(QSize(side, side))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint(QPainter(self), self.width())
