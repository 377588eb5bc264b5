"""What a row of each of our tables looks like: so many values, each of its kind.

A row is believed only if every value in it is one that a record takes. That also tells whose row it
is where the pages that should say so are gone.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workshop.changes import Change, Step, StepId
from workshop.columns import problem
from workshop.errors import Refused
from workshop.state import NUMBERS
from workshop.store.pictures import Picture, picture
from workshop.store.rows import from_image, layout
from workshop.store.schema import OWN_TABLES
from workshop.tables import TableInfo, tables

STEP, CHANGE, PICTURE = "step", "change", "picture"
META, SEQUENCE = "meta", "sequence"
IN_INDEX = (META, SEQUENCE)
"""Tables without row ids: their rows stand in the pages of an index."""
_BAD = (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError, Refused)


@dataclass(frozen=True, slots=True)
class Shape:
    """The rows of one table: how many values they have, and what they become. `read` gives None
    for values that are no row of it."""

    name: str
    width: int
    read: Callable[[int, list[Any]], Any]

    def fits(self, rowid: int, values: list[Any]) -> Any:
        """What a row becomes, or None."""
        if len(values) != self.width:
            return None
        try:
            return self.read(rowid, values)
        except _BAD:
            return None


@functools.cache
def shapes() -> dict[str, Shape]:
    """Every table with row ids, by name."""
    own = {
        STEP: Shape(STEP, 9, _step),
        CHANGE: Shape(CHANGE, 6, _change),
        PICTURE: Shape(PICTURE, 4, _picture),
    }
    records = {
        name: Shape(name, len(info.columns), _record_reader(info))
        for name, info in tables().items()
    }
    assert own.keys() | set(IN_INDEX) == OWN_TABLES.keys()
    return {**records, **own}


def _record_reader(info: TableInfo) -> Callable[[int, list[Any]], Any]:
    make = layout(info.name).make
    id_at = next(n for n, column in enumerate(info.columns) if column.name == "id")
    readers = [
        (n, _from_json(column.kind.from_plain) if column.kind.in_json else column.kind.from_plain)
        for n, column in enumerate(info.columns)
        if column.kind.in_json or column.kind.label == "yes or no"
    ]

    def read(rowid: int, values: list[Any]) -> Any:
        if values[id_at] is not None or rowid < 1:
            return None
        fields = [*values]
        fields[id_at] = rowid
        for n, reader in readers:
            if fields[n] is not None:
                fields[n] = reader(fields[n])
        record = make(*fields)
        whole = problem(record) is None and all(rule.holds(record) for rule in info.rules)
        return record if whole else None

    return read


def _from_json(from_plain: Callable[[Any], Any]) -> Callable[[str], Any]:
    return lambda text: from_plain(json.loads(text))


def _step(rowid: int, values: list[Any]) -> Step | None:
    id, at, actor, label, facts, undoable, undoes, redoes, joins = values
    right = id is None and all(isinstance(each, str) for each in (at, actor, label, facts))
    if not right or undoable not in (0, 1) or joins not in (0, 1):
        return None
    step = StepId(rowid)
    known = dict(json.loads(facts))
    return Step(step, at, actor, label, known, (), bool(undoable), undoes, redoes, bool(joins))


@dataclass(frozen=True, slots=True)
class FoundChange:
    """A change of the history, with its step and its place among all."""

    id: int
    step: int
    change: Change


def _change(rowid: int, values: list[Any]) -> FoundChange | None:
    id, step, table, record, old, new = values
    if id is not None or type(step) is not int or type(record) is not int:
        return None
    info = tables()[table]
    images = [None if each is None else from_image(each, info) for each in (old, new)]
    if images == [None, None] or any(each and each.id != record for each in images):
        return None
    return FoundChange(rowid, step, Change(table, record, images[0], images[1]))


def _picture(_: int, values: list[Any]) -> Picture | None:
    id, hash, media_type, data = values
    if id is not None or not isinstance(media_type, str) or not isinstance(data, bytes):
        return None
    found = picture(data, media_type)
    return found if found.hash == hash else None


def read_pair(name: str, values: list[Any]) -> tuple[str, Any] | None:
    """A row of `meta` or `sequence`; None for values that are none of it."""
    if len(values) != 2 or not isinstance(values[0], str):
        return None
    if name == META:
        return (values[0], values[1]) if isinstance(values[1], str) else None
    known = values[0] == NUMBERS or values[0] in tables()
    return (values[0], values[1]) if known and type(values[1]) is int else None
