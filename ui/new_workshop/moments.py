"""Dates and times of day as people type them and as they are shown."""

from __future__ import annotations

import datetime
import re

from PySide6.QtCore import QDate, QLocale

from ui.translate import tr
from workshop.dates import FIRST_YEAR, LAST_YEAR
from workshop.searching import plain

_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})?|(\d{2}))?\s*([ap])?\.?m?\.?\s*(?:uhr)?\Z")
_LEAST_LETTERS = 3
_CENTURY = 2000


def show_date(day: datetime.date) -> str:
    """A date in full, such as "Tuesday, 6 October 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day))


def show_time(time: datetime.time) -> str:
    """A time of day as the room sees it, such as "09:00"."""
    return f"{time:%H:%M}"


def read_date(text: str, today: datetime.date) -> datetime.date:
    """The date that somebody typed: "6 October", "6.10.", "10/6/2026", "2026-10-06", "friday",
    "tomorrow". Without a year it is the next such day. Raises ValueError."""
    shown = QLocale().toDate(text.strip())
    if shown.isValid():
        return _in_reach(datetime.date(shown.year(), shown.month(), shown.day()))
    words = plain(text)
    if words in (plain(tr("today")), plain(tr("tomorrow"))):
        return today + datetime.timedelta(days=int(words == plain(tr("tomorrow"))))
    names = re.findall(r"[^\W\d_]+", words)
    numbers = re.findall(r"\d+", words)
    months = [month for month in map(_month, names) if month]
    weekdays = [day for name in names if (day := _weekday(name)) is not None]
    if len(months) + len(weekdays) < len(names) or len(months) > 1 or len(weekdays) > 1:
        raise ValueError("a word that is neither month nor day of the week")
    if weekdays and not numbers:
        ahead = (weekdays[0] - today.weekday() - 1) % 7 + 1
        return today + datetime.timedelta(days=ahead)
    month_first = "." not in words and _month_first()
    return _in_reach(_from_numbers(numbers, months, month_first, today))


def _from_numbers(
    numbers: list[str], months: list[int], month_first: bool, today: datetime.date
) -> datetime.date:
    """Day, month and year out of two or three numbers, or out of a month and one or two."""
    parts = [int(number) for number in numbers]
    if not 2 <= len(parts) + len(months) <= 3:
        raise ValueError("too many numbers or too few")
    if len(numbers[0]) == 4:
        year, rest = parts[0], parts[1:]
    elif len(parts) + len(months) == 3:
        year, rest = _full_year(parts[-1]), parts[:-1]
    else:
        year, rest = None, parts
    if months:
        day, month = rest[0], months[0]
    elif len(rest) == 2 and (len(numbers[0]) == 4 or month_first):
        month, day = rest
    else:
        day, month = rest
    if month > 12 >= day and len(numbers[0]) != 4:
        day, month = month, day
    return _next(day, month, today) if year is None else datetime.date(year, month, day)


def _full_year(year: int) -> int:
    return year + _CENTURY if year < 100 else year


def _next(day: int, month: int, today: datetime.date) -> datetime.date:
    """The next such day; 29 February may be years away."""
    for year in range(today.year, today.year + 9):
        try:
            found = datetime.date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError("no such day")


def _in_reach(day: datetime.date) -> datetime.date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError("a year that no workshop has to do with")
    return day


def _month_first() -> bool:
    """Whether the month comes first where people of this locale write numbers."""
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return 0 <= form.find("M") < form.find("d")


def _month(name: str) -> int:
    """The number of a month by its name or the beginning of it; 0 for any other word."""
    for month in range(1, 13):
        if any(_begins(known, name) for known in _names_of_month(month)):
            return month
    return 0


def _names_of_month(month: int) -> list[str]:
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    locales = (QLocale(), QLocale.c())
    found = [locale.monthName(month, form) for locale in locales for form in forms]
    return [*found, *(locale.standaloneMonthName(month, form) for locale in locales
                      for form in forms)]  # fmt: skip


def _weekday(name: str) -> int | None:
    """The number of a day of the week, 0 for Monday, by its name or the beginning of it."""
    for day in range(7):
        for locale in (QLocale(), QLocale.c()):
            if _begins(locale.dayName(day + 1), name):
                return day
    return None


def _begins(known: str, name: str) -> bool:
    known = plain(known).rstrip(".")
    return known == name or (len(name) >= _LEAST_LETTERS and known.startswith(name))


def read_time(text: str) -> datetime.time:
    """The time of day that somebody typed: "9", "9:30", "9.30", "0930", "9 am". Raises
    ValueError."""
    found = _TIME.match(plain(text))
    if found is None:
        raise ValueError("no time of day")
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if found[4]:
        if not 1 <= hour <= 12:
            raise ValueError("no such hour before or after noon")
        hour = hour % 12 + (12 if found[4] == "p" else 0)
    return datetime.time(hour, minute)
