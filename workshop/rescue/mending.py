"""Rows that were saved one by one made into a workshop in which everything fits together.

What is left of a damaged file has gaps: a row may refer to one that is lost. Here as little as
possible is given up for it: first a reference, then a number or a key, and a row only where it
cannot be without. The text of a note is never given up.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workshop import integrity
from workshop.changes import Change
from workshop.columns import column_of, problem
from workshop.errors import Refused
from workshop.fields import Flag, Key
from workshop.keys import fresh_key
from workshop.records.agenda import Stage
from workshop.rescue.stand_ins import add_stand_ins, free_mark
from workshop.setups import settings_types
from workshop.stage_links import without_stages
from workshop.state import NUMBERS, Table, Workshop
from workshop.tables import Unique
from workshop.tie_checks import paths_of
from workshop.ties import Nameless

_MOST_ROUNDS = 1000
"""Far more than ever needed: each lets at least one thing go."""


@dataclass(slots=True)
class Mended:
    """A workshop made of what was saved. `lost` rows, and `stand_ins` for rows, by table; `loose`
    rows kept without something that they referred to."""

    workshop: Workshop = field(default_factory=Workshop)
    lost: Counter[str] = field(default_factory=Counter)
    stand_ins: Counter[str] = field(default_factory=Counter)
    changed: set[tuple[str, int]] = field(default_factory=set)


def mend(
    rows: Mapping[str, Mapping[int, Any]], more: list[tuple[str, Any]], sequence: Mapping[str, int]
) -> Mended:
    """A workshop of these rows, by table and id, and of `more` rows that need a new id. `sequence`:
    the highest numbers that are known to have been given."""
    mended = Mended()
    workshop = mended.workshop
    for name in rows:
        for _, record in sorted(rows[name].items()):
            workshop.load(name, record)
    for name, highest in sequence.items():
        workshop.sequence[name] = max(workshop.sequence.get(name, 0), highest)
    for name, record in more:
        workshop.load(name, dataclasses.replace(record, id=workshop.next_id(name)))
    mended.stand_ins += add_stand_ins(workshop)
    mender = _Mender(mended)
    mender.clear_references()
    mender.part_twins()
    mender.keep_rules()
    return mended


class _Mender:
    def __init__(self, mended: Mended) -> None:
        self._mended = mended
        self._workshop = mended.workshop

    def clear_references(self) -> None:
        """Takes away every reference that leads nowhere, and the rows that need it."""
        while found := list(self._dangling()):
            for table, column, id in found:
                if id in table and getattr(table[id], column) is not None:
                    self._set(table, id, **{column: None})

    def _dangling(self) -> Iterator[tuple[Table[Any], str, int]]:
        for table in self._workshop.tables():
            for column, kind in table.info.references():
                there = self._workshop.table(kind.table)
                for row in table:
                    target = getattr(row, column.name)
                    if target is not None and target not in there:
                        yield table, column.name, row.id

    def part_twins(self) -> None:
        """Sees to it that nothing stands twice that must stand once; the row that is older, by its
        id, stays as it is."""
        for table in self._workshop.tables():
            for position, rule in enumerate(table.info.uniques):
                for row in table:
                    holders = table.holders(position, row)
                    if len(holders) > 1 and row.id != min(holders):
                        self._set(table, row.id, **self._apart(table, rule, row))
        self.clear_references()

    def _apart(self, table: Table[Any], rule: Unique, row: Any) -> dict[str, Any]:
        """Other values with which a row is not the twin of another; none, if there are no such."""
        if rule.fields == ("nr",):
            return {"nr": self._workshop.next_id(NUMBERS)}
        if rule.fields == ("letter",):
            return free_mark(self._workshop, row.name)
        for name in (*rule.fields, rule.where):
            kind = column_of(table.info.cls, name).kind if name else None
            if isinstance(kind, Key):
                scope = {each: getattr(row, each) for each in rule.fields if each != name}
                return {name: fresh_key(self._workshop, table.info.cls, row.key, **scope)}
            if isinstance(kind, Flag):
                return {name: False}
        optional = (column for column in table.info.columns if column.optional)
        return {column.name: None for column in optional if column.name in rule.fields}

    def keep_rules(self) -> None:
        """Mends what else does not hold, row by row, until all of it does."""
        for _ in range(_MOST_ROUNDS):
            try:
                integrity.check(self._workshop, self._everything())
            except Refused:
                self._repair_each()
            else:
                return
        raise RuntimeError("what was saved does not come to fit together")

    def _everything(self) -> list[Change]:
        return [
            Change(table.info.name, row.id, None, row)
            for table in self._workshop.tables()
            for row in table
        ]

    def _repair_each(self) -> None:
        """Repairs every row that is refused by itself."""
        for change in self._everything():
            table = self._workshop.table(change.table)
            if change.id in table:
                row = Change(change.table, change.id, None, table[change.id])
                try:
                    integrity.check(self._workshop, [row])
                except Refused as refused:
                    self._repair(refused)
        self.clear_references()

    def _repair(self, refused: Refused) -> None:
        repair = _REPAIRS.get(refused.key, _give_up)
        repair(self, refused.facts)

    def _set(self, table: Table[Any], id: int, **fields: Any) -> None:
        """Gives a row other values; where it cannot do with these, it goes."""
        row = table[id]
        new = dataclasses.replace(row, **fields)
        if new == row or problem(new) or not all(rule.holds(new) for rule in table.info.rules):
            self._remove(table, id)
        else:
            table.swap(id, row, new)
            self._mended.changed.add((table.info.name, id))

    def _remove(self, table: Table[Any], id: int) -> None:
        """Lets a row go. That never happens to a note: whatever it refers to it can be without."""
        table.swap(id, table[id], None)
        self._mended.lost[table.info.name] += 1

    def number(self, facts: Mapping[str, Any]) -> None:
        """Gives a note that is no entry of a cell any more a number."""
        notes = self._workshop.table("note")
        self._set(notes, facts["id"], nr=self._workshop.next_id(NUMBERS))

    def forget_stage(self, facts: Mapping[str, Any]) -> None:
        """Takes a stage that is lost out of the settings of another."""
        stages = self._workshop.table("stage")
        for stage in stages:
            if stage.key == facts["stage"]:
                stages.swap(stage.id, stage, without_stages(stage, {facts["found"]}))
                self._mended.changed.add(("stage", stage.id))

    def set_up(self, facts: Mapping[str, Any]) -> None:
        """Gives a stage the kind that its settings are of."""
        stage: Stage = self._workshop.table("stage")[facts["id"]]
        fitting = (kind for kind, cls in settings_types().items() if cls is type(stage.setup))
        self._set(self._workshop.table("stage"), stage.id, kind=next(fitting))

    def take_names(self, facts: Mapping[str, Any]) -> None:
        """Takes away whose it is, where no names are kept."""
        table = self._workshop.table(facts["record"])
        ties = (tie for tie in table.info.ties if isinstance(tie, Nameless))
        names = [name for tie in ties for name in tie.fields]
        self._set(table, facts["id"], **dict.fromkeys(names))

    def count_on(self, facts: Mapping[str, Any]) -> None:
        """Closes the gap that a lost answer of five whys has left above another one."""
        whys = self._workshop.table("why")
        row = whys[facts["id"]]
        line = [
            one.level for one in whys.where("five_whys", row.five_whys) if one.branch == row.branch
        ]
        above = max((level for level in line if level < row.level), default=0)
        if row.branch and not above:
            self._set(whys, row.id, from_level=None)
        else:
            self._set(whys, row.id, level=above + 1)

    def give_up(self, facts: Mapping[str, Any]) -> None:
        """Lets a row go, but for what it can be without."""
        table = self._workshop.table(facts["record"])
        row = table[facts["id"]]
        optional = [
            column.name
            for column, kind in table.info.references()
            if column.optional and not kind.owned and getattr(row, column.name) is not None
        ]
        broken = (tie for tie in table.info.ties if tie.words == facts.get("rule"))
        led = {path.split(".")[0] for tie in broken for path in paths_of(tie)}
        optional = [name for name in optional if name in led] or optional
        if optional:
            self._set(table, row.id, **dict.fromkeys(optional))
        else:
            self._remove(table, row.id)


Repair = Callable[[_Mender, Mapping[str, Any]], None]


def _give_up(mender: _Mender, facts: Mapping[str, Any]) -> None:
    mender.give_up(facts)


_REPAIRS: dict[str, Repair] = {
    "note.unnumbered": _Mender.number,
    "stage.unknown": _Mender.forget_stage,
    "stage.kind": _Mender.set_up,
    "record.names": _Mender.take_names,
    "why.out_of_line": _Mender.count_on,
}
"""What mends a row, by the key with which it was refused; else it is given up."""
