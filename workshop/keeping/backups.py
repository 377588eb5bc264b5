"""Backups: whole copies of a workshop's file, made while it is open; each is looked at first.

A copy is taken through SQLite's backup API, first into memory, so that the writer of the file is
held up no longer than memory takes, and from there to the disk.
"""

from __future__ import annotations

import datetime
import logging
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from workshop.errors import FileProblem
from workshop.keeping.lines import Mark
from workshop.keeping.thinning import to_remove
from workshop.store.apart import read_whole
from workshop.store.connection import connect, deadline
from workshop.store.header import read_header
from workshop.store.loading import last_step
from workshop.store.names import flush_folder, unfinished_name
from workshop.store.opening import PATIENCE, check_integrity, check_schema, read_identity
from workshop.store.trouble import READING, file_problem, write_problem
from workshop.store.whole import write_whole

SUFFIX = ".workshop"
_NAME = re.compile(r"(\d{8}T\d{6})Z-(\d{1,9})\.workshop\Z")
_FORM = "%Y%m%dT%H%M%S"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup, by its name: when it was made, and the number of its last step."""

    file: Path
    at: datetime.datetime
    step: int


def list_backups(folder: Path) -> list[Backup]:
    """The backups of a folder, newest first; not those that were never finished."""
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return sorted((b for name in names for b in _named(folder / name)), key=_age, reverse=True)


def _age(backup: Backup) -> tuple[datetime.datetime, int]:
    return backup.at, backup.step


def _named(file: Path) -> Iterator[Backup]:
    found = _NAME.match(file.name)
    if found:
        try:
            at = datetime.datetime.strptime(found[1], _FORM).replace(tzinfo=datetime.UTC)
        except ValueError:  # the thirtieth of February
            return
        yield Backup(file, at, int(found[2]))


def into_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A copy of an open file in memory, to be used by any one thread. Raises sqlite3.Error."""
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        connection.backup(memory)
    except BaseException:
        memory.close()
        raise
    return memory


def keep(memory: sqlite3.Connection, folder: Path, now: datetime.datetime) -> Backup:
    """Writes such a copy to the disk as a backup, looked at as it will be found. Raises FileProblem
    and OSError; then there is no new backup."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = unfinished_name(folder / SUFFIX)
    last = last_step(memory)
    try:
        _write(memory, beside)
        if verify(beside) != last:
            raise FileProblem("file.damaged", file=str(beside))
        backup = Backup(folder / f"{now:{_FORM}}Z-{last[0]}{SUFFIX}", now, last[0])
        os.replace(beside, backup.file)
    finally:
        beside.unlink(missing_ok=True)
    flush_folder(folder)
    return backup


def _write(memory: sqlite3.Connection, path: Path) -> None:
    try:
        with closing(connect(path, "rwc")) as copy:
            # A file that is not finished is removed: there is nothing to return to, so no journal.
            for setting in ("journal_mode=OFF", "synchronous=FULL", "fullfsync=ON"):
                copy.execute(f"PRAGMA {setting}").fetchall()
            os.chmod(path, 0o600)
            memory.backup(copy)
        with path.open("r+b") as written:
            os.fsync(written.fileno())
    except sqlite3.Error as error:
        raise write_problem(path, error) from error


def verify(path: Path, patience: float = PATIENCE) -> Mark:
    """The last step of a backup of this version that SQLite finds sound, with our schema and every
    reference. Raises FileProblem."""
    read_header(path)
    try:
        with closing(connect(path, "ro")) as connection, deadline(connection, patience):
            check_schema(connection, path)
            check_integrity(connection, path)
            read_identity(connection, path)
            return last_step(connection)
    except READING as error:
        raise file_problem(path, error) from error


def restore(path: Path, to: Path) -> None:
    """Writes what is in a backup to a new file, which gets an identity of its own. Raises
    FileProblem, `file.exists` where there is a file already."""
    write_whole(read_whole(path).content, to)


def thin(folder: Path, now: datetime.datetime) -> None:
    """Removes the backups that are one too many for their age."""
    found = list_backups(folder)
    gone = to_remove({backup.at for backup in found}, now)
    for backup in found:
        if backup.at in gone:
            try:
                backup.file.unlink(missing_ok=True)
            except OSError as error:
                log.warning("A backup cannot be removed: %s", error)
