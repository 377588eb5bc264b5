"""Any workshop at all, and anything that may be done to one."""

from __future__ import annotations

from contextlib import suppress
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.property.rows import Maker, add_rows, empty
from tests.property.values import maybe
from workshop.columns import Setup, column_of
from workshop.errors import Refused
from workshop.fields import Reference
from workshop.interchange.templates import builtin, make_workshop
from workshop.state import Workshop
from workshop.tables import tables

TABLES = sorted(set(tables()) - {"details"})
OPERATIONS = ("add", "add", "replace", "remove")
DAYS_THAT_HAVE_COME = {("reading", "on")}
"""Data files may not hold them from tomorrow on; `Maker` gives them days that are past."""
Doing = tuple[str, str, int]
"""What is done, in which table, and a number that decides the rest."""


def seeds(most: int = 120) -> st.SearchStrategy[list[tuple[str, int]]]:
    """Which rows to make, in which order."""
    row = st.tuples(st.sampled_from(TABLES), st.integers(0, 9999))
    return st.integers(0, most).flatmap(lambda size: st.lists(row, min_size=size, max_size=size))


def doings(most: int = 40) -> st.SearchStrategy[list[Doing]]:
    """What to do, in which order."""
    doing = st.tuples(st.sampled_from(OPERATIONS), st.sampled_from(TABLES), st.integers(0, 9999))
    return st.lists(doing, max_size=most)


@st.composite
def any_workshop(draw: st.DrawFn, most: int = 120) -> Workshop:
    """A workshop with any number of rows in every table, all rules kept; some were changed or
    removed again."""
    template = draw(st.sampled_from((None, None, *builtin())))
    workshop = make_workshop(template.source) if template else empty(draw(st.integers(0, 9999)))
    add_rows(workshop, draw(seeds(most)))
    for doing in draw(doings(20)):
        with suppress(Refused):
            do(workshop, doing)
    return workshop


def do(workshop: Workshop, doing: Doing) -> None:
    """Takes one step. Raises `Refused` where the state does not take it."""
    operation, name, seed = doing
    rng = Random(seed)
    there = [row.id for row in workshop.table(name)]
    with workshop.step("test.do"):
        if operation == "add":
            Maker(workshop, rng).add(name)
        elif there and operation == "remove":
            workshop.remove_tree(name, rng.choice(there))
        elif there:
            _replace(workshop, name, rng.choice(there), rng)


def _replace(workshop: Workshop, name: str, id: int, rng: Random) -> None:
    """Gives one field of a row another value."""
    info = tables()[name]
    column = column_of(info.cls, rng.choice([each.name for each in info.columns[:-1]]))
    if isinstance(column.kind, Setup) or (name, column.name) in DAYS_THAT_HAVE_COME:
        return
    if isinstance(column.kind, Reference):
        targets = [row.id for row in workshop.table(column.kind.table)]
        chosen: Any = rng.choice(targets) if targets else None
    else:
        chosen = maybe(column, rng, (), 0.9)
    workshop.table(name).replace(id, **{column.name: chosen})
