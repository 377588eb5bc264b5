"""Fields whose text follows a form: colours, time zones, JSON."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any, ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workshop.fields import Kind, Plain
from workshop.frozen import frozen
from workshop.text import is_text

_COLOUR = re.compile(r"#[0-9A-F]{6}\Z")
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]*\Z")


@frozen
class Colour(Kind):
    """A colour such as `#1151D6`."""

    label: ClassVar[str] = "colour"

    def takes(self, value: Any) -> bool:
        return type(value) is str and _COLOUR.match(value) is not None

    def allowed(self) -> str:
        return "a colour such as #1151D6"

    def sql_check(self, column: str) -> str:
        return f"{column} GLOB '#{'[0-9A-F]' * 6}'"

    def clean(self, plain: Plain) -> Any:
        return plain.strip().upper() if isinstance(plain, str) else plain


@frozen
class Letters(Kind):
    """The letters of a function's mark; one that is not named has a sign instead."""

    most: ClassVar[int] = 2
    signs: ClassVar[str] = "?–…"
    label: ClassVar[str] = "letters"

    def takes(self, value: Any) -> bool:
        return type(value) is str and (are_letters(value) or self.is_sign(value))

    def allowed(self) -> str:
        return "one or two letters of any alphabet"

    def is_sign(self, value: str) -> bool:
        """Whether this is the mark of one that is not named."""
        return len(value) == 1 and value in self.signs

    def sql_check(self, column: str) -> str:
        return f"typeof({column})='text' AND length({column}) BETWEEN 1 AND {self.most}"

    def clean(self, plain: Plain) -> Any:
        return plain.strip() if isinstance(plain, str) else plain


def are_letters(text: str) -> bool:
    """Whether this can be a function's mark. What this version of Unicode has not heard of may be
    a letter of the next one, so that a file does not depend on the machine."""
    return 1 <= len(text) <= Letters.most and all(
        each.isalpha() or unicodedata.category(each) == "Cn" for each in text
    )


@frozen
class Zone(Kind):
    """The name of a time zone, or none.

    Which zones there are differs from machine to machine and from year to year, so a record may
    hold any name of the right form; `find_zone` says whether this machine knows it.
    """

    limit: ClassVar[int] = 64
    label: ClassVar[str] = "time zone"

    def takes(self, value: Any) -> bool:
        right = type(value) is str and len(value) <= self.limit
        return right and (not value or _ZONE.match(value) is not None)

    def allowed(self) -> str:
        return "a time zone such as Europe/Dublin"

    def sql_check(self, column: str) -> str:
        form = f"{column} GLOB '[A-Za-z]*' AND {column} NOT GLOB '*[^A-Za-z0-9_+/-]*'"
        length = f"typeof({column})='text' AND length({column}) <= {self.limit}"
        return f"{length} AND ({column} = '' OR {form})"

    def clean(self, plain: Plain) -> Any:
        return plain.strip() if isinstance(plain, str) else plain


@frozen
class Json(Kind):
    """JSON text that holds fields, up to `limit` characters."""

    limit: int = 2_000_000
    label: ClassVar[str] = "JSON"

    def takes(self, value: Any) -> bool:
        if type(value) is not str or len(value) > self.limit or not is_text(value):
            return False
        try:
            return isinstance(json.loads(value), dict)
        except (ValueError, RecursionError):
            return False

    def allowed(self) -> str:
        return f"fields as JSON, up to {self.limit} characters"

    def sql_check(self, column: str) -> str:
        return f"typeof({column})='text' AND length({column}) BETWEEN 2 AND {self.limit}"


def find_zone(name: str) -> ZoneInfo | None:
    """The time zone of this name, if this machine knows it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
