"""Clusters by keys, by mouse and by menu, from the window to the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.screen import click, focus, middle, press, type_note, type_text, view_of, wait_saved
from ui.window import MainWindow
from workshop import boards, clusters
from workshop.document import Document
from workshop.records.agenda import Board
from workshop.records.notes import Cluster, Note

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NEAR = QPoint(20, 6)
Key = Qt.Key


@pytest.fixture
def board(window: MainWindow) -> MainWindow:
    """Six notes, two of each function, arranged by clusters; the board has the focus."""
    for text in ("p: One", "p: Two", "e: Three", "e: Four", "s: Five", "s: Six"):
        type_note(text)
    press(Key.Key_Escape)
    press(Key.Key_A)
    assert view_of(window).notes.board.sheet.arrangement == "clusters"
    return window


def shown(window: MainWindow) -> list[tuple[str, list[str]]]:
    """Each pile by its title, or what stands in its place, with its notes."""
    piles = view_of(window).notes.board.sheet.piles
    return [(pile.title or pile.key[0], [card.text for card in pile.cards]) for pile in piles]


def title(window: MainWindow, name: str) -> QPoint:
    """A pixel of the title of a cluster."""
    view = view_of(window).notes
    pile = next(one for one in view.board.piles if one.pile.title == name)
    return view.viewport.to_pixels(pile.head).topLeft() + QPoint(60, 16)


def drag(window: MainWindow, start: QPoint, end: QPoint) -> None:
    """Takes what lies there to another place."""
    view = view_of(window).notes
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + NEAR)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def group(*numbers: int, name: str) -> None:
    """Clusters notes by number, and names the cluster."""
    for number in numbers:
        type_text(str(number))
        press(Key.Key_Return)
    press(Key.Key_G)
    type_text(name)
    press(Key.Key_Return)


def choose(window: MainWindow, *words: str) -> None:
    """Chooses from the menu that is open, level by level."""
    menu = view_of(window).note_desk.menu
    for level, word in enumerate(words):
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if one.text().split("\t")[0] == word)
        assert action.isEnabled(), word
        if level == len(words) - 1:
            action.trigger()
        else:
            inside = action.menu()
            assert isinstance(inside, QMenu)
            menu = inside


def menu_on(window: MainWindow, at: QPoint) -> None:
    """Asks for the menu at a pixel of the board."""
    view = view_of(window).notes
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
    QApplication.sendEvent(view, event)


def test_numbers_and_g_make_a_cluster_that_is_named_at_once(
    board: MainWindow, qtbot: QtBot, file: Path
) -> None:
    group(1, 3, name="Slow")
    assert focus() is view_of(board).notes
    group(5, 6, name="Loud")
    assert shown(board) == [
        ("Slow", ["One", "Three"]), ("Loud", ["Five", "Six"]), ("loose", ["Two", "Four"]),
    ]  # fmt: skip
    assert view_of(board).capture.said == "Cluster 2: all notes come from Sales."
    wait_saved(board, qtbot)
    board.close()
    with Document.open(file) as document:
        found = {one.id: one.name for one in document.workshop[Cluster]}
        kept = [found[note.cluster] if note.cluster else "" for note in document.workshop[Note]]
    assert kept == ["Slow", "", "Slow", "", "Loud", "Loud"]


def test_a_cluster_from_one_function_says_so_on_the_board(board: MainWindow) -> None:
    group(5, 6, name="Loud")
    assert [pile.one_sided for pile in view_of(board).notes.board.sheet.piles] == [True, False]
    group(1, 6, name="Mixed")
    assert [pile.one_sided for pile in view_of(board).notes.board.sheet.piles] == [False] * 3


def test_a_name_can_be_left_out_given_later_and_taken_back(board: MainWindow) -> None:
    type_text("1\r2\r")
    press(Key.Key_G)
    press(Key.Key_Escape)
    assert shown(board)[0] == ("cluster", ["One", "Two"])
    type_text("2\r")
    press(Key.Key_F5)
    type_text("Slow")
    press(Key.Key_Return)
    assert shown(board)[0] == ("Slow", ["One", "Two"])
    press(Key.Key_Z, CTRL)
    assert shown(board)[0] == ("cluster", ["One", "Two"])


def test_a_name_that_is_too_long_is_refused_and_stays(board: MainWindow) -> None:
    type_text("1\r2\r")
    press(Key.Key_G)
    field = view_of(board).note_desk.name_field
    field.setText("x" * 201)
    press(Key.Key_Return)
    assert focus() is field
    assert view_of(board).capture.said
    field.setText("Short")
    press(Key.Key_Return)
    assert shown(board)[0][0] == "Short"


def test_in_lanes_notes_stay_where_they_are_and_tell_their_cluster(board: MainWindow) -> None:
    view_of(board).verbs.arrange("lanes")
    group(1, 3, name="Slow")
    cards = {card.text: card.cluster for p in view_of(board).notes.board.sheet.piles
             for card in p.cards}  # fmt: skip
    assert cards == {"One": "1", "Two": "", "Three": "1", "Four": "", "Five": "", "Six": ""}
    box = next(box for box in view_of(board).notes.board.notes.values() if box.card.text == "One")
    assert [item.text for item in box.shape.foot][:2] == ["1", "Slow"]


def test_a_note_dropped_onto_another_makes_a_cluster(board: MainWindow) -> None:
    drag(board, middle(board, "One"), middle(board, "Six"))
    assert focus() is view_of(board).note_desk.name_field
    type_text("Slow")
    press(Key.Key_Return)
    assert shown(board)[0] == ("Slow", ["One", "Six"])


def test_notes_dropped_onto_a_title_or_a_note_of_a_cluster_join_it(board: MainWindow) -> None:
    group(1, 2, name="Slow")
    drag(board, middle(board, "Three"), title(board, "Slow"))
    drag(board, middle(board, "Five"), middle(board, "One"))
    assert shown(board)[0] == ("Slow", ["Three", "One", "Two", "Five"])


def test_clusters_are_merged_split_and_dissolved_by_mouse_and_key(board: MainWindow) -> None:
    group(1, 2, name="Slow")
    group(3, 4, name="Loud")
    drag(board, title(board, "Slow"), title(board, "Loud"))
    assert shown(board)[0] == ("Loud", ["One", "Two", "Three", "Four"])
    group(2, 3, name="Split")
    assert shown(board)[:2] == [("Loud", ["One", "Four"]), ("Split", ["Two", "Three"])]
    type_text("4\r")
    press(Key.Key_U, CTRL)
    assert shown(board) == [
        ("Split", ["Two", "Three"]), ("loose", ["One", "Four", "Five", "Six"]),
    ]  # fmt: skip


def test_clusters_are_put_in_order_by_key_and_by_mouse(board: MainWindow) -> None:
    for number, name in ((1, "A"), (3, "B"), (5, "C")):
        group(number, name=name)
    type_text("5\r")
    press(Key.Key_Up, ALT)
    assert [name for name, _ in shown(board)] == ["A", "C", "B", "loose"]
    press(Key.Key_Up, ALT)
    press(Key.Key_Up, ALT)
    press(Key.Key_Down, ALT)
    assert [name for name, _ in shown(board)] == ["A", "C", "B", "loose"]
    view = view_of(board).notes
    pile = next(one for one in view.board.piles if one.pile.title == "A")
    low = view.viewport.to_pixels(pile.area).bottomLeft() + QPoint(30, -3)
    drag(board, title(board, "B"), low)
    assert [name for name, _ in shown(board)] == ["A", "B", "C", "loose"]


def test_notes_leave_their_cluster_and_stay_on_their_own(board: MainWindow) -> None:
    group(1, 2, 3, name="Slow")
    type_text("1\r2\r")
    press(Key.Key_Delete, CTRL)
    assert shown(board) == [("Slow", ["Three"]), ("loose", ["One", "Two", "Four", "Five", "Six"])]
    type_text("4\r")
    press(Key.Key_L)
    assert shown(board)[-1] == ("loners", ["Four"])
    press(Key.Key_L)
    assert shown(board)[-1][0] == "loose"


def test_a_note_is_carried_into_a_cluster_by_keys(board: MainWindow) -> None:
    group(1, 2, name="Slow")
    type_text("6\r")
    press(Key.Key_M, CTRL)
    press(Key.Key_Left)
    press(Key.Key_Return)
    assert shown(board)[0] == ("Slow", ["One", "Two", "Six"])


def test_the_menu_of_notes_puts_them_into_a_cluster(board: MainWindow) -> None:
    group(1, 2, name="Slow")
    click(board, "Three")
    click(board, "Five", SHIFT)
    menu_on(board, middle(board, "Five"))
    choose(board, "Into cluster", "1 Slow")
    assert shown(board)[0] == ("Slow", ["One", "Two", "Three", "Five"])
    click(board, "Three")
    menu_on(board, middle(board, "Three"))
    choose(board, "Function", "Sales")
    menu_on(board, middle(board, "Three"))
    choose(board, "Known by", "seen")
    menu_on(board, middle(board, "Three"))
    choose(board, "Out of the cluster")
    assert shown(board)[0][1] == ["One", "Two", "Five"]
    card = view_of(board).notes.board.notes[3].card
    assert (card.evidence, card.mark and card.mark.letter) == ("seen", "S")


def test_the_menu_of_a_title_merges_moves_and_dissolves(board: MainWindow) -> None:
    group(1, 2, name="Slow")
    group(3, 4, name="Loud")
    menu_on(board, title(board, "Loud"))
    choose(board, "Earlier")
    assert [name for name, _ in shown(board)] == ["Loud", "Slow", "loose"]
    menu_on(board, title(board, "Loud"))
    choose(board, "Merge into", "2 Slow")
    assert shown(board)[0] == ("Slow", ["One", "Two", "Three", "Four"])
    menu_on(board, title(board, "Slow"))
    choose(board, "Ungroup")
    assert [name for name, _ in shown(board)] == ["loose"]


def test_too_many_clusters_are_said_once(board: MainWindow) -> None:
    assert board.session is not None
    workshop, stage = board.session.workshop, view_of(board).stage
    assert stage is not None
    for number in range(9):
        clusters.make_empty_cluster(workshop, stage.id, f"Cluster {number}")
    group(1, 3, name="One more")
    assert view_of(board).capture.said == "10 clusters: 5 to 9 are easier to vote on."
    view_of(board).capture.say("")
    group(2, 4, name="And another")
    assert view_of(board).capture.said == ""


def test_g_without_notes_says_what_to_do(board: MainWindow) -> None:
    press(Key.Key_Escape)
    view_of(board).notes.set_selection(view_of(board).notes.selection.cleared())
    press(Key.Key_G, CTRL)
    assert view_of(board).capture.said.startswith("Choose notes first")


def test_a_covered_board_on_one_display_is_not_clustered(board: MainWindow) -> None:
    """Its texts are masked there."""
    assert board.session is not None
    boards.cover(board.session.workshop, next(iter(board.session.workshop[Board])).id)
    press(Key.Key_G, CTRL)
    assert len(board.session.workshop[Cluster]) == 0
