"""What a canvas paints when something changes: only that, and all of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage

from tests.board_sheets import DESIGN, PRODUCT, card, cards, clusters, lanes, with_cards
from tests.ui.board.boards import BOARDS, boards
from tests.ui.board.conftest import Show
from tests.ui.board.display import assert_alike
from ui.board.canvas import MANY_NOTES
from ui.board.viewport import Viewport
from ui.theme import DARK
from workshop.board.sheet import Sheet


def _edited(sheet: Sheet, pile: int, place: int, text: str) -> Sheet:
    found = list(sheet.piles[pile].cards)
    found[place] = replace(found[place], text=text)
    return with_cards(sheet, pile, found)


@boards
def test_a_change_is_painted_as_if_everything_were(show: Show, name: str) -> None:
    """Added, edited, taken away: only what differs is painted, and nothing is left behind."""
    sheet = BOARDS[name]
    display = show(sheet, 900, 600)
    display.pixels()
    first = sheet.piles[0].cards
    for changed in (
        with_cards(sheet, 0, [*first, card(999, "New", PRODUCT)]),
        _edited(sheet, 0, 0, "Shorter"),
        _edited(sheet, 0, 0, "Much longer than it was before " * 5),
        with_cards(sheet, 0, first[1:]),
        replace(sheet, piles=(replace(sheet.piles[0], title="Another title"), *sheet.piles[1:])),
        replace(sheet, piles=sheet.piles[1:]),
        lanes(cards(3)),
        sheet,
    ):
        display.view.set_sheet(changed)
        assert_alike(display.pixels(), display.painted_anew())


def test_a_new_note_paints_its_place_and_the_heads_only(show: Show) -> None:
    sheet = lanes(cards(12))
    display = show(sheet)
    before = display.pixels()
    display.view.set_sheet(with_cards(sheet, 2, [*sheet.piles[2].cards, card(99, "New", DESIGN)]))
    after = display.pixels()
    view = display.view
    touched = view.viewport.to_pixels(view.board.notes[99].rect).adjusted(-8, -8, 8, 8)
    for x in range(0, view.width(), 3):
        for y in range(view.strip.height, view.height(), 3):
            if not touched.contains(x, y):
                assert after.pixel(x, y) == before.pixel(x, y)
    assert view.board.changed is not None
    assert len(view.board.changed) == 2


def test_other_colours_are_put_on_at_once(show: Show) -> None:
    display = show(lanes(cards(6)))
    display.view.set_theme(DARK)
    corner = display.pixels().pixelColor(display.view.width() - 2, display.view.height() - 2)
    assert corner == QColor(DARK.paper)


def test_a_board_follows_the_size_of_its_window(show: Show) -> None:
    display = show(lanes(cards(12)), 1000, 500)
    width = display.view.board.note_width
    display.view.resize(1300, 500)
    display.pixels()
    assert display.view.board.note_width > width
    assert_alike(display.pixels(), display.painted_anew())


def test_a_board_of_very_many_notes_follows_when_resizing_ends(show: Show) -> None:
    display = show(lanes(cards(MANY_NOTES + 1)), 700, 500)
    before = display.view.board
    display.view.resize(1600, 500)
    display.pixels()
    assert display.view.board is before
    display.qtbot.waitUntil(lambda: display.view.board is not before)
    assert display.view.board.space.width == 1600


def test_motion_is_off_unless_it_is_asked_for(show: Show) -> None:
    display = show(lanes(cards(12)))
    sheet = display.view.board.sheet
    display.view.set_sheet(with_cards(sheet, 0, sheet.piles[0].cards[::-1]))
    assert not display.view.motion.moving


def test_motion_ends_with_every_note_in_its_place(show: Show) -> None:
    display = show(lanes(cards(12)))
    view = display.view
    display.pixels()
    view.set_animated(True)
    sheet = view.board.sheet
    view.set_sheet(with_cards(sheet, 0, sheet.piles[0].cards[::-1]))
    assert set(view.motion.moving) == {note.note for note in sheet.piles[0].cards}
    on_the_way = display.pixels()
    display.qtbot.waitUntil(lambda: not view.motion.moving)
    assert_alike(display.pixels(), display.painted_anew())
    assert on_the_way != display.pixels()


def test_very_many_notes_do_not_move_about(show: Show) -> None:
    view = show(lanes(cards(600))).view
    view.set_animated(True)
    view.set_sheet(lanes(cards(600)[::-1]))
    assert not view.motion.moving


def test_an_empty_board_says_what_to_do(show: Show) -> None:
    display = show(lanes([]))
    before = display.pixels()
    display.view.hint = "Type a note below and press Enter"
    assert display.painted_anew() != before
    display.view.set_sheet(lanes(cards(1)))
    assert_alike(display.pixels(), _without_hint(show))


def _without_hint(show: Show) -> QImage:
    return show(lanes(cards(1))).pixels()


@pytest.mark.parametrize("scale", [1.0, 0.3, 0.1])
def test_all_selected_are_outlined_from_near_and_far(show: Show, scale: float) -> None:
    display = show(BOARDS["lanes"], 620, 430)
    view = display.view
    view.zoom(scale)
    view.end_preview()
    before = display.pixels()
    view.select(*view.board.order)
    assert display.pixels() != before
    assert_alike(display.pixels(), display.painted_anew())
    view.set_selection(view.selection.cleared())
    view.pan(9999, 9999)
    assert_alike(display.pixels(), display.painted_anew())


def test_a_change_while_notes_are_on_their_way_leaves_nothing_behind(show: Show) -> None:
    """A step that is written to disk meanwhile takes a mark off notes: they still arrive."""
    found = cards(24)
    waiting = [replace(one, saving=True) for one in found]
    display = show(clusters(waiting), 1283, 700)
    view = display.view
    view.set_animated(True)
    view.set_sheet(lanes(waiting))
    display.pixels()
    view.set_sheet(lanes(found))
    assert len(view.motion.moving) > 12
    display.qtbot.waitUntil(lambda: not view.motion.moving)
    assert_alike(display.pixels(), display.painted_anew())


def test_undoing_an_arrangement_shows_what_was_seen_before(show: Show) -> None:
    display = show(lanes(cards(120)), 900, 500)
    view = display.view
    view.pan(0, -70)
    before = view.viewport
    view.set_sheet(clusters(cards(120)))
    assert view.viewport == Viewport()
    view.pan(0, -9999)
    view.set_sheet(lanes(cards(120)))
    assert view.viewport == before
    assert_alike(display.pixels(), display.painted_anew())


def test_a_part_of_a_note_is_painted_with_all_of_its_text(show: Show) -> None:
    """Also the last line, when the number stands beside it: what is dragged over a note leaves
    nothing behind."""
    sheet = lanes([card(1, "Crews look on paper first because it is there"), card(2, "Short")])
    display = show(sheet)
    shape = display.view.board.notes[1].shape
    assert shape.foot[0].y < shape.text.height  # beside the last line
    display.pixels()
    note = display.view.viewport.to_pixels(display.view.board.notes[1].rect)
    for y in range(note.top(), note.bottom() + 1, 3):
        display.view.update(note.left(), y, note.width(), 3)
        display.pixels()
    assert_alike(display.pixels(), display.painted_anew())


def test_a_note_that_is_dragged_over_others_erases_nothing(show: Show) -> None:
    words = "Crews look on paper first because it is there"
    display = show(lanes([card(note, words) for note in range(1, 6)]))
    view = display.view
    note = view.viewport.to_pixels(view.board.notes[1].rect)
    above = view.board.notes[5].shape.height / 2
    start, onto = display.middle(5), QPoint(note.center().x(), round(note.bottom() - 10 + above))
    display.press(start)
    display.move(start + QPoint(60, 0))
    display.pixels()
    display.move(onto)
    display.pixels()
    display.move(start + QPoint(400, 0))
    assert_alike(display.pixels(), display.painted_anew())
