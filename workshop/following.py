"""The file that follows a workshop: the writer of its steps, the note of who has it open, and what
is kept beside it in the vault."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from workshop.changes import StepId
from workshop.errors import FileProblem
from workshop.keeping.drafts import Draft
from workshop.keeping.keeper import Keeper
from workshop.keeping.vault import LeftOver, Vault
from workshop.store.holder import read_other_holder, remove_holder, write_holder
from workshop.store.open_file import Job, OpenFile, StepJob
from workshop.store.opening import Taken
from workshop.store.pictures import Picture, read_pictures
from workshop.store.writer import ANSWER_SECONDS, Waiting, Writer, waits

ASKING_SECONDS = 5.0
"""How long a file in trouble is waited for, when another is to take its place."""

Answer = TypeVar("Answer")
log = logging.getLogger(__name__)


class FollowingFile:
    """One file from its opening to its closing. `on_saved` and `on_trouble` are called on the
    writer's thread."""

    def __init__(
        self,
        path: Path,
        taken: Taken,
        vault: Vault | None,
        on_saved: Callable[[StepId], None],
        on_trouble: Callable[[FileProblem | None], None],
    ) -> None:
        self._file = OpenFile(path, taken)
        self._on_saved, self._on_trouble = on_saved, on_trouble
        self.is_left = False
        """Whether the work goes on in another file: what this one says is no news any more."""
        self._keeper: Keeper | None = None
        last = self._file.last
        self.writer = Writer(self._file, self._saved, self._troubled)
        self.other_holder = read_other_holder(path)
        write_holder(path)
        if vault is not None:
            shelf = vault.shelf(self.identity)
            self._keeper = Keeper(shelf, path, self.identity, last, self.writer.ask)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._file.path

    @property
    def identity(self) -> str:
        """Its random identity."""
        return self._file.identity

    def put(self, job: Job) -> None:
        """Hands a job to the writer, a step to the recorder too."""
        self.writer.put(job)
        if self._keeper is not None and isinstance(job, StepJob):
            self._keeper.put(job)

    def pending(self) -> frozenset[StepId]:
        """The steps that are not on the disk yet."""
        jobs = self.writer.waiting()
        return frozenset(job.step.id for job in jobs if isinstance(job, StepJob))

    def pictures(self) -> Sequence[Picture]:
        """Every picture, on the disk and on its way there. From any thread but the writer's."""
        return [
            *self.read_or_nothing(lambda connection: list(read_pictures(connection))),
            *self.writer.pictures(),
        ]

    def read_or_nothing(
        self, question: Callable[[sqlite3.Connection], list[Answer]]
    ) -> list[Answer]:
        """A file that is gone must not keep the rest from being saved."""
        try:
            return self.writer.ask(question, ASKING_SECONDS)
        except FileProblem as problem:
            log.warning("Cannot be read any more: %s", problem)
            return []

    @property
    def left_over(self) -> LeftOver:
        """What the recordings had more than the file when it was opened."""
        return self._keeper.left_over if self._keeper is not None else LeftOver()

    @property
    def drafts(self) -> dict[str, Draft]:
        """What is being typed, by place, also what was when the workshop was open last."""
        return self._keeper.drafts if self._keeper is not None else {}

    def keep_draft(self, draft: Draft) -> None:
        """Keeps what is being typed and is no step yet."""
        if self._keeper is not None:
            self._keeper.draft(draft)

    def _saved(self, step: StepId) -> None:
        if self._keeper is not None:
            self._keeper.saved(step)
        self._on_saved(step)

    def _troubled(self, trouble: FileProblem | None) -> None:
        if not self.is_left:
            self._on_trouble(trouble)

    def stop(
        self,
        drop: bool,
        patience: float = ANSWER_SECONDS,
        moved_to: Path | None = None,
        waiting: Waiting = waits,
    ) -> None:
        """Lets go of the file, with everything written or (`drop`) as it is."""
        if self._keeper is not None:
            self._keeper.stop_backups()
        self.writer.stop(drop, patience, waiting)
        remove_holder(self.path)
        if self._keeper is not None:
            self._keeper.close(not drop or moved_to is not None, moved_to)
