"""Records and values made of fields: their columns, their checks, their plain form."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from workshop.conditions import broken_rule
from workshop.dates import Moment
from workshop.fields import (
    LINE,
    MOST_ITEMS,
    TEXT,
    Choice,
    Flag,
    Key,
    Kind,
    Number,
    Plain,
    Reference,
    StageKeys,
    Text,
    Texts,
    Whole,
    Wholes,
)
from workshop.frozen import frozen
from workshop.setups import settings_types

UNSET: Any = dataclasses.MISSING
Made = TypeVar("Made")


@frozen
class Column:
    """One field of a record: its kind, its default, and how it stands in YAML."""

    name: str
    kind: Kind
    optional: bool
    default: Any
    yaml: str | None
    always: bool

    @property
    def required(self) -> bool:
        return self.default is UNSET

    def takes(self, value: Any) -> bool:
        """Whether a record may hold `value` in this column."""
        return self.optional if value is None else self.kind.takes(value)

    def instead_of(self, found: Any) -> str:
        """What is allowed, to somebody who gave `found`: the rule it breaks, if that is known."""
        rule = broken_rule(found)
        return self.kind.allowed() if rule is None else rule.words


def field(kind: Kind, default: Any = UNSET, yaml: str | None = "", always: bool = False) -> Any:
    """A field of a record. `yaml` is its name there, empty for its own name, None where the
    section that holds it says it otherwise; `always`: written even when it has its default."""
    about = {"kind": kind, "yaml": yaml, "always": always}
    return dataclasses.field(default=default, metadata=about)


def line(
    doc: str, limit: int = LINE, *, least: int = 0, default: Any = UNSET, yaml: str | None = "",
    always: bool = False,
) -> Any:  # fmt: skip
    """One line of text."""
    return field(Text(doc, limit, least), default, yaml, always)


def text(
    doc: str, limit: int = TEXT, *, least: int = 0, default: Any = UNSET, yaml: str | None = ""
) -> Any:
    """Text of several lines."""
    return field(Text(doc, limit, least, lines=True), default, yaml)


def key(doc: str, *reserved: str, default: Any = UNSET, yaml: str | None = "id") -> Any:
    """A short name for YAML and people."""
    return field(Key(doc, reserved), default, yaml)


def choice(
    doc: str, *values: str, default: Any = UNSET, yaml: str | None = "", always: bool = False
) -> Any:
    """One of a few words."""
    return field(Choice(doc, values), default, yaml, always)


def whole(
    doc: str, low: int = 0, high: int = 1_000_000, *, default: Any = UNSET, yaml: str | None = "",
    always: bool = False,
) -> Any:  # fmt: skip
    """A whole number from `low` to `high`."""
    return field(Whole(doc, low, high), default, yaml, always)


def number(
    doc: str, low: float = -1e15, high: float = 1e15, *, default: Any = UNSET,
    yaml: str | None = "", always: bool = False,
) -> Any:  # fmt: skip
    """A number as people enter it."""
    return field(Number(doc, low, high), default, yaml, always)


def flag(doc: str, *, default: Any = UNSET, yaml: str | None = "", always: bool = False) -> Any:
    """Yes or no."""
    return field(Flag(doc), default, yaml, always)


def date(doc: str, *, default: Any = UNSET, yaml: str | None = "") -> Any:
    """A day, `2026-10-06`."""
    return field(Moment(doc, "date"), default, yaml)


def time(doc: str, *, default: Any = UNSET, yaml: str | None = "") -> Any:
    """A time of day in the workshop's time zone, `09:30`."""
    return field(Moment(doc, "time"), default, yaml)


def stamp(doc: str, *, default: Any = UNSET, yaml: str | None = "") -> Any:
    """A moment with its offset from UTC, `2026-10-06T10:20:00+01:00`."""
    return field(Moment(doc, "stamp"), default, yaml)


def ref(
    doc: str, table: str, *, owned: bool = False, default: Any = UNSET, yaml: str | None = "",
    always: bool = False,
) -> Any:  # fmt: skip
    """The id of a row of `table`; an `owned` row goes when that row goes."""
    return field(Reference(doc, table, owned), default, yaml, always)


def lines(
    doc: str, *values: str, limit: int = TEXT, default: Any = (), yaml: str | None = ""
) -> Any:
    """A list of lines, or of some of the given words."""
    return field(Texts(doc, limit, MOST_ITEMS, values), default, yaml)


def wholes(
    doc: str, low: int = 0, high: int = 99, *, default: Any = (), always: bool = False
) -> Any:
    """A list of whole numbers."""
    return field(Wholes(doc, low, high), default, always=always)


def stages(doc: str, *, default: Any = (), yaml: str | None = "") -> Any:
    """Stages by key, inside settings."""
    return field(StageKeys(doc), default, yaml)


def value(doc: str, cls: type[Any], *, default: Any = None, yaml: str | None = "") -> Any:
    """A small value with fields of its own."""
    return field(Value(doc, cls), default, yaml)


def values(
    doc: str, cls: type[Any], *, default: Any = (), yaml: str | None = "", unique: str = ""
) -> Any:
    """A list of small values with fields of their own, no two alike in the field `unique`."""
    return field(Value(doc, cls, many=True, unique=unique), default, yaml)


@frozen
class Value(Kind):
    """A small value of its own fields, or a list of such values (`many`), kept as JSON."""

    type: type[Any] = object
    many: bool = False
    unique: str = ""
    """A field in which no two values of the list agree."""
    label: ClassVar[str] = "fields"
    in_json: ClassVar[bool] = True

    def takes(self, value: Any) -> bool:
        if self.many and (type(value) is not tuple or len(value) > MOST_ITEMS):
            return False
        items = value if self.many else (value,)
        right = all(isinstance(item, self.type) and problem(item) is None for item in items)
        right = right and not any(map(broken_rule, items))
        return right and self._differ(items) and self.fits_as_json(value)

    def _differ(self, items: tuple[Any, ...]) -> bool:
        return not self.unique or len({getattr(item, self.unique) for item in items}) == len(items)

    def allowed(self) -> str:
        names = ", ".join(column.yaml or column.name for column in columns(self.type))
        once = f", no {self.unique} twice" if self.unique else ""
        return f"{'a list of ' if self.many else ''}fields {names}{once}"

    def to_plain(self, value: Any) -> Plain:
        return [as_plain(item) for item in value] if self.many else as_plain(value)

    def from_plain(self, plain: Plain) -> Any:
        if self.many:
            return tuple(from_plain(self.type, item) for item in plain)
        return from_plain(self.type, plain)


@frozen
class Setup(Kind):
    """The settings of a stage, a value whose type the stage's kind decides."""

    label: ClassVar[str] = "settings of the kind"
    in_json: ClassVar[bool] = True

    def takes(self, value: Any) -> bool:
        right = type(value) in settings_types().values() and problem(value) is None
        return right and broken_rule(value) is None and self.fits_as_json(value)

    def allowed(self) -> str:
        return "settings of the stage's kind"

    def to_plain(self, value: Any) -> Plain:
        kind = next(name for name, cls in settings_types().items() if cls is type(value))
        return {"kind": kind, **as_plain(value)}

    def from_plain(self, plain: Plain) -> Any:
        rest = {name: held for name, held in plain.items() if name != "kind"}
        return from_plain(settings_types()[plain["kind"]], rest)


def per_class(make: Callable[[type[Any]], Made]) -> Callable[[type[Any]], Made]:
    """Decorator: what is made of a class is made once."""
    made: dict[type[Any], Made] = {}

    def once(cls: type[Any]) -> Made:
        if cls not in made:
            made[cls] = make(cls)
        return made[cls]

    return once


@per_class
def columns(cls: type[Any]) -> tuple[Column, ...]:
    """The fields of a record or value class, in order."""
    return tuple(_column(item) for item in dataclasses.fields(cls))


def _column(item: dataclasses.Field[Any]) -> Column:
    # Annotations are texts here; to evaluate hundreds of them would be felt at every start.
    optional = "None" in str(item.type).split(" | ")
    yaml = item.metadata["yaml"]
    name = item.name.rstrip("_") if yaml == "" else yaml
    about = item.metadata
    return Column(item.name, about["kind"], optional, item.default, name, about["always"])


@per_class
def by_name(cls: type[Any]) -> dict[str, Column]:
    """The fields of a record or value class, each by its name."""
    return {column.name: column for column in columns(cls)}


def column_of(cls: type[Any], name: str) -> Column:
    """The column of this name."""
    return by_name(cls)[name]


def problem(record: Any) -> Column | None:
    """The first column whose value the record may not hold; None if all are fine."""
    for name, takes, column in _checks(type(record)):
        if not takes(getattr(record, name)):
            return column
    return None


@per_class
def _checks(cls: type[Any]) -> tuple[tuple[str, Callable[[Any], bool], Column], ...]:
    return tuple((column.name, column.takes, column) for column in columns(cls))


def as_plain(record: Any) -> dict[str, Plain]:
    """A record or value as JSON data, every field that differs from its default."""
    plain = {}
    for column in columns(type(record)):
        held = getattr(record, column.name)
        if column.required or held != column.default:
            plain[column.name] = None if held is None else column.kind.to_plain(held)
    return plain


def from_plain(cls: type[Any], plain: dict[str, Plain]) -> Any:
    """The record or value that `as_plain` wrote; fields it does not know are left out."""
    known = {}
    for column in columns(cls):
        if column.name in plain:
            held = plain[column.name]
            known[column.name] = None if held is None else column.kind.from_plain(held)
    return cls(**known)
