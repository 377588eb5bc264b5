"""What the agenda rail tells of each stage."""

from __future__ import annotations

import datetime

from ui.kind_words import kind_name
from ui.translate import plural, tr
from workshop import agenda, clock, running
from workshop.frozen import frozen
from workshop.records.agenda import Stage
from workshop.records.words import StageId
from workshop.state import Workshop


@frozen
class Row:
    """One stage as the rail shows it."""

    stage: int
    title: str
    minutes: int
    kind: str
    spoken: str
    done: bool = False
    on: bool = False


def rows_of(workshop: Workshop, on: StageId | None, now: datetime.datetime) -> list[Row]:
    """The stages of today in order, hidden and skipped ones left out. The one that is on has the
    minutes that it was extended to."""
    slots = agenda.times(workshop, today=True).slots
    rows = []
    for stage in agenda.stages(workshop):
        if stage.hidden or stage.skipped:
            continue
        slot = slots.get(stage.id)
        at = f"{slot.start:%H:%M}" if slot else ""
        done = stage.id != on and running.has_begun(workshop, stage.id)
        minutes = agenda.minutes_today(stage)
        if stage.id == on:
            minutes = round(clock.reading(workshop, on, now).given.total_seconds() / 60)
        rows.append(_row(stage, at, minutes, done, stage.id == on))
    return rows


def _row(stage: Stage, at: str, minutes: int, done: bool, on: bool) -> Row:
    long = plural(minutes, "{count} minute", "{count} minutes")
    state = tr("on now") if on else tr("done") if done else tr("to come")
    spoken = tr(
        "{title}, {kind}, {time}, {long}, {state}",
        title=stage.title, kind=kind_name(stage.kind), time=at, long=long, state=state,
    )  # fmt: skip
    return Row(stage.id, stage.title, minutes, stage.kind, spoken, done, on)
