"""Whatever people do, the room sees no covered text, no private note and no withheld name."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.property.machine import OUTSIDE_UNDO
from tests.property.verbs import Verbs
from tests.workshop.room import state
from workshop import boards
from workshop.records.agenda import Board, Lane, Stage
from workshop.records.details import PrivateNote
from workshop.records.notes import Note
from workshop.records.people import Function, Participant
from workshop.records.words import StageId
from workshop.room import look
from workshop.room_view import RoomView
from workshop.showing import Showing

SECRET = "zqprivate"
"""A word that stands in everything private and nowhere else."""


def words(value: Any) -> Iterator[str]:
    """Every text that can be reached from a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, held in value.items():
            yield from words(key)
            yield from words(held)
    elif isinstance(value, tuple | list):
        for held in value:
            yield from words(held)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from words(getattr(value, field.name))


class RoomMachine(Verbs):
    """The machine of all verbs, with private words in every stage and the room looked at."""

    def __init__(self) -> None:
        super().__init__()
        with self.workshop.step("test.secrets", undoable=False):
            self.workshop[PrivateNote].add(PrivateNote(text=f"{SECRET} line"))
            for stage in tuple(self.workshop[Stage]):
                self.workshop[Stage].replace(
                    stage.id,
                    run=(f"{SECRET} run",),
                    watch=(f"{SECRET} watch",),
                    say=f"{SECRET} say",
                    how=f"{SECRET} how",
                    if_skipped=f"{SECRET} skipped",
                )
        self.begun = state(self.workshop, OUTSIDE_UNDO)

    def holds(self) -> None:
        super().holds()
        for stage in self.workshop[Stage]:
            view = look(self.workshop, Showing(stage=stage.id), self.now)
            assert not any(SECRET in text for text in words(view))
            self.board_is_kept(stage, view)
        blank = look(self.workshop, Showing(stage=StageId(1), blank=True), self.now)
        assert list(filter(None, words(blank))) == []

    def board_is_kept(self, stage: Stage, view: RoomView) -> None:
        board = boards.board_of(self.workshop, stage.id)
        if view.sheet is None or board is None:
            return
        shown = {card.note: card for pile in view.sheet.piles for card in pile.cards}
        for id, card in shown.items():
            note = self.workshop[Note][id]
            lane = boards.lane_of(self.workshop, board, note)
            assert boards.is_revealed(self.workshop, board, lane)
            self.names_are_kept(board, card)
        hidden = self.hidden_texts(board, shown)
        assert not hidden & set(words(view))

    def names_are_kept(self, board: Board, card: Any) -> None:
        if board.attribution != "person":
            assert card.author == ""
        if board.attribution == "none":
            assert card.mark is None

    def hidden_texts(self, board: Board, shown: Mapping[int, Any]) -> set[str]:
        """Texts of covered notes that nothing the room may read happens to say as well."""
        notes = self.workshop[Note].where("stage", board.stage)
        covered = {note.text for note in notes if note.id not in shown}
        readable = {self.workshop[Note][id].text for id in shown}
        people = {row.name for row in self.workshop[Participant]}
        piles = {row.name for row in self.workshop[Function]}
        piles |= {row.name for row in self.workshop[Lane]}
        titles = {text for stage in self.workshop[Stage] for text in (stage.title, stage.prompt)}
        return covered - readable - people - piles - titles


def test_the_room_display_cannot_leak() -> None:
    run_state_machine_as_test(
        RoomMachine, settings=settings(max_examples=25, stateful_step_count=30)
    )


@pytest.mark.long
def test_the_room_display_cannot_leak_in_long_workshops() -> None:
    run_state_machine_as_test(RoomMachine, settings=settings(stateful_step_count=100))
