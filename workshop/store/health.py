"""What can be said of a workshop file without changing it: for `coxswain check FILE`.

It looks at a copy, journal included, so that the file itself is only read, whatever its state.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from workshop.errors import FileProblem
from workshop.store.connection import connect, deadline
from workshop.store.header import HEADER_SIZE, check_header
from workshop.store.loading import count_rows, last_step, load_workshop, read_records
from workshop.store.migrations import check_older
from workshop.store.opening import PATIENCE, check_schema, learn_schema, read_identity
from workshop.store.schema import SCHEMA_VERSION
from workshop.store.snapshot import snapshot
from workshop.store.steps import read_steps
from workshop.store.trouble import READING, file_problem
from workshop.tables import tables

EXPLAINS_THE_REST = ("file.truncated", "file.damaged")
"""Pages that are gone or spoilt: whatever else is found comes of it."""
MOST_PROBLEMS = 20
"""Findings of one kind that are listed."""


@dataclass(slots=True)
class Health:
    """What was found. `problems` is empty for a file that opens as it stands."""

    file: Path
    size: int = 0
    version: int | None = None
    identity: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    """Rows per table, where there are any."""
    steps: int = 0
    last_step_at: str = ""
    pictures: int = 0
    problems: list[FileProblem] = field(default_factory=list)

    @property
    def readable(self) -> bool:
        """Whether the program opens it."""
        return not self.problems


def examine(path: Path, patience: float = PATIENCE) -> Health:
    """Looks at everything in a file that can still be looked at. `patience` in seconds.

    Raises FileProblem only where there is nothing to look at: `file.missing`, `file.folder`,
    `file.not_a_file`, `file.no_access`, `file.unreadable`, `file.in_use`, `file.beside`.
    """
    health = Health(path)
    with tempfile.TemporaryDirectory() as folder:
        copy = snapshot(path, Path(folder))
        health.size = copy.stat().st_size
        with _noting(health):
            _check_header(copy, health)
            with closing(connect(copy)) as connection:
                learn_schema(connection, path)
                with deadline(connection, patience):
                    _look(connection, health)
    return health


def _check_header(copy: Path, health: Health) -> None:
    with copy.open("rb") as opened:
        start = opened.read(HEADER_SIZE)
    health.version = int.from_bytes(start[60:64], "big") if len(start) == HEADER_SIZE else None
    try:
        check_header(copy, start, health.size)
    except FileProblem as problem:
        if problem.key != "file.truncated" or health.size < HEADER_SIZE:
            raise
        _note(health, problem)  # what is left may still be read


def _look(connection: sqlite3.Connection, health: Health) -> None:
    if health.version is not None and health.version < SCHEMA_VERSION:
        check_older(connection, health.file, health.version)
        return  # sound, but its tables are not ours before it is migrated
    check_schema(connection, health.file)
    for each in (_look_at_pages, _look_at_history, _look_at_records, _look_at_whole):
        with _noting(health):
            each(connection, health)


def _look_at_pages(connection: sqlite3.Connection, health: Health) -> None:
    for (seen,) in connection.execute(f"PRAGMA integrity_check({MOST_PROBLEMS})"):
        if seen != "ok":
            _note(health, FileProblem("file.damaged", seen=seen))


def _look_at_history(connection: sqlite3.Connection, health: Health) -> None:
    health.identity = read_identity(connection, health.file)
    health.pictures = count_rows(connection, ["picture"])["picture"]
    health.steps = count_rows(connection, ["step"])["step"]
    health.last_step_at = last_step(connection)[1]
    read_steps(connection, health.file)


def _look_at_records(connection: sqlite3.Connection, health: Health) -> None:
    for name in tables():
        with _noting(health):
            count = count_rows(connection, [name])[name]
            if count:
                health.counts[name] = count
                read_records(connection, health.file, name)


def _look_at_whole(connection: sqlite3.Connection, health: Health) -> None:
    dangling = connection.execute("PRAGMA foreign_key_check").fetchmany(MOST_PROBLEMS)
    for table, id, target, _ in dangling:
        _note(health, FileProblem("file.reference", record=table, id=id, to=target))
    if health.readable:  # otherwise it would say the same again
        load_workshop(connection, health.file)


@contextmanager
def _noting(health: Health) -> Iterator[None]:
    """What goes wrong inside is noted, and the rest is looked at all the same."""
    try:
        yield
    except (FileProblem, *READING) as error:
        _note(health, file_problem(health.file, error))


def _note(health: Health, problem: FileProblem) -> None:
    if any(known.key in EXPLAINS_THE_REST for known in health.problems):
        return
    facts = {**problem.facts, "file": str(health.file)}
    health.problems.append(FileProblem(problem.key, **facts))
