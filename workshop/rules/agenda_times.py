"""When each stage starts and ends, and whether the agenda fits its day.

Start times are computed from the start of the day and the minutes, never stored. A stage pinned
to a clock time starts at its pin, whatever stands before it; the overlap or gap that results is
reported, and nothing moves by itself. All times are local ones, without a zone.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import datetime, time, timedelta
from typing import Generic, TypeVar

from workshop.frozen import frozen

Id = TypeVar("Id", bound=Hashable)


@frozen
class PlannedStage(Generic[Id]):
    """A stage as the plan has it; a hidden one is set aside and takes no time."""

    id: Id
    minutes: int
    pinned_at: time | None = None
    day: int = 1
    hidden: bool = False


@frozen
class Day:
    """When a day starts and, where it is agreed, when it has to end."""

    start: datetime
    end: datetime | None = None


@frozen
class Slot(Generic[Id]):
    """A stage's place on the clock. `gap_min` before it is free time, below zero an overlap."""

    stage: Id
    day: int
    start: datetime
    end: datetime
    gap_min: int


@frozen
class DayPlan(Generic[Id]):
    """One day: its slots in order, the minutes of its stages, and its end.

    `over_min` is how far it ends past its agreed end (below zero: minutes to spare, None: no end
    was agreed).
    """

    slots: tuple[Slot[Id], ...]
    minutes: int
    ends: datetime
    over_min: int | None

    @property
    def overlap_min(self) -> int:
        """Minutes that two stages both claim."""
        return sum(-slot.gap_min for slot in self.slots if slot.gap_min < 0)

    @property
    def fits(self) -> bool:
        """Ends in time, and no stage runs into a pinned one."""
        return (self.over_min or 0) <= 0 and not self.overlap_min


@frozen
class Schedule(Generic[Id]):
    """The days of an agenda."""

    days: tuple[DayPlan[Id], ...]

    @property
    def minutes(self) -> int:
        return sum(day.minutes for day in self.days)

    @property
    def fits(self) -> bool:
        return all(day.fits for day in self.days)

    @property
    def slots(self) -> dict[Id, Slot[Id]]:
        """The slot of each stage that is not hidden."""
        return {slot.stage: slot for day in self.days for slot in day.slots}


def schedule(stages: Sequence[PlannedStage[Id]], days: Sequence[Day]) -> Schedule[Id]:
    """The times of `stages`, each on its day (1 is the first of `days`).

    Raises ValueError when a stage stands on a day that is not there.
    """
    for stage in stages:
        if stage.day not in range(1, len(days) + 1):
            raise ValueError(f"stage {stage.id!r} is on day {stage.day} of {len(days)}")
    return Schedule(
        tuple(
            _plan_day([stage for stage in stages if stage.day == number and not stage.hidden], day)
            for number, day in enumerate(days, start=1)
        )
    )


def _plan_day(stages: Sequence[PlannedStage[Id]], day: Day) -> DayPlan[Id]:
    slots: list[Slot[Id]] = []
    free_from = day.start
    for stage in stages:
        start = free_from
        if stage.pinned_at is not None:
            start = _moment(day, stage.pinned_at)
        end = start + timedelta(minutes=stage.minutes)
        slots.append(Slot(stage.id, stage.day, start, end, minutes_between(free_from, start)))
        free_from = end
    over = None if day.end is None else minutes_between(day.end, free_from)
    return DayPlan(tuple(slots), sum(stage.minutes for stage in stages), free_from, over)


def _moment(day: Day, at: time) -> datetime:
    """A time of a day. Where the day goes on past midnight, what is before its start is after
    midnight."""
    moment = datetime.combine(day.start.date(), at)
    past_midnight = day.end is not None and day.end.date() > day.start.date()
    return moment + timedelta(days=1) if past_midnight and moment < day.start else moment


def minutes_between(earlier: datetime, later: datetime) -> int:
    """Whole minutes from `earlier` to `later`, below zero when it is the other way round."""
    return (later - earlier) // timedelta(minutes=1)
