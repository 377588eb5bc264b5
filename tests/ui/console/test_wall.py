"""The wall: notes wherever they are put, in line, evenly apart, in rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.test_clusters import drag, group
from tests.ui.screen import middle, press, type_note, type_text, view_of, wait_saved
from ui.window import MainWindow
from workshop.document import Document
from workshop.records.notes import Note

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
Spots = dict[str, tuple[float, float]]


@pytest.fixture
def board(window: MainWindow) -> MainWindow:
    """Six notes on the wall, put nowhere yet; the board has the focus."""
    for text in ("p: One", "p: Two", "e: Three", "e: Four", "s: Five", "s: Six"):
        type_note(text)
    press(Key.Key_Escape)
    view_of(window).verbs.arrange("wall")
    QTest.qWait(0)
    return window


def spots(window: MainWindow) -> Spots:
    """Where each note is seen, in board units."""
    boxes = view_of(window).notes.board.notes.values()
    return {box.card.text: (box.x, box.y) for box in boxes}


def act(window: MainWindow, name: str) -> None:
    """Asks for an action as the menu does."""
    window.actions_by_id[name].trigger()


def test_a_note_goes_where_it_is_put_and_all_others_stay(
    board: MainWindow, qtbot: QtBot, file: Path
) -> None:
    before = spots(board)
    drag(board, middle(board, "Two"), middle(board, "Two") + QPoint(120, 260))
    moved = {**before, "Two": (before["Two"][0] + 120, before["Two"][1] + 260)}
    assert spots(board) == moved
    press(Key.Key_Z, CTRL)
    assert spots(board) == before
    press(Key.Key_Y, CTRL)
    wait_saved(board, qtbot)
    board.close()
    with Document.open(file) as document:
        assert {note.text: (note.x, note.y) for note in document.workshop[Note]} == moved


def test_notes_are_put_somewhere_by_keys(board: MainWindow) -> None:
    before = spots(board)
    type_text("2\r")
    press(Key.Key_M, CTRL)
    press(Key.Key_Down)
    press(Key.Key_Down)
    press(Key.Key_Right)
    press(Key.Key_Return)
    assert spots(board) == {**before, "Two": (before["Two"][0] + 8, before["Two"][1] + 16)}


def test_no_place_is_lost_on_the_way_through_all_arrangements(board: MainWindow) -> None:
    drag(board, middle(board, "Six"), middle(board, "Six") + QPoint(10, 300))
    group(1, 3, name="Slow")
    before = spots(board)
    for _ in range(4):
        press(Key.Key_A)
    assert view_of(board).notes.board.overlaps
    assert spots(board) == before


def test_notes_are_aligned_and_put_evenly_apart(board: MainWindow) -> None:
    for text, way in (
        ("One", QPoint(30, 200)),
        ("Two", QPoint(0, 330)),
        ("Three", QPoint(90, 440)),
    ):
        drag(board, middle(board, text), middle(board, text) + way)
    type_text("1\r2\r3\r")
    act(board, "align_left")
    found = spots(board)
    assert len({found[text][0] for text in ("One", "Two", "Three")}) == 1
    act(board, "distribute_down")
    found = spots(board)
    assert found["Two"][1] - found["One"][1] == pytest.approx(found["Three"][1] - found["Two"][1])
    act(board, "align_bottom")
    found = spots(board)
    assert len({found[text][1] for text in ("One", "Two", "Three")}) == 1
    assert "Four" in found


def test_fewer_than_can_be_aligned_are_said(board: MainWindow) -> None:
    type_text("1\r")
    act(board, "align_top")
    assert view_of(board).capture.said == "Choose 2 things or more first."


def test_tidy_leaves_no_overlap(board: MainWindow) -> None:
    group(1, 3, name="Slow")
    for number in "246":
        type_text(f"{number}\r")
        press(Key.Key_M, CTRL)
        press(Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        press(Key.Key_Return)
    view_of(board).notes.set_selection(view_of(board).notes.selection.cleared())
    press(Key.Key_T)
    piles = view_of(board).notes.board.piles
    rects = [pile.area for pile in piles if pile.pile.framed]
    rects += [box.rect for pile in piles if not pile.pile.framed for box in pile.boxes]
    assert len(rects) == 5
    assert not any(a.meets(b) for at, a in enumerate(rects) for b in rects[at + 1 :])


def test_a_cluster_on_the_wall_is_moved_by_its_title(board: MainWindow) -> None:
    group(1, 3, name="Slow")
    view = view_of(board).notes
    pile = view.board.pile(("cluster", 1))
    assert pile is not None
    start = view.viewport.to_pixels(pile.head).topLeft() + QPoint(60, 16)
    drag(board, start, start + QPoint(300, 180))
    after = view.board.pile(("cluster", 1))
    assert after is not None
    assert (after.x, after.y) == (pile.x + 300, pile.y + 180)


def test_a_note_dragged_out_of_its_cluster_lies_by_itself(board: MainWindow) -> None:
    group(1, 3, name="Slow")
    start = middle(board, "One")
    drag(board, start, start + QPoint(40, 330))
    assert board.session is not None
    one = next(note for note in board.session.workshop[Note] if note.text == "One")
    assert one.cluster is None
    assert one.x is not None


def test_wall_tools_are_offered_on_the_wall_alone(board: MainWindow) -> None:
    assert board.actions_by_id["tidy"].isEnabled()
    press(Key.Key_A)
    assert not board.actions_by_id["tidy"].isEnabled()
