"""Steps in the file: the rows they leave behind, and the history they become."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from workshop.changes import Change, Step, StepId
from workshop.errors import FileProblem
from workshop.store.rows import from_image, image, layout
from workshop.tables import tables

_INSERT_STEP = (
    'INSERT INTO "step" ("id", "at", "actor", "label", "facts", "undoable", "undoes", "redoes",'
    ' "joins") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'
)
_INSERT_CHANGE = (
    'INSERT INTO "change" ("step", "record", "record_id", "old", "new") VALUES (?, ?, ?, ?, ?)'
)
_SET_SEQUENCE = 'INSERT OR REPLACE INTO "sequence" ("name", "highest") VALUES (?, ?)'
_STEPS = (
    'SELECT "id", "at", "actor", "label", "facts", "undoable", "undoes", "redoes", "joins"'
    ' FROM "step" ORDER BY "id"'
)
_CHANGES = 'SELECT "step", "record", "record_id", "old", "new" FROM "change" ORDER BY "step", "id"'


MOST_CHANGES = 1_000_000
"""That are read: far more than two days of work make."""


class RowMissingError(Exception):
    """A row that a change replaces or removes is not in the file: file and memory differ."""


def write_step(connection: sqlite3.Connection, step: Step, sequence: Mapping[str, int]) -> None:
    """Brings the rows of the file to where the step leaves them, and adds it to the history, inside
    a transaction. `sequence`: the marks that it moved. Raises sqlite3.Error and RowMissingError."""
    apply_changes(connection, step.changes)
    add_to_history(connection, [step])
    set_sequence(connection, sequence)


def apply_changes(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Applies the net changes of a step. First go all rows that leave or that give up a value which
    must be unique, last come those that are new or take one: two rows may swap such a value."""
    arriving = []
    for change in changes:
        held = layout(change.table)
        if change.old is None:
            arriving.append(change)
        elif change.new is None or _gives_up_a_value(change):
            _one(connection, held.delete, (change.id,), change)
            arriving += [] if change.new is None else [change]
        else:
            _one(connection, *held.changed(change.old, change.new), change)
    for change in arriving:
        held = layout(change.table)
        connection.execute(held.insert, held.to_row(change.new))


def _gives_up_a_value(change: Change) -> bool:
    held = layout(change.table)
    return held.holds_for_itself(change.old) != held.holds_for_itself(change.new)


def _one(
    connection: sqlite3.Connection, statement: str, values: tuple[Any, ...], change: Change
) -> None:
    if connection.execute(statement, values).rowcount != 1:
        raise RowMissingError(f"no {change.table} {change.id} in the file")


def add_to_history(connection: sqlite3.Connection, steps: Iterable[Step]) -> None:
    """Adds steps with their changes, inside a transaction. Raises sqlite3.Error."""
    for step in steps:
        connection.execute(_INSERT_STEP, _step_row(step))
        connection.executemany(_INSERT_CHANGE, [_change_row(step, each) for each in step.changes])


def _step_row(step: Step) -> tuple[Any, ...]:
    # Facts serve to word the step. One that is no plain data must not cost the step itself.
    facts = json.dumps(step.facts, default=str)
    flags = (step.undoable, step.undoes, step.redoes, step.joins)
    return (step.id, step.at, step.actor, step.label, facts, *flags)


def _change_row(step: Step, change: Change) -> tuple[Any, ...]:
    info = tables()[change.table]
    old, new = (None if each is None else image(each, info) for each in (change.old, change.new))
    return (step.id, change.table, change.id, old, new)


def set_sequence(connection: sqlite3.Connection, sequence: Mapping[str, int]) -> None:
    """Notes the highest numbers given, inside a transaction. Raises sqlite3.Error."""
    connection.executemany(_SET_SEQUENCE, sequence.items())


def read_steps(connection: sqlite3.Connection, path: Path) -> list[Step]:
    """The whole history, oldest first. Raises FileProblem (`file.history`) and sqlite3.Error."""
    stored = connection.execute(_CHANGES).fetchmany(MOST_CHANGES + 1)
    if len(stored) > MOST_CHANGES:
        raise FileProblem("file.history", file=str(path), step=stored[-1][0])
    changes = {step: list(rows) for step, rows in groupby(stored, key=itemgetter(0))}
    return [_step(row, changes.get(row[0], []), path) for row in connection.execute(_STEPS)]


def _step(row: tuple[Any, ...], changes: list[tuple[Any, ...]], path: Path) -> Step:
    id, at, actor, label, facts, undoable, undoes, redoes, joins = row
    try:
        return Step(
            StepId(id),
            at,
            actor,
            label,
            dict(json.loads(facts)),
            tuple(_change(*change) for change in changes),
            bool(undoable),
            undoes,
            redoes,
            bool(joins),
        )
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise FileProblem("file.history", file=str(path), step=id) from None


def _change(_: int, table: str, id: int, old: str | None, new: str | None) -> Change:
    info = tables()[table]
    before, after = (None if each is None else from_image(each, info) for each in (old, new))
    if before is None and after is None:
        raise ValueError("a change of nothing")
    if any(record is not None and record.id != id for record in (before, after)):
        raise ValueError("an image of another record")
    return Change(table, id, before, after)
