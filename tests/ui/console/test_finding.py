"""Finding notes on a board and on all boards, filtering them, and zooming by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.ui.screen import current, focus, press, type_note, type_text, view_of
from ui.board.look import look_of
from ui.theme import LIGHT
from ui.window import MainWindow
from workshop import agenda, boards, capture
from workshop.notes import add_note
from workshop.records.people import Function

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
NOTES = (
    "@ada: Berths close early", "@cl: Crews copy the timetable", "s: A berth too small",
    "p: Prices change in May",
)  # fmt: skip


@pytest.fixture
def board(window: MainWindow) -> MainWindow:
    """Five notes; the board has the focus."""
    for text in NOTES:
        type_note(text)
    assert window.session is not None
    stage = view_of(window).stage
    assert stage is not None
    capture.add_lines(window.session.workshop, stage.id, "s: Le café ferme")
    press(Key.Key_Escape)
    return window


def counted(window: MainWindow) -> str:
    """What the find bar says."""
    return view_of(window).find_bar.count.text()


def chosen(window: MainWindow) -> list[str]:
    """The selected notes, whoever has the keys."""
    view = view_of(window).notes
    return [view.board.notes[note].card.text for note in view.selection.notes]


def test_words_are_found_whatever_their_case_and_accents(board: MainWindow) -> None:
    press(Key.Key_F, CTRL)
    type_text("BERTH")
    assert counted(board) == "1 of 2"
    assert chosen(board) == ["Berths close early"]
    view_of(board).find_bar.line.selectAll()
    type_text("cafe")
    assert chosen(board) == ["Le café ferme"]
    view_of(board).find_bar.line.selectAll()
    type_text("nowhere")
    assert counted(board) == "Nothing found"


def test_next_and_before_go_round_and_esc_leaves_the_keys_there(board: MainWindow) -> None:
    press(Key.Key_F, CTRL)
    type_text("berth")
    press(Key.Key_F3)
    assert (counted(board), chosen(board)) == ("2 of 2", ["A berth too small"])
    press(Key.Key_Return)
    assert chosen(board) == ["Berths close early"]
    press(Key.Key_F3, SHIFT)
    assert chosen(board) == ["A berth too small"]
    press(Key.Key_Return, SHIFT)
    press(Key.Key_Escape)
    assert view_of(board).find_bar.isHidden()
    assert current(board) == "Berths close early"


def test_a_number_finds_its_note(board: MainWindow) -> None:
    press(Key.Key_F, CTRL)
    type_text("4")
    assert chosen(board) == ["Prices change in May"]


def test_a_merged_note_is_found_by_the_one_it_stands_in(board: MainWindow) -> None:
    type_text("1\r4\r")
    press(Key.Key_D, CTRL)
    press(Key.Key_F, CTRL)
    type_text("prices")
    assert chosen(board) == ["Berths close early"]


def test_all_boards_are_searched_stage_by_stage(board: MainWindow) -> None:
    assert board.session is not None
    workshop = board.session.workshop
    other = agenda.add_stage(workshop, "board", "Another")
    if boards.board_of(workshop, other.id) is None:
        boards.add_board(workshop, other.id)
    add_note(workshop, other.id, "Every berth counts")
    press(Key.Key_F, CTRL | SHIFT)
    type_text("berth")
    assert counted(board) == "1 of 3"
    press(Key.Key_F3)
    press(Key.Key_F3)
    assert view_of(board).stage == workshop[type(other)][other.id]
    assert chosen(board) == ["Every berth counts"]
    assert counted(board).endswith("of 3")
    assert focus() is view_of(board).find_bar.line
    press(Key.Key_F3)
    assert view_of(board).stage != workshop[type(other)][other.id]
    assert len(chosen(board)) == 1


def test_on_one_display_nothing_covered_is_found(board: MainWindow) -> None:
    press(Key.Key_W)
    assert not view_of(board).notes.can_edit
    press(Key.Key_F, CTRL)
    type_text("berth")
    assert counted(board) == "Nothing found"


def wants(window: MainWindow, kind: str, words: str) -> None:
    """Ticks one thing in the menu of the filter."""
    menu = view_of(window).find_bar.filter_button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    inside = next(one.menu() for one in menu.actions() if one.text() == kind)
    assert isinstance(inside, QMenu)
    next(one for one in inside.actions() if one.text() == words).trigger()


def clear(window: MainWindow) -> list[str]:
    """The notes that can be seen well, since no filter leaves them out."""
    view = view_of(window).notes
    QTest.qWait(0)
    picture = view.grab().toImage()
    found = []
    for box in view.board.notes.values():
        at = view.viewport.to_pixels(box.rect)
        fill = look_of(LIGHT).note(box.card.colour).fill
        if picture.pixelColor(at.right() - 8, at.top() + 4) == fill:
            found.append(box.card.text)
    return sorted(found)


def test_what_a_filter_leaves_out_can_hardly_be_seen(board: MainWindow) -> None:
    press(Key.Key_F, CTRL)
    wants(board, "Function", "Sales")
    assert clear(board) == ["A berth too small", "Le café ferme"]
    assert view_of(board).find_bar.filter_button.text() == "Sales: 2 of 5 notes ▾"
    wants(board, "Function", "Product")
    assert len(clear(board)) == 4
    wants(board, "Author", "Ada")
    assert clear(board) == ["Berths close early"]
    press(Key.Key_Escape)
    assert len(clear(board)) == 5


def test_keys_and_band_take_only_what_the_filter_leaves(board: MainWindow) -> None:
    view_of(board).verbs.arrange("clusters")
    QTest.qWait(0)
    press(Key.Key_F, CTRL)
    wants(board, "Function", "Sales")
    view_of(board).notes.setFocus()
    press(Key.Key_A, CTRL)
    assert sorted(chosen(board)) == ["A berth too small", "Le café ferme"]
    press(Key.Key_G)
    type_text("By Sales")
    press(Key.Key_Return)
    wants(board, "Function", "Sales")
    wants(board, "Cluster", "1 By Sales")
    assert clear(board) == ["A berth too small", "Le café ferme"]


def test_a_filter_by_grade_and_what_comes_later(board: MainWindow) -> None:
    press(Key.Key_F, CTRL)
    wants(board, "Known by", "seen")
    assert clear(board) == []
    assert board.session is not None
    workshop, stage = board.session.workshop, view_of(board).stage
    assert stage is not None
    product = next(iter(workshop[Function])).id
    add_note(workshop, stage.id, "Seen", evidence="seen", function=product)
    assert clear(board) == ["Seen"]


@pytest.mark.parametrize("typing", [True, False])
def test_zoom_keys_act_wherever_the_focus_is(board: MainWindow, typing: bool) -> None:
    view = view_of(board).notes
    if typing:
        press(Key.Key_Slash)
    press(Key.Key_Plus, CTRL)
    assert view.viewport.scale == pytest.approx(1.25)
    press(Key.Key_Minus, CTRL)
    press(Key.Key_Minus, CTRL)
    assert view.viewport.scale == pytest.approx(0.8)
    press(Key.Key_1, CTRL)
    assert view.viewport.scale == 1
    press(Key.Key_Equal, CTRL)
    press(Key.Key_0, CTRL)
    assert view.viewport.scale == 1, "all of it fits"
