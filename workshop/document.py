"""An open workshop: the state in memory, its history, and the file that follows it.

Everything here is called from one thread, the owner's, unless said otherwise.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from workshop.changes import Step, StepId
from workshop.errors import FileProblem
from workshop.following import ASKING_SECONDS, FollowingFile
from workshop.history import History
from workshop.keeping.drafts import Draft
from workshop.keeping.vault import LeftOver, Vault
from workshop.state import Workshop
from workshop.store.elsewhere import Elsewhere, take_own
from workshop.store.names import free_name, whole_path
from workshop.store.open_file import PictureJob, StepJob
from workshop.store.opening import PATIENCE, Taken, open_checked
from workshop.store.pictures import Picture, picture, read_picture
from workshop.store.steps import read_steps
from workshop.store.whole import whole, write_whole
from workshop.store.writer import Waiting, waits

Answer = TypeVar("Answer")

CLOSING_SECONDS = 10.0
"""How long closing waits for a disk on which nothing arrives."""
OLDER = "older versions"
"""The folder in the vault with files as they were before they were brought up to date."""
KEEPING_PAUSE = 5.0
"""Seconds between two attempts to go on in another file."""

log = logging.getLogger(__name__)


class Document:
    """A workshop and its file. Every step is handed to the writer's thread as it happens, and to
    the recorder's if there is a vault in which recordings and backups are kept."""

    def __init__(
        self, path: Path, workshop: Workshop, taken: Taken, vault: Vault | None = None
    ) -> None:
        self.workshop = workshop
        self.older_copy = taken.copy
        """Where the file stands as it was, if it was of an older version."""
        self._vault = vault
        self.saved_listeners: list[Callable[[StepId], None]] = []
        """Called when a step is on the disk: on the writer's thread, or on the owner's where the
        document has moved to another file."""
        self.trouble_listeners: list[Callable[[FileProblem | None], None]] = []
        """Called, on the same threads, when writing gets into trouble, and with None when it goes
        on. The owner then calls `tend` on its own thread."""
        self._closed = False
        self._next_keeping = 0.0
        self._sequence = dict(workshop.sequence)
        self._left: list[threading.Thread] = []
        self._file = self._follow(path, taken)
        self.history = History(workshop, self.read_steps)
        workshop.listeners.append(self._hear)

    @classmethod
    def create(
        cls, path: Path, workshop: Workshop, force: bool = False, vault: Vault | None = None
    ) -> Document:
        """Writes a workshop to a new file and opens it. Raises FileProblem: `file.exists` where
        there is one and `force` does not say to replace it."""
        path = whole_path(path)
        write_whole(whole(workshop), path, force)
        return cls(path, workshop, take_own(path), vault)

    @classmethod
    def open(cls, path: Path, patience: float = PATIENCE, vault: Vault | None = None) -> Document:
        """Opens a workshop file, everything in it checked. Raises FileProblem; then the file is as
        it was. `patience`: seconds that the checks may take."""
        path = whole_path(path)
        older = vault.folder / OLDER if vault is not None else None
        taken, workshop = open_checked(path, patience, older)
        return cls(path, workshop, taken, vault)

    def _follow(self, path: Path, taken: Taken) -> FollowingFile:
        return FollowingFile(path, taken, self._vault, self._saved, self._told_of_trouble)

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
        return self._file.pending()

    @property
    def trouble(self) -> FileProblem | None:
        """Why nothing is written at the moment, or None. From any thread."""
        return self._file.writer.trouble

    @property
    def other_holder(self) -> dict[str, str]:
        """Who seemed to have the file open on another computer when it was opened here: `user`,
        `computer`, `since`. Where locks do not reach, this is all that tells."""
        return self._file.other_holder

    def _hear(self, step: Step) -> None:
        moved = {
            name: highest
            for name, highest in self.workshop.sequence.items()
            if self._sequence.get(name) != highest
        }
        self._sequence.update(moved)
        self._file.put(StepJob(step, moved))
        self.tend()

    @property
    def left_over(self) -> LeftOver:
        """What the recordings had more than the file when it was opened."""
        return self._file.left_over

    @property
    def drafts(self) -> dict[str, Draft]:
        """What is being typed, by place, also what was when the workshop was open last."""
        return self._file.drafts

    def keep_draft(self, draft: Draft) -> None:
        """Keeps what is being typed and is no step yet."""
        self._file.keep_draft(draft)

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
        return self._file.writer.ask(question)

    def add_picture(self, data: bytes, media_type: str) -> str:
        """Keeps a picture; returns the hash by which records name it. Outside steps. Raises Refused
        for one that is too large."""
        added = picture(data, media_type)
        self._file.put(PictureJob(added))
        return added.hash

    def picture(self, hash: str) -> Picture | None:
        """The picture of this hash, or None. Raises FileProblem."""
        waiting = (each for each in self._file.writer.pictures() if each.hash == hash)
        return next(waiting, None) or self.ask(lambda connection: read_picture(connection, hash))

    def tend(self) -> None:
        """Goes on in a new file beside, `NAME (kept).workshop`, if this one refuses what memory has
        taken. Does nothing otherwise."""
        if self._file.writer.refused and time.monotonic() >= self._next_keeping:
            self._next_keeping = time.monotonic() + KEEPING_PAUSE
            kept = free_name(self.path, "kept")
            try:
                new = self.prepare_move(kept)
                new.write(mends=True)
                self.complete_move(new)
            except FileProblem as problem:
                log.error("The work cannot go on at %s either: %s", kept, problem)

    def go_on_at(self, path: Path, force: bool = False) -> None:
        """Writes the whole workshop with its history to another file and works there from now on;
        the old file stays as it is. Outside any step. Raises FileProblem; then nothing changes."""
        new = self.prepare_move(path, force)
        new.write()
        self.complete_move(new)
        self._left[-1].join(ASKING_SECONDS)

    def prepare_move(self, path: Path, force: bool = False) -> Elsewhere:
        """The first part of `go_on_at`: everything as it is now, to be written to another file. Its
        `write` may be called on any thread, while the work goes on here."""
        content = whole(self.workshop, self._all_steps())
        return Elsewhere(content, self._file.pictures, whole_path(path), force)

    def complete_move(self, new: Elsewhere) -> None:
        """The last part of `go_on_at`: goes on in the file that was written, and brings there what
        has happened meanwhile."""
        taken, before = new.taken(), self._file
        pending, pictures, drafts = before.pending(), before.writer.pictures(), before.drafts
        self._leave(before, new.path)
        self._file = self._follow(new.path, taken)
        for draft in drafts.values():
            self.keep_draft(draft)
        for each in pictures:
            self._file.put(PictureJob(each))
        for step in self.history.known:
            if step.id > new.last_step:
                self._file.put(StepJob(step, dict(self.workshop.sequence)))
        log.warning("The work goes on at %s instead of %s", new.path, before.path)
        for id in sorted(each for each in pending if each <= new.last_step):
            self._saved(id)
        self._told_of_trouble(None)

    def _leave(self, before: FollowingFile, to: Path) -> None:
        """Lets go of a file, in the background: its disk may never answer."""

        before.is_left = True

        def stop() -> None:
            before.stop(drop=True, patience=ASKING_SECONDS, moved_to=to)

        self._left.append(threading.Thread(target=stop, daemon=True))
        self._left[-1].start()

    def _all_steps(self) -> list[Step]:
        known = self.history.known
        if self.history.is_read:
            return list(known)
        steps = self._file.read_or_nothing(lambda connection: read_steps(connection, self.path))
        there = {step.id for step in steps}
        return [*steps, *(step for step in known if step.id not in there)]

    def close(self, patience: float = CLOSING_SECONDS, waiting: Waiting = waits) -> None:
        """Waits until everything is on the disk and closes the file. Meanwhile `waiting` is called
        again and again, with the number of steps and pictures that are left.

        Raises FileProblem (`file.not_saved`, with the number of steps) if nothing arrived there for
        `patience` seconds. The document then stays open, goes on trying, and can be closed again,
        moved with `go_on_at`, or given up with `abandon`.
        """
        if self._closed:
            return
        left = self._file.writer.drain(patience, waiting)
        if left and self._file.writer.refused:
            self._next_keeping = 0.0
            self.tend()
            left = self._file.writer.drain(patience, waiting)
        if left:
            why = self.trouble.key if self.trouble else "file.too_slow"
            raise FileProblem("file.not_saved", file=str(self.path), steps=left, why=why)
        self._end(False, waiting)

    def abandon(self) -> None:
        """Closes the file without what is still pending."""
        if not self._closed:
            self._end(True)

    def _end(self, drop: bool, waiting: Waiting = waits) -> None:
        self._closed = True
        self.workshop.listeners.remove(self._hear)
        self._file.stop(drop, waiting=waiting)
        for thread in self._left:
            thread.join(ASKING_SECONDS)

    def __enter__(self) -> Document:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
