"""Moving notes by drag and by keys: nothing is asked for before the end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from tests.board_sheets import cards, clusters, lanes, wall, with_cards
from tests.ui.board.conftest import Show
from tests.ui.board.display import Display, Heard, assert_alike
from ui.theme import LIGHT
from workshop.board.sheet import Sheet

SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
NEAR = QPoint(20, 6)


@pytest.fixture
def display(show: Show) -> Display:
    """Twenty-four notes: 1, 7, 13, 19 in the first lane, 2, 8, 14, 20 in the second."""
    return show(lanes(cards(24)))


@pytest.fixture
def heard(display: Display) -> Heard:
    return Heard(display.view)


def top_of(display: Display, note: int) -> QPoint:
    """A pixel in the upper part of a note."""
    pixels = display.view.viewport.to_pixels(display.view.board.notes[note].rect)
    return QPoint(pixels.center().x(), pixels.top() + 3)


def test_a_note_is_dragged_between_two_others(display: Display, heard: Heard) -> None:
    start = display.middle(1)
    display.drag(start, start + NEAR, top_of(display, 8))
    assert heard.moves == [((1,), ("function", 2), 1)]
    assert heard.groups == []


def test_a_note_is_dragged_within_its_lane(display: Display, heard: Heard) -> None:
    start = display.middle(1)
    bottom = display.view.viewport.to_pixels(display.view.board.notes[19].rect).bottom()
    display.drag(start, start + NEAR, QPoint(start.x(), bottom + 40))
    assert heard.moves == [((1,), ("function", 1), 3)]


def test_all_selected_are_dragged_together(display: Display, heard: Heard) -> None:
    display.click(1)
    display.click(14, SHIFT)
    start = display.middle(14)
    display.drag(start, start + NEAR, QPoint(display.middle(3).x(), 690))
    assert heard.moves == [((1, 14), ("function", 3), 4)]


def test_a_note_dropped_in_the_middle_of_another_lies_in_one_cluster_with_it(
    display: Display, heard: Heard
) -> None:
    start = display.middle(1)
    display.drag(start, start + NEAR, display.middle(9))
    assert heard.groups == [((1,), 9)]
    assert heard.moves == []


def test_where_nothing_is_clustered_it_lands_beside_the_other(
    display: Display, heard: Heard
) -> None:
    display.view.can_group = False
    start = display.middle(1)
    display.drag(start, start + NEAR, display.middle(9) - QPoint(0, 4))
    assert heard.moves == [((1,), ("function", 3), 1)]


def test_nothing_is_asked_for_before_the_button_goes_up(display: Display, heard: Heard) -> None:
    start = display.middle(1)
    display.press(start)
    display.move(start + NEAR, top_of(display, 8), top_of(display, 9))
    assert heard.nothing
    display.release(top_of(display, 9))
    assert not heard.nothing


def test_a_press_that_hardly_moves_is_a_click(display: Display, heard: Heard) -> None:
    start = display.middle(1)
    display.drag(start, start + QPoint(2, 1))
    assert heard.nothing
    assert display.view.selection.notes == (1,)


def test_esc_gives_a_drag_up(display: Display, heard: Heard) -> None:
    before = _focused_pixels(display)
    start = display.middle(1)
    display.press(start)
    display.move(start + NEAR, top_of(display, 8))
    assert display.pixels() != before
    display.key(Key.Key_Escape)
    display.release(top_of(display, 8))
    assert heard.nothing
    assert_alike(display.pixels(), before)


def _focused_pixels(display: Display) -> QImage:
    display.click(1)
    return display.pixels()


@pytest.mark.parametrize("scale", [1.0, 0.6, 0.3])
def test_while_notes_are_dragged_nothing_is_left_behind(show: Show, scale: float) -> None:
    display = show(lanes(cards(60)), 800, 560)
    display.view.zoom(scale)
    display.view.end_preview()
    display.click(1)
    display.click(2, SHIFT)
    start = display.middle(2)
    display.press(start)
    for step in range(1, 12):
        display.move(start + QPoint(23 * step, 17 * step))
        assert_alike(display.pixels(), display.painted_anew())
    display.release(start)
    assert_alike(display.pixels(), display.painted_anew())


def test_a_dragged_note_shows_where_it_will_land(display: Display) -> None:
    start, end = display.middle(1), top_of(display, 8)
    display.press(start)
    display.move(start + NEAR, end)
    gesture = display.view.gesture
    place = getattr(gesture, "place", None)
    assert place is not None
    at = display.view.viewport.to_pixels(place.mark)
    colours = {
        display.pixels().pixelColor(x, at.center().y()).name()
        for x in range(at.left() + 2, at.right())
    }
    assert QColor(LIGHT.accent).name() in colours
    display.release(end)


def test_a_drag_shows_in_another_view_of_the_same_board(display: Display, show: Show) -> None:
    other = show(display.view.board.sheet)
    other.view.show_layout(display.view.board)
    other.view.mirror(display.view)
    before = other.pixels()
    start = display.middle(1)
    display.press(start)
    display.move(start + NEAR, top_of(display, 8))
    assert other.pixels() != before
    assert_alike(other.pixels(), other.painted_anew())
    display.release(start)
    assert_alike(other.pixels(), before)


def test_a_note_that_goes_away_ends_its_drag(display: Display, heard: Heard) -> None:
    start = display.middle(1)
    display.press(start)
    display.move(start + NEAR, top_of(display, 8))
    sheet = display.view.board.sheet
    display.view.set_sheet(with_cards(sheet, 0, sheet.piles[0].cards[1:]))
    assert display.view.gesture is None
    display.release(top_of(display, 8))
    assert heard.nothing


def test_a_drag_goes_on_when_the_board_changes_meanwhile(display: Display, heard: Heard) -> None:
    start = display.middle(1)
    display.press(start)
    display.move(start + NEAR, display.middle(9))
    sheet = display.view.board.sheet
    display.view.set_sheet(with_cards(sheet, 2, sheet.piles[2].cards[:1]))
    assert_alike(display.pixels(), display.painted_anew())
    display.release(display.middle(3) + QPoint(0, 300))
    assert heard.groups == []
    assert [move[1] for move in heard.moves] == [("function", 3)]


def test_at_the_edge_the_board_moves_on(show: Show) -> None:
    display = show(lanes(cards(150)), 620, 430)
    view = display.view
    start = display.middle(1)
    display.press(start)
    display.move(start + NEAR, QPoint(start.x(), view.height() - 5))
    display.qtbot.waitUntil(lambda: view.viewport.y < -100)
    display.move(QPoint(start.x(), 200))
    display.release(QPoint(start.x(), 200))
    assert view.gesture is None


def test_the_middle_button_pans(show: Show) -> None:
    display = show(lanes(cards(150)), 620, 430)
    view, button = display.view, Qt.MouseButton.MiddleButton
    QTest.mousePress(view, button, pos=QPoint(300, 300))
    display.move(QPoint(280, 250), QPoint(240, 200))
    QTest.mouseRelease(view, button, pos=QPoint(240, 200))
    assert (view.viewport.x, view.viewport.y) == (-60, -100)
    assert view.selection.notes == ()


def test_notes_are_moved_into_another_cluster(show: Show) -> None:
    display = show(clusters(cards(12)))
    heard = Heard(display.view)
    start = display.middle(1)
    frame = display.view.viewport.to_pixels(display.view.board.piles[1].area)
    display.drag(start, start + NEAR, QPoint(frame.center().x(), frame.bottom() - 3))
    assert heard.moves == [((1,), ("cluster", 2), 4)]


def test_on_the_wall_a_note_stays_where_it_is_dropped(show: Show) -> None:
    display = show(_wall())
    heard = Heard(display.view)
    start = display.middle(1)
    display.drag(start, start + QPoint(50, 30), start + QPoint(200, 330))
    assert heard.places == [{1: (240.0, 370.0)}]


def _wall() -> Sheet:
    return wall(cards(3), {1: (40.0, 40.0), 2: (400.0, 40.0), 3: (700.0, 40.0)})
