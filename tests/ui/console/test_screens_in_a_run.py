"""Screens that are pulled out and plugged in while a stage runs, and what is remembered of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import BEAMER, LAPTOP, PROJECTOR, Desk, Wall
from tests.ui.screen import focus, press, texts, type_note, type_text, view_of
from ui.room.window import RoomWindow
from ui.screens import Screen
from ui.settings import Settings
from ui.window import MainWindow
from workshop.room_view import RoomView

CTRL = Qt.KeyboardModifier.ControlModifier


def _room(window: MainWindow) -> RoomWindow:
    assert window.room.window is not None
    return window.room.window


def _view(window: MainWindow) -> RoomView:
    return _room(window).canvas.view


def _read(window: MainWindow) -> list[str]:
    sheet = _view(window).sheet
    return [card.text for pile in sheet.piles for card in pile.cards] if sheet else []


def _run_board(window: MainWindow) -> None:
    """The stage with the board is on and covered; two notes are written, a third is begun."""
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    type_note("p: Berths close without warning")
    type_note("e: Three engines")
    type_text("half a thought")


def test_a_projector_pulled_out_masks_and_back_again_shows(two: MainWindow, desk: Desk) -> None:
    _run_board(two)
    line = view_of(two).capture.line
    desk.plug(LAPTOP)
    assert not _room(two).isVisible()
    assert view_of(two).side.unmask_button.isVisible()
    assert texts(two) == [], "the room may see this screen"
    assert "half" not in line.displayText()
    assert focus() is line
    type_text(" more")
    desk.plug(LAPTOP, PROJECTOR)
    assert _room(two).isVisible()
    assert _room(two).geometry() == PROJECTOR.geometry
    assert line.displayText() == "half a thought more"
    assert texts(two) == ["Berths close without warning", "Three engines"]
    assert focus() is line
    assert QApplication.activeModalWidget() is None


def test_what_happened_meanwhile_stands_on_the_projector_at_once(
    two: MainWindow, desk: Desk, wall: Wall
) -> None:
    _run_board(two)
    desk.plug(LAPTOP)
    press(Qt.Key.Key_F2)
    wall.turn_to(7)
    assert two.console is not None
    two.console.run.follow()
    desk.plug(LAPTOP, PROJECTOR)
    assert _read(two) == ["Berths close without warning", "Three engines"]
    clock = _view(two).clock
    assert clock is not None
    assert clock.left == 23 * 60


def test_the_curtain_and_the_frozen_picture_outlast_the_cable(two: MainWindow, desk: Desk) -> None:
    _run_board(two)
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_F9)
    desk.plug(LAPTOP)
    desk.plug(LAPTOP, PROJECTOR)
    assert _view(two).blank
    press(Qt.Key.Key_F9)
    assert _read(two) == [], "frozen while it was covered"
    press(Qt.Key.Key_F4)
    assert len(_read(two)) == 2


def test_another_projector_takes_its_place(two: MainWindow, desk: Desk) -> None:
    _run_board(two)
    desk.plug(LAPTOP, BEAMER)
    assert _room(two).geometry() == BEAMER.geometry
    assert view_of(two).side.preview.room_size == BEAMER.geometry.size()
    smaller = Screen("Beamer", QRect(4000, 0, 1024, 768))
    desk.plug(LAPTOP, smaller)
    assert _room(two).geometry() == smaller.geometry
    assert view_of(two).side.preview.room_size == smaller.geometry.size()


def test_a_projector_that_begins_to_mirror_masks(two: MainWindow, desk: Desk) -> None:
    _run_board(two)
    desk.plug(LAPTOP, Screen("Projector", LAPTOP.geometry, has_console=True))
    assert not _room(two).isVisible()
    assert texts(two) == []


def _open_at(desk: Desk, file: Path, qtbot: QtBot) -> MainWindow:
    """The program started anew with the settings there are, at this desk."""
    window = MainWindow(Settings(), screens=desk.screens)
    desk.screens.console = window
    qtbot.addWidget(window)
    window.begin(file)
    window.resize(1280, 720)
    return window


def test_each_set_of_screens_remembers_its_own(file: Path, qtbot: QtBot, qapp: object) -> None:
    office = Desk(LAPTOP, PROJECTOR, BEAMER)
    window = _open_at(office, file, qtbot)
    assert _room(window).screen_name == "Projector"
    window.room.choose("Beamer")
    window.close()
    hotel = Desk(LAPTOP, PROJECTOR)
    window = _open_at(hotel, file, qtbot)
    assert _room(window).screen_name == "Projector"
    window.room.choose("")
    window.close()
    train = Desk(LAPTOP)
    window = _open_at(train, file, qtbot)
    assert _room(window).screen_name == ""
    assert view_of(window).side.unmask_button.isVisibleTo(window)
    window.close()
    for desk, name in ((Desk(LAPTOP, PROJECTOR, BEAMER), "Beamer"), (Desk(LAPTOP, PROJECTOR), "")):
        window = _open_at(desk, file, qtbot)
        assert _room(window).screen_name == name
        window.close()


def test_one_display_shows_the_room_in_full_when_the_projector_comes(
    one: MainWindow, desk: Desk
) -> None:
    """The window shows the room view when somebody plugs a projector in."""
    _run_board(one)
    press(Qt.Key.Key_F11)
    desk.plug(LAPTOP, PROJECTOR)
    assert _room(one).isVisible()
    press(Qt.Key.Key_F11)
    assert not one.shows_room
    assert texts(one) == ["Berths close without warning", "Three engines"]
