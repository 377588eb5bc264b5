"""Follows an open workshop: a recorder for its steps and drafts, and backups now and then."""

from __future__ import annotations

import datetime
import logging
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from workshop.changes import Step, StepId
from workshop.errors import FileProblem
from workshop.keeping import backups
from workshop.keeping.drafts import Draft
from workshop.keeping.lines import Mark
from workshop.keeping.vault import Shelf
from workshop.store.loading import last_step
from workshop.store.open_file import StepJob

EVERY_SECONDS = 300.0
"""Between two backups of a workshop that changes."""
_PATIENCE = 20.0
"""Seconds in which the writer is to find a moment for a backup; else there is none this time."""
_CLOSING_SECONDS = 3.0
_STAGE_CHANGES = ("start", "end")

Ask = Callable[[Callable[[sqlite3.Connection], sqlite3.Connection], float], sqlite3.Connection]
"""Asks the writer of the file a question, with patience in seconds. Raises FileProblem."""

log = logging.getLogger(__name__)


class Keeper:
    """What is kept of one file while it is open. Made and used by the owner of the document, but
    for `saved`, which the writer's thread calls."""

    def __init__(self, shelf: Shelf, path: Path, identity: str, last: Mark, ask: Ask) -> None:
        self.left_over = shelf.left_over(last)
        drafts = {draft.place: draft for draft in self.left_over.drafts}
        self._recorder = shelf.begin(path, identity, last, drafts)
        self._backups = BackupThread(shelf, ask)
        self._awaited: set[StepId] = set()
        try:
            shelf.note(path, identity)
            shelf.tell()
        except OSError as error:
            log.warning("Cannot note where %s is: %s", path, error)

    def put(self, job: StepJob) -> None:
        """A step was taken."""
        if _changes_stage(job.step):
            self._awaited.add(job.step.id)
        self._recorder.put(job)

    def saved(self, step: StepId) -> None:
        """A step is on the disk."""
        self._backups.changed(at_once=step in self._awaited)
        self._awaited.discard(step)

    def draft(self, draft: Draft) -> None:
        """Something is being typed."""
        self._recorder.draft(draft)

    @property
    def drafts(self) -> dict[str, Draft]:
        """What is being typed, by place."""
        return self._recorder.drafts

    def stop_backups(self) -> None:
        """Ends what needs the file to be open."""
        self._backups.stop()

    def close(self, is_done: bool = True, moved_to: Path | None = None) -> None:
        """The file is closed. `is_done`: with everything in it, or in the one moved to."""
        self._recorder.close(is_done, moved_to)


def _changes_stage(step: Step) -> bool:
    return any(
        change.table == "clock_event" and change.new and change.new.event in _STAGE_CHANGES
        for change in step.changes
    )


class BackupThread:
    """Makes backups of an open file: one at once, then at each stage change and every five minutes
    if the file has changed."""

    def __init__(self, shelf: Shelf, ask: Ask, every: float = EVERY_SECONDS) -> None:
        self._shelf, self._ask, self._every = shelf, ask, every
        self._condition = threading.Condition()
        self._changed = self._wanted = True
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="workshop-backups", daemon=True)
        self._thread.start()

    def changed(self, at_once: bool = False) -> None:
        """The file has changed; `at_once`: it is time for a backup."""
        with self._condition:
            self._changed = True
            if at_once:
                self._wanted = True
                self._condition.notify_all()

    def stop(self) -> None:
        """Makes no more. One that is being made is waited for, but not on a disk that hangs."""
        with self._condition:
            self._stopping = True
            self._condition.notify_all()
        self._thread.join(_CLOSING_SECONDS)

    def _run(self) -> None:
        while self._wait():
            try:
                self._make()
            except (FileProblem, OSError, sqlite3.Error) as problem:
                log.warning("No backup could be made: %s", problem)
                with self._condition:
                    self._changed = True  # the next attempt comes when its time has come

    def _wait(self) -> bool:
        """Until a backup is due; False at the end."""
        with self._condition:
            while not self._stopping:
                self._condition.wait_for(lambda: self._stopping or self._wanted, self._every)
                if self._changed and not self._stopping:
                    self._changed = self._wanted = False
                    return True
                self._wanted = False
            return False

    def _make(self) -> None:
        with closing(self._ask(backups.into_memory, _PATIENCE)) as memory:
            now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
            if not self._has(memory):
                backups.keep(memory, self._shelf.backups_folder, now)
        self._shelf.tidy(now)

    def _has(self, memory: sqlite3.Connection) -> bool:
        """Whether the newest backup is of the same step: then nothing has changed since."""
        step, at = last_step(memory)
        newest = self._shelf.backups()[:1]
        return any(backup.step == step and _is_after(backup, at) for backup in newest)


def _is_after(backup: backups.Backup, at: str) -> bool:
    return not at or backup.at >= datetime.datetime.fromisoformat(at).replace(microsecond=0)
