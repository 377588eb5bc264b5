"""Files that are none of ours, damaged or hostile: each is refused with its reason, and not one
byte of it is changed."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.workshop.store.files import around, by_hand, contents, refusal
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.records.notes import Note


def change(path: Path, offset: int, new: bytes) -> None:
    with path.open("r+b") as opened:
        opened.seek(offset)
        opened.write(new)


def test_a_file_that_is_not_there(path: Path) -> None:
    assert refusal(path).key == "file.missing"
    assert refusal(path / "deeper").key == "file.missing"


def test_a_folder(path: Path) -> None:
    assert refusal(path.parent).key == "file.folder"


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
def test_a_pipe(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(FileProblem) as caught:
        Document.open(path)
    assert caught.value.key == "file.not_a_file"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "file.empty"),
        (b"Dear all,\nhere are the notes of our workshop.\n" * 50, "file.not_a_workshop"),
        (b"x", "file.not_a_workshop"),
        (b"SQLite format 3\0", "file.truncated"),
        (b"SQLite format 3\0" + bytes(84), "file.not_a_workshop"),
        (b"SQLite format 3\0" + b"\xff" * 5000, "file.not_a_workshop"),
        (bytes(8192), "file.not_a_workshop"),
    ],
)
def test_a_file_of_something_else(path: Path, content: bytes, key: str) -> None:
    path.write_bytes(content)
    assert refusal(path).key == key


def test_another_sqlite_database(path: Path) -> None:
    with by_hand(path) as connection:
        connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text)")
    assert refusal(path).key == "file.not_a_workshop"
    with by_hand(path) as connection:
        connection.execute(f"PRAGMA application_id={0x434F5857}")
        connection.execute("PRAGMA user_version=1")
    assert refusal(path).key == "file.schema"


def test_a_newer_version_and_an_older_one(file: Path) -> None:
    with by_hand(file) as connection:
        connection.execute("PRAGMA user_version=2")
    newer = refusal(file)
    assert (newer.key, newer.facts["version"], newer.facts["known"]) == ("file.newer", 2, 1)
    with by_hand(file) as connection:
        connection.execute("PRAGMA user_version=0")
    assert refusal(file).key == "file.older"


@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_a_truncated_file(file: Path, part: float) -> None:
    os.truncate(file, int(file.stat().st_size * part))
    assert refusal(file).key == "file.truncated"


def test_a_file_truncated_by_a_page_although_its_header_does_not_tell(file: Path) -> None:
    pages = file.stat().st_size // 4096
    os.truncate(file, (pages - 3) * 4096)
    change(file, 28, struct.pack(">I", pages - 3))
    assert refusal(file).key == "file.damaged"


def test_scrambled_pages_are_noticed_or_hold_nothing(file: Path) -> None:
    """Whatever bytes a page is overwritten with, the file is refused, or opens with all in it."""
    choose = random.Random(5)
    sound = file.read_bytes()
    with Document.open(file) as document:
        whole = contents(document.workshop)
    refused = []
    for page in range(1, len(sound) // 4096, 7):
        noise = choose.randbytes(200)
        file.write_bytes(sound)
        change(file, page * 4096 + choose.choice((0, 0, 8, 1000, 3800)), noise)
        try:
            with Document.open(file) as document:
                assert contents(document.workshop) == whole
        except FileProblem as problem:
            refused.append(problem.key)
    assert len(refused) > 10
    assert set(refused) <= {"file.damaged", "file.schema", "file.record"}


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END", "trigger t"),
        ("CREATE VIEW v AS SELECT * FROM note", "view v"),
        ("CREATE TABLE more (x)", "table more"),
        ("CREATE INDEX more ON note (text)", "index more"),
        ("DROP INDEX note_by_nr", "index note_by_nr"),
        ("DROP TABLE word", "table word"),
        ("ALTER TABLE note ADD COLUMN more", "table note"),
        ("CREATE VIRTUAL TABLE f USING fts5(x)", "table f"),
    ],
)
def test_a_schema_that_is_not_ours(file: Path, statement: str, what: str) -> None:
    with by_hand(file) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(statement)
    found = refusal(file)
    assert (found.key, found.facts["what"]) == ("file.schema", what)


def test_a_file_that_does_not_say_which_workshop_it_is(file: Path) -> None:
    with by_hand(file) as connection:
        connection.execute('DELETE FROM "details"')
    assert refusal(file).key == "file.nameless"


def test_a_check_with_another_text_never_runs(file: Path) -> None:
    endless = "(WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT max(x) FROM c)"
    with by_hand(file) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        sql = connection.execute("SELECT sql FROM sqlite_master WHERE name='word'").fetchone()[0]
        assert sql.endswith(")")
        changed = sql[:-1] + ', CHECK ("text" <> abs(randomblob(9))))'
        connection.execute("UPDATE sqlite_master SET sql=? WHERE name='word'", (changed,))
    assert refusal(file).key == "file.schema"
    with by_hand(file) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        changed = sql[:-1] + f", CHECK ({endless}))"
        connection.execute("UPDATE sqlite_master SET sql=? WHERE name='word'", (changed,))
    assert refusal(file).key in ("file.schema", "file.damaged")


def test_checks_that_take_too_long_come_to_an_end(file: Path) -> None:
    assert refusal(file, patience=0.0).key == "file.too_slow"


def test_a_journal_of_a_killed_program_is_taken_back(file: Path) -> None:
    """The process is gone in the middle of a transaction: its journal is hot."""
    before = file.read_bytes()
    program = (
        "import sqlite3, os, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size=1'); c.execute('BEGIN')\n"
        "c.execute(\"UPDATE note SET text = 'half'\")\n"
        "c.executemany('INSERT INTO meta VALUES (?, ?)', [(n, 'x' * 900) for n in range(900)])\n"
        "os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", program, str(file)], check=False)
    journal = file.with_name(file.name + "-journal")
    assert journal.stat().st_size > 0
    assert file.read_bytes() != before
    with Document.open(file) as document:
        assert document.workshop[Note][1].text == "Changed"
    assert not journal.exists()


def test_a_journal_that_a_killed_program_left_is_gone_after_closing(file: Path) -> None:
    file.with_name(file.name + "-journal").write_bytes(bytes(2000))  # finished: its head is blank
    Document.open(file).close()
    assert around(file) == [file]


def test_the_file_is_written_with_the_settings_that_lose_nothing(file: Path) -> None:
    expected = {
        "locking_mode": "exclusive",
        "journal_mode": "persist",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "fullfsync": 1,
        "secure_delete": 1,
    }

    def settings(opened: sqlite3.Connection) -> dict[str, object]:
        return {each: opened.execute(f"PRAGMA {each}").fetchone()[0] for each in expected}

    with Document.open(file) as document:
        assert document.ask(settings) == expected
        limit = document.ask(lambda opened: opened.getlimit(sqlite3.SQLITE_LIMIT_ATTACHED))
        assert limit == 0


def test_a_file_that_somebody_set_to_wal_opens_and_is_set_back(file: Path) -> None:
    with by_hand(file) as connection:
        assert connection.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
    Document.open(file).close()
    assert file.read_bytes()[18:20] == b"\x01\x01"
    assert around(file) == [file]


NOBODY = 65534


def open_as_nobody(path: Path) -> list[str]:
    """Opens a file without the rights of root, which no permission stops; why it fails, if so."""
    program = (
        "import os, sys; from pathlib import Path\n"
        "from workshop.document import Document; from workshop.errors import FileProblem\n"
        "import workshop.kinds, workshop.records  # while they may be read\n"
        f"if os.geteuid() == 0: os.setgroups([]), os.setgid({NOBODY}), os.setuid({NOBODY})\n"
        "try: Document.open(Path(sys.argv[1])).close()\n"
        "except FileProblem as problem: print(problem.key)"
    )
    run = [sys.executable, "-c", program, str(path)]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.skipif(os.name == "nt", reason="permissions work otherwise there")
def test_a_file_or_folder_that_may_only_be_read(sound: Path) -> None:
    with tempfile.TemporaryDirectory() as name:  # where everybody may come, unlike tmp_path
        folder, file = Path(name), Path(name) / "shared.workshop"
        shutil.copyfile(sound, file)
        seen = []
        for of_folder, of_file in ((7, 6), (7, 4), (7, 0), (5, 6)):
            folder.chmod(0o700 | of_folder)
            file.chmod(0o600 | of_file)
            if os.geteuid() != 0:
                folder.chmod(of_folder << 6)
                file.chmod(of_file << 6)
            seen.append(open_as_nobody(file))
        folder.chmod(0o700)
        assert seen == [[], ["file.read_only"], ["file.no_access"], ["file.read_only"]]
        assert around(file) == [file]
