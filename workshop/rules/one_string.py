"""One-string entry: everyone shows a value at once, and one string holds them in seating order.

`22335221537` are the stances of eleven people, `01010102-20-1` their feelings. A digit is one
person's value, a minus goes before a negative one, a full stop is no entry; spaces and commas
only help the eye.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from workshop.errors import Refused
from workshop.frozen import frozen
from workshop.rules.scale import Scale

NO_ENTRY = "."
_ENTRY = re.compile(r"[\s,]*(?:(?P<value>-?[0-9])|(?P<none>\.)|(?P<minus>-)|(?P<other>[^\s,]))")

Person = TypeVar("Person", bound=Hashable)


@frozen
class Entry:
    """One place of the string: its value (None for a full stop) and where it stands in the text."""

    value: int | None
    start: int
    end: int


def entries(text: str, scale: Scale) -> tuple[Entry, ...]:
    """The values typed so far, place by place.

    Raises Refused, with the place counted from 1 and the position `at` in the text, for
    `string.unknown_character`, `string.lone_minus` and `string.off_scale`.
    """
    found: list[Entry] = []
    for match in _ENTRY.finditer(text):
        kind = match.lastgroup or "other"
        start, end = match.span(kind)
        here = {"place": len(found) + 1, "at": start}
        if kind == "other":
            raise Refused("string.unknown_character", character=match["other"], **here)
        if kind == "minus":
            raise Refused("string.lone_minus", **here)
        value = None if kind == "none" else int(match["value"])
        if value is not None and value not in scale:
            raise Refused(
                "string.off_scale",
                value=value,
                lowest=scale.lowest,
                highest=scale.highest,
                **here,
            )
        found.append(Entry(value, start, end))
    return tuple(found)


def parse(text: str, order: Sequence[Person], scale: Scale) -> dict[Person, int | None]:
    """One value per person of `order`, None where a full stop stands.

    `order` may as well be signs: then the string is one person's slip. Raises Refused as
    `entries` does, `string.too_short` (facts `entered`, `of`, `next`) and `string.too_long`
    (facts `entered`, `of`, `at`: where the first value too many stands).
    """
    typed = entries(text, scale)
    counts = {"entered": len(typed), "of": len(order)}
    if len(typed) < len(order):
        raise Refused("string.too_short", next=order[len(typed)], **counts)
    if len(typed) > len(order):
        raise Refused("string.too_long", at=typed[len(order)].start, **counts)
    return {person: entry.value for person, entry in zip(order, typed, strict=True)}


def write(values: Iterable[int | None]) -> str:
    """The string that `parse` reads as `values`."""
    return "".join(NO_ENTRY if value is None else str(value) for value in values)
