"""A workshop file looked at in a copy of its own, so that the file itself is only ever read."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workshop.errors import FileProblem
from workshop.state import Workshop
from workshop.store.loading import last_step
from workshop.store.opening import PATIENCE, open_checked, read_identity
from workshop.store.pictures import read_pictures
from workshop.store.snapshot import snapshot
from workshop.store.steps import read_steps
from workshop.store.trouble import READING, file_problem
from workshop.store.whole import Whole, whole, write_whole


@contextmanager
def copy_of(path: Path) -> Iterator[Path]:
    """A copy of a file, with its journal, for as long as the context lasts. Raises FileProblem:
    `file.missing`, `file.folder`, `file.not_a_file`, `file.no_access`, `file.unreadable`,
    `file.beside`, `file.in_use`; and OSError where there is no room for a copy."""
    with tempfile.TemporaryDirectory() as folder:
        yield snapshot(path, Path(folder))


@dataclass(frozen=True, slots=True)
class Found:
    """Everything in a file: as it would be written again, and as it is used."""

    content: Whole
    workshop: Workshop
    identity: str
    last: tuple[int, str]
    """Number and time of the last step; 0 and no time if there is none."""


def read_whole(path: Path, patience: float = PATIENCE) -> Found:
    """Everything in a sound file, of an older version too, every record checked. Raises
    FileProblem, and OSError where there is no room for a copy."""
    with copy_of(path) as copy:
        try:
            taken, workshop = open_checked(copy, patience)
            try:
                connection = taken.connection
                steps, pictures = read_steps(connection, path), read_pictures(connection)
                content = whole(workshop, steps, pictures)
                identity = read_identity(connection, path)
                return Found(content, workshop, identity, last_step(connection))
            finally:
                taken.close()
        except FileProblem as problem:
            raise FileProblem(problem.key, **{**problem.facts, "file": str(path)}) from problem
        except READING as error:
            raise file_problem(path, error) from error


def write_copy(path: Path, to: Path) -> None:
    """Writes everything in a file, which may be open elsewhere, to a new one with an identity of
    its own. Raises FileProblem, and OSError where there is no room for a copy."""
    write_whole(read_whole(path).content, to)
