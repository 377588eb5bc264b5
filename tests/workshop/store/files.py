"""Looking at files in tests: what is in them, and why they are refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from workshop.document import Document
from workshop.errors import FileProblem
from workshop.state import Workshop
from workshop.store.health import examine


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


def refusal(path: Path, **options: Any) -> FileProblem:
    """Why a file is not opened; it and its folder stay as they are."""
    before = {each: (each.stat(), each.is_file() and each.read_bytes()) for each in around(path)}
    with pytest.raises(FileProblem) as caught:
        Document.open(path, **options).abandon()
    after = {each: (each.stat(), each.is_file() and each.read_bytes()) for each in around(path)}
    assert {name: (s.st_mtime_ns, content) for name, (s, content) in before.items()} == {
        name: (s.st_mtime_ns, content) for name, (s, content) in after.items()
    }
    assert caught.value.facts["file"] == str(path)
    return caught.value


def found_by_check(path: Path) -> set[str]:
    """What is said of a file that is looked at without opening it."""
    return {problem.key for problem in examine(path).problems}


def around(path: Path) -> list[Path]:
    return [each for each in path.parent.rglob("*") if not each.is_dir()]
