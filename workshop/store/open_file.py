"""A workshop file that is open for writing: its connection, and how it is found again.

Disks fill up, sticks are pulled, files are moved while they are open. Whatever an attempt to write
ends with, the next one first finds out which step the file really holds last.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workshop.changes import Step
from workshop.errors import FileProblem
from workshop.store.connection import drop_journal, prepare_for_writing, transaction
from workshop.store.header import node
from workshop.store.loading import last_step
from workshop.store.opening import Taken, read_identity, take
from workshop.store.pictures import Picture, write_pictures
from workshop.store.steps import write_step
from workshop.store.trouble import may_pass, primary_code

_KEEPS_CONNECTION = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CONSTRAINT}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StepJob:
    """A step to be written, with the marks of the sequences that it moved."""

    step: Step
    sequence: Mapping[str, int]

    @property
    def name(self) -> str:
        """What it is, for the log: nothing that people wrote."""
        return f"step {self.step.id} ({self.step.label})"

    def write(self, connection: sqlite3.Connection) -> None:
        """Writes it, inside a transaction. Raises sqlite3.Error and RowMissingError."""
        write_step(connection, self.step, self.sequence)


@dataclass(frozen=True, slots=True)
class PictureJob:
    """A picture to be written."""

    picture: Picture

    @property
    def name(self) -> str:
        """What it is, for the log."""
        return "a picture"

    def write(self, connection: sqlite3.Connection) -> None:
        """Writes it, inside a transaction. Raises sqlite3.Error."""
        write_pictures(connection, [self.picture])


Job = StepJob | PictureJob


class OpenFile:
    """The file that belongs to the writer; used by one thread at a time."""

    def __init__(self, path: Path, taken: Taken) -> None:
        self.path = path
        self.identity = read_identity(taken.connection, path)
        self._taken: Taken | None = taken
        self.last = last_step(taken.connection)
        """Number and time of the last step in the file, as far as is known."""
        self._unsure = self._broken = False

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection. Raises FileProblem while there is none."""
        if self._taken is None:
            raise FileProblem("file.unreadable", file=str(self.path))
        return self._taken.connection

    def write(self, jobs: Sequence[Job]) -> None:
        """Writes these jobs in one transaction; when this returns they are on the disk.

        Raises FileProblem (`file.gone`, `file.replaced`, `file.in_use`), sqlite3.Error,
        RowMissingError; then none of them need be, and the same call may be made again.
        """
        try:
            self._find(jobs)
            with transaction(self.connection):
                for job in jobs:
                    if not self._has(job):
                        job.write(self.connection)
        except BaseException as error:
            self._unsure = True
            lost = isinstance(error, sqlite3.Error) and may_pass(error)
            self._broken |= lost and primary_code(error) not in _KEEPS_CONNECTION
            raise
        self._unsure = False
        self.last = _marks(jobs, self.last)[-1]

    def _has(self, job: Job) -> bool:
        """Whether the step is in the file: a commit may end in an error and still have reached the
        disk."""
        return isinstance(job, StepJob) and job.step.id <= self.last[0]

    def _find(self, jobs: Sequence[Job]) -> None:
        """Makes sure that the file at this path is the one that we have open, and ours."""
        try:
            there = node(self.path)
        except OSError:
            raise FileProblem("file.gone", file=str(self.path)) from None
        if self._broken or self._taken is None or there != self._taken.node:
            self._unsure = True
            self._take_again(there)
        if self._unsure:
            last = last_step(self.connection)
            if last not in _marks(jobs, self.last):
                raise FileProblem("file.replaced", file=str(self.path))
            self.last = last

    def _take_again(self, there: tuple[int, int | str]) -> None:
        if self._taken is not None and self._taken.node == there:
            self._let_go()
        fresh = take(self.path)
        try:
            if read_identity(fresh.connection, self.path) != self.identity:
                raise FileProblem("file.replaced", file=str(self.path))
            prepare_for_writing(fresh.connection)
        except BaseException:
            fresh.close()
            raise
        self._let_go()
        self._taken, self._broken = fresh, False

    def _let_go(self) -> None:
        if self._taken is not None:
            taken, self._taken = self._taken, None
            taken.close()

    def close(self) -> None:
        """Closes the file; if the disk lets us, it then stands alone, without a journal."""
        if self._taken is not None:
            try:
                drop_journal(self.connection)
            except sqlite3.Error as error:
                log.warning("The journal of %s stays: %s", self.path, error)
            self._let_go()


def _marks(jobs: Sequence[Job], last: tuple[int, str]) -> list[tuple[int, str]]:
    """Number and time of the step that a file may hold last: the one known, or one of these."""
    steps = (job.step for job in jobs if isinstance(job, StepJob))
    return [last, *((step.id, step.at) for step in steps)]
