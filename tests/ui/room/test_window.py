"""The window that the room sees: on its screen, out of the way, and back when its screen is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.rules.sources import ROOT
from tests.ui.room import views
from ui.room import window as module
from ui.room.window import RoomWindow
from ui.screens import Screen, Screens

DESK = Screen("Desk", QRect(0, 0, 1280, 720), has_console=True)
WALL = Screen("Wall", QRect(1280, 0, 1920, 1080))
LARGER = Screen("Wall", QRect(1280, 0, 2560, 1440))


class Desk:
    """Screens that a test plugs in and pulls out."""

    def __init__(self, *screens: Screen) -> None:
        self.plugged = list(screens)
        self.screens = Screens(read=lambda: self.plugged)

    def plug(self, *screens: Screen) -> None:
        self.plugged = list(screens)
        self.screens.changed.emit()


@pytest.fixture
def desk() -> Desk:
    return Desk(DESK, WALL)


@pytest.fixture
def room(desk: Desk, qtbot: QtBot) -> Iterator[RoomWindow]:
    made = RoomWindow(desk.screens, views.states()["revealed"], moves=False)
    qtbot.addWidget(made)
    yield made
    made.put_away()


def test_it_fills_the_screen_it_is_given(room: RoomWindow) -> None:
    room.show_on("Wall")
    assert room.isVisible()
    assert room.geometry() == WALL.geometry
    assert room.screen_name == "Wall"
    assert room.canvas.size() == WALL.geometry.size()


def test_it_asks_for_no_focus_and_has_no_frame(room: RoomWindow) -> None:
    flags = room.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.FramelessWindowHint
    assert room.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not room.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    assert room.canvas.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_console_keeps_the_focus(qtbot: QtBot) -> None:
    console = QWidget()
    qtbot.addWidget(console)
    with qtbot.waitActive(console):
        console.show()
        console.activateWindow()
    screens = Screens(console, read=lambda: [WALL])
    made = RoomWindow(screens)
    qtbot.addWidget(made)
    made.show_on("Wall")
    qtbot.waitExposed(made)
    for _ in range(3):  # the platform without a display gives every new window the focus
        QApplication.processEvents()
    assert console.isActiveWindow()
    made.put_away()


def test_its_title_says_nothing_of_the_workshop(room: RoomWindow) -> None:
    room.show_on("Wall")
    assert room.windowTitle() == "Room display"


def test_a_screen_that_is_pulled_out_and_comes_back_gets_its_content_back(
    room: RoomWindow, desk: Desk, qtbot: QtBot
) -> None:
    room.show_on("Wall")
    with qtbot.waitSignal(room.screen_changed) as told:
        desk.plug(DESK)
    assert told.args == [""]
    assert not room.isVisible()
    room.show_view(views.states()["covered"])
    with qtbot.waitSignal(room.screen_changed) as told:
        desk.plug(DESK, WALL)
    assert told.args == ["Wall"]
    assert room.isVisible()
    assert room.geometry() == WALL.geometry
    assert room.canvas.view == views.states()["covered"]


def test_it_follows_a_screen_that_changes_its_size(room: RoomWindow, desk: Desk) -> None:
    room.show_on("Wall")
    desk.plug(DESK, LARGER)
    assert room.geometry() == LARGER.geometry
    assert room.canvas.picture.width == 2560


def test_it_goes_to_another_screen_by_name(room: RoomWindow, desk: Desk) -> None:
    second = Screen("Side", QRect(0, 720, 1024, 768))
    desk.plug(DESK, WALL, second)
    room.show_on("Wall")
    room.show_on("Side")
    assert room.geometry() == second.geometry


def test_it_never_covers_the_console(room: RoomWindow, desk: Desk) -> None:
    room.show_on("Desk")
    assert not room.isVisible()


def test_only_the_program_closes_it(room: RoomWindow) -> None:
    room.show_on("Wall")
    by_key = _Spontaneous()
    QApplication.sendEvent(room, by_key)
    assert not by_key.isAccepted()
    room.put_away()
    assert not room.isVisible()
    assert room.screen_name == ""


class _Spontaneous(QCloseEvent):
    """A request to close that comes from the system."""

    def spontaneous(self) -> bool:
        return True


def test_the_pointer_goes_and_comes_back_when_it_moves(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CURSOR_GOES_AFTER_MS", 1)
    made = RoomWindow(desk.screens)
    qtbot.addWidget(made)
    made.show_on("Wall")
    qtbot.waitUntil(lambda: made.cursor().shape() == Qt.CursorShape.BlankCursor)
    QTest.mouseMove(made.canvas, QPoint(50, 50))
    QTest.mouseMove(made.canvas, QPoint(90, 90))
    assert made.cursor().shape() != Qt.CursorShape.BlankCursor
    qtbot.waitUntil(lambda: made.cursor().shape() == Qt.CursorShape.BlankCursor)
    made.put_away()


TWO_SCREENS = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from ui import fonts
from ui.room.window import RoomWindow
from ui.screens import Screens, room_screen
application = QApplication([])
fonts.load()
console = QWidget()
console.resize(400, 300)
console.show()
screens = Screens(console)
room = RoomWindow(screens)
room.show_on(room_screen(screens.listed(), {}).name)
application.processEvents()
shown = room.geometry()
print(room.screen().name(), shown.x(), shown.y(), shown.width(), shown.height(),
      room.isFullScreen(), [screen.has_console for screen in screens.listed()])
room.put_away()
"""


def test_with_two_real_screens_it_takes_the_second(tmp_path: Path) -> None:
    screens = [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, "dpr": 1,
         "logicalDpi": 96, "logicalBaseDpi": 96}
        for name, x, width, height in (("Desk", 0, 1280, 720), ("Wall", 1280, 1920, 1080))
    ]  # fmt: skip
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": screens}))
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}"}
    run = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS], cwd=ROOT, env=environment, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert run.stderr == ""
    assert run.stdout.strip() == "Wall 1280 0 1920 1080 True [True, False]"
