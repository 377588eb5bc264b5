"""A file from a stranger does no harm: nothing in it is run, and not one byte of it is changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workshop.store.files import by_hand, contents, found_by_check, refusal
from tests.workshop.store.hostile import (
    ENDLESS,
    with_schema,
)
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.store import loading, steps
from workshop.store.health import examine

pytestmark = pytest.mark.timeout(60)  # each takes well under two seconds, or hangs


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t BEFORE DELETE ON note BEGIN SELECT load_extension('x'); END",
        f"CREATE VIEW v AS SELECT {ENDLESS}",
        f"CREATE TABLE t (x, y GENERATED ALWAYS AS ({ENDLESS}))",
        f"CREATE TABLE t (x CHECK ({ENDLESS}))",
        f"CREATE INDEX i ON note (text) WHERE {ENDLESS.replace('x', 'y')}",
        "CREATE INDEX i ON note (hex(text))",
        "CREATE VIRTUAL TABLE t USING fts5(x)",
        "CREATE TABLE t AS SELECT zeroblob(19000000) AS x",
        "ANALYZE",
    ],
)
def test_a_schema_with_more_than_ours(file: Path, statement: str) -> None:
    with by_hand(file) as connection:
        if "WHERE" in statement:
            connection.execute("PRAGMA writable_schema=ON")
            row = ("index", "i", "note", 2, statement)
            connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)
        else:
            connection.execute(statement)
    assert refusal(file).key == "file.schema"
    assert found_by_check(file) == {"file.schema"}


@pytest.mark.parametrize(
    "clause",
    [
        f"CHECK ({ENDLESS})",
        f'"more" TEXT GENERATED ALWAYS AS ({ENDLESS}) VIRTUAL',
        f'"more" TEXT DEFAULT ({ENDLESS})',
        "UNIQUE (text)",
    ],
)
def test_a_table_of_ours_that_says_more_than_it_did(file: Path, clause: str) -> None:
    with_schema(file, "word", clause)
    assert refusal(file).key in ("file.schema", "file.damaged")
    assert found_by_check(file) <= {"file.schema", "file.damaged"}


def test_a_module_that_is_not_there(file: Path) -> None:
    with by_hand(file) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        statement = "CREATE VIRTUAL TABLE t USING shell_commands('rm')"
        row = ("table", "t", "t", 0, statement)
        connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)
    assert refusal(file).key == "file.schema"


def test_thousands_of_tables(file: Path) -> None:
    with by_hand(file) as connection:
        connection.execute("BEGIN")
        connection.execute("PRAGMA writable_schema=ON")
        long = "CREATE TABLE t{} (" + ", ".join(f"column_number_{n} TEXT" for n in range(90)) + ")"
        for n in range(20_000):
            row = ("table", f"t{n}", f"t{n}", 2, long.format(n))
            connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)
        connection.execute("COMMIT")
    found = refusal(file)
    assert (found.key, found.facts["what"]) == ("file.schema", "too many tables")
    assert found_by_check(file) == {"file.schema"}


def giant(table: str, column: str, value: str) -> Callable[[sqlite3.Connection], object]:
    return lambda connection: connection.execute(f'UPDATE "{table}" SET "{column}" = {value}')


@pytest.mark.parametrize(
    ("spoiling", "key"),
    [
        (giant("note", "text", "hex(zeroblob(9000000))"), "file.record"),
        (giant("note", "text", "hex(zeroblob(90000000))"), "file.damaged"),
        (giant("note", "text", "zeroblob(90000000)"), "file.damaged"),
        (giant("note", "x", "9e999"), "file.record"),
        (giant("note", "x", "hex(zeroblob(9000000))"), "file.record"),
        (giant("stage", "setup", "replace(hex(zeroblob(4500000)), '0', '[')"), "file.record"),
        (giant("stage", "setup", "replace(hex(zeroblob(4500000)), '0', '7')"), "file.record"),
        (giant("stage", "steps", "'[' || hex(zeroblob(4500000)) || ']'"), "file.record"),
        (giant("meta", "value", "hex(zeroblob(9000000))"), "file.schema"),
        (giant("meta", "value", "zeroblob(16)"), "file.schema"),
        (giant("sequence", "highest", "9223372036854775807"), "file.sequence"),
        (giant("sequence", "highest", "1e300"), "file.sequence"),
        (giant("step", "id", "9223372036854775807"), "file.reference"),
        (giant("step", "at", "zeroblob(20)"), "file.sequence"),
    ],
)
def test_giant_values(
    file: Path, spoiling: Callable[[sqlite3.Connection], object], key: str
) -> None:
    with by_hand(file) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("DELETE FROM note WHERE id > 1")
        connection.execute("DELETE FROM parked_point")
        spoiling(connection)
    assert refusal(file).key == key


@pytest.mark.parametrize("id", [0, -1, -(2**63), 2**63 - 1, 1_000_001])
def test_wrong_ids(file: Path, id: int) -> None:
    with by_hand(file) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("UPDATE word SET id = ?", (id,))
    found = refusal(file)
    assert (found.key, found.facts["field"]) == ("file.record", "id")


@pytest.mark.parametrize("version", [2, 2**31 - 1, -1, -(2**31)])
def test_versions_yet_to_come(file: Path, version: int) -> None:
    with by_hand(file) as connection:
        connection.execute(f"PRAGMA user_version={version}")
    assert refusal(file).key == "file.newer"


def test_more_rows_than_any_workshop_has(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MOST_ROWS", 50)
    assert refusal(file).key == "file.too_many"


def test_more_history_than_any_workshop_has(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Document.open(file) as document:
        monkeypatch.setattr(steps, "MOST_CHANGES", 0)
        with pytest.raises(FileProblem) as caught:
            document.read_steps()
        assert caught.value.key == "file.history"


def test_a_change_of_nothing_is_no_history(file: Path) -> None:
    with by_hand(file) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("UPDATE change SET old = NULL, new = NULL")
    with Document.open(file) as document, pytest.raises(FileProblem) as caught:
        document.read_steps()
    assert caught.value.key == "file.history"


@pytest.mark.parametrize("size", [512, 65536])
def test_other_page_sizes_are_sound(file: Path, size: int) -> None:
    with Document.open(file) as document:
        whole = contents(document.workshop)
    with by_hand(file) as connection:
        connection.execute(f"PRAGMA page_size={size}")
        connection.execute("VACUUM")
    with Document.open(file) as document, document.workshop.step("notes.edit"):
        assert contents(document.workshop) == whole
        document.workshop.table("note").replace(1, text="More")
    assert examine(file).readable
