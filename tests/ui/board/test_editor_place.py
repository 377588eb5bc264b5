"""Where the editor of a note lies: on the note, whatever happens around it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette

from tests.board_sheets import cards, lanes
from tests.ui.board.conftest import Show
from tests.ui.board.display import Display, assert_alike
from ui.theme import DARK

SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def display(show: Show) -> Display:
    return show(lanes(cards(24)))


def test_the_editor_lies_on_the_note_s_text(display: Display) -> None:
    display.double_click(5)
    view = display.view
    note = view.viewport.to_pixels(view.board.notes[5].rect)
    assert note.contains(display.editor.geometry())
    assert display.editor.font().pixelSize() == view.painter.style.text


def test_the_editor_follows_a_pan_and_a_zoom(show: Show) -> None:
    display = show(lanes(cards(150)), 620, 430)
    view = display.view
    display.double_click(7)
    before = display.editor.geometry()
    view.pan(-20, -30)
    assert display.editor.geometry() == before.translated(-20, -30)
    view.zoom(1.5)
    note = view.viewport.to_pixels(view.board.notes[7].rect)
    assert note.contains(display.editor.geometry().topLeft())
    assert display.editor.font().pixelSize() == round(1.5 * view.painter.style.text)


def test_a_pan_with_the_editor_open_leaves_nothing_behind(show: Show) -> None:
    display = show(lanes(cards(150)), 620, 430)
    display.double_click(7)
    display.editor.setCursorWidth(0)  # it blinks
    display.pixels()
    for way in ((-20, -30), (0, -60), (0, -40), (15, 50)):
        display.view.pan(*way)
        assert_alike(display.pixels(), display.painted_anew())


def test_out_of_sight_the_editor_still_takes_what_is_typed(show: Show) -> None:
    display = show(lanes(cards(150)), 620, 430)
    view = display.view
    display.double_click(1)
    view.pan(0, -9999)
    strip = display.pixels().copy(view.strip.rect())
    assert display.editor.hasFocus()
    display.type("x")
    assert display.editor.toPlainText().endswith("x")
    assert view.board_rect().contains(view.viewport.to_pixels(view.board.notes[1].rect))
    assert display.pixels().copy(view.strip.rect()) == strip


def test_a_text_that_is_longer_than_the_window_scrolls(show: Show) -> None:
    display = show(lanes(cards(6)), 620, 300)
    display.double_click(1)
    for _ in range(20):
        display.key(Key.Key_Return, SHIFT)
    editor = display.editor
    assert editor.geometry().bottom() <= display.view.height()
    assert editor.rect().contains(editor.cursorRect().center())


def test_the_wheel_moves_the_board_while_a_note_is_edited(show: Show) -> None:
    display = show(lanes(cards(150)), 620, 430)
    display.double_click(7)
    before = display.editor.geometry()
    display.wheel(QPoint(0, -120), before.center())
    assert display.editor.geometry() == before.translated(0, -60)


def test_the_editor_wears_the_theme(display: Display) -> None:
    display.double_click(5)
    display.view.set_theme(DARK)
    ink = display.editor.palette().color(QPalette.ColorRole.Text)
    assert ink == QColor(DARK.ink)


def test_the_editor_grows_with_its_text_and_leaves_nothing_behind(display: Display) -> None:
    display.double_click(5)
    before = display.editor.height()
    for _ in range(6):
        display.key(Key.Key_Return, SHIFT)
        display.type("line")
    assert display.editor.height() > before
    display.editor.setCursorWidth(0)  # it blinks
    assert_alike(display.pixels(), display.painted_anew())
    display.key(Key.Key_Escape)
    assert_alike(display.pixels(), display.painted_anew())
