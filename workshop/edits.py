"""Typed values on their way into a record: cleaned as their column wants them, checked at once."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar

from workshop.columns import Setup, Value, columns
from workshop.errors import Invalid, Refused
from workshop.fields import Kind, Texts
from workshop.tables import table_of
from workshop.text import clean_line

Made = TypeVar("Made")


def cleaned(cls: type[Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """The `fields` of a record of `cls`, brought into form. Raises `Invalid` for a value that its
    field does not take; a name that is no field is a bug."""
    known = {column.name: column for column in columns(cls)}
    found = {}
    for name, value in fields.items():
        column = known[name]
        found[name] = _cleaned(column.kind, value)
        if not column.takes(found[name]):
            raise Invalid(
                "field.invalid",
                record=table_of(cls).name,
                field=name,
                found=value,
                allowed=column.instead_of(found[name]),
            )
    return found


def _cleaned(kind: Kind, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, Texts):
        return tuple(item for item in kind.clean(list(value)) if item)
    if isinstance(kind, Value) and kind.many:
        return tuple(_clean_value(item) for item in value)
    if isinstance(kind, Value | Setup):
        return _clean_value(value)
    return kind.clean(value)


def _clean_value(value: Made) -> Made:
    """A small value with every text in it cleaned."""
    fields = {
        column.name: _cleaned(column.kind, getattr(value, column.name))
        for column in columns(type(value))
    }
    made: Made = dataclasses.replace(value, **fields)  # type: ignore[type-var]
    return made


def name_of(record: str, text: str, limit: int = 80) -> str:
    """The name typed for a `record`, cleaned. Raises `Refused` (`name.empty`, `name.too_long`)."""
    name = clean_line(text)
    if not name:
        raise Refused("name.empty", record=record)
    if len(name) > limit:
        raise Refused("name.too_long", record=record, count=len(name), limit=limit)
    return name
