"""A workshop that is open is not opened twice, and whoever has it is named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workshop.store.files import around, by_hand, refusal
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.records.notes import Note
from workshop.store.header import read_header
from workshop.store.holder import holder_of


def test_a_second_opening_here_is_refused(file: Path) -> None:
    with Document.open(file) as document:
        link = file.with_name("another name.workshop")
        os.link(file, link)
        for path in (file, link):
            with pytest.raises(FileProblem) as caught:
                Document.open(path)
            assert (caught.value.key, caught.value.facts["here"]) == ("file.in_use", True)
            with pytest.raises(FileProblem) as caught:
                read_header(path)
            assert caught.value.key == "file.in_use"
        with document.workshop.step("notes.edit"):
            document.workshop[Note].replace(1, text="Still ours")
    with Document.open(file) as document:
        assert document.workshop[Note][1].text == "Still ours"


def test_a_second_opening_elsewhere_is_refused_and_names_who_has_it(file: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from workshop.document import Document\n"
        "document = Document.open(Path(sys.argv[1])); print('open', flush=True); input()\n"
        "document.close()"
    )
    run = [sys.executable, "-c", program, str(file)]
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "open\n"
        found = refusal(file)
        assert (found.key, found.facts["here"]) == ("file.in_use", False)
        assert found.facts["computer"] == json.loads(holder_of(file).read_text())["computer"]
        assert found.facts["since"]
        other.stdin.write("\n")
    Document.open(file).close()
    assert around(file) == [file]


@pytest.mark.parametrize("note", [b"", b"[]", b"{", b'{"user": 7}', b"[" * 100_000, b"\xff"])
def test_a_spoilt_note_of_who_has_it_changes_nothing(file: Path, note: bytes) -> None:
    with by_hand(file) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        holder_of(file).write_bytes(note)
        found = refusal(file)
        assert (found.key, found.facts["here"]) == ("file.in_use", False)
        connection.execute("ROLLBACK")
    Document.open(file).close()
    assert around(file) == [file]
