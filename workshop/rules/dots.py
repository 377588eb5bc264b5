"""How many dots a voter gets.

A third of the clusters or a quarter of single notes, within two and five: few enough to force a
choice, enough to show a second thought.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from workshop.frozen import frozen
from workshop.rules.arithmetic import round_half_up

LEAST_DOTS = 2
MOST_DOTS = 5
CLUSTERS_PER_DOT = 3
OTHERS_PER_DOT = 4


class Held(StrEnum):
    """What kept a suggestion from being the plain quotient."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@frozen
class Suggestion:
    """Dots per voter and why: `options` / `divisor`, rounded, and held within the limits."""

    dots: int
    options: int
    divisor: int
    held: Held | None


def suggested_dots(options: int, clusters: bool) -> Suggestion:
    """The dots per voter for a ballot of `options`, which are `clusters` or something finer."""
    divisor = CLUSTERS_PER_DOT if clusters else OTHERS_PER_DOT
    share = round_half_up(Fraction(options, divisor))
    dots = min(max(share, LEAST_DOTS), MOST_DOTS)
    held = None if dots == share else Held.AT_LEAST if dots > share else Held.AT_MOST
    return Suggestion(dots, options, divisor, held)


def default_max_per_item(choosing_a_set: bool) -> int:
    """Dots that one voter may put on one option: two, or one when a whole set is chosen."""
    return 1 if choosing_a_set else 2
