from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.ink import POINTS_PER_MM
from exports.parts.measures import Measure, MeasureRow, Measures
from tests.exports.parts.drawn import lines_of, texts

FAMILIES = Measure("Families who still order", 41, 70, "percent", "2027-06-30")
MISSES = Measure("Near misses", 3.1, 1.5, "reports per 100 000 meals", "2027-06-30")
WIDE, NARROW = 84.5, 54.7


def test_a_measure_says_number_name_today_and_day() -> None:
    assert texts(MeasureRow(FAMILIES), WIDE) == [
        "Families who still order",
        "70",
        "%",
        "today 41 %, by 30 June 2027",
    ]


def test_a_unit_never_leaves_its_number() -> None:
    days, kitchens = (Measure("Name", 9, 2, unit) for unit in ("days, median", "kitchens of 214"))
    beside = {box.text: box for box in lines_of(MeasureRow(days), WIDE)}
    assert beside["2"].bottom > beside["days, median"].top
    assert beside["days, median"].left - beside["2"].right < 1.5
    under = {box.text: box for box in lines_of(MeasureRow(kitchens), NARROW)}
    assert under["kitchens of 214"].left == pytest.approx(under["2"].left)
    assert 0 < under["kitchens of 214"].top - under["2"].bottom < 2.5


def test_a_unit_as_long_as_a_sentence_stands_before_today() -> None:
    long = Measure("Near misses", 3.1, 1.5, "reports per 100 000 meals in any one month")
    assert "in any one month, today 3.1" in " ".join(texts(MeasureRow(long), NARROW))


def test_names_and_days_are_broken_well() -> None:
    said = texts(MeasureRow(Measure("Districts that renew at full price", 1, 2, "%", "2027-06-30")),
                 NARROW)  # fmt: skip
    assert {"Districts that", "renew at full price"} <= set(said)
    assert said[-1].endswith("by 30 June 2027")


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        (Measure("A", None, 5, "days"), "today unknown"),
        (Measure("A", 3, None, "days"), "target open"),
        (Measure("A"), "today unknown, target open"),
    ],
)
def test_what_is_open_is_said_in_words(measure: Measure, said: str) -> None:
    assert said in texts(MeasureRow(measure), WIDE)


def test_percent_have_an_end_and_other_units_reach_as_far_as_they_go() -> None:
    assert FAMILIES.places() == (0.41, 0.7)
    today, target = Measure("Kitchens", 12, 120, "kitchens").places()
    assert target == pytest.approx(0.97)
    assert today == pytest.approx(0.097)
    assert Measure("Beyond", 80, 140, "%").places()[1] == pytest.approx(0.97)


def test_a_number_below_zero_starts_the_bar() -> None:
    today, target = Measure("Balance", -20, 60, "points").places()
    assert today == 0
    assert target == pytest.approx(0.97)


numbers = st.none() | st.floats(-1e15, 1e15) | st.integers(-1000, 1000)
words = st.text(max_size=60) | st.text("wW i漢", min_size=1, max_size=300)


@given(st.builds(Measure, words, numbers, numbers, words, st.none() | st.just("2027-06-30")))
def test_any_measure_stays_in_its_room_and_on_its_bar(measure: Measure) -> None:
    for width in (WIDE, NARROW, 30.0):
        lines_of(MeasureRow(measure), width)
    assert all(0 <= place <= 1 for place in measure.places() if place is not None)


def test_measures_are_cut_between_two_rows() -> None:
    whole = Measures([FAMILIES, MISSES, FAMILIES])
    one = MeasureRow(FAMILIES).height_at(WIDE)
    first, rest = whole.split(WIDE * POINTS_PER_MM, (one + 2) * POINTS_PER_MM)
    assert isinstance(first, Measures)
    assert isinstance(rest, Measures)
    assert (len(first.measures), len(rest.measures)) == (1, 2)
    assert whole.split(WIDE * POINTS_PER_MM, (one - 1) * POINTS_PER_MM) == []
