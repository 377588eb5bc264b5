"""The agenda: its stages in order, when they start, and what a facilitator does to them."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from workshop.changes import FACILITATOR
from workshop.edits import cleaned, name_of
from workshop.errors import Refused
from workshop.fields import LINE
from workshop.keys import fresh_key
from workshop.places import after_last, arrange, moved_to
from workshop.records.agenda import MOST_STAGES, Board, ClockEvent, Stage, Step
from workshop.records.details import Details
from workshop.records.notes import Note
from workshop.records.words import NEW, StageId
from workshop.rules.agenda_times import Day, PlannedStage, Schedule, schedule
from workshop.rules.arithmetic import round_half_up
from workshop.rules.steps import shortened
from workshop.setups import new_settings, prompt_of, settings_types
from workshop.stage_links import forget_stage, voted_on_in
from workshop.state import Workshop

DAY_STARTS = datetime.time(9)
"""Where a workshop does not say when it starts."""
UNDATED = datetime.date(2001, 1, 1)
"""Stands for the day of a workshop without a date."""
FALLBACK = Fraction(3, 5)
"""Part of its minutes that a stage needs where it does not say so itself."""

EDITABLE = frozenset(
    {"title", "prompt", "run", "watch", "say", "priority", "setup", "voting", "groups",
     "shorten_to", "how", "may_skip", "if_skipped", "never_skip", "catch_up", "short_minutes",
     "hidden", "section", "day", "picture"}
)  # fmt: skip
"""What `edit_stage` changes; the rest has a verb of its own."""


def stages(workshop: Workshop) -> list[Stage]:
    """All stages in the order of the agenda, skipped and hidden ones too."""
    return sorted(workshop[Stage], key=lambda stage: (stage.day, stage.place, stage.id))


def number_of(workshop: Workshop, stage: StageId) -> int:
    """The place of a stage in the agenda, from 1."""
    workshop[Stage][stage]
    return 1 + [one.id for one in stages(workshop)].index(stage)


def minutes_today(stage: Stage) -> int:
    """The minutes a stage gets today: those it was cut to, or those of the plan."""
    return stage.minutes if stage.shortened_to is None else stage.shortened_to


def steps_today(stage: Stage) -> tuple[Step, ...]:
    """The steps of a stage in the minutes it gets today."""
    return _steps_in(stage, minutes_today(stage))


def least_minutes(stage: Stage) -> int:
    """The minutes a stage can be cut to."""
    fallback = stage.shorten_to
    return round_half_up(stage.minutes * FALLBACK) if fallback is None else fallback


def days(workshop: Workshop) -> list[Day]:
    """When each day of the agenda starts and has to end, in local times."""
    details = workshop[Details].get(1)
    first = datetime.date.fromisoformat(details.on) if details and details.on else UNDATED
    count = max((stage.day for stage in workshop[Stage]), default=1)
    dates = (first + datetime.timedelta(days=passed) for passed in range(count))
    return [day_on(details, date) for date in dates]


def day_on(details: Details | None, date: datetime.date) -> Day:
    """The workshop's day, if it were on `date`."""
    starts = details.planned_start if details else None
    ends = details.planned_end if details else None
    start = datetime.time.fromisoformat(starts) if starts else DAY_STARTS
    if not ends:
        return Day(datetime.datetime.combine(date, start))
    end = datetime.time.fromisoformat(ends)
    after_midnight = datetime.timedelta(days=1 if end < start else 0)
    at = datetime.datetime.combine
    return Day(at(date, start), at(date, end) + after_midnight)


def times(
    workshop: Workshop, *, today: bool = False, on: Sequence[Day] | None = None
) -> Schedule[StageId]:
    """When each stage starts and ends, in local times: as planned, or with the cuts and skips of
    `today`. `on` puts the days elsewhere."""
    planned = [_planned(stage, today) for stage in stages(workshop)]
    return schedule(planned, days(workshop) if on is None else on)


def _planned(stage: Stage, today: bool) -> PlannedStage[StageId]:
    return PlannedStage(
        stage.id,
        minutes_today(stage) if today else stage.minutes,
        datetime.time.fromisoformat(stage.pinned_at) if stage.pinned_at else None,
        stage.day,
        stage.hidden or (today and stage.skipped),
    )


def add_stage(
    workshop: Workshop,
    kind: str,
    title: str,
    *,
    minutes: int = 10,
    index: int | None = None,
    actor: str = FACILITATOR,
) -> Stage:
    """A new stage of a kind, with that kind's prompt and settings; last in the agenda, or at
    `index`.

    Raises `Refused` (`stage.kind`, `stage.too_many`, `stage.minutes`, `name.*`).
    """
    if kind not in settings_types():
        raise Refused("stage.kind", kind=kind, known=tuple(settings_types()))
    title = name_of("stage", title, LINE)
    check_minutes(minutes)
    stage = Stage(
        key="",
        kind=kind,
        title=title,
        minutes=minutes,
        prompt=prompt_of(kind),
        setup=new_settings(kind),
        run=(),
        watch=(),
        steps=(),
        voting=None,
        groups=None,
    )
    with workshop.step("stage.add", actor=actor):
        added = insert(workshop, stage, index)
        if kind == "board":
            workshop[Board].add(Board(stage=added.id))
        return added


def insert(workshop: Workshop, stage: Stage, index: int | None) -> Stage:
    """Adds a made `stage` under a key of its own, at `index` or last. Belongs inside a step."""
    if len(workshop[Stage]) >= MOST_STAGES:
        raise Refused("stage.too_many", limit=MOST_STAGES)
    order = stages(workshop)
    key = fresh_key(workshop, Stage, stage.key or stage.title)
    day = order[-1].day if order else 1
    place = after_last(one.place for one in order)
    added = workshop[Stage].add(dataclasses.replace(stage, key=key, day=day, place=place, id=NEW))
    if index is not None:
        _put_at(workshop, added.id, index)
    return workshop[Stage][added.id]


def check_minutes(minutes: int, least: int = 1, most: int = 480) -> None:
    """Raises `Refused` (`stage.minutes`) for a length that no stage has."""
    if not least <= minutes <= most:
        raise Refused("stage.minutes", found=minutes, least=least, most=most)


def remove_stage(workshop: Workshop, stage: StageId, *, actor: str = FACILITATOR) -> None:
    """Removes a stage with its notes, rounds and clock; other stages' settings forget it.

    Raises `Refused`: `stage.is_on` while its clock is on, `stage.voted_on` where a ballot of
    another stage has its notes or clusters.
    """
    gone = workshop[Stage][stage]
    number = number_of(workshop, stage)
    if is_on(workshop, stage):
        raise Refused("stage.is_on", stage=number)
    by = voted_on_in(workshop, stage)
    if by is not None:
        raise Refused("stage.voted_on", stage=number, by=number_of(workshop, by))
    notes = len(workshop[Note].where("stage", stage))
    with workshop.step("stage.remove", actor=actor, stage=number, notes=notes):
        forget_stage(workshop, gone.key)
        workshop.remove_tree("stage", stage)


def is_on(workshop: Workshop, stage: StageId) -> bool:
    """Whether the clock of this stage is running or paused."""
    last = max(workshop[ClockEvent], key=lambda event: event.id, default=None)
    return last is not None and last.stage == stage and last.event != "end"


def move_stage(workshop: Workshop, stage: StageId, index: int, *, actor: str = FACILITATOR) -> None:
    """Puts a stage at `index` of the agenda, counted without it (0 is the first); it takes the day
    of the stage before it, or of the one after it where it comes first."""
    before = number_of(workshop, stage)
    with workshop.step("stage.move", actor=actor, stage=before):
        _put_at(workshop, stage, index)


def _put_at(workshop: Workshop, stage: StageId, index: int) -> None:
    order = moved_to([one.id for one in stages(workshop)], stage, index)
    at = order.index(stage)
    neighbour = order[at - 1] if at else order[min(1, len(order) - 1)]
    day = workshop[Stage][neighbour].day
    workshop[Stage].replace(stage, day=day)
    same_day = [one for one in order if workshop[Stage][one].day == day]
    arrange(workshop[Stage], "place", same_day, [stage])


def edit_stage(
    workshop: Workshop, stage: StageId, *, actor: str = FACILITATOR, **about: Any
) -> Stage:
    """Changes title, prompt, private notes (run, watch, say), settings or any other field named in
    `EDITABLE`. Raises `Refused` (`name.*`) and `Invalid`."""
    unknown = about.keys() - EDITABLE
    if unknown:
        raise TypeError(f"not edited here: {', '.join(sorted(unknown))}")
    number = number_of(workshop, stage)
    if "title" in about:
        about["title"] = name_of("stage", about["title"], LINE)
    fields = cleaned(Stage, about)
    changed = ", ".join(sorted(fields))
    with workshop.step("stage.edit", actor=actor, stage=number, fields=changed):
        return workshop[Stage].replace(stage, **fields)


def set_minutes(
    workshop: Workshop, stage: StageId, minutes: int, *, actor: str = FACILITATOR
) -> Stage:
    """Changes the planned minutes; the steps shrink or grow in proportion, and what the stage can
    be or was cut to is never more than them. Raises `Refused`."""
    check_minutes(minutes)
    number, before = number_of(workshop, stage), workshop[Stage][stage]
    cuts = {name: getattr(before, name) for name in ("shorten_to", "shortened_to")}
    fewer = {name: minutes for name, cut in cuts.items() if cut is not None and cut > minutes}
    steps = _steps_in(before, minutes)
    with workshop.step("stage.minutes", actor=actor, stage=number, minutes=minutes):
        return workshop[Stage].replace(stage, minutes=minutes, steps=steps, **fewer)


def _steps_in(stage: Stage, minutes: int) -> tuple[Step, ...]:
    lengths = [step.minutes for step in stage.steps]
    if not sum(lengths) or minutes == stage.minutes:
        return stage.steps
    pairs = zip(stage.steps, shortened(lengths, minutes), strict=True)
    return tuple(dataclasses.replace(step, minutes=length) for step, length in pairs)


def set_steps(
    workshop: Workshop, stage: StageId, steps: Sequence[Step], *, actor: str = FACILITATOR
) -> Stage:
    """Changes the timed parts of a stage; that they do not add up is said, not refused."""
    number = number_of(workshop, stage)
    fields = cleaned(Stage, {"steps": tuple(steps)})
    with workshop.step("stage.steps", actor=actor, stage=number, count=len(steps)):
        return workshop[Stage].replace(stage, **fields)


def pin(workshop: Workshop, stage: StageId, at: str | None, *, actor: str = FACILITATOR) -> Stage:
    """Pins a stage to a time of day such as `12:30`, or frees it. Raises `Invalid`."""
    number = number_of(workshop, stage)
    fields = cleaned(Stage, {"pinned_at": at})
    with workshop.step("stage.pin", actor=actor, stage=number, at=fields["pinned_at"]):
        return workshop[Stage].replace(stage, **fields)


def shorten_stage(
    workshop: Workshop, stage: StageId, minutes: int | None, *, actor: str = FACILITATOR
) -> Stage:
    """Cuts a stage to `minutes` for today, or gives it its planned ones back; the plan stays as it
    is. Raises `Refused` (`stage.minutes`) above the planned minutes."""
    number = number_of(workshop, stage)
    if minutes is not None:
        check_minutes(minutes, most=workshop[Stage][stage].minutes)
    with workshop.step("stage.shorten", actor=actor, stage=number, minutes=minutes):
        return workshop[Stage].replace(stage, shortened_to=minutes)


def skip_stage(
    workshop: Workshop, stage: StageId, skipped: bool = True, *, actor: str = FACILITATOR
) -> Stage:
    """Leaves a stage out today, or takes it in again."""
    number = number_of(workshop, stage)
    with workshop.step("stage.skip", actor=actor, stage=number, skipped=skipped):
        return workshop[Stage].replace(stage, skipped=skipped)
