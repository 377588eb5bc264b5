"""Opening a workshop file: what is looked at before a single row of it is believed.

In this order: the header by plain means, what stands beside the file, the lock, the schema letter
by letter (before any other statement: a CHECK in a file from a stranger would run inside
`integrity_check`), the integrity of pages and references, then every record. A file that fails is
left as it was. Where a crash has left a journal, SQLite would write to the file before we can look
at it: so all of this is rehearsed with a copy first.
"""

from __future__ import annotations

import errno
import sqlite3
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from workshop.errors import FileProblem
from workshop.state import Workshop
from workshop.store import migrations
from workshop.store.beside import has_journal
from workshop.store.connection import connect, deadline, few_steps, lock, prepare_for_writing
from workshop.store.header import Node, hold, read_header, release, undisturbed
from workshop.store.holder import read_holder
from workshop.store.loading import load_workshop
from workshop.store.schema import SCHEMA_VERSION, schema
from workshop.store.snapshot import snapshot
from workshop.store.trouble import READING, file_problem, primary_code

PATIENCE = 60.0
"""Seconds that checking and reading a file may take: far more than the largest needs on a slow
stick, and an end for a file made to keep the program busy."""
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that this program has locked for itself."""

    connection: sqlite3.Connection
    node: Node
    copy: Path | None = None
    """Where it stands as it was, if it was of an older version."""

    def close(self) -> None:
        """Gives it back."""
        self.connection.close()
        release(self.node)


def open_checked(
    path: Path, patience: float = PATIENCE, older: Path | None = None
) -> tuple[Taken, Workshop]:
    """Takes a file, with everything in it checked, and reads the workshop. Of a file of an older
    version a copy is kept in the folder `older`, else beside it. Raises FileProblem."""
    read_header(path)
    if has_journal(path):
        _rehearse(path, patience)
    return _open(path, patience, older)


def _rehearse(path: Path, patience: float) -> None:
    """Opens a copy, so that nothing happens to a file that is refused."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            taken, _ = _open(snapshot(path, Path(folder)), patience, None)
            taken.close()
        except FileProblem as problem:
            raise FileProblem(problem.key, **{**problem.facts, "file": str(path)}) from problem


def _open(path: Path, patience: float, older: Path | None) -> tuple[Taken, Workshop]:
    taken = take(path)
    connection = taken.connection
    try:
        learn_schema(connection, path)
        with deadline(connection, patience):
            taken = replace(taken, copy=_update(connection, path, older))
            check(connection, path)
            workshop = load_workshop(connection, path)
        prepare_for_writing(connection)
    except BaseException as error:
        taken.close()
        if isinstance(error, READING):
            raise file_problem(path, error) from error
        raise
    return taken, workshop


def _update(connection: sqlite3.Connection, path: Path, older: Path | None) -> Path | None:
    """Brings a file of an older version up to date; returns where a copy of it stands. Raises
    FileProblem and sqlite3.Error; then it is as it was."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version >= SCHEMA_VERSION:
        return None
    migrations.check_older(connection, path, version)
    check_integrity(connection, path)
    copy = migrations.back_up(connection, path, version, older)

    def check_result() -> None:
        check(connection, path)
        load_workshop(connection, path)

    try:
        migrations.migrate(connection, version, check_result)
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return copy


def take(path: Path) -> Taken:
    """Locks a file for this program alone; of its content only the header is looked at. Raises
    FileProblem, `file.in_use` with user and computer where they are known."""
    read_header(path)
    check_writable(path)
    held = hold(path)
    try:
        connection = connect(path)
        try:
            lock(connection)
        except BaseException:
            connection.close()
            raise
    except BaseException as error:
        release(held)
        if isinstance(error, READING):
            raise _not_taken(path, error) from error
        raise
    return Taken(connection, held)


def _not_taken(path: Path, error: Exception) -> FileProblem:
    problem = file_problem(path, error)
    if problem.key == "file.in_use":
        return FileProblem("file.in_use", file=str(path), here=False, **read_holder(path))
    return problem


def check_writable(path: Path) -> None:
    """Raises FileProblem (`file.read_only`) if the file, or the folder in which SQLite keeps its
    journal, cannot be written to. Writes nothing."""
    with undisturbed(path):
        try:
            path.open("r+b").close()
            tempfile.TemporaryFile(dir=path.resolve().parent).close()
        except OSError as error:
            if error.errno in _NOT_ALLOWED:
                raise FileProblem("file.read_only", file=str(path)) from None
            if error.errno not in _NO_ROOM:  # that is told when something is to be saved
                raise


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Everything but the records. Raises FileProblem and sqlite3.Error."""
    check_schema(connection, path)
    check_integrity(connection, path)
    read_identity(connection, path)


def learn_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Lets SQLite read the schema, which it does at the first statement that needs it. Raises
    FileProblem (`file.schema`) if it has far more than ours; sqlite3.Error."""
    try:
        with few_steps(connection):
            connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except sqlite3.OperationalError as error:
        if primary_code(error) != sqlite3.SQLITE_INTERRUPT:
            raise
        raise FileProblem("file.schema", file=str(path), what="too many tables") from None


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Raises FileProblem (`file.schema`) unless the file has exactly our tables and indexes."""
    stored = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
    found = {row[1]: row for row in stored}
    known = {each.name: (each.type, each.name, each.table, each.sql) for each in schema()}
    for name in (*found, *known):
        if found.get(name) != known.get(name):
            type = (found.get(name) or known[name])[0]
            raise FileProblem("file.schema", file=str(path), what=f"{type} {name}")


def check_integrity(connection: sqlite3.Connection, path: Path) -> None:
    """Raises FileProblem (`file.damaged`, `file.reference`) if pages, values or references are not
    as the schema says; sqlite3.Error where SQLite cannot even look."""
    for (seen,) in connection.execute("PRAGMA integrity_check(1)"):
        if seen != "ok":
            raise FileProblem("file.damaged", file=str(path), seen=seen)
    for table, id, target, _ in connection.execute("PRAGMA foreign_key_check"):
        raise FileProblem("file.reference", file=str(path), record=table, id=id, to=target)


def read_identity(connection: sqlite3.Connection, path: Path) -> str:
    """The random identity of a file, by which the recorder and backups know it. Raises FileProblem
    and sqlite3.Error."""
    found = connection.execute("""SELECT "value" FROM "meta" WHERE "name"='identity'""").fetchone()
    if found is None or len(found[0]) != 32:
        raise FileProblem("file.schema", file=str(path), what="identity")
    return str(found[0])
