"""The kinds of field: what each takes, how it is cleaned, written and read."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.property.values import value
from workshop.columns import Setup, Value, columns
from workshop.dates import Moment
from workshop.fields import (
    MOST_ITEMS,
    MOST_JSON,
    Choice,
    Flag,
    Key,
    Kind,
    Number,
    Reference,
    StageKeys,
    Text,
    Texts,
    Whole,
    Wholes,
    as_json,
)
from workshop.tables import tables

LINE = Text("", 10, 1)
TEXT = Text("", 10, lines=True)
WORDS = Texts("", values=("a", "b"))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (LINE, "x"), (LINE, "1234567890"), (LINE, "🚣🏽‍♀️"), (TEXT, ""), (TEXT, "a\n\tb"),
        (Key(""), "a"), (Key(""), "a-1_b"), (Key(""), "x" * 80), (Choice("", ("a", "b")), "b"),
        (Whole("", 1, 9), 1), (Whole("", 1, 9), 9), (Number("", -1, 1), -1), (Number(""), 1e15),
        (Number(""), 3.1), (Number(""), 41), (Flag(""), False), (Moment("", "date"), "2028-02-29"),
        (Moment("", "time"), "00:00"), (Moment("", "time"), "23:59"),
        (Moment("", "stamp"), "2026-10-06T10:20:00+01:00"),
        (Moment("", "stamp"), "2026-10-06T10:20:00.250000-03:30"),
        (Reference("", "stage"), 1), (Texts(""), ()), (Texts(""), ("a", "b")), (WORDS, ("b", "a")),
        (Wholes("", 0, 9), (0, 9)), (StageKeys(""), ("opening", "previous_brief")),
    ],
)  # fmt: skip
def test_values_that_a_field_takes(kind: Kind, value: Any) -> None:
    assert kind.takes(value)
    assert kind.clean(kind.to_plain(value)) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (LINE, ""), (LINE, "12345678901"), (LINE, 5), (LINE, None), (LINE, "a\nb"), (LINE, " a"),
        (LINE, "a\u202eb"), (LINE, "\ud800"), (TEXT, "a "), (TEXT, "a\x00"), (TEXT, b"a"),
        (Key(""), ""), (Key(""), "A"), (Key(""), "x" * 81), (Key("", ("none",)), "none"),
        (Choice("", ("a", "b")), "c"), (Choice("", ("a", "b")), ("a",)),
        (Whole("", 1, 9), 0), (Whole("", 1, 9), 10), (Whole("", 1, 9), 1.0),
        (Whole("", 0, 9), True),
        (Number(""), float("nan")), (Number(""), float("inf")), (Number(""), 2e15),
        (Number("", -1, 1), 1.5), (Number("", 0, 1), True), (Number(""), "1"),
        (Flag(""), 1), (Flag(""), "true"),
        (Moment("", "date"), "2026-02-29"), (Moment("", "date"), "2026-1-1"),
        (Moment("", "date"), "20261006"), (Moment("", "date"), "1899-12-31"),
        (Moment("", "date"), "2200-01-01"), (Moment("", "time"), "24:00"),
        (Moment("", "time"), "9:30"), (Moment("", "time"), "09:30:00"),
        (Moment("", "time"), "09:30+01:00"), (Moment("", "stamp"), "2026-10-06T10:20:00"),
        (Moment("", "stamp"), "2026-10-06"), (Reference("", "stage"), 0),
        (Reference("", "stage"), True), (Texts(""), ["a"]), (Texts(""), ("",)),
        (Texts(""), ("a\n",)),
        (Texts("", most=1), ("a", "b")), (WORDS, ("c",)), (Wholes("", 0, 9), (10,)),
        (Wholes("", 0, 9), (True,)), (StageKeys(""), "opening"),
    ],
)  # fmt: skip
def test_values_that_a_field_refuses(kind: Kind, value: Any) -> None:
    assert not kind.takes(value)


@pytest.mark.parametrize(
    ("kind", "plain", "value"),
    [
        (LINE, " a\tb\n", "a b"),
        (TEXT, "a\r\nb ", "a\nb"),
        (Moment("", "date"), " 20261006 ", "2026-10-06"),
        (Moment("", "time"), "0930", "09:30"),
        (Moment("", "stamp"), "2026-10-06 10:20+01:00", "2026-10-06T10:20:00+01:00"),
        (Texts(""), [" a ", "b"], ("a", "b")),
        (StageKeys(""), "opening", ("opening",)),
        (Wholes(""), [1, 2], (1, 2)),
        (LINE, 5, 5),
        (Moment("", "date"), 2026, 2026),
        (Moment("", "time"), "09:30:15", "09:30:15"),
        (Texts(""), "a", "a"),
        (Texts(""), [1], (1,)),
    ],
)
def test_data_from_outside_are_brought_into_form_or_left_to_be_refused(
    kind: Kind, plain: Any, value: Any
) -> None:
    assert kind.clean(plain) == value


def test_a_list_is_limited_in_items_and_as_a_whole() -> None:
    assert Texts("").takes(("a",) * MOST_ITEMS)
    assert not Texts("").takes(("a",) * (MOST_ITEMS + 1))
    assert Texts("", 2000).takes(("x" * 1990,) * 50)
    assert len(as_json(["x" * 2000] * 50)) > MOST_JSON
    assert not Texts("", 2000).takes(("x" * 2000,) * 50)


def _kinds() -> list[Kind]:
    every = [column.kind for info in tables().values() for column in info.columns]
    return [kind for kind in dict.fromkeys(every) if not isinstance(kind, Reference | Setup)]


@given(st.sampled_from(_kinds()), st.integers(0, 9999))
def test_every_field_reads_back_what_it_wrote(kind: Kind, seed: int) -> None:
    held = value(kind, Random(seed), ("opening",))
    assert kind.takes(held)
    plain = json.loads(json.dumps(kind.to_plain(held)))
    assert kind.from_plain(plain) == held
    if not isinstance(kind, Value):
        assert kind.clean(plain) == held


def test_every_field_says_what_it_takes() -> None:
    for info in tables().values():
        for column in columns(info.cls):
            assert column.kind.allowed()
            assert "{" not in column.kind.allowed()
