"""The board of a stage as a sheet of cards: for the console, and for the room.

The room's sheet is made from the covered state alone: a lane that the room may not read has a count
and no cards, so that its texts are not in the sheet at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from workshop import boards, clusters, notes, people, ranking
from workshop.board.sheet import LONERS, LOOSE, Arrangement, Pile, PileKey, Sheet
from workshop.boards import REST, BoardLane
from workshop.cards import Card, Mark
from workshop.records.agenda import Board, Lane
from workshop.records.notes import Cluster, Note
from workshop.records.people import Function, Participant
from workshop.records.words import FunctionId, LaneId, NoteId, StageId
from workshop.state import Workshop

RESTING: PileKey = ("rest", 0)
Lanes = dict[BoardLane, dict[int, Note]]
"""The notes of each lane that has any, by id."""
_NONE: Mapping[PileKey, Pile] = {}


def console_sheet(
    workshop: Workshop, stage: StageId, saving: Collection[int] = frozenset()
) -> Sheet | None:
    """All that lies on the board of a stage, for the facilitator; None where it has no board.
    Notes in `saving` are not on disk yet."""
    board = boards.board_of(workshop, stage)
    if board is None:
        return None
    return maker(workshop, board, saving=saving).sheet()


def room_sheet(workshop: Workshop, stage: StageId) -> Sheet | None:
    """What the room may see of the board of a stage; None where it has no board."""
    board = boards.board_of(workshop, stage)
    if board is None:
        return None
    return maker(workshop, board, for_room=True).sheet()


def maker(workshop: Workshop, board: Board, *, for_room: bool = False, **rest: Any) -> Maker:
    """What makes the sheet of a board: the room sees authors where notes are shown with names."""
    named = board.attribution == "person" if for_room else board.attribution != "none"
    return Maker(workshop, board, named, for_room, **rest)


def lane_key(lane: BoardLane) -> PileKey:
    """What the pile of a lane is called."""
    if lane.function is not None:
        return ("function", lane.function)
    return RESTING if lane.lane is None else ("lane", lane.lane)


def lane_of(key: PileKey) -> BoardLane:
    """The lane that a pile stands for."""
    name, id = key
    if name == "function":
        return BoardLane(function=FunctionId(id))
    return BoardLane(lane=LaneId(id)) if name == "lane" else REST


def mark_of(function: Function) -> Mark:
    """The mark of a function, as cards carry it."""
    mark = people.mark_of(function)
    return Mark(mark.letter, mark.shape, mark.colour, function.name, mark.ring)


@dataclass
class Maker:
    """Makes the sheet of one board.

    `before` are cards of the same board, to be used again where they would be made alike; where
    `touched` is given, only the cards of these notes may look different by now.
    """

    workshop: Workshop
    board: Board
    authors: bool
    for_room: bool = False
    saving: Collection[int] = frozenset()
    before: Mapping[int, Card] = field(default_factory=dict)
    touched: Collection[int] | None = None
    _clustered: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    """The number and the title of each cluster that may be read."""

    def sheet(self, lanes: Lanes | None = None, same: Mapping[PileKey, Pile] = _NONE) -> Sheet:
        """The sheet, by the board's arrangement. `lanes` is what `by_lane` finds; the piles of
        lanes in `same` are as they were."""
        arrangement = self.arrangement
        if not (self.for_room and self.board.state == "covered"):
            rows = clusters.clusters_of(self.workshop, self.board.stage)
            self._clustered = {row.id: (str(at), row.name) for at, row in enumerate(rows, start=1)}
        if arrangement == "lanes":
            lanes = self.by_lane() if lanes is None else lanes
            order = boards.lanes_with(self.workshop, self.board, lanes)
            laid = (same.get(lane_key(lane)) or self._lane(lane, lanes) for lane in order)
            return Sheet("lanes", tuple(laid))
        if arrangement == "ranking":
            return Sheet(arrangement, tuple(self._ranked()))
        piles = (*self._clusters(), *self._loose(LOOSE), *self._loose(LONERS))
        return Sheet(arrangement, piles, self._places(), self._pile_places())

    @property
    def arrangement(self) -> Arrangement:
        """How the notes lie: while anything is covered the room sees lanes."""
        if self.for_room and self.board.state == "covered":
            return "lanes"
        chosen: Arrangement = self.board.arrangement  # type: ignore[assignment]
        return chosen

    def by_lane(self) -> Lanes:
        """What lies in which lane, merged notes left out."""
        found: Lanes = {}
        for note in self.workshop[Note].where("stage", self.board.stage):
            if boards.lies_open(note):
                lane = boards.lane_of(self.workshop, self.board, note)
                found.setdefault(lane, {})[note.id] = note
        return found

    def _lane(self, lane: BoardLane, lanes: Lanes) -> Pile:
        function = self.workshop[Function].get(lane.function)
        found = notes.in_order(lanes.get(lane, {}).values())
        hidden = self.board.state == "covered"
        readable = not hidden or boards.is_revealed(self.workshop, self.board, lane)
        covered = self.for_room and not readable
        return Pile(
            key=lane_key(lane),
            title=self._title(lane, function),
            cards=() if covered else self._cards(found, named=function is None),
            marks=(mark_of(function),) if function else (),
            count=len(found),
            covered=covered,
            open=hidden and readable and not self.for_room,
        )

    def _title(self, lane: BoardLane, function: Function | None) -> str:
        if function is not None:
            return function.name
        row = self.workshop[Lane].get(lane.lane)
        return lane_name(row) if row else ""

    def _clusters(self, without: Collection[int] = ()) -> Iterable[Pile]:
        for row in clusters.clusters_of(self.workshop, self.board.stage):
            inside = self._shown(clusters.notes_in(self.workshop, row.id))
            found = [note for note in inside if note.id not in without]
            functions = clusters.functions_of(self.workshop, row.id)
            one_sided = not self.for_room and clusters.is_one_sided(self.workshop, row.id)
            yield Pile(
                key=("cluster", row.id),
                title=row.name,
                label=self._clustered[row.id][0],
                cards=self._cards(found, named=True),
                marks=tuple(mark_of(function) for function in functions),
                one_sided=one_sided,
                framed=True,
            )

    def _loose(self, key: PileKey, without: Collection[int] = ()) -> Iterable[Pile]:
        """The notes of no cluster, those that are kept apart for themselves."""
        apart = key == LONERS
        found = [note for note in self._all() if note.cluster is None and note.loner == apart]
        left = [note for note in notes.in_order(found) if note.id not in without]
        if left:
            yield Pile(key=key, cards=self._cards(left, named=True))

    def _ranked(self) -> Iterable[Pile]:
        """What was voted on by rank, then the other clusters, then what is left."""
        places = ranking.of_board(self.workshop, self.board.stage)
        seen = {key[1] for key in places if key[0] == ranking.NOTE}
        piles = {pile.key: pile for pile in self._clusters(seen)}
        alone = {note.id: note for note in self._all() if note.id in seen}
        for key, place in places.items():
            if key in piles:
                pile = piles.pop(key)
            else:
                pile = Pile(key=key, cards=self._cards([alone[NoteId(key[1])]], named=True))
            first = place.rank == 1
            yield replace(pile, label=str(place.rank), dots=place.dots, first=first)
        yield from piles.values()
        yield from self._loose(LOOSE, seen)
        yield from self._loose(LONERS, seen)

    def _all(self) -> list[Note]:
        return self._shown(notes.notes_of(self.workshop, self.board.stage))

    def _shown(self, found: Iterable[Note]) -> list[Note]:
        return [note for note in found if note.nr is not None and note.merged_into is None]

    def _places(self) -> dict[int, tuple[float, float]]:
        return {
            note.id: (note.x, note.y)
            for note in self._all()
            if note.x is not None and note.y is not None
        }

    def _pile_places(self) -> dict[PileKey, tuple[float, float]]:
        rows = self.workshop[Cluster].where("stage", self.board.stage)
        placed = [row for row in rows if row.x is not None and row.y is not None]
        return {("cluster", row.id): (row.x or 0, row.y or 0) for row in placed}

    def _cards(self, found: Iterable[Note], named: bool) -> tuple[Card, ...]:
        return tuple(self._card(note, named) for note in found)

    def _card(self, note: Note, named: bool) -> Card:
        old = self.before.get(note.id)
        if old is not None and self.touched is not None and note.id not in self.touched:
            return old
        made = self._made(note, named)
        return old if old is not None and old == made else made

    def _made(self, note: Note, named: bool) -> Card:
        function = self.workshop[Function].get(note.function)
        author = self.workshop[Participant].get(note.author) if self.authors else None
        number, name = self._clustered.get(note.cluster or 0, ("", ""))
        return Card(
            note=note.id,
            number=note.nr,
            text=note.text,
            mark=mark_of(function) if function else None,
            names_function=named and function is not None,
            author=author.name.split()[0] if author else "",
            evidence=note.evidence,
            merged=len(self.workshop[Note].where("merged_into", note.id)),
            cluster=number,
            cluster_name=name,
            picture=note.picture or "",
            solution=note.solution,
            saving=note.id in self.saving,
        )


def lane_name(lane: Lane) -> str:
    """What a lane is called on screen."""
    return lane.name or lane.key.replace("_", " ").replace("-", " ").capitalize()
