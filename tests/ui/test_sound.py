"""Bell and chime: when they are due, that they can be turned off, and silence where none can be."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.console.conftest import Wall, desk, two, wall
from tests.ui.screen import press, view_of
from ui import settings, sound
from ui.console.bells import Bells
from ui.settings import Settings
from ui.sound import Player
from ui.window import MainWindow
from workshop import agenda
from workshop.records.agenda import Stage, Step

__all__ = ["desk", "two", "wall"]

CTRL = Qt.KeyboardModifier.ControlModifier


def _heard(window: MainWindow) -> list[str]:
    """What sounds from now on."""
    heard: list[str] = []
    assert window.console is not None
    Bells(window.console.run, heard.append)
    return heard


def _pass(window: MainWindow, wall: Wall, *minutes: float) -> None:
    for minute in minutes:
        wall.turn_to(minute)
        assert window.console is not None
        window.console.run.follow()


def test_a_chime_at_zero_and_again_after_more_time(two: MainWindow, wall: Wall) -> None:
    heard = _heard(two)
    press(Qt.Key.Key_Right, CTRL)
    _pass(two, wall, 29.99)
    assert heard == []
    _pass(two, wall, 30.01, 30.02, 31)
    assert heard == ["chime"]
    two.actions_by_id["more_5"].trigger()
    _pass(two, wall, 34.99, 35.01)
    assert heard == ["chime", "chime"]


def test_the_bell_of_a_break_rings_before_its_end(two: MainWindow, wall: Wall) -> None:
    heard = _heard(two)
    view_of(two).show_stage("coffee")
    view_of(two).run.start_now()
    _pass(two, wall, 27.99, 28.01)
    assert heard == ["bell"]
    two.actions_by_id["more_5"].trigger()
    _pass(two, wall, 32.99, 33.01, 34.99, 35.01)
    assert heard == ["bell", "bell", "chime"]


def test_steps_ring_where_they_say_so(two: MainWindow, wall: Wall) -> None:
    assert two.session is not None
    workshop = two.session.workshop
    welcome = next(stage for stage in workshop[Stage] if stage.title == "Welcome")
    steps = [Step(minutes=m, do="x", bell=bell) for m, bell in ((5, True), (5, False), (20, True))]
    agenda.set_steps(workshop, welcome.id, steps)
    heard = _heard(two)
    press(Qt.Key.Key_Right, CTRL)
    _pass(two, wall, 4.99, 5.01, 9.99, 10.01, 29.99, 30.01)
    assert heard == ["bell", "bell"], "a bell at zero takes the place of the chime"


def test_what_was_due_in_sleep_is_not_heard(two: MainWindow, wall: Wall) -> None:
    heard = _heard(two)
    press(Qt.Key.Key_Right, CTRL)
    _pass(two, wall, 20, 45)
    assert heard == []


def test_a_paused_clock_is_silent(two: MainWindow, wall: Wall) -> None:
    heard = _heard(two)
    press(Qt.Key.Key_Right, CTRL)
    _pass(two, wall, 29.99)
    press(Qt.Key.Key_F8)
    _pass(two, wall, 31, 40)
    assert heard == []


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What is handed to a player, on a display that somebody sits at."""
    found: list[list[str]] = []

    def begin(program: str, arguments: list[str]) -> tuple[bool, int]:
        found.append([program, *arguments])
        return True, 1

    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    monkeypatch.setattr(QProcess, "startDetached", begin)
    monkeypatch.setattr(sound, "_player", lambda: "/usr/bin/player")
    monkeypatch.setattr("sys.platform", "linux")
    return found


def test_a_sound_is_handed_to_the_player_there_is(begun: list[list[str]]) -> None:
    assert Player(Settings()).play("bell")
    program, file = begun[0]
    assert program == "/usr/bin/player"
    assert Path(file).is_file()


def test_sounds_can_be_turned_off(begun: list[list[str]]) -> None:
    player = Player(Settings())
    player.choose("off")
    assert not player.play("bell")
    assert begun == []
    assert Settings()[settings.SOUND] == "off"


def test_without_a_player_it_is_silent(
    begun: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound, "_player", lambda: "")
    assert not Player(Settings()).play("chime")
    assert begun == []


def test_nobody_hears_a_window_that_nobody_sees() -> None:
    assert not Player(Settings()).play("bell")
