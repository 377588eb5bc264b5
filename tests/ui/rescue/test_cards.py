"""What was left over is told on Home, and can be brought back with a key."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import board_of
from tests.ui.rescue.conftest import Begin
from tests.ui.rescue.seen import card_of, cards
from tests.ui.screen import focus, press, type_note, view_of, wait_saved
from tests.workshop.keeping.sittings import add_notes, texts
from ui import files
from ui.rescue import desk, work
from ui.window import MainWindow
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.keeping.drafts import CAPTURE, Draft


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "LOOK_AFTER_MS", 0)


def crash(path: Path, notes: int = 2) -> bytes:
    """A sitting that ends without closing; returns the file as it was before."""
    before = path.read_bytes()
    document = files.open_file(path)
    add_notes(document.workshop, notes)
    document.keep_draft(Draft(CAPTURE, "half a thought", {"stage": 1}))
    assert document._file._keeper is not None
    document._file._keeper._recorder.wait()
    assert document._file.writer.drain(30) == 0
    document.abandon()
    return before


def open_in(window: MainWindow) -> Path:
    assert window.session is not None
    return window.session.path


def test_nothing_is_said_where_everything_was_closed(
    worked_in: Path, begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []
    real = work.unclosed
    monkeypatch.setattr(work, "unclosed", lambda: looked.append(real()))
    window = begin()
    qtbot.waitUntil(lambda: looked == [{}])
    assert cards(window) == []


def test_after_a_crash_the_next_start_says_that_everything_is_there(
    worked_in: Path, begin: Begin, qtbot: QtBot
) -> None:
    crash(worked_in)
    window = begin()
    card = card_of(window, qtbot)
    assert card.said.splitlines() == [
        "Coxswain ended here without closing the workshop.",
        "Harbour.workshop is in order. Everything is in it.",
        "What was being typed is kept too.",
    ]
    assert not card.bring_back_button.isVisible()
    card.open_button.setFocus()
    press(Qt.Key.Key_Return)
    assert open_in(window) == worked_in
    assert cards(window) == []
    qtbot.waitUntil(lambda: view_of(window).capture.line.text() == "half a thought")
    window.close()
    assert cards(begin()) == []


def test_what_the_stick_lost_is_brought_back_into_a_new_file(
    worked_in: Path, begin: Begin, qtbot: QtBot
) -> None:
    before = crash(worked_in)
    worked_in.write_bytes(before)
    window = begin()
    card = card_of(window, qtbot)
    assert "lacks the last 2 changes. The recorder has them." in card.said
    counts = "1 stage, 11 people, 25 notes, the clock at 10:12"
    assert f"Can be brought back: {counts}. That is everything, up to " in card.said
    card.bring_back_button.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.session is not None)
    assert open_in(window) == worked_in.with_name("Harbour (recovered).workshop")
    assert view_of(window).capture.isVisible()
    qtbot.waitUntil(lambda: view_of(window).capture.line.text() == "half a thought")
    window.close()
    assert worked_in.read_bytes() == before
    with Document.open(worked_in.with_name("Harbour (recovered).workshop")) as document:
        assert len(texts(document.workshop)) == 25
        assert document.history.undo()


def test_opening_such_a_file_asks_first_and_obeys(
    worked_in: Path, begin: Begin, qtbot: QtBot
) -> None:
    worked_in.write_bytes(crash(worked_in))
    window = begin()
    qtbot.waitUntil(lambda: bool(cards(window)))
    card_of(window, qtbot).dismiss_button.click()
    assert cards(window) == []
    assert focus() is window.pages.home.recent_view or focus() is not None
    assert not window.open_file(worked_in)
    card = card_of(window, qtbot)
    assert focus() is card.bring_back_button
    assert card.open_button.text() == "Open as it is"
    card.open_button.click()
    assert open_in(window) == worked_in
    type_note("p: after all")
    wait_saved(window, qtbot)
    window.close_workshop()
    assert window.open_file(worked_in), "the work went on there"


def test_one_who_says_not_now_is_not_told_again_at_the_next_start(
    worked_in: Path, begin: Begin, qtbot: QtBot
) -> None:
    crash(worked_in)
    window = begin()
    card = card_of(window, qtbot)
    card.dismiss_button.click()
    assert window.banner.said == ""
    window.close()
    assert work.unclosed() == {}


@pytest.mark.parametrize("size", [None, 0, 60, 300_000])
def test_a_file_that_is_lost_or_damaged_is_offered_with_its_counts(
    worked_in: Path, begin: Begin, qtbot: QtBot, size: int | None
) -> None:
    if size is None:
        worked_in.unlink()
    else:
        os.truncate(worked_in, size)
    window = begin()
    assert not window.open_file(worked_in)
    assert worked_in.name in window.banner.said
    card = card_of(window, qtbot)
    assert "23 notes, the clock at 10:12. That is everything" in card.said
    assert not card.open_button.isVisible()
    assert focus() is card.bring_back_button
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None)
    assert open_in(window).name == "Harbour (recovered).workshop"
    assert worked_in.exists() == (size is not None)


def test_nothing_is_offered_where_nothing_is_left(
    tmp_path: Path, begin: Begin, qtbot: QtBot
) -> None:
    other = tmp_path / "minutes.workshop"
    other.write_bytes(b"Dear all, " * 500)
    window = begin()
    with qtbot.waitSignal(window.rescue._work.surveyed):
        assert not window.open_file(other)
        assert "is not a workshop" in window.banner.said
    qtbot.waitUntil(lambda: cards(window) == [])
    assert not window.open_file(tmp_path)
    assert cards(window) == []


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileProblem("file.disk_full", file="new.workshop"), "The disk is full"),
        (OSError(28, "No space left on device", "new.workshop"), "No space left on device"),
    ],
)
def test_what_cannot_be_written_is_said_on_the_card_and_can_be_tried_again(
    worked_in: Path, begin: Begin, qtbot: QtBot, error: Exception, words: str
) -> None:
    def full(*_: object) -> None:
        raise error

    worked_in.unlink()
    window = begin()
    assert not window.open_file(worked_in)
    card = card_of(window, qtbot)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("workshop.rescue.ladder.bring_back", full)
        card.bring_back_button.click()
        qtbot.waitUntil(lambda: words in card.said)
    assert card.dismiss_button.isVisible()
    card.bring_back_button.click()
    qtbot.waitUntil(lambda: window.session is not None)


def test_a_new_file_goes_among_the_documents_where_its_folder_is_gone(tmp_path: Path) -> None:
    there = work.new_file(tmp_path / "stick" / "Harbour.workshop", "recovered")
    assert there.name == "Harbour (recovered).workshop"
    assert there.parent.is_dir()
    assert work.new_file(tmp_path / "Harbour", "recovered").parent == tmp_path


def test_only_so_many_are_told_at_once_the_newest_first(tmp_path: Path) -> None:
    for n in range(5):
        path = tmp_path / f"{n}.workshop"
        Document.create(path, board_of(2)).close()
        crash(path)
    found = work.unclosed()
    assert [path.name for path in found] == ["4.workshop", "3.workshop", "2.workshop"]
