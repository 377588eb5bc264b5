"""What the file refuses although memory took it is a bug, and is kept in a new file."""

from __future__ import annotations

import sqlite3

import pytest

from tests.builders import make
from tests.workshop.store.files import by_hand
from tests.workshop.store.news import News, add, assert_all_saved
from workshop.document import Document
from workshop.records.notes import Note
from workshop.records.people import Participant


def refuse_next(document: Document) -> None:
    """Makes the file refuse the next note, as if it knew better than memory."""
    person = next(iter(document.workshop[Participant]))
    number = document.workshop.sequence["note"] + 1
    document.ask(
        lambda file: file.execute(
            "INSERT INTO note (id, text, stage, loner, solution, channel, entered_by_facilitator,"
            " nr, author) VALUES (?, 'stray', 1, 0, 0, '', 0, 77777, ?)",
            (number, person.id),
        ).fetchall()
    )


def test_what_the_file_refuses_is_kept_in_a_new_one(
    document: Document, caplog: pytest.LogCaptureFixture
) -> None:
    before, news = document.path, News(document)
    add(document, 2)
    refuse_next(document)
    add(document)
    news.wait(lambda news: "file.refused" in news.troubles)
    assert document.pending
    (refused,) = (note for note in document.workshop[Note] if note.id == 23)
    document.tend()
    assert document.path.name == "Day one (kept).workshop"
    assert document.trouble is None
    assert not document.pending
    add(document, 3)
    assert_all_saved(document, 26)
    (told,) = [each for each in caplog.records if each.levelname == "ERROR"]
    assert "step 4 (notes.add)" in told.message
    assert "IntegrityError: UNIQUE constraint failed: note.id" in told.message
    assert "write_step" in told.message, "the way it went"
    assert refused.text not in caplog.text, "what people wrote does not belong in a log"
    with by_hand(before) as file:  # the old one is as the last good step left it
        assert file.execute("SELECT count(*) FROM note").fetchone() == (23,)
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_next_step_or_closing_keeps_as_well(document: Document) -> None:
    news = News(document)
    refuse_next(document)
    add(document)
    news.wait(lambda news: "file.refused" in news.troubles)
    add(document)
    assert document.path.name == "Day one (kept).workshop"
    refuse_next(document)
    add(document)
    assert_all_saved(document, 23)
    assert document.path.name == "Day one (kept 2).workshop"


def test_steps_before_the_refused_one_are_saved_though_they_were_written_together(
    document: Document, caplog: pytest.LogCaptureFixture
) -> None:
    news = News(document)
    document.ask(lambda file: file.execute("PRAGMA max_page_count=1").fetchone())
    add(document, 40)
    news.wait(lambda news: news.troubles == ["file.disk_full"])
    done = len(news.saved)

    def stray_later(file: sqlite3.Connection) -> None:
        file.execute("PRAGMA max_page_count=1000000")
        file.execute("INSERT INTO evidence (id, function, fact, source) VALUES (1, 1, 'stray', '')")

    with document.workshop.step("evidence.add"):
        make(document.workshop, "evidence")
    document.ask(stray_later)
    news.wait(lambda news: "file.refused" in news.troubles)
    assert len(news.saved) == 40 >= done
    assert len(document.pending) == 1
    assert_all_saved(document, 60)
