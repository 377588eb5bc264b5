"""A program killed at any moment loses no step that was acknowledged."""

from __future__ import annotations

import random
import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from tests.crash.jobs import board
from tests.crash.wholeness import check_history, steps_of
from tests.crash.workers import NO_FORK, Workers
from tests.workshop.store.hostile import JOURNAL_MAGIC
from workshop.document import Document
from workshop.store.beside import journal_of

pytestmark = NO_FORK
FILES, KILLS = 20, 10
"""In a run of the suite: so many files, each with so many kills one after the other."""
LONG_FILES = 100
LONGEST_WAIT = 0.006
"""Seconds between the last acknowledgement that is waited for and the kill: longer than a step
takes, so that it may come at any moment of one."""


def kill_while_writing(workers: Workers, path: Path, choose: random.Random) -> int:
    """Kills a program that works on the file; returns the last step that it acknowledged."""
    worker = workers.start("write_on", path=path, seed=choose.randrange(10**9))
    said = [worker.line() for _ in range(choose.choice((0, 0, 1, 5, 20)))]
    time.sleep(choose.random() * LONGEST_WAIT)
    worker.kill()
    said += worker.rest()
    saved = [int(line.split()[1]) for line in said]
    assert saved == sorted(saved)
    return saved[-1] if saved else 0


def check_after_kill(path: Path, acknowledged: int, folder: Path) -> int:
    """The file has all that was acknowledged, and undo goes on from there; alone too, without the
    journal beside it. The one exception are the microseconds in which a commit writes its pages:
    what a kill leaves then takes both files. Returns the last step."""
    alone = folder / "alone.workshop"
    shutil.copyfile(path, alone)
    assert is_complete(alone, acknowledged) or is_hot(journal_of(path))
    with Document.open(path) as document:
        assert check_history(document, board()) >= acknowledged
        document.history.undo()
        last = document.workshop.last_step
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    return last


def is_complete(alone: Path, acknowledged: int) -> bool:
    try:
        return (steps_of(alone) or [0])[-1] >= acknowledged
    except sqlite3.DatabaseError:
        return False


def is_hot(journal: Path) -> bool:
    """Whether SQLite was about to commit, or had not got as far."""
    return journal.exists() and journal.read_bytes().startswith(JOURNAL_MAGIC)


def kill_again_and_again(workers: Workers, path: Path, seed: int) -> None:
    choose, known = random.Random(seed), 0
    Document.create(path, board()).close()
    for _ in range(KILLS):
        acknowledged = kill_while_writing(workers, path, choose)
        known = check_after_kill(path, max(acknowledged, known), path.parents[1])


@pytest.mark.parametrize("seed", range(FILES))
def test_kills_lose_nothing_acknowledged(workers: Workers, path: Path, seed: int) -> None:
    kill_again_and_again(workers, path, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(FILES, LONG_FILES))
def test_many_kills_lose_nothing_acknowledged(workers: Workers, path: Path, seed: int) -> None:
    kill_again_and_again(workers, path, seed)
