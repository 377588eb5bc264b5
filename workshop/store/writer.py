"""The thread that writes: it owns the file and drains a queue of steps.

Nobody waits for it. What the file does not take at once stays in the queue: while the disk is full
or gone it is tried again and again, with growing pauses. What the file refuses although memory took
it is a bug: it is logged, and the queue waits for its owner to go on with another file.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from itertools import islice
from typing import Any, TypeVar

from workshop.changes import StepId
from workshop.errors import FileProblem
from workshop.store.open_file import Job, OpenFile, StepJob
from workshop.store.pictures import Picture
from workshop.store.trouble import (
    READING,
    file_problem,
    for_log,
    may_pass,
    seen,
    write_problem,
)

MOST_AT_ONCE = 200
"""Steps in one transaction, where the disk is so slow that they pile up."""
FIRST_PAUSE, LONGEST_PAUSE = 0.25, 5.0
"""Seconds between two attempts to write."""
ANSWER_SECONDS = 60.0

WAITING_SLICE = 0.03
"""Seconds between two calls of who waits for the disk: often enough for a window to stay alive."""

Answer = TypeVar("Answer")
Waiting = Callable[[int], object]
"""Called again and again, with the number of jobs left, by whoever waits for the disk."""
log = logging.getLogger(__name__)


def waits(_: int) -> None:
    """Nobody else has anything to do meanwhile."""


class Writer:
    """Writes jobs in order. `on_saved` and `on_trouble` are called on its thread."""

    def __init__(
        self,
        file: OpenFile,
        on_saved: Callable[[StepId], None],
        on_trouble: Callable[[FileProblem | None], None],
    ) -> None:
        self._file = file
        self._on_saved, self._on_trouble = on_saved, on_trouble
        self._jobs: deque[Job] = deque()
        self._questions: deque[Callable[[], None]] = deque()
        self._changed = threading.Condition()
        self._trouble: FileProblem | None = None
        self._refused = self._stopping = self._dropping = False
        self._at_once, self._pause, self._next_try = MOST_AT_ONCE, FIRST_PAUSE, 0.0
        self._thread = threading.Thread(target=self._run, name="workshop-writer", daemon=True)
        self._thread.start()

    @property
    def trouble(self) -> FileProblem | None:
        """Why nothing is written at the moment, or None."""
        return self._trouble

    @property
    def refused(self) -> bool:
        """Whether the file will never take what comes next, so that another one is needed."""
        return self._refused

    def put(self, job: Job) -> None:
        """Adds a job to the queue."""
        with self._changed:
            self._jobs.append(job)
            self._changed.notify_all()

    def waiting(self) -> tuple[Job, ...]:
        """The jobs that are not on the disk yet, oldest first."""
        with self._changed:
            return tuple(self._jobs)

    def pictures(self) -> tuple[Picture, ...]:
        """The pictures that are not on the disk yet."""
        return tuple(job.picture for job in self.waiting() if not isinstance(job, StepJob))

    def ask(
        self, question: Callable[[sqlite3.Connection], Answer], patience: float = ANSWER_SECONDS
    ) -> Answer:
        """What the question finds in the file, asked on the writer's thread between two writes; not
        on that thread itself. Raises FileProblem, and what the question raises."""
        answer: Future[Answer] = Future()

        def put() -> None:
            try:
                answer.set_result(question(self._file.connection))
            except READING as error:
                answer.set_exception(file_problem(self._file.path, error))
            except Exception as error:
                answer.set_exception(error)

        with self._changed:
            if self._stopping:
                raise FileProblem("file.closed", file=str(self._file.path))
            self._questions.append(put)
            self._changed.notify_all()
        try:
            return answer.result(patience)
        except FutureTimeout:
            raise FileProblem("file.too_slow", file=str(self._file.path)) from None

    def drain(self, patience: float, waiting: Waiting = waits) -> int:
        """Waits until everything is on the disk, for as long as something arrives there within
        `patience` seconds. Returns how many jobs are left."""
        with self._changed:
            self._next_try = 0.0
            self._changed.notify_all()
        left, end = self._left(), time.monotonic() + patience
        while left and not self._refused and time.monotonic() < end:
            waiting(left)
            with self._changed:
                self._changed.wait(min(WAITING_SLICE, max(0.0, end - time.monotonic())))
            before, left = left, self._left()
            end = time.monotonic() + patience if left < before else end
        return left

    def _left(self) -> int:
        with self._changed:
            return len(self._jobs)

    def stop(
        self, drop: bool = False, patience: float = ANSWER_SECONDS, waiting: Waiting = waits
    ) -> None:
        """Ends the thread and closes the file, after writing what waits, or (`drop`) without."""
        with self._changed:
            self._stopping, self._dropping = True, drop
            self._changed.notify_all()
        end = time.monotonic() + patience
        while self._thread.is_alive() and time.monotonic() < end:
            waiting(0)
            self._thread.join(min(WAITING_SLICE, patience))
        if self._thread.is_alive():
            log.warning("The disk does not answer; %s is left open", self._file.path)

    def _run(self) -> None:
        while (work := self._next()) is not None:
            work()
        self._file.close()

    def _next(self) -> Callable[[], None] | None:
        """What to do next, waited for; None at the end."""
        with self._changed:
            while True:
                if self._questions:
                    return self._questions.popleft()
                if self._stopping and (self._dropping or not self._jobs):
                    return None
                may_try = bool(self._jobs) and not self._refused
                pause = self._next_try - time.monotonic()
                if may_try and pause <= 0:
                    return self._write
                self._changed.wait(pause if may_try else None)

    def _write(self) -> None:
        with self._changed:
            jobs = tuple(islice(self._jobs, self._at_once))
        try:
            self._file.write(jobs)
        except Exception as error:
            self._failed(jobs, error)
        else:
            self._saved(jobs)

    def _saved(self, jobs: tuple[Job, ...]) -> None:
        self._at_once, self._pause, self._next_try = MOST_AT_ONCE, FIRST_PAUSE, 0.0
        with self._changed:
            for _ in jobs:
                self._jobs.popleft()
            self._changed.notify_all()
        self._tell_trouble(None)
        for job in jobs:
            if isinstance(job, StepJob):
                _tell(self._on_saved, job.step.id)

    def _failed(self, jobs: tuple[Job, ...], error: Exception) -> None:
        path = self._file.path
        if may_pass(error):
            log.warning("Cannot write to %s: %s", path, error)
            self._next_try = time.monotonic() + self._pause
            self._pause = min(2 * self._pause, LONGEST_PAUSE)
            self._tell_trouble(write_problem(path, error))
        elif len(jobs) > 1:
            self._at_once = 1  # to find the one that is refused, and to save those before it
        else:
            log.error("%s refuses %s, which memory took\n%s", path, jobs[0].name, for_log(error))
            with self._changed:
                self._refused = True
                self._changed.notify_all()
            refused = FileProblem("file.refused", file=str(path), seen=seen(error))
            refused.__cause__ = error
            self._tell_trouble(refused)

    def _tell_trouble(self, trouble: FileProblem | None) -> None:
        before, self._trouble = self._trouble, trouble
        if (before and before.key) != (trouble and trouble.key):
            _tell(self._on_trouble, trouble)


def _tell(listener: Callable[[Any], None], news: Any) -> None:
    """A bug in what a listener does must not stop the writer; it goes to the log."""
    try:
        listener(news)
    except Exception as error:
        log.error("A listener of the writer failed\n%s", for_log(error))
