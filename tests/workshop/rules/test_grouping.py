"""Pairs, trios and fours: how large groups are, and who comes together."""

from __future__ import annotations

from collections import Counter
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.rules.grouping import Member, Same, propose, same, sizes


def people(functions: str, deciders: str = "") -> list[Member[int]]:
    """One for each letter, which is the function; whose place stands in `deciders` decides."""
    return [Member(at, letter, str(at) in deciders.split()) for at, letter in enumerate(functions)]


@pytest.mark.parametrize(
    ("count", "size", "found"),
    [
        (0, 4, []), (1, 4, [1]), (2, 4, [2]), (5, 4, [5]), (6, 4, [3, 3]), (7, 4, [4, 3]),
        (9, 4, [5, 4]), (10, 4, [4, 3, 3]), (11, 4, [4, 4, 3]), (11, 2, [3, 2, 2, 2, 2]),
        (3, 2, [3]), (10, 3, [4, 3, 3]), (11, 3, [3, 3, 3, 2]), (40, 4, [4] * 10),
    ],
)  # fmt: skip
def test_the_remainder_is_spread_and_nobody_is_alone(
    count: int, size: int, found: list[int]
) -> None:
    assert sizes(count, size) == found


@given(st.integers(2, 60), st.integers(2, 12))
def test_groups_are_even_and_hold_everybody(count: int, size: int) -> None:
    found = sizes(count, size)
    assert sum(found) == count
    assert min(found) >= 2
    assert max(found) - min(found) <= 1


def _letters(groups: tuple[tuple[int, ...], ...], functions: str) -> list[str]:
    return ["".join(sorted(functions[one] for one in group)) for group in groups]


def test_every_function_comes_into_every_group_where_that_can_be() -> None:
    functions = "PPPPEEEEDDDDSSSS"
    found = propose(people(functions), 4)
    assert found is not None
    assert _letters(found, functions) == ["DEPS"] * 4


def test_deciders_come_apart_before_functions_are_mixed() -> None:
    functions = "PPPEEE"
    found = propose(people(functions, "0 3"), 3)
    assert found is not None
    assert sum(0 in group and 3 in group for group in found) == 0
    found = propose(people("PPEE", "0 2"), 2)
    assert found is not None
    assert same(found) == {frozenset({0, 3}), frozenset({1, 2})}


@given(st.text("PEDMSL", min_size=2, max_size=24), st.integers(2, 6))
def test_no_swap_of_two_would_mix_better(functions: str, size: int) -> None:
    members = people(functions)
    found = propose(members, size)
    assert found is not None
    assert sorted(one for group in found for one in group) == list(range(len(functions)))
    assert [len(group) for group in found] == sizes(len(functions), size)

    def pairs(groups: list[list[int]]) -> int:
        counts = (Counter(functions[one] for one in group) for group in groups)
        return sum(comb(count, 2) for each in counts for count in each.values())

    groups = [list(group) for group in found]
    best = pairs(groups)
    for one in groups:
        for other in groups:
            for at in range(len(one)):
                for there in range(len(other)):
                    one[at], other[there] = other[there], one[at]
                    assert pairs(groups) >= best
                    one[at], other[there] = other[there], one[at]


def test_no_proposal_comes_twice_until_there_is_none() -> None:
    """Four people can be paired in three ways, whatever their functions."""
    members = people("PPEE")
    seen: list[Same[int]] = []
    while (found := propose(members, 2, seen=seen)) is not None:
        assert same(found) not in seen
        seen.append(same(found))
    assert len(seen) == 3


def test_of_many_people_there_are_always_others() -> None:
    members = people("PPPEEEDDDSS", "0 3 6")
    seen: list[Same[int]] = []
    for _ in range(40):
        found = propose(members, 4, seen=seen)
        assert found is not None
        assert same(found) not in seen
        seen.append(same(found))


def test_unmixed_groups_are_neighbours_at_first() -> None:
    assert propose(people("PPEEDD"), 2, mixed=False) == ((0, 1), (2, 3), (4, 5))
