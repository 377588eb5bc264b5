"""How the program opens SQLite: limits for files from strangers, settings for files of our own."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from workshop.store.beside import check_beside

BUSY_SECONDS = 0.3
"""How long a lock held by another program is waited for."""
CHECK_STEPS = 1_000
"""Virtual machine instructions between two looks at the clock."""
SCHEMA_STEPS = 30_000
"""Virtual machine instructions in which SQLite reads the schema of a file: ten times what ours
takes, and few enough for a file with thousands of tables to be left at once."""
JOURNAL_KEPT = 1 << 20
"""Bytes of the journal that stay allocated between transactions."""

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 20_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 50_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 4,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 250_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 200,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 100,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_ON_ARRIVAL = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA foreign_keys=ON",
    # Of a file from elsewhere no expression runs. Loading puts the same questions to each record,
    # and can say which one fails.
    "PRAGMA ignore_check_constraints=ON",
)
# PERSIST rather than TRUNCATE: it overwrites the head of the journal, where the other changes the
# size of a file twice per transaction, which took a third longer when tried.
_FOR_WRITING = (
    "PRAGMA journal_mode=PERSIST",
    f"PRAGMA journal_size_limit={JOURNAL_KEPT}",
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA ignore_check_constraints=OFF",
)


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A connection that trusts nothing in the file. `mode` is SQLite's: `rw` or `rwc`.

    Its user hands it from the thread that opens to the thread that writes; two never use it at a
    time. Raises FileProblem (`file.beside`) and sqlite3.Error.
    """
    check_beside(path)
    connection = sqlite3.connect(
        f"{uri(path)}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=512,
    )
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    for setting in _ON_ARRIVAL:
        connection.execute(setting).close()
    return connection


def uri(path: Path) -> str:
    """A path as SQLite wants its URI, any character allowed; a network share keeps its slashes."""
    plain = os.path.abspath(path)
    raw = os.fsencode(plain) if os.name != "nt" else plain.replace("\\", "/").encode()
    root = "" if raw.startswith(b"/") else "/"
    return f"file://{root}{quote(raw, safe='/')}"


def lock(connection: sqlite3.Connection) -> None:
    """Takes the file for this connection alone, until it closes. An unfinished transaction of a
    program that was killed is taken back now. Raises sqlite3.Error."""
    connection.execute("PRAGMA locking_mode=EXCLUSIVE").close()
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def prepare_for_writing(connection: sqlite3.Connection) -> None:
    """The settings with which no acknowledged change is lost. Raises sqlite3.Error."""
    for setting in _FOR_WRITING:
        connection.execute(setting).fetchall()
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    if mode != "persist":
        raise sqlite3.OperationalError(f"the journal mode is {mode}")


def stop_checking(connection: sqlite3.Connection) -> None:
    """Lets the file take what its schema refuses: memory has taken it, and holds it against rules
    of its own. Raises sqlite3.Error."""
    connection.execute("PRAGMA ignore_check_constraints=ON").close()
    connection.execute("PRAGMA foreign_keys=OFF").close()


def drop_journal(connection: sqlite3.Connection) -> None:
    """Leaves the file alone, without its journal, and gives up the lock. Raises sqlite3.Error."""
    # In this order: with an exclusive lock, SQLite keeps a journal that it found when it came.
    connection.execute("PRAGMA locking_mode=NORMAL").fetchall()
    connection.execute("PRAGMA journal_mode=DELETE").fetchall()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything inside is in the file afterwards, or nothing. Raises sqlite3.Error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite may have taken it back by itself, or be unable to: then the journal does so when
        # the file is opened next. The first error is the one that tells what happened.
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


@contextmanager
def few_steps(connection: sqlite3.Connection) -> Iterator[None]:
    """Statements inside are interrupted when they take more than reading our schema does:
    sqlite3.OperationalError."""
    connection.set_progress_handler(lambda: True, SCHEMA_STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def deadline(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Statements inside are interrupted when this time is over: sqlite3.OperationalError."""
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, CHECK_STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)
