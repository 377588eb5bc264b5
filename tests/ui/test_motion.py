"""Whether things move: as the system asks, or as is set; and what that means on both displays."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import desk, two, wall
from tests.ui.screen import press, type_note, view_of
from ui import settings, system_motion
from ui.motion import MotionSetting
from ui.settings import Settings
from ui.window import MainWindow

__all__ = ["desk", "two", "wall"]

ROOT = Path(__file__).parents[2]
BUS = shutil.which("dbus-run-session")
CTRL = Qt.KeyboardModifier.ControlModifier

Tell = Callable[[bool], object]


@pytest.mark.skipif(sys.platform != "linux" or BUS is None, reason="needs a D-Bus of its own")
@pytest.mark.parametrize(
    ("group", "name", "value", "reduces"),
    [
        ("org.freedesktop.appearance", "reduced-motion", "1", True),
        ("org.freedesktop.appearance", "reduced-motion", "0", False),
        ("org.gnome.desktop.interface", "enable-animations", "False", True),
        ("org.gnome.desktop.interface", "enable-animations", "True", False),
        ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "'0'", True),
        ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "'0.5'", False),
        ("org.example", "something-else", "1", False),
    ],
)
def test_the_desktop_is_asked(group: str, name: str, value: str, reduces: bool) -> None:
    assert BUS is not None
    command = [BUS, "--", sys.executable, "-P", "-m", "tests.ui.portal", group, name, value]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(reduces)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always answer")
def test_a_system_without_a_bus_asks_for_nothing(
    monkeypatch: pytest.MonkeyPatch, qapp: QObject, qtbot: QtBot
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    told: list[bool] = []
    system_motion.ask(qapp, told.append)
    qtbot.waitUntil(lambda: told == [False])


@pytest.mark.parametrize(
    ("chosen", "reduces", "allowed"),
    [
        ("system", True, False),
        ("system", False, True),
        ("full", True, True),
        ("reduced", False, False),
    ],
)
def test_what_is_set_outranks_the_system(
    chosen: str,
    reduces: bool,
    allowed: bool,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def ask(_owner: QObject, tell: Tell) -> None:
        tell(reduces)

    monkeypatch.setattr(system_motion, "ask", ask)
    store = Settings()
    store[settings.MOTION] = chosen
    setting = MotionSetting(store)
    assert setting.allowed is (chosen == "full"), "nothing moves before the system has answered"
    with qtbot.waitSignal(setting.changed):
        pass
    assert setting.allowed is allowed


@pytest.mark.parametrize(("chosen", "moves"), [("full", True), ("reduced", False)])
def test_revealed_notes_slide_in_unless_nothing_is_to_move(
    two: MainWindow, chosen: str, moves: bool
) -> None:
    two.motion.choose(chosen)
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    type_note("p: Berths close without warning")
    press(Qt.Key.Key_F2)
    assert two.room.window is not None
    assert bool(two.room.window.canvas.arriving) is moves
    assert not view_of(two).side.preview.arriving, "the preview only shows where things are"
    assert Settings()[settings.MOTION] == chosen


def test_it_is_set_in_the_menu(two: MainWindow) -> None:
    menus = two.menu.findChildren(QMenu)
    actions = next(menu.actions() for menu in menus if menu.title() == "Motion")
    words = [action.text() for action in actions]
    assert words == ["As the system", "Show where things go", "Move nothing"]
    actions[2].trigger()
    assert two.motion.chosen == "reduced"
