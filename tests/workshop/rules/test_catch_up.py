from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from workshop.rules.catch_up import Shortenable, cuts, recoverable, skips

TEMPLATES = Path(__file__).parents[3] / "assets" / "templates"


@pytest.mark.parametrize(
    ("template", "minutes", "of"),
    [
        ("1-vision-half-day", 45, 210),
        ("2-vision-sprint-day", 82, 480),
        ("3-customer-journey-mapping", 39, 180),
        ("4-alignment-check-up", 22, 90),
        ("5-metrics-and-milestones", 32, 120),
        ("6-quarterly-revisit", 11, 60),
    ],
)
def test_what_each_template_can_win_back(template: str, minutes: int, of: int) -> None:
    text = (TEMPLATES / f"{template}.yaml").read_text(encoding="utf-8")
    plan = yaml.safe_load(text)
    stages = [
        Shortenable(stage["id"], stage["minutes"], stage["fallback"]["shorten_to"])
        for stage in plan["agenda"]
    ]
    assert recoverable(stages, plan["catch_up"]["order"]) == minutes
    assert sum(stage.minutes for stage in stages) == of


def test_two_neighbours_are_not_both_cut_deeply() -> None:
    stages = [Shortenable("a", 10, 5), Shortenable("b", 20, 10), Shortenable("c", 10, 5)]
    assert cuts(stages, ["b", "a", "c"]) == {"b": 10, "a": 4, "c": 4}
    assert cuts(stages, ["a", "c", "b"]) == {"a": 5, "c": 5, "b": 8}


def test_a_cut_of_forty_per_cent_is_not_deep() -> None:
    stages = [Shortenable("a", 10, 6), Shortenable("b", 10, 2)]
    assert cuts(stages, ["a", "b"]) == {"a": 4, "b": 8}


def test_stages_that_the_order_leaves_out_or_that_are_past_give_nothing() -> None:
    stages = [Shortenable("a", 10, 5), Shortenable("b", 10, 7)]
    assert cuts(stages, ["past", "b"]) == {"b": 3}
    assert cuts([Shortenable("a", 5, 9)], ["a"]) == {"a": 0}


@given(
    st.lists(st.tuples(st.integers(1, 60), st.integers(0, 60)), max_size=8).flatmap(
        lambda rows: st.tuples(st.just(rows), st.permutations(range(len(rows))))
    )
)
def test_no_stage_goes_below_its_fallback_and_no_neighbours_are_both_cut_deeply(
    plan: tuple[list[tuple[int, int]], list[int]],
) -> None:
    rows, order = plan
    stages = [Shortenable(place, *row) for place, row in enumerate(rows)]
    won = cuts(stages, order)
    deep = [5 * won[stage.id] > 2 * stage.minutes for stage in stages]
    assert not any(left and right for left, right in pairwise(deep))
    for stage in stages:
        assert 0 <= won[stage.id] <= max(0, stage.minutes - stage.shorten_to)


def test_what_is_left_out_stands_beside_no_deep_cut() -> None:
    stages = [
        Shortenable("a", 10, 8, may_skip=True),
        Shortenable("b", 10, 8, may_skip=True),
        Shortenable("c", 10, 8),
        Shortenable("d", 10, 9, may_skip=True),
        Shortenable("e", 10, 2),
    ]
    assert skips(stages, ["b", "a", "d", "e"]) == ["b"]
    assert skips(stages, ["a", "b"]) == ["a"]
    assert skips(stages, ["d", "a"]) == ["d", "a"]


def test_what_was_cut_before_counts_as_lost() -> None:
    stages = [Shortenable("a", 10, 5, today=5), Shortenable("b", 10, 2), Shortenable("c", 10, 0)]
    assert cuts(stages, ["b"]) == {"b": 4}
    assert cuts(stages, ["a", "c"]) == {"a": 0, "c": 10}
    assert cuts([Shortenable("a", 10, 5, today=7)], ["a"]) == {"a": 2}
