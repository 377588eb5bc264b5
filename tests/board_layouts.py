"""Boards laid out by a typesetter that reckons instead of knowing fonts."""

from __future__ import annotations

import pytest

from tests.board_sheets import cards, clusters, lanes, ranking, wall
from workshop.board.arrangements import Space
from workshop.board.layout import Layout, lay_out
from workshop.board.rect import Rect
from workshop.board.sheet import Sheet
from workshop.board.style import CONSOLE
from workshop.board.typesetting import Fitted, TypeFace

WINDOW = Space(1283, 660)


class Reckoner:
    """Every letter is half as wide as the face is high; lines break anywhere."""

    def fit(self, text: str, face: TypeFace, width: float, most_lines: int) -> Fitted:
        size = self._size(face)
        fits = max(1, int(width / (size / 2)))
        lines = [text[start : start + fits] for start in range(0, len(text), fits)] or [""]
        kept = lines[:most_lines]
        tail = width - self.width(kept[-1], face)
        return Fitted(tuple(kept), len(kept) * size * 1.3, tail, len(lines) > most_lines)

    def width(self, text: str, face: TypeFace) -> float:
        return len(text) * self._size(face) / 2

    def word(self, key: str, fact: int | str = "") -> str:
        return f"{fact} {key}".strip()

    def _size(self, face: TypeFace) -> float:
        return {"text": 15, "small": 13, "title": 16, "count": 34}[face]


def laid(sheet: Sheet, space: Space = WINDOW, before: Layout | None = None) -> Layout:
    return lay_out(sheet, space, CONSOLE, Reckoner(), before)


def places(layout: Layout) -> dict[int, Rect]:
    return {note: box.rect for note, box in layout.notes.items()}


ALL_CARDS = cards(40)
SHEETS = {
    "lanes": lanes(ALL_CARDS),
    "clusters": clusters(ALL_CARDS),
    "ranking": ranking(ALL_CARDS),
    "wall": wall(ALL_CARDS, {}),
}
arrangements = pytest.mark.parametrize("name", SHEETS)
