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


def test_the_first_line_stays_while_the_text_grows(display: Display) -> None:
    """Each line that is added by wrapping lies below the others, and none is scrolled away."""
    display.double_click(5)
    editor = display.editor
    display.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    display.type("One")
    top = _ink(display, 5)[0]
    for word in ("storm in the harbour", " closes all the berths", " and nobody is told of it"):
        display.type(word)
        assert editor.verticalScrollBar().value() == 0
        assert _ink(display, 5)[0] == top


def _ink(display: Display, note: int) -> list[int]:
    """The rows of pixels in which the text of a note begins its lines."""
    if display.view.editing.editor is not None:
        display.editor.setCursorWidth(0)
    view, box = display.view, display.view.board.notes[note]
    image = display.pixels()
    style = view.painter.style
    left, top = view.viewport.to_pixels(box.rect).topLeft().toTuple()
    columns = range(left + round(style.inset), left + round(style.inset + 60))
    dark = [
        y
        for y in range(top + 4, top + round(box.shape.text.height + style.pad))
        if any(image.pixelColor(x, y).lightness() < 90 for x in columns)
    ]
    return [y for y in dark if y - 1 not in dark]
