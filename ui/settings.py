"""The settings of the program: one table, one JSON file.

Settings belong to this computer, never to a workshop. What the file holds and this version does
not know stays in it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, Generic, TypeVar

from exports.safe_write import write_bytes
from ui.folders import settings_folder
from ui.translate import tr
from workshop.frozen import frozen

T = TypeVar("T")


@frozen
class Setting(Generic[T]):
    """One setting: `cast` turns what JSON gave into its type, `check` says whether it will do."""

    key: str
    default: T
    cast: Callable[[Any], T]
    check: Callable[[T], bool]

    def read(self, found: object) -> T:
        """The value found in the file; the default where it will not do."""
        try:
            value = self.cast(found)
        except (TypeError, ValueError, OverflowError):
            return self.default
        return value if self.check(value) else self.default


def _flag(found: Any) -> bool:
    if not isinstance(found, bool):
        raise TypeError(f"{found!r} is neither yes nor no")
    return found


def _text(found: Any) -> str:
    if not isinstance(found, str):
        raise TypeError(f"{found!r} is no text")
    return found


def _is_folder_name(name: str) -> bool:
    try:
        return len(os.fsencode(name)) < 5_000
    except UnicodeEncodeError:  # half a character, which no folder is called
        return False


def _size(found: Any) -> tuple[int, int]:
    width, height = found
    return int(width), int(height)


def _is_size(size: tuple[int, int]) -> bool:
    return all(200 <= side <= 20_000 for side in size)


def _names(found: Any) -> dict[str, str]:
    return {str(key): str(name) for key, name in dict(found).items()}


APPEARANCES = ("system", "light", "dark")

APPEARANCE = Setting("appearance", "system", _text, lambda value: value in APPEARANCES)
MOTIONS = ("system", "full", "reduced")
MOTION = Setting("motion", "system", _text, lambda value: value in MOTIONS)
SOUNDS = ("on", "off")
SOUND = Setting("sound", "on", _text, lambda value: value in SOUNDS)
LAST_FOLDER = Setting("last_folder", "", _text, _is_folder_name)
WINDOW_SIZE = Setting("window_size", (1280, 800), _size, _is_size)
MAXIMIZED = Setting("maximized", False, _flag, lambda _: True)
ROOM_SCREENS: Setting[dict[str, str]] = Setting(
    "room_screens", {}, _names, lambda names: len(names) < 500
)
"""The screen of the room display, by the set of screens there are; empty: none is wanted."""

WARNED_FOLDERS: Setting[list[str]] = Setting(
    "warned_folders",
    [],
    lambda found: [str(each) for each in list(found)],
    lambda folders: len(folders) < 500,
)
"""Folders that are not of this computer alone, of which that was said."""

TABLE: tuple[Setting[Any], ...] = (
    APPEARANCE, MOTION, SOUND, LAST_FOLDER, WINDOW_SIZE, MAXIMIZED, ROOM_SCREENS,
    WARNED_FOLDERS,
)  # fmt: skip
"""Every setting there is."""


class Settings:
    """The settings as read from their file. `said` is a line for the user, or empty."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or settings_folder() / "settings.json"
        self.said = ""
        self._held: dict[str, Any] = self._read()

    def __getitem__(self, setting: Setting[T]) -> T:
        if setting.key not in self._held:
            return setting.default
        return setting.read(self._held[setting.key])

    def __setitem__(self, setting: Setting[T], value: T) -> None:
        if not setting.check(value):
            raise ValueError(f"{setting.key} does not take {value!r}")
        if setting.key not in self._held or self._held[setting.key] != value:
            self._held[setting.key] = value
            self._write()

    def _read(self) -> dict[str, Any]:
        try:
            held = json.loads(self.path.read_bytes())
        except FileNotFoundError:
            return {}
        except OSError as error:
            self.said = tr("The settings could not be read: {why}.", why=error.strerror)
            return {}
        except (ValueError, RecursionError):
            return self._set_aside()
        return held if isinstance(held, dict) else self._set_aside()

    def _set_aside(self) -> dict[str, Any]:
        aside = _free(self.path)
        try:
            self.path.replace(aside)
        except OSError as error:
            self.said = tr("The settings could not be read: {why}.", why=error.strerror)
        else:
            self.said = tr(
                "The settings could not be read and start anew. The old ones are in {file}.",
                file=aside,
            )
        return {}

    def _write(self) -> None:
        """Keeps the settings; a disk that takes none costs nothing but a line."""
        text = json.dumps(self._held, ensure_ascii=False, indent=2, sort_keys=True)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # A later version, or a hand, may have written half a character; it stays what it is.
            write_bytes(self.path, text.encode("utf-8", "surrogatepass"))
        except OSError as error:
            self.said = tr("The settings could not be kept: {why}.", why=error.strerror)


def _free(path: Path) -> Path:
    """Where broken settings can lie: `settings.broken.json`, `settings.broken-2.json` and so on."""
    names = (path.with_suffix(f".broken{number}.json") for number in _numbers())
    return next(name for name in names if not os.path.lexists(name))


def _numbers() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))
