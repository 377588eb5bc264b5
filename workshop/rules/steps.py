"""The timed steps of a stage: which one it is now, when a bell rings, what shortening does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import accumulate

from workshop.frozen import frozen


@frozen
class Step:
    """A part of a stage, in whole minutes; a bell may ring at its end."""

    minutes: int
    bell: bool = False


@frozen
class Mark:
    """The facilitator's own say: step `index` began when the stage had run for `at`."""

    index: int
    at: timedelta


@frozen
class Current:
    """The step that is on, how long it has been, and what is left of it (below zero: over)."""

    index: int
    gone: timedelta
    left: timedelta


ONE_TWO_FOUR_ALL = tuple(Step(minutes, bell=True) for minutes in (1, 2, 4, 5))
"""Alone, in pairs, in fours, all together: 1-2-4-All of the Liberating Structures."""

_FROM_THE_START = Mark(0, timedelta())


def current(steps: Sequence[Step], ran: timedelta, mark: Mark | None = None) -> Current:
    """The step that is on when the stage has run for `ran`, pauses not counted.

    The clock moves through the steps from the mark on, or from the start without one. The last
    step stays on however long the stage runs. Raises ValueError when there are no steps, or not
    the marked one.
    """
    mark = mark or _FROM_THE_START
    if mark.index not in range(len(steps)):
        raise ValueError(f"no step {mark.index} among {len(steps)}")
    ends = _ends(steps, mark)
    index = next((index for index, end in ends.items() if ran < end), len(steps) - 1)
    left = ends[index] - ran
    return Current(index, timedelta(minutes=steps[index].minutes) - left, left)


def bells(steps: Sequence[Step], mark: Mark | None = None) -> tuple[timedelta, ...]:
    """The running times at which a bell rings, from the mark on."""
    ends = _ends(steps, mark or _FROM_THE_START)
    return tuple(end for index, end in ends.items() if steps[index].bell)


def shortened(minutes: Sequence[int], to: int) -> tuple[int, ...]:
    """The steps' `minutes` when their stage gets `to` minutes in all.

    In proportion, each in whole minutes, the remainder on the longest step (the earlier of two
    equal ones). Raises ValueError when `minutes` come to nothing.
    """
    total = sum(minutes)
    if total <= 0:
        raise ValueError("steps without minutes cannot be shortened in proportion")
    parts = [part * to // total for part in minutes]
    parts[minutes.index(max(minutes))] += to - sum(parts)
    return tuple(parts)


def _ends(steps: Sequence[Step], mark: Mark) -> dict[int, timedelta]:
    """The running time at which each step ends, for the marked step and those after it."""
    lengths = (timedelta(minutes=step.minutes) for step in steps[mark.index :])
    ends = list(accumulate(lengths, initial=mark.at))[1:]
    return dict(enumerate(ends, start=mark.index))
