"""Whether the ties that records state hold after a step."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from workshop.changes import Change
from workshop.columns import column_of
from workshop.conditions import is_set
from workshop.errors import Refused
from workshop.fields import Reference
from workshop.tables import tables
from workshop.ties import Among, Chain, Fits, Listed, Nameless, Same, Tie, Within

if TYPE_CHECKING:
    from workshop.state import Workshop

NO_NAMES = "none"
"""The attribution of a round or board that keeps no names."""
_KEYS: dict[type[Any], str] = {Chain: "record.circle", Nameless: "record.names"}
Place = tuple[str, int]
"""A record by its table and id."""


class Leg(NamedTuple):
    """One step of a path: from records of `table` by `column` to records of table `to`."""

    table: str
    column: str
    to: str


def check(workshop: Workshop, changes: Iterable[Change]) -> None:
    """Raises `Refused` where a tie of a changed record, or of one that leads to it, is broken."""
    changes = tuple(changes)
    groups = dict.fromkeys(_left_behind(workshop, changes))
    for table, id in dict.fromkeys(_touched(workshop, changes)):
        record = workshop.table(table)[id]
        for tie in tables()[table].ties:
            if not isinstance(tie, Among):
                _check(workshop, table, record, tie)
            elif (owner := _end(workshop, table, record, tie.path)) is not None:
                groups[table, tie, owner] = None
    for table, tie, owner in groups:
        _check_among(workshop, table, tie, owner)


def _left_behind(workshop: Workshop, changes: Iterable[Change]) -> Iterator[tuple[str, Among, int]]:
    """The rows among which changed or removed ones were before."""
    for change in changes:
        for tie in tables()[change.table].ties if change.old is not None else ():
            if isinstance(tie, Among):
                owner = _end(workshop, change.table, change.old, tie.path)
                if owner is not None:
                    yield change.table, tie, owner


def _touched(workshop: Workshop, changes: Iterable[Change]) -> Iterator[Place]:
    for change in changes:
        if change.old is not None:
            yield from _like_before(workshop, change)
        if change.new is None:
            continue
        if tables()[change.table].ties:
            yield change.table, change.id
        if change.old is not None:
            for legs in _ways_to(change.table):
                yield from _back(workshop, legs, change.id)
        if getattr(change.new, "attribution", None) == NO_NAMES:
            for column, legs in _kept_by(change.table):
                owner = getattr(change.new, column)
                yield from _back(workshop, legs, owner) if owner is not None else ()


def _like_before(workshop: Workshop, change: Change) -> Iterator[Place]:
    """The rows that had to be like one that was changed or removed."""
    for tie in tables()[change.table].ties:
        if isinstance(tie, Listed):
            legs = _legs(change.table, tie.path)
            yield from _back(workshop, legs, getattr(change.old, tie.owner))


@functools.cache
def _ways_to(table: str) -> tuple[tuple[Leg, ...], ...]:
    """Every way on which the ties of records lead to the table."""
    ways = dict.fromkeys(
        legs[:count]
        for info in tables().values()
        for tie in info.ties
        for legs in (_legs(info.name, path) for path in paths_of(tie))
        for count in range(1, len(legs) + 1)
        if legs[count - 1].to == table
    )
    return tuple(ways)


@functools.cache
def _kept_by(table: str) -> tuple[tuple[str, tuple[Leg, ...]], ...]:
    """The columns for those whose entries rows of this table are about, and the ways to them."""
    found = (
        (tie.keeper_legs, _legs(info.name, tie.path))
        for info in tables().values()
        for tie in info.ties
        if isinstance(tie, Nameless)
    )
    return tuple((column, legs) for (keeper, column), legs in found if keeper == table)


def paths_of(tie: Tie) -> tuple[str, ...]:
    """The ways on which a tie goes from a record."""
    match tie:
        case Same():
            return (tie.path, tie.other)
        case Chain():
            return (tie.column,)
    return (tie.path,)


@functools.cache
def _legs(start: str, path: str) -> tuple[Leg, ...]:
    legs: list[Leg] = []
    for column in path.split("."):
        table = legs[-1].to if legs else start
        kind = column_of(tables()[table].cls, column).kind
        assert isinstance(kind, Reference), f"{table}.{column} leads nowhere"
        legs.append(Leg(table, column, kind.table))
    return tuple(legs)


def _back(workshop: Workshop, legs: tuple[Leg, ...], id: int) -> Iterator[Place]:
    """The records from which these legs lead to record `id`, at whatever distance in a chain."""
    start, goal = legs[0].table, legs[-1].to
    found: set[int] = set()
    ahead = {id}
    while ahead:
        for leg in reversed(legs):
            rows = workshop.table(leg.table)
            ahead = {row.id for at in ahead for row in rows.where(leg.column, at)}
        ahead -= found
        found |= ahead
        if start != goal:
            break
    return ((start, at) for at in sorted(found))


def _check(workshop: Workshop, table: str, record: Any, tie: Tie) -> None:
    if isinstance(tie, Within):
        _check_scale(workshop, table, record, tie)
    elif not _holds(workshop, table, record, tie):
        key = _KEYS.get(type(tie), "record.apart")
        raise Refused(key, record=table, id=record.id, rule=tie.words)


def _holds(workshop: Workshop, table: str, record: Any, tie: Tie) -> bool:
    match tie:
        case Chain():
            return _ends(workshop, table, record, tie)
        case Same():
            target = _end(workshop, table, record, tie.path)
            return target is None or target == _end(workshop, table, record, tie.other)
        case Fits():
            row = _row_at_end(workshop, table, record, tie.path)
            return row is None or tie.holds(record, row)
        case Listed():
            return _is_listed(workshop, table, record, tie)
        case Nameless():
            return not (_tells(record, tie) and _keeps_no_names(workshop, table, record, tie))
    raise TypeError(tie)


def _is_listed(workshop: Workshop, table: str, record: Any, tie: Listed) -> bool:
    owner = _end(workshop, table, record, tie.path)
    rows = workshop.table(table).where(tie.owner, owner) if owner is not None else []
    return owner is None or any(
        all(getattr(row, name) == getattr(record, name) for name in tie.fields) for row in rows
    )


def _check_among(workshop: Workshop, table: str, tie: Among, owner: int) -> None:
    together = _back(workshop, _legs(table, tie.path), owner)
    row = tie.breaks([workshop.table(table)[id] for _, id in together])
    if row is not None:
        raise Refused(tie.key, record=table, id=row.id, rule=tie.words)


def _end(workshop: Workshop, table: str, record: Any, path: str) -> int | None:
    """The id to which a path leads; None where it leads nowhere."""
    *ahead, last = _legs(table, path)
    for leg in ahead:
        record = workshop.table(leg.to).get(getattr(record, leg.column))
        if record is None:
            return None
    target: int | None = getattr(record, last.column)
    return target


def _row_at_end(workshop: Workshop, table: str, record: Any, path: str) -> Any:
    """The record to which a path leads, or None."""
    return workshop.table(_legs(table, path)[-1].to).get(_end(workshop, table, record, path))


def _tells(record: Any, tie: Nameless) -> bool:
    return not tie.fields or any(is_set(getattr(record, name)) for name in tie.fields)


def _keeps_no_names(workshop: Workshop, table: str, record: Any, tie: Nameless) -> bool:
    owner = _end(workshop, table, record, tie.path)
    keeper, column = tie.keeper_legs
    rows = workshop.table(keeper).where(column, owner) if owner is not None else []
    return any(row.attribution == NO_NAMES for row in rows)


def _check_scale(workshop: Workshop, table: str, record: Any, tie: Within) -> None:
    owner = _row_at_end(workshop, table, record, tie.path)
    held = getattr(record, tie.field)
    if owner is None or held is None:
        return
    low, high = tie.bounds(owner)
    if not low <= held <= high:
        raise Refused("value.off_scale", record=table, id=record.id, field=tie.field, found=held,
                      low=low, high=high)  # fmt: skip


def _ends(workshop: Workshop, table: str, record: Any, tie: Chain) -> bool:
    """Whether the chain upwards from a record comes to an end, soon enough if it is limited."""
    rows, seen = workshop.table(table), [record.id]
    while (following := getattr(record, tie.column)) is not None:
        if following in seen:
            return False
        seen.append(following)
        record = rows[following]
    return tie.most is None or len(seen) <= tie.most + 1
