"""The rows of a workshop in the making, by table and id."""

from __future__ import annotations

import dataclasses
from typing import Any

from workshop.state import Workshop

Rows = dict[str, dict[int, Any]]


def rows_of(workshop: Workshop) -> Rows:
    """All rows of a workshop, to be changed at will."""
    return {table.info.name: {row.id: row for row in table} for table in workshop.tables()}


def change(rows: Rows, name: str, id: int, **fields: Any) -> None:
    """Gives a row other values."""
    rows[name][id] = dataclasses.replace(rows[name][id], **fields)


def add(rows: Rows, name: str, row: Any) -> Any:
    """Adds a row under a new id; returns it with that."""
    id = max(rows[name], default=0) + 1
    rows[name][id] = made = dataclasses.replace(row, id=id)
    return made


def remove(rows: Rows, name: str, **where: Any) -> None:
    """Removes the rows that have these values."""
    for id, row in list(rows[name].items()):
        if all(getattr(row, column) == value for column, value in where.items()):
            del rows[name][id]
