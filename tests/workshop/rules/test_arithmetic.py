from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.rules.arithmetic import exact, figure, mean, median, round_half_up, round_to, spread

whole_numbers = st.lists(st.integers(-1000, 1000), min_size=1)


@pytest.mark.parametrize(
    ("values", "middle"),
    [([3], 3), ([1, 2], 1.5), ([4, 1, 3], 3), ([1, 3], 2), ([-3, -2, 0, 1], -1)],
)
def test_median_is_the_middle_or_the_mean_of_the_middle_two(
    values: list[int], middle: float
) -> None:
    assert median(values) == middle


def test_a_whole_median_is_written_without_a_point() -> None:
    assert str(median([1, 3])) == "2"
    assert str(figure(2.0)) == "2"
    assert str(figure(Fraction(5, 2))) == "2.5"


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        (2.5, 3),
        (2.4, 2),
        (-2.5, -2),
        (-2.6, -3),
        (Fraction(7, 2), 4),
        (Decimal("0.5"), 1),
        (7, 7),
    ],
)
def test_halves_round_up(value: float | Fraction | Decimal, rounded: int) -> None:
    assert round_half_up(value) == rounded


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        (Fraction(48, 11), 2, 4.36),
        (2.675, 2, 2.68),  # as it is written, though the nearest binary number lies below
        (1.005, 2, 1.01),
        (-1.25, 1, -1.2),
        (3, 1, 3.0),
    ],
)
def test_halves_round_up_in_every_decimal_place(
    value: float | Fraction, places: int, rounded: float
) -> None:
    assert round_to(value, places) == rounded


def test_a_float_counts_as_the_decimal_it_is_written_as() -> None:
    assert exact(0.8) == Fraction(4, 5)


def test_no_values_have_no_figures() -> None:
    for of_nothing in (median, mean, spread):
        with pytest.raises(ValueError, match=r"\w"):
            of_nothing([])


@given(whole_numbers)
def test_median_and_mean_lie_within_the_spread(values: list[int]) -> None:
    low, high = min(values), max(values)
    assert low <= median(values) <= high
    assert low <= mean(values) <= high
    assert spread(values) == high - low


@given(st.fractions())
def test_rounding_moves_by_a_half_at_most_and_downwards_by_less(value: Fraction) -> None:
    assert Fraction(-1, 2) < round_half_up(value) - value <= Fraction(1, 2)
