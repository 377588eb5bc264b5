"""Order kept as numbers: whatever moves gets a place between its new neighbours.

So moving one thing changes one record, and two people who move different things do not meet. Only
when two neighbours have no number between them are all of them counted anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from workshop.state import Table

FARTHEST = 1e12

Id = TypeVar("Id", bound=int)


def between(low: float | None, high: float | None) -> float | None:
    """A number between two others (None: no neighbour there); None when there is no room."""
    if low is None:
        middle = 1.0 if high is None else high - 1
    else:
        middle = low + 1 if high is None else (low + high) / 2
    fits = (low is None or low < middle) and (high is None or middle < high)
    return middle if fits and abs(middle) < FARTHEST else None


def after_last(places: Iterable[float | None]) -> float:
    """A place behind all of these."""
    return max((place for place in places if place is not None), default=0.0) + 1


def arrange(
    table: Table[Any],
    column: str,
    order: Sequence[int],
    moved: int,
    *,
    end: float | None = None,
    position: Callable[[Any], float | None] | None = None,
) -> None:
    """Writes down that `moved` now stands where `order` has it. Belongs inside a step.

    `position` tells where a record stands (by default its `column`), `end` is a number that all
    places stay below.
    """
    stands_at = position or (lambda row: getattr(row, column))
    at = order.index(moved)
    low = stands_at(table[order[at - 1]]) if at else None
    high = stands_at(table[order[at + 1]]) if at + 1 < len(order) else end
    place = between(low, high)
    if place is not None:
        table.replace(moved, **{column: place})
        return
    step = 1.0 if end is None else end / (len(order) + 1)
    for number, id in enumerate(order, start=1):
        table.replace(id, **{column: number * step})


def moved_to(order: Sequence[Id], moved: Id, index: int) -> list[Id]:
    """`order` with `moved` at `index`, counted without it; beyond either end means that end."""
    rest = [id for id in order if id != moved]
    rest.insert(max(0, index), moved)
    return rest
