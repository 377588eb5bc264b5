"""A label whose end, after a colon, stands out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui import fonts
from ui.appearance import current
from ui.theme import SECONDARY, TIGHT
from workshop.faces import SEMIBOLD


class TwoTone(QLabel):
    """Shows "what: how it stands" on one line, the second part with weight and in the accent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(fonts.sans(SECONDARY))

    @property
    def parts(self) -> tuple[str, str]:
        """What is told, and how it stands."""
        first, colon, second = self.text().partition(": ")
        return first + colon.rstrip(), second

    def _widths(self) -> tuple[float, float]:
        first, second = self.parts
        strong = QFontMetricsF(fonts.sans(SECONDARY, SEMIBOLD))
        wide = QFontMetricsF(self.font()).horizontalAdvance(first)
        return wide, strong.horizontalAdvance(second)

    def sizeHint(self) -> QSize:
        first, second = self._widths()
        return QSize(round(first + TIGHT + second + 1), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, (first, second) = current(), self.parts
        wide, wide_second = self._widths()
        painter, middle = QPainter(self), Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self.font())
        painter.setPen(QColor(theme.ink_2))
        painter.drawText(QRectF(0, 0, wide + 1, self.height()), middle, first)
        painter.setFont(fonts.sans(SECONDARY, SEMIBOLD))
        painter.setPen(QColor(theme.accent))
        box = QRectF(wide + TIGHT, 0, wide_second + 1, self.height())
        painter.drawText(box, middle, second)
