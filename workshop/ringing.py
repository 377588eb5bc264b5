"""When something sounds in a stage: at the end of steps that ring, before a break ends, at zero."""

from __future__ import annotations

from datetime import timedelta

from workshop import agenda
from workshop.frozen import frozen
from workshop.kinds import break_
from workshop.records.agenda import Stage
from workshop.rules import steps

BELL, CHIME = "bell", "chime"


@frozen
class Ringing:
    """What sounds when a stage has run for so long."""

    ran: timedelta
    sound: str


def of_stage(stage: Stage, given: timedelta, mark: steps.Mark | None = None) -> list[Ringing]:
    """All that sounds in a stage with so much time, extensions in it; `mark` is the facilitator's
    say about its steps. Where a bell rings at zero there is no chime."""
    planned = [steps.Step(step.minutes, step.bell) for step in agenda.steps_today(stage)]
    at = list(steps.bells(planned, mark)) if planned else []
    if isinstance(stage.setup, break_.Settings) and stage.setup.bell_before_min:
        at.append(given - timedelta(minutes=stage.setup.bell_before_min))
    rings = [Ringing(ran, BELL) for ran in at if ran > timedelta()]
    return rings if given in at else [*rings, Ringing(given, CHIME)]
