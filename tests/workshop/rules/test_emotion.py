import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.rules.emotion import (
    Feelings,
    Gap,
    feelings,
    is_flat,
    last_phase,
    lowest_phase,
    widest_gap,
)


def test_the_cards_of_a_phase() -> None:
    assert feelings([0, 1, 0, -2]) == Feelings(median=0, low=-2, high=1)
    assert feelings([1, 2]).median == 1.5


@pytest.mark.parametrize(("cards", "talk"), [([-2, 2], True), ([-1, 2], False), ([-3, 3], True)])
def test_a_spread_of_four_is_to_be_talked_about(cards: list[int], talk: bool) -> None:
    assert feelings(cards).talk is talk


def test_no_cards_have_no_feeling() -> None:
    with pytest.raises(ValueError, match=r"\w"):
        feelings([])


def test_the_lowest_and_the_last_phase_are_marked() -> None:
    medians = {"hear": 1, "register": -2, "order": 0, "swap": -2, "stay": -1}
    assert lowest_phase(medians) == "register"
    assert last_phase(medians) == "stay"


def test_a_journey_without_cards_has_no_such_phase() -> None:
    assert lowest_phase({}) is None
    assert last_phase({}) is None


def test_a_flat_curve_moves_by_one_at_most() -> None:
    assert is_flat({"a": 0, "b": 1, "c": 0.5})
    assert not is_flat({"a": 0, "b": 1.5})
    assert not is_flat({"a": -3, "b": 0})
    assert not is_flat({})


def test_the_widest_gap_names_the_phase_and_who_stands_apart() -> None:
    blind = {
        "hear": {"P": 1, "S": 2, "L": 1},
        "order": {"P": 0, "S": 2, "L": -2, "D": -2},
        "swap": {"P": -3, "S": 1},
    }
    gap = widest_gap(blind)
    assert gap == Gap("order", low=-2, high=2, lowest=("L", "D"), highest=("S",))
    assert gap.width == 4


def test_no_gap_where_nobody_differs() -> None:
    assert widest_gap({"hear": {"P": 1, "S": 1}, "order": {"P": 2}, "swap": {}}) is None
    assert widest_gap({}) is None


@given(st.lists(st.dictionaries(st.sampled_from("PEDS"), st.integers(-3, 3)), max_size=6))
def test_no_phase_is_wider_and_no_earlier_one_as_wide(values: list[dict[str, int]]) -> None:
    blind = dict(enumerate(values))
    gap = widest_gap(blind)
    widths = {
        phase: max(of_phase.values()) - min(of_phase.values())
        for phase, of_phase in blind.items()
        if of_phase
    }
    if gap is None:
        assert not any(widths.values())
    else:
        assert gap.width == max(widths.values())
        assert all(width < gap.width for phase, width in widths.items() if phase < gap.phase)
