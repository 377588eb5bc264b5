"""What takes longer than a blink: looking for what can be brought back, and writing it.

Each thing has a thread of its own, nobody waits for it, and it ends with the program.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui import files
from ui.folders import documents_folder
from workshop.errors import CoxswainError, FileProblem
from workshop.store.names import free_name

MOST_AT_START = 3
"""Workshops that are told of at once."""


class Work(QObject):
    """Does things and tells what came of them, on the threads that did them: a result, or the
    expected error or OSError that it ended with. It outlives whoever asks: see `shared`."""

    surveyed = Signal(Path, object)
    """A file, and its `Rescue`."""
    written = Signal(Path, object)
    """A damaged file or a backup, and the new file."""
    left_over = Signal(object)
    """The workshops that were not closed in order, by path, with their `Rescue`."""
    counted = Signal(Path, object)
    """A backup, and its `Counts`."""

    def survey(self, path: Path) -> None:
        """Looks for what can be brought back of a workshop."""

        def look() -> object:
            from workshop.rescue.ladder import survey

            return survey(path, files.vault())

        self._begin(look, self.surveyed, path)

    def bring_back(self, rescue: Any) -> None:
        """Writes what can be brought back to a new file beside the old one."""
        path: Path = rescue.account.file

        def write() -> object:
            from workshop.rescue.ladder import bring_back

            new = new_file(path, "recovered")
            bring_back(rescue, new, files.vault())
            return new

        self._begin(write, self.written, path)

    def restore(self, backup: Path, of: Path, at: str) -> None:
        """Writes what is in a backup, made `at` a time, to a new file beside the workshop."""

        def write() -> object:
            from workshop.keeping.backups import restore

            new = new_file(of, f"backup {at}")
            restore(backup, new)
            return new

        self._begin(write, self.written, backup)

    def count(self, backups: list[Path]) -> None:
        """Counts what is in backups, one after the other."""

        def count_all() -> None:
            from workshop.rescue.counts import counts_in

            for backup in backups:
                try:
                    self.counted.emit(backup, counts_in(backup))
                except (FileProblem, OSError) as error:
                    self.counted.emit(backup, error)

        threading.Thread(target=count_all, daemon=True).start()

    def look_for_left_over(self) -> None:
        """Looks for workshops that were open when the program ended without closing them."""

        def look() -> None:
            found = unclosed()
            if found:
                self.left_over.emit(found)

        threading.Thread(target=look, daemon=True).start()

    @staticmethod
    def _begin(do: Callable[[], object], told: Any, about: Path) -> None:
        def run() -> None:
            try:
                result = do()
            except (CoxswainError, OSError) as error:
                result = error
            told.emit(about, result)

        threading.Thread(target=run, daemon=True).start()


@cache
def shared() -> Work:
    """The one for all windows."""
    return Work()


def unclosed() -> dict[Path, Any]:
    """The workshops of which the newest sitting did not end in order, and what can be done about
    them; those of which nobody knows where they were left out."""
    from workshop.rescue.ladder import survey

    vault = files.vault()
    sittings = [found for shelf in vault.shelves() if (found := shelf.unclosed()) is not None]
    sittings.sort(key=lambda sitting: sitting.opened, reverse=True)
    told: dict[Path, Any] = {}
    for sitting in sittings:
        if sitting.path is None or sitting.path in told or len(told) == MOST_AT_START:
            continue
        try:
            told[sitting.path] = survey(sitting.path, vault)
        except (FileProblem, OSError):  # it is open elsewhere, or of another version: opening says
            continue
    return told


def new_file(path: Path, why: str) -> Path:
    """A free name beside a file, or among the documents where its folder is gone or locked."""
    if not (path.parent.is_dir() and os.access(path.parent, os.W_OK)):
        path = documents_folder() / path.name
    return free_name(files.with_suffix(path), why)
