"""Notes in two columns, function by function, balanced where they end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from exports.ink import POINTS_PER_MM
from exports.parts.marked import MarkedHead
from exports.parts.part import Part
from exports.pen import Pen

GUTTER = 5.0
EXACT = 0.5
"""Columns are balanced to so many millimetres."""


@dataclass(frozen=True, slots=True)
class Item:
    """A note, or a title over notes, and the head of the function that it is of."""

    head: MarkedHead
    part: Part


@dataclass(frozen=True, slots=True)
class _Column:
    """Parts with where they begin, how tall all are, and which item comes after them."""

    placed: tuple[tuple[float, Part], ...]
    tall: float
    end: int


class NoteColumns(Part):
    """Items from `start` on. A column that begins in the middle of a function has its head once
    more, "continued"."""

    stands_alone = True

    def __init__(self, items: Sequence[Item], start: int = 0, above: float = 0.0) -> None:
        super().__init__(above=above)
        self.items, self.start = items, start
        self._shown: tuple[_Column, ...] = ()

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """All of it if it fits, its columns balanced; else more than there is room for."""
        width, room = aW / POINTS_PER_MM, aH / POINTS_PER_MM
        self._width, self.width = width, aW
        self._shown = self._filled(width, room)
        if self._shown[-1].end < len(self.items):
            self.height = aH + 1.0
        else:
            self._shown = self._balanced(width, room)
            self.height = self.height_at(width) * POINTS_PER_MM
        return self.width, self.height

    def height_at(self, width: float) -> float:
        return max(column.tall for column in self._shown)

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """What two columns of the page hold, and the rest."""
        columns = self._filled(aW / POINTS_PER_MM, aH / POINTS_PER_MM)
        if columns[0].end == self.start:
            return []
        return [_Filled(columns, self.above), NoteColumns(self.items, columns[-1].end)]

    def paint(self, pen: Pen, width: float) -> None:
        _paint(pen, width, self._shown)

    def _balanced(self, width: float, room: float) -> tuple[_Column, ...]:
        """As low as both columns can be and hold all."""
        low, high = 0.0, room
        while high - low > EXACT:
            middle = (low + high) / 2
            fits = self._filled(width, middle)[-1].end == len(self.items)
            low, high = (low, middle) if fits else (middle, high)
        return self._filled(width, high)

    def _filled(self, width: float, room: float) -> tuple[_Column, ...]:
        first = self._column(self.start, _half(width), room)
        return first, self._column(first.end, _half(width), room)

    def _column(self, start: int, width: float, room: float) -> _Column:
        """As many items from `start` on as a column holds, none of the titles at its foot."""
        placed: list[tuple[float, Part]] = []
        kept, kept_tall, kept_end = 0, 0.0, start
        y = below = 0.0
        for index in range(start, len(self.items)):
            for part in self._with_head(index, top=index == start):
                y += max(below, part.above) if placed else 0.0
                placed.append((y, part))
                y, below = y + part.height_at(width), part.below
            if y > room + 1e-6:
                break
            if not self.items[index].part.keepWithNext:
                kept, kept_tall, kept_end = len(placed), y, index + 1
        return _Column(tuple(placed[:kept]), kept_tall, kept_end)

    def _with_head(self, index: int, *, top: bool) -> list[Part]:
        """An item, after the head of its function where that begins, or goes on at a top."""
        item = self.items[index]
        begins = not index or self.items[index - 1].head is not item.head
        if begins:
            return [item.head, item.part]
        return [item.head.again(), item.part] if top else [item.part]


class _Filled(Part):
    """The columns of a page that is full."""

    stands_alone = True

    def __init__(self, columns: Sequence[_Column], above: float) -> None:
        super().__init__(above=above)
        self.columns = tuple(columns)

    def height_at(self, width: float) -> float:
        return max(column.tall for column in self.columns)

    def paint(self, pen: Pen, width: float) -> None:
        _paint(pen, width, self.columns)


def _half(width: float) -> float:
    return (width - GUTTER) / 2


def _paint(pen: Pen, width: float, columns: Sequence[_Column]) -> None:
    half = _half(width)
    for index, column in enumerate(columns):
        for y, part in column.placed:
            part.paint(pen.moved(index * (half + GUTTER), y), half)
