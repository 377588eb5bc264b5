"""From a file into memory: every row becomes a record, and every record is checked.

A file that SQLite finds sound may still hold what no record takes: it may come from anywhere.
"""

from __future__ import annotations

import gc
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from workshop import integrity
from workshop.changes import Change, StepId
from workshop.columns import Column
from workshop.errors import FileProblem, Refused
from workshop.fields import MOST_JSON
from workshop.state import NUMBERS, Workshop
from workshop.store.rows import layout
from workshop.store.schema import quoted, stored_kind
from workshop.tables import TableInfo, tables

MOST_ROWS = 250_000
"""Of all tables together: ten times what the largest workshop has, and an end for a file that was
made to use up the memory."""
MOST_NUMBER = 1_000_000
"""The highest id or room number that a field takes."""
MOST_STEPS = 1 << 53
"""More were never taken, and SQLite could not number many more."""
_BAD_JSON = (ValueError, TypeError, LookupError, AttributeError, RecursionError)


def load_workshop(connection: sqlite3.Connection, path: Path) -> Workshop:
    """The workshop in a file, checked as a whole. Raises FileProblem and sqlite3.Error."""
    workshop, left = Workshop(), MOST_ROWS
    with no_collection():
        for name in tables():
            records = read_records(connection, path, name, left)
            left -= len(records)
            for record in records:
                workshop.load(name, record)
        check_whole(workshop, path)
    _load_sequences(connection, path, workshop)
    number, at = last_step(connection)
    if number not in range(MOST_STEPS) or not isinstance(at, str):
        raise FileProblem("file.sequence", file=str(path), record="step")
    workshop.last_step = StepId(number)
    return workshop


@contextmanager
def no_collection() -> Iterator[None]:
    """A time without garbage collection: where thousands of records are made and none dropped, it
    would look through all of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_records(
    connection: sqlite3.Connection, path: Path, name: str, most: int = MOST_ROWS
) -> list[Any]:
    """The records of one table, each checked by itself. Raises FileProblem: `file.record`,
    `file.rule`, `file.too_many` where there are more than `most`; sqlite3.Error."""
    held = layout(name)
    stored = connection.execute(held.select).fetchmany(most + 1)
    if not stored:
        return []
    if len(stored) > most:
        raise FileProblem("file.too_many", file=str(path), limit=MOST_ROWS)
    by_column = dict(zip(held.info.columns, zip(*stored, strict=True), strict=True))
    ids = next(ids for column, ids in by_column.items() if column.name == "id")
    problem = _Problem(path, held.info, ids)
    values = [_read_column(column, found, problem) for column, found in by_column.items()]
    records = list(map(held.make, *values))
    _check_rules(held.info, records, problem)
    return records


class _Problem:
    """Words a problem with one record of a table."""

    def __init__(self, path: Path, info: TableInfo, ids: Sequence[Any]) -> None:
        self._where = {"file": str(path), "record": info.name}
        self._ids = ids

    def value(self, column: Column, row: int) -> FileProblem:
        """A field holds what it must not."""
        facts = {"id": self._ids[row], "field": column.name, "allowed": column.kind.allowed()}
        return FileProblem("file.record", **self._where, **facts)

    def rule(self, words: str, id: int) -> FileProblem:
        """A rule between fields is broken."""
        return FileProblem("file.rule", **self._where, id=id, rule=words)


def _read_column(column: Column, stored: Sequence[Any], problem: _Problem) -> Sequence[Any]:
    """The values of one column. Most columns hold few different values, so each different one is
    read and judged once; but 1 and 1.0, which are equal, may not both be right."""
    kind, read = stored_kind(column), _reader(column)
    values: dict[Any, Any] = {}
    for found in stored if {int, float} <= set(map(type, stored)) else set(stored):
        fits, values[found] = _judge(column.optional, kind.takes, read, found)
        if not fits:
            raise problem.value(column, stored.index(found))
    return stored if read is None else [values[found] for found in stored]


def _reader(column: Column) -> Callable[[Any], Any] | None:
    """What makes a column's value of what stands in its row; None if it is the same."""
    if column.kind.in_json:
        return lambda stored: column.kind.from_plain(_from_json(stored))
    if column.kind.label == "yes or no":
        return column.kind.from_plain
    return None


def _from_json(stored: str) -> Any:
    """JSON data, where the text is no longer than any of ours. Raises ValueError and others."""
    if len(stored) > MOST_JSON:
        raise ValueError("too long")
    return json.loads(stored)


def _judge(
    optional: bool, takes: Callable[[Any], bool], read: Callable[[Any], Any] | None, stored: Any
) -> tuple[bool, Any]:
    if stored is None:
        return optional, None
    try:
        value = stored if read is None else read(stored)
        return takes(value), value
    except _BAD_JSON:
        return False, None


def _check_rules(info: TableInfo, records: Sequence[Any], problem: _Problem) -> None:
    for rule in info.rules:
        for record in records:
            if not rule.holds(record):
                raise problem.rule(rule.words, record.id)


def check_whole(workshop: Workshop, path: Path) -> None:
    """Raises FileProblem: `file.nameless` where nothing says what the workshop is, `file.whole`
    where records do not fit together: a reference that leads nowhere, a value twice that must be
    unique, settings of another kind of stage."""
    if not len(workshop.table("details")):
        raise FileProblem("file.nameless", file=str(path))
    everything = (
        Change(table.info.name, record.id, None, record)
        for table in workshop.tables()
        for record in table
    )
    try:
        integrity.check(workshop, everything)
    except Refused as refused:
        raise FileProblem("file.whole", file=str(path), why=refused.key, **refused.facts) from None


def _load_sequences(connection: sqlite3.Connection, path: Path, workshop: Workshop) -> None:
    """Numbers that were given once are never given again, also where their rows are gone."""
    known = {*tables(), NUMBERS}
    for name, highest in connection.execute('SELECT "name", "highest" FROM "sequence"'):
        low = workshop.sequence.get(name, 0)
        if name in known and type(highest) is int and low <= highest <= MOST_NUMBER:
            workshop.sequence[name] = highest
        else:
            raise FileProblem("file.sequence", file=str(path), record=name)


def last_step(connection: sqlite3.Connection) -> tuple[int, str]:
    """Number and time of the newest step in the file; 0 and no time if there is none."""
    newest = 'SELECT "id", "at" FROM "step" ORDER BY "id" DESC LIMIT 1'
    found = connection.execute(newest).fetchone()
    return (found[0], found[1]) if found else (0, "")


def count_rows(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, int]:
    """How many rows each of these tables has. Raises sqlite3.Error."""
    return {
        name: connection.execute(f"SELECT count(*) FROM {quoted(name)}").fetchone()[0]
        for name in names
    }
