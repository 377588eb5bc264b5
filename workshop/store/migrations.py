"""Files of older versions: known letter by letter like new ones, backed up, then changed in one
transaction.

There is no older version yet. The first change of the schema adds the way from version 1 to 2 to
`MIGRATIONS`, with the fingerprint that `fingerprint` gives for a file of version 1.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from workshop.errors import FileProblem
from workshop.store.connection import connect, transaction
from workshop.store.names import free_name
from workshop.store.schema import SCHEMA_VERSION


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


def migrate(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Makes a file of an older version one of ours; returns where the backup stands. Raises
    sqlite3.Error; then the file is as it was."""
    backup = free_name(path, f"version {version}")
    with closing(connect(backup, "rwc")) as copy:
        connection.backup(copy)
    with transaction(connection):
        for each in range(version, SCHEMA_VERSION):
            MIGRATIONS[each].run(connection)
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
    return backup


def fingerprint(connection: sqlite3.Connection) -> str:
    """The SHA-256 of everything in `sqlite_master`, in the order of the names."""
    stored = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name")
    return hashlib.sha256(repr(stored.fetchall()).encode()).hexdigest()
