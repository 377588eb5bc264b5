"""The one line for the facilitator: said where one looks, and gone when it holds no longer."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.console.conftest import Wall
from tests.ui.screen import press, type_note, view_of
from ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def _read_already(window: MainWindow) -> bool:
    return view_of(window).said == "The room reads this board already."


def test_a_line_goes_when_the_state_it_speaks_of_has_changed(two: MainWindow) -> None:
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    for letter in "pes":
        type_note(f"{letter}: Berths close")
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_F2)
    assert _read_already(two)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_W)
    assert not _read_already(two), "silent writing covers the board"
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_R)
    assert _read_already(two)
    press(Qt.Key.Key_Z, CTRL)
    assert not _read_already(two), "the reveal is undone"


def test_a_stage_without_a_board_says_it_below(two: MainWindow, wall: Wall) -> None:
    press(Qt.Key.Key_Right, CTRL)
    view = view_of(two)
    assert not view.takes_notes()
    press(Qt.Key.Key_R)
    assert view.answer.isVisible()
    assert view.said == "There is nothing to reveal in this stage."
    press(Qt.Key.Key_Space)
    assert not view.answer.isVisible()
