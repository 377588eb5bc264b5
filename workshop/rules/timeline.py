"""What became of each stage: when it ran, for how long, and how far it drifted from the plan."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import UTC, datetime, tzinfo
from typing import TypeVar

from workshop.frozen import frozen
from workshop.rules.agenda_times import minutes_between
from workshop.rules.clock import ClockEvent, Run, follow

Id = TypeVar("Id", bound=Hashable)


@frozen
class TimelineRow:
    """What became of a stage, in whole minutes as a wall clock shows them.

    Seconds are cut off first, so the minutes of stages that follow each other add up. `minutes`
    has the pauses in it but not the time between two runs. `drift_min` is how far the last end is
    past the planned one. Both are None while the stage is on.
    """

    start: datetime
    end: datetime | None
    minutes: int | None
    drift_min: int | None
    runs: tuple[tuple[datetime, datetime | None], ...]


def timeline_row(
    events: Iterable[ClockEvent[Id]], planned_end: datetime | None, zone: tzinfo
) -> TimelineRow | None:
    """The row of one stage in the workshop's time `zone`; None when it has not run.

    `planned_end` is a local time without a zone, as the agenda computes it; None for a stage
    that the plan has no time for.
    """
    runs = follow(events).runs
    if not runs:
        return None
    shown = tuple(
        (_wall_clock(run.start, zone), _wall_clock(run.end, zone) if run.end else None)
        for run in runs
    )
    start, end = shown[0][0], shown[-1][1]
    if end is None:
        return TimelineRow(start, None, None, None, shown)
    minutes = sum(_minutes(run) for run in runs)
    drift = None if planned_end is None else minutes_between(planned_end, end.replace(tzinfo=None))
    return TimelineRow(start, end, minutes, drift, shown)


def _minutes(run: Run) -> int:
    """Whole minutes between a finished run's start and end, as a wall clock shows them."""
    if run.end is None or run.end < run.start:
        return 0
    return minutes_between(_wall_clock(run.start, UTC), _wall_clock(run.end, UTC))


def _wall_clock(stamp: datetime, zone: tzinfo) -> datetime:
    return stamp.astimezone(zone).replace(second=0, microsecond=0)
