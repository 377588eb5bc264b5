"""The sheet of a board from step to step: what no step has touched stays the same object.

By that layouts and painters know what they need not do again. Records never change, so what is new
is told by looking which of them are others than before; nobody has to say what a step was about.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from workshop import boards, sheets
from workshop.board.sheet import Pile, PileKey, Sheet
from workshop.boards import BoardLane
from workshop.cards import Card
from workshop.records.agenda import Board, Lane, RevealedLane
from workshop.records.notes import Cluster, Note
from workshop.records.people import Function, Participant
from workshop.records.words import StageId
from workshop.state import Workshop

Notes = dict[int, Note]


class SheetKeeper:
    """Keeps the sheet of the board that was asked for last: the console's, or the room's."""

    def __init__(self, workshop: Workshop, *, for_room: bool = False) -> None:
        self._workshop, self._for_room = workshop, for_room
        self._asked: tuple[Any, ...] = ()
        self._sheet: Sheet | None = None
        self._forget()

    def sheet(self, stage: StageId, saving: Collection[int] = frozenset()) -> Sheet | None:
        """What `sheets` makes of the board of a stage; None where it has no board."""
        asked = (stage, self._workshop.last_step, frozenset(saving))
        if asked != self._asked:
            board = boards.board_of(self._workshop, stage)
            self._sheet = self._made(board, asked[2]) if board is not None else None
            self._asked = asked
        return self._sheet

    def _forget(self) -> None:
        """What the sheet of before was made of."""
        self._around: tuple[Any, ...] = ()
        self._saving: frozenset[int] = frozenset()
        self._notes: Notes = {}
        self._lanes: dict[BoardLane, Notes] = {}
        self._piles: dict[PileKey, Pile] = {}
        self._cards: dict[int, Card] = {}

    def _made(self, board: Board, saving: frozenset[int]) -> Sheet:
        maker = sheets.maker(self._workshop, board, for_room=self._for_room, saving=saving)
        maker.before = self._cards
        around = (maker.arrangement, *self._surroundings(board))
        found = self._workshop[Note].where("stage", board.stage)
        now: Notes = {note.id: note for note in found}
        if around == self._around:
            others = self._others(now)
            maker.touched = others | self._roots(others, now) | (self._saving ^ saving)
            made = self._again(maker, now, others)
        else:
            self._forget()
            self._lanes = maker.by_lane()
            made = maker.sheet(self._lanes)
        self._around, self._notes, self._saving = around, now, saving
        self._remember(made)
        return made

    def _surroundings(self, board: Board) -> tuple[Any, ...]:
        """All but the notes that cards and lanes are made of."""
        tables = self._workshop
        return (
            board,
            *tables[Function],
            *tables[Participant],
            *tables[Lane].where("stage", board.stage),
            *tables[Cluster].where("stage", board.stage),
            *tables[RevealedLane].where("board", board.id),
        )

    def _others(self, now: Notes) -> set[int]:
        """The notes that are not what they were."""
        before = self._notes
        return {id for id, note in now.items() if before.get(id) is not note} | (
            before.keys() - now.keys()
        )

    def _roots(self, ids: Collection[int], now: Notes) -> set[int]:
        """The notes into which these are or were merged: they say how many they hold."""
        images = (held.get(id) for id in ids for held in (self._notes, now))
        return {note.merged_into for note in images if note and note.merged_into is not None}

    def _again(self, maker: sheets.Maker, now: Notes, others: Collection[int]) -> Sheet:
        """The sheet with the piles of before where nothing in them has changed."""
        lanes = {self._lane_of(maker.board, now.get(id)) for id in maker.touched or ()}
        lanes |= {self._lane_of(maker.board, self._notes.get(id)) for id in others}
        for id in others:
            self._move(maker.board, self._notes.get(id), now.get(id))
        if maker.arrangement == "lanes":
            keys = {sheets.lane_key(lane) for lane in lanes if lane is not None}
            same = {key: pile for key, pile in self._piles.items() if key not in keys}
            return maker.sheet(self._lanes, same)
        made, old = maker.sheet(self._lanes), self._piles
        piles = tuple(old[pile.key] if old.get(pile.key) == pile else pile for pile in made.piles)
        return Sheet(made.arrangement, piles, made.places, made.pile_places)

    def _lane_of(self, board: Board, note: Note | None) -> BoardLane | None:
        """Where a note lies, if it lies anywhere."""
        if note is None or not boards.lies_open(note):
            return None
        return boards.lane_of(self._workshop, board, note)

    def _move(self, board: Board, old: Note | None, new: Note | None) -> None:
        """Takes a note from the lane that it lay in and puts it where it lies."""
        left, entered = self._lane_of(board, old), self._lane_of(board, new)
        if old is not None and left is not None:
            del self._lanes[left][old.id]
            if not self._lanes[left]:
                del self._lanes[left]
        if new is not None and entered is not None:
            self._lanes.setdefault(entered, {})[new.id] = new

    def _remember(self, made: Sheet) -> None:
        """Keeps the cards of piles that are new."""
        for pile in made.piles:
            if self._piles.get(pile.key) is not pile:
                self._cards.update((card.note, card) for card in pile.cards)
        self._piles = {pile.key: pile for pile in made.piles}
