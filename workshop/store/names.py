"""Names for files that the program makes beside a workshop, and how they last."""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path


def whole_path(path: Path) -> Path:
    """The path from the root on, without steps back."""
    path = Path(path)
    if ".." in path.parts:
        path = path.parent.resolve() / path.name  # a link that it goes back over leads elsewhere
    return path.absolute()


def free_name(path: Path, why: str) -> Path:
    """A name beside the file that nothing has yet: `NAME (why).workshop`, `NAME (why 2).workshop`,
    also where the file itself has such a name."""
    plain = re.sub(rf" \({re.escape(why)}( \d+)?\)$", "", path.stem)
    names = (path.with_name(f"{plain} ({each}){path.suffix}") for each in _numbered(why))
    return next(each for each in names if not os.path.lexists(each))


def _numbered(why: str) -> Iterator[str]:
    yield why
    yield from (f"{why} {n}" for n in count(2))


def unfinished_name(path: Path) -> Path:
    """A hidden name beside the file, for what is to become it once it is complete. It says of what
    it is: a kill may leave it there."""
    return path.with_name(f".{path.stem[:40]} (unfinished {uuid.uuid4().hex[:12]}){path.suffix}")


def flush_folder(folder: Path) -> None:
    """Makes the new name last through a power cut, where the system can; Windows does it alone."""
    if os.name != "nt":
        with suppress(OSError):  # some network drives flush no folders
            opened = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)
