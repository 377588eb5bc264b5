"""Selecting notes by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.board_sheets import PRODUCT, card, cards, clusters, lanes, with_cards
from tests.ui.board.conftest import Show
from tests.ui.board.display import Display, assert_alike
from ui.board.keyboard import Keyboard
from ui.board.keys import BOARD_KEYS
from ui.theme import LIGHT
from workshop.board.sheet import Pile, Sheet

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def display(show: Show) -> Display:
    """Twenty-four notes, six lanes of four."""
    return show(lanes(cards(24)))


def told(display: Display) -> list[tuple[int, ...]]:
    """Every selection that is told from now on."""
    found: list[tuple[int, ...]] = []
    display.view.selection_changed.connect(found.append)
    return found


def test_a_click_selects_one_note(display: Display) -> None:
    heard = told(display)
    display.click(3)
    display.click(5)
    assert heard == [(3,), (5,)]
    assert display.view.selection.current == 5


@pytest.mark.parametrize("modifier", [SHIFT, CTRL])
def test_shift_and_ctrl_click_add_and_take_away(
    display: Display, modifier: Qt.KeyboardModifier
) -> None:
    heard = told(display)
    display.click(3)
    display.click(5, modifier)
    display.click(3, modifier)
    assert heard == [(3,), (3, 5), (5,)]


def test_a_click_on_the_ground_selects_nothing(display: Display) -> None:
    display.click(3)
    ground = QPoint(display.view.width() - 4, display.view.height() - 4)
    QTest.mouseClick(display.view, Qt.MouseButton.LeftButton, pos=ground)
    assert display.view.selection.notes == ()


def test_a_click_on_one_of_several_selects_it_alone_when_the_button_goes_up(
    display: Display,
) -> None:
    display.click(3)
    display.click(5, SHIFT)
    display.press(display.middle(3))
    assert display.view.selection.notes == (3, 5)
    display.release(display.middle(3))
    assert list(display.view.selection.notes) == [3]


def test_the_selected_have_an_outline_and_the_others_none(display: Display) -> None:
    accent = QColor(LIGHT.accent)
    display.click(3)
    assert _outline(display, 3) == accent
    display.click(5)
    assert _outline(display, 3) != accent
    assert _outline(display, 5) == accent
    assert_alike(display.pixels(), display.painted_anew())


def _outline(display: Display, note: int) -> QColor:
    return display.colour(note, 60, -3)


def test_a_rubber_band_selects_what_it_meets_and_is_gone_afterwards(display: Display) -> None:
    view = display.view
    start = view.viewport.to_pixels(view.board.notes[1].rect).topLeft() - QPoint(6, -20)
    end = display.middle(8)
    display.press(start)
    display.move(start + QPoint(30, 10), end)
    assert set(view.selection.notes) == {1, 2, 7, 8}
    assert_alike(display.pixels(), display.painted_anew())
    display.release(end)
    assert set(view.selection.notes) == {1, 2, 7, 8}
    assert view.gesture is None
    assert_alike(display.pixels(), display.painted_anew())


def test_a_rubber_band_with_shift_adds(display: Display) -> None:
    view = display.view
    display.click(24)
    start = view.viewport.to_pixels(view.board.notes[1].rect).topLeft() - QPoint(6, -20)
    display.press(start, SHIFT)
    display.move(start + QPoint(30, 10))
    display.release(start + QPoint(30, 10))
    assert view.selection.notes == (24, 1)


def test_esc_gives_a_rubber_band_up(display: Display) -> None:
    view = display.view
    display.click(24)
    start = view.viewport.to_pixels(view.board.notes[1].rect).topLeft() - QPoint(6, -20)
    display.press(start)
    display.move(display.middle(8))
    display.key(Key.Key_Escape)
    assert view.selection.notes == (24,)
    assert view.gesture is None
    assert_alike(display.pixels(), display.painted_anew())


def test_arrows_travel_and_bring_the_note_into_sight(show: Show) -> None:
    display = show(lanes(cards(150)), 500, 320)
    view = display.view
    display.key(Key.Key_Down)
    assert view.selection.notes == (1,)
    for _ in range(8):
        display.key(Key.Key_Down)
    display.key(Key.Key_Right)
    display.key(Key.Key_Right)
    current = view.selection.current
    assert current is not None
    assert view.selection.notes == (current,)
    pixels = view.viewport.to_pixels(view.board.notes[current].rect)
    assert view.board_rect().contains(pixels)
    display.key(Key.Key_Home)
    assert view.selection.notes == (1,)
    assert view.board_rect().contains(view.viewport.to_pixels(view.board.notes[1].rect))
    display.key(Key.Key_End)
    assert view.selection.notes == (view.board.order[-1],)


def test_shift_and_arrows_select_more(display: Display) -> None:
    display.click(1)
    display.key(Key.Key_Down, SHIFT)
    display.key(Key.Key_Right, SHIFT)
    assert display.view.selection.notes == (1, 7, 8)


def test_ctrl_a_selects_all_and_esc_nothing(display: Display) -> None:
    display.key(Key.Key_A, CTRL)
    assert set(display.view.selection.notes) == set(display.view.board.notes)
    display.key(Key.Key_Escape)
    assert display.view.selection.notes == ()


def test_delete_asks_for_the_selected_to_be_deleted_and_changes_nothing(display: Display) -> None:
    display.click(3)
    display.click(5, SHIFT)
    with display.qtbot.waitSignal(display.view.delete_requested) as asked:
        display.key(Key.Key_Delete)
    assert asked.args == [(3, 5)]
    assert {3, 5} <= set(display.view.board.notes)


def test_a_board_that_only_shows_does_not_ask_for_changes(display: Display) -> None:
    display.view.can_edit = False
    display.click(3)
    with display.qtbot.assertNotEmitted(display.view.delete_requested):
        display.key(Key.Key_Delete)
        display.key(Key.Key_M, CTRL)
    assert display.view.gesture is None
    with display.qtbot.waitSignal(display.view.activated) as chosen:
        display.key(Key.Key_Return)
    assert chosen.args == [3]


def test_tab_brings_the_keys_to_a_note(display: Display) -> None:
    display.view.clearFocus()
    display.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert display.view.selection.notes == (1,)


def test_a_note_that_is_gone_is_not_selected_any_more(display: Display) -> None:
    heard = told(display)
    display.click(1)
    display.click(7, SHIFT)
    sheet = display.view.board.sheet
    display.view.set_sheet(with_cards(sheet, 0, sheet.piles[0].cards[1:]))
    assert heard[-1] == (7,)


def test_selection_follows_a_note_that_is_moved_or_edited(display: Display) -> None:
    display.click(1)
    sheet = display.view.board.sheet
    moved = with_cards(sheet, 0, [*sheet.piles[0].cards[1:], replace(card(1), text="Edited")])
    display.view.set_sheet(moved)
    assert display.view.selection.notes == (1,)
    assert _outline(display, 1) == QColor(LIGHT.accent)
    assert_alike(display.pixels(), display.painted_anew())


def test_selecting_from_elsewhere_brings_the_note_into_sight(show: Show) -> None:
    view = show(lanes(cards(150)), 500, 320).view
    view.select(150, 9999)
    assert view.selection.notes == (150,)
    assert view.board_rect().contains(view.viewport.to_pixels(view.board.notes[150].rect))


def test_a_menu_is_asked_for_with_the_note_under_the_pointer(display: Display) -> None:
    at = display.middle(9)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, display.view.mapToGlobal(at))
    with display.qtbot.waitSignal(display.view.menu_requested) as asked:
        QApplication.sendEvent(display.view, event)
    assert asked.args is not None
    assert asked.args[0] == (9,)


def test_the_menu_key_asks_for_a_menu_on_the_note_with_the_keys(display: Display) -> None:
    display.click(9)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with display.qtbot.waitSignal(display.view.menu_requested) as asked:
        QApplication.sendEvent(display.view, event)
    assert asked.args == [(9,), display.view.mapToGlobal(display.middle(9))]


def test_a_double_click_on_a_head_tells_which(show: Show) -> None:
    display = show(lanes(cards(24)))
    with display.qtbot.waitSignal(display.view.pile_activated) as lane:
        QTest.mouseDClick(display.view, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    assert lane.args == [("function", 1)]
    display = show(clusters(cards(12)))
    head = display.view.viewport.to_pixels(display.view.board.piles[0].head).center()
    with display.qtbot.waitSignal(display.view.pile_activated) as cluster:
        QTest.mouseDClick(display.view, Qt.MouseButton.LeftButton, pos=head)
    assert cluster.args == [("cluster", 1)]


def test_covered_lanes_have_nothing_to_select(show: Show) -> None:
    covered = Pile(key=("function", 1), title="Sales", marks=(PRODUCT,), count=4, covered=True)
    display = show(Sheet("lanes", (covered,)))
    tile = display.view.board.piles[0].tile
    assert tile is not None
    QTest.mouseClick(
        display.view, Qt.MouseButton.LeftButton, pos=display.view.viewport.to_pixels(tile).center()
    )
    display.key(Key.Key_Down)
    assert display.view.selection.notes == ()


def test_every_key_of_the_table_does_something() -> None:
    actions: set[Callable[..., bool]] = {getattr(Keyboard, row.action) for row in BOARD_KEYS}
    assert all(action.__doc__ for action in actions)
    assert len({(row.key, row.modifiers) for row in BOARD_KEYS}) == len(BOARD_KEYS)


def test_a_key_that_means_nothing_here_goes_on_to_the_window(display: Display) -> None:
    for key, taken in ((Key.Key_P, False), (Key.Key_Space, False), (Key.Key_Home, True)):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(display.view, event)
        assert event.isAccepted() == taken


def test_a_finger_taps_a_note_as_the_mouse_does(show: Show) -> None:
    """Qt makes mouse events of touches that nobody takes."""
    display = show(lanes(cards(12)))
    view, at = display.view, display.middle(3)
    finger = QTest.createTouchDevice()
    QTest.touchEvent(view.windowHandle(), finger).press(0, at).commit()
    QTest.touchEvent(view.windowHandle(), finger).release(0, at).commit()
    QApplication.processEvents()
    assert view.selection.notes == (3,)
