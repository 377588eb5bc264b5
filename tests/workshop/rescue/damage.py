"""Damaging files at random, and knowing what was hit."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from workshop.rescue.pages import TABLE_LEAF, Pages

PAGE = 4096
Span = tuple[int, int]


@dataclass(frozen=True)
class Damaged:
    """The bytes of a damaged file, and the parts of them that are not as they were."""

    how: str
    data: bytes
    hit: tuple[Span, ...]

    def hits(self, span: Span) -> bool:
        """Whether any byte of this part was hit."""
        return any(begin < span[1] and span[0] < end for begin, end in self.hit)


def flip(data: bytes, rng: Random, near: list[int]) -> Damaged:
    """Some bits are wrong."""
    spoilt = bytearray(data)
    places = [_place(rng, near) for _ in range(rng.choice((1, 1, 5, 60, 400)))]
    for at in places:
        spoilt[at] ^= 1 << rng.randrange(8)
    return Damaged("flip", bytes(spoilt), tuple((at, at + 1) for at in places))


def overwrite(data: bytes, rng: Random, near: list[int]) -> Damaged:
    """Whole pages or parts of them are zeros or noise."""
    spoilt, hit = bytearray(data), []
    for _ in range(rng.randint(1, 12)):
        begin = _place(rng, near)
        begin -= begin % PAGE if rng.random() < 0.6 else 0
        end = min(len(data), begin + rng.choice((8, 100, PAGE, PAGE)))
        spoilt[begin:end] = bytes(end - begin) if rng.random() < 0.5 else rng.randbytes(end - begin)
        hit.append((begin, end))
    return Damaged("overwrite", bytes(spoilt), tuple(hit))


def truncate(data: bytes, rng: Random, _: list[int]) -> Damaged:
    """The file ends too early, mostly at a page border."""
    end = rng.randrange(len(data) // PAGE) * PAGE + rng.choice((0, 0, rng.randrange(PAGE)))
    return Damaged("truncate", data[:end], ((end, len(data)),))


def shuffle(data: bytes, rng: Random, near: list[int]) -> Damaged:
    """Pages stand in each other's place, as a disk that writes astray leaves them."""
    pages = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
    moved = {_place(rng, near) // PAGE for _ in range(rng.choice((2, 4, 20)))}
    order = sorted(moved)
    for at, source in zip(order, rng.sample(order, len(order)), strict=True):
        pages[at] = data[source * PAGE : (source + 1) * PAGE]
    return Damaged("shuffle", b"".join(pages), ())


WAYS: tuple[Callable[[bytes, Random, list[int]], Damaged], ...] = (
    flip, overwrite, truncate, shuffle,
)  # fmt: skip


def _place(rng: Random, near: list[int]) -> int:
    """A byte of the file: half of the time on one of the pages that matter here."""
    page = rng.choice(near) if rng.random() < 0.5 else rng.choice(range(len(near) * 4))
    return min(page, max(near)) * PAGE + rng.randrange(PAGE)


@dataclass(frozen=True)
class Sound:
    """A sound file, where each of its notes stands in it, and the pages of their table."""

    data: bytes
    spans: dict[int, Span]
    pages: list[int]
    """Counted from 0."""


def look(path: Path) -> Sound:
    """Where the notes of a closed file stand."""
    data, spans = path.read_bytes(), {}
    with closing(sqlite3.connect(path)) as file:
        root = file.execute("SELECT rootpage FROM sqlite_master WHERE name='note'").fetchone()[0]
    pages = Pages(data)
    tree = list(pages.tree(root))
    for number in tree:
        page = pages.page(number)
        for at in pages.pointers(number) if page[0] == TABLE_LEAF else ():
            cell = pages.cell(page, at)
            assert cell is not None
            start = (number - 1) * PAGE
            spans[cell.rowid] = (start + cell.begin, start + cell.end)
    return Sound(data, spans, [number - 1 for number in tree])


def says(note: Any) -> tuple[Any, ...]:
    """What has to be brought back of a note."""
    return (note.text, note.evidence, note.channel)
