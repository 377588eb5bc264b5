import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.errors import Refused
from workshop.rules.tally import (
    Limits,
    Merged,
    Tally,
    check_ballot,
    merge_ballots,
    merge_counts,
    settled_by,
    tally,
    tally_of_counts,
)

OPTIONS = "abcde"
GROUPS = {"p1": "P", "p2": "P", "e1": "E", "e2": "E", "d1": "D"}

ballots_of_people = st.fixed_dictionaries(
    {}, optional={v: st.dictionaries(st.sampled_from(OPTIONS), st.integers(1, 3)) for v in GROUPS}
)


def result(**dots: int) -> Tally[str, str]:
    """A tally in which each option's dots come from one voter of its own."""
    voters = {option: {option: given} for option, given in dots.items()}
    return tally(list(dots), voters, dict.fromkeys(dots, "P"))


def test_options_stand_by_dots_then_voters_then_their_order() -> None:
    ballots = {
        "p1": {"c": 2, "a": 1},
        "p2": {"b": 2, "a": 1},
        "e1": {"d": 2, "e": 1},
        "e2": {"e": 1},
    }
    standings = tally(OPTIONS, ballots, GROUPS).standings
    assert [(s.option, s.dots, s.voters) for s in standings] == [
        ("a", 2, 2),
        ("e", 2, 2),
        ("b", 2, 1),
        ("c", 2, 1),
        ("d", 2, 1),
    ]
    assert [s.number for s in standings] == [1, 5, 2, 3, 4]


def test_equal_dots_share_a_rank_and_the_next_rank_counts_them() -> None:
    standings = result(a=5, b=3, c=3, d=1, e=0).standings
    assert [s.rank for s in standings] == [1, 2, 2, 4, 5]
    assert [s.shared for s in standings] == [False, True, True, False, False]


def test_depth_voters_and_breadth() -> None:
    voted = tally(OPTIONS, {"p1": {"a": 2}, "p2": {"a": 1}, "d1": {"a": 1, "b": 0}}, GROUPS)
    first = voted.of("a")
    assert (first.dots, first.voters, first.breadth) == (4, 3, 2)
    assert first.by_group == {"P": 3, "D": 1}
    assert voted.of("b").voters == 0
    assert voted.by_group() == {"P": {"a": 3}, "D": {"a": 1}}
    assert voted.total_dots == 4


def test_an_option_or_a_voter_from_elsewhere_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        tally(OPTIONS, {"p1": {"z": 1}}, GROUPS)
    with pytest.raises(KeyError):
        tally(OPTIONS, {"stranger": {"a": 1}}, GROUPS)
    with pytest.raises(KeyError):
        tally_of_counts(OPTIONS, {"z": {"P": 1}})
    with pytest.raises(KeyError):
        result(a=1).of("z")


def test_a_favourite_has_all_its_dots_from_one_function() -> None:
    voted = tally(OPTIONS, {"p1": {"a": 1, "b": 1}, "p2": {"a": 1}, "e1": {"b": 1}}, GROUPS)
    assert voted.of("a").favourite_of == "P"
    assert voted.of("b").favourite_of is None
    assert voted.of("c").favourite_of is None


def test_an_option_is_carried_by_more_than_half() -> None:
    counts = {"a": {"P": 3, "E": 2}, "b": {"P": 2, "E": 2}, "c": {}}
    voted = tally_of_counts("abc", counts)
    assert voted.of("a").carried_by == "P"
    assert voted.of("b").carried_by is None
    assert voted.of("c").carried_by is None


def test_counts_without_persons_have_groups_for_voters() -> None:
    voted = tally_of_counts("ab", {"b": {"P": 4, "E": 1, "D": 0}})
    assert voted.order == ("b", "a")
    assert (voted.of("b").dots, voted.of("b").voters, voted.of("b").breadth) == (5, 2, 2)


def test_options_without_a_dot_keep_their_order() -> None:
    assert tally_of_counts("ab", {"a": {}}).order == ("a", "b")
    assert tally("abc", {}, GROUPS).order == ("a", "b", "c")


@pytest.mark.parametrize(
    ("dots", "places", "gap", "clear"),
    [
        ({"a": 4, "b": 2}, 1, 2, True),
        ({"a": 4, "b": 3}, 1, 1, False),  # under two dots
        ({"a": 12, "b": 10}, 1, 2, False),  # under ten per cent of 22
        ({"a": 11, "b": 9}, 1, 2, True),  # just ten per cent
        ({"a": 55, "b": 45, "c": 1}, 1, 10, False),  # just under
        ({"a": 3, "b": 3}, 1, 0, False),
        ({"a": 9, "b": 8, "c": 2}, 2, 6, True),
    ],
)
def test_the_cut_is_clear_from_two_dots_and_ten_per_cent(
    dots: dict[str, int], places: int, gap: int, clear: bool
) -> None:
    cut = result(**dots).cut(places)
    assert cut is not None
    assert (cut.gap, cut.clear) == (gap, clear)


def test_there_is_no_cut_when_nothing_is_left_out() -> None:
    assert result(a=2, b=1).cut(2) is None
    assert result(a=2, b=1).cut(0) is None


def test_a_tie_at_the_cut_is_equal_dots_whoever_gave_them() -> None:
    ballots = {"p1": {"a": 2, "c": 1}, "e1": {"b": 2}, "d1": {"c": 1}}
    voted = tally("abc", ballots, GROUPS)
    assert voted.order == ("c", "a", "b")
    assert voted.tied_at(1) == ("a", "b", "c")


def test_a_run_off_takes_only_what_ties_across_the_cut() -> None:
    assert result(a=5, b=3, c=3, d=3, e=1).tied_at(2) == ("b", "c", "d")
    assert result(a=5, b=3, c=3, d=3, e=1).tied_at(4) == ()
    assert result(a=5, b=3, c=0, d=0).tied_at(3) == ()


def test_a_run_off_settles_the_order_of_its_options_only() -> None:
    first = result(a=5, b=3, c=3, d=3, e=1)
    assert settled_by(first, result(b=0, c=2, d=4)) == ("a", "d", "c", "b", "e")


@pytest.mark.parametrize(
    ("ballot", "key", "facts"),
    [
        ({"a": 2, "b": 2}, "ballot.over_budget", {"given": 4, "allowed": 3, "voters": 1}),
        ({"b": 3}, "ballot.over_cap", {"option": "b", "number": 2, "given": 3, "allowed": 2}),
        ({"z": 1}, "ballot.not_on_list", {"option": "z"}),
        ({"a": -1, "b": 1}, "ballot.below_zero", {"option": "a", "number": 1, "given": -1}),
    ],
)
def test_a_ballot_that_breaks_a_rule_is_refused_with_the_reason(
    ballot: dict[str, int], key: str, facts: dict[str, object]
) -> None:
    with pytest.raises(Refused) as refusal:
        check_ballot(ballot, OPTIONS, Limits(dots=3, cap=2))
    assert (refusal.value.key, refusal.value.facts) == (key, facts)


def test_a_ballot_within_its_limits_is_taken() -> None:
    check_ballot({"a": 2, "b": 1}, OPTIONS, Limits(dots=3, cap=2))
    check_ballot({"a": 3}, OPTIONS, Limits(dots=3))
    check_ballot({"a": 0, "b": 1}, OPTIONS, Limits(dots=3, cap=2))
    check_ballot({}, OPTIONS, Limits(dots=3, cap=2))


def test_hands_of_a_function_count_up_to_its_members_times_dots_and_cap() -> None:
    three = Limits(dots=3, cap=2, voters=3)
    check_ballot({"a": 6, "b": 3}, OPTIONS, three)
    with pytest.raises(Refused, match="over_cap"):
        check_ballot({"a": 7}, OPTIONS, three)
    with pytest.raises(Refused, match="over_budget"):
        check_ballot({"a": 6, "b": 4}, OPTIONS, three)


def test_merging_adds_one_voters_dots_up_to_the_cap_and_gives_the_rest_back() -> None:
    ballots = {"p1": {"a": 2, "b": 1}, "p2": {"a": 1, "c": 2}, "e1": {"d": 1}}
    assert merge_ballots(ballots, "ab", "a", cap=2) == Merged(
        ballots={"p1": {"a": 2}, "p2": {"a": 1, "c": 2}, "e1": {"d": 1}}, given_back={"p1": 1}
    )


def test_merging_without_a_cap_gives_nothing_back() -> None:
    assert merge_ballots({"p1": {"a": 2, "b": 2}}, "ab", "new", cap=None) == Merged(
        ballots={"p1": {"new": 4}}, given_back={}
    )


def test_merging_counts_knows_no_cap() -> None:
    counts = {"a": {"P": 4}, "b": {"P": 3, "E": 1}, "c": {"E": 2}}
    assert merge_counts(counts, "ab", "b") == {"b": {"P": 7, "E": 1}, "c": {"E": 2}}


@given(ballots_of_people)
def test_no_dot_is_lost_or_made(ballots: dict[str, dict[str, int]]) -> None:
    voted = tally(OPTIONS, ballots, GROUPS)
    assert voted.total_dots == sum(sum(ballot.values()) for ballot in ballots.values())
    assert sorted(voted.order) == sorted(OPTIONS)
    for standing in voted.standings:
        assert standing.breadth <= standing.voters <= standing.dots
        assert sum(standing.by_group.values()) == standing.dots


@given(ballots_of_people)
def test_counts_by_group_give_the_same_dots_as_persons(
    ballots: dict[str, dict[str, int]],
) -> None:
    by_person = tally(OPTIONS, ballots, GROUPS)
    counts = {standing.option: standing.by_group for standing in by_person.standings}
    by_count = tally_of_counts(OPTIONS, counts)
    assert {s.option: (s.dots, s.rank) for s in by_count.standings} == {
        s.option: (s.dots, s.rank) for s in by_person.standings
    }


@given(ballots_of_people, st.integers(1, 3))
def test_merging_keeps_every_dot_in_a_ballot_or_gives_it_back(
    ballots: dict[str, dict[str, int]], cap: int
) -> None:
    merged = merge_ballots(ballots, "abc", "a", cap)
    for voter, ballot in ballots.items():
        after = merged.ballots[voter]
        assert sum(after.values()) + merged.given_back.get(voter, 0) == sum(ballot.values())
        assert after.get("a", 0) <= cap
        assert not {"b", "c"} & after.keys()


@given(ballots_of_people, st.integers(1, 4))
def test_a_run_off_is_called_exactly_when_dots_tie_at_the_cut(
    ballots: dict[str, dict[str, int]], places: int
) -> None:
    voted = tally(OPTIONS, ballots, GROUPS)
    inside, outside = voted.standings[places - 1], voted.standings[places]
    tied = voted.tied_at(places)
    assert bool(tied) == (inside.dots == outside.dots > 0)
    assert all(voted.of(option).dots == inside.dots for option in tied)
