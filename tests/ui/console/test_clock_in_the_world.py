"""The clock on the console where the world is unkind: a crash, sleep, other zones, a clock set."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import Desk, Wall
from tests.ui.screen import press, view_of, wait_saved
from ui.settings import Settings
from ui.window import MainWindow
from workshop.records.agenda import ClockEvent

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def _shows(window: MainWindow, qtbot: QtBot, figures: str) -> None:
    """Nobody touches anything: the console comes to show this."""
    qtbot.waitUntil(lambda: view_of(window).clock.figures.text() == figures)


@pytest.fixture
def again(qtbot: QtBot, desk: Desk, wall: Wall) -> Iterator[MainWindow]:
    """Another window, as after the program was started again."""
    made = MainWindow(Settings(), screens=desk.screens, now=wall.now)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    yield made
    made.close()


def test_after_sleep_it_is_over_by_what_was_slept(
    two: MainWindow, wall: Wall, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(50)
    _shows(two, qtbot, "+20:00")
    assert view_of(two).clock.drift.text() == "20 min behind"


def test_another_zone_of_the_computer_changes_nothing(
    two: MainWindow, wall: Wall, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(10)
    wall.at = wall.at.astimezone(datetime.timezone(datetime.timedelta(hours=9)))
    _shows(two, qtbot, "20:00")
    assert view_of(two).clock.about.text() == "of 30 min · ends 09:30"
    assert view_of(two).clock.drift.text() == "on time"


def test_a_clock_set_back_takes_nothing_of_what_has_run(
    two: MainWindow, wall: Wall, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(10)
    _shows(two, qtbot, "20:00")
    wall.turn_to(-50)
    qtbot.waitUntil(lambda: two.session is not None and len(two.session.workshop[ClockEvent]) == 3)
    wall.turn_to(-45)
    _shows(two, qtbot, "15:00")
    press(Qt.Key.Key_F8)
    wall.turn_to(-30)
    press(Qt.Key.Key_F8)
    _shows(two, qtbot, "15:00")


def test_past_midnight_it_goes_on(two: MainWindow, wall: Wall, qtbot: QtBot) -> None:
    wall.turn_to(14 * 60 + 50)
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Return)
    assert view_of(two).clock.about.text() == "of 30 min · ends 00:20"
    wall.turn_to(15 * 60 + 5)
    _shows(two, qtbot, "15:00")
    assert view_of(two).clock.finish.text() == "finish 01:50, planned 11:00"


def test_a_pause_outlasts_a_crash(
    two: MainWindow, again: MainWindow, wall: Wall, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    """The file as it stands on the disk in the pause, opened three quarters of an hour later."""
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(10)
    press(Qt.Key.Key_F8)
    wait_saved(two, qtbot)
    copy = Path(shutil.copy(file, tmp_path / "After.workshop"))
    wall.turn_to(55)
    with qtbot.waitExposed(again):
        again.begin(copy)
    view = view_of(again)
    assert view.clock.figures.text() == "20:00"
    assert view.clock.about.text() == "of 30 min · paused"
    assert view.clock.pause_button.text() == "Go on"
    QTest.mouseClick(view.clock.pause_button, LEFT)
    wall.turn_to(60)
    _shows(again, qtbot, "15:00")


def test_a_late_start_that_is_not_answered_is_asked_once(two: MainWindow, wall: Wall) -> None:
    wall.turn_to(12)
    press(Qt.Key.Key_Right, CTRL)
    view = view_of(two)
    assert view.question.isVisible()
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Right, CTRL)
    assert not view.question.isVisible()
    assert view.clock.figures.text() == "30:00"


def test_a_start_in_time_asks_nothing(two: MainWindow, wall: Wall) -> None:
    wall.turn_to(-3)
    press(Qt.Key.Key_Right, CTRL)
    assert not view_of(two).question.isVisible()
    assert view_of(two).clock.figures.text() == "30:00"
