"""A look at workshop files in the background: are they there, and are they ours.

Only the header of a file is read. A drive that does not answer may keep a look for minutes, so each
file has a thread of its own, nobody waits for it, and it ends with the program.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workshop.errors import FileProblem
from workshop.store.header import read_header


class Looker(QObject):
    """Looks at files and says what was seen. It has to outlive its looks: see `shared`."""

    seen = Signal(Path, str)
    """A file, and the key of what is wrong with it; empty where nothing is. Emitted on the thread
    that looked."""

    def __init__(self) -> None:
        super().__init__()
        self._under_way: set[Path] = set()
        self._guard = threading.Lock()

    def look(self, paths: Iterable[Path]) -> None:
        """Starts to look at files; one that is being looked at is not looked at twice."""
        for path in paths:
            with self._guard:
                if path in self._under_way:
                    continue
                self._under_way.add(path)
            threading.Thread(target=self._look, args=(path,), daemon=True).start()

    def _look(self, path: Path) -> None:
        found = problem_with(path)
        with self._guard:
            self._under_way.discard(path)
        self.seen.emit(path, found)


@cache
def shared() -> Looker:
    """The one for all windows. It stays until the program ends, whatever a look is waiting for."""
    return Looker()


def problem_with(path: Path) -> str:
    """The key of what keeps a workshop file from being opened, as far as its header says; empty
    where nothing does."""
    # A dead drive keeps whoever asks first. `read_header` lets nobody open a file meanwhile, so
    # the waiting is done before.
    with suppress(OSError):
        os.stat(path)
    try:
        read_header(path)
    except FileProblem as problem:
        return problem.key
    return ""
