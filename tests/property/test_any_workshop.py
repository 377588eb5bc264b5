"""Whatever a workshop holds: YAML and the file give it back, and undo takes every change back."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, note, settings

from tests.canonical import differences
from tests.property.rows import Seeds, add_rows, empty
from tests.property.workshops import TABLES, Doing, any_workshop, do, doings, seeds
from workshop.document import Document
from workshop.errors import Refused
from workshop.history import History
from workshop.interchange.reader import read_workshop
from workshop.interchange.writer import write_workshop
from workshop.state import Workshop
from workshop.tables import tables

EXAMPLES = settings().max_examples
"""Of the profile that is on: a run that may take longer tries more of everything."""


@given(any_workshop(80))
def test_yaml_out_and_in_gives_an_equal_workshop(workshop: Workshop) -> None:
    text = write_workshop(workshop)
    note(text)
    again = read_workshop(text, "any.yaml")
    assert differences(workshop, again) == []
    assert write_workshop(again) == text


@settings(max_examples=max(1, EXAMPLES // 3))
@given(any_workshop())
def test_the_file_gives_back_the_same_rows(workshop: Workshop) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.workshop"
        with Document.create(path, workshop):
            pass
        with Document.open(path) as document:
            assert rows(document.workshop) == rows(workshop)
            assert document.workshop.sequence == workshop.sequence


@given(seeds(60), doings())
def test_undo_takes_every_change_back_and_redo_does_it_again(
    first: Seeds, then: list[Doing]
) -> None:
    workshop = empty()
    add_rows(workshop, first)
    history = History(workshop)
    before = rows(workshop)
    for doing in then:
        _do_or_leave(workshop, doing)
    after = rows(workshop)

    while history.undo() is not None:
        pass
    assert rows(workshop) == before
    _indexes_are_right(workshop)
    while history.redo() is not None:
        pass
    assert rows(workshop) == after
    _indexes_are_right(workshop)


def _do_or_leave(workshop: Workshop, doing: Doing) -> None:
    """What the state refuses leaves it as it was."""
    before = rows(workshop)
    try:
        do(workshop, doing)
    except Refused:
        assert rows(workshop) == before
        _indexes_are_right(workshop)


def test_rows_of_every_table_are_made() -> None:
    """Or else the tests above would prove less than they say."""
    made = set()
    for seed in range(8):
        workshop = empty(seed)
        add_rows(workshop, [(name, seed + 1) for name in TABLES])
        made |= {table.info.name for table in workshop.tables() if len(table)}
    assert made == set(tables())


def rows(workshop: Workshop) -> dict[str, list[Any]]:
    """Every row of every table."""
    return {table.info.name: list(table) for table in workshop.tables()}


def _indexes_are_right(workshop: Workshop) -> None:
    for table in workshop.tables():
        for column, kind in table.info.references():
            for target in (*(row.id for row in workshop.table(kind.table)), None):
                found = [row for row in table if getattr(row, column.name) == target]
                assert table.where(column.name, target) == found
