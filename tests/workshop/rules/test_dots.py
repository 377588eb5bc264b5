import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.rules.dots import Held, Suggestion, default_max_per_item, suggested_dots


@pytest.mark.parametrize(
    ("options", "clusters", "dots"),
    [
        (8, True, 3),
        (7, True, 2),
        (12, True, 4),
        (12, False, 3),
        (10, False, 3),  # two and a half, halves up
        (9, False, 2),
        (14, False, 4),
    ],
)
def test_a_third_of_clusters_or_a_quarter_of_the_rest(
    options: int, clusters: bool, dots: int
) -> None:
    assert suggested_dots(options, clusters).dots == dots


def test_the_suggestion_tells_its_reason() -> None:
    assert suggested_dots(8, clusters=True) == Suggestion(3, options=8, divisor=3, held=None)
    assert suggested_dots(3, clusters=True).held is Held.AT_LEAST
    assert suggested_dots(40, clusters=False) == Suggestion(5, 40, 4, Held.AT_MOST)


def test_one_dot_per_option_when_a_set_is_chosen() -> None:
    assert default_max_per_item(choosing_a_set=True) == 1
    assert default_max_per_item(choosing_a_set=False) == 2


@given(st.integers(0, 5000), st.booleans())
def test_two_to_five_whatever_the_list(options: int, clusters: bool) -> None:
    assert 2 <= suggested_dots(options, clusters).dots <= 5
