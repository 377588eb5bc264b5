"""Things on the wall in line, evenly apart and in rows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.board.aligning import Edge, align, distribute, free_spot, tidy
from workshop.board.rect import Rect

THREE = {"a": Rect(10, 40, 100, 50), "b": Rect(300, 0, 100, 70), "c": Rect(130, 90, 100, 50)}

places = st.integers(-3000, 3000)
sizes = st.integers(20, 400)
many = st.dictionaries(st.integers(), st.builds(Rect, places, places, sizes, sizes), max_size=25)


@pytest.mark.parametrize(
    ("edge", "there"),
    [
        ("left", {"a": (10, 40), "b": (10, 0), "c": (10, 90)}),
        ("right", {"a": (300, 40), "b": (300, 0), "c": (300, 90)}),
        ("top", {"a": (10, 0), "b": (300, 0), "c": (130, 0)}),
        ("bottom", {"a": (10, 90), "b": (300, 70), "c": (130, 90)}),
    ],
)
def test_an_edge_is_put_in_line(edge: Edge, there: dict[str, tuple[float, float]]) -> None:
    assert align(THREE, edge) == there


def test_things_are_put_evenly_apart_between_the_first_and_the_last() -> None:
    assert distribute(THREE, "across") == {"a": (10, 40), "c": (155, 90), "b": (300, 0)}
    assert distribute(THREE, "down") == {"b": (300, 0), "a": (10, 55), "c": (130, 90)}
    pair = {"a": Rect(5, 5, 10, 10), "b": Rect(0, 0, 10, 10)}
    assert distribute(pair, "across") == {"b": (0, 0), "a": (5, 5)}


@given(many)
def test_evenly_apart_means_equal_spaces(things: dict[int, Rect]) -> None:
    spots = distribute(things, "across")
    assert spots.keys() == things.keys()
    assert {thing: y for thing, (_, y) in spots.items()} == {t: r.y for t, r in things.items()}
    order = list(spots)
    spaces = [
        spots[after][0] - spots[thing][0] - things[thing].width for thing, after in pairwise(order)
    ]
    if len(order) > 2:
        assert max(spaces) - min(spaces) < 1e-6


@given(many, st.integers(100, 3000))
def test_tidy_rows_never_overlap_and_stay(things: dict[int, Rect], width: int) -> None:
    spots = tidy(things, 8, width)
    assert spots.keys() == things.keys()
    placed = {thing: Rect(*spots[thing], rect.width, rect.height) for thing, rect in things.items()}
    rects = list(placed.values())
    for at, one in enumerate(rects):
        assert not any(one.meets(other) for other in rects[at + 1 :])
    widest = max((rect.width for rect in rects), default=0)
    if rects:
        left = min(rect.x for rect in rects)
        assert max(rect.right for rect in rects) - left <= max(width, widest)


def test_tidy_keeps_rows_as_they_are_read() -> None:
    things = {
        "second": Rect(310, 12, 100, 50),
        "first": Rect(20, 30, 100, 80),
        "third": Rect(40, 200, 100, 50),
    }
    assert tidy(things, 8, 1000) == {"first": (20, 12), "second": (128, 12), "third": (20, 100)}


@given(many, places, places, sizes, sizes)
def test_a_free_spot_is_free(
    things: dict[int, Rect], x: int, y: int, width: int, height: int
) -> None:
    taken = list(things.values())
    spot = free_spot((width, height), (x, y), taken, 8)
    assert not any(Rect(*spot, width, height).meets(rect) for rect in taken)


def test_a_free_spot_is_as_near_as_can_be() -> None:
    taken = [Rect(0, 0, 100, 50), Rect(0, 58, 100, 50)]
    assert free_spot((100, 40), (0, 0), [], 8) == (0, 0)
    assert free_spot((100, 40), (0, 0), taken, 8) == (108, 0)
