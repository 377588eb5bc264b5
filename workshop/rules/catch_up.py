"""How many minutes an agenda can win back by shortening stages, none of them skipped."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from workshop.frozen import frozen

DEEP_CUT_PERCENT = 40

Id = TypeVar("Id", bound=Hashable)


@frozen
class Shortenable(Generic[Id]):
    """A stage of the agenda: its minutes, and the minutes its fallback needs."""

    id: Id
    minutes: int
    shorten_to: int


def cuts(stages: Sequence[Shortenable[Id]], order: Sequence[Id]) -> dict[Id, int]:
    """Minutes won back per stage, taken along the catch-up `order`.

    `stages` are those still to come, as the agenda has them; what `order` leaves out stays as it
    is, and what it names besides is past. A stage is cut down to its fallback, but no two
    neighbours both by more than 40 %: the one that comes later in `order` then gives 40 % only.
    """
    places = {stage.id: place for place, stage in enumerate(stages)}
    deep: set[int] = set()
    won: dict[Id, int] = {}
    for place in (places[stage] for stage in order if stage in places):
        stage = stages[place]
        cut = max(0, stage.minutes - stage.shorten_to)
        bearable = stage.minutes * DEEP_CUT_PERCENT // 100
        if deep & {place - 1, place + 1}:
            cut = min(cut, bearable)
        if cut > bearable:
            deep.add(place)
        won[stage.id] = cut
    return won


def recoverable(stages: Sequence[Shortenable[Id]], order: Sequence[Id]) -> int:
    """The minutes that `cuts` wins back in all."""
    return sum(cuts(stages, order).values())
