"""A program killed at any moment loses no step that was acknowledged."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.builders import board_of
from workshop.document import Document
from workshop.records.notes import Note
from workshop.store.holder import holder_of

WRITER = """
import os, random, sys
from pathlib import Path
from typing import Any
from tests.builders import add_note
from workshop.document import Document
from workshop.records.agenda import Stage
from workshop.records.notes import Note
from workshop.records.people import Participant

choose = random.Random(int(sys.argv[2]))
document = Document.open(Path(sys.argv[1]))
document.saved_listeners.append(lambda step: os.write(1, b"%d\\n" % step))
workshop = document.workshop
person, stage = next(iter(workshop[Participant])), next(iter(workshop[Stage]))
while True:
    with workshop.step("notes.add"):
        for _ in range(choose.choice((1, 1, 3, 40))):
            add_note(workshop, stage.id, person)
    with workshop.step("notes.edit"):
        for note in choose.sample(list(workshop[Note]), 5):
            workshop[Note].replace(note.id, text="Edit %d" % workshop.last_step)
    if choose.random() < 0.1:
        document.history.undo()
"""


def kill_while_writing(path: Path, seed: int, steps: int) -> int:
    """Kills a writing program once it has acknowledged so many steps, wherever it is by then;
    returns the last step that it had acknowledged."""
    run = [sys.executable, "-c", WRITER, str(path), str(seed)]
    with subprocess.Popen(run, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(steps)]
        process.kill()
        told += process.stdout.readlines()
    acknowledged = [int(line) for line in told if line.endswith(b"\n")]
    assert acknowledged == list(range(acknowledged[0], acknowledged[-1] + 1))
    return acknowledged[-1]


def check_after_kill(path: Path, acknowledged: int) -> None:
    """The file opens with at least these steps, and holds exactly what its history leads to."""
    assert holder_of(path).exists()
    with Document.open(path) as document:
        steps = document.read_steps()
        assert acknowledged <= steps[-1].id == document.workshop.last_step
        assert [step.id for step in steps] == list(range(1, steps[-1].id + 1))
        notes: dict[int, Any] = {note.id: note for note in board_of(20)[Note]}
        for step in steps:
            for change in step.changes:
                assert notes.get(change.id) == change.old
                notes.pop(change.id, None)
                if change.new is not None:
                    notes[change.id] = change.new
        assert notes == {note.id: note for note in document.workshop[Note]}
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_kills_in_mid_writing_lose_nothing_acknowledged(path: Path) -> None:
    Document.create(path, board_of(20)).close()
    for seed in range(4):
        check_after_kill(path, kill_while_writing(path, seed, 1 + 15 * seed))


@pytest.mark.long
def test_many_kills_in_mid_writing_lose_nothing_acknowledged(path: Path) -> None:
    choose = random.Random()
    for _ in range(20):
        Document.create(path, board_of(20), force=True).close()
        for _ in range(10):
            seed = choose.randrange(10**9)
            check_after_kill(path, kill_while_writing(path, seed, choose.randint(1, 60)))
