"""What the disk or the system refuses around a file, each told as it is."""

from __future__ import annotations

import getpass
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.builders import board_of
from tests.disks import only_readable, small_disk
from tests.workshop.store.files import by_hand, refusal
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.store import elsewhere, open_file
from workshop.store.apart import read_whole, write_copy
from workshop.store.beside import check_beside
from workshop.store.header import is_workshop
from workshop.store.holder import holder_of, read_holder


def test_a_disk_that_may_only_be_read(sound: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4096) as disk:
        file = shutil.copyfile(sound, disk / "a.workshop")
        with only_readable(disk):
            assert refusal(file).key == "file.read_only"
            with pytest.raises(FileProblem) as caught:
                Document.create(disk / "b.workshop", board_of(1))
            assert caught.value.key in ("file.no_access", "file.read_only", "file.unwritable")
            write_copy(file, tmp_path / "copy.workshop")
        Document.open(file).close()
    Document.open(tmp_path / "copy.workshop").close()


def test_a_folder_in_the_place_of_the_note_of_who_has_it(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    holder_of(file).mkdir()
    Document.open(file).close()
    assert "Cannot note" in caplog.text
    assert "Cannot remove" in caplog.text


@pytest.mark.parametrize("error", [KeyError("no such user"), OSError("none"), ImportError("pwd")])
def test_a_user_without_a_name(
    file: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def nobody() -> str:
        raise error

    monkeypatch.setattr(getpass, "getuser", nobody)
    with Document.open(file):
        assert read_holder(file)["user"] == ""


def test_what_cannot_be_asked_of_a_place(file: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        check_beside(file / "below a file")
    assert caught.value.key == "file.unreadable"


def test_a_new_file_that_cannot_be_opened_is_taken_away(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(connection: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("the journal mode is odd")

    with Document.open(file) as document:
        monkeypatch.setattr(elsewhere, "prepare_for_writing", fails)
        with pytest.raises(FileProblem):
            document.go_on_at(tmp_path / "new.workshop")
        assert document.path == file
    assert not (tmp_path / "new.workshop").exists()


def test_a_journal_that_cannot_be_dropped_stays_and_is_said(
    file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(connection: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with monkeypatch.context() as patched:
        patched.setattr(open_file, "drop_journal", fails)
        Document.open(file).close()
    assert "The journal of" in caplog.text
    Document.open(file).close()


def test_a_history_of_another_record_is_none(file: Path) -> None:
    with by_hand(file) as connection:
        connection.execute("UPDATE change SET record_id = 77")
    with pytest.raises(FileProblem) as caught:
        read_whole(file)
    assert (caught.value.key, caught.value.facts["file"]) == ("file.history", str(file))


def test_a_history_that_sqlite_cannot_read(file: Path) -> None:
    with by_hand(file) as connection:
        connection.execute("UPDATE step SET facts = CAST(x'ff41' AS TEXT)")
    with pytest.raises(FileProblem) as caught:
        read_whole(file)
    assert (caught.value.key, caught.value.facts["file"]) == ("file.damaged", str(file))


def test_what_is_a_workshop(file: Path, path: Path) -> None:
    assert is_workshop(file)
    with Document.open(file):
        assert is_workshop(file)
    for other in (path.parent, path.with_name("none")):
        assert not is_workshop(other)
    file.write_bytes(b"text")
    assert not is_workshop(file)
