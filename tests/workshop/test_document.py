"""An open workshop: what is pending, who hears of it, and how it ends."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.builders import add_note, board_of
from workshop.changes import StepId
from workshop.document import Document
from workshop.errors import FileProblem, Refused
from workshop.records.agenda import Stage
from workshop.records.notes import Note
from workshop.records.people import Participant


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.workshop"


def edit(document: Document, text: str) -> None:
    with document.workshop.step("notes.edit"):
        document.workshop[Note].replace(1, text=text)


def test_a_step_is_pending_until_it_is_on_the_disk(path: Path) -> None:
    go_on, saved = threading.Event(), threading.Event()
    with Document.create(path, board_of(2)) as document:
        heard: list[tuple[int, str]] = []

        def hear(step: StepId) -> None:
            heard.append((step, threading.current_thread().name))
            saved.set()

        document.saved_listeners.append(hear)
        asked = threading.Thread(target=document.ask, args=(lambda _: go_on.wait(30),))
        asked.start()  # keeps the writer busy
        pending_when_heard = []
        document.workshop.listeners.append(lambda _: pending_when_heard.append(document.pending))
        edit(document, "One")
        assert document.pending == {document.workshop.last_step} == pending_when_heard[0]
        go_on.set()
        assert saved.wait(30)
        assert not document.pending
        assert heard == [(document.workshop.last_step, "workshop-writer")]
        asked.join()


def test_steps_that_piled_up_are_saved_in_order(path: Path) -> None:
    go_on = threading.Event()
    with Document.create(path, board_of(2)) as document:
        saved: list[int] = []
        document.saved_listeners.append(saved.append)
        asked = threading.Thread(target=document.ask, args=(lambda _: go_on.wait(30),))
        asked.start()
        for n in range(500):
            edit(document, f"Edit {n}")
        go_on.set()
        asked.join()
    assert saved == list(range(2, 502))
    with Document.open(path) as document:
        assert document.workshop[Note][1].text == "Edit 499"
        assert len(document.read_steps()) == 500


def test_undo_reads_the_history_behind_steps_still_pending(path: Path) -> None:
    with Document.create(path, board_of(2)) as document:
        edit(document, "One")
    with Document.open(path) as document:
        edit(document, "Two")
        assert document.history.undo()
        assert document.workshop[Note][1].text == "One"
        assert document.history.undo()
        assert document.workshop[Note][1].text.startswith("Note 1")
        assert document.history.undo() is None


def edit_both(document: Document) -> None:
    with document.workshop.step("notes.edit"):
        document.workshop[Note].replace(1, text="One")
        document.workshop[Note].replace(2, author=999)


def test_a_step_that_fails_leaves_no_trace(path: Path) -> None:
    with Document.create(path, board_of(2)) as document:
        with pytest.raises(Refused):
            edit_both(document)
        assert not document.pending
    with Document.open(path) as document:
        assert document.read_steps() == []


def test_closing_twice_and_after_a_failure_is_allowed(path: Path) -> None:
    document = Document.create(path, board_of(2))
    edit(document, "One")
    with pytest.raises(ZeroDivisionError), document:
        raise ZeroDivisionError
    document.close()
    document.abandon()
    with pytest.raises(FileProblem) as caught:
        document.read_steps()
    assert caught.value.key == "file.closed"
    with Document.open(path) as document:
        assert document.workshop[Note][1].text == "One"


def test_a_closed_document_hears_nothing_more(path: Path) -> None:
    document = Document.create(path, board_of(2))
    document.close()
    content = path.read_bytes()
    edit(document, "Later")
    assert path.read_bytes() == content
    assert not document.pending


def test_abandoning_ends_at_once_and_leaves_a_whole_file(path: Path) -> None:
    document = Document.create(path, board_of(2))
    document.ask(lambda file: file.execute("PRAGMA max_page_count=1").fetchone())
    workshop = document.workshop
    person, stage = next(iter(workshop[Participant])), next(iter(workshop[Stage]))
    for _ in range(50):
        with workshop.step("notes.add"):
            add_note(workshop, stage.id, person)
    assert document.pending
    document.abandon()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    with Document.open(path) as document:
        assert len(document.workshop[Note]) == 2 + len(document.read_steps())


def test_a_history_that_cannot_be_read_costs_none_of_this_sitting(path: Path) -> None:
    with Document.create(path, board_of(2)) as document:
        edit(document, "One")
    with Document.open(path) as document:
        edit(document, "Two")
        document.ask(lambda file: file.execute("ALTER TABLE change RENAME TO hidden").fetchall())
        with pytest.raises(FileProblem):
            document.history.undo()
        document.ask(lambda file: file.execute("ALTER TABLE hidden RENAME TO change").fetchall())
        assert document.history.undo()
        assert document.workshop[Note][1].text == "One"


def test_a_path_may_be_given_as_text_and_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Document.create("b.workshop", board_of(1)).close()  # type: ignore[arg-type]
    with Document.open("b.workshop") as document:  # type: ignore[arg-type]
        assert document.path == tmp_path / "b.workshop"


def test_a_path_is_told_without_steps_back(tmp_path: Path) -> None:
    (tmp_path / "small").mkdir()
    (tmp_path / "w").mkdir()
    there = tmp_path / "small" / "a.workshop"
    with Document.create(tmp_path / "w" / ".." / "small" / "a.workshop", board_of(1)) as document:
        assert document.path == there
        document.go_on_at(tmp_path / "small" / ".." / "b.workshop")
        assert document.path == tmp_path / "b.workshop"
    with Document.open(tmp_path / "w" / ".." / "small" / "a.workshop") as document:
        assert document.path == there
