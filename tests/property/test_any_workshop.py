"""Whatever a workshop holds: YAML and the file give it back, and undo takes every change back."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given, note, settings
from hypothesis import strategies as st

from tests.canonical import differences
from tests.property.values import maybe
from tests.property.workshops import Maker, Seeds, add_rows, any_workshop, empty, seeds
from workshop.columns import Setup, column_of
from workshop.document import Document
from workshop.errors import Refused
from workshop.fields import Reference
from workshop.history import History
from workshop.interchange.reader import read_workshop
from workshop.interchange.writer import as_data, write_workshop
from workshop.state import Workshop
from workshop.tables import tables

EXAMPLES = settings().max_examples
"""Of the profile that is on: a run that may take longer tries more of everything."""


@given(any_workshop())
def test_yaml_out_and_in_gives_an_equal_workshop(workshop: Workshop) -> None:
    text = write_workshop(workshop)
    note(text)
    again = read_workshop(text, "any.yaml")
    assert differences(workshop, again) == []
    assert as_data(again) == as_data(workshop)


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


OPERATIONS = ("add", "add", "replace", "remove")
DOINGS = st.lists(
    st.tuples(st.sampled_from(OPERATIONS), st.sampled_from(sorted(tables())), st.integers(0, 9999)),
    max_size=40,
)


@given(seeds(60), DOINGS)
def test_undo_takes_every_change_back_and_redo_does_it_again(
    first: Seeds, doings: list[tuple[str, str, int]]
) -> None:
    workshop = empty()
    add_rows(workshop, first)
    history = History(workshop)
    before = rows(workshop)
    for operation, name, seed in doings:
        _do(workshop, operation, name, Random(seed))
    after = rows(workshop)

    while history.undo() is not None:
        pass
    assert rows(workshop) == before
    _indexes_are_right(workshop)
    while history.redo() is not None:
        pass
    assert rows(workshop) == after
    _indexes_are_right(workshop)


def _do(workshop: Workshop, operation: str, name: str, rng: Random) -> None:
    """One step; what the state refuses leaves it as it was."""
    before = rows(workshop)
    there = [row.id for row in workshop.table(name)]
    try:
        with workshop.step("test.do"):
            if operation == "add":
                Maker(workshop, rng).add(name)
            elif there and operation == "remove":
                workshop.remove_tree(name, rng.choice(there))
            elif there:
                _replace(workshop, name, rng.choice(there), rng)
    except Refused:
        assert rows(workshop) == before
        _indexes_are_right(workshop)


def _replace(workshop: Workshop, name: str, id: int, rng: Random) -> None:
    info = tables()[name]
    column = column_of(info.cls, rng.choice([each.name for each in info.columns]))
    if column.name == "id" or isinstance(column.kind, Setup):
        return
    if isinstance(column.kind, Reference):
        targets = [row.id for row in workshop.table(column.kind.table)]
        chosen: Any = rng.choice(targets) if targets else None
    else:
        chosen = maybe(column, rng, (), 0.9)
    workshop.table(name).replace(id, **{column.name: chosen})


def rows(workshop: Workshop) -> dict[str, list[Any]]:
    """Every row of every table."""
    return {table.info.name: list(table) for table in workshop.tables()}


def _indexes_are_right(workshop: Workshop) -> None:
    for table in workshop.tables():
        for column, kind in table.info.references():
            for target in (*(row.id for row in workshop.table(kind.table)), None):
                found = [row for row in table if getattr(row, column.name) == target]
                assert table.where(column.name, target) == found
