from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exports.parts.labels import Area, Taken, around, beside
from workshop.rules.curve import through

ROOM = Area(0, 0, 100, 50)
SIDES = ("above", "below", "right", "left", "above right", "above left", "below right",
         "below left")  # fmt: skip


def test_a_label_takes_the_first_free_place() -> None:
    taken = Taken(ROOM, [around(50, 25, 3)])
    corners = beside(50, 25, 10, 4, 4, ("above", "below"))
    assert taken.place(10, 4, corners) == Area(45, 17, 55, 21)
    assert taken.place(10, 4, corners) == Area(45, 29, 55, 33)
    assert taken.place(10, 4, corners) is None


def test_nothing_is_placed_outside_the_room() -> None:
    assert Taken(ROOM).place(10, 4, beside(50, 2, 10, 4, 4, ("above",))) is None


def test_a_word_stands_on_a_thin_line_only_if_it_must() -> None:
    taken = Taken(ROOM, thin=[Area(0, 28, 100, 28.5)])
    both = beside(50, 25, 10, 4, 1, ("below", "above"))
    assert taken.place(10, 4, both) == Area(45, 20, 55, 24)
    assert Taken(ROOM, thin=taken.thin).place(10, 4, both[:1]) == Area(45, 26, 55, 30)


def test_each_side_keeps_clear_of_the_point() -> None:
    for side in SIDES:
        ((x, y),) = beside(50, 25, 10, 4, 4, (side,))
        assert not Area(x, y, x + 10, y + 4).meets(around(50, 25, 2.9))


@given(st.lists(st.floats(5, 45), min_size=2, max_size=8), st.floats(0, 100), st.floats(0, 50))
def test_no_label_stands_on_a_curve(heights: list[float], x: float, y: float) -> None:
    step = 100 / (len(heights) - 1)
    curve = through([(index * step, height) for index, height in enumerate(heights)])
    taken = Taken(ROOM)
    taken.add_curve(curve, 0.5)
    found = taken.place(12, 4, beside(x, y, 12, 4, 3, SIDES))
    if found is None:
        return
    inside = [found.left + found_x for found_x in (0, 3, 6, 9, 12)]
    assert all(not found.top < curve.at(here) < found.bottom for here in inside)
