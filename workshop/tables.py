"""Every kind of record, by table name, with the rules that hold between its fields.

A rule is stated once and serves twice: memory asks it before a step is taken, and the file holds
it as a CHECK or a unique index, so that memory never accepts what the file refuses.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any, TypeVar, dataclass_transform

from workshop import columns as fields
from workshop.columns import Column, columns, per_class
from workshop.conditions import Condition, is_set
from workshop.fields import Reference
from workshop.frozen import freeze, frozen
from workshop.ties import Tie

R = TypeVar("R")


@frozen
class Unique:
    """No two rows agree in all of these fields. `where` names a field that must be set for a row
    to count; unless `nulls` says so, a row with an empty field is never equal to another. With
    `fold` texts that differ in capitals alone are equal."""

    fields: tuple[str, ...]
    where: str = ""
    nulls: bool = False
    fold: bool = False

    def value(self, record: Any) -> tuple[Any, ...] | None:
        """What must be unique; None where this row does not count."""
        if self.where and not is_set(getattr(record, self.where)):
            return None
        found = tuple(getattr(record, name) for name in self.fields)
        if self.fold:
            found = tuple(held.casefold() for held in found)
        return None if None in found and not self.nulls else found


def unique(*fields: str, where: str = "", nulls: bool = False, fold: bool = False) -> Unique:
    """No two rows agree in all of these fields."""
    return Unique(fields, where, nulls, fold)


@frozen
class Most:
    """A table has at most so many rows, those with the field `but` set not counted; with `per`, so
    many that refer to one record by that field. Memory alone holds this."""

    rows: int
    but: str = ""
    per: str = ""

    @property
    def words(self) -> str:
        each = f" for each {self.per}" if self.per else ""
        but = f", {self.but} ones not counted" if self.but else ""
        return f"at most {self.rows}{each}{but}"


def most(rows: int, but: str = "", per: str = "") -> Most:
    """A table has at most so many rows, in all or `per` record that they refer to."""
    return Most(rows, but, per)


@frozen
class TableInfo:
    """What is known of one kind of record: its name, class, place in YAML and rules."""

    name: str
    cls: type[Any]
    place: str
    doc: str
    rules: tuple[Condition, ...]
    uniques: tuple[Unique, ...]
    ties: tuple[Tie, ...]
    most: Most | None

    @property
    def columns(self) -> tuple[Column, ...]:
        return columns(self.cls)

    def references(self) -> tuple[tuple[Column, Reference], ...]:
        """The columns that refer to rows of other tables."""
        return _references(self.cls)


@per_class
def _references(cls: type[Any]) -> tuple[tuple[Column, Reference], ...]:
    return tuple(
        (column, column.kind) for column in columns(cls) if isinstance(column.kind, Reference)
    )


_by_name: dict[str, TableInfo] = {}
_by_class: dict[type[Any], TableInfo] = {}


@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(
        fields.field,
        fields.line,
        fields.text,
        fields.key,
        fields.choice,
        fields.whole,
        fields.wholes,
        fields.number,
        fields.flag,
        fields.date,
        fields.time,
        fields.stamp,
        fields.ref,
        fields.lines,
        fields.stages,
        fields.value,
        fields.values,
    ),
)
def record(place: str, *rules: Condition | Unique | Most | Tie) -> Callable[[type[R]], type[R]]:
    """Class decorator: a frozen record with a table of its own. `place` is where it stands in
    YAML, such as `proposals[].rounds[]`."""

    def make(cls: type[R]) -> type[R]:
        made = freeze(cls, kw_only=True)
        name = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        conditions = tuple(rule for rule in rules if isinstance(rule, Condition))
        uniques = tuple(rule for rule in rules if isinstance(rule, Unique))
        ties = tuple(rule for rule in rules if isinstance(rule, Tie))
        limit = next((rule for rule in rules if isinstance(rule, Most)), None)
        doc = inspect.cleandoc(cls.__doc__ or "")
        info = TableInfo(name, made, place, doc, conditions, uniques, ties, limit)
        _by_name[name] = _by_class[made] = info
        return made

    return make


@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(
        fields.field,
        fields.line,
        fields.text,
        fields.key,
        fields.choice,
        fields.whole,
        fields.wholes,
        fields.number,
        fields.flag,
        fields.date,
        fields.time,
        fields.stamp,
        fields.ref,
        fields.lines,
        fields.stages,
        fields.value,
        fields.values,
    ),
)
def settings_value(cls: type[R]) -> type[R]:
    """Class decorator: a frozen value that is part of a record and has no table of its own."""
    return freeze(cls, kw_only=True)


def tables() -> dict[str, TableInfo]:
    """Every table by name, parents in no particular order."""
    import workshop.records  # noqa: F401  (fills the tables when first asked)

    return _by_name


def table_of(cls: type[Any]) -> TableInfo:
    """The table of a record class."""
    return _by_class[cls]
