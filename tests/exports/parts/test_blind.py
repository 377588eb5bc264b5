from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from exports.parts.blind import Blind, BlindField, View
from tests.exports.parts.drawn import lines_of
from workshop.records.people import Function

WIDTH, TALL = 174.0, 52.0
LETTERS = ("P", "E", "D", "M", "S", "C", "F", "L", "Op", "Gr", "Re", "Ex")
MARKS = [
    Function(key=f"f{n}", name=f"Function {n}", letter=letter, shape="circle", colour="#1151D6")
    for n, letter in enumerate(LETTERS)
]


def _field(*rows: tuple[float | None, ...], widest: int | None = None) -> BlindField:
    views = tuple(View(mark, row) for mark, row in zip(MARKS, rows, strict=False))
    return BlindField("Each by itself", Blind(views, widest=widest, said="Widest gap: Plan."), TALL)


def test_a_mark_for_each_value_and_the_widest_gap_in_words() -> None:
    boxes = lines_of(_field((2, 0, None), (-2, 0, 1), widest=0), WIDTH)
    said = [box.text for box in boxes]
    assert (said.count("P"), said.count("E")) == (2, 3)
    assert "Widest gap: Plan." in said


def test_marks_of_equal_value_stand_side_by_side() -> None:
    boxes = lines_of(_field((1, 1), (1, 1), (1, 0)), WIDTH)
    first = sorted((box for box in boxes if box.text in "PED"), key=lambda box: box.left)[:3]
    assert len({round(box.top, 2) for box in first}) == 1
    assert all(b.left - a.left > 3.7 for a, b in pairwise(first))


values = st.none() | st.integers(-3, 3)


@given(
    st.integers(1, 8).flatmap(
        lambda phases: st.lists(
            st.lists(values, min_size=phases, max_size=phases).map(tuple), min_size=1, max_size=12
        )
    )
)
def test_no_mark_stands_on_another(rows: list[tuple[float | None, ...]]) -> None:
    """Letters of twelve functions with the same view in eight phases, too."""
    lines_of(_field(*rows), WIDTH)
