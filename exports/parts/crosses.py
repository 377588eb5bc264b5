"""What is refused or never done: lines with an accent cross before them."""

from __future__ import annotations

from exports.ink import ACCENT, LINE
from exports.lines import Text
from exports.parts.words import Words
from exports.pen import Pen

HALF, INDENT = 1.15, 5.0


def crossed(text: Text, below: float = 1.7) -> Words:
    """A line of what will not be done."""

    def cross(pen: Pen, y: float) -> None:
        x, middle = 1.3, y - 1.1
        for side in (-1, 1):
            start = (x - HALF * side, middle - HALF)
            pen.rule(start, (x + HALF * side, middle + HALF), ACCENT, 1.3, round_ends=True)

    return Words(text, LINE, indent=INDENT, below=below, before=cross)
