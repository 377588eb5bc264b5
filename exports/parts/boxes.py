"""Lines of a list to tick: a box before each."""

from __future__ import annotations

from exports.ink import BODY, INK, POINTS_PER_MM, WHITE
from exports.lines import Text
from exports.parts.words import Words
from exports.pen import Pen

SIDE, INDENT = 3.0, 5.6


def boxed(text: Text, *, ticked: bool, below: float = 0.0) -> Words:
    """A line behind a box, with a tick in it where it is done."""

    def box(pen: Pen, y: float) -> None:
        top = y - BODY.size * 0.33 / POINTS_PER_MM - SIDE / 2
        corners = [(0.0, top), (SIDE, top), (SIDE, top + SIDE), (0.0, top + SIDE)]
        pieces = [("line" if index else "move", corner) for index, corner in enumerate(corners)]
        pen.path(pieces, fill=WHITE, line=INK, weight=0.8, closed=True)
        if ticked:
            tick = [(0.6, top + 1.5), (1.3, top + 2.2), (2.5, top + 0.7)]
            strokes = [("line" if index else "move", place) for index, place in enumerate(tick)]
            pen.path(strokes, line=INK, weight=1.2)

    return Words(text, BODY, indent=INDENT, below=below, before=box)
