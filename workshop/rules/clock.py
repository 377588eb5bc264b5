"""The clock of a stage: a pure state machine over its events and an injected now.

Start, pause, resume, extend and end, each with a stamp, are all that is stored; everything shown
is derived from them, so the clock is right after a crash, after sleep and in another time zone.
Time is measured from one event to the next. When the system clock was set back between two
events, that piece counts as nothing: running time never goes below zero, and later pieces are
right again. A clock set forward cannot be told from time that passed.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from workshop.errors import Refused
from workshop.frozen import frozen

LOW_PART = 5
LAST_PART = 20

Id = TypeVar("Id", bound=Hashable)


class EventKind(StrEnum):
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"
    END = "end"


class State(StrEnum):
    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class Urgency(StrEnum):
    """How a clock looks: a fifth left, a twentieth left, over."""

    NONE = "none"
    LOW = "low"
    LAST = "last"
    OVER = "over"


_STEPS = {
    (State.PLANNED, EventKind.START): State.RUNNING,
    (State.ENDED, EventKind.START): State.RUNNING,
    (State.RUNNING, EventKind.PAUSE): State.PAUSED,
    (State.PAUSED, EventKind.RESUME): State.RUNNING,
    (State.RUNNING, EventKind.EXTEND): State.RUNNING,
    (State.PAUSED, EventKind.EXTEND): State.PAUSED,
    (State.RUNNING, EventKind.END): State.ENDED,
    (State.PAUSED, EventKind.END): State.ENDED,
}


@frozen
class ClockEvent(Generic[Id]):
    """One event of a stage; `minutes` are those of an extension and may be below zero.

    Raises ValueError for a stamp without an offset: it would move with the system's time zone.
    """

    stage: Id
    kind: EventKind
    at: datetime
    minutes: int = 0

    def __post_init__(self) -> None:
        if self.at.utcoffset() is None:
            raise ValueError(f"the stamp {self.at} has no offset")


@frozen
class Run:
    """One stretch of a stage from start to end (None: still on); times are in UTC."""

    start: datetime
    end: datetime | None = None
    ran: timedelta = timedelta()
    paused: timedelta = timedelta()
    extended_min: int = 0


@frozen
class StageClock:
    """Where one stage's clock stands after its last event, which was at `since`."""

    state: State = State.PLANNED
    since: datetime | None = None
    runs: tuple[Run, ...] = ()

    @property
    def ran(self) -> timedelta:
        """Time run, pauses not counted."""
        return sum((run.ran for run in self.runs), timedelta())

    @property
    def paused(self) -> timedelta:
        return sum((run.paused for run in self.runs), timedelta())

    @property
    def extended_min(self) -> int:
        return sum(run.extended_min for run in self.runs)

    def up_to(self, now: datetime) -> StageClock:
        """The same clock read at `now`."""
        if self.since is None or self.state == State.ENDED:
            return self
        now = now.astimezone(UTC)
        piece = max(timedelta(), now - self.since)
        run = self.runs[-1]
        if self.state == State.RUNNING:
            run = replace(run, ran=run.ran + piece)
        else:
            run = replace(run, paused=run.paused + piece)
        return replace(self, since=now, runs=(*self.runs[:-1], run))

    def after(self, event: ClockEvent[Id]) -> StageClock:
        """The clock after `event`; raises Refused when it cannot follow (`clock.cannot_EVENT`).

        A start at the very stamp of the last end goes on with that run. An end at the very stamp
        of the run's start takes the run back. `back` makes use of both.
        """
        state = _STEPS.get((self.state, event.kind))
        if state is None:
            raise Refused(f"clock.cannot_{event.kind}", stage=event.stage, state=self.state)
        at = event.at.astimezone(UTC)
        read = self.up_to(at)
        return StageClock(state, at, _runs_after(read.runs, event, at))


@frozen
class Reading:
    """A stage's clock at one moment, against its planned minutes."""

    clock: StageClock
    planned_min: int

    @property
    def given(self) -> timedelta:
        """Planned and extended minutes."""
        return timedelta(minutes=self.planned_min + self.clock.extended_min)

    @property
    def left(self) -> timedelta:
        """Time left; below zero the stage is over by that much."""
        return self.given - self.clock.ran

    @property
    def overrun(self) -> timedelta:
        return max(timedelta(), -self.left)

    @property
    def urgency(self) -> Urgency:
        """Whether to warn. A stage that is not on warns of nothing."""
        if self.clock.state not in (State.RUNNING, State.PAUSED):
            return Urgency.NONE
        if self.left <= timedelta():
            return Urgency.OVER
        if self.left * LAST_PART <= self.given:
            return Urgency.LAST
        return Urgency.LOW if self.left * LOW_PART <= self.given else Urgency.NONE


def follow(events: Iterable[ClockEvent[Id]]) -> StageClock:
    """The clock of one stage after its `events`; raises Refused for an impossible one."""
    clock = StageClock()
    for event in events:
        clock = clock.after(event)
    return clock


def read(events: Iterable[ClockEvent[Id]], planned_min: int, now: datetime) -> Reading:
    """One stage's clock at `now`. Raises Refused for an impossible event."""
    return Reading(follow(events).up_to(now), planned_min)


def on_stage(log: Sequence[ClockEvent[Id]]) -> Id | None:
    """The stage that is running or paused, by the `log` of all stages."""
    last = log[-1] if log else None
    return last.stage if last is not None and last.kind != EventKind.END else None


def check(log: Sequence[ClockEvent[Id]], event: ClockEvent[Id]) -> None:
    """Raises Refused when `event` cannot follow the `log` of all stages.

    As `StageClock.after` does, and `clock.another_is_on` (facts `stage`, `other`) when one stage
    would start before another has ended.
    """
    follow(earlier for earlier in log if earlier.stage == event.stage).after(event)
    other = on_stage(log)
    if other is not None and other != event.stage:
        raise Refused("clock.another_is_on", stage=event.stage, other=other)


def back(log: Sequence[ClockEvent[Id]]) -> tuple[ClockEvent[Id], ...]:
    """The events that take back a wrong *next*, as if it had never been pressed.

    The stage that is on gives all time of its run back: it ends at the stamp at which it
    started. The stage before goes on from there, and if it had ended at that stamp, in the same
    run. With no stage on, the last one goes on. To give an earlier stage a further run instead,
    end the one that is on and start the earlier one, both now.
    Raises Refused (`clock.nothing_before`) when no stage has ended before.
    """
    on = on_stage(log)
    started = _starts(log)
    before = _before(started, on)
    if before is None:
        raise Refused("clock.nothing_before", stage=on)
    if on is None:
        end = next(event for event in reversed(log) if event.stage == before.stage)
        return (replace(end, kind=EventKind.START),)
    return (
        replace(started[-1], kind=EventKind.END),
        replace(before, at=started[-1].at),
    )


def stage_before(log: Sequence[ClockEvent[Id]]) -> Id | None:
    """The stage that was on before the one that is on, or with none on the last; None where there
    was none. Runs that were taken back do not count."""
    before = _before(_starts(log), on_stage(log))
    return before.stage if before is not None else None


def _before(started: Sequence[ClockEvent[Id]], on: Id | None) -> ClockEvent[Id] | None:
    return next((start for start in reversed(started) if start.stage != on), None)


def _starts(log: Sequence[ClockEvent[Id]]) -> list[ClockEvent[Id]]:
    """The start of each run of the `log`, without the runs that were taken back."""
    starts: list[ClockEvent[Id]] = []
    ended_at: datetime | None = None
    for event in log:
        if event.kind == EventKind.START:
            goes_on = starts and starts[-1].stage == event.stage and ended_at == event.at
            if not goes_on:
                starts.append(event)
        elif event.kind == EventKind.END:
            ended_at = event.at
            if starts[-1].at == event.at:
                starts.pop()
    return starts


def _runs_after(runs: tuple[Run, ...], event: ClockEvent[Id], at: datetime) -> tuple[Run, ...]:
    if event.kind == EventKind.START:
        if runs and runs[-1].end == at:
            return (*runs[:-1], replace(runs[-1], end=None))
        return (*runs, Run(at))
    *earlier, run = runs
    if event.kind == EventKind.EXTEND:
        run = replace(run, extended_min=run.extended_min + event.minutes)
    if event.kind == EventKind.END:
        if at == run.start:
            return tuple(earlier)
        run = replace(run, end=at)
    return (*earlier, run)
