"""What must hold between records when a step ends; the file holds the same as constraints."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from workshop.changes import Change
from workshop.columns import Setup, Value, columns
from workshop.errors import Refused
from workshop.fields import Reference, StageKeys
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
            _nothing_refers(workshop, change)
        else:
            _references_lead_somewhere(workshop, change)
            _unique_values_stand_once(workshop, change)
    stages = [change for change in changes if change.table == "stage"]
    for change in stages:
        if change.new is not None:
            _settings_fit(change.new)
    if stages:
        _stage_keys_exist(workshop)
    for change in changes:
        _bare_notes_are_cells(workshop, change)


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
            raise Refused(
                "value.taken",
                record=change.table,
                id=change.id,
                fields=rule.fields,
                found=rule.value(change.new),
                holder=min(others),
            )


def _settings_fit(stage: Any) -> None:
    expected = settings_types().get(stage.kind)
    if expected is None or type(stage.setup) is not expected:
        raise Refused("stage.kind", id=stage.id, kind=stage.kind, known=tuple(settings_types()))


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


def _bare_notes_are_cells(workshop: Workshop, change: Change) -> None:
    """A note without a number is an entry of a cell of its own journey, and nothing refers to it."""
    if change.new is None:
        return
    for column, kind in tables()[change.table].references():
        target = getattr(change.new, column.name)
        if kind.table == "note" and target and workshop.table("note")[target].nr is None:
            raise Refused("note.unnumbered", id=target, by=change.table)
    if change.table == "note" and change.new.nr is None:
        _is_a_cell(workshop, change.new)


def _is_a_cell(workshop: Workshop, note: Any) -> None:
    phase = workshop.table("phase").get(note.phase)
    lane = workshop.table("lane").get(note.lane)
    journey = workshop.table("journey").get(phase.journey) if phase else None
    is_row_of_notes = lane is not None and lane.key not in ("opportunities", "owner")
    stages = {note.stage, lane.stage if lane else None, journey.stage if journey else None}
    if journey is None or not is_row_of_notes or len(stages) > 1:
        raise Refused("note.unnumbered", id=note.id, by="note")
    if any(True for _ in workshop.referring("note", note.id)):
        raise Refused("note.unnumbered", id=note.id, by="note")
