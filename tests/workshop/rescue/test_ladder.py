"""The ladder: whatever happened to a file, what can be had is brought back, into a new file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.workshop.keeping.sittings import add_notes, create, shelf_of, texts
from tests.workshop.rescue.cases import brought_back, rescue, scramble, work
from tests.workshop.store.files import by_hand, contents
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.keeping.drafts import CAPTURE, Draft
from workshop.keeping.vault import Vault
from workshop.records.notes import Note
from workshop.rescue.ladder import bring_back, survey

HAPPENED: dict[str, Callable[[Path], object]] = {
    "deleted": Path.unlink,
    "emptied": lambda path: path.write_bytes(b""),
    "truncated": lambda path: os.truncate(path, 200_000),
    "cut short": lambda path: os.truncate(path, 50),
    "zeroed": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "scrambled": scramble,
    "another": lambda path: path.write_bytes(b"Dear team, the minutes of our meeting. " * 999),
}


@pytest.mark.parametrize("what", HAPPENED)
def test_everything_comes_back_from_backup_and_recordings(
    path: Path, vault: Vault, what: str
) -> None:
    workshop = work(path, vault)
    HAPPENED[what](path)
    found = rescue(path, vault)
    account = found.account
    assert account.problem is not None
    assert account.is_all
    assert (account.counts.notes, account.counts.stages) == (26, 1)
    assert account.counts.clock_at == "2026-10-06T10:12:00+01:00"
    assert account.backup_at is not None
    assert account.backups
    assert found.drafts == (Draft(CAPTURE, "half a thought", {"stage": 1}),)
    assert contents(brought_back(found, vault, path)) == contents(workshop)


def test_what_there_was_no_time_for_is_not_called_everything(path: Path, vault: Vault) -> None:
    work(path, vault)
    scramble(path)
    found = survey(path, vault, patience=0.0)
    assert found.account.cut_short
    assert not found.account.is_all
    assert survey(path, vault).account.cut_short is False


def test_undo_works_in_what_was_brought_back(path: Path, vault: Vault) -> None:
    work(path, vault)
    path.unlink()
    found = rescue(path, vault)
    to = path.with_name("new.workshop")
    bring_back(found, to, vault)
    with Document.open(to, vault=vault) as document:
        assert document.drafts == {CAPTURE: Draft(CAPTURE, "half a thought", {"stage": 1})}
        for _ in range(4):
            document.history.undo()
        assert 7 not in document.workshop[Note]
        document.history.undo()
        assert 7 in document.workshop[Note]
    with pytest.raises(FileProblem) as caught:
        bring_back(found, to)
    assert caught.value.key == "file.exists"


def test_a_file_in_order_has_nothing_to_bring_back(path: Path, vault: Vault) -> None:
    work(path, vault)
    found = rescue(path, vault)
    assert found.content is None
    assert found.account.problem is None
    assert (found.account.is_all, found.account.steps, found.account.counts.notes) == (True, 0, 26)
    with pytest.raises(FileProblem) as caught:
        bring_back(found, path.with_name("new.workshop"))
    assert caught.value.key == "rescue.nothing"


def test_a_file_that_lost_its_last_steps_gets_them_in_a_new_one(path: Path, vault: Vault) -> None:
    with create(path, vault) as document:
        add_notes(document.workshop)
    earlier = path.read_bytes()
    with Document.open(path, vault=vault) as document:
        add_notes(document.workshop, 3)
    path.write_bytes(earlier)
    found = rescue(path, vault)
    assert (found.account.problem, found.account.steps) == (None, 3)
    assert found.account.counts.notes == 24
    assert contents(brought_back(found, vault, path)) == contents(document.workshop)


def test_a_file_left_behind_says_where_the_work_went_on(path: Path, vault: Vault) -> None:
    document = create(path, vault)
    document.ask(lambda file: file.execute("PRAGMA max_page_count=1").fetchone())
    add_notes(document.workshop, 200)
    there = path.with_name("elsewhere.workshop")
    document.go_on_at(there)
    document.close()
    assert rescue(path, vault).account.moved_to == there


def test_recordings_alone_give_what_was_done_in_them(path: Path, vault: Vault) -> None:
    with create(path, vault) as document:
        add_notes(document.workshop, 3)
    path.unlink()
    shutil.rmtree(shelf_of(document, vault).backups_folder)
    found = rescue(path, vault)
    assert not found.account.is_all
    assert found.account.notes_from == {"recording": 3}
    assert len(texts(brought_back(found, vault, path))) == 3


def test_an_older_backup_serves_where_the_newest_is_damaged(path: Path, vault: Vault) -> None:
    workshop = work(path, vault)
    path.unlink()
    (shelf,) = vault.shelves()
    newest, *older = shelf.backups()
    assert older
    scramble(newest.file)
    found = rescue(path, vault)
    assert found.account.is_all
    assert found.account.backup_at in [backup.at for backup in older]
    assert contents(brought_back(found, vault, path)) == contents(workshop)


def test_nothing_is_left_of_it(path: Path, vault: Vault) -> None:
    for content in (None, b"", b"SQLite format 3\0" * 9, Random(3).randbytes(90_000)):
        if content is not None:
            path.write_bytes(content)
        found = rescue(path, vault)
        assert found.content is None
        assert not found.account.is_all
        assert found.account.problem is not None


def test_what_is_not_wrong_with_the_content_is_said(path: Path, vault: Vault) -> None:
    with create(path, vault) as document, pytest.raises(FileProblem) as caught:
        survey(path, vault)
    assert caught.value.key == "file.in_use"
    with by_hand(path) as file:
        file.execute("PRAGMA user_version=7")
    with pytest.raises(FileProblem) as caught:
        survey(path, vault)
    assert caught.value.key == "file.newer"
    assert document.identity
