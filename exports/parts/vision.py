"""A sentence set large, its last clause in the accent."""

from __future__ import annotations

from collections.abc import Sequence

from exports.balance import balanced
from exports.ink import (
    ACCENT,
    EYEBROW,
    POINTS_PER_MM,
    VISION,
    VISION_CLAUSE,
    VISION_SIZES,
)
from exports.lines import Block, Span, set_text
from exports.parts.heads import HANGING, Band
from exports.parts.part import Part, Stack
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
        pen.block(-HANGING, baseline, block, VISION.sized(size, block.leading * POINTS_PER_MM))

    def divide(self, width: float, room: float) -> tuple[Part, Part] | None:
        """As many lines as there is room for, and the rest."""
        block, size = self._set(width)
        fit = int(room / block.leading)
        if not 0 < fit < len(block.lines):
            return None
        first, rest = block.lines[:fit], block.lines[fit:]
        return _Lines(Block(first, block.leading), size), _Lines(Block(rest, block.leading), size)

    def is_too_long(self, width: float) -> bool:
        """Whether even the smallest size does not fit: too long for one breath."""
        return len(self._set(width)[0].lines) > MOST_LINES

    def _set(self, width: float) -> tuple[Block, float]:
        first, clause = accent_clause(self.text)
        for size, leading in self.sizes:
            style = VISION.sized(size, leading)
            spans = (Span(first, style), Span(clause, VISION_CLAUSE.sized(size, leading)))
            block = set_text(spans, style, width)
            if len(block.lines) <= self.most_lines:
                break
        return balanced(spans, style, width), size


class _Lines(Vision):
    """Some of the lines of a sentence that a page has cut."""

    def __init__(self, block: Block, size: float) -> None:
        super().__init__("")
        self._block, self._size = block, size

    def _set(self, width: float) -> tuple[Block, float]:
        return self._block, self._size


class SentenceHead(Stack):
    """The head of a section that opens with a sentence: an accent bar, a line of small capitals,
    and the sentence set large."""

    opens = True

    def __init__(
        self,
        eyebrow: str,
        sentence: str,
        sizes: Sequence[tuple[float, float]] = VISION_SIZES,
        below: float = 5.0,
    ) -> None:
        super().__init__([_Eyebrow(eyebrow), Vision(sentence, sizes)], above=14.0, below=below)
        self.eyebrow = eyebrow

    def again(self) -> Part:
        return Band(self.eyebrow, continued=True)


class _Eyebrow(Part):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.keepWithNext = 1
        self.text = text

    def height_at(self, width: float) -> float:
        further = len(set_text(self.text, EYEBROW, width).lines) - 1
        return 11.0 + further * EYEBROW.leading / POINTS_PER_MM

    def paint(self, pen: Pen, width: float) -> None:
        pen.rectangle(0, 0, 10, 0.9, ACCENT)
        pen.paragraph(0, 6.4, width, self.text, EYEBROW)
