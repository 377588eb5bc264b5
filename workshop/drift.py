"""How far the day is from its plan: drift, timeline, expected finish; the room sees none of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from workshop import agenda, clock
from workshop.records.agenda import Stage
from workshop.records.details import Details
from workshop.records.words import StageId
from workshop.rules.agenda_times import Day, Schedule, minutes_between
from workshop.rules.clock import EventKind, read
from workshop.rules.timeline import TimelineRow, timeline_row
from workshop.state import Workshop

_SURELY_ANOTHER_DATE = datetime.timedelta(hours=18)
"""Nobody starts so early or so late."""


def plan(workshop: Workshop, now: datetime.datetime) -> Schedule[StageId]:
    """The agenda as planned, on the days on which it really takes place."""
    return agenda.times(workshop, on=_real_days(workshop, now))


def _real_days(workshop: Workshop, now: datetime.datetime) -> list[Day]:
    """Each day of the agenda on the date it began, today if it has not; without a planned start
    the day starts when it began. So a rehearsal a week before is not a week ahead."""
    details = workshop[Details].get(1)
    begun = _first_starts(workshop, now)
    found = []
    for number in range(1, len(agenda.days(workshop)) + 1):
        start = begun.get(number, clock.local(workshop, now, now))
        day = agenda.day_on(details, start.date())
        if number in begun:
            day = _across_midnight(day, start)
        has_start = details is not None and details.planned_start
        found.append(day if has_start else Day(start.replace(second=0, microsecond=0), day.end))
    return found


def _across_midnight(day: Day, began: datetime.datetime) -> Day:
    """The day on the date before or after where it began a little late or early, but beyond
    midnight."""
    off = datetime.timedelta(days=1)
    if day.start - began > _SURELY_ANOTHER_DATE:
        off = -off
    elif began - day.start <= _SURELY_ANOTHER_DATE:
        return day
    return Day(day.start + off, day.end + off if day.end is not None else None)


def _first_starts(workshop: Workshop, now: datetime.datetime) -> dict[int, datetime.datetime]:
    begun: dict[int, datetime.datetime] = {}
    for event in clock.log(workshop):
        if event.kind == EventKind.START:
            day = workshop[Stage][event.stage].day
            begun.setdefault(day, clock.local(workshop, event.at, now))
    return begun


def has_plan(workshop: Workshop) -> bool:
    """Whether there is a time to hold the day against: its start is planned, or it has begun."""
    details = workshop[Details].get(1)
    return bool(details and details.planned_start) or bool(clock.log(workshop))


def timeline(workshop: Workshop, stage: StageId, now: datetime.datetime) -> TimelineRow | None:
    """When a stage ran and how far it drifted; None if it has not run."""
    events = [event for event in clock.log(workshop) if event.stage == stage]
    slot = plan(workshop, now).slots.get(stage)
    return timeline_row(events, slot.end if slot else None, clock.zone(workshop, now))


def drift(workshop: Workshop, now: datetime.datetime) -> int:
    """Minutes behind the plan, below zero ahead of it.

    While a stage is on: where it will end if it uses its time, or now once it is over, against its
    planned end (0 for a stage without a place in the plan). Between stages: as if the next one
    started now; before the first of a day, never ahead. At the end of a day: as that day ended.
    """
    slots = plan(workshop, now).slots
    on, following = clock.current_stage(workshop), clock.next_stage(workshop)
    if on is not None:
        return _past(slots[on.id].end, ends(workshop, on, now)) if on.id in slots else 0
    if following is not None and following.id in slots and not _day_is_over(workshop, now):
        behind = _past(slots[following.id].start, clock.local(workshop, now, now))
        return behind if following.day in _first_starts(workshop, now) else max(0, behind)
    last = clock.log(workshop)[-1:]
    if not last or last[0].stage not in slots:
        return 0
    return _past(slots[last[0].stage].end, clock.local(workshop, last[0].at, now))


def _day_is_over(workshop: Workshop, now: datetime.datetime) -> bool:
    """Whether what comes next is for another day, and that day has not come."""
    last, following = clock.log(workshop)[-1:], clock.next_stage(workshop)
    if not last or following is None or following.day == workshop[Stage][last[0].stage].day:
        return False
    last_date = clock.local(workshop, last[0].at, now).date()
    return clock.local(workshop, now, now).date() == last_date


def _past(planned: datetime.datetime, found: datetime.datetime) -> int:
    return minutes_between(planned, found.replace(second=0, microsecond=0))


def ends(workshop: Workshop, stage: Stage, now: datetime.datetime) -> datetime.datetime:
    """When a stage that is on will end if it uses its time, in local time; now once it is over."""
    left = max(datetime.timedelta(), clock.reading(workshop, stage.id, now).left)
    return clock.local(workshop, now + left, now)


def expected_finish(
    workshop: Workshop, now: datetime.datetime, given: Mapping[StageId, int] | None = None
) -> datetime.datetime | None:
    """When the day will end, in local time, if every stage to come uses what it has left today and
    pinned ones wait for their time; None when nothing is on and nothing comes that day. `given`:
    as if these stages had so many minutes today, and were left out with none."""
    on, following = clock.current_stage(workshop), clock.next_stage(workshop)
    first = first_of_day(workshop, now)
    if first is None:
        return None
    days, given = plan(workshop, now), given or {}
    at = ends(workshop, on, now) if on is not None else clock.local(workshop, now, now)
    if first.day not in _first_starts(workshop, now):
        at = max(at, days.days[first.day - 1].slots[0].start)
    slots, events = days.slots, clock.log(workshop)
    for stage in _from(workshop, following):
        minutes = given.get(stage.id, agenda.minutes_today(stage))
        if stage.day == first.day and minutes:
            pinned = stage.pinned_at is not None and stage.id in slots
            at = max(at, slots[stage.id].start) if pinned else at
            own = [event for event in events if event.stage == stage.id]
            at += max(datetime.timedelta(), read(own, minutes, now).left)
    return at


def first_of_day(workshop: Workshop, now: datetime.datetime) -> Stage | None:
    """The stage that is on, or the one that comes next today; None when the day is over."""
    on = clock.current_stage(workshop)
    if on is None and _day_is_over(workshop, now):
        return None
    return on or clock.next_stage(workshop)


def planned_finish(workshop: Workshop, now: datetime.datetime) -> datetime.datetime | None:
    """When the day that is on ends by its plan, in local time; None as for `expected_finish`, and
    where nothing of that day stands in the plan."""
    first, days = first_of_day(workshop, now), plan(workshop, now).days
    if first is None or not days[first.day - 1].slots:
        return None
    return days[first.day - 1].ends


def late_by(
    workshop: Workshop, now: datetime.datetime, given: Mapping[StageId, int] | None = None
) -> int:
    """Minutes by which the day will end after its plan, below zero before it; 0 where that is not
    known. Unlike `drift` it knows of cuts to come. `given` is that of `expected_finish`."""
    planned, found = planned_finish(workshop, now), expected_finish(workshop, now, given)
    return 0 if planned is None or found is None else _past(planned, found)


def to_come(workshop: Workshop, now: datetime.datetime) -> list[Stage]:
    """The stages of the day that is on which are still to come, in order; one that has begun and
    was left is among them where it comes again."""
    first = first_of_day(workshop, now)
    rest = _from(workshop, clock.next_stage(workshop))
    return [stage for stage in rest if first is not None and stage.day == first.day]


def _from(workshop: Workshop, first: Stage | None) -> list[Stage]:
    order = agenda.stages(workshop)
    rest = order[order.index(first) :] if first is not None else []
    return [stage for stage in rest if not (stage.hidden or stage.skipped)]
