"""Rows that no workshop holds: a file from elsewhere may have them and be sound to SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workshop.store.files import by_hand, refusal
from workshop.document import Document
from workshop.errors import FileProblem


def spoil(statement: str) -> Callable[[sqlite3.Connection], object]:
    return lambda connection: connection.execute(statement)


@pytest.mark.parametrize(
    ("spoiling", "key"),
    [
        (spoil("UPDATE note SET text = ''"), "file.record"),
        (spoil("UPDATE note SET text = char(7) || 'x'"), "file.record"),
        (spoil("UPDATE note SET text = ' x '"), "file.record"),
        (spoil("UPDATE note SET nr = 1.5 WHERE id = 1"), "file.record"),
        (spoil("UPDATE participant SET decider = 2"), "file.record"),
        (spoil("UPDATE details SET \"on\" = '2026-13-45'"), "file.record"),
        (spoil('UPDATE stage SET setup = \'{"kind":"no_such"}\''), "file.record"),
        (spoil("UPDATE stage SET setup = '[]'"), "file.record"),
        (spoil("UPDATE stage SET setup = '{\"'"), "file.record"),
        (spoil("UPDATE stage SET run = '[1, 2]'"), "file.record"),
        (spoil("UPDATE stage SET run = '[[], {}]'"), "file.record"),
        (spoil("UPDATE stage SET run = '{}'"), "file.record"),
        (spoil("UPDATE stage SET steps = '[7]'"), "file.record"),
        (spoil(f"UPDATE stage SET steps = '{'[' * 40_000}'"), "file.record"),
        (spoil("UPDATE stage SET kind = 'vote' WHERE kind = 'board'"), "file.whole"),
        (spoil("UPDATE note SET author = 77 WHERE id = 1"), "file.reference"),
        (spoil("UPDATE note SET cluster = 1, loner = 1 WHERE id = 1"), "file.rule"),
        (spoil("DELETE FROM function"), "file.reference"),
        (spoil("UPDATE note SET merged_into = 1 WHERE id = 1"), "file.whole"),
        (spoil("UPDATE sequence SET highest = 0 WHERE name = 'note'"), "file.sequence"),
        (spoil("UPDATE sequence SET highest = 0 WHERE name = 'note.nr'"), "file.sequence"),
        (spoil("INSERT INTO sequence VALUES ('no such', 1)"), "file.sequence"),
        (spoil("UPDATE sequence SET highest = 'many' WHERE name = 'note'"), "file.sequence"),
        (spoil("DELETE FROM meta"), "file.schema"),
        (spoil("UPDATE note SET text = CAST(x'ff41' AS TEXT)"), "file.damaged"),
        (spoil("UPDATE note SET text = x'41'"), "file.record"),
    ],
)
def test_rows_that_no_workshop_holds(
    file: Path, spoiling: Callable[[sqlite3.Connection], object], key: str
) -> None:
    with by_hand(file) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA ignore_check_constraints=ON")
        spoiling(connection)
    found = refusal(file)
    assert found.key == key, found


def test_a_history_that_cannot_be_read_is_told_when_it_is_asked_for(file: Path) -> None:
    for spoilt in ("'{'", "'[]'", "'{\"id\":1}'", f"'{'[' * 40_000}'"):
        with by_hand(file) as connection:
            connection.execute(f"UPDATE change SET old = {spoilt}")
        document = Document.open(file)
        with pytest.raises(FileProblem) as caught:
            document.read_steps()
        assert caught.value.key == "file.history"
        document.close()
