"""The body of a note: a fill in the function's tint with its edge in full colour on the left."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from ui.board.look import NoteLook
from workshop.board.style import Style


def edge(rect: QRectF, style: Style) -> QPainterPath:
    """The edge of a note: round at the left like the note, straight at the right."""
    left, top, bottom = rect.left(), rect.top(), rect.bottom()
    right, turn = left + style.edge, 2 * style.corner
    path = QPainterPath(QPointF(right, top))
    path.arcTo(QRectF(left, top, turn, turn), 90, 90)
    path.arcTo(QRectF(left, bottom - turn, turn, turn), 180, 90)
    path.lineTo(right, bottom)
    path.closeSubpath()
    return path


def paint_body(
    painter: QPainter, rect: QRectF, left: QPainterPath, look: NoteLook, style: Style
) -> None:
    """Paint a body with round corners; `left` is its edge."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.fill_brush)
    painter.drawRoundedRect(rect, style.corner, style.corner)
    painter.setBrush(look.edge_brush)
    painter.drawPath(left)
