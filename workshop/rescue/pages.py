"""The pages of a SQLite file, read as plain bytes.

SQLite itself is not asked: it stops at the first thing that is wrong, and a file from a stranger
could have it do what it likes. Layout and names: "Database File Format", sections 1.3 to 1.6, of
the documentation of SQLite.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workshop.store.header import HEADER_SIZE, MAGIC

TABLE_LEAF, TABLE_INNER, INDEX_LEAF, INDEX_INNER = 0x0D, 0x05, 0x0A, 0x02
INNER = (TABLE_INNER, INDEX_INNER)
OF_INDEX = (INDEX_LEAF, INDEX_INNER)
USUAL_SIZE = 4096
"""Bytes of a page in the files that this program makes."""
LARGEST_ROW = 20_000_000
_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
"""Bytes of a value by its serial type, for those of fixed width."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A row of a leaf page: where it stands on the page, and all of its bytes. `beyond`: pages
    on which it goes on."""

    begin: int
    end: int
    rowid: int
    payload: bytes
    beyond: tuple[int, ...] = ()


class Pages:
    """The pages of a file, whatever is wrong with it; a page that is cut off ends in zeros."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.size, self.usable = _sizes(data)
        self.count = -(-len(data) // self.size)

    def page(self, number: int) -> bytes:
        """A page by its number, from 1. Raises IndexError."""
        if not 0 < number <= self.count:
            raise IndexError(number)
        found = self._data[(number - 1) * self.size : number * self.size]
        return found if len(found) == self.size else found.ljust(self.size, b"\0")

    def head(self, number: int) -> int:
        """Where the head of a page begins: the first one starts with that of the file."""
        return HEADER_SIZE if number == 1 and self._data.startswith(MAGIC) else 0

    def pointers(self, number: int) -> list[int]:
        """Where the cells of a page begin, as far as its head says; wrong places left out."""
        page, head = self.page(number), self.head(number)
        first = head + (12 if page[head] in INNER else 8)
        count = min(_short(page, head + 3), (self.usable - first) // 2)
        found = (_short(page, first + 2 * n) for n in range(count))
        return [at for at in found if first + 2 * count <= at < self.usable]

    def children(self, number: int) -> list[int]:
        """The pages below an inner page."""
        page, head = self.page(number), self.head(number)
        below = [_long(page, at) for at in self.pointers(number) if at + 4 <= self.usable]
        return [*below, _long(page, head + 8)]

    def tree(self, root: int) -> Iterator[int]:
        """The pages of a tree, each once, as far as they can be followed."""
        seen: set[int] = set()
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number in seen or not 0 < number <= self.count:
                continue
            seen.add(number)
            yield number
            if self.page(number)[self.head(number)] in INNER:
                waiting += reversed(self.children(number))

    def cell(self, page: bytes, at: int, in_index: bool = False) -> Cell | None:
        """The cell that begins there; None where none can. In an index a cell has no row id."""
        try:
            size, after = varint(page, at)
            rowid, after = (0, after) if in_index else varint(page, after)
        except IndexError:
            return None
        here = self._local(size, in_index)
        if not 1 < size <= LARGEST_ROW or after + here > self.usable:
            return None
        start = page[after : after + here]
        if here == size:
            return Cell(at, after + here, rowid, start)
        if after + here + 4 > self.usable:
            return None
        rest, beyond = self._beyond(_long(page, after + here), size - here)
        if len(rest) < size - here:
            return None
        return Cell(at, after + here + 4, rowid, start + rest, beyond)

    def _local(self, size: int, in_index: bool) -> int:
        """How many bytes of a row stand on its page."""
        most = (self.usable - 12) * 64 // 255 - 23 if in_index else self.usable - 35
        if size <= most:
            return size
        least = (self.usable - 12) * 32 // 255 - 23
        there = least + (size - least) % (self.usable - 4)
        return there if there <= most else least

    def _beyond(self, number: int, size: int) -> tuple[bytes, tuple[int, ...]]:
        """So many bytes of the pages that follow each other from this one, and which they are."""
        parts: list[bytes] = []
        seen: list[int] = []
        room = self.usable - 4
        while size > 0 and 0 < number <= self.count and len(seen) < self.count:
            page = self.page(number)
            parts.append(page[4 : 4 + min(size, room)])
            seen.append(number)
            size -= room
            number = _long(page, 0)
        return b"".join(parts), tuple(seen)


def _sizes(data: bytes) -> tuple[int, int]:
    """Size of a page, and how much of it is used, by the head of the file if that is one."""
    if not data.startswith(MAGIC) or len(data) < HEADER_SIZE:
        return USUAL_SIZE, USUAL_SIZE
    size = _short(data, 16)
    size = 65536 if size == 1 else size
    if size < 512 or size & (size - 1):
        return USUAL_SIZE, USUAL_SIZE
    return size, size - data[20] if size - data[20] >= 480 else size


def _short(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")


def _long(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


def varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where the next one begins. Raises IndexError."""
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9


def read_values(payload: bytes) -> list[Any] | None:
    """The values of a row; None where these bytes are none."""
    try:
        size, at = varint(payload, 0)
        if size > len(payload):
            return None
        types = []
        while at < size:
            type, at = varint(payload, at)
            types.append(type)
        values = []
        for type in types:
            width = _WIDTHS[type] if type < 10 else (type - 12) // 2
            values.append(_value(type, payload[at : at + width]))
            at += width
    except (IndexError, ValueError, struct.error):
        return None
    return values if at == len(payload) else None


def _value(type: int, data: bytes) -> Any:
    """One value. Raises ValueError for text that is no UTF-8."""
    if type == 0:
        return None
    if type < 7:
        return int.from_bytes(data, "big", signed=True)
    if type == 7:
        return struct.unpack(">d", data)[0]
    if type < 10:
        return type - 8
    if type < 12:
        raise ValueError("no type of value")
    return data.decode() if type % 2 else bytes(data)
