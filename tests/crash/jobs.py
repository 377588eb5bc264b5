"""What the programs do that are killed, lose their power or write to a failing disk."""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.builders import add_note, board_of
from tests.crash.disk import Disk
from workshop.changes import StepId
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.records.agenda import Stage
from workshop.records.notes import Note
from workshop.records.people import Participant
from workshop.state import Workshop
from workshop.store import writer

NOTES = 20
"""On the board that every file begins with."""


def say(*words: object) -> None:
    """One line, at once; a kill cuts none in two."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def board() -> Workshop:
    """The workshop that every file begins with."""
    return board_of(NOTES)


def warm_up() -> None:
    """What is worked out once in a process is worked out before the first job forks off."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.workshop"
        Document.create(path, board()).close()
        document = Document.open(path)
        take_steps(document, random.Random(1), 5)
        document.close()
        assert threading.active_count() == 1, "no fork takes threads along"


def take_steps(document: Document, choose: random.Random, steps: int) -> None:
    """What people do: notes one by one and many at once, edits, undo and redo, a picture."""
    for _ in range(steps):
        choose.choice(VERBS)(document, choose)


def _add(document: Document, choose: random.Random) -> None:
    _add_some(document, choose.choice((1, 1, 1, 3, 40)))


def _add_some(document: Document, count: int) -> None:
    workshop = document.workshop
    person, stage = next(iter(workshop[Participant])), next(iter(workshop[Stage]))
    with workshop.step("notes.add"):
        for _ in range(count):
            add_note(workshop, stage.id, person)


def _edit(document: Document, choose: random.Random) -> None:
    notes = document.workshop[Note]
    with document.workshop.step("notes.edit"):
        for note in choose.sample(list(notes), min(5, len(notes))):
            notes.replace(note.id, text=f"Edit {document.workshop.last_step} of {note.id}")


def _undo(document: Document, choose: random.Random) -> None:
    document.history.undo()


def _redo(document: Document, choose: random.Random) -> None:
    document.history.redo()


def _keep_picture(document: Document, choose: random.Random) -> None:
    document.add_picture(choose.randbytes(choose.choice((10, 5000, 60_000))), "image/png")


VERBS: tuple[Callable[[Document, random.Random], Any], ...] = (
    *(_add,) * 4, *(_edit,) * 4, _undo, _redo, _keep_picture,
)  # fmt: skip


def write_on(path: str, seed: int) -> None:
    """Works on a file for ever, and closes and opens it now and then."""
    choose = random.Random(seed)
    while True:
        with Document.open(Path(path)) as document:
            document.saved_listeners.append(lambda step: say("saved", step))
            take_steps(document, choose, choose.randint(1, 60))


def sit(path: str, log: str, seed: int, steps: int) -> None:
    """Makes a workshop, works on it, closes and opens it, and goes on: all of it recorded."""
    choose, disk = random.Random(seed), Disk(Path(path).parent)
    disk.record(Path(log))
    document = Document.create(Path(path), board())
    disk.mark(0)
    for _ in range(3):
        with document:
            document.saved_listeners.append(disk.mark)
            take_steps(document, choose, steps // 3)
        document = Document.open(Path(path))
    document.close()


def write_with_fault(path: str, at: int, code: int, lasting: bool) -> None:
    """Opens a file, takes four steps and closes it, while a call fails. Says the key of the problem
    it ends with, if it does, then how much was saved and how many calls there were."""
    _be_quick()
    disk, saved = Disk(Path(path).parent), list[StepId]()
    disk.fail(at, code, lasting)

    def work() -> None:
        document = Document.open(Path(path))
        document.saved_listeners.append(saved.append)
        for n in range(4):
            _add_some(document, 1 + 20 * (n == 2))
            if n % 2:
                document.ask(lambda _: None)
        document.close(patience=0.02 if lasting else 20)

    _try(work)
    say("saved", len(saved))
    say("calls", disk.calls)


def create_with_fault(path: str, at: int, code: int, lasting: bool, force: bool) -> None:
    """Makes a file while a call fails."""
    disk = Disk(Path(path).parent)
    disk.fail(at, code, lasting)
    _try(lambda: Document.create(Path(path), board_of(3), force=force).close())
    say("calls", disk.calls)


def move_with_fault(path: str, to: str, at: int, code: int, lasting: bool) -> None:
    """Goes on in another file, on a disk where a call fails; where it cannot, in the first."""
    _be_quick()
    document, disk = Document.open(Path(path)), Disk(Path(to).parent)
    take_steps(document, random.Random(at), 5)
    disk.fail(at, code, lasting)
    _try(lambda: document.go_on_at(Path(to)))
    say("calls", disk.calls)
    disk.fail(0, 0, False)
    take_steps(document, random.Random(at), 5)
    document.close()
    say("at", document.path)
    say("notes", len(document.workshop[Note]))


def write_slowly(path: str, milliseconds: int, steps: int) -> None:
    """Takes steps as fast as it can on a disk where every flush takes so long; says how many
    flushes that took, and how many steps were still to be saved after the last one was taken."""
    document, disk = Document.open(Path(path)), Disk(Path(path).parent)
    disk.wait(milliseconds)
    saved, start = list[StepId](), time.perf_counter()
    document.saved_listeners.append(saved.append)
    take_steps(document, random.Random(1), steps)
    say("waiting", len(document.pending))
    document.close()
    assert saved == sorted(saved)
    say("seconds", time.perf_counter() - start)
    say("saved", len(saved))
    say("flushes", disk.flushes)


def time_steps(path: str, milliseconds: int, steps: int) -> None:
    """Adds notes one by one, each once the one before is on the disk; says how long that takes."""
    document, disk, on_disk = Document.open(Path(path)), Disk(Path(path).parent), threading.Event()
    disk.wait(milliseconds)
    document.saved_listeners.append(lambda _: on_disk.set())
    seconds = []
    for _ in range(steps):
        on_disk.clear()
        start = time.perf_counter()
        _add_some(document, 1)
        on_disk.wait()
        seconds.append(time.perf_counter() - start)
    say("flushes", disk.flushes)
    say("median", statistics.median(seconds))
    say("p95", statistics.quantiles(seconds, n=20)[-1])
    document.abandon()


def _try(work: Callable[[], None]) -> None:
    """An expected error is a line; anything else ends the job."""
    try:
        work()
    except FileProblem as problem:
        say("problem", problem.key)


def _be_quick() -> None:
    """A disk that failed is tried again at once."""
    writer.FIRST_PAUSE = 0.001
    writer.LONGEST_PAUSE = 0.01
