"""The flight recorder: every step and every draft of a sitting, on another path than the workshop.

One thread drains a queue into a file of lines and flushes it to the disk; nobody waits for it. A
disk that takes nothing stops nothing: the queue waits and is tried again.
"""

from __future__ import annotations

import datetime
import logging
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from workshop.keeping.drafts import Draft, to_plain
from workshop.keeping.lines import Mark, step_data, write_line
from workshop.keeping.locks import lock, sync
from workshop.store.names import flush_folder
from workshop.store.open_file import StepJob

MOST_AT_ONCE = 200
"""Lines that are written at once."""
FIRST_PAUSE, LONGEST_PAUSE = 0.25, 10.0
"""Seconds between two attempts to write."""
CLOSING_SECONDS = 5.0
"""How long closing waits for a disk that takes nothing."""

MakeLine = Callable[[], dict[str, Any]]
"""Makes a line when its turn comes: on the recorder's thread, not on that of the window."""

log = logging.getLogger(__name__)


def stamp() -> str:
    """This moment in UTC."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")


class Recorder:
    """Writes a sitting to a new file, which begins with `about` and follows on the step `last`.

    `drafts` are those that stand at its beginning. The file is made with the first thing that there
    is to write: a sitting in which nothing happens leaves none.
    """

    def __init__(
        self, file: Path, about: Mapping[str, Any], last: Mark, drafts: Mapping[str, Draft]
    ) -> None:
        self.file = file
        self._begin = {**about, "last": last, "drafts": _plain(drafts)}
        self._last = last
        self._drafts = dict(drafts)
        self._waiting: deque[MakeLine] = deque()
        self._changed = threading.Condition()
        self._stopping = self._in_trouble = False
        self._descriptor: int | None = None
        self._good = 0
        """Bytes of the file that are on the disk for sure."""
        self._thread = threading.Thread(target=self._run, name="workshop-recorder", daemon=True)
        self._thread.start()

    def put(self, job: StepJob) -> None:
        """Adds a step."""
        after, self._last = self._last, (job.step.id, job.step.at)
        self._add(lambda: step_data(job, after))

    def draft(self, draft: Draft) -> None:
        """Notes what is typed at a place; without a text, that nothing is any more."""
        if draft.text:
            self._drafts[draft.place] = draft
        elif self._drafts.pop(draft.place, None) is None:
            return
        at = stamp()
        self._add(lambda: {"draft": to_plain(draft), "at": at})

    @property
    def drafts(self) -> dict[str, Draft]:
        """What stands at each place now."""
        return dict(self._drafts)

    def wait(self, patience: float = CLOSING_SECONDS) -> bool:
        """Waits until everything is on the disk; whether it is."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._waiting, patience)

    def close(self, is_done: bool = True, moved_to: Path | None = None) -> None:
        """Writes what waits and ends. `is_done`: everything is in the workshop's file, or in the
        one that the work moved to, so that nobody has to be told of this sitting."""
        closing: dict[str, Any] = {"closed": stamp(), "last": self._last}
        closing["drafts"] = _plain({} if moved_to else self._drafts)
        closing["moved_to"] = str(moved_to) if moved_to else None
        with self._changed:
            if is_done and (self._good or self._waiting):
                self._waiting.append(lambda: closing)
            self._stopping = True
            self._changed.notify_all()
        self._thread.join(CLOSING_SECONDS)
        if self._thread.is_alive():
            log.warning("The disk of %s does not answer", self.file)

    def _add(self, make: MakeLine) -> None:
        with self._changed:
            self._waiting.append(make)
            self._changed.notify_all()

    def _run(self) -> None:
        pause = FIRST_PAUSE
        while waiting := self._next():
            if self._write(waiting):
                pause = FIRST_PAUSE
                with self._changed:
                    for _ in waiting:
                        self._waiting.popleft()
                    self._changed.notify_all()
            elif self._stopping:
                break
            else:
                self._rest(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
        if self._descriptor is not None:
            os.close(self._descriptor)

    def _next(self) -> tuple[MakeLine, ...]:
        """What is to be written, waited for; nothing at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._stopping)
            return tuple(islice(self._waiting, MOST_AT_ONCE))

    def _rest(self, seconds: float) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._stopping, seconds)

    def _write(self, waiting: Iterable[MakeLine]) -> bool:
        """Adds lines; whether they are on the disk. A part of a line that an attempt left behind
        goes before the next one."""
        try:
            descriptor = self._open()
            os.ftruncate(descriptor, self._good)
            os.lseek(descriptor, self._good, os.SEEK_SET)
            begin = b"" if self._good else write_line(self._begin)
            data = begin + b"".join(write_line(make()) for make in waiting)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            sync(descriptor)
        except OSError as error:
            if not self._in_trouble:
                log.warning("The recorder cannot write to %s: %s", self.file, error)
            self._in_trouble = True
            return False
        self._good += len(data)
        self._in_trouble = False
        return True

    def _open(self) -> int:
        if self._descriptor is None:
            folder = self.file.parent
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._descriptor = os.open(self.file, flags, 0o600)
            lock(self._descriptor)
            for each in (folder, folder.parent):
                flush_folder(each)
        return self._descriptor


def _plain(drafts: Mapping[str, Draft]) -> list[dict[str, Any]]:
    return [to_plain(draft) for draft in drafts.values()]
