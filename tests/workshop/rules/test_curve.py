from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.rules.curve import through

halves = st.integers(-6, 6).map(lambda steps: steps / 2)
feelings_by_phase = st.lists(halves, min_size=2, max_size=12).map(
    lambda heights: [(float(x), y) for x, y in enumerate(heights)]
)
any_points = st.lists(
    st.tuples(st.floats(0.01, 1000), st.floats(-1000, 1000)), min_size=2, max_size=12
).map(
    lambda steps: [
        (sum(step for step, _ in steps[: i + 1]), steps[i][1]) for i in range(len(steps))
    ]
)


def test_two_points_make_a_straight_line() -> None:
    line = through([(0, 0), (2, 4)])
    assert [line.at(x) for x in (0, 0.5, 1, 2)] == pytest.approx([0, 1, 2, 4])


def test_points_on_a_line_make_that_line() -> None:
    line = through([(1, 0), (2, 0.5), (3, 1)])
    assert line.at(1.5) == pytest.approx(0.25)
    assert line.at(2.5) == pytest.approx(0.75)


def test_the_curve_is_level_at_its_dips_and_beyond_its_ends() -> None:
    curve = through([(0, 1), (1, -2), (2, 0)])
    assert curve.at(-5) == 1
    assert curve.at(9) == 0
    assert curve.at(1) == -2
    assert curve.at(0.99) == pytest.approx(-2, abs=0.01)
    assert curve.at(1.01) == pytest.approx(-2, abs=0.01)


def test_a_steep_rise_does_not_overshoot_the_level_before_it() -> None:
    curve = through([(0, 0), (1, 0), (2, 3), (3, 3)])
    assert [curve.at(x / 10) for x in range(11)] == [0] * 11
    assert curve.at(1.5) == pytest.approx(1.5)


def test_a_known_piece_of_fritsch_and_carlson() -> None:
    # Secants 1 and 10: the mean slope 5.5 is steeper than the first piece may leave, so the
    # slopes (1, 5.5) shrink to length 3 and the second piece starts with what is left of 5.5.
    first, second = through([(0, 0), (1, 1), (2, 11)]).pieces
    shrink = 3 / (1 + 5.5**2) ** 0.5
    assert first.heights == pytest.approx((0, shrink / 3, 1 - 5.5 * shrink / 3, 1))
    assert second.heights == pytest.approx((1, 1 + 5.5 * shrink / 3, 11 - 10 / 3, 11))


def test_control_points_stand_a_third_apart() -> None:
    (piece,) = through([(2, 0), (5, 3)]).pieces
    assert piece.control_points == ((2, 0), (3, 1), (4, 2), (5, 3))


@pytest.mark.parametrize("points", [[], [(0, 1)], [(0, 1), (0, 2)], [(1, 1), (0, 2)]])
def test_points_go_from_left_to_right(points: list[tuple[float, float]]) -> None:
    with pytest.raises(ValueError, match="left to right"):
        through(points)


@given(st.one_of(feelings_by_phase, any_points))
def test_the_curve_goes_through_every_point(points: list[tuple[float, float]]) -> None:
    curve = through(points)
    for x, y in points:
        assert curve.at(x) == pytest.approx(y)


@given(st.one_of(feelings_by_phase, any_points))
def test_control_points_never_leave_the_range_of_the_neighbours(
    points: list[tuple[float, float]],
) -> None:
    for piece in through(points).pieces:
        low, high = sorted((piece.heights[0], piece.heights[-1]))
        slack = 1e-9 * max(1, abs(low), abs(high))
        assert all(low - slack <= height <= high + slack for height in piece.heights)


@given(st.one_of(feelings_by_phase, any_points), st.lists(st.floats(0, 1), max_size=8))
def test_between_neighbours_the_curve_stays_within_and_never_turns(
    points: list[tuple[float, float]], parts: list[float]
) -> None:
    curve = through(points)
    for (x0, y0), (x1, y1) in pairwise(points):
        heights = [curve.at(x0 + part * (x1 - x0)) for part in sorted(parts)]
        low, high = sorted((y0, y1))
        slack = 1e-9 * max(1, abs(low), abs(high))
        assert all(low - slack <= height <= high + slack for height in heights)
        steps = [b - a if y1 >= y0 else a - b for a, b in pairwise(heights)]
        assert all(step >= -slack for step in steps)


@given(any_points, st.floats(0, 1), st.floats(0, 1))
def test_a_part_of_a_curve_is_the_curve_there(
    points: list[tuple[float, float]], one: float, other: float
) -> None:
    curve = through(points)
    first, last = points[0][0], points[-1][0]
    left, right = sorted(first + (last - first) * share for share in (one, other))
    if right - left < 1e-3 * (last - first):
        return
    part = curve.cut(left, right)
    assert part.pieces[0].x0 == pytest.approx(left)
    assert part.pieces[-1].x1 == pytest.approx(right)
    most = max(abs(y) for _, y in points)
    for step in range(1, 10):
        x = left + (right - left) * step / 10
        assert part.at(x) == pytest.approx(curve.at(x), abs=1e-4 * most + 1e-6)
