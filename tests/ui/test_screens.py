"""Which screens there are, and which of them is the room's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import screens as module
from ui.screens import Screen, Screens, room_screen, set_key

DESK = Screen("Desk", QRect(0, 0, 1280, 720), has_console=True)
WALL = Screen("Wall", QRect(1280, 0, 1920, 1080))
SIDE = Screen("Side", QRect(-1024, 0, 1024, 768))


def test_the_screens_of_this_machine_are_read(qtbot: QtBot, qapp: QApplication) -> None:
    console = QWidget()
    qtbot.addWidget(console)
    console.show()
    found = Screens(console).listed()
    assert [screen.geometry for screen in found] == [s.geometry() for s in qapp.screens()]
    assert found[0].has_console
    assert found[0].handle is qapp.screens()[0]


def test_without_a_console_none_is_taken(qapp: QApplication) -> None:
    assert not any(screen.has_console for screen in Screens().listed())


def test_screens_of_one_name_are_told_apart() -> None:
    assert module._told_apart(["Wall", "Desk", "Wall"]) == ["Wall (1)", "Desk", "Wall (2)"]


def test_one_screen_has_no_room() -> None:
    assert room_screen([DESK], {}) is None
    assert room_screen([], {}) is None


def test_the_second_screen_is_the_room() -> None:
    assert room_screen([DESK, WALL, SIDE], {}) is WALL
    assert room_screen([WALL, DESK], {}) is WALL, "the first that the console is not on"


def test_a_mirrored_screen_is_no_second_one() -> None:
    mirror = Screen("Projector", DESK.geometry, has_console=True)
    assert room_screen([DESK, mirror], {}) is None


def test_the_remembered_screen_comes_first() -> None:
    desk = [DESK, WALL, SIDE]
    remembered = {set_key(desk): "Side"}
    assert room_screen(desk, remembered) is SIDE
    assert room_screen([SIDE, WALL, DESK], remembered) is SIDE, "in any order"


def test_what_was_remembered_at_another_desk_does_not_count() -> None:
    remembered = {set_key([DESK, WALL, SIDE]): "Side"}
    assert room_screen([DESK, WALL], remembered) is WALL
    assert room_screen([DESK], remembered) is None


@pytest.mark.parametrize("name", ["Gone", "Desk"])
def test_a_remembered_screen_that_cannot_be_is_passed_over(name: str) -> None:
    assert room_screen([DESK, WALL], {set_key([DESK, WALL]): name}) is WALL


def test_no_room_display_can_be_remembered_too() -> None:
    assert room_screen([DESK, WALL], {set_key([DESK, WALL]): ""}) is None


def test_a_change_is_passed_on(qtbot: QtBot, qapp: QApplication) -> None:
    found = Screens()
    with qtbot.waitSignal(found.changed):
        qapp.screens()[0].geometryChanged.emit(QRect(0, 0, 640, 480))


def test_nothing_is_passed_on_when_the_console_is_gone(qtbot: QtBot, qapp: QApplication) -> None:
    console = QWidget()
    told = []
    Screens(console).changed.connect(lambda: told.append("changed"))
    with qtbot.waitSignal(console.destroyed):
        console.deleteLater()
    qapp.screens()[0].geometryChanged.emit(QRect(0, 0, 640, 480))
    assert told == []
