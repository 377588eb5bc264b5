"""What records are called in YAML, and which record a name means.

Most keys are unique in their table. Those of lanes, phases and signs are unique within one stage
only: a plain key means the one of the stage at hand, else the only one there is; `stage.key` names
it in full. Notes go by their room number.
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
        if table not in SCOPED:
            return known.get(name)
        here = known.get(f"{stage}.{name}")
        if here is not None:
            return here
        alike = self._alike.get((table, name), [])
        return alike[0] if len(alike) == 1 else known.get(name)

    def name(self, table: str, id: int, stage: str = "") -> Plain:
        """The shortest name that means record `id` where stage `stage` is at hand."""
        name = self._names[table][id]
        if self.find(table, name, stage) == id:
            return name
        return f"{self._scopes[table][id]}.{name}"

    def read(self, source: Source, table: str, stage: str = "") -> Id:
        """The id of the record named by `source`; raises `DataProblem`."""
        plain = source.plain
        found = self.find(table, plain, stage) if isinstance(plain, str | int) else None
        if found is None:
            self._unknown(source, table)
        return found

    def _unknown(self, source: Source, *tables: str) -> NoReturn:
        known = [str(name) for table in tables for name in self._names[table].values()]
        what = " or ".join(table.replace("_", " ") for table in tables)
        names = ", ".join(known[:30]) + (", \u2026" if len(known) > 30 else "")
        source.fail(f"a {what} of this workshop ({names or 'there is none'})")

    def read_either(self, source: Source, kinds: Sequence[str], stage: str = "") -> tuple[str, Id]:
        """Which of several kinds of record is meant, and its id. A mapping names the kind."""
        if source.is_mapping:
            for table in kinds:
                field = source.get(table)
                if field is not None:
                    return table, self.read(field, table, stage)
            source.fail("one of the fields " + ", ".join(kinds))
        plain = source.plain
        for table in kinds if isinstance(plain, str | int) else ():
            found = self.find(table, plain, stage)
            if found is not None:
                return table, found
        return self._unknown(source, *kinds)

    def write_either(self, table: str, id: int, kinds: Sequence[str], stage: str = "") -> Plain:
        """The name alone where it can mean nothing else, else a mapping with the kind."""
        name = self.name(table, id, stage)
        for other in kinds:
            found = self.find(other, name, stage)
            if found is not None:
                return name if (other, found) == (table, id) else {table: name}
        return {table: name}


def names_of(workshop: Workshop) -> Names:
    """The names of every keyed record of a workshop."""
    names = Names()
    for table in workshop.tables():
        kind = table.info.name
        columns = {column.name for column in table.info.columns}
        if kind == "note":
            for note in table:
                if note.nr is not None:
                    names.declare(kind, note.nr, note.id)
        elif "key" in columns:
            for record in table:
                names.declare(kind, record.key, record.id, scope_of(workshop, kind, record))
    return names


def scope_of(workshop: Workshop, table: str, record: Any) -> str:
    """The key of the stage within which this record's key is unique; empty if everywhere."""
    if table not in SCOPED:
        return ""
    owner = {"phase": "journey", "sign": "alignment_check"}.get(table)
    stage = workshop.table(owner)[getattr(record, owner)].stage if owner else record.stage
    key: str = workshop.table("stage")[stage].key
    return key


def refuse_twice(source: Source, table: str) -> None:
    """Refuses a name that another record of the same kind has."""
    raise DataProblem(
        "data.name_taken",
        file=source.file,
        line=source.line,
        path=source.path,
        record=table,
        found=source.plain,
    )
