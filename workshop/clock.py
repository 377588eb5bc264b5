"""The clock of the day: what the facilitator does to it, and where it stands.

Only events are stored, outside undo, each with a stamp in the workshop's time zone; what they mean
is up to `workshop.rules.clock`. `now` always comes from the caller and knows its offset from UTC.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import takewhile

from workshop import agenda
from workshop.changes import FACILITATOR
from workshop.codes import find_zone
from workshop.errors import Refused
from workshop.records import agenda as records
from workshop.records.agenda import Stage
from workshop.records.details import Details
from workshop.records.words import StageId
from workshop.rules import clock as rules
from workshop.rules.clock import ClockEvent, EventKind, Reading, State
from workshop.state import Workshop

LONGEST_EXTENSION = 480


def zone(workshop: Workshop, now: datetime.datetime) -> datetime.tzinfo:
    """The workshop's time zone, UTC where this machine does not know it. Where it names none: the
    one in which its day began, whatever the system's has become since; before, that of `now`.
    Raises ValueError when `now` has no offset."""
    if now.tzinfo is None:
        raise ValueError("now needs its offset from UTC")
    details = workshop[Details].get(1)
    if details is None or not details.time_zone:
        return _zone_of_day(workshop) or now.tzinfo
    return find_zone(details.time_zone) or datetime.UTC


def _zone_of_day(workshop: Workshop) -> datetime.tzinfo | None:
    rows = list(workshop[records.ClockEvent])
    if not rows:
        return None
    day = workshop[Stage][rows[-1].stage].day
    began = next(row for row in rows if workshop[Stage][row.stage].day == day)
    return datetime.datetime.fromisoformat(began.at).tzinfo


def stamp(workshop: Workshop, now: datetime.datetime) -> str:
    """`now` as it is stored: `2026-10-06T10:20:00+01:00`."""
    return now.astimezone(zone(workshop, now)).isoformat()


def local(
    workshop: Workshop, moment: datetime.datetime, now: datetime.datetime
) -> datetime.datetime:
    """A moment as the clock on the wall shows it, without a zone."""
    return moment.astimezone(zone(workshop, now)).replace(tzinfo=None)


def log(workshop: Workshop) -> list[ClockEvent[StageId]]:
    """Everything that happened to the clocks, in order."""
    return [
        ClockEvent(
            row.stage,
            EventKind(row.event),
            datetime.datetime.fromisoformat(row.at),
            row.minutes or 0,
        )
        for row in workshop[records.ClockEvent]
    ]


def current_stage(workshop: Workshop) -> Stage | None:
    """The stage whose clock is running or paused."""
    return workshop[Stage].get(rules.on_stage(log(workshop)))


def reading(workshop: Workshop, stage: StageId, now: datetime.datetime) -> Reading:
    """The clock of a stage at `now`, against the minutes it has today."""
    events = [event for event in log(workshop) if event.stage == stage]
    return rules.read(events, agenda.minutes_today(workshop[Stage][stage]), now)


def ran_since(
    workshop: Workshop, stage: StageId, since: datetime.datetime, now: datetime.datetime
) -> datetime.timedelta:
    """How long a stage has run since a moment, pauses not counted; all the time that has passed
    where it was not on then."""
    events = [event for event in log(workshop) if event.stage == stage]
    # In their order, since a clock that was set back stamps later ones with earlier times.
    then = rules.follow(takewhile(lambda event: event.at <= since, events)).up_to(since)
    if then.state not in (State.RUNNING, State.PAUSED):
        return now - since
    return max(datetime.timedelta(), rules.follow(events).up_to(now).ran - then.ran)


def next_stage(workshop: Workshop) -> Stage | None:
    """The stage that *next* would start: the one that was left to go back to this one, else the
    one after the last that was on; skipped and hidden ones are passed over."""
    order = [stage.id for stage in agenda.stages(workshop)]
    events = log(workshop)
    if not events:
        return _first_open(workshop, order)
    at = order.index(events[-1].stage)
    left = _left_for(events)
    came_from = [left] if left is not None and order.index(left) > at else []
    return _first_open(workshop, [*came_from, *order[at + 1 :]])


def _first_open(workshop: Workshop, order: Sequence[StageId]) -> Stage | None:
    found = (workshop[Stage][id] for id in order)
    return next((stage for stage in found if not (stage.hidden or stage.skipped)), None)


def _left_for(events: Sequence[ClockEvent[StageId]]) -> StageId | None:
    """The stage that ended as the run that is on began."""
    if rules.on_stage(events) is None:
        return None
    at = max(place for place, event in enumerate(events) if event.kind == EventKind.START)
    before = events[at - 1] if at else None
    return before.stage if before is not None and before.at == events[at].at else None


def stage_before(workshop: Workshop) -> Stage | None:
    """The stage that was on before this one, or with none on the last that was."""
    return workshop[Stage].get(rules.stage_before(log(workshop)))


def unchanged_for(workshop: Workshop, now: datetime.datetime) -> datetime.timedelta:
    """How long ago the run that is on began, or with none on the last one ended; nothing where
    nothing ever ran."""
    events = log(workshop)
    if not events:
        return datetime.timedelta()
    last = events[-1]
    if last.kind == EventKind.END:
        return now - last.at
    of_stage = (event for event in events if event.stage == last.stage)
    run = rules.follow(of_stage).up_to(now).runs[-1]
    return run.ran + run.paused


def start(
    workshop: Workshop, stage: StageId, now: datetime.datetime, *, actor: str = FACILITATOR
) -> None:
    """Starts a stage that is not on, at `now`: also an earlier moment, "as if on time". Raises
    `Refused` (`clock.cannot_start`, `clock.another_is_on`)."""
    _write(workshop, actor, "clock.start", [_event(workshop, stage, EventKind.START, now)])


def pause(workshop: Workshop, now: datetime.datetime, *, actor: str = FACILITATOR) -> None:
    """Pauses the stage that is on. Raises `Refused` (`clock.nothing_on`, `clock.cannot_pause`)."""
    on = _on(workshop)
    _write(workshop, actor, "clock.pause", [_event(workshop, on, EventKind.PAUSE, now)])


def resume(workshop: Workshop, now: datetime.datetime, *, actor: str = FACILITATOR) -> None:
    """Goes on after a pause. Raises `Refused` (`clock.nothing_on`, `clock.cannot_resume`)."""
    on = _on(workshop)
    _write(workshop, actor, "clock.resume", [_event(workshop, on, EventKind.RESUME, now)])


def carry_over(
    workshop: Workshop,
    before: datetime.datetime,
    now: datetime.datetime,
    *,
    actor: str = FACILITATOR,
) -> None:
    """The system's clock was set back from `before` to `now`: what the stage that is on has run
    stays, and it goes on from `now`. Nothing happens unless one is running."""
    on = current_stage(workshop)
    if on is None or reading(workshop, on.id, now).clock.state != State.RUNNING:
        return
    events = [
        _event(workshop, on.id, EventKind.PAUSE, before),
        _event(workshop, on.id, EventKind.RESUME, now),
    ]
    _write(workshop, actor, "clock.carry_over", events)


def extend(
    workshop: Workshop, minutes: int, now: datetime.datetime, *, actor: str = FACILITATOR
) -> None:
    """Gives the stage that is on so many minutes more, or fewer where they are below zero. Raises
    `Refused` (`clock.nothing_on`, `clock.minutes`)."""
    if not 0 < abs(minutes) <= LONGEST_EXTENSION:
        raise Refused("clock.minutes", found=minutes, limit=LONGEST_EXTENSION)
    event = _event(workshop, _on(workshop), EventKind.EXTEND, now, minutes)
    _write(workshop, actor, "clock.extend", [event])


def end(workshop: Workshop, now: datetime.datetime, *, actor: str = FACILITATOR) -> None:
    """Ends the stage that is on and starts none. Raises `Refused` (`clock.nothing_on`)."""
    on = _on(workshop)
    _write(workshop, actor, "clock.end", [_event(workshop, on, EventKind.END, now)])


def go_next(
    workshop: Workshop, now: datetime.datetime, *, actor: str = FACILITATOR
) -> Stage | None:
    """Ends the stage that is on and starts the next one; gives that one, None after the last.
    Raises `Refused` (`clock.nothing_next`) when nothing is on and nothing comes."""
    following = next_stage(workshop)
    if following is None and current_stage(workshop) is None:
        raise Refused("clock.nothing_next")
    _change_over(workshop, actor, "clock.next", following, now)
    return following


def go_to(
    workshop: Workshop, stage: StageId, now: datetime.datetime, *, actor: str = FACILITATOR
) -> None:
    """Ends the stage that is on and starts another, which gets a further run if it had one. Raises
    `Refused` (`clock.cannot_start`) for the one that is on."""
    on = current_stage(workshop)
    if on is not None and on.id == stage:
        raise Refused("clock.cannot_start", stage=stage, state="running")
    _change_over(workshop, actor, "clock.go_to", workshop[Stage][stage], now)


def go_back(workshop: Workshop, *, actor: str = FACILITATOR) -> None:
    """Takes a wrong *next* back: the stage before goes on as if it had never ended. Raises
    `Refused` (`clock.nothing_before`)."""
    _write(workshop, actor, "clock.back", list(rules.back(log(workshop))))


def _on(workshop: Workshop) -> StageId:
    on = rules.on_stage(log(workshop))
    if on is None:
        raise Refused("clock.nothing_on")
    return on


def _event(
    workshop: Workshop, stage: StageId, kind: EventKind, now: datetime.datetime, minutes: int = 0
) -> ClockEvent[StageId]:
    workshop[Stage][stage]
    return ClockEvent(stage, kind, now.astimezone(zone(workshop, now)), minutes)


def _change_over(
    workshop: Workshop, actor: str, label: str, to: Stage | None, now: datetime.datetime
) -> None:
    on = current_stage(workshop)
    events = [] if on is None else [_event(workshop, on.id, EventKind.END, now)]
    if to is not None:
        events.append(_event(workshop, to.id, EventKind.START, now))
    _write(workshop, actor, label, events)


def _write(
    workshop: Workshop, actor: str, label: str, events: Sequence[ClockEvent[StageId]]
) -> None:
    """Checks all events against the log, then stores them as one step outside undo."""
    so_far = log(workshop)
    for event in events:
        rules.check(so_far, event)
        so_far.append(event)
    last = events[-1]
    number = agenda.number_of(workshop, last.stage)
    with workshop.step(label, actor=actor, undoable=False, stage=number, minutes=last.minutes):
        for event in events:
            workshop[records.ClockEvent].add(
                records.ClockEvent(
                    stage=event.stage,
                    event=event.kind.value,
                    at=event.at.isoformat(),
                    minutes=event.minutes or None,
                )
            )
