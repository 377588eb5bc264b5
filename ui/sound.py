"""Plays the program's sounds by what each system has for that; silent where there is nothing.

Qt's own sounds are no part of the packages this program is made of, and two short sounds do not
make up for a hundred megabytes.
"""

from __future__ import annotations

import shutil
import sys
from functools import cache

from PySide6.QtCore import QProcess
from PySide6.QtGui import QGuiApplication

import assets
from ui import settings
from ui.settings import Settings

_PLAYERS = ("pw-play", "paplay", "aplay")
"""Programs that play a file and end, on desktops with PipeWire, PulseAudio or ALSA alone."""


class Player:
    """Plays a sound unless they are turned off."""

    def __init__(self, store: Settings) -> None:
        self._settings = store

    @property
    def chosen(self) -> str:
        """Which of `settings.SOUNDS` is set."""
        return self._settings[settings.SOUND]

    def choose(self, name: str) -> None:
        """Turns sounds on or off."""
        self._settings[settings.SOUND] = name

    def play(self, sound: str) -> bool:
        """Begins to play a sound of `assets/sounds`; whether it did. Waits for nothing."""
        shown = QGuiApplication.platformName() not in ("offscreen", "minimal")
        return shown and self.chosen == "on" and _begin(str(assets.path("sounds", f"{sound}.wav")))


def _begin(file: str) -> bool:
    if sys.platform == "win32":
        import winsound

        try:
            winsound.PlaySound(file, winsound.SND_FILENAME | winsound.SND_ASYNC)
        except RuntimeError:  # no device
            return False
        return True
    program = _player()
    return bool(program) and QProcess.startDetached(program, [file])[0]


@cache
def _player() -> str:
    """The program that plays files here; empty where there is none."""
    names = ("afplay",) if sys.platform == "darwin" else _PLAYERS
    return next((found for name in names if (found := shutil.which(name))), "")
