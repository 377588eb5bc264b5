"""Groups that people work in: pairs, trios, fours, mixed by function.

Deciders come apart first, then as many functions as possible come into each group; people of one
function meet where there is no other way.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Hashable, Sequence
from itertools import combinations
from typing import Generic, TypeVar

from workshop.frozen import frozen
from workshop.rules.arithmetic import round_half_up

LEAST = 2
"""Nobody works alone."""
_TRIES = 300
"""So many proposals are looked for before there seems to be no other."""

Id = TypeVar("Id", bound=Hashable)

Groups = tuple[tuple[Id, ...], ...]
Same = frozenset[frozenset[Id]]
"""Groups whatever their order: what makes two proposals the same."""


@frozen
class Member(Generic[Id]):
    """Someone to be put into a group."""

    id: Id
    function: Hashable
    decider: bool = False


def sizes(people: int, size: int) -> list[int]:
    """How large the groups are: as near to `size` as can be, the larger ones first, none under two
    where there are two people."""
    if people < 1:
        return []
    count = max(1, min(round_half_up(people / size), people // LEAST))
    least, larger = divmod(people, count)
    return [least + 1] * larger + [least] * (count - larger)


def same(groups: Groups[Id]) -> Same[Id]:
    """What two proposals have in common that put the same people together."""
    return frozenset(frozenset(group) for group in groups)


def propose(
    members: Sequence[Member[Id]],
    size: int,
    *,
    mixed: bool = True,
    seen: Collection[Same[Id]] = (),
) -> Groups[Id] | None:
    """Groups of about this size that were not proposed before; None where there seem to be no
    others. The first proposal is always the same; `members` come in seating order."""
    chosen = random.Random(len(seen))
    for attempt in range(_TRIES):
        order = list(members)
        if attempt or seen:
            chosen.shuffle(order)
        made = _dealt(order, size, mixed and attempt < _TRIES // 2)
        groups = tuple(tuple(one.id for one in group) for group in made)
        if same(groups) not in seen:
            return groups
    return None


def _dealt(order: Sequence[Member[Id]], size: int, mixed: bool) -> list[list[Member[Id]]]:
    """People in groups: as they come, or one after the other where they fit best."""
    wanted = sizes(len(order), size)
    if not mixed:
        return _cut(order, wanted)
    groups: list[list[Member[Id]]] = [[] for _ in wanted]
    many = Counter(one.function for one in order)
    place = {one.id: at for at, one in enumerate(order)}
    for one in sorted(order, key=lambda one: (not one.decider, -many[one.function], place[one.id])):
        free = [group for group, most in zip(groups, wanted, strict=True) if len(group) < most]
        min(free, key=lambda group: (*_cost([*group, one]), len(group))).append(one)
    _improve(groups)
    return groups


def _cut(order: Sequence[Member[Id]], wanted: Sequence[int]) -> list[list[Member[Id]]]:
    groups, at = [], 0
    for count in wanted:
        groups.append(list(order[at : at + count]))
        at += count
    return groups


def _improve(groups: list[list[Member[Id]]]) -> None:
    """Swaps two people as long as that makes the groups better."""
    better = True
    while better:
        better = any(_swapped(one, other) for one, other in combinations(groups, 2))


def _swapped(one: list[Member[Id]], other: list[Member[Id]]) -> bool:
    before = _sum(_cost(one), _cost(other))
    for at in range(len(one)):
        for there in range(len(other)):
            one[at], other[there] = other[there], one[at]
            if _sum(_cost(one), _cost(other)) < before:
                return True
            one[at], other[there] = other[there], one[at]
    return False


def _cost(group: Sequence[Member[Id]]) -> tuple[int, int]:
    """Pairs of deciders in a group, then pairs of one function."""
    deciders = sum(one.decider for one in group)
    functions = Counter(one.function for one in group)
    return _pairs(deciders), sum(_pairs(count) for count in functions.values())


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _sum(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]
