"""What SQLite and the system say when a file cannot be read or written, as expected errors."""

from __future__ import annotations

import sqlite3
import traceback
from pathlib import Path

from workshop.errors import FileProblem
from workshop.store.steps import RowMissingError

_KEYS = {
    sqlite3.SQLITE_FULL: "file.disk_full",
    sqlite3.SQLITE_BUSY: "file.in_use",
    sqlite3.SQLITE_LOCKED: "file.in_use",
    sqlite3.SQLITE_READONLY: "file.read_only",
    sqlite3.SQLITE_CANTOPEN: "file.no_access",
    sqlite3.SQLITE_PERM: "file.no_access",
    sqlite3.SQLITE_NOTADB: "file.not_a_workshop",
    sqlite3.SQLITE_CORRUPT: "file.damaged",
    sqlite3.SQLITE_INTERRUPT: "file.too_slow",
    sqlite3.SQLITE_IOERR: "file.unreadable",
    sqlite3.SQLITE_NOMEM: "file.unreadable",
    sqlite3.SQLITE_PROTOCOL: "file.unreadable",
    sqlite3.SQLITE_NOLFS: "file.disk_full",
}
READING = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file may raise: a text in it, or in SQLite's message, may be none."""
_LASTING = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def primary_code(error: BaseException) -> int:
    """SQLite's result code without its details; 0 if the error is not SQLite's own."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def may_pass(error: BaseException) -> bool:
    """Whether the same attempt may succeed later: the disk is full, gone or taken. What else goes
    wrong while writing is a damaged file or a bug, and no patience helps."""
    if isinstance(error, FileProblem | OSError):
        return True
    code = primary_code(error)
    return code in _KEYS and code not in _LASTING


def file_problem(path: Path, error: BaseException) -> FileProblem:
    """The expected error for an error of SQLite or the system."""
    if isinstance(error, FileProblem):
        return error
    if isinstance(error, OSError):
        return FileProblem("file.unreadable", file=str(path), seen=error.strerror or seen(error))
    key = _KEYS.get(primary_code(error), "file.damaged")
    return FileProblem(key, file=str(path), seen=seen(error))


def write_problem(path: Path, error: BaseException) -> FileProblem:
    """The same for an error met while writing; `file.refused` is a bug: records that memory takes
    and the file does not."""
    found = file_problem(path, error)
    if found.key == "file.unreadable":
        return FileProblem("file.unwritable", **found.facts)
    if isinstance(error, sqlite3.Error) and primary_code(error) not in _KEYS:
        return FileProblem("file.refused", **found.facts)
    return found


def for_log(error: BaseException) -> str:
    """An error as the log may have it: the way it went, and what `seen` says."""
    way = "".join(traceback.format_tb(error.__traceback__))
    words = seen(error)
    kind = type(error).__name__
    return f"{way}{kind}" + (f": {words}" if words != kind else "")


_QUOTES_NOBODY = (sqlite3.Error, OSError, FileProblem, UnicodeDecodeError, RowMissingError)


def seen(error: BaseException) -> str:
    """What an error says of a file, and nothing that people wrote: the words of SQLite and of the
    system, without the text that Python's sqlite3 quotes where it is no UTF-8."""
    if not isinstance(error, _QUOTES_NOBODY):
        return type(error).__name__
    return str(error).partition(" with text ")[0]
