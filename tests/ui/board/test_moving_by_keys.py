"""Moving notes by keys: Ctrl+M, arrows, Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.board_sheets import cards, lanes, wall, with_cards
from tests.ui.board.conftest import Show
from tests.ui.board.display import Display, Heard, assert_alike
from workshop.board.sheet import PileKey, Sheet

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def display(show: Show) -> Display:
    """Twenty-four notes: 1, 7, 13, 19 in the first lane, 2, 8, 14, 20 in the second."""
    return show(lanes(cards(24)))


@pytest.fixture
def heard(display: Display) -> Heard:
    return Heard(display.view)


def _wall() -> Sheet:
    return wall(cards(3), {1: (40.0, 40.0), 2: (400.0, 40.0), 3: (700.0, 40.0)})


def test_a_move_by_keys_goes_on_when_the_board_changes_meanwhile(
    display: Display, heard: Heard
) -> None:
    display.click(1)
    display.key(Key.Key_M, CTRL)
    display.key(Key.Key_Right)
    sheet = display.view.board.sheet
    display.view.set_sheet(with_cards(sheet, 1, sheet.piles[1].cards[:1]))
    display.key(Key.Key_Down)
    assert_alike(display.pixels(), display.painted_anew())
    display.key(Key.Key_Return)
    assert heard.moves == [((1,), ("function", 2), 1)]


def test_a_lane_that_goes_away_ends_a_move_into_it(display: Display, heard: Heard) -> None:
    display.click(1)
    display.key(Key.Key_M, CTRL)
    display.key(Key.Key_Right)
    sheet = display.view.board.sheet
    display.view.set_sheet(Sheet("lanes", (sheet.piles[0], *sheet.piles[2:])))
    assert display.view.gesture is None
    assert_alike(display.pixels(), display.painted_anew())
    assert heard.nothing


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([Key.Key_Down], (("function", 1), 1)),
        ([Key.Key_Down, Key.Key_Down, Key.Key_Up], (("function", 1), 1)),
        ([Key.Key_Right], (("function", 2), 0)),
        ([Key.Key_Right, Key.Key_Right, Key.Key_Down], (("function", 3), 1)),
        ([Key.Key_Up], (("function", 1), 0)),
        ([Key.Key_Left], (("function", 1), 0)),
        ([Key.Key_Down] * 9, (("function", 1), 3)),
    ],
)
def test_ctrl_m_and_arrows_move_a_note(
    display: Display, heard: Heard, keys: list[Qt.Key], expected: tuple[PileKey, int]
) -> None:
    display.click(1)
    display.key(Key.Key_M, CTRL)
    for key in keys:
        display.key(key)
        assert heard.nothing
        assert_alike(display.pixels(), display.painted_anew())
    display.key(Key.Key_Return)
    assert heard.moves == [((1,), *expected)]
    assert display.view.gesture is None


def test_esc_gives_a_move_by_keys_up(display: Display, heard: Heard) -> None:
    display.click(1)
    before = display.pixels()
    display.key(Key.Key_M, CTRL)
    display.key(Key.Key_Right)
    display.key(Key.Key_Escape)
    assert heard.nothing
    assert display.view.selection.notes == (1,)
    assert_alike(display.pixels(), before)


def test_on_the_wall_arrows_move_by_steps(show: Show) -> None:
    display = show(_wall())
    heard = Heard(display.view)
    display.click(1)
    display.key(Key.Key_M, CTRL)
    display.key(Key.Key_Right)
    display.key(Key.Key_Down, SHIFT)
    assert_alike(display.pixels(), display.painted_anew())
    display.key(Key.Key_Return)
    assert heard.places == [{1: (48.0, 104.0)}]
