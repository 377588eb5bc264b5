"""Several people do anything at all, and take it back."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.property.verbs import AgendaVerbs, BoardVerbs, NoteVerbs, PeopleVerbs, Verbs


class Boards(NoteVerbs, BoardVerbs):
    """Notes on boards: what happens most."""


class Plans(AgendaVerbs, PeopleVerbs):
    """The plan and the people, before the workshop and during it."""


@pytest.mark.parametrize("machine", [Boards, Plans, Verbs])
def test_nothing_breaks_and_everything_can_be_taken_back(machine: type[Verbs]) -> None:
    run_state_machine_as_test(machine, settings=settings(max_examples=40, stateful_step_count=40))


@pytest.mark.long
@pytest.mark.parametrize("machine", [Boards, Plans, Verbs])
def test_nothing_breaks_in_long_workshops(machine: type[Verbs]) -> None:
    run_state_machine_as_test(machine, settings=settings(stateful_step_count=100))
