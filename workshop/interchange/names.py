"""What records are called in YAML, and which record a name means.

Most keys are unique in their table. Those of lanes, phases and signs are unique within one stage
only: a plain key means the one of the stage at hand, else the only one there is; `stage.key` names
it in full. Notes go by their room number, roadblocks by their place in the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NoReturn, TypeAlias

from workshop.errors import DataProblem
from workshop.fields import Plain
from workshop.interchange.source import Source
from workshop.state import Workshop

Id: TypeAlias = Any
"""The id of a record of whatever table a name belongs to; the file says which only at run time."""

SCOPED = ("lane", "phase", "sign")
MOST_SHOWN = 30
"""Names that a message lists."""


class Names:
    """Names and ids of the keyed records of one workshop."""

    def __init__(self) -> None:
        self._ids: defaultdict[str, dict[Any, int]] = defaultdict(dict)
        self._names: defaultdict[str, dict[int, Any]] = defaultdict(dict)
        self._scopes: defaultdict[str, dict[int, str]] = defaultdict(dict)
        self._alike: defaultdict[tuple[str, str], list[int]] = defaultdict(list)

    def declare(self, table: str, name: Any, id: int, scope: str = "") -> bool:
        """Gives record `id` its name; False if another record has it."""
        full = f"{scope}.{name}" if table in SCOPED else name
        if full in self._ids[table]:
            return False
        self._ids[table][full] = id
        self._names[table][id] = name
        self._scopes[table][id] = scope
        self._alike[table, name].append(id)
        return True

    def find(self, table: str, name: Any, stage: str = "") -> Id | None:
        """The id of the record that `name` means where stage `stage` is at hand, or None."""
        known = self._ids[table]
        if type(name) not in (str, int):
            return None
        if table not in SCOPED:
            return known.get(name)
        here = known.get(f"{stage}.{name}")
        if here is not None:
            return here
        alike = self._alike.get((table, name), [])
        return alike[0] if len(alike) == 1 else known.get(name)

    def has(self, table: str, id: Any) -> bool:
        """Whether record `id` has a name."""
        return id in self._names[table]

    def name(self, table: str, id: int, stage: str = "") -> Plain:
        """The shortest name that means record `id` where stage `stage` is at hand."""
        name = self._names[table][id]
        if self.find(table, name, stage) == id:
            return name
        return f"{self._scopes[table][id]}.{name}"

    def read(self, source: Source, table: str, stage: str = "") -> Id:
        """The id of the record named by `source`; raises `DataProblem`."""
        found = self.find(table, source.plain, stage)
        return self._unknown(source, (table,)) if found is None else found

    def read_key(self, source: Source, table: str, name: str, stage: str = "") -> Id:
        """The id of the record whose name stands in front of `source`; raises `DataProblem`."""
        found = self.find(table, name, stage)
        return self._unknown(source, (table,), name) if found is None else found

    def _unknown(self, source: Source, tables: Sequence[str], found: str | None = None) -> NoReturn:
        known = [str(self.name(table, id)) for table in tables for id in self._names[table]]
        what = " or ".join(table.replace("_", " ") for table in tables)
        names = ", ".join(known[:MOST_SHOWN]) + (", \u2026" if len(known) > MOST_SHOWN else "")
        source.fail(f"{what} of this workshop ({names or 'there is none'})", found)

    def read_either(self, source: Source, kinds: Sequence[str], stage: str = "") -> tuple[str, Id]:
        """Which of several kinds of record is meant, and its id. A mapping names the kind; it has
        no other field that was not taken before."""
        if source.is_mapping:
            for table in kinds:
                field = source.get(table)
                if field is not None:
                    source.finish()
                    return table, self.read(field, table, stage)
            source.fail("one of the fields " + ", ".join(kinds))
        for table in kinds:
            found = self.find(table, source.plain, stage)
            if found is not None:
                return table, found
        return self._unknown(source, kinds)

    def write_either(
        self, table: str, id: int, kinds: Sequence[str], stage: str = "", but: Sequence[str] = ()
    ) -> Plain:
        """The name alone where it can mean nothing else, else a mapping with the kind. `but`:
        words that mean something else in this place."""
        name = self.name(table, id, stage)
        meant = ((kind, self.find(kind, name, stage)) for kind in kinds)
        first = next(found for found in meant if found[1] is not None)
        return name if first == (table, id) and name not in but else {table: name}


def names_of(workshop: Workshop) -> Names:
    """The names of every keyed record of a workshop."""
    names = Names()
    for note in workshop.table("note"):
        if note.nr is not None:
            names.declare("note", note.nr, note.id)
    for table in workshop.tables():
        kind = table.info.name
        if any(column.name == "key" for column in table.info.columns):
            for record in table:
                names.declare(kind, record.key, record.id, scope_of(workshop, kind, record))
    roadblocks = (
        roadblock
        for guardrails in workshop.table("guardrails")
        for roadblock in workshop.table("roadblock").where("guardrails", guardrails.id)
    )
    for number, roadblock in enumerate(roadblocks, 1):
        names.declare("roadblock", number, roadblock.id)
    return names


def scope_of(workshop: Workshop, table: str, record: Any) -> str:
    """The key of the stage within which this record's key is unique; empty if everywhere."""
    if table not in SCOPED:
        return ""
    owner = {"phase": "journey", "sign": "alignment_check"}.get(table)
    stage = workshop.table(owner)[getattr(record, owner)].stage if owner else record.stage
    key: str = workshop.table("stage")[stage].key
    return key


def refuse_taken(source: Source, table: str, name: Any) -> NoReturn:
    """Refuses a name that another record of the same kind has."""
    raise DataProblem(
        "data.name_taken",
        file=source.file,
        line=source.line,
        path=source.path,
        record=table,
        found=name,
    )
