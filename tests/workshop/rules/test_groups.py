import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.rules.groups import CountGroup, count_groups


@pytest.mark.parametrize(
    ("present", "groups"),
    [
        ({"P": 3, "E": 5}, [(("P",), 3), (("E",), 5)]),
        ({"P": 4, "E": 2, "D": 1}, [(("P",), 4), (("E", "D"), 3)]),
        ({"P": 4, "E": 3, "D": 2}, [(("P",), 4), (("E", "D"), 5)]),  # the smallest joins
        ({"D": 1, "P": 3, "E": 3}, [(("E",), 3), (("D", "P"), 4)]),  # the earlier of equals
        ({"P": 2, "E": 2, "D": 1, "M": 2}, [(("P", "E", "D", "M"), 7)]),
        ({"P": 3, "E": 1}, [(("P", "E"), 4)]),
        ({"P": 3, "E": 0}, [(("P",), 3)]),
        ({"P": 1, "E": 1}, [(("P", "E"), 2)]),
        ({}, []),
    ],
)
def test_functions_of_three_stand_alone_and_the_others_together(
    present: dict[str, int], groups: list[tuple[tuple[str, ...], int]]
) -> None:
    assert count_groups(present) == tuple(CountGroup(*group) for group in groups)


def test_a_round_with_fewer_than_three_voters_can_be_guessed() -> None:
    (group,) = count_groups({"P": 1, "E": 1})
    assert group.guessable


@given(st.dictionaries(st.sampled_from("PEDMSLFOGRX"), st.integers(0, 6)))
def test_every_voter_is_in_one_group_large_enough_to_hide_in(present: dict[str, int]) -> None:
    groups = count_groups(present)
    members = [function for group in groups for function in group.functions]
    assert sorted(members) == sorted(function for function, voters in present.items() if voters)
    assert sum(group.voters for group in groups) == sum(present.values())
    if sum(present.values()) >= 3:
        assert not any(group.guessable for group in groups)
    assert all(len(group.functions) == 1 for group in groups[:-1])
