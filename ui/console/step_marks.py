"""The timed steps of the stages: the clock moves through them, and the facilitator by hand."""

from __future__ import annotations

from ui.console.feed import Now
from workshop import agenda, clock
from workshop.records.agenda import Stage
from workshop.records.words import StageId
from workshop.rules import steps
from workshop.rules.clock import State
from workshop.state import Workshop


class StepMarks:
    """Where the facilitator has put the mark of the current step, by stage."""

    def __init__(self, workshop: Workshop, now: Now) -> None:
        self._workshop, self._now = workshop, now
        self._marks: dict[StageId, steps.Mark] = {}

    def current(self, stage: Stage) -> steps.Current | None:
        """The step of a stage that is on; None where it has none or has not begun."""
        planned = [steps.Step(one.minutes, one.bell) for one in agenda.steps_today(stage)]
        if not planned:
            return None
        read = clock.reading(self._workshop, stage.id, self._now())
        if read.clock.state == State.PLANNED:
            return None
        return steps.current(planned, read.clock.ran, self.mark(stage))

    def mark(self, stage: Stage) -> steps.Mark | None:
        """The mark that was put by hand, unless its step is gone or the time it was put at has
        been given back."""
        mark = self._marks.get(stage.id)
        if mark is None or mark.index >= len(stage.steps):
            return None
        ran = clock.reading(self._workshop, stage.id, self._now()).clock.ran
        return mark if mark.at <= ran else None

    def turn(self, stage: Stage, by: int) -> bool:
        """Moves the mark by hand; the clock counts from there. Whether there is such a step."""
        found = self.current(stage)
        if found is None or not 0 <= found.index + by < len(stage.steps):
            return False
        ran = clock.reading(self._workshop, stage.id, self._now()).clock.ran
        self._marks[stage.id] = steps.Mark(found.index + by, ran)
        return True
