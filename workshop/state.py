"""The workshop in memory: one table of frozen records per kind of thing, and one door for change.

Queries are plain functions over `Workshop`; nothing here waits for a disk. Whatever changes a
record does so inside `Workshop.step`, which checks the whole step before anyone hears of it.
"""

from __future__ import annotations

import dataclasses
import datetime
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

from workshop import integrity
from workshop.changes import FACILITATOR, Change, OpenStep, Step, StepId, inverse, net
from workshop.columns import problem
from workshop.errors import Invalid, Refused
from workshop.fields import Reference
from workshop.tables import TableInfo, table_of, tables

R = TypeVar("R")
Listener = Callable[[Step], None]

NUMBERS = "note.nr"
"""The sequence of room numbers."""


class Table(Generic[R]):
    """The records of one kind, by id, in the order of their ids."""

    def __init__(self, info: TableInfo, owner: Workshop) -> None:
        self.info = info
        self._owner = owner
        self._rows: dict[int, R] = {}
        self._in_order = True
        self._by: dict[str, dict[int, dict[int, None]]] = {
            column.name: {} for column, _ in info.references()
        }
        self._unique: list[dict[tuple[Any, ...], set[int]]] = [{} for _ in info.uniques]

    def __getitem__(self, id: int) -> R:
        try:
            return self._rows[id]
        except KeyError:
            raise Refused("record.gone", record=self.info.name, id=id) from None

    def get(self, id: int | None) -> R | None:
        """The record of this id, or None."""
        return None if id is None else self._rows.get(id)

    def __contains__(self, id: object) -> bool:
        return id in self._rows

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[R]:
        if not self._in_order:
            self._rows = dict(sorted(self._rows.items()))
            self._in_order = True
        return iter(tuple(self._rows.values()))  # a step may change rows as it goes over them

    def where(self, column: str, id: int | None) -> list[R]:
        """The records whose reference `column` is `id`, in the order of their ids."""
        if id is None:
            return [row for row in self if getattr(row, column) is None]
        return [self._rows[found] for found in sorted(self._by[column].get(id, ()))]

    def add(self, record: R) -> R:
        """Adds a record and gives it an id, unless it has one that no record has; returns it with
        its id. Raises `Invalid`, and `Refused` (`record.there`) where the id is taken."""
        id: int = getattr(record, "id")  # noqa: B009  (records have no common base class)
        if id in self._rows:
            raise Refused("record.there", record=self.info.name, id=id)
        if id == 0:
            id = self._owner.next_id(self.info.name)
            record = dataclasses.replace(record, id=id)  # type: ignore[type-var]
        self._owner.put(Change(self.info.name, id, None, record))
        return record

    def replace(self, id: int, **fields: Any) -> R:
        """The record with some fields changed. Raises `Invalid`."""
        old = self[id]
        new: R = dataclasses.replace(old, **fields)  # type: ignore[type-var]
        if new != old:
            self._owner.put(Change(self.info.name, id, old, new))
        return new

    def remove(self, id: int) -> None:
        """Removes one record; what refers to it must go or be changed in the same step."""
        self._owner.put(Change(self.info.name, id, self[id], None))

    def swap(self, id: int, old: R | None, new: R | None) -> None:
        """Puts one image in the place of another, checking nothing; for the state alone."""
        if old is not None:
            self._unindex(id, old)
        if new is None:
            self._rows.pop(id, None)
            return
        if id not in self._rows:
            self._in_order = self._in_order and id >= self._last_id()
        self._rows[id] = new
        self._index(id, new)

    def _last_id(self) -> int:
        return next(reversed(self._rows), 0)

    def _index(self, id: int, record: R) -> None:
        for column, found in self._by.items():
            target = getattr(record, column)
            if target is not None:
                found.setdefault(target, {})[id] = None
        for rule, taken in zip(self.info.uniques, self._unique, strict=True):
            value = rule.value(record)
            if value is not None:
                taken.setdefault(value, set()).add(id)

    def _unindex(self, id: int, record: R) -> None:
        for column, found in self._by.items():
            target = getattr(record, column)
            if target is not None:
                found[target].pop(id)
        for rule, taken in zip(self.info.uniques, self._unique, strict=True):
            value = rule.value(record)
            if value is not None:
                taken[value].discard(id)
                if not taken[value]:
                    del taken[value]

    def holders(self, unique: int, record: R) -> set[int]:
        """The ids of the rows that hold what this record must have for itself alone."""
        value = self.info.uniques[unique].value(record)
        return set() if value is None else self._unique[unique].get(value, set())


class Workshop:
    """A whole workshop in memory. `workshop[Note]` is the table of notes."""

    def __init__(self) -> None:
        self._tables: dict[str, Table[Any]] = {
            name: Table(info, self) for name, info in tables().items()
        }
        self.sequence: dict[str, int] = {}
        """The highest id ever given, by table, and the highest room number under `note.nr`."""
        self.last_step = StepId(0)
        self.listeners: list[Listener] = []
        self._open: OpenStep | None = None
        self._thread = threading.get_ident()

    def __getitem__(self, cls: type[R]) -> Table[R]:
        return self._tables[table_of(cls).name]

    def table(self, name: str) -> Table[Any]:
        """A table by its name."""
        return self._tables[name]

    def tables(self) -> Iterator[Table[Any]]:
        """Every table."""
        return iter(self._tables.values())

    def next_id(self, name: str) -> int:
        """A number that was never given before in this sequence."""
        self.sequence[name] = self.sequence.get(name, 0) + 1
        return self.sequence[name]

    def load(self, name: str, record: Any) -> None:
        """Puts a record read from a file into its place, outside any step."""
        self._tables[name].swap(record.id, None, record)
        self.sequence[name] = max(self.sequence.get(name, 0), record.id)
        self._count_number(name, record)

    @contextmanager
    def step(
        self,
        label: str,
        *,
        actor: str = FACILITATOR,
        undoable: bool = True,
        undoes: StepId | None = None,
        redoes: StepId | None = None,
        joins: bool = False,
        **facts: Any,
    ) -> Iterator[OpenStep]:
        """The door for every change. A step inside a step becomes part of the outer one.

        An exception takes back what the step did, and of an outer step no more than that. At its
        end the step is checked as a whole: every reference leads somewhere, nothing that must be
        unique is there twice. Raises `Refused`; then nothing has changed. Only the thread that made
        the workshop takes steps: windows and files hear of them in their order.
        """
        if threading.get_ident() != self._thread:
            raise RuntimeError("a step from a thread that the workshop does not belong to")
        if self._open is not None:
            with self._part_of(self._open):
                yield self._open
            return
        self._open = under_way = OpenStep(label, actor, facts, undoable, undoes, redoes, joins)
        try:
            yield under_way
            changes = net(under_way.changes)
            integrity.check(self, changes)
        except BaseException:
            self._take_back(under_way)
            raise
        finally:
            self._open = None
        if changes:
            self._tell(under_way, changes)

    @contextmanager
    def _part_of(self, under_way: OpenStep) -> Iterator[None]:
        before = len(under_way.changes)
        try:
            yield
        except BaseException:
            self._take_back(under_way, before)
            raise

    def put(self, change: Change) -> None:
        """Takes one change into the open step. Raises `Invalid` for a value no field takes."""
        if self._open is None:
            raise RuntimeError("a change outside a step")
        if change.new is not None:
            check_record(self._tables[change.table].info, change.new)
        self._set(change)
        self._open.changes.append(change)

    def _set(self, change: Change) -> None:
        self._tables[change.table].swap(change.id, change.old, change.new)
        if change.new is not None:
            known = self.sequence.get(change.table, 0)
            self.sequence[change.table] = max(known, change.id)
            self._count_number(change.table, change.new)

    def _count_number(self, table: str, record: Any) -> None:
        if table == "note" and record.nr is not None:
            self.sequence[NUMBERS] = max(self.sequence.get(NUMBERS, 0), record.nr)

    def _take_back(self, under_way: OpenStep, first: int = 0) -> None:
        for change in inverse(under_way.changes[first:]):
            self._tables[change.table].swap(change.id, change.old, change.new)
        del under_way.changes[first:]

    def _tell(self, done: OpenStep, changes: tuple[Change, ...]) -> None:
        self.last_step = StepId(self.last_step + 1)
        at = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
        step = Step(
            self.last_step, at, done.actor, done.label, done.facts, changes, done.undoable,
            done.undoes, done.redoes, done.joins,
        )  # fmt: skip
        for listener in tuple(self.listeners):
            listener(step)

    def referring(self, name: str, id: int) -> Iterator[tuple[Table[Any], str, Reference, Any]]:
        """Every record that refers to this one: its table, the column, what kind of reference."""
        for table, column, kind in integrity.referring_columns(name):
            there = self._tables[table]
            for row in there.where(column, id):
                yield there, column, kind, row

    def remove_tree(self, name: str, id: int) -> None:
        """Removes a record with everything it owns; other references to it are cleared. Raises
        `Refused` where something must have it. Belongs inside a step."""
        for table, column, kind, row in tuple(self.referring(name, id)):
            if row.id not in table:
                continue
            if kind.owned or integrity.is_bare(table.info.name, row):
                self.remove_tree(table.info.name, row.id)
            else:
                self._clear(table, column, row.id, name)
        if id in self._tables[name]:
            self._tables[name].remove(id)

    def _clear(self, table: Table[Any], column: str, id: int, name: str) -> None:
        try:
            table.replace(id, **{column: None})
        except Invalid:
            raise Refused("record.needed", record=name, by=table.info.name, id=id) from None


def check_record(info: TableInfo, record: Any) -> None:
    """Raises `Invalid` if a field holds what it must not, or a rule between fields is broken."""
    column = problem(record)
    if column is not None:
        found = getattr(record, column.name)
        raise Invalid(
            "field.invalid",
            record=info.name,
            field=column.name,
            found=found,
            allowed=column.instead_of(found),
        )
    for rule in info.rules:
        if not rule.holds(record):
            raise Invalid("record.rule", record=info.name, rule=rule.words, id=record.id)
