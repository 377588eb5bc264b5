"""A sentence set large, its last clause in the accent."""

from __future__ import annotations

from collections.abc import Sequence

from exports.ink import POINTS_PER_MM, VISION, VISION_CLAUSE, VISION_SIZES
from exports.lines import Block, Span, set_text
from exports.parts.heads import HANGING
from exports.parts.part import Part
from exports.pen import Pen
from workshop.rules.sentence import accent_clause

MOST_LINES = 4


class Vision(Part):
    """The largest of the `sizes` (points and line height) at which it has so many lines at most; at
    the smallest as many lines as it takes."""

    def __init__(
        self,
        text: str,
        sizes: Sequence[tuple[float, float]] = VISION_SIZES,
        most_lines: int = MOST_LINES,
    ) -> None:
        super().__init__()
        self.text, self.sizes, self.most_lines = text, sizes, most_lines

    def height_at(self, width: float) -> float:
        return self._set(width)[0].height

    def paint(self, pen: Pen, width: float) -> None:
        block, size = self._set(width)
        baseline = size / POINTS_PER_MM * 0.86
        pen.block(-HANGING, baseline, block, VISION)

    def is_too_long(self, width: float) -> bool:
        """Whether even the smallest size does not fit: too long for one breath."""
        return len(self._set(width)[0].lines) > MOST_LINES

    def _set(self, width: float) -> tuple[Block, float]:
        first, clause = accent_clause(self.text)
        for size, leading in self.sizes:
            style = VISION.sized(size, leading)
            spans = [Span(first, style), Span(clause, VISION_CLAUSE.sized(size, leading))]
            block = set_text(spans, style, width)
            if len(block.lines) <= self.most_lines:
                return block, size
        return block, size
