"""Where a note lands that is dropped on a board."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from workshop.board.layout import Layout
from workshop.board.notes import NoteBox
from workshop.board.piles import PileBox
from workshop.board.rect import Rect
from workshop.board.sheet import PileKey

MARK = 3
"""The height of the line that shows where a note lands, board units."""
_ONTO = 0.25
"""A note lands on another if it is dropped further than this from the other's ends."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a pile: so many of the notes that stay come before it. `mark` is where to show
    it."""

    pile: PileKey
    position: int
    mark: Rect


def place_at(layout: Layout, x: float, y: float, moving: Collection[int]) -> Place | None:
    """The place nearest to a point, in the pile that the point lies in or above."""
    pile = _pile_at(layout, x, y)
    if pile is None:
        return None
    staying = _staying(pile, moving)
    if not staying:
        return place_in(layout, pile, 0, moving)
    nearest = min(staying, key=lambda box: _distance(box, x, y))
    after = y > nearest.rect.middle[1]
    return place_in(layout, pile, staying.index(nearest) + after, moving, behind=after)


def place_in(
    layout: Layout, pile: PileBox, position: int, moving: Collection[int], *, behind: bool = False
) -> Place:
    """A place in a pile by its position; `behind` shows it below the note before."""
    style, staying = layout.style, _staying(pile, moving)
    position = max(0, min(position, len(staying)))
    if not staying:
        pad = style.frame_pad if pile.pile.framed else 0
        y, x = pile.y + pile.shape.head, pile.x + pad
    elif position == len(staying) or (behind and position):
        box = staying[position - 1]
        x, y = box.x, box.bottom + (style.gap - MARK) / 2
    else:
        box = staying[position]
        x, y = box.x, box.y - (style.gap + MARK) / 2
    return Place(pile.pile.key, position, Rect(x, y, pile.shape.note_width, MARK))


def note_under(layout: Layout, x: float, y: float, moving: Collection[int]) -> int | None:
    """The note that a drop at this point lands on, to lie in one cluster with it."""
    box = layout.note_at(x, y)
    if box is None or box.card.note in moving:
        return None
    inside = box.shape.height * _ONTO
    return box.card.note if box.y + inside <= y <= box.bottom - inside else None


def _pile_at(layout: Layout, x: float, y: float) -> PileBox | None:
    if layout.sheet.arrangement == "lanes":
        half = layout.style.lane_gap / 2
        lanes = [pile for pile in layout.piles if not pile.pile.covered]
        return next((p for p in lanes if p.x - half <= x < p.area.right + half), None)
    around = layout.style.gap / 2
    piles = [pile for pile in layout.piles if pile.pile.framed or not layout.overlaps]
    return next((pile for pile in piles if pile.area.grown(around).holds(x, y)), None)


def _staying(pile: PileBox, moving: Collection[int]) -> list[NoteBox]:
    return [box for box in pile.boxes if box.card.note not in moving]


def _distance(box: NoteBox, x: float, y: float) -> tuple[float, float]:
    """How far aside a point is from a note's column, then how far from its middle."""
    aside = max(box.x - x, x - box.right, 0)
    return aside, abs(y - box.rect.middle[1])
