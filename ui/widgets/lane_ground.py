"""The paper that the cards of a note area lie on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import fonts
from ui.appearance import current
from ui.theme import BODY, CLOSE, GAP
from ui.widgets.text_block import TextBlock


class LaneGround(QWidget):
    """What the cards lie on, with a thin line between lanes."""

    lane_pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.between: list[int] = []
        self.words = ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        lane = sum(x <= event.position().x() for x in self.between)
        self.lane_pressed.emit(lane)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = QPen(QColor(current().line), 1, Qt.PenStyle.DashLine)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        for x in self.between:
            painter.drawLine(x, 0, x, self.height())
        if self.words:
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        """What to do next, on a ground of its own across the lines between lanes."""
        block = TextBlock(self.words, fonts.sans(BODY), self.width() - 2 * GAP)
        box = QRectF(GAP, 0, block.width + CLOSE, block.height)
        painter.fillRect(box, QColor(current().paper))
        painter.setPen(QColor(current().ink_2))
        block.paint(painter, box.left(), box.top())
