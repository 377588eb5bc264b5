"""How figures are made: medians, spreads and rounding, the same everywhere.

The median of an even count is the mean of the middle two; halves round up; spread is highest
minus lowest.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

Number: TypeAlias = int | float


def exact(value: Number | Fraction | Decimal) -> Fraction:
    """`value` without rounding; a float counts as the decimal it is written as (0.8 is 4/5)."""
    return Fraction(repr(value)) if isinstance(value, float) else Fraction(value)


def figure(value: Number | Fraction) -> Number:
    """`value` as people write it: 2.0 becomes 2, 2.5 stays 2.5."""
    return int(value) if value == int(value) else float(value)


def median(values: Sequence[Number]) -> Number:
    """The middle value, or the mean of the middle two. Raises ValueError when there is none."""
    return figure(statistics.median(values))


def mean(values: Sequence[int]) -> Fraction:
    """The exact mean. Raises ValueError when there is no value."""
    return Fraction(statistics.mean(map(Fraction, values)))


def spread(values: Sequence[int]) -> int:
    """Highest minus lowest. Raises ValueError when there is no value."""
    return max(values) - min(values)


def round_half_up(value: Number | Fraction | Decimal) -> int:
    """The nearest whole number; a half goes up: 2.5 becomes 3 and -2.5 becomes -2."""
    return math.floor(exact(value) + Fraction(1, 2))


def round_to(value: Number | Fraction | Decimal, places: int) -> float:
    """`value` with `places` decimals, halves up: 4.355 with two becomes 4.36."""
    unit = 10**places
    return float(Fraction(round_half_up(exact(value) * unit), unit))
