"""What the console says of the clock and of the day, in words."""

from __future__ import annotations

import datetime

from ui.translate import tr
from workshop import agenda, clock, drift, running
from workshop.records.agenda import ClockEvent, Stage, TimelineRow
from workshop.records.details import Details
from workshop.rules.clock import Reading, State, Urgency
from workshop.state import Workshop

_URGENT = {Urgency.LOW: "wrap up", Urgency.LAST: "nearly over", Urgency.OVER: "over"}


def figures(reading: Reading) -> str:
    """What is left, such as 10:12; with a plus what it is over by."""
    seconds = int(reading.left.total_seconds() // 1)
    shown = f"{abs(seconds) // 60}:{abs(seconds) % 60:02d}"
    return f"+{shown}" if seconds < 0 else shown


def given(reading: Reading) -> int:
    """The minutes that a stage has."""
    return round(reading.given.total_seconds() / 60)


def about(workshop: Workshop, reading: Reading, now: datetime.datetime) -> str:
    """The line below the figures: of how many minutes, and when it ends."""
    minutes = tr("of {count} min", count=given(reading))
    state = reading.clock.state
    if state == State.PLANNED:
        return tr("{count} min, not started", count=given(reading))
    if state == State.ENDED:
        return tr("{of} · ended", of=minutes)
    if state == State.PAUSED:
        return tr("{of} · paused", of=minutes)
    if reading.urgency in _URGENT:
        return f"{minutes} · {tr(_URGENT[reading.urgency])}"
    ends = clock.local(workshop, now + reading.left, now)
    return tr("{of} · ends {time}", of=minutes, time=f"{ends:%H:%M}")


def told(workshop: Workshop, stage: Stage) -> tuple[str, str] | None:
    """The figures and the line below them for a stage that took place without a clock; None for
    every other."""
    if workshop[ClockEvent].where("stage", stage.id):
        return None
    for row in workshop[TimelineRow].where("stage", stage.id):
        if row.actual_min is not None:
            planned = tr("of {count} min", count=agenda.minutes_today(stage))
            return tr("{count} min", count=row.actual_min), tr("{of} · ended", of=planned)
    return None


def drift_words(workshop: Workshop, now: datetime.datetime) -> tuple[str, str]:
    """How far the day is from its plan, and the role of the words: warn, ok or second. Nothing
    while nobody has said when it starts."""
    if running.is_finished(workshop):
        return tr("finished"), "ok"
    if not drift.has_plan(workshop):
        return "", "second"
    behind = drift.drift(workshop, now)
    if behind > 0:
        return tr("{time} behind", time=_long(behind)), "warn"
    if behind < 0:
        return tr("{time} ahead", time=_long(-behind)), "ok"
    return tr("on time"), "second"


def _long(minutes: int) -> str:
    """Such as "12 min", "1 h" or "7 h 3 min"."""
    hours, rest = divmod(minutes, 60)
    told = [tr("{count} h", count=hours)] if hours else []
    return " ".join([*told, tr("{count} min", count=rest)] if rest or not told else told)


def finish_words(workshop: Workshop, now: datetime.datetime) -> str:
    """When the day will end, and when it was to end; when it has ended, that. Nothing while nobody
    has said when it starts."""
    if running.is_finished(workshop):
        return _ended_words(workshop, now)
    if not drift.has_plan(workshop):
        return ""
    finish = drift.expected_finish(workshop, now)
    if finish is None:
        return ""
    planned = drift.planned_finish(workshop, now)
    if planned is None:
        return tr("finish {time}", time=f"{finish:%H:%M}")
    return tr("finish {time}, planned {plan}", time=f"{finish:%H:%M}", plan=f"{planned:%H:%M}")


def _ended_words(workshop: Workshop, now: datetime.datetime) -> str:
    last, details = running.last_stage(workshop), workshop[Details].get(1)
    ended = running.ended_at(workshop, last, now) if last is not None else ""
    planned = details.planned_end if details is not None else None
    if ended and planned:
        return tr("ended {time}, planned {plan}", time=ended, plan=planned)
    return tr("ended {time}", time=ended) if ended else ""
