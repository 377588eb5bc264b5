"""Recorded steps are done again where they fit, and only there."""

from __future__ import annotations

import dataclasses
from typing import Any

from tests.builders import board_of
from tests.workshop.keeping.sittings import add_notes
from tests.workshop.store.files import contents
from workshop.changes import Change, Step
from workshop.records.notes import Note
from workshop.rescue.replay import holds_together, replay
from workshop.state import Workshop
from workshop.store.open_file import StepJob


def jobs(workshop: Workshop, count: int) -> list[StepJob]:
    return [StepJob(step, dict(workshop.sequence)) for step in add_notes(workshop, count)]


def with_change(job: StepJob, **fields: Any) -> StepJob:
    """The same step with its one change changed."""
    (change,) = job.step.changes
    changed = dataclasses.replace(change, **fields)
    return StepJob(dataclasses.replace(job.step, changes=(changed,)), job.sequence)


def test_steps_are_done_again_with_their_numbers() -> None:
    there, here = board_of(3), board_of(3)
    done = replay(here, jobs(there, 3))
    assert contents(here) == contents(there)
    assert here.sequence == there.sequence
    assert here.last_step == there.last_step == 4
    assert [step.id for step in done] == [2, 3, 4]
    assert holds_together(here)


def test_it_ends_at_the_first_step_that_does_not_fit() -> None:
    there = board_of(3)
    first, second, third = jobs(there, 3)
    for wrong in (
        with_change(second, old=there[Note][1]),
        with_change(
            second, new=dataclasses.replace(there[Note][5], text=" not as records have it ")
        ),
    ):
        here = board_of(3)
        assert [step.id for step in replay(here, [first, wrong, third])] == [2]
        assert [note.id for note in here[Note]] == [1, 2, 3, 4]


def test_what_does_not_fit_together_is_told() -> None:
    here = board_of(3)
    gone = Change("participant", 1, here.table("participant")[1], None)
    (job,) = jobs(board_of(3), 1)
    step: Step = dataclasses.replace(job.step, changes=(gone,))
    assert replay(here, [StepJob(step, {})])
    assert not holds_together(here)
