"""Records to mappings and back, by what each column says of itself.

This serves every field that stands in YAML under a name of its own. What stands otherwise (votes as
a mapping by voter, a journey's cells) is written and read in `sections`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from workshop.columns import Column, Setup, Value, columns
from workshop.errors import Invalid
from workshop.fields import Plain, Reference, StageKeys
from workshop.interchange.names import Names, names_of, refuse_twice
from workshop.interchange.source import Source
from workshop.state import Table, Workshop, check_record
from workshop.tables import table_of

R = TypeVar("R")


def sections(root: Source, name: str) -> Iterator[Source]:
    """The parts of a section that is a mapping for one stage and a list for several."""
    section = root.get(name)
    if section is not None:
        yield from section.one_or_many()


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


class Reading:
    """A workshop being read: what is there so far, and what each name means."""

    def __init__(self) -> None:
        self.workshop = Workshop()
        self.names = Names()

    def declare(self, table: str, source: Source, scope: str = "") -> int:
        """Gives the record named by `source` an id; raises `DataProblem` if the name is taken."""
        id = self.workshop.next_id(table)
        if not self.names.declare(table, source.plain, id, scope):
            refuse_twice(source, table)
        return id

    def add(self, cls: type[R], source: Source, at: str = "", /, **given: Any) -> R:
        """Adds the record that the mapping `source` describes. `given` are the fields that stand
        elsewhere; `at` is the stage at hand. Other fields may still be taken from `source`."""
        return self.put(source, cls(**self.fields(cls, source, at, *given), **given))

    def put(self, source: Source, record: R) -> R:
        """Adds a record; what it may not hold is reported at `source`."""
        info = table_of(type(record))
        try:
            check_record(info, record)
        except Invalid as error:
            allowed = error.facts.get("rule") or error.facts.get("allowed")
            source.fail(str(allowed), error.facts.get("found", error.facts.get("rule")))
        return self.workshop[type(record)].add(record)

    def fields(self, cls: type[Any], source: Source, stage: str = "", *but: str) -> dict[str, Any]:
        """The fields of a record or value that stand in the mapping under their own names.
        `but` names columns to leave out."""
        found = {}
        for column in columns(cls):
            if column.yaml is None or column.name in but or isinstance(column.kind, Setup):
                continue
            field = source.get(column.yaml)
            if field is not None:
                found[column.name] = self.field(column, field, stage)
            elif column.required:
                source.need(column.yaml)
        return found

    def field(self, column: Column, source: Source, stage: str = "") -> Any:
        """The value of one column; raises `DataProblem` for what it does not take."""
        kind = column.kind
        if isinstance(kind, Reference):
            return self.names.read(source, kind.table, stage)
        if isinstance(kind, Value):
            return self.value(kind, source)
        found = kind.clean(source.plain)
        if not column.takes(found):
            source.fail(kind.allowed())
        return found

    def value(self, kind: Value, source: Source) -> Any:
        """A small value with fields of its own, or a list of them."""
        if not kind.many:
            return self.settings(kind.type, source)
        return tuple(self.settings(kind.type, item) for item in source.items())

    def settings(self, cls: type[R], source: Source) -> R:
        """A value all of whose fields stand in the mapping; anything else there is refused."""
        made = cls(**self.fields(cls, source))
        source.finish()
        return made


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
            is_default = not column.required and held == column.default
            if column.yaml is None or column.name in but or isinstance(column.kind, Setup):
                continue
            if column.required or column.always or not is_default:
                written[column.yaml] = self.field(column, held, stage)
        return written

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
