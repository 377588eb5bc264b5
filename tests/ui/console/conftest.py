"""A window with a clock that stands still until it is turned, and screens that come and go."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from tests.workshop.room import minute
from ui.screens import Screen, Screens
from ui.settings import Settings
from ui.window import MainWindow

LAPTOP = Screen("Laptop", QRect(0, 0, 1280, 720), has_console=True)
PROJECTOR = Screen("Projector", QRect(2000, 0, 1920, 1080))
BEAMER = Screen("Beamer", QRect(4000, 0, 1280, 720))


class Wall:
    """The clock on the wall."""

    def __init__(self) -> None:
        self.at = minute(0)

    def now(self) -> datetime.datetime:
        return self.at

    def turn_to(self, minutes: float) -> None:
        """So many minutes after nine."""
        self.at = minute(minutes)


class Desk:
    """The screens on the desk."""

    def __init__(self, *screens: Screen) -> None:
        self.there = list(screens)
        self.screens = Screens(read=lambda: self.there)

    def plug(self, *screens: Screen) -> None:
        """From now on these are there."""
        self.there = list(screens)
        self.screens.changed.emit()


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def desk() -> Desk:
    """A laptop and a projector."""
    return Desk(LAPTOP, PROJECTOR)


def _open(file: Path, qtbot: QtBot, desk: Desk, wall: Wall) -> MainWindow:
    made = MainWindow(Settings(), screens=desk.screens, now=wall.now)
    desk.screens.console = made
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitActive(made):
        made.begin(file)
    return made


@pytest.fixture
def two(file: Path, qtbot: QtBot, qapp: object, desk: Desk, wall: Wall) -> Iterator[MainWindow]:
    """The window on the laptop, the room display on the projector."""
    made = _open(file, qtbot, desk, wall)
    yield made
    made.close()


@pytest.fixture
def one(file: Path, qtbot: QtBot, qapp: object, desk: Desk, wall: Wall) -> Iterator[MainWindow]:
    """The window on the only screen."""
    desk.there = [LAPTOP]
    made = _open(file, qtbot, desk, wall)
    yield made
    made.close()
