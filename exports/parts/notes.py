"""Notes as the appendix has them: the text, and under it what is known of it."""

from __future__ import annotations

from collections.abc import Sequence

from exports.ink import HAIRLINE, META, NOTE, POINTS_PER_MM
from exports.lines import set_text
from exports.parts.part import Part
from exports.parts.words import baseline
from exports.pen import Pen
from exports.translate import isolated

PADDING = 1.35


class NoteEntry(Part):
    """One note with a hairline under it. It stays whole."""

    def __init__(self, text: str, about: str) -> None:
        super().__init__()
        self.text, self.about = text, about
        self._tall: dict[float, float] = {}

    def height_at(self, width: float) -> float:
        if width not in self._tall:
            self._tall[width] = self._measured(width)
        return self._tall[width]

    def _measured(self, width: float) -> float:
        lines = len(set_text(self.text, NOTE, width).lines)
        about = len(set_text(self.about, META, width).lines)
        points = lines * NOTE.leading + about * META.leading
        return points / POINTS_PER_MM + 2 * PADDING

    def paint(self, pen: Pen, width: float) -> None:
        text = set_text(self.text, NOTE, width)
        pen.block(0, PADDING + baseline(NOTE), text, NOTE)
        pen.paragraph(0, PADDING + text.height + baseline(META), width, self.about, META)
        y = self.height_at(width)
        pen.rule((0, y), (width, y), HAIRLINE)


def about_note(facts: Sequence[str]) -> str:
    """What is known of a note, in one line."""
    return " · ".join(isolated(fact) for fact in facts if fact)
