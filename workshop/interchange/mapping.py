"""Records to mappings and back, by what each column says of itself.

This serves every field that stands in YAML under a name of its own. What stands otherwise (votes as
a mapping by voter, a journey's cells) is written and read in `sections`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from workshop.changes import StepId
from workshop.columns import Column, Setup, Value, column_of, columns
from workshop.conditions import Rising, broken_rule, rules_of
from workshop.errors import DataProblem, Invalid, Refused
from workshop.fields import Items, Kind, Plain, Reference, StageKeys
from workshop.interchange.names import Id, Names, names_of, refuse_taken
from workshop.interchange.source import Source
from workshop.state import Table, Workshop
from workshop.tables import table_of, tables

R = TypeVar("R")
Parts = Mapping[str, str]
"""A part of a record that stands in a mapping of its own: name there to column."""


def section(name: str, parts: Sequence[Plain]) -> dict[str, Plain]:
    """A section written as a mapping for one stage, a list for several, nothing for none."""
    if not parts:
        return {}
    return {name: parts[0] if len(parts) == 1 else list(parts)}


def set_fields(**fields: Plain) -> dict[str, Plain]:
    """The fields that hold something; a zero does."""
    return {name: held for name, held in fields.items() if held or _is_zero(held)}


def _is_zero(held: Plain) -> bool:
    return isinstance(held, int | float) and not isinstance(held, bool)


def stage_key(source: Source) -> str:
    """The key of the stage that the field `stage` names; empty where there is none."""
    stage = source.get("stage")
    return "" if stage is None else stage.name


class Reading:
    """A workshop being read: what is there so far, and what each name means."""

    def __init__(self) -> None:
        self.workshop = Workshop()
        self.names = Names()
        self.without_board: set[Id] = set()
        """Stages of which it is said that they have no board."""
        self._sources: dict[tuple[str, int], Source] = {}

    @contextmanager
    def step(self, label: str, file: str) -> Iterator[None]:
        """The one step in which a file is read; raises `DataProblem` where its records do not
        fit together."""
        try:
            with self.workshop.step(label):
                yield
        except Refused as error:
            raise self._problem(error, file) from error
        self.workshop.last_step = StepId(0)

    def _problem(self, error: Refused, file: str) -> DataProblem:
        table, id = error.facts.get("record"), error.facts.get("id")
        if table is None:
            table, id = "stage", self.names.find("stage", error.facts.get("stage"))
        where = self._where(table, id)
        if error.key != "value.taken":
            return DataProblem("data.refused", file=file, **where, problem=error)
        first, second = sorted((where, self._where(table, error.facts["holder"])), key=_line_of)
        held = self._taken(error)
        facts = {"record": table, "fields": tuple(held), "found": tuple(held.values())}
        return DataProblem("data.taken", file=file, **second, other=first["line"], **facts)

    def _where(self, table: Any, id: Any) -> dict[str, Any]:
        """Line and path of a record; of what stands nowhere, those of the file."""
        source = self._sources.get((table, id))
        return {"line": source.line, "path": source.path} if source else {"line": 1, "path": ""}

    def _taken(self, error: Refused) -> dict[str, Plain]:
        """The fields that are taken with what they hold, as it stands in the file."""
        facts: dict[str, Any] = error.facts
        cls = tables()[facts["record"]].cls
        held: dict[str, Plain] = {}
        for name, value in zip(facts["fields"], facts["found"], strict=True):
            column = column_of(cls, name)
            if not isinstance(column.kind, Reference):
                held[column.yaml or name] = "yes" if value is True else value
            elif self.names.has(column.kind.table, value):
                held[column.yaml or name] = self.names.name(column.kind.table, value)
        return held

    def declare(self, table: str, source: Source, scope: str = "") -> int:
        """Gives the record named by `source` an id; raises `DataProblem` if the name is taken."""
        name = source.plain
        if type(name) not in (str, int):
            source.fail("a name")
        return self.declare_as(table, name, source, scope)

    def declare_as(self, table: str, name: Any, source: Source, scope: str = "") -> int:
        """Gives the record of this name, which stands at `source`, an id."""
        id = self.workshop.next_id(table)
        if not self.names.declare(table, name, id, scope):
            refuse_taken(source, table, name)
        return id

    def add(self, cls: type[R], source: Source, at: str = "", /, **given: Any) -> R:
        """Adds the record that the mapping `source` describes. `given` are the fields that stand
        elsewhere; `at` is the stage at hand. Other fields may still be taken from `source`."""
        return self.put(source, cls(**self.fields(cls, source, at, *given), **given))

    def add_all(self, cls: type[Any], root: Source, name: str, at: str = "", **given: Any) -> None:
        """Adds a record for each item of the list `name`, all of whose fields stand in it."""
        for item in root.each(name):
            self.add(cls, item, at, **given)
            item.finish()

    def put(self, source: Source, record: R) -> R:
        """Adds a record; what it may not hold is reported at `source`."""
        cls = type(record)
        try:
            added = self.workshop[cls].add(record)
        except Invalid as error:
            if "rule" in error.facts:
                source.fail_rule(str(error.facts["rule"]))
            column = column_of(cls, str(error.facts["field"]))
            field = (column.yaml or column.name) if source.is_mapping else ""
            source.fail(column.kind.allowed(), error.facts["found"], field)
        self._sources[table_of(cls).name, added.id] = source  # type: ignore[attr-defined]
        return added

    def fields(self, cls: type[Any], source: Source, stage: str = "", *but: str) -> dict[str, Any]:
        """The fields of a record or value that stand in the mapping under their own names.
        `but` names columns to leave out."""
        names = {
            column.yaml: column.name
            for column in columns(cls)
            if column.yaml and column.name not in but and not isinstance(column.kind, Setup)
        }
        return self._named(cls, source, names, stage)

    def part(self, cls: type[Any], source: Source, names: Parts, stage: str = "") -> dict[str, Any]:
        """The columns that stand in a mapping of their own; anything else there is refused."""
        found = self._named(cls, source, names, stage)
        source.finish()
        return found

    def parts(self, cls: type[Any], source: Source, name: str, names: Parts) -> dict[str, Any]:
        """The columns that stand in the field `name`, if it is there."""
        found = source.get(name)
        return {} if found is None else self.part(cls, found, names)

    def short(self, cls: type[Any], source: Source, names: Parts) -> dict[str, Any]:
        """The columns that stand in a mapping, or the first of them that stands alone."""
        if source.is_mapping:
            return self.part(cls, source, names)
        column = next(iter(names.values()))
        return {column: self.column(cls, column, source)}

    def _named(self, cls: type[Any], source: Source, names: Parts, stage: str) -> dict[str, Any]:
        found = {}
        for name, column in names.items():
            field = source.get(name)
            if field is not None:
                found[column] = self.column(cls, column, field, stage)
            elif column_of(cls, column).required:
                source.need(name)
        return found

    def column(self, cls: type[Any], name: str, source: Source, stage: str = "") -> Any:
        """The value of one column; raises `DataProblem` for what it does not take."""
        column = column_of(cls, name)
        kind = column.kind
        if isinstance(kind, Reference):
            return self.names.read(source, kind.table, stage)
        if isinstance(kind, Value):
            found: Any = self._value(kind, source)
        else:
            found = kind.clean(source.plain)
        if not column.takes(found):
            _check_items(kind, source)
            source.fail(kind.allowed())
        return found

    def _value(self, kind: Value, source: Source) -> Any:
        if not kind.many:
            return self.settings(kind.type, source)
        return tuple(self.settings(kind.type, item) for item in source.items())

    def settings(self, cls: type[R], source: Source) -> R:
        """A value all of whose fields stand in the mapping; anything else there is refused."""
        made = _agreeing(cls, self.fields(cls, source))
        source.finish()
        rule = broken_rule(made)
        if rule is not None:
            source.fail_rule(rule.words)
        return made

    def ranks(self, table: str, source: Source | None) -> dict[Id, int]:
        """The records that a list names, each once, with their places from 1."""
        ranks: dict[Id, int] = {}
        for item in source.items() if source else ():
            id = self.names.read(item, table)
            if id in ranks:
                item.fail_twice()
            ranks[id] = len(ranks) + 1
        return ranks


class Writing:
    """A workshop being written."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.names = names_of(workshop)

    def table(self, cls: type[R]) -> Table[R]:
        """The records of one kind."""
        return self.workshop[cls]

    def stage(self, id: int | None) -> str:
        """The key of a stage."""
        return "" if id is None else str(self.names.name("stage", id))

    def name(self, table: str, id: int, stage: str = "") -> Plain:
        """What a record is called."""
        return self.names.name(table, id, stage)

    def fields(self, record: Any, stage: str = "", *but: str) -> dict[str, Plain]:
        """The fields of a record that stand in YAML under their own names, as far as they are
        set. `but` names columns to leave out."""
        written = {}
        for column in columns(type(record)):
            held = getattr(record, column.name)
            if column.yaml is None or column.name in but or isinstance(column.kind, Setup):
                continue
            if column.required or column.always or held != column.default:
                written[column.yaml] = self.field(column, held, stage)
        return written

    def part(self, record: Any, names: Parts, stage: str = "") -> dict[str, Plain]:
        """The columns that stand in a mapping of their own, as far as they are set."""
        held = {name: (column_of(type(record), column), column) for name, column in names.items()}
        return {
            name: self.field(column, getattr(record, field), stage)
            for name, (column, field) in held.items()
            if column.required or getattr(record, field) != column.default
        }

    def short(self, record: Any, names: Parts) -> Plain:
        """The columns that stand in a mapping, or the first of them alone if no other is set."""
        fields = self.part(record, names)
        return fields if len(fields) > 1 else next(iter(fields.values()))

    def field(self, column: Column, held: Any, stage: str = "") -> Plain:
        """One column's value as plain data."""
        kind = column.kind
        if held is None:
            return None
        if isinstance(kind, Reference):
            return self.name(kind.table, held, stage)
        if isinstance(kind, Value):
            return [self.fields(item) for item in held] if kind.many else self.fields(held)
        if isinstance(kind, StageKeys) and len(held) == 1:
            return held[0]
        return kind.to_plain(held)


def _check_items(kind: Kind, source: Source) -> None:
    """Raises `DataProblem` for the first value of a list that cannot be."""
    if isinstance(kind, Items) and source.is_list:
        for item in source.items():
            if not kind.takes_item(kind.clean_item(item.plain)):
                item.fail(kind.allowed_item())


def _line_of(where: dict[str, Any]) -> int:
    line: int = where["line"]
    return line


def _agreeing(cls: type[R], fields: dict[str, Any]) -> R:
    """The value of these fields. A limit that is not given yields to the one that is: `max: 3`
    alone takes a usual `min` of 4 down with it."""
    made = cls(**fields)
    for rule in rules_of(cls):
        given = set(rule.names) & set(fields)
        if isinstance(rule, Rising) and len(given) == 1 and not rule.holds(made):
            fields = fields | dict.fromkeys(rule.names, fields[given.pop()])
            made = cls(**fields)
    return made
