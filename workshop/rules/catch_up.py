"""How many minutes an agenda can win back by shortening stages, and by leaving some of them out."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from workshop.frozen import frozen

DEEP_CUT_PERCENT = 40

Id = TypeVar("Id", bound=Hashable)


@frozen
class Shortenable(Generic[Id]):
    """A stage of the agenda: its minutes, and the minutes its fallback needs. `today` is what is
    left of its minutes by earlier cuts, None for all of them."""

    id: Id
    minutes: int
    shorten_to: int
    today: int | None = None
    may_skip: bool = False

    @property
    def now(self) -> int:
        """The minutes it has today."""
        return self.minutes if self.today is None else self.today

    @property
    def bearable(self) -> int:
        """The minutes it may lose beside a neighbour that loses more of its own."""
        return self.minutes * DEEP_CUT_PERCENT // 100

    def is_deep(self, cut: int) -> bool:
        """Whether it has lost more than 40 % once it loses so many minutes of today's."""
        return self.minutes - self.now + cut > self.bearable


def cuts(stages: Sequence[Shortenable[Id]], order: Sequence[Id]) -> dict[Id, int]:
    """Minutes won back per stage by shortening, taken along the catch-up `order`.

    `stages` stand as the agenda has them; what `order` leaves out stays as it is, and what it
    names besides is past. A stage is cut down to its fallback, but no two neighbours both by more
    than 40 %: the one that comes later in `order` then gives 40 % only.
    """
    places = {stage.id: place for place, stage in enumerate(stages)}
    deep = {place for place, stage in enumerate(stages) if stage.is_deep(0)}
    won: dict[Id, int] = {}
    for place in (places[stage] for stage in order if stage in places):
        stage = stages[place]
        cut = max(0, stage.now - stage.shorten_to)
        if deep & {place - 1, place + 1}:
            cut = min(cut, max(0, stage.bearable - (stage.minutes - stage.now)))
        if stage.is_deep(cut):
            deep.add(place)
        won[stage.id] = cut
    return won


def skips(stages: Sequence[Shortenable[Id]], order: Sequence[Id]) -> list[Id]:
    """The stages that may be left out, along `order`, whichever of the `cuts` are made besides.

    Who is left out loses everything, so none stands beside another or beside a deep cut.
    """
    won = cuts(stages, order)
    places = {stage.id: place for place, stage in enumerate(stages)}
    deep = {place for place, stage in enumerate(stages) if stage.is_deep(won.get(stage.id, 0))}
    found: list[Id] = []
    for place in (places[stage] for stage in order if stage in places):
        stage = stages[place]
        if stage.may_skip and not deep & {place - 1, place + 1}:
            deep.add(place)
            found.append(stage.id)
    return found


def recoverable(stages: Sequence[Shortenable[Id]], order: Sequence[Id]) -> int:
    """The minutes that `cuts` wins back in all."""
    return sum(cuts(stages, order).values())
