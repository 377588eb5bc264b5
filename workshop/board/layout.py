"""The layout of a board: every note, head and frame with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from workshop.board.arrangements import Space, Task, arrange
from workshop.board.grid import Grid
from workshop.board.notes import NoteBox
from workshop.board.piles import PileBox, alike
from workshop.board.rect import Rect, around
from workshop.board.sheet import PileKey, Sheet
from workshop.board.style import Style
from workshop.board.typesetting import Typesetter


@dataclass(frozen=True)
class Layout:
    """Where everything lies, in board units.

    `changed` lists what differs from the layout this one was made from, old places and new ones;
    None means that all of it may.
    """

    sheet: Sheet
    space: Space
    style: Style
    piles: tuple[PileBox, ...]
    notes: dict[int, NoteBox]
    grid: Grid
    bounds: Rect
    changed: tuple[Rect, ...] | None = None

    @property
    def note_width(self) -> float:
        """How wide every note is."""
        return self.piles[0].shape.note_width if self.piles else self.style.note_width

    @property
    def overlaps(self) -> bool:
        """Whether notes may lie on each other, so that their order matters."""
        return self.sheet.arrangement == "wall"

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The notes' ids in reading order."""
        return tuple(box.card.note for pile in self.piles for box in pile.boxes)

    @cached_property
    def rank(self) -> dict[int, int]:
        """The place of each note in reading order."""
        return {note: place for place, note in enumerate(self.order)}

    def within(self, rect: Rect) -> list[NoteBox]:
        """The notes that a rectangle meets, lowest first where they may lie on each other."""
        found = self.grid.within(rect)
        if self.overlaps:
            found.sort(key=lambda box: self.rank[box.card.note])
        return found

    def note_at(self, x: float, y: float) -> NoteBox | None:
        """The topmost note at a point."""
        found = self.grid.at(x, y)
        return max(found, key=lambda box: self.rank[box.card.note]) if found else None

    def pile_of(self, note: int) -> PileBox | None:
        """The pile a note lies in."""
        for pile in self.piles:
            if any(card.note == note for card in pile.pile.cards):
                return pile
        return None

    def pile(self, key: PileKey) -> PileBox | None:
        """The pile of this key."""
        return next((pile for pile in self.piles if pile.pile.key == key), None)

    def head_at(self, x: float, y: float) -> PileBox | None:
        """The pile whose head holds a point."""
        return next((pile for pile in self.piles if pile.head.holds(x, y)), None)


def lay_out(
    sheet: Sheet,
    space: Space,
    style: Style,
    typesetter: Typesetter,
    before: Layout | None = None,
) -> Layout:
    """Give everything on the sheet its place.

    `before` is an earlier layout of the same board: what has not changed since is taken over, so
    that one note added or edited costs the pile it lies in. The result is the same without it.
    """
    if before and before.style == style and before.sheet.arrangement == sheet.arrangement:
        known = {pile.pile.key: pile for pile in before.piles}
    else:
        before, known = None, {}
    piles = tuple(arrange(Task(sheet, space, style, typesetter, known)))
    bounds = _bounds(piles, style)
    if before is None:
        notes = {box.card.note: box for pile in piles for box in pile.boxes}
        return Layout(sheet, space, style, piles, notes, Grid.of(notes.values()), bounds)
    gone, new = _difference(before.piles, piles)
    notes = dict(before.notes)
    for box in gone:
        notes.pop(box.card.note, None)
    notes.update((box.card.note, box) for box in new)
    changed = tuple(_changes(before, piles, gone, new))
    grid = before.grid.changed(gone, new)
    return Layout(sheet, space, style, piles, notes, grid, bounds, changed)


def _bounds(piles: Iterable[PileBox], style: Style) -> Rect:
    """All there is, with the origin in it and a margin, but none above the first line."""
    lying = around([Rect(0, 0, 0, 0), *(pile.area for pile in piles if pile.area.width)])
    left = lying.x - style.margin if lying.x < 0 else 0
    top = lying.y - style.margin if lying.y < 0 else 0
    return Rect(left, top, lying.right + style.margin - left, lying.bottom + style.margin - top)


def _difference(
    before: Iterable[PileBox], after: Iterable[PileBox]
) -> tuple[list[NoteBox], list[NoteBox]]:
    """The boxes that are gone, and those that are new."""
    known = {pile.pile.key: pile.boxes for pile in before}
    old: dict[NoteBox, None] = {}
    now: dict[NoteBox, None] = {}
    for pile in after:
        boxes = known.pop(pile.pile.key, ())
        first = alike(boxes, pile.boxes) if boxes is not pile.boxes else len(boxes)
        old.update(dict.fromkeys(boxes[first:]))
        now.update(dict.fromkeys(pile.boxes[first:]))
    for boxes in known.values():
        old.update(dict.fromkeys(boxes))
    return [box for box in old if box not in now], [box for box in now if box not in old]


def _changes(
    before: Layout, piles: Iterable[PileBox], gone: list[NoteBox], new: list[NoteBox]
) -> Iterator[Rect]:
    """What looks different: boxes, and heads and frames of piles that changed."""
    yield from (box.rect for box in (*gone, *new))
    known = {pile.pile.key: pile for pile in before.piles}
    for pile in piles:
        old = known.pop(pile.pile.key, None)
        if old is not pile:
            yield from _outsides(pile, old)
    for pile in known.values():
        yield pile.area


def _outsides(pile: PileBox, old: PileBox | None) -> Iterator[Rect]:
    """The head of a pile that changed, or all of it where a frame or tile goes with it."""
    whole = pile.pile.framed or pile.tile or old is None or old.pile.framed or old.tile
    if not whole and old is not None and old.area[:3] == pile.area[:3]:
        yield pile.head
        return
    yield pile.area
    if old is not None:
        yield old.area
