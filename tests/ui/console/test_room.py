"""The room display from the console: curtain, freeze, covered notes, screens; and one display."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tests.ui.console.conftest import BEAMER, LAPTOP, PROJECTOR, Desk
from tests.ui.screen import focus, press, texts, type_note, type_text, view_of
from ui.console import one_display
from ui.room.canvas import RoomCanvas
from ui.room.window import RoomWindow
from ui.window import MainWindow
from workshop.room_view import RoomView

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def _room(window: MainWindow) -> RoomWindow:
    assert window.room.window is not None
    return window.room.window


def _view(window: MainWindow) -> RoomView:
    return _room(window).canvas.view


def _run_board(window: MainWindow) -> None:
    """Starts the stage with the board, which covers it, and types two notes."""
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    type_note("p: Berths close without warning")
    type_note("e: Three engines")


def _read(view: RoomView) -> str:
    sheet = view.sheet
    cards = [card.text for pile in sheet.piles for card in pile.cards] if sheet else []
    return " ".join(cards)


def test_the_room_display_is_on_the_second_screen(two: MainWindow) -> None:
    room = _room(two)
    assert room.isVisible()
    assert room.geometry() == PROJECTOR.geometry
    assert two.isActiveWindow()


def test_the_room_sees_counts_until_revealed(two: MainWindow) -> None:
    _run_board(two)
    assert view_of(two).bar.states["covered"].isChecked()
    assert _read(_view(two)) == ""
    assert view_of(two).room_words.text() == "Room: counts"
    press(Qt.Key.Key_F2)
    assert "Berths close" in _read(_view(two))
    press(Qt.Key.Key_Z, CTRL)
    assert _read(_view(two)) == ""
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_R)
    assert "Three engines" in _read(_view(two))


def test_the_switch_covers_again(two: MainWindow) -> None:
    _run_board(two)
    bar = view_of(two).bar
    QTest.mouseClick(bar.states["open"], LEFT)
    assert "Three engines" in _read(_view(two))
    QTest.mouseClick(bar.states["covered"], LEFT)
    assert _read(_view(two)) == ""


class _Paints(QObject):
    """Notes at each painting whether the view is blank."""

    def __init__(self, canvas: RoomCanvas, paints: list[bool]) -> None:
        super().__init__(canvas)
        self._canvas, self._paints = canvas, paints

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._paints.append(self._canvas.view.blank)
        return False


def test_the_curtain_falls_at_once(two: MainWindow) -> None:
    canvas = _room(two).canvas
    paints: list[bool] = []
    canvas.installEventFilter(_Paints(canvas, paints))
    press(Qt.Key.Key_F9)
    assert paints == [True], "painted within the key press"
    assert _view(two) == RoomView(blank=True)
    assert view_of(two).room_words.text() == "Room: blank"
    press(Qt.Key.Key_F9)
    assert not _view(two).blank


def test_b_is_a_letter_where_one_types_and_the_curtain_elsewhere(two: MainWindow) -> None:
    _run_board(two)
    type_text("b")
    assert view_of(two).capture.line.text() == "b"
    assert not _view(two).blank
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_B)
    assert _view(two).blank


def test_the_curtain_acts_in_a_dialog(two: MainWindow) -> None:
    two.asking.open()
    dialog = two.findChildren(QFileDialog)[-1]
    field = dialog.findChild(QLineEdit)
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_F9)
    assert _view(two).blank
    dialog.close()


def test_a_frozen_room_stays_and_the_curtain_still_falls(two: MainWindow) -> None:
    _run_board(two)
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_F2)
    assert _read(_view(two)) == ""
    assert view_of(two).room_words.text() == "Room: counts, frozen"
    press(Qt.Key.Key_F9)
    assert _view(two).blank
    press(Qt.Key.Key_F9)
    assert _read(_view(two)) == ""
    press(Qt.Key.Key_F4)
    assert "Three engines" in _read(_view(two))


def test_problem_and_vision_over_everything(two: MainWindow) -> None:
    press(Qt.Key.Key_F7)
    assert _view(two).agreed is not None
    press(Qt.Key.Key_F7)
    assert _view(two).agreed is None


def test_silent_writing_by_its_key(two: MainWindow) -> None:
    _run_board(two)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_W)
    assert _view(two).silent_left == 300
    assert "5:00 left" in view_of(two).bar.about.text()
    press(Qt.Key.Key_W)
    assert _view(two).silent_left is None


def test_a_screen_that_is_pulled_out_comes_back(two: MainWindow, desk: Desk) -> None:
    desk.plug(LAPTOP)
    assert not _room(two).isVisible()
    desk.plug(LAPTOP, PROJECTOR)
    assert _room(two).isVisible()


def test_the_screen_is_chosen_by_name_and_remembered(two: MainWindow, desk: Desk) -> None:
    desk.plug(LAPTOP, PROJECTOR, BEAMER)
    two.room.choose("Beamer")
    assert _room(two).geometry() == BEAMER.geometry
    desk.plug(LAPTOP)
    desk.plug(LAPTOP, PROJECTOR, BEAMER)
    assert _room(two).screen_name == "Beamer"
    two.room.choose("")
    assert not _room(two).isVisible()


def test_the_preview_shows_what_the_room_sees(two: MainWindow) -> None:
    _run_board(two)
    assert view_of(two).side.preview.view == _view(two)


def test_with_one_screen_what_is_private_is_masked_until_asked_for(one: MainWindow) -> None:
    _run_board(one)
    view = view_of(one)
    assert texts(one) == []
    type_text("three small words")
    assert "three" not in view.capture.line.displayText()
    assert view.capture.counted == "3 words"
    press(Qt.Key.Key_F10)
    assert texts(one) == ["Berths close without warning", "Three engines"]
    assert view.capture.line.displayText() == "three small words"


def _is_blank(canvas: RoomCanvas) -> bool:
    return canvas.view.blank


def _shows_room(window: MainWindow) -> bool:
    return window.shows_room


def test_the_same_window_shows_the_room_and_comes_back(one: MainWindow) -> None:
    _run_board(one)
    press(Qt.Key.Key_F10)
    press(Qt.Key.Key_F11)
    assert _shows_room(one)
    assert not view_of(one).isVisible()
    assert focus().isVisible()
    assert one.console is not None
    page = one.console.page.canvas
    press(Qt.Key.Key_F2)
    assert "Three engines" in _read(page.view)
    press(Qt.Key.Key_F9)
    assert _is_blank(page)
    press(Qt.Key.Key_F9)
    assert not one.actions_by_id["open"].isEnabled()
    press(Qt.Key.Key_F11)
    assert not _shows_room(one)
    assert focus() is view_of(one).capture.line
    assert QApplication.activeModalWidget() is None


def test_who_types_on_when_the_room_view_comes_up_reveals_nothing(
    one: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_display, "QUIET_MS", 60_000)
    _run_board(one)
    press(Qt.Key.Key_F11)
    assert one.console is not None
    page = one.console.page.canvas
    type_text("more f b ")
    assert "Three engines" not in _read(page.view)
    assert not _is_blank(page)
    assert not one.console.run.feed.frozen
    press(Qt.Key.Key_F9)
    assert _is_blank(page), "a key that always acts does so now too"
    press(Qt.Key.Key_F9)
    monkeypatch.setattr(one_display, "QUIET_MS", 0)
    type_text("r")
    assert "Three engines" in _read(page.view)


def test_coming_back_masks_again(one: MainWindow) -> None:
    _run_board(one)
    press(Qt.Key.Key_F10)
    press(Qt.Key.Key_F11)
    press(Qt.Key.Key_F11)
    assert texts(one) == []
    assert view_of(one).side.unmask_button.isVisible()
