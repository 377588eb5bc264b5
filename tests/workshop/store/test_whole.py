"""New files: written beside and moved into place, or not at all."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import board_of
from tests.workshop.store.files import contents
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.records.notes import Note
from workshop.state import Workshop
from workshop.store.whole import whole, write_whole


def names(path: Path) -> list[str]:
    return [each.name for each in path.parent.iterdir()]


def test_a_file_that_is_there_is_not_overwritten_unasked(path: Path) -> None:
    path.write_text("Mine")
    with pytest.raises(FileProblem) as caught:
        Document.create(path, Workshop())
    assert caught.value.key == "file.exists"
    assert path.read_text() == "Mine"
    Document.create(path, board_of(2), force=True).close()
    with Document.open(path) as document:
        assert len(document.workshop[Note]) == 2
    assert names(path) == [path.name]


def test_a_workshop_that_is_open_is_not_overwritten(path: Path) -> None:
    with Document.create(path, board_of(2)) as document:
        with pytest.raises(FileProblem) as caught:
            Document.create(path, Workshop(), force=True)
        assert caught.value.key == "file.in_use"
        document.workshop.sequence["note.nr"] = 50
    other = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN EXCLUSIVE')"
    run = [sys.executable, "-c", other + "; print(1, flush=True); input()", str(path)]
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(FileProblem) as caught:
            Document.create(path, Workshop(), force=True)
        process.kill()
    assert caught.value.key == "file.in_use"
    with Document.open(path) as document:
        assert len(document.workshop[Note]) == 2
    assert names(path) == [path.name]


@pytest.mark.parametrize("spoilt", [False, True])
def test_the_journal_of_a_replaced_file_cannot_spoil_the_new_one(path: Path, spoilt: bool) -> None:
    Document.create(path, board_of(400)).close()
    program = (
        "import sqlite3, os, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size=1'); c.execute('BEGIN')\n"
        "c.execute(\"UPDATE note SET text = 'half ' || hex(zeroblob(200))\"); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    assert len(names(path)) == 2
    if spoilt:
        path.write_text("No workshop any more")
    Document.create(path, board_of(3), force=True).close()
    with Document.open(path) as document:
        assert contents(document.workshop) == contents(board_of(3))
    assert names(path) == [path.name]


def test_a_folder_that_is_not_there_or_in_the_way(path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        Document.create(path / "deeper" / "a.workshop", Workshop())
    assert caught.value.key == "file.no_folder"
    assert caught.value.facts["folder"] == str(path / "deeper")
    path.mkdir()
    for force, key in ((False, "file.folder"), (True, "file.folder")):
        with pytest.raises(FileProblem) as caught:
            Document.create(path, Workshop(), force=force)
        assert caught.value.key == key
    assert names(path) == [path.name]


def test_what_the_schema_refuses_is_not_written_as_a_whole_either(path: Path) -> None:
    workshop = board_of(2)
    note = workshop[Note][1]
    for records in ((note, note), (workshop[Note][2].__class__(nr=5, text="x", id=9, author=77),)):  # type: ignore[arg-type]
        content = whole(workshop)
        content = type(content)({**content.records, "note": records}, content.sequence)
        with pytest.raises(FileProblem) as caught:
            write_whole(content, path)
        assert caught.value.key == "file.refused"
        assert names(path) == []


def test_each_new_file_has_an_identity_of_its_own(path: Path) -> None:
    identities = set()
    for n in range(3):
        with Document.create(path.with_name(f"{n}.workshop"), board_of(1)) as document:
            identities.add(document.identity)
    with Document.open(path.with_name("0.workshop")) as document:
        assert document.identity in identities
    assert len(identities) == 3


@pytest.mark.skipif(os.name == "nt", reason="permissions work otherwise there")
def test_a_new_file_may_be_read_by_those_who_may_read_others(path: Path) -> None:
    plain = path.with_name("plain")
    plain.touch()
    Document.create(path, Workshop()).close()
    assert path.stat().st_mode == plain.stat().st_mode


def test_the_file_is_made_for_this_program(path: Path) -> None:
    Document.create(path, Workshop()).close()
    connection = sqlite3.connect(path)
    pragmas = ("application_id", "user_version", "encoding", "journal_mode", "auto_vacuum")
    found = [connection.execute(f"PRAGMA {each}").fetchone()[0] for each in pragmas]
    connection.close()
    assert found == [0x434F5857, 1, "UTF-8", "delete", 0]
