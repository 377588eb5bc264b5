"""What must hold between a record and those it refers to, stated at the record.

The file cannot hold these conditions; memory checks them when a step ends, and opening a file does
the same for every record in it. A path such as `slip.ballot` goes from record to record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
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


@frozen
class Fits:
    """Where `path` leads anywhere, `holds` is true of this record and the one at its end."""

    path: str
    holds: Callable[[Any, Any], bool]
    words: str


@frozen
class Nameless:
    """The record at the end of `path` may keep no names: the row of `keeper` that belongs to it
    says so by its attribution. Then none of `fields` is set here; without fields, no such record
    is there at all."""

    path: str
    keeper: str
    fields: tuple[str, ...]

    @property
    def keeper_legs(self) -> tuple[str, str]:
        """The table that says whose entries they are, and its column for the owner of them."""
        table, column = self.keeper.split(".")
        return table, column

    @property
    def words(self) -> str:
        kept = f"no {', '.join(self.fields)}" if self.fields else "nobody's own entry"
        return f"{kept} where the {self.keeper_legs[0]} keeps no names"


@frozen
class Among:
    """Of all rows from which `path` leads to one record, in the order of their ids, none `breaks`
    what holds of them together: it gives the first that does. `key` words the refusal."""

    path: str
    breaks: Callable[[Sequence[Any]], Any]
    words: str
    key: str = "record.apart"


@frozen
class Listed:
    """Where `path` leads anywhere, a row of the same table whose `owner` is the record at its end
    holds the same in all of `fields`."""

    path: str
    owner: str
    fields: tuple[str, ...]
    words: str


Tie = Same | Within | Chain | Fits | Nameless | Among | Listed


def same(path: str, other: str) -> Same:
    """Where `path` leads anywhere, `other` leads to the same record."""
    return Same(path, other)


def within(field: str, path: str, bounds: Bounds) -> Within:
    """The field lies within what `bounds` makes of the record at the end of `path`."""
    return Within(field, path, bounds)


def chain(column: str, most: int | None = None) -> Chain:
    """Following `column` from record to record comes to an end."""
    return Chain(column, most)


def fits(path: str, holds: Callable[[Any, Any], bool], words: str) -> Fits:
    """Where `path` leads anywhere, `holds` is true of this record and the one at its end."""
    return Fits(path, holds, words)


def nameless(path: str, keeper: str, *fields: str) -> Nameless:
    """Nothing here tells a person where `keeper`, such as `round.ballot`, keeps no names."""
    return Nameless(path, keeper, fields)


def ordered(field: str, owner: str) -> Among:
    """Among the rows of one owner, in the order in which they came, the field never falls."""

    def breaks(rows: Sequence[Any]) -> Any:
        falls = (row for before, row in pairwise(rows)
                 if getattr(row, field) < getattr(before, field))  # fmt: skip
        return next(falls, None)

    return Among(owner, breaks, f"{field} never falls from one to the next of a {owner}")


def once(field: str, path: str, words: str) -> Among:
    """No two rows from which `path` leads to one record hold the same in the field."""

    def breaks(rows: Sequence[Any]) -> Any:
        seen: set[Any] = set()
        for row in rows:
            if getattr(row, field) in seen:
                return row
            seen.add(getattr(row, field))
        return None

    return Among(path, breaks, words)


def few(field: str, most: int, path: str, words: str) -> Among:
    """The rows from which `path` leads to one record hold at most so many different values."""

    def breaks(rows: Sequence[Any]) -> Any:
        seen: set[Any] = set()
        for row in rows:
            seen.add(getattr(row, field))
            if len(seen) > most:
                return row
        return None

    return Among(path, breaks, words)


def listed(path: str, owner: str, *fields: str, words: str) -> Listed:
    """A row of the same table that belongs to the record at the end of `path` is like this one."""
    return Listed(path, owner, fields, words)
