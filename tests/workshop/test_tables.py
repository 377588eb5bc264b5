"""Rules between the fields of one record, in memory and as the file's CHECK; what is unique."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from workshop.columns import by_name, columns, flag, line, lines, number, ref
from workshop.conditions import (
    Asks,
    Bare,
    Condition,
    Differ,
    Holds,
    Needs,
    Only,
    Pair,
    Rising,
    at_most_one,
    exactly_one,
    together,
)
from workshop.records.notes import Note
from workshop.records.people import Participant
from workshop.records.rounds import Count
from workshop.tables import settings_value, table_of, tables, unique
from workshop.ties import Chain, Same, Tie, Within


@settings_value
class Thing:
    """Fields of every sort that a rule can ask for."""

    name: str = line("a name", default="")
    size: float | None = number("a size", default=None)
    big: bool = flag("is big", default=False)
    words: tuple[str, ...] = lines("words", default=())
    other: int | None = ref("another", "stage", default=None)


FIELDS = ("name", "size", "big", "words", "other")
EMPTY = Thing()
ALL = Thing(name="a", size=0, big=True, words=("a",), other=1)
SETS = {"name": "a", "size": 0, "big": True, "words": ("a",), "other": 1}


def _with(*fields: str) -> Thing:
    return Thing(**{name: SETS[name] for name in fields})  # type: ignore[arg-type]


CASES = [
    (exactly_one(*FIELDS), [_with(name) for name in FIELDS], [EMPTY, ALL, _with("name", "size")]),
    (at_most_one(*FIELDS), [EMPTY, *map(_with, FIELDS)], [ALL, _with("big", "words")]),
    (together("name", "size"), [EMPTY, _with("name", "size")], [_with("name"), _with("size")]),
    (Needs("words", "other"), [EMPTY, _with("other"), ALL], [_with("words")]),
    (Bare("name", ("size", "big")), [EMPTY, ALL, _with("other")], [_with("size"), _with("big")]),
    (
        Asks("name", "b", "size"),
        [EMPTY, ALL, Thing(name="b", size=0)],
        [Thing(name="b"), Thing(name="b", big=True)],
    ),
    (Asks("size", 0, "big"), [EMPTY, ALL, Thing(size=1)], [_with("size"), Thing(size=0.0)]),
    (
        Rising("size", "other"),
        [EMPTY, _with("size"), _with("other"), ALL, Thing(size=1, other=1)],
        [Thing(size=2, other=1)],
    ),
    (
        Rising("size", "other", strictly=True),
        [EMPTY, ALL, _with("other")],
        [Thing(size=1, other=1), Thing(size=1.5, other=1)],
    ),
    (
        Differ("size", "other"),
        [EMPTY, ALL, _with("size"), _with("other")],
        [Thing(size=1, other=1)],
    ),
    (
        Only("size", "name", "a"),
        [EMPTY, ALL, _with("name")],
        [_with("size"), Thing(size=0, name="b")],
    ),
]


@pytest.mark.parametrize(("rule", "kept", "broken"), CASES)
def test_rules_between_fields(rule: Condition, kept: list[Thing], broken: list[Thing]) -> None:
    assert all(rule.holds(thing) for thing in kept)
    assert not any(rule.holds(thing) for thing in broken)
    assert rule.words
    assert all(_file_keeps(rule, thing) for thing in kept)
    assert not any(_file_keeps(rule, thing) for thing in broken)


def _file_keeps(rule: Condition, thing: Thing) -> bool:
    """What SQLite says of the rule for this row."""
    selected = ", ".join(f'? AS "{name}"' for name in FIELDS)
    asked = f"SELECT {rule.sql(by_name(Thing))} FROM (SELECT {selected})"
    with closing(sqlite3.connect(":memory:")) as connection:
        answer = connection.execute(asked, [_stored(thing, name) for name in FIELDS]).fetchone()
    return bool(answer[0])


def _stored(thing: Thing, name: str) -> Any:
    column = next(column for column in columns(Thing) if column.name == name)
    held = getattr(thing, name)
    return '["a"]' if held == ("a",) else "[]" if column.kind.in_json else held


def test_a_zero_is_a_value() -> None:
    assert not together("size", "name").holds(Thing(size=0))


def test_two_numbers_stand_in_their_order() -> None:
    words = Pair("words")
    assert words.holds(Thing(words=("1", "2")))
    assert not any(map(words.holds, (EMPTY, Thing(words=("2", "1")), Thing(words=("1", "1")))))


def test_texts_that_differ_in_capitals_alone_can_count_as_one() -> None:
    one = unique("name", fold=True)
    assert one.value(Thing(name="Op")) == one.value(Thing(name="oP")) == ("op",)


def test_a_unique_value_is_made_of_all_its_fields() -> None:
    by_two = unique("name", "size")
    assert by_two.value(Thing(name="a", size=1)) == ("a", 1)
    assert by_two.value(Thing(name="a")) is None
    assert unique("name", "size", nulls=True).value(Thing(name="a")) == ("a", None)
    where = unique("name", where="big")
    assert where.value(Thing(name="a")) is None
    assert where.value(Thing(name="a", big=True)) == ("a",)


def test_tables_are_known_by_name_and_by_class() -> None:
    assert table_of(Note).name == "note"
    assert tables()["note"].cls is Note
    assert tables()["participant"].uniques[1].where == "decider"
    references = {column.name: kind.table for column, kind in table_of(Participant).references()}
    assert references == {"function": "function"}
    assert {"round_group", "must_be_true", "five_whys"} <= set(tables())


def test_every_rule_names_fields_that_are_there() -> None:
    for info in tables().values():
        known = {column.name for column in info.columns}
        for rule in info.rules:
            assert set(rule.names) <= known
            assert isinstance(rule, Holds) or rule.sql(by_name(info.cls))
        for one in info.uniques:
            assert {*one.fields, *filter(None, [one.where])} <= known
        for tie in info.ties:
            assert tie.words
            assert _first_column(tie) in known


def _first_column(tie: Tie) -> str:
    return tie.column if isinstance(tie, Chain) else tie.path.split(".")[0]


def test_every_reference_leads_to_a_table() -> None:
    for info in tables().values():
        for _, kind in info.references():
            assert kind.table in tables()


def test_ties_are_kept_with_the_table() -> None:
    ties = table_of(Count).ties
    assert sum(isinstance(tie, Same) for tie in ties) == 4
    assert sum(isinstance(tie, Within) for tie in ties) == 3
