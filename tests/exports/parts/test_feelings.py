"""The field of feelings: which words stand in it, and that none stands on another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.parts.curve import runs, shared
from exports.parts.feeling_labels import CallOut
from exports.parts.feelings import NOTHING, Feeling, FeelingField, Mood, Named
from exports.parts.phases import LABEL_WIDTH
from exports.parts.plot import Plot
from tests.exports.parts.drawn import lines_of, texts
from workshop.rules.curve import through

WIDTH, TALL = 261.0, 62.0
NAMED = Named("Feels", "", "Today", "To be")
HARBOUR = Mood(
    tuple(
        Feeling(value, value - 1, min(3.0, value + 1), aim)
        for value, aim in ((1, 2), (-1, 1), (0, 2), (-2, 1), (-3, 2), (0, 3))
    )
)


def test_every_value_stands_beside_its_point_and_every_curve_has_its_name() -> None:
    said = texts(FeelingField(HARBOUR, NAMED, TALL), WIDTH)
    assert sorted(said) == sorted(
        ["Feels", "Today", "To be", "+1", "−1", "0", "−2", "−3", "0", "+2", "+1", "+2", "+1", "+2",
         "+3"]
    )  # fmt: skip


def test_call_outs_stand_near_their_points() -> None:
    calls = [CallOut(4, "Lowest point", "circling in the dark"), CallOut(5, "Last point")]
    boxes = lines_of(FeelingField(HARBOUR, NAMED, TALL, calls), WIDTH)
    plot = Plot(WIDTH, TALL, 6, -3, 3, 6, 8.6)
    lowest = next(box for box in boxes if box.text.startswith("Lowest point"))
    assert lowest.text == "Lowest point circling in the dark"
    assert abs(lowest.left - plot.x(4)) < 40
    assert lowest.bottom > plot.y(-3)
    assert "Last point" in [box.text for box in boxes]


def test_at_most_three_call_outs() -> None:
    calls = [CallOut(index, f"Call {index}") for index in range(6)]
    said = texts(FeelingField(HARBOUR, NAMED, TALL, calls), WIDTH)
    assert {text for text in said if text.startswith("Call")} == {"Call 0", "Call 1", "Call 2"}


values = st.none() | st.integers(-6, 6).map(lambda n: n / 2)
feelings = st.builds(lambda value, aim: Feeling(value, value, value, aim), values, values)


@given(
    st.lists(feelings, min_size=1, max_size=8),
    feelings | st.just(NOTHING),
    st.booleans(),
    st.sampled_from([261.0, 243.4, 174.0]),
)
def test_no_word_stands_on_another_whatever_people_feel(
    found: list[Feeling], beyond: Feeling, small: bool, width: float
) -> None:
    mood = Mood(tuple(found), before=beyond, after=beyond)
    calls = [CallOut(index, "Far apart", "−2 to +2") for index in range(len(found))]
    field = FeelingField(mood, NAMED, 25 if small else 50, calls, small=small)
    for box in lines_of(field, width):
        assert box.left >= (LABEL_WIDTH if box.text not in ("Feels",) else 0)


@pytest.mark.parametrize(("least", "most"), [(0, 5), (-5, 0), (0, 0), (-5, 5)])
def test_any_scale(least: int, most: int) -> None:
    mood = Mood((Feeling(least, least, least), Feeling(most, most, most)), least, most)
    assert lines_of(FeelingField(mood, NAMED, TALL), WIDTH)


def test_a_curve_is_broken_where_nobody_said_anything() -> None:
    assert runs([(0, 1.0), (1, None), (2, 3.0), (3, 4.0)]) == [[(0, 1.0)], [(2, 3.0), (3, 4.0)]]
    plot = Plot(125, 50, 4, -3, 3, 5, 5)
    first, second = plot.curves([(0, 1.0), (1, None), (2, 0.0), (3, 1.0)])
    assert first.pieces[-1].x1 < plot.x(1) < second.pieces[0].x0
    assert {first.at(x) for x in (first.pieces[0].x0, first.pieces[-1].x1)} == {plot.y(1)}


def test_a_curve_goes_on_beyond_the_page_to_what_is_felt_there() -> None:
    plot = Plot(125, 50, 4, -3, 3, 5, 5)
    (curve,) = plot.curves([(-1, 3.0), (0, 1.0), (1, 0.0), (2, 0.0), (3, 1.0), (4, None)])
    assert curve.pieces[0].x0 <= plot.x(-1) < LABEL_WIDTH
    assert curve.at(plot.x(-1)) == pytest.approx(plot.y(3))
    assert curve.pieces[-1].x1 < 125


def test_the_gap_lies_where_both_curves_are() -> None:
    one, other = through([(0, 1), (4, 2)]), through([(1, 5), (9, 6)])
    both = shared(one, other)
    assert both is not None
    assert {(curve.pieces[0].x0, curve.pieces[-1].x1) for curve in both} == {(1, 4)}
    assert shared(through([(0, 1), (1, 1)]), through([(1, 1), (2, 1)])) is None
