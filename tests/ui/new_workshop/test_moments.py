"""Dates and times as people type them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from ui.new_workshop.moments import read_date, read_time, show_date, show_time
from workshop.dates import FIRST_YEAR, LAST_YEAR

TODAY = datetime.date(2026, 10, 1)
"""A Thursday."""
LOCALES = ("C", "en_US", "en_GB", "de_DE", "fr_FR", "pl_PL", "tr_TR", "ja_JP", "ar_EG", "fa_IR")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The locale of the tests, whatever a test before has set."""
    yield
    QLocale.setDefault(QLocale.c())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("6 October 2026", "2026-10-06"),
        ("Tuesday, 6 October 2026", "2026-10-06"),
        ("October 6", "2026-10-06"),
        ("6 oct", "2026-10-06"),
        ("30 sept", "2027-09-30"),
        ("6.10.", "2026-10-06"),
        ("6.10.26", "2026-10-06"),
        ("06/10/2026", "2026-10-06"),
        ("10/25/2026", "2026-10-25"),
        ("2026-10-06", "2026-10-06"),
        ("2026/1/2", "2026-01-02"),
        ("1 October", "2026-10-01"),
        ("29 feb", "2028-02-29"),
        ("today", "2026-10-01"),
        ("Tomorrow", "2026-10-02"),
        ("friday", "2026-10-02"),
        ("Thu", "2026-10-08"),
    ],
)
def test_dates(text: str, day: str) -> None:
    assert read_date(text, TODAY).isoformat() == day


@pytest.mark.parametrize(
    "text",
    ["", "6", "soon", "31 February", "2026-13-01", "0.10.2026", "6 10 2026 7", "October",
     "1.1.1899", "1.1.2200", "6 foo 2026", "fr", "99999-10-06", "6 October November"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_date(text, TODAY)


def test_numbers_are_read_as_people_of_the_country_write_them() -> None:
    QLocale.setDefault(QLocale("en_US"))
    assert read_date("10/6/2026", TODAY).isoformat() == "2026-10-06"
    assert read_date("6.10.2026", TODAY).isoformat() == "2026-10-06"
    QLocale.setDefault(QLocale("en_GB"))
    assert read_date("10/6/2026", TODAY).isoformat() == "2026-06-10"


def test_months_are_known_in_the_language_of_the_system_and_in_english() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    for text in ("6. Oktober", "6 Okt.", "October 6", "Dienstag, 6. Oktober 2026"):
        assert read_date(text, TODAY).isoformat() == "2026-10-06"


@pytest.mark.parametrize("locale", LOCALES)
@given(day=st.dates(datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31)))
def test_what_is_shown_can_be_read(locale: str, day: datetime.date) -> None:
    QLocale.setDefault(QLocale(locale))
    assert read_date(show_date(day), TODAY) == day


@given(text=st.text(max_size=30))
def test_any_text_is_a_date_or_none(text: str) -> None:
    try:
        found = read_date(text, TODAY)
    except ValueError:
        return
    assert FIRST_YEAR <= found.year <= LAST_YEAR


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9", "09:00"), ("9:30", "09:30"), ("9.30", "09:30"), ("930", "09:30"), ("0930", "09:30"),
        ("9h30", "09:30"), ("9h", "09:00"), ("9 am", "09:00"), ("12 AM", "00:00"),
        ("12 pm", "12:00"), ("1:30 p.m.", "13:30"), ("17 Uhr", "17:00"), (" 23:59 ", "23:59"),
    ],
)  # fmt: skip
def test_times(text: str, time: str) -> None:
    assert show_time(read_time(text)) == time


@pytest.mark.parametrize(
    "text", ["", "24", "9:60", "9:3", "13 pm", "0 am", "nine", "9:30:15", "99999", "-1"]
)
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_time(text)


@given(time=st.times().map(lambda time: time.replace(second=0, microsecond=0)))
def test_a_time_that_is_shown_can_be_read(time: datetime.time) -> None:
    assert read_time(show_time(time)) == time


@given(text=st.text(max_size=20))
def test_any_text_is_a_time_or_none(text: str) -> None:
    try:
        found = read_time(text)
    except ValueError:
        return
    assert read_time(show_time(found)) == found
