"""An open workshop with a vault: what is kept of it, and what the next opening finds."""

from __future__ import annotations

import logging
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from tests.workshop.keeping.sittings import (
    add_notes,
    change_stage,
    create,
    recording_of,
    shelf_of,
    texts,
)
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.keeping import backups as made
from workshop.keeping import keeper as module
from workshop.keeping.drafts import CAPTURE, NOTE, Draft
from workshop.keeping.keeper import BackupThread
from workshop.keeping.vault import Shelf, Vault

SECONDS = 30.0


class Backups:
    """Waits for backups of a shelf as they are made."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._made = threading.Semaphore(0)
        real = Shelf.tidy

        def tidy(shelf: Shelf, now: object) -> None:
            real(shelf, now)  # type: ignore[arg-type]
            self._made.release()

        monkeypatch.setattr(Shelf, "tidy", tidy)

    def wait(self) -> None:
        """Until one more attempt was made."""
        assert self._made.acquire(timeout=SECONDS)

    def none_more(self) -> bool:
        return not self._made.acquire(timeout=0.05)


@pytest.fixture
def backups(monkeypatch: pytest.MonkeyPatch) -> Backups:
    return Backups(monkeypatch)


def test_every_step_is_in_the_recording(path: Path, vault: Vault) -> None:
    with create(path, vault) as document:
        steps = add_notes(document.workshop, 5)
    found = recording_of(document, vault)
    assert [job.step for _, job in found.steps] == steps
    assert found.closed
    assert found.steps[-1][1].sequence == {"note": 25, "note.nr": 25}


def test_a_file_that_lost_its_last_steps_is_told_at_opening(path: Path, vault: Vault) -> None:
    with create(path, vault) as document:
        add_notes(document.workshop, 3)
    earlier = path.read_bytes()
    with Document.open(path, vault=vault) as document:
        add_notes(document.workshop, 2)
        assert document.left_over.steps == ()
    path.write_bytes(earlier)  # as a stick that was pulled too early has it
    document = Document.open(path, vault=vault)
    assert [job.step.id for job in document.left_over.steps] == [5, 6]
    document.close()
    with Document.open(path, vault=vault) as document:
        assert len(document.left_over.steps) == 2, "until something else is done there"
        add_notes(document.workshop)
    with Document.open(path, vault=vault) as document:
        assert document.left_over.steps == ()


def test_drafts_are_there_again_after_closing(path: Path, vault: Vault) -> None:
    draft, edit = Draft(CAPTURE, "half", {"stage": 1}), Draft(NOTE, "a note", {"note": 3})
    with create(path, vault) as document:
        assert document.drafts == {}
        document.keep_draft(draft)
        document.keep_draft(edit)
    for _ in range(2):  # whoever looks and types nothing finds them next time
        with Document.open(path, vault=vault) as document:
            assert document.drafts == {CAPTURE: draft, NOTE: edit}
    with Document.open(path, vault=vault) as document:
        document.keep_draft(Draft(CAPTURE))
        add_notes(document.workshop)
    with Document.open(path, vault=vault) as document:
        assert document.drafts == {NOTE: edit}


def test_without_a_vault_nothing_is_kept(path: Path, vault: Vault) -> None:
    with create(path, vault) as document:
        pass
    with Document.open(path) as document:
        document.keep_draft(Draft(CAPTURE, "half"))
        add_notes(document.workshop)
        assert document.drafts == {}
        assert document.left_over.steps == ()
    assert shelf_of(document, vault).recordings() == []


def test_a_backup_is_made_at_opening_if_the_newest_is_of_another_step(
    path: Path, vault: Vault, backups: Backups
) -> None:
    with create(path, vault) as document:
        backups.wait()
        assert [one.step for one in shelf_of(document, vault).backups()] == [0]
        add_notes(document.workshop, 2)
    with Document.open(path, vault=vault) as document:
        backups.wait()
    assert [one.step for one in shelf_of(document, vault).backups()] == [3, 0]
    with Document.open(path, vault=vault) as document:
        backups.wait()
    assert len(shelf_of(document, vault).backups()) == 2


def test_a_backup_is_made_when_a_stage_begins_or_ends_and_not_at_a_note(
    path: Path, vault: Vault, backups: Backups
) -> None:
    with create(path, vault) as document:
        backups.wait()
        add_notes(document.workshop)
        change_stage(document.workshop, "start", "2026-10-06T10:12")
        backups.wait()
        change_stage(document.workshop, "pause", "2026-10-06T10:13")
        add_notes(document.workshop, 3)
        assert backups.none_more()
        change_stage(document.workshop, "end", "2026-10-06T10:14")
        backups.wait()
        steps = {one.step for one in shelf_of(document, vault).backups()}
    assert {0, 8} <= steps, "with the step that changed the stage in it"


def test_a_backup_is_made_now_and_then_if_something_has_changed(
    path: Path, vault: Vault, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BackupThread.__init__, "__defaults__", (0.02,))
    with create(path, vault) as document:
        backups.wait()
        assert backups.none_more()
        add_notes(document.workshop)
        backups.wait()
        assert shelf_of(document, vault).backups()[0].step == 2


def test_a_backup_that_cannot_be_made_stops_nothing_and_is_tried_again(
    path: Path, vault: Vault, backups: Backups, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    monkeypatch.setattr(BackupThread.__init__, "__defaults__", (0.02,))
    real, failures = made.keep, iter([True, True, False])

    def full_at_first(*arguments: Any) -> Any:
        if next(failures, False):
            raise FileProblem("file.disk_full", file="x")
        return real(*arguments)

    monkeypatch.setattr(made, "keep", full_at_first)
    with caplog.at_level(logging.WARNING), create(path, vault) as document:
        backups.wait()
        assert len(shelf_of(document, vault).backups()) == 1
    assert caplog.text.count("No backup could be made: file.disk_full") == 2


def test_a_vault_that_cannot_be_written_to_stops_nothing(
    path: Path, vault: Vault, caplog: pytest.LogCaptureFixture
) -> None:
    vault.folder.parent.mkdir(parents=True)
    vault.folder.write_bytes(b"a file where the folder should be")
    with create(path, vault) as document:
        add_notes(document.workshop, 2)
        document.keep_draft(Draft(CAPTURE, "half"))
    with Document.open(path, vault=vault) as document:
        assert len(texts(document.workshop)) == 22
        assert document.drafts == {}
    for words in ("Cannot note where", "recorder cannot write", "No backup could be made"):
        assert words in caplog.text


def test_going_on_elsewhere_takes_recording_backups_and_drafts_along(
    path: Path, vault: Vault, tmp_path: Path
) -> None:
    there = tmp_path / "elsewhere.workshop"
    document = create(path, vault)
    before = document.identity
    add_notes(document.workshop)
    document.keep_draft(Draft(CAPTURE, "half", {"stage": 1}))
    document.go_on_at(there)
    assert document.drafts == {CAPTURE: Draft(CAPTURE, "half", {"stage": 1})}
    add_notes(document.workshop)
    document.close()
    old, new = vault.shelf(before), shelf_of(document, vault)
    assert old.unclosed() is None
    assert old.recordings()[-1].moved_to == there
    assert [job.step.id for _, job in new.recordings()[-1].steps] == [3]
    assert new.path == there
    assert new.backups()
    with Document.open(there, vault=vault) as again:
        assert again.left_over.steps == ()
        assert again.drafts == {CAPTURE: Draft(CAPTURE, "half", {"stage": 1})}
    with Document.open(path, vault=vault) as left:
        assert left.drafts == {}


def test_a_file_left_behind_says_where_the_work_went_on(path: Path, vault: Vault) -> None:
    document = create(path, vault)
    there = path.with_name("elsewhere.workshop")
    document.ask(lambda file: file.execute("PRAGMA max_page_count=1").fetchone())
    add_notes(document.workshop, 200)
    document.go_on_at(there)
    document.close()
    with Document.open(path, vault=vault) as left:
        assert left.left_over.steps
        assert left.left_over.moved_to == there


@pytest.mark.skipif(os.name == "nt", reason="an open file stays where it is there")
def test_closing_does_not_wait_long_for_a_backup_of_a_disk_that_hangs(
    path: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    hangs, goes_on = threading.Event(), threading.Event()

    def hanging(*_: object) -> None:
        hangs.set()
        goes_on.wait(SECONDS)
        raise OSError("too late")

    monkeypatch.setattr(made, "keep", hanging)
    monkeypatch.setattr(module, "_CLOSING_SECONDS", 0.05)
    document = create(path, vault)
    assert hangs.wait(SECONDS)
    document.close()
    goes_on.set()
