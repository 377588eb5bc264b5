from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.rules.steps import (
    ONE_TWO_FOUR_ALL,
    Current,
    Mark,
    Step,
    bells,
    current,
    shortened,
)

STEPS = [Step(2), Step(11), Step(2, bell=True)]


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


@pytest.mark.parametrize(
    ("ran", "index", "gone", "left"),
    [(0, 0, 0, 2), (1.5, 0, 1.5, 0.5), (2, 1, 0, 11), (13, 2, 0, 2), (15, 2, 2, 0), (20, 2, 7, -5)],
)
def test_the_clock_moves_through_the_steps(
    ran: float, index: int, gone: float, left: float
) -> None:
    assert current(STEPS, minutes(ran)) == Current(index, minutes(gone), minutes(left))


def test_a_mark_by_hand_counts_from_there() -> None:
    early = Mark(1, at=minutes(1))
    assert current(STEPS, minutes(1), early).index == 1
    assert current(STEPS, minutes(11.5), early).left == minutes(0.5)
    assert current(STEPS, minutes(12), early).index == 2


def test_a_mark_may_go_back() -> None:
    assert current(STEPS, minutes(14), Mark(0, at=minutes(13))) == Current(
        0, minutes(1), minutes(1)
    )


def test_a_stage_without_that_step_has_no_current_one() -> None:
    with pytest.raises(ValueError, match="no step 0"):
        current([], minutes(1))
    with pytest.raises(ValueError, match="no step 3"):
        current(STEPS, minutes(1), Mark(3, at=minutes(0)))


def test_four_bells_of_one_two_four_all() -> None:
    assert bells(ONE_TWO_FOUR_ALL) == tuple(map(minutes, (1, 3, 7, 12)))


def test_bells_follow_the_mark() -> None:
    assert bells(STEPS) == (minutes(15),)
    assert bells(STEPS, Mark(2, at=minutes(5))) == (minutes(7),)


@pytest.mark.parametrize(
    ("steps", "to", "after"),
    [
        ([2, 6, 13, 9], 22, (1, 4, 11, 6)),
        ([3, 10, 6, 11, 5], 25, (2, 7, 4, 9, 3)),
        ([2, 2], 3, (2, 1)),  # the earlier of two longest
        ([10], 7, (7,)),
        ([2, 4, 4], 10, (2, 4, 4)),
        ([5], 0, (0,)),
    ],
)
def test_steps_shrink_in_proportion_and_the_longest_takes_the_remainder(
    steps: list[int], to: int, after: tuple[int, ...]
) -> None:
    assert shortened(steps, to) == after


def test_steps_without_minutes_have_no_proportion() -> None:
    with pytest.raises(ValueError, match="proportion"):
        shortened([0, 0], 5)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=8), st.integers(0, 480))
def test_the_steps_always_add_up(steps: list[int], to: int) -> None:
    after = shortened(steps, to)
    assert sum(after) == to
    assert all(part >= 0 for part in after)


@given(st.lists(st.integers(1, 30), min_size=1, max_size=8), st.integers(0, 300))
def test_gone_and_left_make_the_step(lengths: list[int], ran: int) -> None:
    now = current([Step(length) for length in lengths], minutes(ran))
    assert now.gone + now.left == minutes(lengths[now.index])
    assert now.gone + minutes(sum(lengths[: now.index])) == minutes(ran)
