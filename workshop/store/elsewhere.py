"""Another file for an open workshop: written on any thread while the work goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from workshop.errors import FileProblem
from workshop.store.connection import prepare_for_writing, stop_checking
from workshop.store.opening import Taken, take
from workshop.store.pictures import Picture
from workshop.store.trouble import write_problem
from workshop.store.whole import Whole, write_whole


class Elsewhere:
    """What stood in memory at one moment, on its way to a new file.

    `pictures` finds those that are not in `content` yet; it is asked by `write`, on its thread.
    """

    def __init__(
        self, content: Whole, pictures: Callable[[], Sequence[Picture]], path: Path, force: bool
    ) -> None:
        self.path = path
        self.last_step = content.steps[-1].id if content.steps else 0
        """Later ones are not in it."""
        self._content, self._pictures, self._force = content, pictures, force
        self._taken: Taken | None = None

    def write(self, mends: bool = False) -> None:
        """Writes the file and opens it. `mends`: what the file of before refused is written as it
        stands in memory, unchecked, where the new one refuses it too. Raises FileProblem."""
        content = replace(self._content, pictures=tuple(self._pictures()))
        checked = True
        try:
            write_whole(content, self.path, self._force)
        except FileProblem as problem:
            if not mends or problem.key != "file.refused":
                raise
            checked = False
            write_whole(content, self.path, self._force, checked)
        self._taken = take_own(self.path, checked)

    def taken(self) -> Taken:
        """The file, written and open."""
        if self._taken is None:
            raise RuntimeError("not written yet")
        return self._taken


def take_own(path: Path, checked: bool = True) -> Taken:
    """Takes a file that was written a moment ago. `checked`: it is to refuse what its schema does.
    Raises FileProblem."""
    taken = take(path)
    try:
        prepare_for_writing(taken.connection)
        if not checked:
            stop_checking(taken.connection)
    except sqlite3.Error as error:
        taken.close()
        raise write_problem(path, error) from error
    return taken
