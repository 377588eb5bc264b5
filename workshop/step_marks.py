"""Which step of a stage is on: the clock says it, from the mark on that a hand has set."""

from __future__ import annotations

import datetime

from workshop import agenda, clock
from workshop.changes import FACILITATOR
from workshop.records.agenda import Stage, StepMark
from workshop.records.words import StageId
from workshop.rules import steps
from workshop.rules.clock import State
from workshop.state import Workshop


def mark_of(workshop: Workshop, stage: StageId, now: datetime.datetime) -> steps.Mark | None:
    """The step that was marked by hand, unless the stage has it no more or the time at which it
    was marked has been given back."""
    ran = clock.reading(workshop, stage, now).clock.ran
    for row in workshop[StepMark].where("stage", stage):
        mark = steps.Mark(row.step - 1, datetime.timedelta(seconds=row.ran_sec))
        if mark.index < len(workshop[Stage][stage].steps) and mark.at <= ran:
            return mark
    return None


def current_step(
    workshop: Workshop, stage: StageId, now: datetime.datetime
) -> steps.Current | None:
    """The step of a stage that is on; None where it has none or has not begun."""
    planned = agenda.steps_today(workshop[Stage][stage])
    reading = clock.reading(workshop, stage, now)
    if not planned or reading.clock.state == State.PLANNED:
        return None
    timed = [steps.Step(one.minutes, one.bell) for one in planned]
    return steps.current(timed, reading.clock.ran, mark_of(workshop, stage, now))


def turn_step(
    workshop: Workshop,
    stage: StageId,
    by: int,
    now: datetime.datetime,
    *,
    actor: str = FACILITATOR,
) -> None:
    """Moves the mark by so many steps; the clock counts from there. Stands outside undo, as the
    clock does. Nothing happens before the first step or after the last, nor in a stage that has
    not begun."""
    current = current_step(workshop, stage, now)
    to = current.index + by if current is not None else -1
    if not 0 <= to < len(workshop[Stage][stage].steps):
        return
    ran = clock.reading(workshop, stage, now).clock.ran
    fields = {"step": to + 1, "ran_sec": int(ran.total_seconds())}
    number = agenda.number_of(workshop, stage)
    with workshop.step("clock.step", actor=actor, undoable=False, stage=number):
        before = workshop[StepMark].where("stage", stage)
        if before:
            workshop[StepMark].replace(before[0].id, **fields)
        else:
            workshop[StepMark].add(StepMark(stage=stage, **fields))
