"""Where things are kept, and how they are found again."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from tests.workshop.keeping.sittings import add_notes, create, shelf_of
from workshop.document import Document
from workshop.keeping import vault as module
from workshop.keeping.drafts import CAPTURE, Draft
from workshop.keeping.vault import Shelf, Vault

NOW = datetime.datetime.now(datetime.UTC)


def test_a_strange_identity_leads_nowhere_else(vault: Vault) -> None:
    assert vault.shelf("ab" * 16).folder == vault.folder / ("ab" * 16)
    for identity in ("../../../etc/passwd/x/y/z/aaaaaa", "A" * 32, "", "\0" * 32, "\ud800" * 32):
        folder = vault.shelf(identity).folder
        assert folder.parent == vault.folder
        assert len(folder.name) == 32
        assert folder.name.isalnum()


def test_a_shelf_knows_where_its_workshop_is(vault: Vault, tmp_path: Path) -> None:
    shelf = vault.shelf("ab" * 16)
    assert (shelf.path, shelf.identity) == (None, "")
    for name in ("a.workshop", "漢 \udcff.workshop", "a.workshop"):
        shelf.note(tmp_path / name, "ab" * 16)
        assert shelf.path == tmp_path / name
        assert shelf.identity == "ab" * 16
    assert [each.folder for each in vault.shelves()] == [shelf.folder]
    (about,) = shelf.folder.iterdir()
    for content in (b"", b"[]", b"{", b'{"path":5}', b'{"path":"a\\u0000b"}', b"\xff" * 9):
        about.write_bytes(content)
        assert shelf.path is None


def test_shelves_are_found_by_place_the_newest_last(vault: Vault, path: Path) -> None:
    assert vault.shelves() == vault.of_path(path) == []
    made = []
    for n in range(3):
        with create(path, vault, 3) as document:
            add_notes(document.workshop)
        made.append(document.identity)
        path.unlink()
        shelf = shelf_of(document, vault)
        for folder in (shelf.recordings_folder, shelf.backups_folder):
            os.utime(folder, (1e9 + n, 1e9 + n))
    assert [shelf.identity for shelf in vault.of_path(path)] == made
    assert vault.of_path(path.with_name("other.workshop")) == []


def test_of_a_sitting_closed_in_order_only_the_end_is_read(
    path: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        with create(path, vault) if not path.exists() else Document.open(path, vault=vault) as one:
            add_notes(one.workshop, 3)
            one.keep_draft(Draft(CAPTURE, "half"))
    monkeypatch.setattr(module, "read_recording", lambda _: pytest.fail("read as a whole"))
    with Document.open(path, vault=vault) as document:
        assert document.left_over.steps == ()
        assert document.drafts == {CAPTURE: Draft(CAPTURE, "half")}


def test_a_sitting_that_was_not_closed_is_told_until_the_next_one(path: Path, vault: Vault) -> None:
    document = create(path, vault)
    shelf = shelf_of(document, vault)
    assert shelf.unclosed() is None
    add_notes(document.workshop)
    document._file._keeper._recorder.wait()  # type: ignore[union-attr]
    assert shelf.unclosed() is None, "somebody is at it"
    document.abandon()
    found = shelf.unclosed()
    assert found is not None
    assert found.path == path
    with Document.open(path, vault=vault) as again:
        add_notes(again.workshop)
    assert shelf.unclosed() is None


def test_old_recordings_go_once_a_backup_has_everything(path: Path, vault: Vault) -> None:
    identity = ""
    for _ in range(4):
        with create(path, vault) if not path.exists() else Document.open(path, vault=vault) as one:
            add_notes(one.workshop)
            identity = one.identity
    shelf = vault.shelf(identity)
    files = sorted(shelf.recordings_folder.iterdir())
    assert len(files) == 4
    old = NOW.timestamp() - 61 * 86_400
    for file in files[1:]:
        os.utime(file, (old, old))
    files[2].write_bytes(files[2].read_bytes()[:-10])  # one that was not closed in order
    shelf.tidy(NOW)
    assert sorted(shelf.recordings_folder.iterdir()) == [files[0], files[2], files[3]]
    for backup in shelf.backups():
        backup.file.unlink()
    os.utime(files[0], (old, old))
    shelf.tidy(NOW)
    assert files[0].exists(), "nothing else has what is in it"


def test_an_empty_shelf_has_nothing(vault: Vault) -> None:
    shelf = Shelf(vault.folder / "none")
    assert shelf.recordings() == []
    assert shelf.backups() == []
    assert shelf.unclosed() is None
    assert shelf.left_over((3, "")).steps == ()
    shelf.tidy(NOW)
