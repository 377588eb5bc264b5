"""Pictures of the windows with the sample in them, for every stage kind.

Those at 200 % are drawn in a process of their own, since Qt asks for the scale once.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QRect, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui import app, appearance, demo
from ui.console.feed import local_now
from ui.recent import RecentList
from ui.room.render import render
from ui.screens import Screen, Screens
from ui.settings import Settings
from ui.theme import DARK, LIGHT
from ui.window import MainWindow
from workshop import agenda

SIZES = (QSize(1280, 720), QSize(1600, 900), QSize(1920, 1080))
ROOM = QSize(1920, 1080)
_SCALE = "QT_SCALE_FACTOR"


def draw_all(folder: Path) -> int:
    """Draws every window and stage kind into a folder, at 100 % and at 200 %."""
    folder.mkdir(parents=True, exist_ok=True)
    _need_no_display()
    with tempfile.TemporaryDirectory() as home:
        os.environ.update({"XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home})
        _draw(folder, Path(home))
        if os.environ.get(_SCALE):
            return 0
        command = [sys.executable, "-m", "ui", "shots", str(folder)]
        return subprocess.run(command, env={**os.environ, _SCALE: "2"}, check=False).returncode


def draw_demo(folder: Path) -> list[Path]:
    """The console and the room display of the demo, one picture each."""
    folder.mkdir(parents=True, exist_ok=True)
    _need_no_display()
    appearance.dress(app.make_application(), LIGHT)
    with tempfile.TemporaryDirectory() as home:
        made = [folder / "console.png", folder / "room-display.png"]
        window = _console(Path(home), QSize(1600, 900), demo.STAGE)
        _save(window, made[0])
        _save_room(window, made[1])
        _end(window)
    return made


def _need_no_display() -> None:
    """A variable that is set but empty means what one means that is not set."""
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"


def _draw(folder: Path, home: Path) -> None:
    application = app.make_application()
    scale = os.environ.get(_SCALE, "1")
    for size in SIZES if scale == "1" else SIZES[:1]:
        sign = f"{size.width()}x{size.height()}-{scale}00"
        appearance.dress(application, LIGHT)
        for name, prepare in {"home": _home, "new": _new}.items():
            window = _window(home, size)
            prepare(window)
            _settle()
            _save(window, folder / f"{name}-{sign}.png")
            _end(window)
        for kind, stage in _kinds().items():
            window = _console(home, size, stage)
            _save(window, folder / f"{kind}-{sign}.png")
            if size == SIZES[-1]:
                _save_room(window, folder / f"{kind}-room.png")
            _end(window)
        appearance.dress(application, DARK)
        window = _console(home, size, demo.STAGE)
        _save(window, folder / f"board-{sign}-dark.png")
        _end(window)


def _kinds() -> dict[str, str]:
    """For every kind in the sample the key of its first stage."""
    sample = demo.at_work(local_now())
    found: dict[str, str] = {}
    for stage in agenda.stages(sample):
        found.setdefault(stage.kind, stage.key)
    return found


def _window(home: Path, size: QSize) -> MainWindow:
    laptop = Screen("Laptop", QRect(0, 0, size.width(), size.height()), has_console=True)
    projector = Screen("Projector", QRect(10_000, 0, ROOM.width(), ROOM.height()))
    screens = Screens(read=lambda: (laptop, projector))
    recent = RecentList(home / "recent.json")
    window = MainWindow(Settings(home / "settings.json"), screens=screens, recent=recent)
    window.resize(size)
    return window


def _console(home: Path, size: QSize, stage: str) -> MainWindow:
    file = home / "Noonbell demo.workshop"
    demo.make(file, local_now(), stage=stage, force=True)
    window = _window(home, size)
    window.begin(file)
    window.resize(size)
    _settle()
    return window


def _home(window: MainWindow) -> None:
    window.begin(None)


def _new(window: MainWindow) -> None:
    window.begin(None)
    window.ask_new("vision-half-day")


def _end(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    _settle()


def _settle() -> None:
    """Lets the window lay itself out and paint."""
    loop = QEventLoop()
    QTimer.singleShot(80, loop.quit)
    loop.exec()
    QApplication.processEvents()


def _save(widget: QWidget, file: Path) -> None:
    if not widget.grab().save(str(file)):
        raise OSError(f"{file} cannot be written")


def _save_room(window: MainWindow, file: Path) -> None:
    if window.console is None or not render(window.console.run.feed.view, ROOM).save(str(file)):
        raise OSError(f"{file} cannot be written")
