"""What the tests of the store share: a workshop with a row in every table, and its file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.builders import board_of, fill
from workshop.document import Document
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


def contents(workshop: Workshop) -> dict[str, list[Any]]:
    """Every record, by table."""
    return {table.info.name: list(table) for table in workshop.tables()}


@contextmanager
def by_hand(path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection to a closed file, as any SQLite tool would have one."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()
