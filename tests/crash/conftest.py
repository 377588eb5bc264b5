"""Programs to be killed, with the disk that fails and without, and where their files stand."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash import disk
from tests.crash.jobs import board
from tests.crash.workers import Workers
from workshop.document import Document

NAME = "Our cause 漢字 #1?%20"
MEMORY = Path("/dev/shm")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the workshop of this test stands, in a folder of its own."""
    folder = tmp_path / NAME
    folder.mkdir()
    return folder / "Day one.workshop"


@pytest.fixture
def quick_path() -> Iterator[Path]:
    """The same on a disk in memory, where there is one: no flush takes time."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        folder = Path(name) / NAME
        folder.mkdir()
        yield folder / "Day one.workshop"


@pytest.fixture(scope="package")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file as it is when nothing has been done yet, to be copied."""
    path = tmp_path_factory.mktemp("fresh") / "fresh.workshop"
    Document.create(path, board()).close()
    return path


@pytest.fixture(scope="package")
def workers() -> Iterator[Workers]:
    """Programs on the disk there is."""
    with Workers() as made:
        yield made


@pytest.fixture(scope="package")
def workers_on_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workers]:
    """Programs on a disk that can be made to fail."""
    library = disk.build(tmp_path_factory.mktemp("disk"))
    with Workers(disk.environment(library)) as made:
        yield made
