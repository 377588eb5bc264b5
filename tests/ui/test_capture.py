"""Typing notes: for one function after the other, by keys, by mouse, by paste."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.screen import (
    cards,
    current,
    focus,
    on_disk,
    press,
    texts,
    type_note,
    type_text,
    view_of,
    wait_saved,
)
from ui.window import MainWindow
from workshop import agenda, boards
from workshop.lanes import add_lane

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _whose(window: MainWindow) -> list[str]:
    return [card.card.mark.letter if card.card.mark else "" for card in cards(window)]


def test_enter_adds_and_the_line_is_free_for_the_next(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    type_note("Berths close without warning")
    assert view_of(window).capture.line.text() == ""
    type_note("Nobody reads the notices")
    assert texts(window) == ["Berths close without warning", "Nobody reads the notices"]
    assert [card.card.number for card in cards(window)] == [1, 2]
    wait_saved(window, qtbot)
    window.close()
    assert on_disk(file) == ["Berths close without warning", "Nobody reads the notices"]


def test_a_note_says_saving_until_it_is_on_disk(window: MainWindow, qtbot: QtBot) -> None:
    type_note("On its way")
    assert cards(window)[0].card.saving
    assert view_of(window).status.words == "Saving"
    wait_saved(window, qtbot)
    assert not cards(window)[0].card.saving


def test_enter_without_words_adds_nothing(window: MainWindow) -> None:
    type_note("   ")
    press(Qt.Key.Key_Return)
    assert texts(window) == []
    assert view_of(window).capture.said == ""


@pytest.mark.parametrize(
    ("key", "letter"), [(Qt.Key.Key_1, "P"), (Qt.Key.Key_2, "E"), (Qt.Key.Key_3, "S")]
)
def test_alt_and_a_number_choose_the_function(window: MainWindow, key: Qt.Key, letter: str) -> None:
    press(key, ALT)
    type_note("Whose is this")
    assert _whose(window) == [letter]


def test_a_number_without_a_function_changes_nothing(window: MainWindow) -> None:
    press(Qt.Key.Key_2, ALT)
    press(Qt.Key.Key_9, ALT)
    press(Qt.Key.Key_0, ALT)
    type_note("Still theirs")
    assert _whose(window) == ["E"]


def test_tab_goes_through_the_functions_and_round(window: MainWindow) -> None:
    for _ in range(4):
        type_note("x")
        press(Qt.Key.Key_Tab)
    assert sorted(_whose(window)) == ["E", "P", "P", "S"]
    press(Qt.Key.Key_Backtab, SHIFT)
    press(Qt.Key.Key_Backtab, SHIFT)
    type_note("back at Sales")
    assert _whose(window).count("S") == 2
    assert focus() is view_of(window).capture.line


def test_a_letter_and_a_colon_choose_while_one_types(window: MainWindow) -> None:
    bar = view_of(window).capture
    type_text("s: ")
    assert bar.line.text() == ""
    assert "Sales" in bar.line.placeholderText()
    type_note("Renewals fail")
    type_note("engineering: Three engines")
    type_note("e:No blank after the colon")
    assert _whose(window) == ["E", "E", "S"]
    assert "Three engines" in texts(window)


def test_a_colon_in_a_sentence_is_just_a_colon(window: MainWindow) -> None:
    type_note("Two things: rain and wind")
    assert texts(window) == ["Two things: rain and wind"]


def test_pasting_one_line_is_pasting(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("half a ")
    press(Qt.Key.Key_V, CTRL)
    type_note("sentence")
    assert texts(window) == ["half a sentence"]


def test_lines_pasted_into_typed_text_stay_until_enter(window: MainWindow) -> None:
    type_text("First ")
    QGuiApplication.clipboard().setText("one\ntwo")
    press(Qt.Key.Key_V, CTRL)
    assert texts(window) == []
    press(Qt.Key.Key_Return)
    assert texts(window) == ["First one", "two"]


def test_up_edits_the_last_and_comes_back(window: MainWindow) -> None:
    type_note("Frist")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_A, CTRL)
    type_text("First")
    press(Qt.Key.Key_Return)
    assert texts(window) == ["First"]
    assert focus() is view_of(window).capture.line


def test_escape_leaves_the_bar_and_a_slash_comes_back(window: MainWindow) -> None:
    type_note("One")
    type_text("half")
    press(Qt.Key.Key_Escape)
    assert current(window) == "One"
    press(Qt.Key.Key_Slash)
    assert focus() is view_of(window).capture.line
    type_note(" done")
    assert texts(window) == ["One", "half done"]


def test_a_note_that_is_too_long_is_refused_and_stays(window: MainWindow) -> None:
    bar = view_of(window).capture
    bar.line.setText("x" * 501)
    press(Qt.Key.Key_Return)
    assert texts(window) == []
    assert bar.said == "This has 501 characters; a note has at most 500. Make two notes of it."
    assert bar.line.text() == "x" * 501
    press(Qt.Key.Key_Backspace)
    assert bar.said == ""
    press(Qt.Key.Key_Return)
    assert texts(window) == ["x" * 500]


def test_words_are_counted_from_ten_and_warned_about(window: MainWindow) -> None:
    bar = view_of(window).capture
    assert bar.counted == ""
    type_text("one two three four five six seven eight nine")
    assert bar.counted == ""
    type_text(" ten")
    assert bar.counted == "10 words"
    type_text(" 11 12 13 14 15")
    assert bar.counted == "15 words, better 14"


def test_what_people_paste_is_cleaned(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("<b>bold</b>\x07 \u202etxet\tend")
    press(Qt.Key.Key_V, CTRL)
    press(Qt.Key.Key_Return)
    assert texts(window) == ["<b>bold</b> txet\tend"]


def test_the_mark_offers_the_functions_to_the_mouse(window: MainWindow) -> None:
    bar = view_of(window).capture
    menu = bar.whose.menu()
    assert [action.text() for action in menu.actions()] == ["Product", "Engineering", "Sales"]
    menu.actions()[2].trigger()
    assert focus() is bar.line
    type_note("By mouse")
    assert _whose(window) == ["S"]


def test_undo_in_the_line_belongs_to_the_line_while_it_has_something(window: MainWindow) -> None:
    type_note("Kept")
    type_text("typed")
    press(Qt.Key.Key_Z, CTRL)
    assert texts(window) == ["Kept"]
    assert view_of(window).capture.line.text() == ""
    press(Qt.Key.Key_Z, CTRL)
    assert texts(window) == []
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert texts(window) == ["Kept"]
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert view_of(window).capture.line.text() == "typed"
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Y, CTRL)
    assert texts(window) == ["Kept"]


@pytest.fixture
def lanes(window: MainWindow) -> MainWindow:
    """A stage whose lanes are a list: Alternative, Falls short."""
    assert window.session is not None
    workshop = window.session.workshop
    stage = agenda.add_stage(workshop, "landscape", "What they use today")
    board = boards.add_board(workshop, stage.id)
    boards.edit_board(workshop, board.id, by_function=False)
    for name in ("Alternative", "Falls short"):
        add_lane(workshop, stage.id, name)
    view_of(window).show_stage(stage.key)
    view_of(window).focus_capture()
    return window


def test_where_lanes_are_a_list_the_bar_says_which_one_is_typed_into(lanes: MainWindow) -> None:
    line = view_of(lanes).capture.line
    assert line.placeholderText() == "Type a note for Product: Alternative"
    type_note("A paper binder")
    press(Qt.Key.Key_Right, ALT)
    assert line.placeholderText() == "Type a note for Product: Falls short"
    type_note("e: Nobody reads it")
    press(Qt.Key.Key_Left, ALT)
    type_note("s: Doing nothing")
    assert texts(lanes) == ["A paper binder", "Doing nothing", "Nobody reads it"]
    assert all(card.card.names_function for card in cards(lanes))


def _press_lane(window: MainWindow, at: int) -> None:
    board = view_of(window).notes
    x = round(board.board.piles[at].x) + 40
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=QPoint(x, 300))


def test_a_lane_is_chosen_by_pressing_it(lanes: MainWindow) -> None:
    _press_lane(lanes, 1)
    view = view_of(lanes)
    assert view.capture.line.placeholderText().endswith("Falls short")
    assert focus() is view.capture.line


def test_a_function_is_chosen_by_pressing_its_lane(window: MainWindow) -> None:
    _press_lane(window, 2)
    type_note("theirs")
    assert _whose(window) == ["S"]


def test_an_empty_board_says_what_to_do(window: MainWindow) -> None:
    board = view_of(window).notes
    assert board.empty_words == "No notes yet. Type the first one below."
    type_note("One")
    assert board.empty_words == ""
