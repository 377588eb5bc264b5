"""From note to note by arrow keys."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal

from workshop.board.layout import Layout
from workshop.board.notes import NoteBox
from workshop.board.rect import Rect

Direction = Literal["left", "right", "up", "down"]

_ASIDE = 2.0
"""A note that lies aside by a unit counts as one that is so many units further away."""


def neighbour(
    layout: Layout, note: int, direction: Direction, without: Collection[int] = ()
) -> int | None:
    """The nearest note in a direction; one that lies straight ahead goes before all others.

    Those to do `without` are passed over. What does not lie straight ahead has to lie beyond the
    note's edge by more than half.
    """
    start = layout.notes[note]
    sideways = direction in {"left", "right"}
    half = (start.shape.width if sideways else start.shape.height) / 2
    for straight, beyond in ((True, 0.0), (False, half)):
        ahead = layout.grid.within(_ahead(layout, start, direction, straight=straight))
        if without:
            ahead = [box for box in ahead if box.card.note not in without]
        found = _nearest(start, ahead, direction, beyond)
        if found:
            return found.card.note
    return None


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


def _nearest(
    start: NoteBox, boxes: Iterable[NoteBox], direction: Direction, beyond: float
) -> NoteBox | None:
    x, y = start.rect.middle
    best, least = None, float("inf")
    for box in boxes:
        other_x, other_y = box.rect.middle
        right, down = other_x - x, other_y - y
        along, aside = (right, down) if direction in {"left", "right"} else (down, right)
        if direction in {"left", "up"}:
            along = -along
        far = along + _ASIDE * abs(aside)
        if box is not start and along > beyond and far < least:
            best, least = box, far
    return best
