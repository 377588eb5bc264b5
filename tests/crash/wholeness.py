"""What must hold of a file whatever happened to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.workshop.store.files import contents
from workshop.document import Document
from workshop.state import Workshop


def check_history(document: Document, first: Workshop) -> int:
    """The history has every step from the first on, each picks up where the one before left off,
    and together they lead from the first state to what the file holds. Returns the last step."""
    steps = document.read_steps()
    ids = [step.id for step in steps]
    assert ids == list(range(ids[0], document.workshop.last_step + 1) if ids else [])
    assert ids[:1] in ([], [1], [2]), "the making of the board was a step, and is in no file"
    records = {name: {row.id: row for row in rows} for name, rows in contents(first).items()}
    for step in steps:
        for change in step.changes:
            rows = records[change.table]
            assert rows.get(change.id) == change.old
            rows.pop(change.id, None)
            if change.new is not None:
                rows[change.id] = change.new
    now = contents(document.workshop)
    assert {name: sorted(rows) for name, rows in records.items()} == {
        name: [row.id for row in rows] for name, rows in now.items()
    }
    assert all(records[name][row.id] == row for name, rows in now.items() for row in rows)
    return document.workshop.last_step


def steps_of(path: Path) -> list[int]:
    """The steps in a file, read by plain SQLite. Raises sqlite3.DatabaseError if not all of it is
    sound."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchall()
        found += connection.execute("PRAGMA foreign_key_check").fetchall()
        if found != [("ok",)]:
            raise sqlite3.DatabaseError(found)
        return [id for (id,) in connection.execute("SELECT id FROM step ORDER BY id")]
