"""What rows of people have in common: texts on one line, and the sign of who decides."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui import fonts, marks
from ui.appearance import current
from ui.theme import BODY, CONTROL_RADIUS
from workshop.faces import REGULAR, SEMIBOLD
from workshop.marks import Mark

_RING, _DOT = 6.0, 3.0


def text_line(painter: QPainter, box: QRectF, text: str, font: QFont, colour: str) -> None:
    """Paints a text on one line from the left of a box; what is cut ends in an ellipsis."""
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


def width_of(text: str, font: QFont) -> float:
    """The width of a text in pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def decides_sign(painter: QPainter, box: QRectF, words: str, decides: bool) -> None:
    """Paints a ring with words: full and bold for who decides."""
    theme = current()
    centre = QPointF(box.left() + _RING + 1, box.center().y())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.ink if decides else theme.ink_3), 1.2))
    painter.drawEllipse(centre, _RING, _RING)
    if decides:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.ink))
        painter.drawEllipse(centre, _DOT, _DOT)
    rest = box.adjusted(2 * _RING + 8, 0, 0, 0)
    weight, colour = (SEMIBOLD, theme.ink) if decides else (REGULAR, theme.ink_2)
    text_line(painter, rest, words, fonts.sans(BODY, weight), colour)


def focus_ring(painter: QPainter, box: QRectF) -> None:
    """Paints the sign of the focus inside a box."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(current().accent), 2))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), CONTROL_RADIUS, CONTROL_RADIUS)


def dashed_box(painter: QPainter, box: QRectF, radius: float = CONTROL_RADIUS) -> None:
    """Paints the outline of what is not there yet."""
    pen = QPen(QColor(current().ink_3), 1)
    pen.setDashPattern([4, 3])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def function_mark(painter: QPainter, box: QRectF, mark: Mark | None, there: bool = True) -> None:
    """Paints the mark of a function, dashed where the function is not there yet."""
    if there and mark is not None:
        marks.paint(painter, box, mark, current())
        return
    dashed_box(painter, box, 3)
    if mark is not None:
        font = fonts.sans(round(box.height() * 0.5), SEMIBOLD)
        painter.setFont(font)
        painter.setPen(QColor(current().ink_2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.letter)
