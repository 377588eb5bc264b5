"""Dates, times of day and stamps, as ISO 8601 text."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from workshop.fields import Kind, Plain
from workshop.frozen import frozen

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years that a workshop can have to do with. Reckoning from them never leaves the calendar."""
TODAY = "today"


@frozen
class Moment(Kind):
    """A date, a time of day or a stamp, as ISO 8601 text."""

    form: str = "date"
    _forms: ClassVar[dict[str, tuple[str, str]]] = {
        "date": ("2026-10-06", "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"),
        "time": ("09:30", "[0-2][0-9]:[0-5][0-9]"),
        "stamp": ("2026-10-06T10:20:00+01:00", "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*"),
    }

    def takes(self, value: Any) -> bool:
        if type(value) is not str:
            return False
        try:
            return _canonical(self.form, value) == value
        except ValueError:
            return False

    def clean(self, plain: Plain) -> Any:
        try:
            return _canonical(self.form, plain.strip())
        except (AttributeError, ValueError):
            return plain

    def allowed(self) -> str:
        years = "" if self.form == "time" else f", from {FIRST_YEAR} to {LAST_YEAR}"
        return f"a {self.form} such as {self._forms[self.form][0]}{years}"

    def sql_check(self, column: str) -> str:
        return f"{column} GLOB '{self._forms[self.form][1]}'"


@frozen
class Horizon(Kind):
    """Today, or a date."""

    label: ClassVar[str] = "today or a date"

    def takes(self, value: Any) -> bool:
        return value == TODAY or _DATE.takes(value)

    def clean(self, plain: Plain) -> Any:
        return _DATE.clean(plain)

    def allowed(self) -> str:
        return f"{TODAY}, or {_DATE.allowed()}"

    def sql_check(self, column: str) -> str:
        return f"({column} = '{TODAY}' OR {_DATE.sql_check(column)})"


_DATE = Moment("")


def _canonical(form: str, text: str) -> str:
    """The one way to write this moment; raises ValueError for what is none."""
    if form == "date":
        return _in_reach(datetime.date.fromisoformat(text)).isoformat()
    if form == "time":
        return _time_of_day(datetime.time.fromisoformat(text))
    stamp = datetime.datetime.fromisoformat(text)
    if stamp.tzinfo is None:
        raise ValueError("a stamp needs its offset from UTC")
    _in_reach(stamp.date())
    return stamp.isoformat()


def _time_of_day(time: datetime.time) -> str:
    if time.tzinfo is not None:
        raise ValueError("a time of day has no offset: the workshop has one time zone")
    if time.second or time.microsecond:
        raise ValueError("a time of day has no seconds")
    return time.isoformat("minutes")


def _in_reach(day: datetime.date) -> datetime.date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError("a year that no workshop has to do with")
    return day
