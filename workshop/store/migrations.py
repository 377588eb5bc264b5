"""Files of older versions: known letter by letter like new ones, backed up, then changed in one
transaction.

There is no older version yet. The first change of the schema adds the way from version 1 to 2 to
`MIGRATIONS`, with the fingerprint of version 1 (a test knows it), and leaves a file of version 1
among the fixtures of the tests.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from workshop.errors import FileProblem
from workshop.store.connection import connect, transaction
from workshop.store.names import flush_folder, free_name, unfinished_name
from workshop.store.schema import SCHEMA_VERSION
from workshop.store.trouble import write_problem


@dataclass(frozen=True, slots=True)
class Migration:
    """The way from one version to the next."""

    fingerprint: str
    """Of the schema that it starts from."""
    run: Callable[[sqlite3.Connection], None]


MIGRATIONS: dict[int, Migration] = {}
"""By the version that it starts from."""


def check_older(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Raises FileProblem if no way leads from this version to ours (`file.older`), or the file is
    not what that version made (`file.schema`)."""
    if any(each not in MIGRATIONS for each in range(version, SCHEMA_VERSION)):
        raise FileProblem("file.older", file=str(path), version=version, known=SCHEMA_VERSION)
    if fingerprint(connection) != MIGRATIONS[version].fingerprint:
        raise FileProblem("file.schema", file=str(path), what=f"version {version}")


def migrate(connection: sqlite3.Connection, version: int, check: Callable[[], object]) -> None:
    """Makes a file of an older version one of ours, if `check` finds it sound afterwards. Raises
    sqlite3.Error, and what `check` raises; then the file is as it was."""
    # Tables may go and come again under the same name; `check` looks at the references at the end.
    connection.execute("PRAGMA foreign_keys=OFF").close()
    with transaction(connection):
        for each in range(version, SCHEMA_VERSION):
            MIGRATIONS[each].run(connection)
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        check()
    connection.execute("PRAGMA foreign_keys=ON").close()


def back_up(connection: sqlite3.Connection, path: Path, version: int, folder: Path | None) -> Path:
    """Copies an open file of an older version as it is, to `NAME (version 0).workshop` in a folder
    or else beside it; returns where. Raises FileProblem and sqlite3.Error; then there is no copy.
    """
    try:
        if folder is not None:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = free_name((folder or path.parent) / path.name, f"version {version}")
        copy_verified(connection, target)
    except OSError as error:
        raise write_problem(path, error) from error
    return target


def copy_verified(connection: sqlite3.Connection, target: Path) -> None:
    """Copies an open file through SQLite, looks at the copy, and gives it its name once it is on
    the disk. Raises sqlite3.Error and OSError; then there is no copy."""
    beside = unfinished_name(target)
    try:
        with closing(connect(beside, "rwc")) as copy:
            copy.execute("PRAGMA journal_mode=OFF").fetchall()
            connection.backup(copy)
            found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found != "ok" or fingerprint(copy) != fingerprint(connection):
                raise sqlite3.DatabaseError(f"the copy is not sound: {found}")
        with beside.open("r+b") as written:
            os.fsync(written.fileno())
        os.replace(beside, target)
        flush_folder(target.parent)
    finally:
        beside.unlink(missing_ok=True)


def fingerprint(connection: sqlite3.Connection) -> str:
    """The SHA-256 of everything in `sqlite_master`, in the order of the names."""
    stored = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name")
    return hashlib.sha256(repr(stored.fetchall()).encode()).hexdigest()
