"""Notes taken elsewhere by the clipboard, and text that is dropped on the board."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.ui.console.test_clusters import choose, menu_on
from tests.ui.screen import cards, middle, press, texts, type_note, type_text, view_of
from ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def board(window: MainWindow) -> MainWindow:
    """Three notes; the board has the focus."""
    for text in ("p: One", "e: Two", "s: Three"):
        type_note(text)
    press(Key.Key_Escape)
    return window


def clipboard(kind: str = "text/plain") -> str:
    """What is on the clipboard."""
    return bytes(QGuiApplication.clipboard().mimeData().data(kind).data()).decode()


def drop(window: MainWindow, held: QMimeData, at: QPoint) -> None:
    """Drops something on the board, as another program would."""
    view = view_of(window).notes
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, copy, held, left, none)
    QApplication.sendEvent(view, enter)
    if enter.isAccepted():
        QApplication.sendEvent(view, QDropEvent(QPointF(at), copy, held, left, none))


def a_text(text: str) -> QMimeData:
    held = QMimeData()
    held.setText(text)
    return held


def lane(window: MainWindow, at: int) -> QPoint:
    """A pixel of a lane."""
    pile = view_of(window).notes.board.piles[at]
    return QPoint(round(pile.x) + 40, 300)


def test_ctrl_c_copies_the_selected_as_text_in_reading_order(board: MainWindow) -> None:
    type_text("3\r1\r")
    press(Key.Key_C, CTRL)
    assert clipboard() == "1 One (Product)\n3 Three (Sales)"
    assert view_of(board).said == "2 notes copied."


def test_markdown_and_tables_are_copied_from_the_menu(board: MainWindow) -> None:
    press(Key.Key_A, CTRL)
    press(Key.Key_A, CTRL)
    menu_on(board, middle(board, "Two"))
    choose(board, "Copy", "As Markdown")
    assert (
        clipboard() == "- **1** One (Product)\n- **2** Two (Engineering)\n- **3** Three (Sales)\n"
    )
    assert clipboard("text/markdown") == clipboard()
    board.actions_by_id["copy_table"].trigger()
    assert clipboard().splitlines()[:2] == [
        "Number\tNote\tFunction\tAuthor\tKnown by\tCluster\tMerged into",
        "1\tOne\tProduct\t\t\t\t",
    ]
    assert clipboard("text/html").startswith("<table><tr><th>Number</th>")


def test_without_notes_nothing_is_copied(board: MainWindow) -> None:
    QGuiApplication.clipboard().setText("mine")
    view = view_of(board).notes
    view.set_selection(view.selection.cleared())
    press(Key.Key_C, CTRL)
    assert clipboard() == "mine"


def test_a_dropped_line_is_a_note_of_the_lane_it_falls_on(board: MainWindow) -> None:
    drop(board, a_text("From a mail"), lane(board, 2))
    note = next(box for box in cards(board) if box.card.text == "From a mail")
    assert note.card.mark is not None
    assert note.card.mark.letter == "S"


def test_several_dropped_lines_are_shown_first(board: MainWindow) -> None:
    drop(board, a_text("Four\np: Five\nSix"), lane(board, 1))
    assert view_of(board).pasted.texts == ["Four", "Five", "Six"]
    assert len(texts(board)) == 3
    press(Key.Key_Return)
    letters = {box.card.text: box.card.mark and box.card.mark.letter for box in cards(board)}
    assert [letters[text] for text in ("Four", "Five", "Six")] == ["E", "P", "E"]


def test_text_is_pasted_onto_the_board(board: MainWindow) -> None:
    QGuiApplication.clipboard().setText("s: Pasted here")
    press(Key.Key_V, CTRL)
    assert "Pasted here" in texts(board)


def test_what_is_neither_text_nor_a_picture_is_not_taken(board: MainWindow) -> None:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile("/nowhere/archive.zip")])
    drop(board, held, lane(board, 0))
    assert len(texts(board)) == 3


def test_on_one_display_a_covered_board_takes_and_gives_nothing(board: MainWindow) -> None:
    press(Key.Key_W)
    QGuiApplication.clipboard().setText("mine")
    board.actions_by_id["copy_text"].trigger()
    assert clipboard() == "mine"
    drop(board, a_text("From a mail"), lane(board, 0))
    press(Key.Key_W)
    assert board.session is not None
