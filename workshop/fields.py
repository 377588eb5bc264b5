"""The kinds of field a record can have, each stated once.

A field knows which values it takes, how it stands in the file (type and CHECK) and how it is
written as plain data (JSON and YAML). Records, settings of stage kinds, the file's schema, the
YAML and `docs/data.md` are all made from these statements, so none can disagree with another.
"""

from __future__ import annotations

import json
import math
from typing import Any, ClassVar

from workshop import text as texts
from workshop.frozen import frozen

Plain = Any
"""JSON data: None, bool, int, float, str, list of Plain, dict of str to Plain."""

LINE, TEXT, LONG = 200, 2000, 10_000
"""Usual limits in characters: one line, a paragraph, a page."""
MOST_ITEMS = 500
MOST_JSON = 100_000
"""Characters of a list or of a stage's settings as JSON: no record outgrows a row of the file."""


def as_json(plain: Plain) -> str:
    """JSON data as the file holds it: compact, floats exact."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


@frozen
class Kind:
    """One kind of field. Subclasses say which values are allowed and how they stand in a file,
    `in_json`: as JSON text."""

    doc: str
    sql_type: ClassVar[str] = "TEXT"
    label: ClassVar[str] = "text"
    in_json: ClassVar[bool] = False

    def takes(self, value: Any) -> bool:
        """Whether a record may hold `value` here (None is judged by the column)."""
        raise NotImplementedError

    def allowed(self) -> str:
        """The values this field takes, in words."""
        raise NotImplementedError

    def sql_check(self, column: str) -> str:
        """An SQL condition that holds for every allowed value."""
        text = f"typeof({column})='text'"
        return f"{text} AND length({column}) BETWEEN 2 AND {MOST_JSON}" if self.in_json else text

    def to_plain(self, value: Any) -> Plain:
        """`value` as JSON data."""
        return value

    def from_plain(self, plain: Plain) -> Any:
        """The value that `to_plain` wrote."""
        return plain

    def clean(self, plain: Plain) -> Any:
        """Data from outside brought into form; what does not fit is left for `takes` to refuse."""
        return plain

    def fits_as_json(self, value: Any) -> bool:
        """Whether `value`, right otherwise, is short enough to stand in the file as JSON."""
        return not value or len(as_json(self.to_plain(value))) <= MOST_JSON


@frozen
class Text(Kind):
    """Text of `least` to `limit` characters, on one line or several."""

    limit: int = LINE
    least: int = 0
    lines: bool = False

    def takes(self, value: Any) -> bool:
        if type(value) is not str or not self.least <= len(value) <= self.limit:
            return False
        if self.least and not texts.shows(value):
            return False
        return texts.is_text(value) if self.lines else texts.is_line(value)

    def allowed(self) -> str:
        least = f"{self.least} to" if self.least else "up to"
        return f"text of {least} {self.limit} characters" + ", several lines" * self.lines

    def sql_check(self, column: str) -> str:
        return f"typeof({column})='text' AND length({column}) BETWEEN {self.least} AND {self.limit}"

    def clean(self, plain: Plain) -> Any:
        if not isinstance(plain, str):
            return plain
        return texts.clean_text(plain) if self.lines else texts.clean_line(plain)


@frozen
class Key(Kind):
    """A short name for YAML and people. `reserved` words stand for something else there."""

    reserved: tuple[str, ...] = ()
    limit: ClassVar[int] = 80
    label: ClassVar[str] = "key"

    def takes(self, value: Any) -> bool:
        fits = type(value) is str and len(value) <= self.limit and texts.is_key(value)
        return fits and value not in self.reserved

    def allowed(self) -> str:
        but = f", but not {' or '.join(self.reserved)}" if self.reserved else ""
        return f"a lower-case letter, then letters, digits, - and _, at most {self.limit}{but}"

    def sql_check(self, column: str) -> str:
        return (
            f"typeof({column})='text' AND length({column}) BETWEEN 1 AND {self.limit}"
            f" AND {column} GLOB '[a-z]*' AND {column} NOT GLOB '*[^a-z0-9_-]*'"
            + "".join(f" AND {column} <> {_quoted(word)}" for word in self.reserved)
        )


@frozen
class Choice(Kind):
    """One of a few words."""

    values: tuple[str, ...] = ()
    label: ClassVar[str] = "choice"

    def takes(self, value: Any) -> bool:
        return type(value) is str and value in self.values

    def allowed(self) -> str:
        return "one of " + ", ".join(self.values)

    def sql_check(self, column: str) -> str:
        return f"{column} IN ({', '.join(_quoted(value) for value in self.values)})"


@frozen
class Whole(Kind):
    """A whole number from `low` to `high`."""

    low: int = 0
    high: int = 1_000_000
    sql_type: ClassVar[str] = "INTEGER"
    label: ClassVar[str] = "whole number"

    def takes(self, value: Any) -> bool:
        return type(value) is int and self.low <= value <= self.high

    def allowed(self) -> str:
        return f"a whole number from {self.low} to {self.high}"

    def sql_check(self, column: str) -> str:
        return f"typeof({column})='integer' AND {column} BETWEEN {self.low} AND {self.high}"


@frozen
class Number(Kind):
    """A number as people enter it: 41 stays 41 and 3.1 stays 3.1 (a column without affinity)."""

    low: float = -1e15
    high: float = 1e15
    sql_type: ClassVar[str] = ""
    label: ClassVar[str] = "number"

    def takes(self, value: Any) -> bool:
        is_number = type(value) in (int, float) and math.isfinite(value)
        return is_number and self.low <= value <= self.high

    def allowed(self) -> str:
        return f"a number from {self.low:g} to {self.high:g}"

    def sql_check(self, column: str) -> str:
        low, high = _number(self.low), _number(self.high)
        return f"typeof({column}) IN ('integer', 'real') AND {column} BETWEEN {low} AND {high}"


@frozen
class Flag(Kind):
    """Yes or no."""

    sql_type: ClassVar[str] = "INTEGER"
    label: ClassVar[str] = "yes or no"

    def takes(self, value: Any) -> bool:
        return type(value) is bool

    def allowed(self) -> str:
        return "true or false"

    def sql_check(self, column: str) -> str:
        return f"{column} IN (0, 1)"

    def from_plain(self, plain: Plain) -> Any:
        return bool(plain) if plain in (0, 1) else plain


@frozen
class Reference(Kind):
    """The id of a row of `table`. An `owned` row goes when the row it refers to goes."""

    table: str = ""
    owned: bool = False
    sql_type: ClassVar[str] = "INTEGER"
    label: ClassVar[str] = "reference"

    def sql_check(self, column: str) -> str:
        return f"typeof({column})='integer'"

    def takes(self, value: Any) -> bool:
        return type(value) is int and value > 0

    def allowed(self) -> str:
        return f"{self.table.replace('_', ' ')} of this workshop"


@frozen
class Items(Kind):
    """A list of plain values."""

    in_json: ClassVar[bool] = True

    def takes_item(self, item: Any) -> bool:
        """Whether one of the values may be `item`."""
        raise NotImplementedError

    def allowed_item(self) -> str:
        """What one of the values can be, in words."""
        raise NotImplementedError

    def clean_item(self, plain: Plain) -> Any:
        """One of the values brought into form."""
        return plain

    def to_plain(self, value: Any) -> Plain:
        return list(value)

    def from_plain(self, plain: Plain) -> Any:
        return tuple(plain) if isinstance(plain, list) else plain

    clean = from_plain


@frozen
class Texts(Items):
    """A list of lines."""

    limit: int = TEXT
    most: int = MOST_ITEMS
    values: tuple[str, ...] = ()
    label: ClassVar[str] = "list of lines"

    def takes(self, value: Any) -> bool:
        right = (
            type(value) is tuple and len(value) <= self.most and all(map(self.takes_item, value))
        )
        return right and self.fits_as_json(value)

    def takes_item(self, item: Any) -> bool:
        right = type(item) is str and 1 <= len(item) <= self.limit and texts.is_line(item)
        return right and (not self.values or item in self.values)

    def allowed(self) -> str:
        each = self.allowed_item() if self.values else f"up to {self.limit} characters"
        return f"a list of up to {self.most} lines, each {each}"

    def allowed_item(self) -> str:
        words = ", ".join(self.values)
        return f"one of {words}" if words else f"text of 1 to {self.limit} characters"

    def clean(self, plain: Plain) -> Any:
        return tuple(map(self.clean_item, plain)) if isinstance(plain, list) else plain

    def clean_item(self, plain: Plain) -> Any:
        return texts.clean_line(plain) if isinstance(plain, str) else plain


@frozen
class Wholes(Items):
    """A list of whole numbers from `low` to `high`."""

    low: int = 0
    high: int = 99
    label: ClassVar[str] = "list of whole numbers"

    def takes(self, value: Any) -> bool:
        return (
            type(value) is tuple and len(value) <= MOST_ITEMS and all(map(self.takes_item, value))
        )

    def takes_item(self, item: Any) -> bool:
        return type(item) is int and self.low <= item <= self.high

    def allowed(self) -> str:
        return f"a list of whole numbers from {self.low} to {self.high}"

    def allowed_item(self) -> str:
        return f"a whole number from {self.low} to {self.high}"


@frozen
class StageKeys(Texts):
    """Stages by their keys; `previous_brief` stands for the earlier workshop. Settings are JSON
    and cannot hold an id that the file would check, so the state checks these keys."""

    limit: int = 80
    label: ClassVar[str] = "stages"

    def clean(self, plain: Plain) -> Any:
        return Texts.clean(self, [plain] if isinstance(plain, str) else plain)

    def allowed(self) -> str:
        return "stages of the agenda, or previous_brief"


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _number(value: float) -> str:
    return repr(int(value)) if value == int(value) else repr(value)
