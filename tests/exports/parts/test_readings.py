from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exports.parts.gap import Missing
from exports.parts.readings import Found, ReadingLine
from tests.exports.parts.drawn import lines_of, texts

WIDTH = 83.0


def test_figures_and_days_from_the_baseline_to_the_target() -> None:
    line = ReadingLine([Found(41), Found(52, "2027-02-01"), Found(49, "2027-04-01")], 70,
                       "2027-06-30")  # fmt: skip
    said = texts(line, WIDTH)
    assert {"41", "52", "49", "70"} <= set(said)
    assert {"1 February 2027", "1 April 2027", "30 June 2027"} <= set(said)


def test_of_many_days_the_latest_are_named() -> None:
    found = [Found(n, f"2027-{1 + n // 28:02}-{1 + n % 28:02}") for n in range(60)]
    said = texts(ReadingLine(found, 90, "2027-12-31"), WIDTH)
    assert "31 December 2027" in said
    assert "1 January 2027" not in said


def test_one_reading_without_a_target() -> None:
    assert texts(ReadingLine([Found(3, "2027-01-01")]), WIDTH) == ["3", "1 January 2027"]
    assert ReadingLine([]).height_at(WIDTH) == 0


numbers = st.floats(-1e15, 1e15) | st.integers(-9, 9)


@given(
    st.lists(st.builds(Found, numbers, st.just("2027-01-01")), min_size=1, max_size=30),
    st.none() | numbers,
)
def test_words_of_any_readings_keep_apart(found: list[Found], target: float | None) -> None:
    lines_of(ReadingLine(found, target, "2027-06-30"), WIDTH)


def test_what_is_missing_stands_on_the_line_of_its_neighbours() -> None:
    assert texts(Missing("No part yet"), 30) == ["No part yet"]
    assert len(texts(Missing("No part yet"), 12)) > 1
