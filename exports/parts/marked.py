"""Lines that begin with the mark of a function."""

from __future__ import annotations

from collections.abc import Sequence

from exports.ink import BODY, INK, NOTE, POINTS_PER_MM, Style
from exports.lines import Block, Text, set_text
from exports.parts.heads import with_continued
from exports.parts.marks import GAP, SIZE, HasMark, draw_mark
from exports.parts.part import Part
from exports.parts.words import Words, baseline
from exports.pen import Pen

INDENT = 5.6
ROW_GAP, NAME_GAP, NAMES_APART = 0.9, 1.2, 3.0


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

    opens = True

    def __init__(
        self, mark: HasMark | None, name: str, above: float = 6.0, *, continued: bool = False
    ) -> None:
        super().__init__(above=above, below=2.0)
        self.keepWithNext = 1
        self.mark, self.name = mark, name
        style = BODY.bold()
        self.line = marked(mark, with_continued(name, style, continued), style)
        self.line.indent = INDENT if mark is not None else 0.0

    def again(self) -> Part:
        return MarkedHead(self.mark, self.name, self.above, continued=True)

    def height_at(self, width: float) -> float:
        return self.line.height_at(width) + 1.6

    def paint(self, pen: Pen, width: float) -> None:
        self.line.paint(pen, width)
        y = self.height_at(width)
        pen.rule((0, y), (width, y), INK, 0.6)


class NamedMarks(Part):
    """Marks with names after them, one after the other in as many lines as they need."""

    def __init__(
        self, named: Sequence[tuple[HasMark | None, str]], above: float = 0.0, below: float = 0.0
    ) -> None:
        super().__init__(above, below)
        self.named = tuple(named)

    def height_at(self, width: float) -> float:
        return self._places(width)[1]

    def paint(self, pen: Pen, width: float) -> None:
        for (mark, _), (x, y, block) in zip(self.named, self._places(width)[0], strict=True):
            if mark is not None:
                draw_mark(pen, x, y + 0.3, mark)
            pen.block(x + SIZE + NAME_GAP, y + baseline(NOTE), block, NOTE)

    def _places(self, width: float) -> tuple[list[tuple[float, float, Block]], float]:
        """Where each begins with its set name, and where the last line ends."""
        found: list[tuple[float, float, Block]] = []
        x = y = tall = 0.0
        for _, name in self.named:
            block = set_text(name, NOTE, width - SIZE - NAME_GAP)
            wide = SIZE + NAME_GAP + block.width
            if x and x + wide > width:
                x, y, tall = 0.0, y + tall, 0.0
            found.append((x, y, block))
            x, tall = x + wide + NAMES_APART, max(tall, block.height + ROW_GAP)
        return found, y + tall


class MarksRow(Part):
    """Marks beside each other, in as many rows as they need."""

    def __init__(self, marks: Sequence[HasMark]) -> None:
        super().__init__()
        self.marks = tuple(marks)

    def height_at(self, width: float) -> float:
        rows = -(-len(self.marks) // self._columns(width))
        return rows * (SIZE + ROW_GAP)

    def paint(self, pen: Pen, width: float) -> None:
        columns = self._columns(width)
        for index, mark in enumerate(self.marks):
            x = index % columns * (SIZE + GAP)
            draw_mark(pen, x, 0.4 + index // columns * (SIZE + ROW_GAP), mark)

    @staticmethod
    def _columns(width: float) -> int:
        return max(1, int((width + GAP) / (SIZE + GAP)))
