"""A workshop file as it stands at one moment, though another program may be writing to it."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from workshop.errors import FileProblem
from workshop.store.beside import check_beside, journal_of, log_of
from workshop.store.header import undisturbed

TRIES = 50
PAUSE = 0.02
"""Seconds between two of them: a step is written in less."""
_CHUNK = 1 << 20


def snapshot(path: Path, folder: Path) -> Path:
    """Copies a file that is not in use here into a folder, with its journal; nothing is written
    to the file itself. Returns where the copy stands.

    A page never becomes what it was before, so what is read twice in a row and is the same was all
    there between the two. Raises FileProblem: those of `undisturbed`, `file.beside`, and
    `file.in_use` where another program keeps writing; OSError where the copy cannot be written.
    """
    copy = folder / "copy.workshop"
    for _ in range(TRIES):
        with undisturbed(path):
            check_beside(path)
            pairs = list(zip(_files(path), _files(copy), strict=True))
            for source, target in pairs:
                _copy(source, target)
            if all(_same(source, target) for source, target in pairs):
                return copy
        time.sleep(PAUSE)
    raise FileProblem("file.in_use", file=str(path), here=False)


def _files(path: Path) -> tuple[Path, Path, Path]:
    return path, journal_of(path), log_of(path)


def _copy(source: Path, target: Path) -> None:
    try:
        shutil.copyfile(source, target)
    except FileNotFoundError:
        target.unlink(missing_ok=True)


def _same(source: Path, target: Path) -> bool:
    try:
        with source.open("rb") as one, target.open("rb") as other:
            while (part := one.read(_CHUNK)) == other.read(_CHUNK):
                if not part:
                    return True
    except FileNotFoundError:
        return not source.exists() and not target.exists()
    return False
