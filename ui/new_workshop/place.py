"""Where a new workshop is kept: a folder, and a file name made of its title."""

from __future__ import annotations

import re
from pathlib import Path

from ui import settings
from ui.files import SUFFIX
from ui.folders import NAME, data_folder, documents_folder
from ui.settings import Settings
from ui.translate import tr
from workshop.text import clean_line

LONGEST = 80
"""Characters of a name that is made here; bytes are three times as many at most, which every file
system takes."""

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?\Z", re.IGNORECASE)
"""Names that Windows keeps for devices."""


def usual_folder(store: Settings) -> Path:
    """The folder that was used last; else a folder of our own among the user's documents."""
    last = Path(store[settings.LAST_FOLDER])
    if last.is_absolute() and last != data_folder() and last.is_dir():
        return last
    return documents_folder() / NAME.capitalize()


def file_name(title: str) -> str:
    """A title as a file name that any system takes, without a suffix."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", clean_line(title)).split())
    name = name[:LONGEST].strip(" .")
    if not name:
        return tr("Workshop")
    return f"{name} {tr('workshop')}" if _DEVICES.match(name) else name


def free_path(folder: Path, title: str) -> Path:
    """A file of this title in a folder, with a number where there is one of that name already."""
    name = file_name(title)
    names = (name, *(f"{name} {number}" for number in range(2, 100)))
    paths = (folder / (each + SUFFIX) for each in names)
    return next((path for path in paths if not path.exists()), folder / (name + SUFFIX))
