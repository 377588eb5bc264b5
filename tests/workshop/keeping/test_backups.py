"""Backups: whole, looked at, found again, restored; a bad one never counts."""

from __future__ import annotations

import datetime
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import fill
from tests.workshop.keeping.sittings import add_notes, create, texts
from tests.workshop.store.files import contents
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.keeping import backups
from workshop.keeping.backups import into_memory, keep, list_backups, restore, thin, verify
from workshop.keeping.vault import Vault
from workshop.state import Workshop

NOW = datetime.datetime(2026, 10, 6, 10, 12, tzinfo=datetime.UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "shelf" / "backups"


@pytest.fixture
def document(path: Path) -> Iterator[Document]:
    """A workshop with a row in every table, a picture, and a step."""
    with Document.create(path, fill(Workshop())) as document:
        document.add_picture(b"a picture", "image/png")
        with document.workshop.step("note.edit"):
            document.workshop.table("note").replace(1, text="Changed")
        assert document._file.writer.drain(30) == 0
        yield document


def copy_of(document: Document) -> sqlite3.Connection:
    return document.ask(into_memory)


def test_a_backup_has_everything_and_can_be_restored(document: Document, folder: Path) -> None:
    with closing(copy_of(document)) as memory:
        made = keep(memory, folder, NOW)
    assert list_backups(folder) == [made]
    assert (made.at, made.step) == (NOW, 2)
    assert made.file.name == "20261006T101200Z-2.workshop"
    assert verify(made.file)[0] == 2
    assert [each.name for each in folder.iterdir()] == [made.file.name], "nothing beside it"
    if os.name != "nt":
        assert made.file.stat().st_mode & 0o077 == 0
    before = made.file.read_bytes()
    to = document.path.with_name("restored.workshop")
    restore(made.file, to)
    with Document.open(to) as again:
        assert contents(again.workshop) == contents(document.workshop)
        assert again.identity != document.identity, "a copy made by the program"
        assert again.picture(document.add_picture(b"a picture", "image/png"))
        assert again.history.undo()
    assert made.file.read_bytes() == before
    with pytest.raises(FileProblem) as caught:
        restore(made.file, to)
    assert caught.value.key == "file.exists"


def test_the_writer_goes_on_while_a_backup_is_written(document: Document, folder: Path) -> None:
    with closing(copy_of(document)) as memory:
        add_notes(document.workshop, 3)
        document.close()
        made = keep(memory, folder, NOW)
    with Document.open(made.file) as again:
        assert len(again.workshop.table("note")) == 3


def test_a_copy_that_is_not_as_it_should_be_does_not_count(
    document: Document, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = backups._write

    def scrambled(memory: sqlite3.Connection, path: Path) -> None:
        real(memory, path)
        data = bytearray(path.read_bytes())
        data[200_000:280_000] = bytes(80_000)
        path.write_bytes(data)

    monkeypatch.setattr(backups, "_write", scrambled)
    with closing(copy_of(document)) as memory, pytest.raises(FileProblem) as caught:
        keep(memory, folder, NOW)
    assert caught.value.key == "file.damaged"
    assert list(folder.iterdir()) == []


def test_a_copy_that_lacks_the_last_step_does_not_count(
    document: Document, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(copy_of(document)) as memory:
        monkeypatch.setattr(backups, "verify", lambda _: (1, "then"))
        with pytest.raises(FileProblem):
            keep(memory, folder, NOW)
    assert list(folder.iterdir()) == []


def test_a_full_disk_leaves_nothing_behind(
    document: Document, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(memory: sqlite3.Connection, path: Path) -> None:
        path.write_bytes(b"half")
        raise FileProblem("file.disk_full", file=str(path))

    monkeypatch.setattr(backups, "_write", full)
    with closing(copy_of(document)) as memory, pytest.raises(FileProblem):
        keep(memory, folder, NOW)
    assert list(folder.iterdir()) == []


def test_only_backups_are_listed_newest_first(folder: Path) -> None:
    folder.mkdir(parents=True)
    names = [
        "20261006T101200Z-2.workshop", "20261007T101200Z-1.workshop",
        "20261006T101200Z-10.workshop",
        "20261306T101200Z-2.workshop", ".ab.workshop", "notes.txt", "20261006T101200Z-.workshop",
    ]  # fmt: skip
    for name in names:
        (folder / name).touch()
    assert [backup.step for backup in list_backups(folder)] == [1, 10, 2]
    assert list_backups(folder / "none") == []


def test_old_ones_go(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    folder.mkdir(parents=True)
    for day in (1, 2, 3, 4):
        for minute in (0, 10, 20):
            (folder / f"202610{day:02}T10{minute:02}00Z-1.workshop").touch()
    thin(folder, datetime.datetime(2026, 10, 4, 11, tzinfo=datetime.UTC))
    assert len(list_backups(folder)) == 6
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", _not_allowed)
        thin(folder, datetime.datetime(2026, 11, 4, 11, tzinfo=datetime.UTC))
    assert "cannot be removed" in caplog.text


def _not_allowed(path: Path, missing_ok: bool = False) -> None:
    raise PermissionError(13, "Permission denied", str(path))


def test_verifying_tells_what_is_wrong(tmp_path: Path, document: Document) -> None:
    document.close()
    data = document.path.read_bytes()
    spoilt = {
        "file.missing": None,
        "file.truncated": data[:-4096],
        "file.not_a_workshop": b"x" * len(data),
        "file.damaged": data[:300_000] + bytes(40_000) + data[340_000:],
    }
    for key, content in spoilt.items():
        file = tmp_path / key
        if content is not None:
            file.write_bytes(content)
        with pytest.raises(FileProblem) as caught:
            verify(file)
        assert caught.value.key == key


def test_a_restored_workshop_begins_a_shelf_of_its_own(path: Path, vault: Vault) -> None:
    with create(path, vault, 5) as document:
        add_notes(document.workshop)
    (shelf,) = vault.shelves()
    to = path.with_name("again.workshop")
    restore(shelf.backups()[0].file, to)
    with Document.open(to, vault=vault) as again:
        assert len(texts(again.workshop)) == 5
    assert len(vault.shelves()) == 2
