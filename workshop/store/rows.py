"""How records stand in the file: as rows of their own tables and, in the history, as images.

A row has one value per field; lists and settings are JSON text. An image is a whole record as a
JSON object, so that an older history stays readable when a table gains a field.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from workshop.columns import from_plain
from workshop.fields import Plain, as_json
from workshop.store.schema import quoted
from workshop.tables import TableInfo, tables

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """How the records of one table are read and written, worked out once."""

    info: TableInfo
    select: str
    insert: str
    delete: str
    to_row: Callable[[Any], Row]
    make: Callable[..., Any]
    """The record made of its fields in order."""

    def changed(self, old: Any, new: Any) -> tuple[str, Row]:
        """The statement, and its values, that make the row of `old` the row of `new`."""
        pairs = zip(self.info.columns, self.to_row(old), self.to_row(new), strict=True)
        # 41 and 41.0 are equal and yet not the same entry.
        differ = [
            (column.name, after)
            for column, before, after in pairs
            if before != after or type(before) is not type(after)
        ]
        sets = ", ".join(f"{quoted(name)}=?" for name, _ in differ)
        statement = f'UPDATE {quoted(self.info.name)} SET {sets} WHERE "id"=?'
        return statement, (*(after for _, after in differ), old.id)

    def holds_for_itself(self, record: Any) -> tuple[Any, ...]:
        """All that no other row of the table may hold."""
        return tuple(rule.value(record) for rule in self.info.uniques)


@functools.cache
def layout(name: str) -> Layout:
    """The layout of a table."""
    info = tables()[name]
    table = quoted(name)
    columns = ", ".join(quoted(column.name) for column in info.columns)
    places = ", ".join("?" for _ in info.columns)
    return Layout(
        info,
        select=f'SELECT {columns} FROM {table} ORDER BY "id"',
        insert=f"INSERT INTO {table} ({columns}) VALUES ({places})",
        delete=f'DELETE FROM {table} WHERE "id"=?',
        to_row=_row_writer(info),
        make=_record_maker(info),
    )


def _row_writer(info: TableInfo) -> Callable[[Any], Row]:
    values = attrgetter(*(column.name for column in info.columns))
    in_json = [(n, column) for n, column in enumerate(info.columns) if column.kind.in_json]
    if not in_json:
        return values

    def write(record: Any) -> Row:
        row = list(values(record))
        for position, column in in_json:
            if row[position] is not None:
                row[position] = as_json(column.kind.to_plain(row[position]))
        return tuple(row)

    return write


def _record_maker(info: TableInfo) -> Callable[..., Any]:
    # Records take keywords only. One lambda per table, written out, makes thousands of them in
    # half the time that a dictionary for each would need.
    names = [column.name for column in info.columns]
    source = f"lambda {', '.join(names)}: cls({', '.join(f'{name}={name}' for name in names)})"
    made: Callable[..., Any] = eval(source, {"cls": info.cls})
    return made


def image(record: Any, info: TableInfo) -> str:
    """A record as JSON, with every field."""
    return as_json(plain_image(record, info))


def plain_image(record: Any, info: TableInfo) -> dict[str, Plain]:
    """A record as JSON data, with every field."""
    plain = {}
    for column in info.columns:
        held = getattr(record, column.name)
        plain[column.name] = None if held is None else column.kind.to_plain(held)
    return plain


def from_image(text: str, info: TableInfo) -> Any:
    """The record that `image` wrote. Raises ValueError, TypeError or LookupError for other text."""
    return image_from_plain(json.loads(text), info)


def image_from_plain(plain: Plain, info: TableInfo) -> Any:
    """The record that `plain_image` wrote. Raises ValueError, TypeError or LookupError."""
    return from_plain(info.cls, plain)
