"""Notes on the board: walked by keys, edited in place, deleted, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.screen import (
    card_of,
    cards,
    click,
    current,
    double_click,
    focus,
    middle,
    on_disk,
    press,
    texts,
    type_note,
    type_text,
    view_of,
    wait_saved,
)
from ui.board.editor import NoteEditor
from ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def board(window: MainWindow) -> MainWindow:
    """P has a, b and c; E has d; S has e and f."""
    for line in ("p: a", "p: b", "p: c", "e: d", "s: e", "s: f"):
        type_note(line)
    return window


def test_arrows_walk_the_lanes(board: MainWindow) -> None:
    click(board, "a")
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up,
                Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Down):  # fmt: skip
        press(key)
        walked.append(current(board))
    assert walked == ["d", "e", "f", "e", "d", "a", "b"]


def test_enter_edits_in_place_and_goes_back(board: MainWindow, qtbot: QtBot, file: Path) -> None:
    click(board, "b")
    press(Qt.Key.Key_Return)
    type_text(" and more")
    press(Qt.Key.Key_Return)
    assert current(board) == "b and more"
    assert view_of(board).status.undo_words == "Undo edit note 2"
    wait_saved(board, qtbot)
    board.close()
    assert on_disk(file)[1] == "b and more"


def test_a_double_click_edits_too(board: MainWindow) -> None:
    double_click(board, "d")
    assert isinstance(focus(), NoteEditor)
    type_text("one")
    press(Qt.Key.Key_Return)
    assert "done" in texts(board)


def test_escape_gives_an_edit_up(board: MainWindow) -> None:
    double_click(board, "d")
    type_text("nothing of this")
    press(Qt.Key.Key_Escape)
    assert "d" in texts(board)
    assert current(board) == "d"


def test_shift_enter_starts_a_line(board: MainWindow) -> None:
    double_click(board, "d")
    press(Qt.Key.Key_Return, SHIFT)
    type_text("second")
    press(Qt.Key.Key_Return)
    assert "d\nsecond" in texts(board)


def test_going_elsewhere_keeps_what_was_typed(board: MainWindow) -> None:
    double_click(board, "d")
    type_text("ay")
    view_of(board).capture.line.setFocus()
    assert "day" in texts(board)
    assert focus() is view_of(board).capture.line


def test_an_empty_edit_leaves_the_note_as_it_was(board: MainWindow) -> None:
    double_click(board, "d")
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    assert "d" in texts(board)
    assert current(board) == "d"


def test_a_long_edit_is_refused_and_the_text_stays(board: MainWindow) -> None:
    double_click(board, "d")
    editor = focus()
    assert isinstance(editor, NoteEditor)
    editor.setPlainText("x" * 612)
    press(Qt.Key.Key_Return)
    assert view_of(board).capture.said.startswith("This has 612 characters")
    assert editor.toPlainText() == "x" * 612


def test_delete_goes_on_to_the_neighbour_and_undo_brings_it_back(board: MainWindow) -> None:
    click(board, "b")
    press(Qt.Key.Key_Delete)
    assert texts(board) == ["a", "c", "d", "e", "f"]
    assert current(board) == "c"
    press(Qt.Key.Key_Delete)
    assert current(board) == "a"
    press(Qt.Key.Key_Delete)
    assert focus() is view_of(board).capture.line
    for _ in range(3):
        press(Qt.Key.Key_Z, CTRL)
    assert texts(board) == ["a", "b", "c", "d", "e", "f"]
    assert [card.card.number for card in cards(board)] == [1, 2, 3, 4, 5, 6]


def test_numbers_are_never_given_twice(board: MainWindow) -> None:
    click(board, "f")
    press(Qt.Key.Key_Delete)
    view_of(board).focus_capture()
    type_note("s: g")
    assert card_of(board, "g").card.number == 7


def test_undo_works_after_opening_again(board: MainWindow, qtbot: QtBot, file: Path) -> None:
    board.close_workshop()
    assert board.open_file(file)
    view_of(board).show_stage("struggles")
    qtbot.waitUntil(lambda: view_of(board).status.undo_words == "Undo add note 6")
    press(Qt.Key.Key_Z, CTRL)
    assert texts(board) == ["a", "b", "c", "d", "e"]
    press(Qt.Key.Key_Y, CTRL)
    assert texts(board) == ["a", "b", "c", "d", "e", "f"]


def test_the_undo_words_can_be_clicked(board: MainWindow) -> None:
    corner = view_of(board).status
    QTest.mouseClick(corner.undo_button, LEFT)
    assert texts(board) == ["a", "b", "c", "d", "e"]
    assert corner.undo_words == "Undo add note 5"
    assert focus() is view_of(board).capture.line


def test_escape_on_a_note_goes_back_to_typing(board: MainWindow) -> None:
    click(board, "e")
    press(Qt.Key.Key_Escape)
    assert view_of(board).desk.chosen == ()
    press(Qt.Key.Key_Escape)
    assert focus() is view_of(board).capture.line


def test_the_menu_acts_on_the_chosen_note(board: MainWindow) -> None:
    actions = board.actions_by_id
    assert not actions["delete_note"].isEnabled()
    click(board, "e")
    assert actions["delete_note"].isEnabled()
    actions["edit_note"].trigger()
    assert isinstance(focus(), NoteEditor)
    press(Qt.Key.Key_Escape)
    actions["delete_note"].trigger()
    assert "e" not in texts(board)


def test_a_click_beside_the_notes_loses_no_focus(board: MainWindow) -> None:
    QTest.mouseClick(view_of(board).notes, LEFT, pos=QPoint(5, 300))
    assert focus().isVisible()


def test_notes_lie_in_their_lanes_and_do_not_overlap(board: MainWindow) -> None:
    type_note("p: " + "a long note that goes on over several lines " * 6)
    shown = cards(board)
    for one in shown:
        for other in shown:
            if one is not other:
                assert not one.rect.meets(other.rect)
    lanes = {card.card.mark.letter: card.x for card in shown if card.card.mark}
    assert lanes["P"] < lanes["E"] < lanes["S"]


def test_cards_can_be_read_aloud(board: MainWindow) -> None:
    notes = QAccessible.queryAccessibleInterface(view_of(board).notes)
    spoken = [notes.child(at).text(QAccessible.Text.Name) for at in range(notes.childCount())]
    assert any("5" in words and "Sales" in words for words in spoken)


def test_a_new_note_is_scrolled_into_sight(window: MainWindow) -> None:
    for number in range(25):
        type_note(f"p: note {number}")
    notes = view_of(window).notes
    assert notes.board_rect().contains(middle(window, "note 24"))


def test_another_stage_keeps_what_was_typed(board: MainWindow) -> None:
    double_click(board, "d")
    type_text("ay")
    view_of(board).turn_stage(1)
    view_of(board).turn_stage(-1)
    assert "day" in texts(board)


def test_closing_keeps_what_was_typed(board: MainWindow, file: Path) -> None:
    double_click(board, "d")
    type_text("ay")
    assert board.close()
    assert "day" in on_disk(file)


def test_what_cannot_be_kept_keeps_the_window_open(board: MainWindow) -> None:
    double_click(board, "d")
    editor = focus()
    assert isinstance(editor, NoteEditor)
    editor.setPlainText("x" * 501)
    assert not board.close()
    assert view_of(board).capture.said.startswith("This has 501 characters")
    assert editor.toPlainText() == "x" * 501
    press(Qt.Key.Key_Escape)
    assert board.close()


def test_notes_move_to_another_lane_by_keys(board: MainWindow) -> None:
    click(board, "b")
    press(Qt.Key.Key_M, CTRL)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    moved = card_of(board, "b").card
    assert moved.mark is not None
    assert moved.mark.letter == "E"
    assert view_of(board).status.undo_words == "Undo move note 2"
    press(Qt.Key.Key_Z, CTRL)
    assert [card.card.text for card in cards(board)][:3] == ["a", "b", "c"]


def test_notes_move_to_another_lane_by_mouse(board: MainWindow) -> None:
    notes, start, end = view_of(board).notes, middle(board, "a"), middle(board, "f")
    QTest.mousePress(notes, LEFT, pos=start)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(notes, start + (end - start) * share)
    QTest.mouseRelease(notes, LEFT, pos=end)
    moved = card_of(board, "a").card
    assert moved.mark is not None
    assert moved.mark.letter == "S"
