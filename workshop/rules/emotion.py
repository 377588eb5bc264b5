"""What the emotion cards say: one feeling per person, phase and persona.

The median wins and the spread shows how far the room is apart; from a spread of four a phase is
one to talk about. Ties go to the earlier phase.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from workshop.frozen import frozen
from workshop.rules.arithmetic import Number, median

TALK_FROM_SPREAD = 4

Phase = TypeVar("Phase", bound=Hashable)
Function = TypeVar("Function", bound=Hashable)


@frozen
class Feelings:
    """The cards of one phase."""

    median: Number
    low: int
    high: int

    @property
    def spread(self) -> int:
        return self.high - self.low

    @property
    def talk(self) -> bool:
        """The room is so far apart that its highest and lowest speaker are asked."""
        return self.spread >= TALK_FROM_SPREAD


@frozen
class Gap(Generic[Phase, Function]):
    """Where the functions' blind curves are widest apart, and who stands at the two ends."""

    phase: Phase
    low: int
    high: int
    lowest: tuple[Function, ...]
    highest: tuple[Function, ...]

    @property
    def width(self) -> int:
        return self.high - self.low


def feelings(cards: Sequence[int]) -> Feelings:
    """What `cards` of one phase say. Raises ValueError when there is none."""
    return Feelings(median(cards), min(cards), max(cards))


def lowest_phase(medians: Mapping[Phase, Number]) -> Phase | None:
    """The phase that feels worst; `medians` stand in the order of the phases."""
    return min(medians, key=lambda phase: medians[phase], default=None)


def last_phase(medians: Mapping[Phase, Number]) -> Phase | None:
    """The last phase with a feeling: people remember the peak and the end."""
    return next(reversed(list(medians)), None)


def is_flat(medians: Mapping[Phase, Number]) -> bool:
    """All medians lie within one step: the worst day has not been told yet."""
    return bool(medians) and max(medians.values()) - min(medians.values()) <= 1


def widest_gap(
    blind: Mapping[Phase, Mapping[Function, int]],
) -> Gap[Phase, Function] | None:
    """The phase at which the functions' own values are widest apart, the earlier of equals.

    None when no phase has two functions that differ.
    """
    gaps = [_gap(phase, values) for phase, values in blind.items() if values]
    widest = max(gaps, key=lambda gap: gap.width, default=None)
    return widest if widest and widest.width else None


def _gap(phase: Phase, values: Mapping[Function, int]) -> Gap[Phase, Function]:
    low, high = min(values.values()), max(values.values())
    lowest = tuple(function for function, value in values.items() if value == low)
    highest = tuple(function for function, value in values.items() if value == high)
    return Gap(phase, low, high, lowest, highest)
