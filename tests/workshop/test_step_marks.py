"""Which step of a stage is on, by the clock and by hand; a mark is kept like the clock."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.workshop.room import Room, minute
from workshop import agenda, clock, step_marks
from workshop.document import Document
from workshop.records.agenda import Stage, Step, StepMark


@pytest.fixture
def room() -> Room:
    """The welcome has three steps of ten minutes and began at nine."""
    room = Room()
    steps = [Step(minutes=10, do=do) for do in ("Frame", "Write", "Read")]
    agenda.set_steps(room.workshop, room.stage("welcome").id, steps)
    clock.go_next(room.workshop, minute(0))
    return room


def index(room: Room, at: float) -> int:
    found = step_marks.current_step(room.workshop, room.stage("welcome").id, minute(at))
    assert found is not None
    return found.index


def test_the_clock_counts_from_the_mark_on(room: Room) -> None:
    welcome = room.stage("welcome").id
    assert [index(room, at) for at in (0, 10, 25)] == [0, 1, 2]
    step_marks.turn_step(room.workshop, welcome, 1, minute(3))
    assert [index(room, at) for at in (3, 12.9, 13)] == [1, 1, 2]
    step_marks.turn_step(room.workshop, welcome, -1, minute(4))
    assert index(room, 4) == 0
    assert len(room.workshop[StepMark]) == 1


def test_nothing_comes_before_the_first_and_after_the_last(room: Room) -> None:
    welcome = room.stage("welcome").id
    step_marks.turn_step(room.workshop, welcome, -1, minute(1))
    step_marks.turn_step(room.workshop, welcome, 3, minute(1))
    step_marks.turn_step(room.workshop, room.stage("struggles").id, 1, minute(1))
    assert len(room.workshop[StepMark]) == 0


def test_a_mark_outlasts_the_program_and_undo(room: Room, tmp_path: Path) -> None:
    welcome = room.stage("welcome").id
    path = tmp_path / "a.workshop"
    with Document.create(path, room.workshop) as document:
        step_marks.turn_step(document.workshop, welcome, 2, minute(3))
        undone = document.history.undo()
        assert undone is None or undone.label != "clock.step"
    with Document.open(path) as document:
        mark = step_marks.mark_of(document.workshop, welcome, minute(4))
        assert mark is not None
        assert (mark.index, mark.at) == (2, timedelta(minutes=3))


def test_a_mark_on_a_step_that_is_gone_says_nothing(room: Room) -> None:
    welcome = room.stage("welcome").id
    step_marks.turn_step(room.workshop, welcome, 2, minute(3))
    agenda.set_steps(room.workshop, welcome, [Step(minutes=30, do="All")])
    assert step_marks.mark_of(room.workshop, welcome, minute(4)) is None
    assert index(room, 4) == 0


def test_a_mark_goes_with_the_time_that_is_given_back(room: Room) -> None:
    welcome = room.stage("welcome").id
    step_marks.turn_step(room.workshop, welcome, 2, minute(3))
    assert step_marks.mark_of(room.workshop, welcome, minute(2)) is None


def test_a_stage_goes_with_its_mark() -> None:
    room = Room()
    stage = agenda.add_stage(room.workshop, "board", "More")
    with room.workshop.step("test", undoable=False):
        room.workshop[StepMark].add(StepMark(stage=stage.id, step=1, ran_sec=0))
    assert room.history.undo() is not None
    assert stage.id not in room.workshop[Stage]
    assert len(room.workshop[StepMark]) == 0
