"""The parking lot: P parks, and the console tells what is parked and whose it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.screen import focus, press, texts, type_note, type_text, view_of
from ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def _run_board(window: MainWindow) -> None:
    for _ in range(2):
        press(Qt.Key.Key_Right, CTRL)
    assert focus() is view_of(window).capture.line


def test_what_is_parked_stands_there_with_its_author(two: MainWindow) -> None:
    _run_board(two)
    type_note("p: Berths close")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_P)
    assert texts(two) == []
    assert focus() is view_of(two).capture.line
    type_text("@cleo ")
    type_text("Three engines")
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_P, CTRL_SHIFT)
    panel = view_of(two).parked.panel
    assert [row.words for row in panel.rows] == [
        "1 · Berths close (Product)", "2 · Three engines (Cleo, Engineering)",
    ]  # fmt: skip
    assert panel.count.text() == "2 points"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert texts(two) == ["Three engines"]
    assert panel.isVisible()
    QTest.mouseClick(panel.back_button, LEFT)
    assert sorted(texts(two)) == ["Berths close", "Three engines"]
    assert not panel.isVisible(), "nothing is left to show"
    press(Qt.Key.Key_Z, CTRL)
    assert texts(two) == ["Three engines"]


def test_with_nothing_parked_it_says_how(two: MainWindow) -> None:
    _run_board(two)
    press(Qt.Key.Key_P, CTRL_SHIFT)
    assert not view_of(two).parked.panel.isVisible()
    words = "Nothing is parked. P parks the chosen note or the typed line."
    assert view_of(two).said == words


def test_where_the_room_may_see_the_console_it_stays_shut(one: MainWindow) -> None:
    _run_board(one)
    type_text("Berths close")
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_P, CTRL_SHIFT)
    panel = view_of(one).parked.panel
    assert not panel.isVisible()
    press(Qt.Key.Key_F10)
    press(Qt.Key.Key_P, CTRL_SHIFT)
    assert panel.isVisible()
    press(Qt.Key.Key_F10)
    assert not panel.isVisible()
