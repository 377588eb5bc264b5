"""Suggested clusters: outlined, accepted or refused one by one; no note is moved by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.test_clusters import shown
from tests.ui.screen import focus, press, type_note, type_text, view_of
from ui.board.look import look_of
from ui.console import suggestions
from ui.theme import LIGHT
from ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
NOTES = (
    "p: Berths close without any warning", "s: A berth closes and nobody gives a warning",
    "e: Timetables are copied by hand", "p: Somebody copies the timetable by hand each day",
    "s: Renewals fail in spring", "e: Three engines and none is trusted",
)  # fmt: skip


@pytest.fixture
def board(window: MainWindow) -> MainWindow:
    """Two pairs that say similar things, and two other notes; the first suggestion is shown."""
    for text in NOTES:
        type_note(text)
    press(Key.Key_Escape)
    view_of(window).verbs.arrange("clusters")
    press(Key.Key_S)
    return window


def told(window: MainWindow) -> str:
    """What the bar of suggestions says; empty where it is not shown."""
    bar = view_of(window).suggestion_bar
    return "" if bar.isHidden() else bar.words.text()


def outlined(window: MainWindow) -> set[int]:
    """The notes around which the outline of a suggestion is painted."""
    view = view_of(window).notes
    QTest.qWait(0)
    picture = view.grab().toImage()
    found = set()
    for note, box in view.board.notes.items():
        edge = view.viewport.to_pixels(box.rect.grown(3))
        if picture.pixelColor(edge.center().x(), edge.top()) == look_of(LIGHT).ink:
            found.add(note)
    return found


def test_a_suggestion_is_outlined_with_the_words_it_shares(board: MainWindow) -> None:
    assert told(board) == "1 of 2: 2 notes say nearly the same: Berths, close, warning"
    assert outlined(board) == {1, 2}
    assert [name for name, _ in shown(board)] == ["loose"], "nothing is moved by itself"
    press(Key.Key_Right)
    assert told(board) == "2 of 2: 2 notes say nearly the same: Timetables, copied, hand"
    assert outlined(board) == {3, 4}
    assert "offline" in view_of(board).suggestion_bar.about.text()


def test_one_is_accepted_and_named_and_the_next_is_shown(board: MainWindow) -> None:
    press(Key.Key_Return)
    type_text("Berths")
    press(Key.Key_Return)
    assert told(board).startswith("1 of 1")
    press(Key.Key_Return)
    type_text("Timetables")
    press(Key.Key_Return)
    assert told(board) == ""
    assert focus() is view_of(board).notes
    assert [(name, len(texts)) for name, texts in shown(board)] == [
        ("Berths", 2), ("Timetables", 2), ("loose", 2),
    ]  # fmt: skip


def test_one_that_is_refused_is_not_suggested_again(board: MainWindow) -> None:
    press(Key.Key_Delete)
    assert told(board).startswith("1 of 1")
    press(Key.Key_Escape)
    assert told(board) == ""
    assert outlined(board) == set()
    press(Key.Key_S)
    assert told(board).startswith("1 of 1: 2 notes")
    assert outlined(board) == {3, 4}
    QTest.mouseClick(view_of(board).suggestion_bar.refuse_button, Qt.MouseButton.LeftButton)
    press(Key.Key_S)
    assert told(board) == ""
    assert view_of(board).capture.said.startswith("No notes share enough words.")
    assert [name for name, _ in shown(board)] == ["loose"]


def test_what_fits_a_cluster_is_suggested_for_it(board: MainWindow) -> None:
    press(Key.Key_Right)
    press(Key.Key_Return)
    type_text("Timetables")
    press(Key.Key_Return)
    press(Key.Key_Escape)
    press(Key.Key_Slash)
    type_note("s: The timetable is copied by my own hand")
    press(Key.Key_Escape)
    press(Key.Key_S)
    while 7 not in outlined(board):
        press(Key.Key_Right)
    press(Key.Key_Return)
    assert shown(board)[0][0] == "Timetables"
    assert len(shown(board)[0][1]) == 3


def test_near_duplicates_may_be_merged(window: MainWindow) -> None:
    for text in ("p: Berths close without warning", "s: Berths closed, without warning",
                 "e: Three engines", "p: Renewals fail", "s: Crews eat late"):  # fmt: skip
        type_note(text)
    press(Key.Key_Escape)
    press(Key.Key_S)
    assert "say nearly the same" in told(window)
    QTest.mouseClick(view_of(window).suggestion_bar.merge_button, Qt.MouseButton.LeftButton)
    assert told(window) == ""
    merged = {
        box.card.number: box.card.merged for box in view_of(window).notes.board.notes.values()
    }
    assert merged == {1: 1, 3: 0, 4: 0, 5: 0}


def test_undo_brings_no_outline_of_what_is_gone(board: MainWindow) -> None:
    for _ in range(4):  # the arrangement, and notes 6, 5 and 4
        press(Key.Key_Z, CTRL)
    assert told(board).startswith("1 of 1")
    assert outlined(board) == {1, 2}


def test_loners_are_left_alone(board: MainWindow) -> None:
    press(Key.Key_Escape)
    type_text("3\r1\r")
    press(Key.Key_L)
    press(Key.Key_S)
    assert told(board) == ""


def test_many_notes_are_looked_through_beside_the_window(
    board: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(Key.Key_Escape)
    monkeypatch.setattr(suggestions, "AT_ONCE", 3)
    press(Key.Key_S)
    qtbot.waitUntil(lambda: told(board) != "")
    assert told(board).startswith("1 of 2")


def test_another_stage_ends_it(board: MainWindow) -> None:
    view_of(board).show_stage("welcome")
    assert told(board) == ""
