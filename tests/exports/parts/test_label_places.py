"""Labels on a map: beside their points, never over each other."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from exports.parts.label_places import Rect, around, place

AREA = Rect(0, 0, 140, 80)
points = st.tuples(st.floats(5, 135), st.floats(5, 75))
sizes = st.tuples(st.floats(3, 38), st.floats(3, 12))


def test_a_label_stands_right_of_its_point_where_there_is_room() -> None:
    found = place((20, 4), around(50, 40, 1.5), AREA, [], 10)
    assert found is not None
    assert found.left > 51.5
    assert found.middle[1] == 40


def test_at_the_right_edge_it_stands_on_the_left() -> None:
    found = place((20, 4), around(135, 40, 1.5), AREA, [], 10)
    assert found is not None
    assert found.right < 133.5


def test_where_all_is_taken_there_is_no_place() -> None:
    assert place((20, 4), around(50, 40, 1.5), AREA, [AREA], 10) is None


@given(st.lists(st.tuples(points, sizes), max_size=12))
def test_no_label_meets_another_or_a_point_or_leaves_the_map(
    found: list[tuple[tuple[float, float], tuple[float, float]]],
) -> None:
    marks = [around(*point, 1.5) for point, _ in found]
    labels: list[Rect] = []
    for mark, (_, size) in zip(marks, found, strict=True):
        label = place(size, mark, AREA, [*marks, *labels], 12)
        if label is not None:
            labels.append(label)
    assert all(AREA.holds(label) for label in labels)
    assert not any(one.meets(other) for one, other in combinations(labels, 2))
    assert not any(label.meets(mark) for label in labels for mark in marks)
