"""What a workshop says, without the ids: two workshops that say the same are equal here.

Ids are given anew when a workshop is read from YAML. References are told by what they lead to;
fields that only say an order are told as places in that order.
"""

from __future__ import annotations

from typing import Any

from workshop.columns import columns
from workshop.fields import Reference
from workshop.interchange.names import scope_of
from workshop.interchange.sections.times import DERIVED
from workshop.records.agenda import ClockEvent
from workshop.state import NUMBERS, Workshop
from workshop.tables import tables

ORDERS: dict[tuple[str, str], str] = {
    ("stage", "place"): "",
    ("stage", "catch_up"): "",
    ("function", "place"): "",
    ("participant", "seat"): "",
    ("cluster", "place"): "",
    ("lane", "on_board"): "stage",
    ("lane", "on_map"): "stage",
    ("phase", "place"): "journey",
    ("option", "picked"): "ballot",
    ("option", "kept"): "ballot",
    ("sign", "discussed"): "alignment_check",
    ("sign", "watch"): "alignment_check",
}
"""Fields that say nothing but an order, with the column within whose rows they say it."""
KEYS_OF_AN_OWNER = ("round_group", "draft")
"""Tables whose keys say something within one owner only, and nothing in YAML."""
IN_ORDER = {"option": "ballot", "round_member": "round", "clock_event": "stage"}
"""Tables whose ids say an order, with the column within whose rows they say it."""


def canonical(workshop: Workshop) -> dict[str, list[tuple[Any, ...]]]:
    """Every table with its rows, each by what it says, in an order that does not hang on ids; and
    the highest room number ever given."""
    telling = _Telling(workshop)
    said = {
        name: sorted((telling.row(name, row) for row in _rows(workshop, name)), key=repr)
        for name in tables()
    }
    numbers = max((note.nr or 0 for note in workshop.table("note")), default=0)
    said[NUMBERS] = [(max(numbers, workshop.sequence.get(NUMBERS, 0)),)]
    return said


def _rows(workshop: Workshop, name: str) -> list[Any]:
    """The rows that count: of a stage with clock events a timeline row is its remark alone."""
    rows = list(workshop.table(name))
    if name != "timeline_row":
        return rows
    return [row for row in rows if row.remark or not _has_run(workshop, row.stage)]


def _has_run(workshop: Workshop, stage: int) -> bool:
    return bool(workshop[ClockEvent].where("stage", stage))


class _Telling:
    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._told: dict[tuple[str, int], tuple[Any, ...]] = {}
        self._ranks: dict[tuple[str, str], dict[int, int]] = {}

    def row(self, name: str, row: Any) -> tuple[Any, ...]:
        """A row as what it says."""
        known = self._told.get((name, row.id))
        if known is None:
            fields = (column.name for column in columns(type(row)) if column.name != "id")
            known = (name, *(self._field(name, row, field) for field in fields))
            if name in IN_ORDER:
                known = (*known, self._rank(name, "id", IN_ORDER[name])[row.id])
            self._told[name, row.id] = known
        return known

    def _field(self, name: str, row: Any, field: str) -> Any:
        held = getattr(row, field)
        if name == "timeline_row" and field in DERIVED and _has_run(self._workshop, row.stage):
            return None
        if held is None:
            return None
        if (name, field) in ORDERS:
            return self._rank(name, field, ORDERS[name, field])[row.id]
        kind = next(column.kind for column in columns(type(row)) if column.name == field)
        if not isinstance(kind, Reference):
            return held
        return self._target(kind.table, held)

    def _target(self, table: str, id: int) -> Any:
        """What a record is called, or else what it says."""
        target = self._workshop.table(table)[id]
        if table == "note" and target.nr is not None:
            return target.nr
        if hasattr(target, "key") and table not in KEYS_OF_AN_OWNER:
            return target.key, scope_of(self._workshop, table, target)
        return self.row(table, target)

    def _rank(self, name: str, field: str, within: str) -> dict[int, int]:
        known = self._ranks.get((name, field))
        if known is None:
            known = {}
            groups: dict[Any, list[Any]] = {}
            for row in self._workshop.table(name):
                if getattr(row, field) is not None:
                    groups.setdefault(getattr(row, within) if within else None, []).append(row)
            for rows in groups.values():
                rows.sort(key=lambda row: (getattr(row, field), row.id))
                known |= {row.id: rank for rank, row in enumerate(rows, 1)}
            self._ranks[name, field] = known
        return known


def differences(one: Workshop, other: Workshop) -> list[str]:
    """What two workshops say differently, table by table; empty where they say the same."""
    first, second = canonical(one), canonical(other)
    return [
        f"{name}: {[row for row in first[name] if row not in second[name]][:3]}"
        f" / {[row for row in second[name] if row not in first[name]][:3]}"
        for name in first
        if first[name] != second[name]
    ]
