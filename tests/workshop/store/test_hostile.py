"""A file from a stranger does no harm: nothing in it or beside it is run, followed or waited for,
and not one byte of it is changed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workshop.store.files import around, by_hand, contents, refusal
from tests.workshop.store.hostile import (
    ENDLESS,
    beside,
    journal_naming,
    killed_in,
    with_schema,
)
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.state import Workshop
from workshop.store import loading, steps
from workshop.store.health import examine
from workshop.store.holder import read_holder

pytestmark = pytest.mark.timeout(60)  # each takes well under two seconds, or hangs
NO_PIPES = pytest.mark.skipif(os.name == "nt", reason="no such files there")


def found_by_check(path: Path) -> set[str]:
    """What is said of a file that is looked at without opening it."""
    return {problem.key for problem in examine(path).problems}


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A file of the user, which is nobody's business."""
    path = tmp_path / "thesis.txt"
    path.write_text("Years of work\n" * 100)
    return path


def test_a_journal_that_names_another_file_does_not_delete_it(file: Path, mine: Path) -> None:
    beside(file, "journal").write_bytes(journal_naming(file, mine))
    with pytest.raises(FileProblem) as caught:
        examine(file)
    assert caught.value.key == "file.beside"
    found = refusal(file)
    assert (found.key, found.facts["beside"]) == ("file.beside", str(beside(file, "journal")))
    assert mine.exists()


def test_such_a_journal_would_delete_it(file: Path, mine: Path) -> None:
    """That SQLite does so is what the test above stands on."""
    beside(file, "journal").write_bytes(journal_naming(file, mine))
    with by_hand(file) as connection:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    assert not mine.exists()


@NO_PIPES
@pytest.mark.parametrize("name", ["journal", "wal"])
@pytest.mark.parametrize("what", ["pipe", "folder", "link"])
def test_what_stands_beside_is_no_plain_file(file: Path, mine: Path, name: str, what: str) -> None:
    place, content = beside(file, name), mine.read_bytes()
    made: dict[str, Callable[[], object]] = {
        "pipe": lambda: os.mkfifo(place),
        "folder": place.mkdir,
        "link": lambda: place.symlink_to(mine),
    }
    made[what]()
    assert refusal(file).key == "file.beside"
    with pytest.raises(FileProblem) as caught:
        examine(file)
    assert caught.value.key == "file.beside"
    assert mine.read_bytes() == content


@NO_PIPES
@pytest.mark.parametrize("what", ["pipe", "link", "second name"])
def test_the_note_of_who_has_it_open_is_neither_followed_nor_waited_for(
    file: Path, mine: Path, what: str
) -> None:
    note, content = beside(file, "open"), mine.read_bytes()
    if what == "pipe":
        os.mkfifo(note)
    elif what == "link":
        note.symlink_to(mine)
    else:
        os.link(mine, note)
    with by_hand(file) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(FileProblem) as caught:
            Document.open(file)
        assert caught.value.key == "file.in_use"
        assert "user" not in caught.value.facts
    with Document.open(file):
        assert mine.read_bytes() == content
        assert read_holder(file)["computer"]
    assert mine.read_bytes() == content


@NO_PIPES
def test_links_that_lead_nowhere_or_in_a_circle(path: Path, file: Path) -> None:
    circle, broken, device = (path.with_name(f"{name}.workshop") for name in ("a", "b", "c"))
    circle.symlink_to(circle)
    broken.symlink_to(path.with_name("gone.workshop"))
    device.symlink_to("/dev/zero")
    for link, key in (
        (circle, "file.unreadable"),
        (broken, "file.missing"),
        (device, "file.not_a_file"),
    ):
        with pytest.raises(FileProblem) as caught:
            Document.open(link)
        assert caught.value.key == key
        with pytest.raises(FileProblem) as caught:
            Document.create(link, Workshop())
        assert caught.value.key == "file.exists"
    good = path.with_name("good.workshop")
    good.symlink_to(file)
    with Document.open(good):
        assert beside(file, "open").exists()
    Document.open(file).close()


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


TRIGGER = "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END"


def test_what_a_journal_brings_back_is_looked_at_in_a_copy(file: Path) -> None:
    with by_hand(file) as connection:
        connection.execute(TRIGGER)
    many = f"json_each('{[*range(900)]}')"
    rows = f"INSERT INTO meta SELECT value, hex(zeroblob(900)) FROM {many}"
    killed_in(file, "BEGIN", "DROP TRIGGER t", rows)
    assert beside(file, "journal").exists()
    assert refusal(file).key == "file.schema"
    assert found_by_check(file) == {"file.schema"}


def test_what_a_log_brings_in_is_looked_at_in_a_copy(file: Path) -> None:
    killed_in(file, "PRAGMA journal_mode=WAL", TRIGGER)
    assert beside(file, "wal").stat().st_size > 0
    beside(file, "shm").unlink()
    assert refusal(file).key == "file.schema"
    assert found_by_check(file) == {"file.schema"}


def test_a_log_that_another_program_left_is_taken_in(file: Path) -> None:
    killed_in(file, "PRAGMA journal_mode=WAL", "UPDATE note SET text = 'from the log'")
    beside(file, "shm").unlink()
    with Document.open(file) as document:
        assert {note.text for note in document.workshop.table("note")} == {"from the log"}
    assert around(file) == [file]


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
