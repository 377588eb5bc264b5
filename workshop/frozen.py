"""A workshop as it stands now, for another process to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workshop.state import Workshop


@dataclass(frozen=True, slots=True)
class Frozen:
    """Every record by table. It can be sent anywhere, and what changes later is not in it."""

    records: tuple[tuple[str, tuple[Any, ...]], ...]


def freeze(workshop: Workshop) -> Frozen:
    """A workshop's records as they are now; records never change, so nothing is copied."""
    return Frozen(tuple((table.info.name, tuple(table)) for table in workshop.tables()))


def thaw(frozen: Frozen) -> Workshop:
    """A workshop with these records and no history."""
    workshop = Workshop()
    for name, rows in frozen.records:
        for row in rows:
            workshop.load(name, row)
    return workshop
