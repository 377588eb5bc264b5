"""Which screens there are, and which of them is the room's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import screens as module
from ui.screens import Screen, Screens, overlap, room_screen, set_key

ROOT = Path(__file__).parents[2]
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


@pytest.mark.parametrize(
    ("laptop", "projector", "mirrored"),
    [
        (QRect(0, 0, 1600, 900), QRect(0, 0, 1280, 720), True),
        (QRect(0, 0, 1280, 720), QRect(0, 0, 1920, 1080), True),
        (QRect(0, 0, 1600, 900), QRect(160, 90, 1280, 720), True),
        (QRect(0, 0, 1600, 900), QRect(0, 0, 1600, 900), True),
        (QRect(0, 0, 1600, 900), QRect(1600, 0, 1280, 720), False),
        (QRect(0, 0, 1600, 900), QRect(1599, 0, 1280, 720), False),
        (QRect(0, 0, 1600, 900), QRect(0, -1079, 1920, 1080), False),
        (QRect(0, 0, 1600, 900), QRect(), False),
    ],
)
def test_screens_that_overlap_are_mirrored(laptop: QRect, projector: QRect, mirrored: bool) -> None:
    assert overlap(laptop, projector) is mirrored
    assert overlap(projector, laptop) is mirrored


_OPEN = """
import sys
from pathlib import Path
from ui import app
from ui.settings import Settings
from ui.window import MainWindow
application = app.make_application()
window = MainWindow(Settings())
window.begin(Path(sys.argv[1]))
print(window.room.names, repr(window.room.screen_name), window.console.privacy.masked)
window.close()
"""


@pytest.mark.parametrize(("x", "told"), [(0, "[] '' True"), (1600, "['Beamer'] 'Beamer' False")])
def test_a_projector_that_mirrors_with_fewer_pixels_shows_the_console(
    x: int, told: str, file: Path, tmp_path: Path
) -> None:
    """With two screens as Qt itself tells of them: no room display opens, and all is masked."""
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [_screen("Laptop", 0, 1600, 900),
                                               _screen("Beamer", x, 1280, 720)]}))  # fmt: skip
    platform = f"offscreen:configfile={screens}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": platform}
    done = subprocess.run(
        [sys.executable, "-P", "-c", _OPEN, str(file)],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == told


_MOVE = _OPEN.replace(
    "print(window",
    """
def tell():
    application.processEvents()
    print(repr(window.room.screen_name), window.console.privacy.masked)
tell()
for x in (2000, 100, 1500, 100):
    window.move(x, 20)
    tell()
print(window""",
)


def test_a_window_that_is_moved_to_the_rooms_screen_is_masked(file: Path, tmp_path: Path) -> None:
    """With two screens as Qt itself tells of them: on the room's, back, on both, and back."""
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [_screen("Laptop", 0, 1600, 900),
                                               _screen("Beamer", 1600, 1280, 720)]}))  # fmt: skip
    platform = f"offscreen:configfile={screens}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": platform}
    done = subprocess.run(
        [sys.executable, "-P", "-c", _MOVE, str(file)],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    apart, seen = "'Beamer' False", "'' True"
    assert done.stdout.splitlines()[:-1] == [apart, seen, apart, seen, apart]


def _screen(name: str, x: int, width: int, height: int) -> dict[str, object]:
    return {"name": name, "x": x, "y": 0, "width": width, "height": height,
            "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}  # fmt: skip


def test_the_remembered_screen_comes_first() -> None:
    desk = [DESK, WALL, SIDE]
    remembered = {set_key(desk): "Side"}
    assert room_screen(desk, remembered) is SIDE
    assert room_screen([SIDE, WALL, DESK], remembered) is SIDE, "in any order"


def test_what_was_remembered_at_another_desk_does_not_count() -> None:
    remembered = {set_key([DESK, WALL, SIDE]): "Side"}
    assert room_screen([DESK, WALL], remembered) is WALL
    assert room_screen([DESK], remembered) is None


def test_a_remembered_screen_that_is_gone_is_passed_over() -> None:
    assert room_screen([DESK, WALL], {set_key([DESK, WALL]): "Gone"}) is WALL


def test_the_room_keeps_its_screen_while_the_console_stands_there() -> None:
    assert room_screen([DESK, WALL], {set_key([DESK, WALL]): "Desk"}) is DESK


def test_no_room_display_can_be_remembered_too() -> None:
    assert room_screen([DESK, WALL], {set_key([DESK, WALL]): ""}) is None


def test_a_change_is_passed_on(qtbot: QtBot, qapp: QApplication) -> None:
    found = Screens()
    told = []
    found.changed.connect(lambda: told.append("changed"))
    with qtbot.waitSignal(found.changed):
        qapp.screens()[0].geometryChanged.emit(QRect(0, 0, 640, 480))
    assert told == ["changed"]


def test_nothing_is_passed_on_when_the_console_is_gone(qtbot: QtBot, qapp: QApplication) -> None:
    console = QWidget()
    told = []
    Screens(console).changed.connect(lambda: told.append("changed"))
    with qtbot.waitSignal(console.destroyed):
        console.deleteLater()
    qapp.screens()[0].geometryChanged.emit(QRect(0, 0, 640, 480))
    assert told == []
