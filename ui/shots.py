"""Pictures of the windows with the sample in them, to look at while building.

Each size is drawn in light and dark; those at 200 % in a process of their own, since Qt asks for
the scale once.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui import app, appearance
from ui.settings import Settings
from ui.theme import DARK, LIGHT
from ui.window import MainWindow

SIZES = (QSize(1280, 720), QSize(1600, 900))
_SCALE = "QT_SCALE_FACTOR"


def draw_all(folder: Path) -> int:
    """Draws every window into a folder, at 100 % and at 200 %."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ.update({"XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home})
        _draw(folder, Path(home))
        if os.environ.get(_SCALE):
            return 0
        command = [sys.executable, "-m", "ui", "shots", str(folder)]
        return subprocess.run(command, env={**os.environ, _SCALE: "2"}, check=False).returncode


def _draw(folder: Path, home: Path) -> None:
    application = app.make_application()
    for theme, name in ((LIGHT, "light"), (DARK, "dark")):
        appearance.dress(application, theme)
        for size in SIZES:
            for picture, prepare in _PICTURES.items():
                window = MainWindow(Settings(home / "settings.json"))
                window.resize(size)
                prepare(window, home)
                window.show()
                _settle()
                scale = round(100 * window.devicePixelRatioF())
                file = f"{picture}-{size.width()}x{size.height()}-{scale}-{name}.png"
                _save(window, folder / file)
                window.close()
                window.deleteLater()
                _settle()


def _start(window: MainWindow, _home: Path) -> None:
    window.begin(None)


def _board(window: MainWindow, _home: Path) -> None:
    """The sample at its largest board, with a note being typed."""
    window.open_sample()
    view = window.view
    if view is not None:
        view.show_stage("struggles")
        view.choose_function(4)
        view.capture.line.setText("After one false green a school stays away for months")
        view.capture.line.setFocus()


def _editing(window: MainWindow, home: Path) -> None:
    """The same with a note being edited."""
    _board(window, home)
    if window.view is not None:
        window.view.capture.accept()
        window.view.desk.edit(window.view.last_note())


def _new(window: MainWindow, home: Path) -> None:
    """A workshop that was just made: no functions yet."""
    file = home / "Harbour vision.workshop"
    file.unlink(missing_ok=True)
    window.new_file("vision-half-day", file)


_PICTURES: dict[str, Callable[[MainWindow, Path], None]] = {
    "start": _start,
    "board": _board,
    "editing": _editing,
    "new": _new,
}


def _settle() -> None:
    """Lets the window lay itself out and paint."""
    loop = QEventLoop()
    QTimer.singleShot(60, loop.quit)
    loop.exec()
    QApplication.processEvents()


def _save(widget: QWidget, file: Path) -> None:
    if not widget.grab().save(str(file)):
        raise OSError(f"{file} cannot be written")
