"""Who has a workshop open: a small file beside it, for the sentence that a second opening shows.

It decides nothing; the lock that SQLite holds does. A file left behind by a crash is overwritten.
"""

from __future__ import annotations

import datetime
import getpass
import json
import logging
import os
import platform
import stat
from pathlib import Path

from workshop.text import clean_line

LONGEST = 2000
"""Bytes of it that are read."""

log = logging.getLogger(__name__)


def holder_of(path: Path) -> Path:
    """Where it stands."""
    return Path(f"{os.path.realpath(path)}-open")


def write_holder(path: Path) -> None:
    """Says that this user on this computer has the workshop open."""
    at = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    about = {"user": _user(), "computer": platform.node(), "since": at}
    note = holder_of(path)
    try:
        # Made anew: under this name may stand a link to a file of the user.
        note.unlink(missing_ok=True)
        with note.open("x", encoding="utf-8") as opened:
            json.dump(about, opened)
    except OSError as error:
        log.warning("Cannot note who has %s open: %s", path, error)


def read_holder(path: Path) -> dict[str, str]:
    """User, computer and time of opening, as far as they are known."""
    try:
        note = holder_of(path)
        if not stat.S_ISREG(note.lstat().st_mode):
            return {}
        with note.open("rb") as opened:
            about = json.loads(opened.read(LONGEST))
        known = [(name, about.get(name)) for name in ("user", "computer", "since")]
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}
    return {name: clean_line(text)[:200] for name, text in known if isinstance(text, str)}


def read_other_holder(path: Path) -> dict[str, str]:
    """The same of a note that another computer has left; nothing where it is ours."""
    found = read_holder(path)
    return found if found.get("computer", platform.node()) != platform.node() else {}


def remove_holder(path: Path) -> None:
    """The workshop is closed."""
    try:
        holder_of(path).unlink(missing_ok=True)
    except OSError as error:
        log.warning("Cannot remove the note of who has %s open: %s", path, error)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no name for this user, or on Windows no variable
        return ""
