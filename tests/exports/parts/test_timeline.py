from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from exports.parts.timeline import Dated, Timeline
from tests.exports.parts.drawn import lines_of, texts

WIDTH = 174.0
DAYS = [
    Dated("2026-11-13", "Every function has stood on a serving line"),
    Dated("2026-12-11", "Three-tap swap tried"),
    Dated("2027-01-29", "Provisional menu signed off", slipped_from="2026-12-18", said="moved"),
    Dated("2027-08-24", "Public announcement", anchor=True),
]


def test_every_point_has_its_title_and_day() -> None:
    said = texts(Timeline(DAYS), WIDTH)
    assert {"13 Nov", "11 Dec", "29 Jan, moved", "24 Aug, does not move"} <= set(said)
    assert {"Three-tap swap tried", "Public announcement"} <= set(said)


def test_months_are_named_and_the_year_where_it_begins() -> None:
    said = texts(Timeline(DAYS), WIDTH)
    months = [text for text in said if text.split()[0] in ("Nov", "Dec", "Jan", "Feb", "Mar")]
    assert months == ["Nov 2026", "Dec", "Jan 2027", "Feb", "Mar"]


def test_titles_alternate_above_and_below_the_line() -> None:
    boxes = lines_of(Timeline(DAYS), WIDTH)
    line = next(box.top for box in boxes if box.text == "Dec")
    sides = {
        title: next(box for box in boxes if box.text.startswith(title)).bottom < line
        for title in ("Every function", "Three-tap", "Provisional", "Public")
    }
    assert sides == {"Every function": True, "Three-tap": False, "Provisional": True,
                     "Public": False}  # fmt: skip


def test_long_spans_name_fewer_months() -> None:
    years = [Dated("2027-01-01", "A"), Dated("2051-01-01", "B")]
    said = texts(Timeline(years), WIDTH)
    assert "2027" in said
    assert len(said) < 30


days = st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)).map(str)
near = st.dates(datetime.date(2027, 1, 1), datetime.date(2027, 1, 20)).map(str)


@given(
    st.lists(
        st.builds(
            Dated,
            days | near,
            st.text("wW i漢\n", min_size=1, max_size=120),
            anchor=st.booleans(),
            slipped_from=st.none() | near,
        ),
        min_size=1,
        max_size=8,
    )
)
def test_no_title_stands_on_another(points: list[Dated]) -> None:
    lines_of(Timeline(points), WIDTH)
