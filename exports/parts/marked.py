"""Texts with the mark of a function before them."""

from __future__ import annotations

from exports.ink import BODY, POINTS_PER_MM, Style
from exports.lines import Text
from exports.parts.marks import SIZE, HasMark, draw_mark
from exports.parts.words import READABLE_WIDTH, Words
from exports.pen import Pen

INDENT = SIZE + 2.0


def marked(
    mark: HasMark | None,
    text: Text,
    style: Style = BODY,
    *,
    above: float = 0.0,
    below: float = 0.0,
    at_most: float = READABLE_WIDTH,
) -> Words:
    """A text behind a mark; without one it begins where it would with one."""

    def before(pen: Pen, y: float) -> None:
        if mark is not None:
            draw_mark(pen, 0, y - style.size * 0.33 / POINTS_PER_MM - SIZE / 2, mark)

    return Words(
        text, style, above=above, below=below, indent=INDENT, at_most=at_most, before=before
    )
