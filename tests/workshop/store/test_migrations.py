"""A file of an older version, made here by adding a way from a version 0 that never was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.builders import board_of
from tests.workshop.store.files import by_hand, contents
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.store import migrations
from workshop.store.migrations import Migration, fingerprint


@pytest.fixture
def old(path: Path) -> Path:
    """A file of version 0, in which the table `word` was called `last_word`."""
    Document.create(path, board_of(5)).close()
    with by_hand(path) as connection:
        connection.execute("DROP TABLE word")
        connection.execute("CREATE TABLE last_word (id INTEGER PRIMARY KEY)")
        connection.execute("PRAGMA user_version=0")
    return path


def rebuild(connection: sqlite3.Connection) -> None:
    from workshop.store.schema import schema

    connection.execute("DROP TABLE last_word")
    for each in schema():
        if each.table == "word":
            connection.execute(each.sql)


def know(monkeypatch: pytest.MonkeyPatch, path: Path, migration: object = rebuild) -> None:
    with by_hand(path) as connection:
        known = Migration(fingerprint(connection), migration)  # type: ignore[arg-type]
    monkeypatch.setitem(migrations.MIGRATIONS, 0, known)


def test_without_a_way_it_is_refused(old: Path) -> None:
    content = old.read_bytes()
    with pytest.raises(FileProblem) as caught:
        Document.open(old)
    assert (caught.value.key, caught.value.facts["version"]) == ("file.older", 0)
    assert old.read_bytes() == content


def test_with_a_way_it_is_backed_up_and_brought_up_to_date(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    know(monkeypatch, old)
    with Document.open(old) as document:
        assert contents(document.workshop) == contents(board_of(5))
    backup = old.with_name("Day one (version 0).workshop")
    with by_hand(backup) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM note").fetchone() == (5,)
    with Document.open(old):
        pass
    assert sorted(each.name for each in old.parent.iterdir()) == [backup.name, old.name]


def test_a_way_that_fails_leaves_the_file_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(connection: sqlite3.Connection) -> None:
        rebuild(connection)
        connection.execute("no such statement")

    know(monkeypatch, old, fails)
    content = old.read_bytes()
    with pytest.raises(FileProblem):
        Document.open(old)
    assert old.read_bytes() == content


def test_an_old_file_that_is_not_what_its_version_made_is_refused(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    know(monkeypatch, old)
    with by_hand(old) as connection:
        connection.execute("CREATE VIEW v AS SELECT 1")
    with pytest.raises(FileProblem) as caught:
        Document.open(old)
    assert caught.value.key == "file.schema"
    assert [each.name for each in old.parent.iterdir()] == [old.name]
