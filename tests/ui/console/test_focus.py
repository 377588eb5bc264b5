"""Where the focus is when stages change: where one types, else where single keys act."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.console.conftest import Wall
from tests.ui.screen import focus, press, texts, type_note, view_of
from ui.console.rail import Block
from ui.window import MainWindow
from workshop import clock

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def _go_to_break(window: MainWindow, wall: Wall) -> None:
    """Welcome, Struggles with a note typed for every lane, Coffee, each by Ctrl+Right."""
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(1)
    press(Qt.Key.Key_Right, CTRL)
    assert focus() is view_of(window).capture.line
    for letter in "pes":
        type_note(f"{letter}: Berths close")
    press(Qt.Key.Key_F2)
    wall.turn_to(2)
    press(Qt.Key.Key_Right, CTRL)
    assert view_of(window).title.text == "Coffee"


def test_next_from_the_bar_into_a_stage_without_a_board(two: MainWindow, wall: Wall) -> None:
    _go_to_break(two, wall)
    press(Qt.Key.Key_Space)
    assert view_of(two).clock.pause_button.text() == "Go on"
    assert view_of(two).title.text == "Coffee", "Space looked at no other stage"
    press(Qt.Key.Key_B)
    assert two.console is not None
    assert two.console.run.feed.showing.blank


def test_back_to_a_board_one_types_again(two: MainWindow, wall: Wall) -> None:
    _go_to_break(two, wall)
    press(Qt.Key.Key_Left, CTRL)
    assert focus() is view_of(two).capture.line
    type_note("p: Typed after going back")
    assert "Typed after going back" in texts(two)


def test_a_click_on_the_rail_leaves_the_focus_where_one_types(two: MainWindow) -> None:
    rail = view_of(two).rail
    for title in ("Coffee", "Struggles"):
        block = next(b for b in rail.findChildren(Block) if b.isVisible() and b.text() == title)
        QTest.mouseClick(block, LEFT)
        assert not isinstance(focus(), Block)
    assert focus() is view_of(two).capture.line


def test_who_walks_along_the_rail_stays_there_until_esc(two: MainWindow) -> None:
    view = view_of(two)
    view.rail.focus_chosen()
    for title in ("Struggles", "Coffee"):
        press(Qt.Key.Key_Right)
        assert view.title.text == title
        assert isinstance(focus(), Block)
    press(Qt.Key.Key_Escape)
    assert not isinstance(focus(), Block)
    press(Qt.Key.Key_B)
    assert two.console is not None
    assert two.console.run.feed.showing.blank


def test_a_board_that_is_undone_takes_the_bar_but_not_the_focus(two: MainWindow) -> None:
    view = view_of(two)
    view.show_stage("which-first")
    QTest.mouseClick(view.no_board.add_button, LEFT)
    assert focus() is view.capture.line
    press(Qt.Key.Key_Z, CTRL)
    assert not view.takes_notes()
    press(Qt.Key.Key_Space)
    assert two.session is not None
    on = clock.current_stage(two.session.workshop)
    assert on is not None, "Space started the clock"
