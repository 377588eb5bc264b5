"""Panning, zooming and painting only what has changed: what stands there is always right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication

from tests.board_sheets import MARKS, cards, lanes
from tests.ui.board.boards import BOARDS, boards
from tests.ui.board.conftest import Show
from tests.ui.board.display import assert_alike
from ui.board.painter import BARS_BELOW, BLOCKS_BELOW
from workshop.board.sheet import Sheet

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@boards
@pytest.mark.parametrize("scale", [1.0, 0.8, 0.4, 0.2, 0.1])
def test_a_pan_leaves_what_painting_anew_gives(show: Show, name: str, scale: float) -> None:
    display = show(BOARDS[name], 620, 430)
    display.view.zoom(scale)
    display.view.end_preview()
    display.pixels()
    for way in ((-37, -21), (-3, -240), (11, 60), (-200, 0), (0, 13)):
        display.view.pan(*way)
        assert_alike(display.pixels(), display.painted_anew())


def test_a_pan_moves_the_board_and_its_heads_as_far_as_there_is_more(show: Show) -> None:
    display = show(BOARDS["lanes"], 620, 430)
    view = display.view
    before = display.middle(1)
    view.pan(-50, -70)
    assert display.middle(1) - before == QPoint(-50, -70)
    view.pan(900, 900)
    assert (view.viewport.x, view.viewport.y) == (0, 0)
    view.pan(-99999, -99999)
    bounds = view.viewport.to_pixels(view.board.bounds)
    assert bounds.right() == view.board_rect().right()
    assert abs(bounds.bottom() - view.board_rect().bottom()) <= 1


def test_a_board_that_fits_does_not_move(show: Show) -> None:
    view = show(lanes(cards(6))).view
    view.pan(-40, -40)
    assert (view.viewport.x, view.viewport.y) == (0, 0)


def test_the_wheel_scrolls_with_shift_sideways(show: Show) -> None:
    display = show(BOARDS["lanes"], 620, 430)
    display.wheel(QPoint(0, -120))
    assert (display.view.viewport.x, display.view.viewport.y) == (0, -60)
    display.wheel(QPoint(0, -120), modifiers=SHIFT)
    assert (display.view.viewport.x, display.view.viewport.y) == (-60, -60)


def test_the_wheel_with_ctrl_zooms_around_the_pointer(show: Show) -> None:
    display = show(BOARDS["lanes"], 620, 430)
    view = display.view
    view.pan(-200, -300)
    at = QPoint(400, 200)
    before = view.viewport.to_board(at)
    display.wheel(QPoint(0, 120), at, CTRL)
    assert view.viewport.scale == pytest.approx(1.15)
    assert view.viewport.to_board(at) == pytest.approx(before, abs=1)


def test_a_zoom_shows_the_last_frame_until_it_ends_and_then_the_exact_one(show: Show) -> None:
    display = show(BOARDS["lanes"], 620, 430)
    view = display.view
    display.pixels()
    view.zoom(0.7)
    view.zoom(0.6)
    preview = display.pixels()
    paints = view.paints
    display.qtbot.waitUntil(lambda: view.paints > paints)
    exact = display.pixels()
    assert preview != exact
    assert_alike(exact, display.painted_anew())
    assert_alike(exact, _shown_at(show, BOARDS["lanes"], view.viewport.scale))


def test_the_preview_of_a_zoom_shows_every_note_where_it_will_be(show: Show) -> None:
    display = show(BOARDS["lanes"], 620, 430)
    view = display.view
    view.pan(-150, -310)
    display.pixels()
    view.zoom(1.3)
    inside = view.board_rect()
    notes = [
        note
        for note, box in view.board.notes.items()
        if inside.contains(view.viewport.to_pixels(box.rect))
    ]
    edges = [view.painter.look.note(view.board.notes[note].card.colour).edge for note in notes]
    assert notes
    assert [display.colour(note, 2, 30) for note in notes] == edges


def _shown_at(show: Show, sheet: Sheet, scale: float) -> QImage:
    other = show(sheet, 620, 430)
    other.view.zoom(scale)
    other.view.end_preview()
    return other.pixels()


def test_the_preview_of_a_zoom_out_shows_the_board_around_the_last_frame(show: Show) -> None:
    display = show(BOARDS["lanes"], 620, 430)
    display.pixels()
    display.view.zoom(0.5)
    image, view = display.pixels(), display.view
    seen = view.board_rect().adjusted(0, 0, -20, -20)
    low = max(
        (box for box in view.board.notes.values() if seen.contains(display.middle(box.card.note))),
        key=lambda box: box.y,
    )
    assert image.pixelColor(display.middle(low.card.note)) != view.painter.look.ground


@pytest.mark.parametrize("scale", [1.0, BARS_BELOW - 0.02, BLOCKS_BELOW - 0.02])
def test_fit_all_and_100_percent(show: Show, scale: float) -> None:
    display = show(BOARDS["lanes"], 620, 430)
    view = display.view
    view.zoom(scale)
    display.key(Qt.Key.Key_0, CTRL)
    view.end_preview()
    seen = view.viewport.to_pixels(view.content)
    assert view.board_rect().adjusted(-1, -1, 1, 1).contains(seen)
    assert view.viewport.scale < 1
    display.key(Qt.Key.Key_1, CTRL)
    assert view.viewport.scale == 1


def test_fit_all_never_enlarges(show: Show) -> None:
    view = show(lanes(cards(6))).view
    view.fit_all()
    assert view.viewport.scale == 1


def test_heads_of_lanes_stay_in_sight_at_their_size(show: Show) -> None:
    display = show(BOARDS["lanes"], 1000, 430)
    view = display.view
    display.pixels()
    strip = view.strip.rect()
    before = display.pixels().copy(strip)
    view.pan(0, -400)
    assert display.pixels().copy(strip) == before
    view.zoom(0.3)
    view.end_preview()
    assert view.strip.height == strip.height()
    pile = view.strip.pile_at(
        view.viewport.to_pixels(view.board.piles[1].area).topLeft().toPointF()
    )
    assert pile is None or pile.title == MARKS[1].name


def test_two_fingers_on_a_touch_pad_zoom(show: Show) -> None:
    display = show(BOARDS["lanes"], 620, 430)
    at = QPointF(300, 200)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
        at, at, at, 0.25, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(display.view, event)
    assert display.view.viewport.scale == pytest.approx(1.25)
