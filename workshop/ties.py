"""What must hold between a record and those it refers to, stated at the record.

The file cannot hold these conditions; memory checks them when a step ends, and opening a file does
the same for every record in it. A path such as `slip.ballot` goes from record to record.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workshop.frozen import frozen

Bounds = Callable[[Any], tuple[float, float]]


@frozen
class Same:
    """Where `path` leads anywhere, `other` leads to the same record."""

    path: str
    other: str

    @property
    def words(self) -> str:
        return f"{self.path} and {self.other} are the same"


@frozen
class Within:
    """The field lies within the bounds that the record at the end of `path` gives, if any."""

    field: str
    path: str
    bounds: Bounds

    @property
    def words(self) -> str:
        return f"{self.field} is on the scale of {self.path}"


@frozen
class Chain:
    """Following `column` from record to record comes to an end, after `most` steps if limited."""

    column: str
    most: int | None = None

    @property
    def words(self) -> str:
        limit = "" if self.most is None else f", at most {self.most} deep"
        return f"{self.column} never leads back to itself{limit}"


Tie = Same | Within | Chain


def same(path: str, other: str) -> Same:
    """Where `path` leads anywhere, `other` leads to the same record."""
    return Same(path, other)


def within(field: str, path: str, bounds: Bounds) -> Within:
    """The field lies within what `bounds` makes of the record at the end of `path`."""
    return Within(field, path, bounds)


def chain(column: str, most: int | None = None) -> Chain:
    """Following `column` from record to record comes to an end."""
    return Chain(column, most)
