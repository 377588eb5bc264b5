"""Lines that begin with the mark of a function."""

from __future__ import annotations

from exports.ink import BODY, INK, POINTS_PER_MM, Style
from exports.lines import Text
from exports.parts.marks import SIZE, HasMark, draw_mark
from exports.parts.part import Part
from exports.parts.words import Words
from exports.pen import Pen

INDENT = 5.6


def marked(
    mark: HasMark | None, text: Text, style: Style = BODY, *, above: float = 0.0, below: float = 0.0
) -> Words:
    """A paragraph with a mark at its first line; without one it is indented alike."""

    def draw(pen: Pen, y: float) -> None:
        if mark is not None:
            middle = y - style.size / POINTS_PER_MM * 0.33
            draw_mark(pen, 0, middle - SIZE / 2, mark)

    return Words(text, style, above=above, below=below, indent=INDENT, at_most=1e3, before=draw)


class MarkedHead(Part):
    """The head of what belongs to one function: its mark, its name, a rule."""

    def __init__(self, mark: HasMark | None, name: str, above: float = 6.0) -> None:
        super().__init__(above=above, below=2.0)
        self.keepWithNext = 1
        self.line = marked(mark, name, BODY.bold())
        self.line.indent = INDENT if mark is not None else 0.0

    def height_at(self, width: float) -> float:
        return self.line.height_at(width) + 1.6

    def paint(self, pen: Pen, width: float) -> None:
        self.line.paint(pen, width)
        y = self.height_at(width)
        pen.rule((0, y), (width, y), INK, 0.6)
