"""An open workshop: the state in memory, its history, and the file that follows it.

Everything here is called from one thread, the owner's, unless said otherwise.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from workshop.changes import Step, StepId
from workshop.errors import FileProblem
from workshop.history import History
from workshop.state import Workshop
from workshop.store.connection import prepare_for_writing
from workshop.store.holder import remove_holder, write_holder
from workshop.store.names import free_name, whole_path
from workshop.store.open_file import OpenFile, PictureJob, StepJob
from workshop.store.opening import PATIENCE, Taken, open_checked, take
from workshop.store.pictures import Picture, picture, read_picture, read_pictures
from workshop.store.steps import read_steps
from workshop.store.trouble import write_problem
from workshop.store.whole import whole, write_whole
from workshop.store.writer import Writer

Answer = TypeVar("Answer")

CLOSING_SECONDS = 10.0
"""How long closing waits for a disk on which nothing arrives."""
KEEPING_PAUSE = 5.0
"""Seconds between two attempts to go on in another file."""
ASKING_SECONDS = 5.0
"""How long a file in trouble is waited for, when another is to take its place."""

log = logging.getLogger(__name__)


class Document:
    """A workshop and its file. Every step is handed to the writer's thread as it happens."""

    def __init__(self, path: Path, workshop: Workshop, taken: Taken) -> None:
        self.workshop = workshop
        self.saved_listeners: list[Callable[[StepId], None]] = []
        """Called when a step is on the disk: on the writer's thread, or on the owner's where the
        document has moved to another file."""
        self.trouble_listeners: list[Callable[[FileProblem | None], None]] = []
        """Called, on the same threads, when writing gets into trouble, and with None when it goes
        on. The owner then calls `tend` on its own thread."""
        self._closed = False
        self._next_keeping = 0.0
        self._heard: list[Step] = []
        self._sequence = dict(workshop.sequence)
        self._use(path, taken)
        self.history = History(workshop, self.read_steps)
        workshop.listeners.append(self._hear)

    @classmethod
    def create(cls, path: Path, workshop: Workshop, force: bool = False) -> Document:
        """Writes a workshop to a new file and opens it. Raises FileProblem: `file.exists` where
        there is one and `force` does not say to replace it."""
        path = whole_path(path)
        write_whole(whole(workshop), path, force)
        return cls(path, workshop, _take_own(path))

    @classmethod
    def open(cls, path: Path, patience: float = PATIENCE) -> Document:
        """Opens a workshop file, everything in it checked. Raises FileProblem; then the file is as
        it was. `patience`: seconds that the checks may take."""
        path = whole_path(path)
        taken, workshop = open_checked(path, patience)
        return cls(path, workshop, taken)

    def _use(self, path: Path, taken: Taken) -> None:
        self._file = OpenFile(path, taken)
        self._writer = Writer(self._file, self._saved, self._told_of_trouble)
        write_holder(path)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._file.path

    @property
    def identity(self) -> str:
        """The random identity of the file; a copy or a file that the work moved to has another."""
        return self._file.identity

    @property
    def pending(self) -> frozenset[StepId]:
        """The steps that are not on the disk yet. From any thread."""
        jobs = self._writer.waiting()
        return frozenset(job.step.id for job in jobs if isinstance(job, StepJob))

    @property
    def trouble(self) -> FileProblem | None:
        """Why nothing is written at the moment, or None. From any thread."""
        return self._writer.trouble

    def _hear(self, step: Step) -> None:
        moved = {
            name: highest
            for name, highest in self.workshop.sequence.items()
            if self._sequence.get(name) != highest
        }
        self._sequence.update(moved)
        self._heard.append(step)
        self._writer.put(StepJob(step, moved))
        self.tend()

    def _saved(self, step: StepId) -> None:
        for listener in tuple(self.saved_listeners):
            listener(step)

    def _told_of_trouble(self, trouble: FileProblem | None) -> None:
        for listener in tuple(self.trouble_listeners):
            listener(trouble)

    def read_steps(self) -> list[Step]:
        """The history that is in the file, oldest first. Raises FileProblem."""
        return self.ask(lambda connection: read_steps(connection, self.path))

    def ask(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """What a question finds in the file. It is asked on the writer's thread, between two
        writes; steps still pending are not in the file. Raises FileProblem."""
        return self._writer.ask(question)

    def add_picture(self, data: bytes, media_type: str) -> str:
        """Keeps a picture; returns the hash by which records name it. Outside steps. Raises Refused
        for one that is too large."""
        added = picture(data, media_type)
        self._writer.put(PictureJob(added))
        return added.hash

    def picture(self, hash: str) -> Picture | None:
        """The picture of this hash, or None. Raises FileProblem."""
        waiting = (each for each in self._writer.pictures() if each.hash == hash)
        return next(waiting, None) or self.ask(lambda connection: read_picture(connection, hash))

    def tend(self) -> None:
        """Goes on in a new file beside, `NAME (kept).workshop`, if this one refuses what memory has
        taken. Does nothing otherwise."""
        if self._writer.refused and time.monotonic() >= self._next_keeping:
            self._next_keeping = time.monotonic() + KEEPING_PAUSE
            kept = free_name(self.path, "kept")
            try:
                self.go_on_at(kept)
            except FileProblem:
                log.exception("The work cannot go on at %s either", kept)

    def go_on_at(self, path: Path, force: bool = False) -> None:
        """Writes the whole workshop with its history to another file and works there from now on;
        the old file stays as it is. Outside any step. Raises FileProblem; then nothing changes."""
        path = whole_path(path)
        content = whole(self.workshop, self._all_steps(), self._all_pictures())
        write_whole(content, path, force)
        taken = _take_own(path)
        before, pending = self._file, sorted(self.pending)
        self._writer.stop(drop=True, patience=ASKING_SECONDS)
        remove_holder(before.path)
        self._use(path, taken)
        log.warning("The work goes on at %s instead of %s", path, before.path)
        for step in pending:
            self._saved(step)
        self._told_of_trouble(None)

    def _all_steps(self) -> list[Step]:
        steps = self._read_or_nothing(lambda connection: read_steps(connection, self.path))
        known = {step.id for step in steps}
        return [*steps, *(step for step in self._heard if step.id not in known)]

    def _all_pictures(self) -> list[Picture]:
        stored = self._read_or_nothing(lambda connection: list(read_pictures(connection)))
        return [*stored, *self._writer.pictures()]

    def _read_or_nothing(
        self, question: Callable[[sqlite3.Connection], list[Answer]]
    ) -> list[Answer]:
        """A file that is gone must not keep the rest from being saved."""
        try:
            return self._writer.ask(question, ASKING_SECONDS)
        except FileProblem as problem:
            log.warning("Cannot be read any more: %s", problem)
            return []

    def close(self, patience: float = CLOSING_SECONDS) -> None:
        """Waits until everything is on the disk and closes the file.

        Raises FileProblem (`file.not_saved`, with the number of steps) if nothing arrived there for
        `patience` seconds. The document then stays open, goes on trying, and can be closed again,
        moved with `go_on_at`, or given up with `abandon`.
        """
        if self._closed:
            return
        left = self._writer.drain(patience)
        if left and self._writer.refused:
            self._next_keeping = 0.0
            self.tend()
            left = self._writer.drain(patience)
        if left:
            why = self.trouble.key if self.trouble else "file.too_slow"
            raise FileProblem("file.not_saved", file=str(self.path), steps=left, why=why)
        self._end(drop=False)

    def abandon(self) -> None:
        """Closes the file without what is still pending."""
        if not self._closed:
            self._end(drop=True)

    def _end(self, drop: bool) -> None:
        self._closed = True
        self.workshop.listeners.remove(self._hear)
        self._writer.stop(drop)
        remove_holder(self.path)

    def __enter__(self) -> Document:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _take_own(path: Path) -> Taken:
    """Takes a file that was written a moment ago. Raises FileProblem."""
    taken = take(path)
    try:
        prepare_for_writing(taken.connection)
    except sqlite3.Error as error:
        taken.close()
        raise write_problem(path, error) from error
    return taken
