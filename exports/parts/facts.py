"""A few figures beside a text, each with what it counts."""

from __future__ import annotations

from collections.abc import Sequence

from exports.ink import CAPTION, HEADING, RULE
from exports.lines import text_width
from exports.parts.part import Part
from exports.pen import Pen

PITCH = 6.0
COUNTED = CAPTION.sized(8.5, 11.5)


class Facts(Part):
    """Figures right-aligned under each other, what they count beside them, a rule at the left."""

    def __init__(self, facts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.facts = tuple(facts)

    def height_at(self, width: float) -> float:
        return PITCH * len(self.facts) + 0.5

    def paint(self, pen: Pen, width: float) -> None:
        if not self.facts:
            return
        pen.rule((0, 0), (0, self.height_at(width)), RULE)
        figures = max(text_width(figure, HEADING) for figure, _ in self.facts)
        for index, (figure, counted) in enumerate(self.facts):
            y = 4.3 + index * PITCH
            pen.text(2.0 + figures, y, figure, HEADING.sized(13, 18), "right")
            pen.text(4.0 + figures, y, counted, COUNTED)
