"""The heat map of an alignment check: who rated it, and what they said."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from workshop import earlier, figures
from workshop.records.people import Function
from workshop.records.rounds import (
    AlignmentCheck,
    Count,
    Rating,
    RoundGroup,
    RoundGroupFunction,
    Sign,
)
from workshop.records.words import FunctionId
from workshop.rules.alignment import Block, Comparison, SignReading, compare, heat_map, moved_most
from workshop.state import Workshop

Reading = SignReading[int | str]


@dataclass(frozen=True, slots=True)
class Raters:
    """A column of the heat map: a function, or a group of functions counted together."""

    key: int | str
    functions: tuple[FunctionId, ...]


@dataclass(frozen=True, slots=True)
class SignRow:
    """A row of the heat map; `change` is None where there is nothing to compare with."""

    sign: Sign
    reading: Reading
    change: Comparison | None = None

    def median_of(self, raters: Raters) -> float | None:
        """What these raters say in the middle; None where they have no cell."""
        return self.reading.by_function.get(raters.key)


@dataclass(frozen=True, slots=True)
class HeatMap:
    """What an alignment check says: its columns, its rows by block, functions with one rater, and
    the sign that moved most since last time."""

    columns: tuple[Raters, ...]
    blocks: dict[Block, tuple[SignRow, ...]]
    alone: tuple[FunctionId, ...]
    moved_most: Sign | None

    @property
    def rows(self) -> list[SignRow]:
        """All rows, in the order of the blocks."""
        return [row for rows in self.blocks.values() for row in rows]


def read_check(workshop: Workshop, check: AlignmentCheck) -> HeatMap:
    """The heat map of a check; without rows where nobody rated anything."""
    signs = workshop[Sign].where("alignment_check", check.id)
    found = ((sign, figures.sign_reading(workshop, sign)) for sign in signs)
    rows = {sign.key: SignRow(sign, reading) for sign, reading in found if reading is not None}
    readings = {key: row.reading for key, row in rows.items()}
    changes = _changes(workshop, readings)
    rows = {key: replace(row, change=changes.get(key)) for key, row in rows.items()}
    moved = moved_most(changes)
    return HeatMap(
        tuple(_columns(workshop, check, readings.values())),
        {block: tuple(rows[key] for key in keys) for block, keys in heat_map(readings).items()},
        tuple(_alone(workshop, readings.values())),
        rows[moved].sign if moved is not None else None,
    )


def raters_count(workshop: Workshop, check: AlignmentCheck) -> int:
    """How many people rated: of a round without names, as many as rated the sign most rated."""
    signs = [sign.id for sign in workshop[Sign].where("alignment_check", check.id)]
    people = {row.participant for id in signs for row in workshop[Rating].where("sign", id)}
    counted = (sum(row.count for row in workshop[Count].where("sign", id)) for id in signs)
    return max(len(people), *counted) if signs else 0


def _changes(workshop: Workshop, now: Mapping[str, Reading]) -> dict[str, Comparison]:
    then = earlier.signs_then(workshop)
    return compare(now, then) if then else {}


def _columns(
    workshop: Workshop, check: AlignmentCheck, readings: Collection[Reading]
) -> list[Raters]:
    """Functions in their order, or groups in theirs, that rated anything."""
    rated = {key for one in readings for key in (*one.by_function, *one.without_cell)}
    round = figures.round_of(workshop, "alignment_check", check.id)
    groups = workshop[RoundGroup].where("round", round.id) if round else []
    functions = figures.in_place(workshop[Function])
    return [
        *(Raters(row.id, (row.id,)) for row in functions if row.id in rated),
        *(Raters(row.key, _functions_in(workshop, row)) for row in groups if row.key in rated),
    ]


def _functions_in(workshop: Workshop, group: RoundGroup) -> tuple[FunctionId, ...]:
    return tuple(row.function for row in workshop[RoundGroupFunction].where("group", group.id))


def _alone(workshop: Workshop, readings: Collection[Reading]) -> list[FunctionId]:
    single = {key for one in readings for key in one.without_cell}
    return [row.id for row in figures.in_place(workshop[Function]) if row.id in single]
