"""From note to note by arrow keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from workshop.board.layout import Layout
from workshop.board.notes import NoteBox
from workshop.board.rect import Rect

Direction = Literal["left", "right", "up", "down"]

_ASIDE = 2.0
"""A note that lies aside by a unit counts as one that is so many units further away."""


def neighbour(layout: Layout, note: int, direction: Direction) -> int | None:
    """The nearest note in a direction; one that lies straight ahead goes before all others."""
    start = layout.notes[note]
    ahead = layout.grid.within(_ahead(layout, start, direction, straight=True))
    found = _nearest(start, ahead, direction)
    if found is None:
        found = _nearest(
            start, layout.grid.within(_ahead(layout, start, direction, straight=False)), direction
        )
    return found.card.note if found else None


def _ahead(layout: Layout, start: NoteBox, direction: Direction, *, straight: bool) -> Rect:
    """What lies in a direction: as wide as the note, or all the way across."""
    all_of, own = layout.bounds, start.rect
    x, y = own.middle
    left, right = (own.x, own.right) if straight else (all_of.x, all_of.right)
    top, bottom = (own.y, own.bottom) if straight else (all_of.y, all_of.bottom)
    if direction == "left":
        return Rect(all_of.x, top, x - all_of.x, bottom - top)
    if direction == "right":
        return Rect(x, top, all_of.right - x, bottom - top)
    if direction == "up":
        return Rect(left, all_of.y, right - left, y - all_of.y)
    return Rect(left, y, right - left, all_of.bottom - y)


def _nearest(start: NoteBox, boxes: Iterable[NoteBox], direction: Direction) -> NoteBox | None:
    x, y = start.rect.middle
    best, least = None, float("inf")
    for box in boxes:
        other_x, other_y = box.rect.middle
        right, down = other_x - x, other_y - y
        along, aside = (right, down) if direction in {"left", "right"} else (down, right)
        if direction in {"left", "up"}:
            along = -along
        far = along + _ASIDE * abs(aside)
        if box is not start and along > 0 and far < least:
            best, least = box, far
    return best
