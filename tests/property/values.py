"""Random values that a field takes, with a liking for those that have gone wrong elsewhere."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from random import Random
from typing import Any

from workshop.codes import Colour, Json, Letters, Zone
from workshop.columns import Column, Value, columns
from workshop.conditions import broken_rule, rules_of
from workshop.dates import Horizon, Moment
from workshop.fields import (
    Choice,
    Flag,
    Key,
    Kind,
    Number,
    StageKeys,
    Text,
    Texts,
    Whole,
    Wholes,
    as_json,
)

KEYS = (
    "a", "b", "c", "d", "owner", "opportunities", "functions", "parking_lot", "previous_brief",
    "facilitator", "none", "null", "true", "no", "of", "a-run-off", "cluster", "place", "stage",
    "unknown", "y", "e1", "x" * 80,
)  # fmt: skip
"""Few enough that records of different kinds get the same."""

TEXTS = (
    "~", "null", "no", "Yes", "on", "true", "08", "0", "12", "-7", "1_000", "0x1F", "0o17", "1e5",
    "1.", ".5", "+1", ".inf", "-.INF", ".nan", "=", "<<", "09:30", "1:2:3", "2026-10-06",
    "2026-10-06T10:20:00+01:00", "- a", "a: b", "a #b", "# a", "&a", "*a", "!a", "!!int 5", "|",
    ">", "%a", "@a", "`a`", "'", '"', "it's", "\\", "\\n", "{a}", "[a]", "{", "]", ",", "?", ": ",
    "---", "...", "a:", ":a", "-", "--", "\ufeff", "a\ufeffb", "é", "e\u0301", "漢字", "العربية",
    "🚣🏽‍♀️", "\u200b", "a\u200fb", "\u2066a\u2069", "\U0010fffd", "\ufffe", "\uffff", "\xad",
    "a\xa0b", "a  b", "a" * 150, "word " * 30, "none", "unknown", "facilitator",
    "previous_brief", "#1", "o1.a",
)  # fmt: skip
LINES = ("a\nb", "a\n\nb", "a\n b\n  c", "a\tb", "a:\n- b", "- a\n- b", "| a\n\tb", "a\n#b\n\n\nc")
ZONES = ("", "UTC", "Europe/Dublin", "Asia/Kathmandu", "America/Argentina/Buenos_Aires")
LETTERS = ("A", "Z", "é", "Éa", "漢", "ß", "日本", "ع", "ǅ", "𐐀", "n", "on", "No", "ª")
ALPHABET = "ab Zé漢\u0301\u200d🙂'\":#-?{}[],&*!|>%@`\\/0"
FIRST_DAY = datetime.date(2000, 1, 1)


def value(kind: Kind, rng: Random, stages: tuple[str, ...] = ()) -> Any:
    """A value that a field of this kind takes. `stages`: the keys of the stages there are."""
    found = _value(kind, rng, stages)
    return found if kind.takes(found) else _plainest(kind)


def _value(kind: Any, rng: Random, stages: tuple[str, ...]) -> Any:
    if isinstance(kind, Value):
        return _small(kind, rng, stages)
    if isinstance(kind, StageKeys):
        return tuple(rng.choice(stages) for _ in range(rng.randrange(3))) if stages else ()
    return _PLAIN[type(kind)](kind, rng)


def _plainest(kind: Any) -> Any:
    return "x" * kind.least if isinstance(kind, Text) else "a" if isinstance(kind, Key) else ()


def _key(_: Key, rng: Random) -> str:
    return rng.choice(KEYS) if rng.random() < 0.7 else f"k{rng.randrange(10**6)}"


def _text(kind: Text, rng: Random) -> str:
    which = rng.random()
    if which < 0.5:
        found = rng.choice(TEXTS + LINES if kind.lines else TEXTS)[: kind.limit]
        return str(kind.clean(found))
    if which < 0.55 and kind.limit <= 10_000:
        return rng.choice(("x", "漢", "🙂")) * kind.limit
    length = max(kind.least, min(kind.limit, int(rng.expovariate(0.05))))
    return str(kind.clean("".join(rng.choice(ALPHABET) for _ in range(length))))


def _whole(kind: Whole | Wholes, rng: Random) -> int:
    return rng.choice((kind.low, kind.high, rng.randint(kind.low, kind.high)))


def _items(kind: Texts, rng: Random) -> tuple[str, ...]:
    return tuple(_item(kind, rng) for _ in range(rng.randrange(4)))


def _item(kind: Texts, rng: Random) -> str:
    if kind.values:
        return rng.choice(kind.values)
    return str(value(Text("", min(kind.limit, 300), 1), rng))


def _number(kind: Number, rng: Random) -> float:
    low, high = max(kind.low, -1e6), min(kind.high, 1e6)
    some = (kind.low, kind.high, 0, 41, 41.0, 0.1, 3.1, -0.0, 1e-7, 123456789012.5)
    fitting = [number for number in some if kind.low <= number <= kind.high]
    return rng.choice((*fitting, round(rng.uniform(low, high), rng.randrange(6))))


def _moment(kind: Moment, rng: Random) -> str:
    if kind.form == "time":
        return f"{rng.randrange(24):02}:{rng.randrange(60):02}"
    edges = (datetime.date(1900, 1, 1), datetime.date(2199, 12, 31), datetime.date(2024, 2, 29))
    day = rng.choice((*edges, FIRST_DAY + datetime.timedelta(rng.randrange(20_000))))
    return day.isoformat() if kind.form == "date" else stamp(day, rng)


def stamp(day: datetime.date, rng: Random) -> str:
    """A moment of a day, with an offset that need not be of full hours."""
    offset = datetime.timedelta(minutes=rng.choice((0, 60, -210, 345, 14 * 60)))
    second = rng.randrange(86_400)
    zone = datetime.timezone(offset)
    micro = rng.choice((0, 0, 250_000, 1))
    midnight = datetime.datetime.combine(day, datetime.time(), zone)
    return (midnight + datetime.timedelta(seconds=second, microseconds=micro)).isoformat()


_PLAIN: dict[type[Kind], Callable[[Any, Random], Any]] = {
    Text: _text,
    Key: _key,
    Choice: lambda kind, rng: rng.choice(kind.values),
    Whole: _whole,
    Number: _number,
    Flag: lambda _, rng: rng.random() < 0.5,
    Moment: _moment,
    Horizon: lambda _, rng: rng.choice(("today", _moment(Moment(""), rng))),
    Letters: lambda _, rng: rng.choice(LETTERS),
    Colour: lambda _, rng: f"#{rng.randrange(1 << 24):06X}",
    Zone: lambda _, rng: rng.choice(ZONES),
    Json: lambda _, rng: as_json({rng.choice(TEXTS): rng.choice(TEXTS)}),
    Texts: _items,
    Wholes: lambda kind, rng: tuple(_whole(kind, rng) for _ in range(rng.randrange(4))),
}


def _small(kind: Value, rng: Random, stages: tuple[str, ...]) -> Any:
    if not kind.many:
        return small_value(kind.type, rng, stages)
    made = [small_value(kind.type, rng, stages) for _ in range(rng.randrange(4))]
    if kind.unique:
        made = list({getattr(item, kind.unique): item for item in made}.values())
    return tuple(made)


def small_value(cls: type[Any], rng: Random, stages: tuple[str, ...] = ()) -> Any:
    """Settings, or another value with fields of its own; about half of the fields are set, as far
    as its rules let them be."""
    fields = {
        column.name: value(column.kind, rng, stages)
        for column in columns(cls)
        if column.required or rng.random() < 0.5
    }
    for rule in rules_of(cls):
        if not rule.holds(cls(**fields)):
            fields = {name: held for name, held in fields.items() if name not in rule.names}
    made = cls(**fields)
    assert broken_rule(made) is None
    return made


def maybe(column: Column, rng: Random, stages: tuple[str, ...], chance: float) -> Any:
    """A value for a column, or its default; now and then None where that is allowed."""
    if not column.required and rng.random() >= chance:
        return column.default
    if column.optional and rng.random() < 0.1:
        return None
    return value(column.kind, rng, stages)
