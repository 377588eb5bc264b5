"""Every row that is still whole in a damaged file, wherever it stands.

Three ways lead to a row: the trees of the tables, pages that nothing leads to any more, and places
on a page to which the page itself does not point any more. Each row found is checked as one that a
stranger wrote.
"""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from workshop.rescue.pages import OF_INDEX, TABLE_LEAF, Cell, Pages, read_values, varint
from workshop.rescue.shapes import IN_INDEX, Shape, read_pair, shapes
from workshop.store.schema import schema

_SHORTEST = 5
"""Bytes of the shortest cell."""


@dataclass(slots=True)
class Carved:
    """What was found. `rows` are those that the file leads to, `loose` those that it does not lead
    to any more: they may be older than they should."""

    rows: dict[str, dict[int, Any]] = field(default_factory=dict)
    loose: dict[str, dict[int, Any]] = field(default_factory=dict)
    twice: list[tuple[str, Any]] = field(default_factory=list)
    """Rows under a number that another row has too."""
    pairs: dict[str, dict[str, Any]] = field(default_factory=dict)
    unreadable: Counter[str] = field(default_factory=Counter)
    """Places where a row of a table should be and none is, by table."""
    complete: bool = True
    """Whether there was time to look everywhere."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not any(self.rows.values()) and not any(self.loose.values())


def carve(data: bytes, patience: float) -> Carved:
    """Looks through the bytes of a file for so many seconds of the processor's time: what is found
    does not hang on what else the computer has to do."""
    carver = _Carver(Pages(data), time.thread_time() + patience)
    carver.read_trees()
    carver.read_the_rest()
    return carver.found


class _Carver:
    def __init__(self, pages: Pages, end: float) -> None:
        self.found = Carved()
        self._pages = pages
        self._end = end
        self._claimed: set[int] = set()
        """Pages whose rows were read, or that hold none: those of the schema and of indexes, and
        those on which a long row goes on."""
        self._by_head = _by_head(shapes().values())

    def read_trees(self) -> None:
        """The rows that the trees lead to, where what they lead to is a row of that table."""
        for type, name, root in self._roots():
            known = shapes().get(name) if type == "table" else None
            for number in self._pages.tree(root):
                if number in self._claimed or self._is_late():
                    continue
                page = self._pages.page(number)
                kind = page[self._pages.head(number)]
                if known is not None and kind == TABLE_LEAF:
                    self._read_leaf(known, page, number)
                elif known is None and kind in OF_INDEX:
                    self._claimed.add(number)
                    if name in IN_INDEX:
                        self._read_pairs(name, page, number)

    def read_the_rest(self) -> None:
        """Pages that no tree leads to, or which hold something else than they should."""
        for number in range(1, self._pages.count + 1):
            if number in self._claimed or self._is_late():
                continue
            page = self._pages.page(number)
            shape = self._shape_of(page, number)
            if shape is None or not self._read_leaf(shape, page, number):
                self._search(page, [(0, self._pages.usable)])

    def _is_late(self) -> bool:
        if time.thread_time() > self._end:
            self.found.complete = False
        return not self.found.complete

    def _roots(self) -> Iterator[tuple[str, str, int]]:
        """Type, name and root of all that is in the file: as its own schema says, then as a new
        file would have it."""
        known = {(each.type, each.name) for each in schema()}
        for number in self._pages.tree(1):
            for cell in self._cells(self._pages.page(number), number):
                values = read_values(cell.payload)
                if values and len(values) == 5 and (values[0], values[1]) in known:
                    self._claimed.add(number)
                    yield values[0], values[1], values[3] if type(values[3]) is int else 0
        yield from _usual_roots()

    def _cells(self, page: bytes, number: int) -> list[Cell]:
        """The cells to which a leaf page points."""
        found = (self._pages.cell(page, at) for at in self._pages.pointers(number))
        return [cell for cell in found if cell is not None]

    def _read_leaf(self, shape: Shape, page: bytes, number: int) -> bool:
        """Reads the rows of a leaf page; whether there are any of this table, or none at all."""
        places = self._pages.pointers(number)
        cells = self._cells(page, number)
        read = [(cell, self._row(shape, cell)) for cell in cells]
        rows = [(cell, row) for cell, row in read if row is not None]
        if cells and not rows:
            return False
        self._claimed.add(number)
        for cell, row in rows:
            self._keep(shape.name, cell, row)
        self.found.unreadable[shape.name] += len(places) - len(rows)
        covered = [(cell.begin, cell.end) for cell, _ in rows]
        start = self._pages.head(number) + 8 + 2 * len(places)
        self._search(page, _between(covered, start, self._pages.usable))
        return True

    @staticmethod
    def _row(shape: Shape, cell: Cell) -> Any:
        values = read_values(cell.payload)
        return None if values is None else shape.fits(cell.rowid, values)

    def _keep(self, name: str, cell: Cell, row: Any) -> None:
        self._claimed.update(cell.beyond)
        known = self.found.rows.setdefault(name, {})
        if known.setdefault(cell.rowid, row) != row:
            self.found.twice.append((name, row))

    def _shape_of(self, page: bytes, number: int) -> Shape | None:
        """The one table of which every row on a page can be that is one of any."""
        if page[self._pages.head(number)] != TABLE_LEAF:
            return None
        read = [(cell, read_values(cell.payload)) for cell in self._cells(page, number)]
        fitting: Counter[str] = Counter()
        for cell, values in read:
            for shape in shapes().values() if values is not None else ():
                fitting[shape.name] += shape.fits(cell.rowid, list(values or ())) is not None
        best = fitting.most_common(2)
        if not best or not best[0][1] or (len(best) > 1 and best[0][1] == best[1][1]):
            return None
        return shapes()[best[0][0]]

    def _search(self, page: bytes, ranges: Iterable[tuple[int, int]]) -> None:
        """Looks for rows at every byte of these parts of a page."""
        for begin, end in ranges:
            at = begin if any(page[begin:end]) else end
            while at <= end - _SHORTEST:
                if not page[at]:
                    at += 1
                    continue
                at = self._row_at(page, at, end) or at + 1

    def _row_at(self, page: bytes, at: int, end: int) -> int:
        """Keeps the row that begins there, if one does; returns where it ends, else 0."""
        head = self._head_at(page, at)
        if head not in self._by_head:
            return 0
        cell = self._pages.cell(page, at)
        values = read_values(cell.payload) if cell is not None and cell.end <= end else None
        if cell is None or values is None:
            return 0
        fitting = [
            (shape, row)
            for shape in self._by_head[head]
            if (row := shape.fits(cell.rowid, values)) is not None
        ]
        if len(fitting) != 1:
            return 0
        shape, row = fitting[0]
        self.found.loose.setdefault(shape.name, {}).setdefault(cell.rowid, row)
        return cell.end

    @staticmethod
    def _head_at(page: bytes, at: int) -> int:
        """What would be the length of the head of a row in a cell that begins there."""
        try:
            return page[varint(page, varint(page, at)[1])[1]]
        except IndexError:
            return 0

    def _read_pairs(self, name: str, page: bytes, number: int) -> None:
        for at in self._pages.pointers(number):
            cell = self._pages.cell(page, at, in_index=True)
            values = read_values(cell.payload) if cell is not None else None
            pair = read_pair(name, values) if values is not None else None
            if pair is not None:
                self.found.pairs.setdefault(name, {}).setdefault(*pair)


def _between(covered: Iterable[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts from `start` to `end` that are not covered."""
    for begin, after in sorted(covered):
        if begin > start:
            yield start, begin
        start = max(start, after)
    if start < end:
        yield start, end


def _by_head(known: Iterable[Shape]) -> dict[int, list[Shape]]:
    """The tables whose rows can have a head of so many bytes: one for its length and one for each
    value, and up to two more for each that is long."""
    found: dict[int, list[Shape]] = {}
    for shape in known:
        for length in range(shape.width + 1, min(3 * shape.width + 2, 128)):
            found.setdefault(length, []).append(shape)
    return found


def _usual_roots() -> list[tuple[str, str, int]]:
    """Where the trees begin in a file that this program has just made."""
    with closing(sqlite3.connect(":memory:")) as fresh:
        for each in schema():
            fresh.execute(each.sql)
        stored = fresh.execute("SELECT type, name, rootpage FROM sqlite_master")
        return [(type, name, root) for type, name, root in stored]
