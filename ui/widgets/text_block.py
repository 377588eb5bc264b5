"""A piece of plain text broken into lines: measured once, painted often."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

LINE_PITCH = 1.33
"""Distance of base lines, as a multiple of the type size."""


class TextBlock:
    """`text` in lines of at most `width` pixels; `most` limits their number (0: no limit).

    What does not fit into `most` lines ends in an ellipsis, and `cut` says so.
    """

    def __init__(self, text: str, font: QFont, width: float, most: int = 0) -> None:
        self.room = width
        self.pitch = round(font.pixelSize() * LINE_PITCH)
        self._metrics = QFontMetricsF(font)
        self._layout = _broken(text, font, width)
        found = self._layout.lineCount()
        self.lines = min(found, most) if most else found
        self.cut = self.lines < found
        self._last = self._elided(text, width) if self.cut else ""
        self._font = font

    @property
    def height(self) -> int:
        """In pixels, from the top of the first line to the bottom of the last."""
        return self.lines * self.pitch

    @property
    def width(self) -> float:
        """The length of the longest line in pixels."""
        lines = range(self.lines)
        return max((self._layout.lineAt(line).naturalTextWidth() for line in lines), default=0.0)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paints in the painter's pen, the first line's top at `top`."""
        base = top + (self.pitch - self._metrics.height()) / 2 + self._metrics.ascent()
        whole = self.lines - 1 if self.cut else self.lines
        for number in range(whole):
            line = self._layout.lineAt(number)
            above = line.y() + line.ascent()
            line.draw(painter, QPointF(left, base + number * self.pitch - above))
        if self.cut:
            painter.setFont(self._font)
            painter.drawText(QPointF(left, base + whole * self.pitch), self._last)

    def _elided(self, text: str, width: float) -> str:
        start = self._layout.lineAt(self.lines - 1).textStart()  # counts as UTF-16 does
        rest = text.encode("utf-16-le")[2 * start :].decode("utf-16-le", "ignore")
        words = " ".join(rest.split())
        return self._metrics.elidedText(words + "…", Qt.TextElideMode.ElideRight, width)


def _broken(text: str, font: QFont, width: float) -> QTextLayout:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top = 0.0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout
