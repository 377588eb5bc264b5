"""What is done on the wall: moving freely, aligning, distributing, tidying."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from ui.console.board_desk import BoardDesk
from ui.console.run import Run
from ui.translate import tr
from workshop import wall
from workshop.board.aligning import Edge, Way, align, distribute, free_spot, tidy
from workshop.board.layout import Layout
from workshop.board.rect import Rect
from workshop.board.sheet import PileKey, Point
from workshop.records.words import ClusterId, NoteId

Thing = tuple[str, int]
"""A note that lies by itself ("note", id), or a cluster ("cluster", id)."""

Spots = Mapping[Thing, Point]


class WallVerbs(QObject):
    """Acts on what lies on the wall that the console shows."""

    said = Signal(str)

    def __init__(self, run: Run, desk: BoardDesk) -> None:
        super().__init__(run)
        self._run, self._desk = run, desk
        desk.view.wall_move_requested.connect(self._notes_moved)
        desk.view.pile_place_requested.connect(self._pile_placed)

    def align(self, edge: Edge) -> None:
        """Puts one edge of the selected in line."""
        self._arrange(lambda things: align(things, edge), 2)

    def distribute(self, way: Way) -> None:
        """Puts the selected evenly apart."""
        self._arrange(lambda things: distribute(things, way), 3)

    def tidy(self) -> None:
        """Puts the selected, or everything, into rows without overlaps."""
        layout = self._desk.view.board
        gap, width = layout.style.gap, layout.space.width - 2 * layout.style.margin
        self._arrange(lambda things: tidy(things, gap, width), 0)

    def _arrange(self, verb: Callable[[Mapping[Thing, Rect]], Spots], least: int) -> None:
        if not self._desk.view.board.overlaps:
            self.said.emit(tr("Arrange the board as a wall first."))
            return
        lying = lying_on(self._desk.view.board)
        chosen = {thing: lying[thing] for thing in self._chosen() if thing in lying}
        if len(chosen) < least:
            self.said.emit(tr("Choose {count} things or more first.", count=least))
            return
        things = chosen or lying
        if things:
            spots = verb(things)
            self._put({thing: at for thing, at in spots.items() if at != lying[thing][:2]})

    def _chosen(self) -> list[Thing]:
        """The selected: loose notes, and for notes in clusters their cluster."""
        layout = self._desk.view.board
        found: dict[Thing, None] = {}
        for note in self._desk.chosen:
            pile = layout.pile_of(note)
            inside = pile is not None and pile.pile.framed
            thing = ("cluster", pile.pile.key[1]) if inside and pile else ("note", note)
            found[thing] = None
        return list(found)

    def _notes_moved(self, spots: Mapping[int, Point]) -> None:
        self._put({("note", note): at for note, at in spots.items()})

    def _pile_placed(self, pile: PileKey, at: Point) -> None:
        self._put({("cluster", pile[1]): at})

    def _put(self, moved: Spots) -> None:
        if not moved:
            return
        lying = without_spot(self._desk.view.board)
        workshop = self._run.workshop
        self._run.session.attempt(lambda: wall.put(workshop, spots_of(moved), lying))


def lying_on(board: Layout) -> dict[Thing, Rect]:
    """All that lies on the wall by itself."""
    found: dict[Thing, Rect] = {}
    for pile in board.piles:
        if pile.pile.framed:
            found[("cluster", pile.pile.key[1])] = pile.area
        else:
            found.update({("note", box.card.note): box.rect for box in pile.boxes})
    return found


def without_spot(board: Layout) -> wall.Spots:
    """Where that lies which was put nowhere yet."""
    places: dict[Thing, Point] = {("note", note): at for note, at in board.sheet.places.items()}
    places.update(board.sheet.pile_places)
    lying = lying_on(board).items()
    return spots_of({thing: (rect.x, rect.y) for thing, rect in lying if thing not in places})


def room_for_cluster(board: Layout, notes: Sequence[int]) -> Point:
    """Where a new cluster of these notes overlaps nothing else, near the first of them."""
    style, boxes = board.style, [board.notes[note] for note in notes if note in board.notes]
    height = sum(box.shape.height + style.gap for box in boxes)
    size = style.note_width + 2 * style.frame_pad, height + style.head + 2 * style.frame_pad
    taken = [rect for thing, rect in lying_on(board).items() if thing not in _as_things(notes)]
    return free_spot(size, (boxes[0].x, boxes[0].y), taken, style.gap)


def _as_things(notes: Sequence[int]) -> set[Thing]:
    return {("note", note) for note in notes}


def spots_of(spots: Spots) -> wall.Spots:
    """Spots by what has them, as the domain takes them."""
    return wall.Spots(
        {NoteId(id): at for (kind, id), at in spots.items() if kind == "note"},
        {ClusterId(id): at for (kind, id), at in spots.items() if kind == "cluster"},
    )
