"""The phases of a journey as columns, and the line with their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.ink import ACCENT, CAPTION, HEADING, INK, POINTS_PER_MM, Style
from exports.lines import Block, set_text
from exports.parts.grades import draw_grade
from exports.parts.part import Part
from exports.parts.words import baseline
from exports.pen import Pen

LABEL_WIDTH, GUTTER = 25.0, 4.0
"""The names of the lanes stand left of the columns; columns keep a gutter at their right."""

DOT, LINE_WEIGHT, ARROW = 1.1, 1.1, 2.6
LINE_BELOW = 3.0
"""From the words over the line down to it."""

NAME_SIZES = ((13.5, 18.0), (11.5, 15.0), (10.0, 13.0))
"""Tried until no name takes more than two lines; the last is the floor."""

SMALL_SIZES = ((10.0, 13.0),)
RING, RING_GAP = 1.9, 1.0
"""Of the ring of a guess before a remark, and behind it."""


@dataclass(frozen=True, slots=True)
class Grid:
    """So many columns right of the lanes' names, all as wide as each other."""

    count: int

    def pitch(self, width: float) -> float:
        """From the start of one column to that of the next."""
        return (width - LABEL_WIDTH) / self.count

    def start(self, width: float, index: int) -> float:
        """Where a column's text starts, the first being 0."""
        return LABEL_WIDTH + index * self.pitch(width)

    def room(self, width: float) -> float:
        """How wide a column's text may be."""
        return self.pitch(width) - GUTTER

    def middle(self, width: float, index: int) -> float:
        """The middle of a column's text; also of the columns beyond both ends."""
        return self.start(width, index) + self.room(width) / 2


@dataclass(frozen=True, slots=True)
class PhaseName:
    """A phase as its column is headed: its name and what is said of it. `moment` marks a moment
    of truth, `guessed` one of which over half is guessed."""

    name: str
    remark: str = ""
    moment: bool = False
    guessed: bool = False


class PhaseLine(Part):
    """The names of phases over a line with a dot for each, which ends in an arrow.

    A moment of truth has its dot in the accent; the remark of a phase that is mostly guessed
    wears the ring of a guess.
    """

    def __init__(
        self,
        phases: Sequence[PhaseName],
        *,
        small: bool = False,
        largest: float = NAME_SIZES[0][0],
        said: str = "",
        above: float = 0.0,
        below: float = 0.0,
    ) -> None:
        """`small` is the line as it comes again, without remarks; names are no larger than
        `largest`; `said` stands left of it."""
        super().__init__(above, below)
        self.phases, self.grid = tuple(phases), Grid(len(phases))
        self.small, self.said = small, said
        sizes = SMALL_SIZES if small else NAME_SIZES
        self.sizes = [pair for pair in sizes if pair[0] <= largest]
        self._sized: dict[float, Style] = {}

    def height_at(self, width: float) -> float:
        return self._line_at(width) + DOT

    def paint(self, pen: Pen, width: float) -> None:
        style, remarks = self._style(width), self._remarks(width)
        line = self._line_at(width)
        foot = line - LINE_BELOW - max((block.height for block in remarks), default=0.0)
        for index, phase in enumerate(self.phases):
            x, name = self.grid.start(width, index), self._name(phase, width)
            last = foot - style.leading / POINTS_PER_MM + baseline(style)
            first = last - (len(name.lines) - 1) * name.leading
            pen.block(x, first, name, style)
            if phase.guessed and remarks[index].lines:
                draw_grade(pen, x, foot + baseline(CAPTION) - 0.95 - RING / 2, "guess", RING)
            indent = _indent(phase)
            pen.block(x + indent, foot + baseline(CAPTION), remarks[index], CAPTION)
        if self.said:
            said = set_text(self.said, CAPTION, LABEL_WIDTH - GUTTER)
            pen.block(0, line - said.height + said.leading, said, CAPTION)
        self._draw_line(pen.moved(0, line), width)

    def _draw_line(self, pen: Pen, width: float) -> None:
        pen.rule((LABEL_WIDTH, 0), (width - 1, 0), INK, LINE_WEIGHT)
        tip = [("line", (width - ARROW, -1.3)), ("line", (width - ARROW, 1.3))]
        pen.path([("move", (width, 0.0)), *tip], fill=INK, closed=True)
        for index, phase in enumerate(self.phases):
            x = self.grid.start(width, index) + DOT
            pen.circle(x, 0, DOT, fill=ACCENT if phase.moment else INK)

    def _line_at(self, width: float) -> float:
        names = max((self._name(phase, width).height for phase in self.phases), default=0.0)
        remarks = max((block.height for block in self._remarks(width)), default=0.0)
        return names + remarks + LINE_BELOW

    def _style(self, width: float) -> Style:
        """As large as it can be with no name over two lines."""
        if width not in self._sized:
            room = self.grid.room(width)
            for size, leading in self.sizes:
                style = HEADING.sized(size, leading)
                if all(len(set_text(p.name, style, room).lines) <= 2 for p in self.phases):
                    break
            self._sized[width] = style
        return self._sized[width]

    def _name(self, phase: PhaseName, width: float) -> Block:
        return set_text(phase.name, self._style(width), self.grid.room(width))

    def _remarks(self, width: float) -> list[Block]:
        room = self.grid.room(width)
        said = ["" if self.small else phase.remark for phase in self.phases]
        return [
            set_text(text, _remark(phase), room - _indent(phase))
            for text, phase in zip(said, self.phases, strict=True)
        ]


def _indent(phase: PhaseName) -> float:
    """Of the remark: the ring of a guess stands before it."""
    return RING + RING_GAP if phase.guessed else 0.0


def _remark(phase: PhaseName) -> Style:
    return CAPTION.tinted(ACCENT) if phase.moment else CAPTION
