"""Keys for new records: the names that YAML and people use."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from workshop.integrity import PREVIOUS_BRIEF
from workshop.state import Workshop
from workshop.tables import TableInfo, table_of
from workshop.text import make_key

RESERVED = frozenset({"none", "parking_lot", PREVIOUS_BRIEF})
"""Words that stand for something else in the place of a key."""


def fresh_key(workshop: Workshop, cls: type[Any], name: str = "", **scope: int) -> str:
    """A key that no other record of this kind has, made of `name`, or else of the kind and a
    number. Where keys are unique within an owner only, `scope` names it: `stage=3`.
    """
    owners = {field: scope[field] for field in _scope(table_of(cls))}
    taken = RESERVED | {
        row.key
        for row in workshop[cls]
        if all(getattr(row, field) == owner for field, owner in owners.items())
    }
    return next(key for key in _candidates(workshop, cls, name) if key not in taken)


def _scope(info: TableInfo) -> tuple[str, ...]:
    rule = next(rule for rule in info.uniques if "key" in rule.fields)
    return tuple(field for field in rule.fields if field != "key")


def _candidates(workshop: Workshop, cls: type[Any], name: str) -> Iterator[str]:
    base = make_key(name)
    if base:
        yield base
        yield from (f"{base}-{number}" for number in count(2))
    table = table_of(cls).name
    yield from (f"{table}-{number}" for number in count(workshop.sequence.get(table, 0) + 1))
