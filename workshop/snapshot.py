"""A workshop as it stands now, for another process to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workshop.frozen import frozen
from workshop.state import Workshop


@frozen
class Snapshot:
    """Every record by table. It can be sent anywhere, and what changes later is not in it."""

    records: tuple[tuple[str, tuple[Any, ...]], ...] = ()

    def pieces(self, rows: int) -> Iterator[Snapshot]:
        """The same in pieces of so many records of one table."""
        for name, found in self.records:
            for start in range(0, len(found), rows):
                yield Snapshot(((name, found[start : start + rows]),))

    def __add__(self, other: Snapshot) -> Snapshot:
        """What is in both, this one's records first."""
        return Snapshot((*self.records, *other.records))


def take(workshop: Workshop) -> Snapshot:
    """A workshop's records as they are now; records never change, so nothing is copied."""
    return Snapshot(tuple((table.info.name, tuple(table)) for table in workshop.tables()))


def restore(snapshot: Snapshot) -> Workshop:
    """A workshop with these records and no history."""
    workshop = Workshop()
    for name, rows in snapshot.records:
        for row in rows:
            workshop.load(name, row)
    return workshop
