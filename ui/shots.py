"""Pictures of the windows with the sample in them, for every stage kind.

Those at 200 % are drawn in a process of their own, since Qt asks for the scale once.
"""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QRect, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

import assets
from ui import app, appearance, demo
from ui.console.feed import local_now
from ui.recent import RecentList, entry_of
from ui.room.render import render
from ui.screens import Screen, Screens
from ui.settings import MOTION, Settings
from ui.theme import DARK, LIGHT
from ui.window import MainWindow
from workshop import agenda
from workshop.document import Document
from workshop.interchange import reader, templates
from workshop.records.people import Function, Participant

SIZES = (QSize(1280, 720), QSize(1600, 900), QSize(1920, 1080))
SIZES_AT_200 = (QSize(960, 500), QSize(1280, 720))
"""The first is what a screen of 1080 lines leaves."""
ROOMS = (QSize(1920, 1080), QSize(1280, 720), QSize(1024, 768), QSize(1080, 1920))
ROOM = ROOMS[0]
_IN_DARK = ("opening", "board", "break")
"""Kinds that are complete are drawn in dark too, and for rooms of all sizes."""
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
    _fill_recent(home)
    for size in SIZES if scale == "1" else SIZES_AT_200:
        sign = f"{size.width()}x{size.height()}-{scale}00"
        appearance.dress(application, LIGHT)
        _draw_pages(folder, home, size, sign)
        for kind, stage in _kinds().items():
            _draw_stage(folder / f"{kind}-{sign}.png", home, size, stage)
        _draw_stage(folder / f"revealed-{sign}.png", home, size, demo.STAGE, reveals=True)
        appearance.dress(application, DARK)
        _draw_pages(folder, home, size, f"{sign}-dark")
        for name in _IN_DARK:
            _draw_stage(folder / f"{name}-{sign}-dark.png", home, size, _kinds()[name])
        _draw_stage(folder / f"revealed-{sign}-dark.png", home, size, demo.STAGE, reveals=True)
    if scale == "1":
        appearance.dress(application, LIGHT)
        _draw_rooms(folder, home)


def _draw_pages(folder: Path, home: Path, size: QSize, sign: str) -> None:
    """Home with workshops on it, and the form of a new one with people in it."""
    for name, prepare in {"home": _home, "new": _new}.items():
        window = _window(home, size)
        prepare(window)
        _settle()
        _save(window, folder / f"{name}-{sign}.png")
        _end(window)


def _draw_stage(file: Path, home: Path, size: QSize, stage: str, reveals: bool = False) -> None:
    window = _console(home, size, stage, reveals)
    _save(window, file)
    _end(window)


def _draw_rooms(folder: Path, home: Path) -> None:
    """The room display in every stage kind, and its boards on displays of all sizes."""
    for kind, stage in _kinds().items():
        window = _console(home, SIZES[0], stage)
        for size in ROOMS if kind in _IN_DARK else ROOMS[:1]:
            _save_room(window, folder / f"{kind}-room-{size.width()}x{size.height()}.png", size)
        _end(window)
    window = _console(home, SIZES[0], demo.STAGE, reveals=True)
    for size in ROOMS:
        _save_room(window, folder / f"revealed-room-{size.width()}x{size.height()}.png", size)
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
    kept = Settings(home / "settings.json")
    kept[MOTION] = "reduced"  # a picture of notes on their way is of no use
    window = MainWindow(kept, screens=screens, recent=recent)
    window.resize(size)
    return window


def _console(home: Path, size: QSize, stage: str, reveals: bool = False) -> MainWindow:
    file = home / "Noonbell demo.workshop"
    demo.make(file, local_now(), stage=stage, force=True)
    window = _window(home, size)
    window.begin(file)
    window.resize(size)
    if reveals and window.view is not None:
        window.view.verbs.set_state("revealed")
    _settle()
    return window


def _home(window: MainWindow) -> None:
    window.begin(None)


def _new(window: MainWindow) -> None:
    """The form with the people of the sample, and two more who are pasted and not added yet."""
    window.begin(None)
    window.ask_new("vision-half-day")
    sample = demo.at_work(local_now())
    rows = [f"{one.name}, {sample[Function][one.function].name}" for one in sample[Participant]]
    page = window.pages.new
    page.start_anew()
    page.paste.take("\n".join(rows[:-2]))
    page.paste.add()
    page.paste.take("\n".join(rows[-2:]))


def _fill_recent(home: Path) -> None:
    """Three workshops: finished, stopped in a stage, and not begun."""
    now, recent = local_now(), RecentList(home / "recent.json")
    made = {
        "Finished": reader.read_file(assets.path("sample", "sample-workshop.yaml")),
        "Half day": templates.new_workshop("vision-half-day", title="Half day"),
        "Stopped": demo.at_work(now),
    }
    for days, (name, workshop) in enumerate(made.items()):
        path = home / f"{name}.workshop"
        Document.create(path, workshop).close()
        at = now - datetime.timedelta(days=len(made) - 1 - days)
        recent.remember(entry_of(path, workshop, at))


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


def _save_room(window: MainWindow, file: Path, size: QSize = ROOM) -> None:
    if window.console is None or not render(window.console.run.feed.view, size).save(str(file)):
        raise OSError(f"{file} cannot be written")
