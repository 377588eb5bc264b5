"""Keys and what they do, in one small line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import fonts
from ui.appearance import current
from ui.theme import CLOSE, NEAR, SECONDARY, SMALL, TIGHT

_HEIGHT, _CAP = 20, 18

Hint = tuple[str, str]
"""A key as it is printed, and what it does."""


class KeyHints(QWidget):
    """Draws each key as a cap with its words beside it; hints that do not fit are left out."""

    def __init__(self, hints: Sequence[Hint], parent: QWidget) -> None:
        super().__init__(parent)
        self._hints = tuple(hints)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(", ".join(f"{key}: {words}" for key, words in hints))

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._width_of(hint) for hint in self._hints)), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    def _width_of(self, hint: Hint) -> float:
        key, words = hint
        cap = QFontMetricsF(fonts.sans(SMALL)).horizontalAdvance(key) + NEAR - 2
        return cap + TIGHT + QFontMetricsF(fonts.sans(SECONDARY)).horizontalAdvance(words) + NEAR

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        for hint in self._hints:
            width = self._width_of(hint)
            if left + width - NEAR > self.width():
                return
            self._paint(painter, hint, left)
            left += width

    def _paint(self, painter: QPainter, hint: Hint, left: float) -> None:
        theme, (key, words) = current(), hint
        small, usual = fonts.sans(SMALL), fonts.sans(SECONDARY)
        cap_width = QFontMetricsF(small).horizontalAdvance(key) + NEAR - 2
        cap = QRectF(left + 0.5, (_HEIGHT - _CAP) / 2 + 0.5, cap_width - 1, _CAP - 1)
        painter.setPen(QColor(theme.line))
        painter.drawRoundedRect(cap, TIGHT, TIGHT)
        base = _HEIGHT / 2 + QFontMetricsF(usual).capHeight() / 2
        painter.setPen(QColor(theme.ink_2))
        painter.setFont(small)
        painter.drawText(QPointF(left + (CLOSE + 2) / 2, base), key)
        painter.setFont(usual)
        painter.drawText(QPointF(left + cap_width + TIGHT, base), words)
