"""Rows of one workshop out of several sources, put together: what is left of the file, what its
history and the recordings say of rows that are lost, and a backup for the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workshop.changes import Change, Step
from workshop.keeping.recordings import Recording, continuation
from workshop.rescue.carving import Carved
from workshop.rescue.mending import Mended, mend
from workshop.rescue.shapes import CHANGE, SEQUENCE, STEP, FoundChange
from workshop.state import Workshop
from workshop.store.open_file import StepJob
from workshop.tables import tables

FILE, HISTORY, RECORDING, BACKUP = "file", "history", "recording", "backup"
"""Where a row was found."""
Place = tuple[str, int]


@dataclass(slots=True)
class Pieces:
    """Rows by table and id, and how many notes came from where."""

    rows: dict[str, dict[int, Any]] = field(default_factory=dict)
    notes_from: Counter[str] = field(default_factory=Counter)
    sequence: dict[str, int] = field(default_factory=dict)
    last: str = ""
    """When the last change was made that is in it; empty where that is not known."""

    def take(self, source: str, images: Mapping[Place, Any]) -> None:
        """Takes rows that are not there yet; None is no row."""
        for (name, id), row in images.items():
            if row is not None and id not in self.rows.setdefault(name, {}):
                self.rows[name][id] = row
                self.notes_from[source] += name == "note"

    def redo(self, steps: Iterable[StepJob]) -> None:
        """Brings rows to where later steps left them."""
        for job in steps:
            for change in job.step.changes:
                held = self.rows.setdefault(change.table, {})
                if held.pop(change.id, None) is None and change.new is not None:
                    self.notes_from[RECORDING] += change.table == "note"
                if change.new is not None:
                    held[change.id] = change.new
            self.count(job.sequence)

    def count(self, sequence: Mapping[str, Any]) -> None:
        """Notes the highest numbers that were given."""
        for name, highest in sequence.items():
            self.sequence[name] = max(self.sequence.get(name, 0), highest)


def put_together(
    carved: Carved, recordings: Sequence[Recording], backup: Workshop | None
) -> tuple[Pieces, Mended]:
    """The best that can be made where no source has everything.

    A row that the file leads to is believed first: it is whole, and as new as the file. Then come
    the images of lost rows in the file's own history and in recordings, rows that only lie about in
    the file, and those of a backup; but for rows that are known to have been removed.
    """
    pieces = Pieces()
    pieces.count(carved.pairs.get(SEQUENCE, {}))
    pieces.take(FILE, _by_place(carved.rows))
    later = _later(carved, recordings)
    history = _newest(each.change for each in _history(carved))
    recorded = _newest(
        change for each in recordings for _, job in each.steps for change in job.step.changes
    )
    pieces.take(HISTORY, history)
    pieces.take(RECORDING, {place: row for place, row in recorded.items() if place not in history})
    known = history.keys() | recorded.keys()
    loose = _by_place(carved.loose)
    pieces.take(FILE, {place: row for place, row in loose.items() if place not in known})
    if backup is not None:
        pieces.count(backup.sequence)
        rows = {(t.info.name, row.id): row for t in backup.tables() for row in t}
        pieces.take(BACKUP, {place: row for place, row in rows.items() if place not in known})
    pieces.redo(later)
    last = carved.rows.get(STEP, {}).get(newest_step(carved))
    pieces.last = later[-1].step.at if later else last.at if last else ""
    twice = [(name, row) for name, row in carved.twice if name in tables()]
    return pieces, mend(pieces.rows, twice, pieces.sequence)


def newest_step(carved: Carved) -> int:
    """The number of the last step of which something is left in a file; 0 if there is none."""
    steps = carved.rows.get(STEP, {})
    changes = (each.step for each in carved.rows.get(CHANGE, {}).values())
    return max((*steps, *changes), default=0)


def _later(carved: Carved, recordings: Sequence[Recording]) -> list[StepJob]:
    """The recorded steps that the file did not have yet."""
    newest = newest_step(carved)
    last: Step | None = carved.rows.get(STEP, {}).get(newest)
    if last is not None:
        return continuation(recordings, (last.id, last.at))
    return [job for _, job in recordings[-1].steps if job.step.id > newest] if recordings else []


def _history(carved: Carved) -> list[FoundChange]:
    """The changes of the file's history that are left, oldest first."""
    found = {**carved.loose.get(CHANGE, {}), **carved.rows.get(CHANGE, {})}
    return sorted(found.values(), key=lambda each: (each.step, each.id))


def _newest(changes: Iterable[Change]) -> dict[Place, Any]:
    """The last image of every row; None where it was removed."""
    return {(change.table, change.id): change.new for change in changes}


def _by_place(found: Mapping[str, Mapping[int, Any]]) -> dict[Place, Any]:
    return {(name, id): row for name in tables() for id, row in found.get(name, {}).items()}
