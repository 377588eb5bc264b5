"""Piles in place: a head, perhaps a frame, and notes in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapreplace
from math import ceil

from workshop.board.notes import NoteBox, NoteShape, shape_note
from workshop.board.rect import Rect
from workshop.board.sheet import Arrangement, Pile, Point
from workshop.board.style import Style
from workshop.board.typesetting import NOTHING, Fitted, Typesetter

TITLE_LINES = 3


@dataclass(slots=True, eq=False)
class PileShape:
    """A pile without a place: where its head ends and where its notes lie, from its corner."""

    pile: Pile
    columns: int
    note_width: float
    width: float
    height: float
    head: float
    title: Fitted
    notes: tuple[NoteShape, ...]
    spots: tuple[Point, ...]


@dataclass(slots=True, eq=False)
class PileBox:
    """A pile in its place. Nothing changes it once it is made."""

    shape: PileShape
    x: float
    y: float
    boxes: tuple[NoteBox, ...]
    area: Rect
    head: Rect
    tile: Rect | None = None
    _order: dict[int, int] | None = None

    @property
    def pile(self) -> Pile:
        return self.shape.pile

    def order(self) -> dict[int, int]:
        """The place of each of its notes, counted from 0."""
        if self._order is None:
            self._order = {box.card.note: place for place, box in enumerate(self.boxes)}
        return self._order


def shape_pile(
    pile: Pile,
    columns: int,
    note_width: float,
    arrangement: Arrangement,
    style: Style,
    typesetter: Typesetter,
    before: PileShape | None = None,
) -> PileShape:
    """The pile with its notes in so many columns; what `before` has in common is taken over."""
    if before and (before.pile, before.columns, before.note_width) == (pile, columns, note_width):
        return before
    notes = shape_notes(pile, note_width, style, typesetter, before)
    pad = style.frame_pad if pile.framed else 0
    inner = columns * note_width + (columns - 1) * style.gap
    title, head = _head(pile, inner, arrangement, style, typesetter)
    top = pad + head
    known: Sequence[Point] = ()
    if before and (before.columns, before.note_width, before.head) == (columns, note_width, top):
        known = before.spots[: alike(before.notes, notes)]
    spots, bottom = in_columns(notes, columns, note_width, style.gap, pad, top, known)
    if pile.covered:
        bottom = top + tile_height(style)
    return PileShape(
        pile, columns, note_width, inner + 2 * pad, bottom + pad, top, title, notes, spots
    )


def shape_notes(
    pile: Pile, width: float, style: Style, typesetter: Typesetter, before: PileShape | None
) -> tuple[NoteShape, ...]:
    """A shape for each card, those of `before` for cards that have not changed."""
    old = before.notes if before and before.note_width == width else ()
    first = alike([shape.card for shape in old], pile.cards)
    known = {shape.card.note: shape for shape in old[first:]}
    made = list(old[:first])
    for card in pile.cards[first:]:
        shape = known.get(card.note)
        if shape is None or (shape.card is not card and shape.card != card):
            shape = shape_note(card, width, style, typesetter, framed=pile.framed)
        made.append(shape)
    return tuple(made)


def _head(
    pile: Pile, width: float, arrangement: Arrangement, style: Style, typesetter: Typesetter
) -> tuple[Fitted, float]:
    """The title in lines, and the height of the head it stands in.

    The title of a lane is set when it is painted: in a window the heads of lanes keep their size
    whatever the scale.
    """
    words = typesetter.word(pile.key[0]) if pile.is_loose and not pile.title else pile.title
    if not (words or pile.label or pile.marks):
        return NOTHING, 0
    if arrangement == "lanes":
        return NOTHING, style.head
    left = typesetter.width(pile.label, "title") + style.gap if pile.label else 0
    title = typesetter.fit(words, "title", width - left, TITLE_LINES) if words else NOTHING
    row = style.small_mark + style.gap if pile.has_row else 0
    return title, ceil(max(title.height, style.title * 1.3) + row + style.gap)


def tile_height(style: Style) -> float:
    """The height of the tile that stands for a covered lane."""
    return ceil(style.count * 1.5 + 2 * style.pad)


def alike(old: Sequence[object], new: Sequence[object]) -> int:
    """How many things at the beginning are the same in both."""
    for place, (one, other) in enumerate(zip(old, new, strict=False)):
        if one is not other:
            return place
    return min(len(old), len(new))


def in_columns(
    notes: Sequence[NoteShape],
    columns: int,
    width: float,
    gap: float,
    left: float,
    top: float,
    known: Sequence[Point] = (),
) -> tuple[tuple[Point, ...], float]:
    """Each note goes below the shortest column, the leftmost of several; and where all end.

    So notes read row by row, and a note added at the end moves no other. `known` are the places
    of the first notes, where they are known already.
    """
    lefts = [left + column * (width + gap) for column in range(columns)]
    ends = _ends(notes, known, lefts, gap, top)
    spots = list(known)
    for note in notes[len(known) :]:
        y, x = ends[0]
        spots.append((x, y))
        heapreplace(ends, (y + note.height + gap, x))
    return tuple(spots), max(top, max(ends)[0] - gap)


def _ends(
    notes: Sequence[NoteShape], known: Sequence[Point], lefts: list[float], gap: float, top: float
) -> list[tuple[float, float]]:
    """Where each column ends, and its left side, as a heap; found from the last note of each."""
    bottoms: dict[float, float] = {}
    for place in range(len(known) - 1, -1, -1):
        x, y = known[place]
        if x not in bottoms:
            bottoms[x] = y + notes[place].height + gap
            if len(bottoms) == len(lefts):
                break
    return sorted((bottoms.get(x, top), x) for x in lefts)


def place_pile(shape: PileShape, x: float, y: float, before: PileBox | None = None) -> PileBox:
    """The pile with its corner there; boxes of `before` that lie the same are taken over."""
    if before and before.shape is shape and (before.x, before.y) == (x, y):
        return before
    boxes = _boxes(shape, x, y, before)
    area = Rect(x, y, shape.width, shape.height)
    head = Rect(x, y, shape.width, shape.head)
    tile = Rect(x, y + shape.head, shape.width, shape.height - shape.head)
    return PileBox(shape, x, y, boxes, area, head, tile if shape.pile.covered else None)


def _boxes(shape: PileShape, x: float, y: float, before: PileBox | None) -> tuple[NoteBox, ...]:
    """A box for each note: the one of `before` where it has the same shape in the same place."""
    first, old = 0, before.boxes if before else ()
    if before and (before.x, before.y) == (x, y):
        first = min(alike(before.shape.notes, shape.notes), alike(before.shape.spots, shape.spots))
    known = {box.shape: box for box in old[first:]}
    made = list(old[:first])
    for note, (right, down) in zip(shape.notes[first:], shape.spots[first:], strict=True):
        box = known.get(note)
        if box is None or box.x != x + right or box.y != y + down:
            box = NoteBox(note, x + right, y + down)
        made.append(box)
    return tuple(made)
