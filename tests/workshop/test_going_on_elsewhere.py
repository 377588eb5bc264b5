"""The work goes on in another file: by choice, because the disk is gone, or since the file refuses
what memory took."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import board_of
from tests.workshop.store.files import by_hand, contents
from tests.workshop.store.news import News, add, assert_all_saved
from workshop import document as document_module
from workshop import following
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.fields import Text
from workshop.records.notes import Note
from workshop.store import schema
from workshop.store.pictures import Picture


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    document = Document.create(tmp_path / "a.workshop", board_of(3))
    yield document
    document.abandon()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder / "b.workshop"


def test_what_happens_while_the_new_file_is_written_is_brought_there(
    document: Document, elsewhere: Path
) -> None:
    add(document, 2)
    new = document.prepare_move(elsewhere)
    add(document, 2)
    early = document.add_picture(b"before", "image/png")
    new.write()
    add(document)
    document.ask(lambda file: file.execute("PRAGMA max_page_count=1").fetchone())
    late = document.add_picture(bytes(99_999), "image/png")
    document.history.undo()
    news = News(document)
    document.complete_move(new)
    add(document)
    news.wait(lambda _: not document.pending)
    assert document.picture(late) == Picture(late, "image/png", bytes(99_999))
    assert document.picture(early)
    assert_all_saved(document, 8)


def test_a_file_that_cannot_be_read_any_more_takes_no_history_along_that_is_known(
    document: Document, elsewhere: Path
) -> None:
    add(document, 2)
    document.close()
    with Document.open(document.path) as again:
        assert again.history.next_undo()  # read, as the window does at once
        add(again)
        news = News(again)
        again.ask(lambda file: file.execute("ALTER TABLE step RENAME TO hidden").fetchall())
        add(again)
        news.wait(lambda news: bool(news.troubles))
        again.go_on_at(elsewhere)
        assert_all_saved(again, 7)


def test_a_disk_that_never_answers_is_not_waited_for(
    document: Document, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "ASKING_SECONDS", 0.01)
    monkeypatch.setattr(document_module, "ASKING_SECONDS", 0.01)
    add(document)
    assert document.history.next_undo()
    answers = threading.Event()
    asked = threading.Thread(target=document.ask, args=(lambda _: answers.wait(60),))
    asked.start()
    add(document, 2)
    assert document.pending
    document.go_on_at(elsewhere)
    news = News(document)
    add(document)
    news.wait(lambda _: not document.pending)
    answers.set()
    asked.join()
    assert news.troubles == [], "the disk of before is no news any more"
    assert_all_saved(document, 7)


def test_what_cannot_be_written_there_changes_nothing(document: Document, elsewhere: Path) -> None:
    elsewhere.write_text("Mine")
    with pytest.raises(FileProblem) as caught:
        document.go_on_at(elsewhere)
    assert caught.value.key == "file.exists"
    new = document.prepare_move(elsewhere.with_name("c.workshop"))
    with pytest.raises(RuntimeError):
        document.complete_move(new)
    add(document)
    assert_all_saved(document, 4)


@pytest.fixture
def strict_schema(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Files that take shorter texts than memory does, which cannot be while one statement of a
    field makes the checks of both."""

    def strict(self: Text, column: str) -> str:
        return f"typeof({column})='text' AND length({column}) <= {min(self.limit, 100)}"

    monkeypatch.setattr(Text, "sql_check", strict)
    schema.schema.cache_clear()
    yield
    monkeypatch.undo()
    schema.schema.cache_clear()


@pytest.mark.usefixtures("strict_schema")
def test_what_any_new_file_would_refuse_as_well_is_kept_all_the_same(tmp_path: Path) -> None:
    document = Document.create(tmp_path / "Day one.workshop", board_of(3))
    news, long = News(document), "A text that memory takes " * 10
    with document.workshop.step("notes.edit"):
        document.workshop[Note].replace(1, text=long.strip())
    news.wait(lambda news: "file.refused" in news.troubles)
    document.tend()
    assert document.path.name == "Day one (kept).workshop"
    with document.workshop.step("notes.edit"):
        document.workshop[Note].replace(2, text=long.strip())
    add(document, 2)
    document.history.undo()
    document.close()
    assert document.path.name == "Day one (kept).workshop", "it refuses nothing more"
    kept = contents(document.workshop)
    with Document.open(document.path) as again:
        assert contents(again.workshop) == kept
        assert len(again.read_steps()) == 5
    with by_hand(tmp_path / "Day one.workshop") as file:
        assert file.execute("SELECT count(*) FROM step").fetchone() == (0,)


def test_a_folder_that_takes_no_file_either_is_tried_again(
    document: Document, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    news = News(document)
    document.ask(lambda file: file.execute("DELETE FROM note WHERE id = 1").fetchall())
    monkeypatch.setattr(document_module, "free_name", lambda path, _: path / "no folder")
    with document.workshop.step("notes.edit"):
        document.workshop[Note].replace(1, text="Changed")
    news.wait(lambda news: "file.refused" in news.troubles)
    document.tend()
    assert "file.no_folder" in caplog.text
    assert document.pending
    with pytest.raises(FileProblem) as caught:
        document.close(patience=0.1)
    assert caught.value.facts["why"] == "file.refused"
    monkeypatch.undo()
    assert_all_saved(document, 3)
    assert document.path.name == "a (kept).workshop"


def test_closing_tells_how_much_is_left(document: Document) -> None:
    go_on, told = threading.Event(), list[int]()
    asked = threading.Thread(target=document.ask, args=(lambda _: go_on.wait(60),))
    asked.start()
    add(document, 4)

    def waiting(left: int) -> None:
        told.append(left)
        if len(told) == 3:
            go_on.set()

    document.close(waiting=waiting)
    asked.join()
    assert told[:3] == [4, 4, 4]
    assert_all_saved(document, 7)
