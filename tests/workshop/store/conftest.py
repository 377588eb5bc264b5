"""What the tests of the store share: a workshop with a row in every table, and its file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import board_of, fill
from workshop.document import Document
from workshop.records.notes import Note
from workshop.state import Workshop


@pytest.fixture(scope="session")
def full() -> Workshop:
    """A workshop with a row in every table; not to be changed."""
    return fill(Workshop())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the workshop of this test is to stand, in a folder of its own."""
    folder = tmp_path / "Our cause 漢字 #1?%20"
    folder.mkdir()
    return folder / "Day one.workshop"


@pytest.fixture
def document(path: Path) -> Iterator[Document]:
    """A new workshop with a board of 20 notes, and its file."""
    document = Document.create(path, board_of(20))
    yield document
    document.abandon()


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed file with a row in every table."""
    path = tmp_path_factory.mktemp("sound") / "sound.workshop"
    workshop = fill(Workshop())
    with Document.create(path, workshop), workshop.step("notes.edit"):
        workshop[Note].replace(1, text="Changed")
    return path


@pytest.fixture
def file(sound: Path, path: Path) -> Path:
    """A copy of it for this test."""
    shutil.copyfile(sound, path)
    return path
