"""Clusters taken by their title, and notes chosen by number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.board_sheets import cards, clusters, lanes, ranking, wall
from tests.ui.board.conftest import Show
from tests.ui.board.display import Display, assert_alike
from workshop.board.sheet import PileKey

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
NEAR = QPoint(20, 6)


class Asked:
    """What was asked for clusters."""

    def __init__(self, display: Display) -> None:
        self.moves: list[tuple[PileKey, int]] = []
        self.merges: list[tuple[PileKey, PileKey]] = []
        self.places: list[tuple[PileKey, tuple[float, float]]] = []
        view = display.view
        view.pile_move_requested.connect(lambda *asked: self.moves.append(asked))
        view.pile_merge_requested.connect(lambda *asked: self.merges.append(asked))
        view.pile_place_requested.connect(lambda *asked: self.places.append(asked))


@pytest.fixture
def display(show: Show) -> Display:
    """Three clusters of four notes, and two loose ones."""
    return show(clusters(cards(14)))


def title(display: Display, cluster: int) -> QPoint:
    """A pixel of the title of a cluster."""
    pile = display.view.board.pile(("cluster", cluster))
    assert pile is not None
    pixels = display.view.viewport.to_pixels(pile.head)
    return pixels.topLeft() + QPoint(40, 16)


def test_a_click_on_a_title_selects_its_notes(display: Display) -> None:
    display.drag(title(display, 2), title(display, 2))
    assert display.view.selection.notes == (5, 6, 7, 8)


def test_a_cluster_is_dropped_on_the_title_of_another(display: Display) -> None:
    asked = Asked(display)
    start = title(display, 1)
    display.drag(start, start + NEAR, title(display, 3))
    assert asked.merges == [(("cluster", 1), ("cluster", 3))]
    assert not asked.moves


def test_a_cluster_is_dropped_before_and_behind_another(display: Display) -> None:
    asked = Asked(display)
    start = title(display, 1)
    second = display.view.board.pile(("cluster", 2))
    assert second is not None
    low = display.view.viewport.to_pixels(second.area).bottomLeft() + QPoint(40, -4)
    display.drag(start, start + NEAR, low)
    display.drag(title(display, 3), title(display, 3) + NEAR, title(display, 1) + QPoint(0, 120))
    assert asked.moves == [(("cluster", 1), 1), (("cluster", 3), 0)]
    assert not asked.merges


def test_by_rank_a_cluster_is_dropped_left_or_right_of_another(show: Show) -> None:
    sheet = clusters(cards(14))
    display = show(type(sheet)("ranking", sheet.piles))
    asked = Asked(display)
    start, second = title(display, 1), display.view.board.pile(("cluster", 2))
    assert second is not None
    right = display.view.viewport.to_pixels(second.area).bottomRight() - QPoint(4, 30)
    display.drag(start, start + NEAR, right)
    assert asked.moves == [(("cluster", 1), 1)]


def test_on_the_wall_a_cluster_lies_where_it_is_dropped(show: Show) -> None:
    sheet = clusters(cards(14))
    display = show(type(sheet)("wall", sheet.piles, pile_places={("cluster", 1): (30.0, 40.0)}))
    asked = Asked(display)
    start = title(display, 1)
    display.drag(start, start + NEAR, start + QPoint(110, 70))
    assert asked.places == [(("cluster", 1), (140.0, 110.0))]


def test_esc_gives_the_drag_of_a_cluster_up(display: Display) -> None:
    asked = Asked(display)
    start = title(display, 1)
    display.press(start)
    before = display.pixels()
    display.move(start + NEAR, title(display, 3))
    assert display.pixels() != before
    display.key(Key.Key_Escape)
    display.release(title(display, 3))
    assert (asked.merges, asked.moves) == ([], [])
    assert_alike(display.pixels(), display.painted_anew())


def test_while_a_cluster_is_dragged_nothing_is_left_behind(display: Display) -> None:
    start = title(display, 1)
    display.press(start)
    for step in range(1, 10):
        display.move(start + QPoint(31 * step, 17 * step))
        assert_alike(display.pixels(), display.painted_anew())
    display.release(start)
    assert_alike(display.pixels(), display.painted_anew())


def test_numbers_choose_notes_one_after_the_other(display: Display) -> None:
    display.type("12")
    assert display.view.numbers.words == "Note 12"
    display.key(Key.Key_Return)
    assert display.view.numbers.words == ""
    assert list(display.view.selection.notes) == [12]
    for number in ("3", "7"):
        display.type(number)
        display.key(Key.Key_Return)
    assert list(display.view.selection.notes) == [12, 3, 7]
    assert display.view.selection.current == 7


def test_a_number_after_one_chosen_note_is_a_new_beginning(display: Display) -> None:
    display.click(1)
    display.type("4\r")
    assert display.view.selection.notes == (4,)


def test_a_number_is_corrected_given_up_and_refused(display: Display) -> None:
    display.type("99")
    display.key(Key.Key_Backspace)
    assert display.view.numbers.words == "Note 9"
    display.key(Key.Key_Escape)
    assert display.view.numbers.words == ""
    display.type("99\r")
    assert display.view.numbers.words == "There is no note 99 here"
    assert display.view.selection.notes == ()
    display.key(Key.Key_Down)
    assert display.view.numbers.words == ""


def test_another_key_ends_a_number(display: Display) -> None:
    display.type("5")
    display.key(Key.Key_Down)
    assert display.view.selection.current == 6


def test_ctrl_a_selects_the_lane_then_everything(show: Show) -> None:
    display = show(lanes(cards(24)))
    display.click(8)
    display.key(Key.Key_A, CTRL)
    assert set(display.view.selection.notes) == {2, 8, 14, 20}
    assert display.view.selection.current == 8
    display.key(Key.Key_A, CTRL)
    assert len(display.view.selection.notes) == 24


def test_another_arrangement_moves_notes_visibly(show: Show) -> None:
    found = cards(12)
    display = show(lanes(found))
    view = display.view
    view.set_animated(True)
    for sheet in (clusters(found), wall(found, {}), ranking(found), lanes(found)):
        view.set_sheet(sheet)
        assert view.motion.moving
        display.qtbot.waitUntil(lambda: not view.motion.moving)
        assert_alike(display.pixels(), display.painted_anew())
