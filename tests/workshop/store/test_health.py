"""What is said of a file that is not opened, sound or not; the file itself is only read."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import board_of, fill
from tests.workshop.store.files import by_hand
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.records.notes import Note
from workshop.state import Workshop
from workshop.store.health import Health, examine
from workshop.tables import tables


@pytest.fixture
def file(path: Path) -> Path:
    with Document.create(path, fill(Workshop())) as document:
        document.add_picture(b"a picture", "image/png")
        with document.workshop.step("notes.edit"):
            document.workshop[Note].replace(1, text="Changed")
    return path


def look(path: Path) -> Health:
    before = {each: (each.stat().st_mtime_ns, each.read_bytes()) for each in path.parent.iterdir()}
    health = examine(path)
    after = {each: (each.stat().st_mtime_ns, each.read_bytes()) for each in path.parent.iterdir()}
    assert before == after
    assert all(problem.facts["file"] == str(path) for problem in health.problems)
    return health


def keys(health: Health) -> set[str]:
    return {problem.key for problem in health.problems}


def test_a_sound_file(file: Path) -> None:
    health = look(file)
    assert health.readable
    assert health.problems == []
    assert health.version == 1
    assert len(health.identity) == 32
    assert health.size == file.stat().st_size
    assert len(health.counts) == len(tables())
    assert health.counts["note"] == 3
    assert (health.steps, health.pictures) == (1, 1)
    assert health.last_step_at.startswith("20")


def test_a_file_that_is_open_elsewhere_is_looked_at_all_the_same(file: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from workshop.document import Document\n"
        "document = Document.open(Path(sys.argv[1])); print(1, flush=True); input()"
    )
    run = [sys.executable, "-c", program, str(file)]
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert look(file).readable
        process.kill()


def test_a_file_that_is_open_here_is_not(file: Path) -> None:
    with Document.open(file), pytest.raises(FileProblem) as caught:
        examine(file)
    assert caught.value.key == "file.in_use"


def test_an_unfinished_transaction_is_taken_back_in_the_copy_alone(file: Path) -> None:
    program = (
        "import sqlite3, os, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size=1'); c.execute('BEGIN')\n"
        "c.executemany('INSERT INTO meta VALUES (?, ?)', [(n, 'x' * 900) for n in range(900)])\n"
        "os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", program, str(file)], check=False)
    assert look(file).readable
    assert len(list(file.parent.iterdir())) == 2


def test_nothing_to_look_at(path: Path) -> None:
    for where, key in ((path, "file.missing"), (path.parent, "file.folder")):
        with pytest.raises(FileProblem) as caught:
            examine(where)
        assert caught.value.key == key


@pytest.mark.parametrize(
    ("content", "key"),
    [(b"", "file.empty"), (b"text", "file.not_a_workshop"), (bytes(9999), "file.not_a_workshop")],
)
def test_a_file_of_something_else(path: Path, content: bytes, key: str) -> None:
    path.write_bytes(content)
    assert keys(look(path)) == {key}


def test_a_newer_file_and_one_with_a_trigger(file: Path) -> None:
    with by_hand(file) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END")
    assert keys(look(file)) == {"file.schema"}
    with by_hand(file) as connection:
        connection.execute("PRAGMA user_version=7")
    health = look(file)
    assert keys(health) == {"file.newer"}
    assert health.version == 7


def test_a_file_without_its_title_is_not_sound(file: Path) -> None:
    with by_hand(file) as connection:
        connection.execute('DELETE FROM "details"')
    assert keys(look(file)) == {"file.nameless"}


def test_every_bad_table_is_named_and_the_others_are_counted(file: Path) -> None:
    with by_hand(file) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("UPDATE word SET text = char(7)")
        connection.execute("UPDATE voice SET text = ' x '")
        connection.execute("UPDATE note SET author = 77 WHERE nr")
        connection.execute("UPDATE change SET old = '{'")
    health = look(file)
    found = {(problem.key, problem.facts.get("record")) for problem in health.problems}
    assert found == {
        ("file.record", "word"),
        ("file.record", "voice"),
        ("file.reference", "note"),
        ("file.history", None),
    }
    assert len(health.counts) == len(tables())


def test_a_scrambled_or_truncated_file_tells_what_is_left(path: Path) -> None:
    Document.create(path, board_of(3000)).close()
    sound, choose = path.read_bytes(), random.Random(3)
    with by_hand(path) as connection:  # behind the schema, and the first page of each table
        first = connection.execute("SELECT max(rootpage) FROM sqlite_master").fetchone()[0]
    spoilt = bytearray(sound)
    for page in choose.sample(range(first, len(sound) // 4096), 40):
        spoilt[page * 4096 : page * 4096 + 400] = choose.randbytes(400)
    path.write_bytes(spoilt)
    health = look(path)
    assert not health.readable
    assert [problem.key for problem in health.problems] == ["file.damaged"], "the rest comes of it"
    assert health.identity
    assert health.counts["participant"] == 11
    os.truncate(path, len(sound) // 2)
    health = look(path)
    assert [problem.key for problem in health.problems] == ["file.truncated"]
    assert health.version == 1


@pytest.mark.parametrize("seed", range(10))
def test_noise_anywhere_is_told_and_never_fails(file: Path, seed: int) -> None:
    choose = random.Random(seed)
    spoilt = bytearray(file.read_bytes())
    for _ in range(choose.randint(1, 30)):
        at = choose.randrange(100, len(spoilt) - 300)
        spoilt[at : at + 300] = choose.randbytes(300)
    path = file.with_name("spoilt.workshop")
    path.write_bytes(spoilt)
    health = look(path)
    opened = shutil.copyfile(path, file.with_name("opened.workshop"))
    try:
        Document.open(opened).abandon()
    except FileProblem:
        assert not health.readable
    else:
        assert health.readable or keys(health) == {"file.history"}


def test_a_file_of_an_older_version_that_nothing_leads_from_is_not_sound(file: Path) -> None:
    with by_hand(file) as connection:
        connection.execute("PRAGMA user_version=0")
    health = look(file)
    assert [problem.key for problem in health.problems] == ["file.older"]
    assert not health.readable
