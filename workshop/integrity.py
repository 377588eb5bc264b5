"""What must hold between records when a step ends; the file holds the same as constraints."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from workshop import tie_checks
from workshop.changes import Change
from workshop.columns import Setup, Value, columns
from workshop.errors import Refused
from workshop.fields import Reference, StageKeys
from workshop.rules import clock, tally
from workshop.setups import settings_types
from workshop.tables import tables

if TYPE_CHECKING:
    from workshop.state import Workshop

PREVIOUS_BRIEF = "previous_brief"
"""In the place of a stage: the earlier workshop."""


@functools.cache
def referring_columns(name: str) -> tuple[tuple[str, str, Reference], ...]:
    """Every column, of any table, that refers to rows of table `name`."""
    return tuple(
        (info.name, column.name, kind)
        for info in tables().values()
        for column, kind in info.references()
        if kind.table == name
    )


def check(workshop: Workshop, changes: Iterable[Change]) -> None:
    """Raises `Refused` if these changes leave a reference that leads nowhere, a value twice that
    must be unique, or settings that do not belong to their stage."""
    changes = tuple(changes)
    for change in changes:
        if change.new is None:
            if change.table == "details":
                raise Refused("record.needed", record="details", by="workshop", id=change.id)
            _nothing_refers(workshop, change)
        else:
            _there_is_room(workshop, change)
            _references_lead_somewhere(workshop, change)
            _unique_values_stand_once(workshop, change)
    tie_checks.check(workshop, changes)
    _slips_keep_their_budget(workshop, changes)
    if any(change.table == "clock_event" for change in changes):
        _clock_can_have_run(workshop)
    stages = [change for change in changes if change.table == "stage"]
    for change in stages:
        if change.new is not None:
            _settings_fit(change.new)
    if stages:
        _stage_keys_exist(workshop)
    _bare_notes_are_cells(workshop, changes)


def _nothing_refers(workshop: Workshop, change: Change) -> None:
    for table, column, _, row in workshop.referring(change.table, change.id):
        raise Refused(
            "reference.left",
            record=change.table,
            id=change.id,
            by=table.info.name,
            field=column,
            at=row.id,
        )


def _there_is_room(workshop: Workshop, change: Change) -> None:
    table = workshop.table(change.table)
    limit = table.info.most
    if change.old is not None or limit is None or len(table) <= limit.rows:
        return
    owner = getattr(change.new, limit.per) if limit.per else None
    rows = table.where(limit.per, owner) if limit.per else table
    counted = sum(not (limit.but and getattr(row, limit.but)) for row in rows)
    if counted > limit.rows:
        facts = {"record": change.table, "id": change.id, "limit": limit.rows}
        raise Refused(f"{change.table}.too_many", **facts)


def _references_lead_somewhere(workshop: Workshop, change: Change) -> None:
    for column, kind in tables()[change.table].references():
        target = getattr(change.new, column.name)
        if target is not None and target not in workshop.table(kind.table):
            raise Refused(
                "reference.gone",
                record=change.table,
                id=change.id,
                field=column.name,
                to=kind.table,
                at=target,
            )


def _unique_values_stand_once(workshop: Workshop, change: Change) -> None:
    table = workshop.table(change.table)
    for position, rule in enumerate(table.info.uniques):
        others = table.holders(position, change.new) - {change.id}
        if others:
            names = tuple(dict.fromkeys((*rule.fields, *filter(None, (rule.where,)))))
            raise Refused(
                "value.taken",
                record=change.table,
                id=change.id,
                fields=names,
                found=tuple(getattr(change.new, name) for name in names),
                holder=min(others),
            )


def _slips_keep_their_budget(workshop: Workshop, changes: Iterable[Change]) -> None:
    """No ballot paper has more dots than its ballot gives, in all or on one option."""
    slips = {row.slip for row in _as_they_are(changes, "dot")}
    for ballot in _as_they_are(changes, "ballot"):
        slips |= {slip.id for slip in workshop.table("slip").where("ballot", ballot.id)}
    for slip in sorted(slips):
        paper = workshop.table("slip")[slip]
        ballot = workshop.table("ballot")[paper.ballot]
        given = {dot.option: dot.dots for dot in workshop.table("dot").where("slip", slip)}
        limits = tally.Limits(ballot.dots, ballot.max_per_item)
        try:
            tally.check_ballot(given, tuple(given), limits)
        except Refused as error:
            raise Refused(error.key, record="slip", id=slip, **error.facts) from None


def _as_they_are(changes: Iterable[Change], table: str) -> Iterator[Any]:
    """The records of a table as the changes leave them."""
    return (change.new for change in changes if change.table == table and change.new is not None)


def _clock_can_have_run(workshop: Workshop) -> None:
    """The clock's events follow on each other, as written, with one stage on at a time."""
    clocks: dict[int, clock.StageClock] = {}
    on: int | None = None
    for row in workshop.table("clock_event"):
        event = clock.ClockEvent(
            row.stage,
            clock.EventKind(row.event),
            datetime.fromisoformat(row.at),
            row.minutes or 0,
        )
        try:
            clocks[row.stage] = clocks.get(row.stage, clock.StageClock()).after(event)
        except Refused as error:
            raise Refused(error.key, record="clock_event", id=row.id, **error.facts) from None
        if on not in (None, row.stage):
            facts = {"record": "clock_event", "id": row.id}
            raise Refused("clock.another_is_on", stage=row.stage, other=on, **facts)
        on = None if row.event == clock.EventKind.END else row.stage


def _settings_fit(stage: Any) -> None:
    expected = settings_types().get(stage.kind)
    if expected is None or type(stage.setup) is not expected:
        known = tuple(settings_types())
        raise Refused("stage.kind", record="stage", id=stage.id, kind=stage.kind, known=known)


def _stage_keys_exist(workshop: Workshop) -> None:
    stages = workshop.table("stage")
    known = {stage.key for stage in stages} | {PREVIOUS_BRIEF}
    for stage in stages:
        for key in stage_keys(stage):
            if key not in known:
                raise Refused("stage.unknown", stage=stage.key, found=key, known=sorted(known))


def stage_keys(value: Any) -> Iterator[str]:
    """The stages that a stage's settings name, by key."""
    for column in columns(type(value)):
        held = getattr(value, column.name)
        if isinstance(column.kind, StageKeys):
            yield from held
        elif held is not None and isinstance(column.kind, Setup):
            yield from stage_keys(held)
        elif held is not None and isinstance(column.kind, Value):
            for item in held if column.kind.many else (held,):
                yield from stage_keys(item)


def _bare_notes_are_cells(workshop: Workshop, changes: Iterable[Change]) -> None:
    """A note without a number is an entry of a cell of its own journey; nothing refers to it."""
    for change in changes:
        for column, kind in tables()[change.table].references() if change.new is not None else ():
            target = getattr(change.new, column.name)
            if kind.table == "note" and target and is_bare("note", workshop.table("note")[target]):
                raise Refused("note.unnumbered", record="note", id=target, by=change.table)
    for note in _notes_in_cells(workshop, changes):
        if is_bare("note", note):
            _is_a_cell(workshop, note)


def _notes_in_cells(workshop: Workshop, changes: Iterable[Change]) -> Iterator[Any]:
    """The notes that changed, or whose lane, phase or journey did."""
    notes = workshop.table("note")
    yield from _as_they_are(changes, "note")
    for lane in _as_they_are(changes, "lane"):
        yield from notes.where("lane", lane.id)
    phases = [phase.id for phase in _as_they_are(changes, "phase")]
    for journey in _as_they_are(changes, "journey"):
        phases += [phase.id for phase in workshop.table("phase").where("journey", journey.id)]
    for phase in phases:
        yield from notes.where("phase", phase)


def is_bare(table: str, record: Any) -> bool:
    """Whether a record is a note without a number, which is nothing outside its cell."""
    return table == "note" and record.nr is None


def _is_a_cell(workshop: Workshop, note: Any) -> None:
    phase = workshop.table("phase").get(note.phase)
    lane = workshop.table("lane").get(note.lane)
    journey = workshop.table("journey").get(phase.journey) if phase else None
    is_row_of_notes = lane is not None and lane.key not in ("opportunities", "owner")
    stages = {note.stage, lane.stage if lane else None, journey.stage if journey else None}
    if journey is None or not is_row_of_notes or len(stages) > 1:
        raise Refused("note.unnumbered", record="note", id=note.id, by="note")
    if any(True for _ in workshop.referring("note", note.id)):
        raise Refused("note.unnumbered", record="note", id=note.id, by="note")
