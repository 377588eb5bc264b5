"""Order kept as numbers: whatever moves gets a place between its new neighbours.

So moving one thing changes one record, and two people who move different things do not meet. Only
when two neighbours have no number between them are all of them counted anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, TypeVar

from workshop.state import Table

FARTHEST = 1e12

Id = TypeVar("Id", bound=int)


def between(low: float | None, high: float | None, count: int = 1) -> list[float] | None:
    """So many rising numbers between two others (None: no neighbour there), evenly apart; None
    when there is no room for them."""
    if low is None:
        low = 0.0 if high is None else high - count - 1
    if high is None:
        high = low + count + 1
    step = (high - low) / (count + 1)
    found = [low + number * step for number in range(1, count + 1)]
    rising = all(one < other for one, other in pairwise([low, *found, high]))
    return found if rising and max(map(abs, found)) < FARTHEST else None


def after_last(places: Iterable[float | None]) -> float:
    """A place behind all of these."""
    return max((place for place in places if place is not None), default=0.0) + 1


def arrange(
    table: Table[Any],
    column: str,
    order: Sequence[int],
    moved: Sequence[int],
    *,
    end: float | None = None,
    position: Callable[[Any], float | None] | None = None,
) -> None:
    """Writes down that `moved`, which follow each other, now stand where `order` has them. Belongs
    inside a step.

    `position` tells where a record stands (by default its `column`), `end` is a number that all
    places stay below.
    """
    stands_at = position or (lambda row: getattr(row, column))
    first = order.index(moved[0])
    after = first + len(moved)
    low = stands_at(table[order[first - 1]]) if first else None
    high = stands_at(table[order[after]]) if after < len(order) else end
    places = between(low, high, len(moved))
    if places is None:
        step = 1.0 if end is None else end / (len(order) + 1)
        places, moved = [number * step for number in range(1, len(order) + 1)], order
    for id, place in zip(moved, places, strict=True):
        table.replace(id, **{column: place})


def moved_to(order: Sequence[Id], moved: Id, index: int) -> list[Id]:
    """`order` with `moved` at `index`, counted without it; beyond either end means that end."""
    rest = [id for id in order if id != moved]
    rest.insert(max(0, index), moved)
    return rest
