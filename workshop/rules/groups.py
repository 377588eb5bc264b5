"""The groups in which a round without attribution is counted.

Per option such a round keeps one count per group and nothing else, so a group must be large
enough to hide in: each function with at least three present voters is a group, all others
together are one more, and if those are fewer than three the smallest function joins them.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from typing import Generic, TypeVar

from workshop.frozen import frozen

LEAST_VOTERS = 3

Function = TypeVar("Function", bound=Hashable)


@frozen
class CountGroup(Generic[Function]):
    """Functions that are counted as one, in the workshop's order, and their present voters."""

    functions: tuple[Function, ...]
    voters: int

    @property
    def guessable(self) -> bool:
        """Too few to hide in, which happens only when the whole round has too few voters."""
        return self.voters < LEAST_VOTERS


def count_groups(present: Mapping[Function, int]) -> tuple[CountGroup[Function], ...]:
    """The groups for `present` voters per function, in the workshop's order of functions.

    The functions counted together come last. Of several smallest functions the earlier joins
    them. Functions without a present voter are in no group. Call it once, when the round opens:
    who comes or goes afterwards changes no group.
    """
    shown = [function for function, voters in present.items() if voters >= LEAST_VOTERS]
    others = [function for function, voters in present.items() if 0 < voters < LEAST_VOTERS]
    if others and shown and _voters(others, present) < LEAST_VOTERS:
        smallest = min(shown, key=lambda function: present[function])
        shown.remove(smallest)
        others.append(smallest)
    groups = [CountGroup((function,), present[function]) for function in shown]
    if others:
        together = tuple(function for function in present if function in others)
        groups.append(CountGroup(together, _voters(together, present)))
    return tuple(groups)


def _voters(functions: Collection[Function], present: Mapping[Function, int]) -> int:
    return sum(present[function] for function in functions)
