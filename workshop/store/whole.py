"""A whole workshop written to a new file at once."""

from __future__ import annotations

import os
import sqlite3
import uuid
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workshop.changes import Step
from workshop.errors import FileProblem
from workshop.state import Workshop
from workshop.store.beside import journal_of
from workshop.store.connection import connect, drop_journal, transaction
from workshop.store.header import check_place
from workshop.store.names import flush_folder, unfinished_name
from workshop.store.opening import take
from workshop.store.pictures import Picture, write_pictures
from workshop.store.rows import layout
from workshop.store.schema import APPLICATION_ID, SCHEMA_VERSION, schema
from workshop.store.steps import add_to_history, set_sequence
from workshop.store.trouble import write_problem


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything a file holds, frozen: it may be handed to any thread."""

    records: Mapping[str, tuple[Any, ...]]
    sequence: Mapping[str, int]
    steps: tuple[Step, ...] = ()
    pictures: tuple[Picture, ...] = field(default=(), repr=False)


def whole(
    workshop: Workshop, steps: Iterable[Step] = (), pictures: Iterable[Picture] = ()
) -> Whole:
    """A workshop as it is now, outside any step, with the history and pictures to go with it."""
    records = {table.info.name: tuple(table) for table in workshop.tables()}
    return Whole(records, dict(workshop.sequence), tuple(steps), tuple(pictures))


def write_whole(content: Whole, path: Path, force: bool = False, checked: bool = True) -> None:
    """Writes a new workshop file with an identity of its own: beside, and then into place.
    `checked`: nothing that the schema refuses.

    Raises FileProblem: `file.exists` where there is a file already, unless `force`, and others of
    `check_place`; `file.in_use` where that one is open; `file.disk_full` and others where writing
    fails. Then what was there is still there.
    """
    check_place(path, force)
    try:
        beside = _write_beside(content, path, checked)
        try:
            _make_way(path)
            os.replace(beside, path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        flush_folder(path.parent)
    except (sqlite3.Error, OSError) as error:
        raise write_problem(path, error) from error


def _write_beside(content: Whole, path: Path, checked: bool) -> Path:
    beside = unfinished_name(path)
    try:
        with closing(connect(beside, "rwc")) as connection:
            _fill(connection, content, checked)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _fill(connection: sqlite3.Connection, content: Whole, checked: bool) -> None:
    # Nothing to return to, so no journal; one flush at the end, before the file gets its name.
    for setting in ("journal_mode=OFF", "synchronous=FULL", "fullfsync=ON"):
        connection.execute(f"PRAGMA {setting}").fetchall()
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
    # References are checked once at the end: row by row, SQLite would search whole tables for each
    # row that another one has been waiting for.
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute(f"PRAGMA ignore_check_constraints={'OFF' if checked else 'ON'}")
    with transaction(connection):
        for each in schema():
            connection.execute(each.sql)
        connection.execute("INSERT INTO \"meta\" VALUES ('identity', ?)", (uuid.uuid4().hex,))
        for name, records in content.records.items():
            held = layout(name)
            connection.executemany(held.insert, map(held.to_row, records))
        set_sequence(connection, content.sequence)
        add_to_history(connection, content.steps)
        write_pictures(connection, content.pictures)
        if checked and connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError("a reference leads nowhere")


def _make_way(path: Path) -> None:
    """Sees to it that no journal of a file that is to be replaced is left to spoil the new one."""
    if not path.exists():
        return
    try:
        taken = take(path)
        drop_journal(taken.connection)
        taken.close()
    except FileProblem as problem:
        if problem.key in ("file.in_use", "file.folder", "file.read_only"):
            raise
    journal_of(path).unlink(missing_ok=True)
