"""The rows that a benchmark fills in, and the table made of them."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Row:
    """One figure: a time in seconds with the longest one seen, or any other value in its unit."""

    name: str
    value: float
    unit: str
    longest: float | None = None
    ratio: float | None = None
    against: str = ""


@dataclass
class Report:
    """The figures of one run of one benchmark, in the order in which they were taken."""

    rows: list[Row] = field(default_factory=list)

    def time(
        self, name: str, action: Callable[[], object], *, repeats: int = 5, against: str = ""
    ) -> float:
        """Do the action some times over, after once unmeasured; add and return the median, in s.

        `against` names an earlier row: the ratio to it is shown.
        """
        action()
        seconds = sorted(_seconds(action) for _ in range(repeats))
        median = statistics.median(seconds)
        self._add(name, median, "s", against, seconds[-1])
        return median

    def figure(self, name: str, value: float, unit: str, *, against: str = "") -> None:
        """Add a value that was measured otherwise: a size, a number, a time of one's own."""
        self._add(name, value, unit, against, None)

    def _add(self, name: str, value: float, unit: str, against: str, longest: float | None) -> None:
        ratio = value / self._row(against, unit).value if against else None
        self.rows.append(Row(name, value, unit, longest, ratio, against))

    def _row(self, name: str, unit: str) -> Row:
        for row in self.rows:
            if (row.name, row.unit) == (name, unit):
                return row
        raise KeyError(f"no row {name!r} in {unit} yet to compare with")

    def table(self) -> str:
        """The rows as aligned text, a line each."""
        width = max((len(row.name) for row in self.rows), default=0)
        return "\n".join(_line(row, width) for row in self.rows)


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _line(row: Row, width: int) -> str:
    text = f"{row.name:{width}}  {_amount(row.value, row.unit):>12}"
    if row.longest is not None:
        text += f"  longest {_amount(row.longest, row.unit):>12}"
    if row.ratio is not None:
        text += f"  {row.ratio:.2f} x {row.against}"
    return text


def _amount(value: float, unit: str) -> str:
    """The value with its unit; times in the unit that gives them one to three digits."""
    if unit == "s":
        for smaller, factor in (("s", 1.0), ("ms", 1e3)):
            if value * factor >= 1:
                return f"{value * factor:.2f} {smaller}"
        return f"{value * 1e6:.1f} µs"
    return f"{value:,.4g} {unit}" if value < 1000 else f"{value:,.0f} {unit}"
