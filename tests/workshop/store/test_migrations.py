"""A file of an older version is known letter by letter, copied as it is, and brought up to date.

No older version was ever given away. That of the fixture was made up, and so was the way from it.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import fixtures
from tests.builders import board_of
from tests.fixtures import version_0
from tests.workshop.store.files import by_hand, refusal
from workshop.document import OLDER, Document
from workshop.errors import FileProblem
from workshop.keeping.vault import Vault
from workshop.records.notes import Note
from workshop.store import migrations
from workshop.store.apart import read_whole
from workshop.store.health import examine
from workshop.store.migrations import Migration, copy_verified, fingerprint
from workshop.store.schema import SCHEMA_VERSION

FINGERPRINTS = {
    0: "10541026a4df63502d65186c68186944de1c03ce7ca0c4451a540e13a89e0e3a",
    1: "6981ad7ba93651757fbe96507f78b88c9bef54659c561dd4e3f32292192ce189",
}
"""Of each version. That of a version that was given away never changes again: a change of the
schema needs the next number, a migration from the one before, and a file of that one among the
fixtures."""


def fixture_of(version: int) -> Path:
    return Path(fixtures.__file__).with_name(f"version-{version}.workshop")


def know(monkeypatch: pytest.MonkeyPatch, way: Callable[[sqlite3.Connection], None]) -> None:
    monkeypatch.setitem(migrations.MIGRATIONS, 0, Migration(FINGERPRINTS[0], way))


@pytest.fixture
def old(path: Path) -> Path:
    """A copy of the file of version 0."""
    shutil.copyfile(fixture_of(0), path)
    return path


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program knows the way from version 0."""
    know(monkeypatch, version_0.up)


def test_every_version_has_left_a_file() -> None:
    for version in range(SCHEMA_VERSION):
        with by_hand(fixture_of(version)) as connection:
            assert fingerprint(connection) == FINGERPRINTS[version]
            assert connection.execute("PRAGMA user_version").fetchone() == (version,)


def test_the_schema_is_the_one_that_its_number_stands_for(path: Path) -> None:
    Document.create(path, board_of(1)).close()
    with by_hand(path) as connection:
        assert fingerprint(connection) == FINGERPRINTS[SCHEMA_VERSION]


def test_without_a_way_it_is_refused(old: Path) -> None:
    found = refusal(old)
    assert (found.key, found.facts["version"]) == ("file.older", 0)
    assert [problem.key for problem in examine(old).problems] == ["file.older"]


@pytest.mark.usefixtures("known")
def test_it_is_copied_and_brought_up_to_date(old: Path, tmp_path: Path) -> None:
    before, vault = old.read_bytes(), Vault(tmp_path / "vault")
    with Document.open(old, vault=vault) as document:
        texts = [note.text for note in document.workshop[Note]]
        assert texts[2] == "Edited long ago"
        assert document.history.undo()
        assert document.workshop[Note][3].text.startswith("Note 3 says")
        assert document.older_copy == vault.folder / OLDER / "Day one (version 0).workshop"
        copy = document.older_copy
    with by_hand(copy) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)
        assert [row[0] for row in connection.execute("SELECT words FROM note ORDER BY id")] == texts
    assert old.read_bytes() != before
    with Document.open(old, vault=vault) as document:
        assert document.older_copy is None
        assert len(document.workshop[Note]) == 5
    assert [each.name for each in old.parent.iterdir()] == [old.name]


@pytest.mark.usefixtures("known")
def test_without_a_vault_the_copy_stands_beside(old: Path) -> None:
    before = old.read_bytes()
    Document.open(old).close()
    assert sorted(each.name for each in old.parent.iterdir()) == [
        "Day one (version 0).workshop",
        "Day one.workshop",
    ]
    shutil.copyfile(fixture_of(0), old)
    with Document.open(old) as document:
        assert document.older_copy == old.with_name("Day one (version 0 2).workshop")
    assert before == fixture_of(0).read_bytes()


@pytest.mark.usefixtures("known")
def test_it_is_sound_and_can_be_read_apart(old: Path) -> None:
    before = old.read_bytes()
    assert examine(old).readable
    assert len(read_whole(old).workshop[Note]) == 5
    assert old.read_bytes() == before


def fails(connection: sqlite3.Connection) -> None:
    version_0.up(connection)
    connection.execute("no such statement")


def forgets_a_table(connection: sqlite3.Connection) -> None:
    version_0.up(connection)
    connection.execute("DROP TABLE word")


def leaves_a_reference(connection: sqlite3.Connection) -> None:
    version_0.up(connection)
    connection.execute("DELETE FROM participant")


def makes_a_record_that_is_none(connection: sqlite3.Connection) -> None:
    version_0.up(connection)
    connection.execute("UPDATE note SET text = ' '")


@pytest.mark.parametrize(
    ("way", "key"),
    [
        (fails, "file.damaged"),
        (forgets_a_table, "file.schema"),
        (leaves_a_reference, "file.reference"),
        (makes_a_record_that_is_none, "file.record"),
    ],
)
def test_a_way_that_leads_nowhere_leaves_the_file_as_it_was(
    old: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: Callable[[sqlite3.Connection], None],
    key: str,
) -> None:
    know(monkeypatch, way)
    assert refusal(old).key == key


@pytest.mark.usefixtures("known")
def test_without_a_copy_nothing_is_changed(old: Path, tmp_path: Path) -> None:
    (tmp_path / "vault").write_text("a file in the place of the folder")
    before = old.read_bytes()
    with pytest.raises(FileProblem) as caught:
        Document.open(old, vault=Vault(tmp_path / "vault"))
    assert caught.value.key == "file.unwritable"
    assert old.read_bytes() == before


@pytest.mark.usefixtures("known")
def test_an_old_file_that_is_not_what_its_version_made_is_refused(old: Path) -> None:
    with by_hand(old) as connection:
        connection.execute("CREATE VIEW v AS SELECT 1")
    assert refusal(old).key == "file.schema"


def test_a_copy_that_is_not_sound_is_none(old: Path, tmp_path: Path) -> None:
    spoilt = bytearray(old.read_bytes())
    spoilt[1024:1300] = bytes(276)
    old.write_bytes(spoilt)
    with by_hand(old) as connection, pytest.raises(sqlite3.DatabaseError):
        copy_verified(connection, tmp_path / "copy.workshop")
    assert [each for each in tmp_path.iterdir() if each.suffix == ".workshop"] == []
