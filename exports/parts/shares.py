"""So many of so many, as figures, words and a bar."""

from __future__ import annotations

from exports.ink import CAPTION, HAIRLINE, HEADING, INK, ROW_TITLE_STRONG
from exports.lines import text_width
from exports.parts.part import Part, Stack
from exports.parts.words import Words
from exports.pen import Pen

FIGURE = HEADING.sized(15, 18)
BASELINE, GAP, BAR_AT = 5.2, 2.4, 7.6


class Share(Part):
    """`figure` in display type, what it counts beside it, a bar as long as the `part` of 1 that
    it is (none draws no bar), and a smaller line under it."""

    def __init__(
        self, figure: str, counted: str, part: float | None, below_it: str = "", below: float = 2.8
    ) -> None:
        super().__init__(below=below)
        self.figure, self.part = figure, part
        self.counted = Words(counted, ROW_TITLE_STRONG)
        self.rest = Stack([Words(below_it, CAPTION)])

    def height_at(self, width: float) -> float:
        return self._bar_at(width) + 1.6 + self.rest.height_at(width)

    def paint(self, pen: Pen, width: float) -> None:
        used = pen.text(0, BASELINE, self.figure, FIGURE) + GAP
        self.counted.paint(pen.moved(used, 1.6), width - used)
        y = self._bar_at(width)
        if self.part is not None:
            pen.rule((0, y), (width, y), HAIRLINE, 2)
            if self.part > 0:
                pen.rule((0, y), (width * min(self.part, 1.0), y), INK, 2)
        self.rest.paint(pen.moved(0, y + 1.6), width)

    def _bar_at(self, width: float) -> float:
        used = text_width(self.figure, FIGURE) + GAP
        return max(BAR_AT, 1.6 + self.counted.height_at(width - used) + 1.2)
