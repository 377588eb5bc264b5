"""How often each function sees the warning signs of rowing apart.

Spread first: a gap between functions is the news, the average is not. A function with one rater
gets no cell, since its median would be that person's rating; it still counts in the median and
the spread of all.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from workshop.frozen import frozen
from workshop.rules.arithmetic import Number, figure, median, spread

LEAST_RATERS = 2

Sign = TypeVar("Sign", bound=Hashable)
Function = TypeVar("Function", bound=Hashable)


class Block(StrEnum):
    """The three blocks of the heat map, in the order in which they are shown."""

    DIFFER_MOST = "differ_most"
    SEEN_OFTEN = "seen_often"
    NOT_FLAGGED = "not_flagged"


class Arrow(StrEnum):
    """Where a sign's median went since last time."""

    UP = "up"
    SAME = "same"
    DOWN = "down"


@frozen
class FlagWhen:
    """What flags a sign: either figure reaching its limit."""

    median_at_least: int = 3
    or_spread_at_least: int = 3


USUAL_LIMITS = FlagWhen()


@frozen
class Figures:
    """What is kept of a sign to compare it next time: no function, no person."""

    median: Number
    spread: int


@frozen
class SignReading(Figures, Generic[Function]):
    """One row of the heat map: the lowest and the highest value, whether they stand wide apart,
    whether most see it often. `without_cell` are the functions with a single rater."""

    low: int
    high: int
    wide: bool
    often: bool
    by_function: Mapping[Function, Number]
    without_cell: tuple[Function, ...]

    @property
    def flagged(self) -> bool:
        return self.wide or self.often

    @property
    def block(self) -> Block:
        """Why it stands where it does; a wide spread comes before a high median."""
        if self.wide:
            return Block.DIFFER_MOST
        return Block.SEEN_OFTEN if self.often else Block.NOT_FLAGGED


@frozen
class Comparison:
    """A sign now and last time; `then` is None when it was not rated then."""

    now: Figures
    then: Figures | None

    @property
    def moved(self) -> Number | None:
        """By how much the median went up (or, below zero, down)."""
        return figure(self.now.median - self.then.median) if self.then else None

    @property
    def arrow(self) -> Arrow | None:
        if self.moved is None:
            return None
        return Arrow.UP if self.moved > 0 else Arrow.DOWN if self.moved < 0 else Arrow.SAME


def read_sign(
    ratings: Mapping[Function, Sequence[int]], flag_when: FlagWhen = USUAL_LIMITS
) -> SignReading[Function] | None:
    """What the ratings of one sign, by function, say; None when nobody rated it."""
    values = [value for of_function in ratings.values() for value in of_function]
    if not values:
        return None
    middle, apart = median(values), spread(values)
    return SignReading(
        median=middle,
        spread=apart,
        low=min(values),
        high=max(values),
        wide=apart >= flag_when.or_spread_at_least,
        often=middle >= flag_when.median_at_least,
        by_function={
            function: median(of_function)
            for function, of_function in ratings.items()
            if len(of_function) >= LEAST_RATERS
        },
        without_cell=tuple(
            function
            for function, of_function in ratings.items()
            if 0 < len(of_function) < LEAST_RATERS
        ),
    )


def heat_map(
    readings: Mapping[Sign, SignReading[Function]],
) -> dict[Block, tuple[Sign, ...]]:
    """The signs of each block, the widest first, then the highest, then in their own order."""
    ordered = sorted(
        readings, key=lambda sign: (readings[sign].spread, readings[sign].median), reverse=True
    )
    return {
        block: tuple(sign for sign in ordered if readings[sign].block is block) for block in Block
    }


def compare(now: Mapping[Sign, Figures], then: Mapping[Sign, Figures]) -> dict[Sign, Comparison]:
    """Each sign rated now beside what it was last time."""
    return {sign: Comparison(figures, then.get(sign)) for sign, figures in now.items()}


def moved_most(comparisons: Mapping[Sign, Comparison]) -> Sign | None:
    """The sign whose median moved most, up or down, the earlier of equals; None if none did."""
    distances = {sign: abs(pair.moved or 0) for sign, pair in comparisons.items()}
    farthest = max(distances, key=lambda sign: distances[sign], default=None)
    return farthest if farthest is not None and distances[farthest] else None
