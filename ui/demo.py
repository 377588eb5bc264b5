"""The demo: a copy of the sample workshop in the middle of its day, which is today."""

from __future__ import annotations

import datetime
from pathlib import Path

import assets
from workshop import agenda, boards, clock, running
from workshop.document import Document
from workshop.records.agenda import ClockEvent, Stage, TimelineRow
from workshop.records.consensus import Proposal
from workshop.records.details import Details
from workshop.records.words import StageId
from workshop.state import Workshop

STAGE = "struggles"
"""The stage that is on."""
_INTO_IT = datetime.timedelta(minutes=15, seconds=20)


def make(path: Path, now: datetime.datetime, *, stage: str = STAGE, force: bool = False) -> None:
    """Writes the demo file. Raises `FileProblem`, such as `file.exists`."""
    Document.create(path, at_work(now, stage), force=force).close()


def at_work(now: datetime.datetime, stage: str = STAGE) -> Workshop:
    """The sample as it stood while a stage was on, with its times moved to `now`."""
    from workshop.interchange import reader

    workshop = reader.read_file(assets.path("sample", "sample-workshop.yaml"))
    on = next(one for one in workshop[Stage] if one.key == stage)
    ran = _ran(workshop, now)
    began, ended = (datetime.datetime.combine(now.date(), time) for time in ran[on.id])
    into = min(_INTO_IT, (ended - began) / 2)
    local = clock.local(workshop, now, now)
    moved = local - into - datetime.datetime.combine(local.date(), began.time())
    with workshop.step("workshop.import", undoable=False):
        _forget_clock(workshop)
        _move_day(workshop, moved, local)
        for id, (first, last) in ran.items():
            start = _moment(first, moved, local, workshop, now)
            end = _moment(last, moved, local, workshop, now)
            _write(workshop, id, start, None if id == on.id else end)
            if id == on.id:
                break
    _reopen_later(workshop)
    board = boards.board_of(workshop, on.id)
    if board is not None and board.private_writing:
        boards.cover(workshop, board.id)
    return workshop


def _time(text: str | None) -> datetime.time | None:
    return datetime.time.fromisoformat(text) if text else None


def _ran(
    workshop: Workshop, now: datetime.datetime
) -> dict[StageId, tuple[datetime.time, datetime.time]]:
    """When each stage of the sample began and ended, by its clock or its timeline."""
    found = {}
    for row in workshop[TimelineRow]:
        start, end = _time(row.actual_start), _time(row.actual_end)
        if start is not None and end is not None:
            found[row.stage] = (start, end)
    for stage in agenda.stages(workshop):
        events = [event for event in clock.log(workshop) if event.stage == stage.id]
        if events:
            first, last = (clock.local(workshop, events[at].at, now).time() for at in (0, -1))
            found[stage.id] = (first, last)
    order = [stage.id for stage in agenda.stages(workshop) if stage.id in found]
    return {id: found[id] for id in order}


def _moment(
    time: datetime.time,
    moved: datetime.timedelta,
    local: datetime.datetime,
    workshop: Workshop,
    now: datetime.datetime,
) -> datetime.datetime:
    """A time of the sample's day as a moment of this one."""
    at = datetime.datetime.combine(local.date(), time) + moved
    return at.replace(tzinfo=clock.zone(workshop, now))


def _forget_clock(workshop: Workshop) -> None:
    for row in list(workshop[ClockEvent]):
        workshop[ClockEvent].remove(row.id)
    for timed in list(workshop[TimelineRow]):
        workshop[TimelineRow].remove(timed.id)


def _reopen_later(workshop: Workshop) -> None:
    """What is decided in a stage to come is open."""
    with workshop.step("workshop.import", undoable=False):
        for row in list(workshop[Proposal]):
            if not running.has_begun(workshop, row.stage):
                workshop[Proposal].replace(row.id, status="open")


def _move_day(workshop: Workshop, moved: datetime.timedelta, local: datetime.datetime) -> None:
    """Plans the day around now."""
    details = workshop[Details][1]
    starts, ends = _time(details.planned_start), _time(details.planned_end)
    if starts is None or ends is None:
        return
    start = datetime.datetime.combine(local.date(), starts) + moved
    end = datetime.datetime.combine(local.date(), ends) + moved
    workshop[Details].replace(
        1, on=f"{start:%Y-%m-%d}", planned_start=f"{start:%H:%M}", planned_end=f"{end:%H:%M}"
    )
    for stage in list(workshop[Stage]):
        pinned = _time(stage.pinned_at)
        if pinned is not None:
            at = datetime.datetime.combine(local.date(), pinned) + moved
            workshop[Stage].replace(stage.id, pinned_at=f"{at:%H:%M}")


def _write(
    workshop: Workshop, stage: StageId, start: datetime.datetime, end: datetime.datetime | None
) -> None:
    workshop[ClockEvent].add(ClockEvent(stage=stage, event="start", at=start.isoformat()))
    if end is not None:
        workshop[ClockEvent].add(ClockEvent(stage=stage, event="end", at=end.isoformat()))
