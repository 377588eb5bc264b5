"""Text of the room display, broken into lines with the bundled fonts."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from ui import fonts
from ui.board.typesetting import is_right_to_left
from workshop.faces import REGULAR
from workshop.frozen import frozen

_KEPT = 500
"""So many texts are kept broken, and so many lines ready to paint."""
_ELLIPSIS = "…"
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+|(?<=[。？！])")
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_NO_WRAP = QTextOption.WrapMode.NoWrap


@frozen
class Type:
    """A face at a size in pixels; `leading` is the distance of its lines as a part of the size."""

    px: int
    serif: bool = False
    weight: int = REGULAR
    leading: float = 1.28

    @property
    def pitch(self) -> float:
        return self.px * self.leading

    @property
    def base(self) -> float:
        """The base line from the top of a line: capital letters stand in its middle."""
        return (self.pitch + metrics_of(self).capHeight()) / 2

    @property
    def rise(self) -> float:
        """The space above a capital letter in its line."""
        return (self.pitch - metrics_of(self).capHeight()) / 2


@frozen
class Lines:
    """A text in lines: how high each is, and how wide the longest; `cut` if it ends in a mark."""

    lines: tuple[str, ...] = ()
    heights: tuple[float, ...] = ()
    width: float = 0
    cut: bool = False

    @property
    def height(self) -> float:
        return sum(self.heights)


@lru_cache(_KEPT)
def font_of(type: Type) -> QFont:
    """The font of a type."""
    make = fonts.serif if type.serif else fonts.sans
    return make(type.px, type.weight)


@lru_cache(_KEPT)
def metrics_of(type: Type) -> QFontMetricsF:
    """The metrics of a type."""
    return QFontMetricsF(font_of(type))


def width_of(text: str, type: Type) -> float:
    """How wide a text is on one line."""
    return metrics_of(type).horizontalAdvance(text)


@lru_cache(_KEPT)
def set_lines(text: str, type: Type, width: float, most: int = 0) -> Lines:
    """The text in lines of at most this width; `most` limits their number (0: no limit).

    What does not fit is left out from the end, whole sentences first, and an ellipsis stands in
    its place.
    """
    whole = _broken(text, type, width)
    if not most or len(whole.lines) <= most:
        return whole
    sentences = _SENTENCE_END.split(text)
    for kept in range(len(sentences) - 1, 0, -1):
        shorter = _broken(" ".join((*sentences[:kept], _ELLIPSIS)), type, width)
        if len(shorter.lines) <= most:
            return Lines(shorter.lines, shorter.heights, shorter.width, cut=True)
    return _elided(whole, type, width, most)


def _elided(whole: Lines, type: Type, width: float, most: int) -> Lines:
    """The first lines, the last of them with an ellipsis."""
    last = _short(" ".join(whole.lines[most - 1 :]), type, width)
    lines = (*whole.lines[: most - 1], last)
    widest = max(width_of(line, type) for line in lines)
    return Lines(lines, whole.heights[:most], min(widest, width), cut=True)


def _short(text: str, type: Type, width: float) -> str:
    """As many whole words as fit a line together with an ellipsis; of one long word, its start."""
    kept = text
    while kept and width_of(kept + _ELLIPSIS, type) > width:
        kept = kept.rsplit(" ", 1)[0] if " " in kept else ""
    if kept:
        return kept.rstrip(",;:") + _ELLIPSIS
    return metrics_of(type).elidedText(text, Qt.TextElideMode.ElideRight, width)


def _broken(text: str, type: Type, width: float) -> Lines:
    lines: list[str] = []
    heights: list[float] = []
    widest = 0.0
    for paragraph in text.split("\n") if text else ():
        layout = _layout(paragraph, type, _WRAP)
        units = paragraph.encode("utf-16-le")  # Qt counts in these
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            start = 2 * line.textStart()
            words = units[start : start + 2 * line.textLength()].decode("utf-16-le", "replace")
            lines.append(words.rstrip())
            heights.append(_height(line.ascent() + line.descent(), type))
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
    return Lines(tuple(lines), tuple(heights), widest)


def _height(natural: float, type: Type) -> float:
    """The height of a line: more than usual for the scripts that are taller than Latin."""
    return max(type.pitch, natural - metrics_of(type).height() + type.pitch)


@lru_cache(_KEPT)
def drawn(line: str, type: Type) -> tuple[QTextLayout, float]:
    """A line ready to paint at its top left corner, and how wide it is."""
    layout = _layout(line, type, _NO_WRAP)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    made = layout.createLine()
    made.setLineWidth(1e6)
    width = made.naturalTextWidth()
    made.setLineWidth(width)
    made.setPosition(QPointF(0, type.base - made.ascent()))
    layout.endLayout()
    return layout, width


def _layout(text: str, type: Type, wrap: QTextOption.WrapMode) -> QTextLayout:
    layout = QTextLayout(text, font_of(type))
    option = QTextOption()
    option.setWrapMode(wrap)
    if is_right_to_left(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    return layout
