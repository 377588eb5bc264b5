"""The first 100 bytes of a workshop file, read before SQLite touches it.

On Linux and macOS, closing any descriptor of a file drops the locks that this process has on it
(POSIX advisory locks). So nothing in the program may open a workshop file beside SQLite while the
file is in use here: whoever wants to look at one asks this module, which knows which are.
"""

from __future__ import annotations

import os
import stat
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workshop.errors import FileProblem
from workshop.store.beside import has_journal
from workshop.store.schema import APPLICATION_ID, SCHEMA_VERSION

MAGIC = b"SQLite format 3\0"
HEADER_SIZE = 100

Node = tuple[int, int | str]
"""Device and file number: which file it is, whatever its path."""

_guard = threading.Lock()
_in_use: set[Node] = set()


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says. Layout: "Database File Format", section 1.3, of SQLite."""

    size: int
    page_size: int
    pages: int
    """The number of pages by the header; 0 if the header does not know."""
    application_id: int
    version: int


def node(path: Path) -> Node:
    """Which file this is. Raises OSError."""
    return _node(path, os.stat(path))


def _node(path: Path, found: os.stat_result) -> Node:
    # Some network drives number no files.
    return (found.st_dev, found.st_ino or os.path.realpath(path))


def hold(path: Path) -> Node:
    """Notes that SQLite has this file open here. Raises FileProblem if it already has."""
    with _guard:
        held = node(path)
        if held in _in_use:
            raise FileProblem("file.in_use", file=str(path), here=True)
        _in_use.add(held)
        return held


def release(held: Node) -> None:
    """Notes that SQLite has closed this file."""
    _in_use.discard(held)


def read_header(path: Path) -> Header:
    """The header of a workshop file that this program can read. Writes nothing.

    Raises FileProblem: `file.missing`, `file.folder`, `file.not_a_file`, `file.no_access`,
    `file.empty`, `file.not_a_workshop`, `file.truncated`, `file.newer`, `file.in_use`.
    """
    with undisturbed(path) as size:
        with path.open("rb") as opened:
            start = opened.read(HEADER_SIZE)
        return check_header(path, start, size)


def is_workshop(path: Path) -> bool:
    """Whether this is a workshop file of any version, sound or not, in use or not. Raises
    OSError where there is a file that cannot be read."""
    with _guard:
        try:
            found = os.stat(path)
        except FileNotFoundError:
            return False
        if _node(path, found) in _in_use:
            return True
        if not stat.S_ISREG(found.st_mode):
            return False
        with path.open("rb") as opened:
            start = opened.read(HEADER_SIZE)
    return start.startswith(MAGIC) and _application_id(start) == APPLICATION_ID


def check_place(path: Path, force: bool) -> None:
    """Raises FileProblem where no new file can stand: `file.folder`, `file.not_a_file`,
    `file.no_folder`, and unless `force` `file.exists`."""
    file = str(path)
    if path.is_dir():
        raise FileProblem("file.folder", file=file)
    if path.exists() and not path.is_file():
        raise FileProblem("file.not_a_file", file=file)
    if not path.parent.is_dir():
        raise FileProblem("file.no_folder", file=file, folder=str(path.parent))
    if os.path.lexists(path) and not force:
        raise FileProblem("file.exists", file=file)


@contextmanager
def undisturbed(path: Path) -> Iterator[int]:
    """A time in which this file may be opened by plain means, for it is not in use here and
    nobody here can begin to use it. Gives its size. Raises FileProblem."""
    file = str(path)
    with _guard:
        try:
            found = os.stat(path)
            if stat.S_ISDIR(found.st_mode):
                raise FileProblem("file.folder", file=file)
            if not stat.S_ISREG(found.st_mode):
                raise FileProblem("file.not_a_file", file=file)
            if _node(path, found) in _in_use:
                raise FileProblem("file.in_use", file=file, here=True)
            yield found.st_size
        except (FileNotFoundError, NotADirectoryError):
            raise FileProblem("file.missing", file=file) from None
        except PermissionError:
            raise FileProblem("file.no_access", file=file) from None
        except OSError as error:
            raise FileProblem("file.unreadable", file=file, seen=error.strerror or "") from error


def check_header(path: Path, start: bytes, size: int) -> Header:
    """What these first bytes of a file of `size` bytes say. Raises FileProblem."""
    file = str(path)
    if size == 0:
        raise FileProblem("file.empty", file=file)
    if not start.startswith(MAGIC[: len(start)]):
        raise FileProblem("file.not_a_workshop", file=file)
    if len(start) < HEADER_SIZE:
        raise FileProblem("file.truncated", file=file, size=size, expected=HEADER_SIZE)
    header = _parse(start, size)
    if header.application_id != APPLICATION_ID:
        raise FileProblem("file.not_a_workshop", file=file)
    if header.version > SCHEMA_VERSION:
        known = {"version": header.version, "known": SCHEMA_VERSION}
        raise FileProblem("file.newer", file=file, **known)
    if not has_journal(path):
        _check_size(file, header)
    return header


def _parse(start: bytes, size: int) -> Header:
    page_size = struct.unpack_from(">H", start, 16)[0]
    changes, pages = struct.unpack_from(">II", start, 24)
    version = struct.unpack_from(">I", start, 60)[0]
    pages_valid_for = struct.unpack_from(">I", start, 92)[0]
    return Header(
        size,
        page_size=65536 if page_size == 1 else page_size,
        pages=pages if changes == pages_valid_for else 0,
        application_id=_application_id(start),
        version=version,
    )


def _application_id(start: bytes) -> int:
    return int.from_bytes(start[68:72], "big")


def _check_size(file: str, header: Header) -> None:
    page = header.page_size
    if page < 512 or page & (page - 1):
        raise FileProblem("file.not_a_workshop", file=file)
    expected = header.pages * page
    if header.size < expected or header.size % page:
        raise FileProblem("file.truncated", file=file, size=header.size, expected=expected)
