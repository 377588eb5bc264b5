"""Where a note lands that is dropped on a board."""

from __future__ import annotations

from collections.abc import Collection

from workshop.board.layout import Layout
from workshop.board.notes import NoteBox
from workshop.board.piles import PileBox
from workshop.board.rect import Rect
from workshop.board.sheet import PileKey
from workshop.frozen import frozen

MARK = 3
"""The height of the line that shows where a note lands, board units."""
_NEAR = 400
"""How far up and down the notes around a point are looked for first, board units."""
_ONTO = 0.25
"""A note lands on another if it is dropped further than this from the other's ends."""


@frozen
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
    staying = [box for box in _near(layout, pile, x, y) if box.card.note not in moving]
    if not staying:
        return place_in(layout, pile, len(pile.boxes), moving)
    nearest = min(staying, key=lambda box: _distance(box, x, y))
    after = y > nearest.rect.middle[1]
    place = pile.order()[nearest.card.note] + after
    gone = sum(pile.order().get(note, place) < place for note in moving)
    return Place(pile.pile.key, place - gone, _mark(layout, nearest, below=after))


def place_in(layout: Layout, pile: PileBox, position: int, moving: Collection[int]) -> Place:
    """A place in a pile by its position."""
    staying = _staying(pile, moving)
    position = max(0, min(position, len(staying)))
    if not staying:
        pad = layout.style.frame_pad if pile.pile.framed else 0
        mark = Rect(pile.x + pad, pile.y + pile.shape.head, pile.shape.note_width, MARK)
    elif position == len(staying):
        mark = _mark(layout, staying[-1], below=True)
    else:
        mark = _mark(layout, staying[position], below=False)
    return Place(pile.pile.key, position, mark)


def _mark(layout: Layout, box: NoteBox, *, below: bool) -> Rect:
    """Where to show that a note lands above a box, or below it."""
    gap = layout.style.gap
    y = box.bottom + (gap - MARK) / 2 if below else box.y - (gap + MARK) / 2
    return Rect(box.x, y, box.shape.width, MARK)


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


def _near(layout: Layout, pile: PileBox, x: float, y: float) -> list[NoteBox]:
    """The notes of a pile around a point; all of them where none is near."""
    order, reach = pile.order(), pile.shape.note_width
    for high in (_NEAR, layout.bounds.height + _NEAR):
        found = layout.grid.within(Rect(x - reach, y - high, 2 * reach, 2 * high))
        inside = [box for box in found if box.card.note in order]
        if inside:
            return inside
    return list(pile.boxes)


def _staying(pile: PileBox, moving: Collection[int]) -> list[NoteBox]:
    return [box for box in pile.boxes if box.card.note not in moving]


def _distance(box: NoteBox, x: float, y: float) -> tuple[float, float]:
    """How far aside a point is from a note's column, then how far from its middle."""
    aside = max(box.x - x, x - box.right, 0)
    return aside, abs(y - box.rect.middle[1])
