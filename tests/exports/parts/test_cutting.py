"""What happens to parts at the end of a page."""

from __future__ import annotations

import pytest

from exports.ink import BODY
from exports.parts.heads import Band
from exports.parts.part import TALLEST, Columns, Part, Space, Stack
from exports.parts.rows import Rows
from exports.parts.words import Barred, Words

WIDTH = 80.0
LONG = Words("These words are many. " * 300, BODY)


def _cut(part: Part, room: float) -> tuple[Part, Part]:
    found = part.divide(WIDTH, room)
    assert found is not None
    return found


def _lines(part: Part) -> int:
    return round(part.height_at(WIDTH) / Words("a", BODY).height_at(WIDTH))


@pytest.mark.parametrize(
    "part", [LONG, Stack([Words("First", BODY), LONG]), Barred(LONG), Rows([LONG])]
)
def test_a_tall_part_is_cut_into_two_that_hold_all_of_it(part: Part) -> None:
    first, rest = _cut(part, 100)
    assert first.height_at(WIDTH) <= 100 < part.height_at(WIDTH)
    assert _lines(first) + _lines(rest) == pytest.approx(_lines(part), abs=2)


def test_columns_are_cut_at_the_same_height() -> None:
    columns = Columns([Words("Short", BODY), LONG, LONG])
    first, rest = _cut(columns, 100)
    assert isinstance(first, Columns)
    assert isinstance(rest, Columns)
    assert first.height_at(WIDTH) <= 100
    assert isinstance(rest.parts[0], Space)
    assert rest.parts[1].height_at(25) == rest.parts[2].height_at(25)


def test_a_heading_does_not_stay_behind_alone() -> None:
    stack = Stack([Words("First", BODY), Band("Heading"), Words("A few words", BODY), LONG])
    room = stack.parts[0].height_at(WIDTH) + 9 + stack.parts[1].height_at(WIDTH) + 1
    first, rest = _cut(stack, room)
    assert isinstance(first, Stack)
    assert isinstance(rest, Stack)
    assert len(first.parts) == 1
    assert rest.parts[0] is stack.parts[1]


def test_a_part_that_fits_on_a_page_is_never_cut() -> None:
    points = 72 / 25.4
    stack = Stack([Words("One", BODY), Words("Two", BODY)])
    assert stack.height_at(WIDTH) < TALLEST
    assert stack.split(WIDTH * points, 5 * points) == []


def test_a_row_is_cut_only_if_no_page_might_hold_it() -> None:
    rows = Rows([Words("One", BODY), LONG])
    first, _ = _cut(rows, 60)
    assert isinstance(first, Rows)
    assert len(first.rows) == 2
    whole = Rows([Words("One", BODY), Words("Two lines of words here. " * 9, BODY)])
    first, _ = _cut(whole, 20)
    assert isinstance(first, Rows)
    assert len(first.rows) == 1
