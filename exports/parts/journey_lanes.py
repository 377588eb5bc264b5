"""The lanes of a journey map: what stands under each phase, and who owns it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from exports.ink import (
    ACCENT,
    CAPTION,
    LANE,
    LANE_NAME,
    LEAST_SIZE,
    MUTED,
    POINTS_PER_MM,
    RULE,
    Style,
)
from exports.lines import Block, Span, Text, set_text
from exports.parts.grades import draw_grade
from exports.parts.marks import SIZE, HasMark, Worn, dots, draw_mark, draw_row, row_width
from exports.parts.part import Part
from exports.parts.phases import GUTTER, LABEL_WIDTH, Grid
from exports.parts.words import baseline
from exports.pen import Pen
from exports.translate import tr

BETWEEN = 1.25
"""Between the entries of a cell."""

DOT_ROW = 4.9
RULE_ROOM = 2.2
"""From the line over a lane to its text."""

TALL = 60.0
"""Only an entry taller than this is ever cut in two by the end of a page."""

NAME_ROOM = LABEL_WIDTH - GUTTER
SIGN = 1.9


@dataclass(frozen=True, slots=True)
class Entry:
    """Something in a cell: a text, the dots it got, the sign of how it is known.

    `part` are its lines where a page has cut it.
    """

    text: Text
    style: Style = LANE
    counts: tuple[tuple[HasMark, int], ...] = ()
    grade: str = ""
    part: Block | None = None

    def block(self, room: float) -> Block:
        """Its text, set."""
        return self.part or set_text(self.text, self.style, room - self._indent())

    def sized(self, size: float) -> Entry:
        """The same in type so many times as large."""
        text = tuple(Span(span.text, _sized(span.style, size)) for span in _spans(self))
        return replace(self, text=text, style=_sized(self.style, size))

    def _indent(self) -> float:
        return SIGN + 1.0 if self.grade else 0.0

    def height(self, room: float) -> float:
        """How tall it is in a column with so much room."""
        return self.block(room).height + DOT_ROW * len(fitted(self.counts, room))

    def paint(self, pen: Pen, room: float) -> None:
        """Draws it from its top left corner."""
        if self.grade:
            draw_grade(pen, 0, baseline(self.style) - 1.1 - SIGN / 2, self.grade, SIGN)
        block = self.block(room)
        pen.block(self._indent(), baseline(self.style), block, self.style)
        for place, row in enumerate(fitted(self.counts, room)):
            draw_row(pen, 0, block.height + DOT_ROW * (place + 0.5), row)

    def cut(self, tall: float, room: float) -> tuple[Entry, Entry] | None:
        """The entry in two, the first at most so tall; None if it stays whole."""
        block = self.block(room)
        fit = min(int(tall / block.leading + 1e-6), len(block.lines) - 1)
        if block.height < TALL or fit < 1:
            return None
        first = Block(block.lines[:fit], block.leading)
        rest = Block(block.lines[fit:], block.leading)
        return replace(self, counts=(), part=first), replace(self, grade="", part=rest)


def _spans(entry: Entry) -> tuple[Span, ...]:
    text = entry.text
    return (Span(text, entry.style),) if isinstance(text, str) else tuple(text)


def _sized(style: Style, size: float) -> Style:
    return style.sized(max(LEAST_SIZE, style.size * size), style.leading * size)


def fitted(counts: Sequence[tuple[HasMark, int]], room: float) -> list[list[Worn]]:
    """Dots in a row; where there is no room for all, one mark per function with its count, in as
    many rows as it takes."""
    row = dots(counts)
    if row_width(row) <= room:
        return [row] if row else []
    given = sorted((pair for pair in counts if pair[1]), key=lambda pair: -pair[1])
    rows: list[list[Worn]] = [[]]
    for mark, count in given:
        worn = Worn(mark, figure=f"× {count}" if count > 1 else "")
        if rows[-1] and row_width([*rows[-1], worn]) > room:
            rows.append([])
        rows[-1].append(worn)
    return rows


Cell = tuple[Entry, ...]


class LaneRow(Part):
    """One lane: its name, and under each phase the entries of a cell."""

    def __init__(
        self, name: str, cells: Sequence[Cell], *, ruled: bool = False, remark: str = ""
    ) -> None:
        """`ruled` draws a line over it; `remark` stands under the name."""
        super().__init__()
        self.name, self.cells = name, tuple(cells)
        self.ruled, self.remark = ruled, remark
        self.grid = Grid(len(self.cells))

    @property
    def most(self) -> int:
        """How many entries its fullest cell has."""
        return max(map(len, self.cells), default=0)

    def height_at(self, width: float) -> float:
        room = self.grid.room(width)
        cells = max((_height(cell, room) for cell in self.cells), default=0.0)
        return self._top() + max(cells, sum(block.height for block in self._label()))

    def paint(self, pen: Pen, width: float) -> None:
        if self.ruled:
            pen.rule((0, 0), (width, 0), RULE, 0.5)
        pen = pen.moved(0, self._top())
        name, remark = self._label()
        pen.block(0, baseline(LANE_NAME), name, LANE_NAME)
        pen.block(0, name.height + baseline(CAPTION), remark, CAPTION)
        room = self.grid.room(width)
        for index, cell in enumerate(self.cells):
            y = 0.0
            for entry in cell:
                entry.paint(pen.moved(self.grid.start(width, index), y), room)
                y += entry.height(room) + BETWEEN

    def sized(self, size: float) -> LaneRow:
        """The same lane in type so many times as large."""
        return self._of([tuple(e.sized(size) for e in cell) for cell in self.cells], self.remark)

    def parted(self, count: int) -> tuple[LaneRow, LaneRow]:
        """The first so many entries of each cell, and the others."""
        others = self._of([cell[count:] for cell in self.cells])
        remark = tr("more overleaf") if others.most else ""
        return self._of([cell[:count] for cell in self.cells], remark), others

    def divide(self, width: float, room: float) -> tuple[LaneRow, LaneRow] | None:
        """Cut between the entries of each cell, where there is room for any."""
        left = room - self._top()
        pairs = [_cut(cell, left, self.grid.room(width)) for cell in self.cells]
        if not any(first for first, _ in pairs) or left < sum(b.height for b in self._label()):
            return None
        first = self._of([one for one, _ in pairs])
        rest = self._of([two for _, two in pairs], tr("continued"))
        return first, rest

    def _of(self, cells: Sequence[Cell], remark: str = "") -> LaneRow:
        return LaneRow(self.name, cells, ruled=self.ruled, remark=remark)

    def _top(self) -> float:
        return RULE_ROOM if self.ruled else 0.0

    def _label(self) -> tuple[Block, Block]:
        name, remark = set_text(self.name, LANE_NAME, NAME_ROOM), self.remark
        return name, set_text(remark, CAPTION, NAME_ROOM)


def _height(cell: Cell, room: float) -> float:
    return sum(entry.height(room) for entry in cell) + BETWEEN * max(0, len(cell) - 1)


def _cut(cell: Cell, tall: float, room: float) -> tuple[Cell, Cell]:
    """As many entries as there is room for, and the rest."""
    left = tall
    for place, entry in enumerate(cell):
        need = entry.height(room)
        if need > left + 1e-6:
            pair = entry.cut(left, room)
            if pair is None:
                return cell[:place], cell[place:]
            return (*cell[:place], pair[0]), (pair[1], *cell[place + 1 :])
        left -= need + BETWEEN
    return cell, ()


class OwnerRow(Part):
    """Who owns each phase, with an arrow where it is handed over; in words where nobody does."""

    def __init__(self, name: str, owners: Sequence[HasMark | None]) -> None:
        super().__init__()
        self.name, self.owners = name, tuple(owners)
        self.grid = Grid(len(self.owners))

    def sized(self, _size: float) -> OwnerRow:
        """Itself: its names are short."""
        return self

    def height_at(self, width: float) -> float:
        tallest = max((self._name(owner, width).height for owner in self.owners), default=0.0)
        return RULE_ROOM + max(SIZE, tallest, set_text(self.name, LANE_NAME, NAME_ROOM).height)

    def paint(self, pen: Pen, width: float) -> None:
        pen.rule((0, 0), (width, 0), RULE, 0.5)
        pen = pen.moved(0, RULE_ROOM)
        base = baseline(LANE)
        pen.paragraph(0, baseline(LANE_NAME), NAME_ROOM, self.name, LANE_NAME)
        following = [*self.owners[1:], None]
        for index, (owner, after) in enumerate(zip(self.owners, following, strict=True)):
            x, name = self.grid.start(width, index), self._name(owner, width)
            if owner is None:
                pen.block(x, base, name, NOBODY)
                continue
            draw_mark(pen, x, base - 1.1 - SIZE / 2, owner)
            pen.block(x + SIZE + 1.2, base, name, LANE)
            if after is not None and after != owner:
                begin = x + SIZE + 1.2 + name.lines[0].width / POINTS_PER_MM + 1.4
                self._draw_arrow(pen, begin, self.grid.start(width, index + 1) - 0.9, base - 1.1)

    @staticmethod
    def _draw_arrow(pen: Pen, start: float, end: float, y: float) -> None:
        start = min(start, end - 2.4)
        pen.rule((start, y), (end, y), MUTED, 0.7)
        for side in (-1, 1):
            pen.rule((end, y), (end - 1.1, y + 0.8 * side), MUTED, 0.7, round_ends=True)

    def _name(self, owner: HasMark | None, width: float) -> Block:
        room = self.grid.room(width)
        if owner is None:
            return set_text(tr("nobody"), NOBODY, room)
        return set_text(owner.name, LANE, room - SIZE - 1.2)


NOBODY = LANE.bold().tinted(ACCENT)
