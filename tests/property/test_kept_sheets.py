"""A sheet that is kept from step to step is the one that would be made anew."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from tests.property.machine import ONE, SOME
from tests.property.verbs import Boards
from workshop import people, sheets
from workshop.kept_sheets import SheetKeeper
from workshop.records.agenda import Stage
from workshop.records.notes import Note
from workshop.records.people import Function, Participant


class KeptMachine(Boards):
    """The machine of boards. Keepers look after each of them, or only now and then, since steps
    may pass while another stage is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.saving: frozenset[int] = frozenset()
        self.looks = True
        self.keepers: dict[tuple[int, bool], SheetKeeper] = {}
        self.wandering = SheetKeeper(self.workshop)

    @rule(numbers=SOME)
    def some_wait_for_the_disk(self, numbers: list[int]) -> None:
        self.saving = frozenset(self.picks(Note, numbers))

    @rule(who=ONE, name=st.sampled_from(("Ida", "Jon")))
    def somebody_is_called_otherwise(self, who: int, name: str) -> None:
        self.attempt(people.edit_participant, self.pick(Participant, who), name=name)

    @rule(which=ONE, name=st.sampled_from(("Care", "Data")))
    def a_function_is_called_otherwise(self, which: int, name: str) -> None:
        self.attempt(people.rename_function, self.pick(Function, which), name)

    @rule()
    def look_away_or_back(self) -> None:
        self.looks = not self.looks

    def holds(self) -> None:
        super().holds()
        if not self.looks:
            return
        for stage in self.workshop[Stage]:
            fresh = sheets.console_sheet(self.workshop, stage.id, self.saving)
            room = sheets.room_sheet(self.workshop, stage.id)
            assert self.keeper(stage, False).sheet(stage.id, self.saving) == fresh
            assert self.keeper(stage, True).sheet(stage.id) == room
            assert self.wandering.sheet(stage.id, self.saving) == fresh

    def keeper(self, stage: Stage, for_room: bool) -> SheetKeeper:
        made = SheetKeeper(self.workshop, for_room=for_room)
        return self.keepers.setdefault((stage.id, for_room), made)


def test_a_kept_sheet_is_as_one_made_anew() -> None:
    run_state_machine_as_test(
        KeptMachine, settings=settings(max_examples=60, stateful_step_count=50)
    )


@pytest.mark.long
def test_a_kept_sheet_is_as_one_made_anew_in_long_workshops() -> None:
    run_state_machine_as_test(KeptMachine, settings=settings(stateful_step_count=100))
