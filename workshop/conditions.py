"""Rules between the fields of one record, each stated once.

Memory asks a rule before a step is taken, and the file holds it as a CHECK, so that memory never
accepts what the file refuses. Small values inside a record keep rules too, in memory alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from workshop.frozen import frozen

if TYPE_CHECKING:
    from workshop.columns import Column

Columns = Mapping[str, "Column"]
"""The columns of a table by name."""
R = TypeVar("R")


@frozen
class Rule:
    """So many of `fields` are set."""

    fields: tuple[str, ...]
    counts: tuple[int, ...]
    words: str

    @property
    def names(self) -> tuple[str, ...]:
        """The fields it is about."""
        return self.fields

    def holds(self, record: Any) -> bool:
        """Whether the record keeps the rule. A field is set unless None, empty or False."""
        return sum(is_set(getattr(record, name)) for name in self.fields) in self.counts

    def sql(self, known: Columns) -> str:
        """The same condition as a CHECK."""
        terms = " + ".join(_sql_set(known[name]) for name in self.fields)
        return f"{terms} IN ({', '.join(map(str, self.counts))})"


@frozen
class Needs:
    """A field that may be set only where another one is."""

    field: str
    other: str

    @property
    def words(self) -> str:
        return f"{self.field} needs {self.other}"

    @property
    def names(self) -> tuple[str, ...]:
        """The fields it is about."""
        return (self.field, self.other)

    def holds(self, record: Any) -> bool:
        """Whether the record keeps the rule."""
        return not is_set(getattr(record, self.field)) or is_set(getattr(record, self.other))

    def sql(self, known: Columns) -> str:
        """The same condition as a CHECK."""
        return f"{_sql_set(known[self.field])} <= {_sql_set(known[self.other])}"


@frozen
class Bare:
    """Without `field`, none of the `unset` fields is set."""

    field: str
    unset: tuple[str, ...]

    @property
    def words(self) -> str:
        return f"no {', '.join(self.unset)} without {self.field}"

    @property
    def names(self) -> tuple[str, ...]:
        """The fields it is about."""
        return (self.field, *self.unset)

    def holds(self, record: Any) -> bool:
        """Whether the record keeps the rule."""
        bare = not is_set(getattr(record, self.field))
        return not (bare and any(is_set(getattr(record, name)) for name in self.unset))

    def sql(self, known: Columns) -> str:
        """The same condition as a CHECK."""
        terms = " + ".join(_sql_set(known[name]) for name in self.unset)
        return f"({_sql_set(known[self.field])} OR {terms} = 0)"


@frozen
class Only:
    """A field that may be set only where `other` is `value`."""

    field: str
    other: str
    value: str

    @property
    def words(self) -> str:
        return f"{self.field} only where {self.other} is {self.value}"

    @property
    def names(self) -> tuple[str, ...]:
        """The fields it is about."""
        return (self.field, self.other)

    def holds(self, record: Any) -> bool:
        """Whether the record keeps the rule."""
        return not is_set(getattr(record, self.field)) or getattr(record, self.other) == self.value

    def sql(self, known: Columns) -> str:
        """The same condition as a CHECK."""
        return f"{_sql_set(known[self.field])} <= ({_sql_is(self.other, self.value)})"


@frozen
class Asks:
    """Where `other` is `value`, the field is set."""

    other: str
    value: str | int
    field: str

    @property
    def words(self) -> str:
        return f"{self.other} {self.value} needs {self.field}"

    @property
    def names(self) -> tuple[str, ...]:
        """The fields it is about."""
        return (self.other, self.field)

    def holds(self, record: Any) -> bool:
        """Whether the record keeps the rule."""
        return getattr(record, self.other) != self.value or is_set(getattr(record, self.field))

    def sql(self, known: Columns) -> str:
        """The same condition as a CHECK."""
        return f"({_sql_is(self.other, self.value)}) <= {_sql_set(known[self.field])}"


@frozen
class Rising:
    """Where both fields hold something, the first is at most the second, or (`strictly`) below."""

    low: str
    high: str
    strictly: bool = False

    @property
    def words(self) -> str:
        return f"{self.low} is {'below' if self.strictly else 'at most'} {self.high}"

    @property
    def names(self) -> tuple[str, ...]:
        """The fields it is about."""
        return (self.low, self.high)

    def holds(self, record: Any) -> bool:
        """Whether the record keeps the rule."""
        low, high = getattr(record, self.low), getattr(record, self.high)
        return low is None or high is None or low < high or (low == high and not self.strictly)

    def sql(self, known: Columns) -> str:
        """The same condition as a CHECK."""
        low, high = known[self.low].name, known[self.high].name
        return f'ifnull("{low}" {"<" if self.strictly else "<="} "{high}", 1)'


@frozen
class Differ:
    """Two fields that never hold the same."""

    one: str
    other: str

    @property
    def words(self) -> str:
        return f"{self.one} and {self.other} differ"

    @property
    def names(self) -> tuple[str, ...]:
        """The fields it is about."""
        return (self.one, self.other)

    def holds(self, record: Any) -> bool:
        """Whether the record keeps the rule."""
        one, other = getattr(record, self.one), getattr(record, self.other)
        return one is None or one != other

    def sql(self, known: Columns) -> str:
        """The same condition as a CHECK."""
        return f'ifnull("{known[self.one].name}" <> "{known[self.other].name}", 1)'


@frozen
class Pair:
    """A list of two numbers of which the first is below the second. For small values alone."""

    field: str

    @property
    def words(self) -> str:
        return f"{self.field}: two numbers, the lower one first"

    @property
    def names(self) -> tuple[str, ...]:
        """The fields it is about."""
        return (self.field,)

    def holds(self, record: Any) -> bool:
        """Whether the value keeps the rule."""
        held = getattr(record, self.field)
        return len(held) == 2 and held[0] < held[1]

    def sql(self, known: Columns) -> str:
        """No table has such a list."""
        raise NotImplementedError


@frozen
class Holds:
    """What no other rule can say of `names`: `holds` tells of a record. For memory alone."""

    names: tuple[str, ...]
    holds: Callable[[Any], bool]
    words: str

    def sql(self, known: Columns) -> str:
        """The file knows nothing of it."""
        raise NotImplementedError


Condition = Rule | Needs | Bare | Only | Asks | Rising | Differ | Pair | Holds
"""A rule between fields of one record."""


def exactly_one(*fields: str) -> Rule:
    """One of the fields is set and the others are not."""
    return Rule(fields, (1,), f"exactly one of {', '.join(fields)}")


def at_most_one(*fields: str) -> Rule:
    """At most one of the fields is set."""
    return Rule(fields, (0, 1), f"at most one of {', '.join(fields)}")


def together(*fields: str) -> Rule:
    """All of the fields are set, or none."""
    return Rule(fields, (0, len(fields)), f"{' and '.join(fields)} together or not at all")


def is_set(held: Any) -> bool:
    """Whether a field holds anything: a zero does."""
    return held is not None and held != "" and held is not False and held != ()


def _sql_set(column: Column) -> str:
    empty = "0" if column.kind.label == "yes or no" else "'[]'" if column.kind.in_json else "''"
    return f'ifnull("{column.name}" <> {empty}, 0)'


def _sql_is(name: str, value: str | int) -> str:
    held = str(value) if isinstance(value, int) else f"'{value}'"
    return f'ifnull("{name}" = {held}, 0)'


_rules_of: dict[type[Any], tuple[Condition, ...]] = {}


def keeping(*rules: Condition) -> Callable[[type[R]], type[R]]:
    """Class decorator: a small value keeps these rules."""

    def make(cls: type[R]) -> type[R]:
        _rules_of[cls] = rules
        return cls

    return make


def rules_of(cls: type[Any]) -> tuple[Condition, ...]:
    """The rules of a small value."""
    return _rules_of.get(cls, ())


def broken_rule(value: Any) -> Condition | None:
    """The first rule that a small value, a value inside it or one of a list of them breaks."""
    for rule in rules_of(type(value)):
        if not rule.holds(value):
            return rule
    names = getattr(value, "__dataclass_fields__", ())
    for inside in value if isinstance(value, tuple) else (getattr(value, name) for name in names):
        broken = broken_rule(inside)
        if broken is not None:
            return broken
    return None
