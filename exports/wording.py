"""How dates, numbers and lists of names are written on paper."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from exports.translate import isolated, plural, tr


def months() -> tuple[str, ...]:
    """The names of the months, January first."""
    return (
        tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"),
        tr("July"), tr("August"), tr("September"), tr("October"), tr("November"), tr("December"),
    )  # fmt: skip


NO_BREAK = "\N{NO-BREAK SPACE}"


def together(text: str) -> str:
    """A few words that no line may end between, such as a number and what it counts."""
    return text.replace(" ", NO_BREAK)


def dates_kept(text: str) -> str:
    """A text in which no line may end inside a date or before a sign of percent, whoever wrote
    it."""
    if not any(letter.isdecimal() for letter in text):
        return text
    return _dates(months()).sub(lambda found: together(found[0]), text)


@cache
def _dates(names: tuple[str, ...]) -> re.Pattern[str]:
    """A number before a month by its name, with the year after it; one before its percent."""
    every = "|".join(map(re.escape, sorted({name[:3] for name in names} | set(names))))
    return re.compile(rf"\b\d+ (?:(?:{every})\b(?: \d{{4}}\b)?|%)|\b(?:{every}) \d{{4}}\b")


def day(iso: str) -> str:
    """A date in full: 30 June 2027."""
    found = datetime.date.fromisoformat(iso[:10])
    month = months()[found.month - 1]
    return tr("{day} {month} {year}", day=found.day, month=month, year=found.year)


def short_day(iso: str) -> str:
    """A date where its year is plain: 30 Jun."""
    found = datetime.date.fromisoformat(iso[:10])
    return tr("{day} {month}", day=found.day, month=months()[found.month - 1][:3])


def countdown(from_day: str, to_day: str) -> str:
    """How far off a date is: in 46 weeks, in 9 days, today, 3 weeks ago."""
    days = (
        datetime.date.fromisoformat(to_day[:10]) - datetime.date.fromisoformat(from_day[:10])
    ).days
    if days == 0:
        return tr("today")
    if abs(days) < 14:
        if days > 0:
            return plural(days, "in {count} day", "in {count} days")
        return plural(-days, "{count} day ago", "{count} days ago")
    if days > 0:
        return plural(days // 7, "in {count} week", "in {count} weeks")
    return plural(-days // 7, "{count} week ago", "{count} weeks ago")


def number(value: float | str) -> str:
    """A number as people wrote it, with a thin space every three digits: 41, 3.1, 100 000, −2."""
    if isinstance(value, str):
        return value
    whole, _, rest = f"{abs(Decimal(str(value))):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
    sign = "\N{MINUS SIGN}" if value < 0 else ""
    return sign + (grouped if rest in ("", "0") else f"{grouped}.{rest}")


def signed(value: float) -> str:
    """A number with its sign, such as a feeling: +2, −1, 0."""
    return f"+{number(value)}" if value > 0 else number(value)


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: a, b and c."""
    if len(names) < 2:
        return "".join(names)
    return tr("{first} and {last}", first=", ".join(map(isolated, names[:-1])), last=names[-1])


def grade(evidence: str | None) -> str:
    """How something is known, as a word; empty where nobody said."""
    words = {
        "guess": tr("guess"),
        "told": tr("told"),
        "seen": tr("seen"),
        "measurable": tr("measurable"),
        "measured": tr("measured"),
    }
    return words.get(evidence or "", "")
