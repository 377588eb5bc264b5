"""What stands beside a file from a stranger is not followed or waited for, and what SQLite would
bring in from there is looked at in a copy first."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workshop.store.files import around, by_hand, found_by_check, refusal
from tests.workshop.store.hostile import beside, journal_naming, killed_in
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.state import Workshop
from workshop.store.health import examine
from workshop.store.holder import read_holder

pytestmark = pytest.mark.timeout(60)  # each takes well under two seconds, or hangs
NO_PIPES = pytest.mark.skipif(os.name == "nt", reason="no such files there")


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
    for link, key, taken in (
        (circle, "file.unreadable", "file.exists"),
        (broken, "file.missing", "file.exists"),
        (device, "file.not_a_file", "file.not_a_file"),
    ):
        with pytest.raises(FileProblem) as caught:
            Document.open(link)
        assert caught.value.key == key
        with pytest.raises(FileProblem) as caught:
            Document.create(link, Workshop())
        assert caught.value.key == taken
    good = path.with_name("good.workshop")
    good.symlink_to(file)
    with Document.open(good):
        assert beside(file, "open").exists()
    Document.open(file).close()


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
