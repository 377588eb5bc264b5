"""What may stand beside a workshop file: the journal with which SQLite takes back what a crash cut
short.

SQLite believes what it finds under that name. A pipe would keep it waiting for ever; a journal that
names a journal of several databases makes it delete whatever file stands under that name
("Atomic Commit In SQLite", section 5). Ours never do, so such a file is not touched.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from workshop.errors import FileProblem

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_NAME_END = 16
"""Bytes after the name of the other journal: its length, its sum, the magic number."""


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what it needs to take back an unfinished transaction of this file."""
    return Path(f"{os.path.realpath(path)}-journal")


def log_of(path: Path) -> Path:
    """Where SQLite keeps what is not in this file yet, if another program set it to that mode."""
    return Path(f"{os.path.realpath(path)}-wal")


def has_journal(path: Path) -> bool:
    """Whether a transaction may be unfinished: then the file alone can have any size."""
    return any(_size(each) > 0 for each in (journal_of(path), log_of(path)))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def check_beside(path: Path) -> None:
    """Raises FileProblem (`file.beside`) where SQLite must not look at what stands beside a file;
    `file.unreadable` where we cannot."""
    for beside in (journal_of(path), log_of(path)):
        try:
            found = beside.lstat()
            if not stat.S_ISREG(found.st_mode) or _names_another(beside, found.st_size):
                raise FileProblem("file.beside", file=str(path), beside=str(beside))
        except FileNotFoundError:
            continue
        except OSError as error:
            raise FileProblem("file.unreadable", file=str(path), seen=error.strerror) from error


def _names_another(journal: Path, size: int) -> bool:
    """Whether a journal ends in the name of a journal of several databases."""
    if size < _NAME_END:
        return False
    with journal.open("rb") as opened:
        opened.seek(size - _NAME_END)
        end = opened.read(_NAME_END)
    return end.endswith(_MAGIC) and 0 < int.from_bytes(end[:4], "big") <= size - _NAME_END
