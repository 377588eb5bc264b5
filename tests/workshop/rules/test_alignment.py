import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.rules.alignment import (
    Arrow,
    Block,
    Comparison,
    Figures,
    FlagWhen,
    SignReading,
    compare,
    heat_map,
    moved_most,
    read_sign,
)


def reading(*values: int) -> SignReading[str]:
    found = read_sign({"all": values})
    assert found is not None
    return found


def test_a_sign_is_read_by_function_and_over_all() -> None:
    found = read_sign({"P": [1, 2], "E": [4, 4], "D": [3]})
    assert found is not None
    assert (found.median, found.spread) == (3, 3)
    assert found.by_function == {"P": 1.5, "E": 4}


def test_a_function_with_one_rater_shows_no_cell_but_counts() -> None:
    with_one = read_sign({"P": [0, 1], "D": [4], "L": []})
    assert with_one is not None
    assert with_one.without_cell == ("D",)
    assert "D" not in with_one.by_function
    assert (with_one.median, with_one.spread) == (1, 4)


def test_a_sign_nobody_rated_has_no_reading() -> None:
    assert read_sign({"P": [], "E": []}) is None


@pytest.mark.parametrize(
    ("values", "flagged", "block"),
    [
        ([0, 3], True, Block.DIFFER_MOST),
        ([3, 3], True, Block.SEEN_OFTEN),
        ([1, 4, 4], True, Block.DIFFER_MOST),
        ([2, 3], False, Block.NOT_FLAGGED),  # a median of 2.5
        ([1, 3], False, Block.NOT_FLAGGED),
    ],
)
def test_a_wide_spread_or_a_high_median_flags(
    values: list[int], flagged: bool, block: Block
) -> None:
    found = reading(*values)
    assert (found.flagged, found.block) == (flagged, block)


def test_the_limits_of_a_flag_are_data() -> None:
    found = read_sign({"P": [2, 2]}, FlagWhen(median_at_least=2))
    assert found is not None
    assert found.often


def test_the_heat_map_has_three_blocks_widest_and_highest_first() -> None:
    readings = {
        "calm": reading(1, 1),
        "often": reading(3, 3),
        "wide": reading(0, 3),
        "wider": reading(0, 4),
        "wide-and-higher": reading(1, 4),
        "as-calm": reading(1, 1),
        "apart": reading(1, 2),
    }
    assert heat_map(readings) == {
        Block.DIFFER_MOST: ("wider", "wide-and-higher", "wide"),
        Block.SEEN_OFTEN: ("often",),
        Block.NOT_FLAGGED: ("apart", "calm", "as-calm"),
    }


def test_compared_with_last_time() -> None:
    pairs = compare(
        {"up": Figures(3, 1), "down": Figures(1.5, 1), "same": Figures(2, 0), "new": Figures(4, 1)},
        {"up": Figures(2, 1), "down": Figures(2, 2), "same": Figures(2, 3), "gone": Figures(1, 1)},
    )
    assert {sign: (pair.arrow, pair.moved) for sign, pair in pairs.items()} == {
        "up": (Arrow.UP, 1),
        "down": (Arrow.DOWN, -0.5),
        "same": (Arrow.SAME, 0),
        "new": (None, None),
    }
    assert moved_most(pairs) == "up"


def test_of_signs_that_moved_alike_the_earlier_is_named() -> None:
    down, up = Comparison(Figures(1, 1), Figures(3, 1)), Comparison(Figures(3, 1), Figures(1, 1))
    assert moved_most({"first": down, "second": up}) == "first"


def test_no_sign_is_named_when_none_moved() -> None:
    assert moved_most({}) is None
    assert moved_most({"still": Comparison(Figures(2, 1), Figures(2, 4))}) is None
    assert moved_most({"new": Comparison(Figures(2, 1), None)}) is None


@given(st.dictionaries(st.sampled_from("PEDMSL"), st.lists(st.integers(0, 4), max_size=5)))
def test_no_cell_shows_what_one_person_rated(ratings: dict[str, list[int]]) -> None:
    found = read_sign(ratings)
    if found is None:
        assert not any(ratings.values())
        return
    assert all(len(ratings[function]) >= 2 for function in found.by_function)
    shown = found.by_function.keys() | set(found.without_cell)
    assert shown == {function for function, values in ratings.items() if values}


@given(st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=6), max_size=8))
def test_every_sign_stands_in_one_block(ratings: list[list[int]]) -> None:
    readings = {sign: reading(*values) for sign, values in enumerate(ratings)}
    blocks = heat_map(readings)
    assert sorted(sign for signs in blocks.values() for sign in signs) == sorted(readings)
    assert list(blocks) == list(Block)
