"""Whether a number goes toward its target: the last two readings against each other."""

from __future__ import annotations

TOWARD, AWAY, LEVEL = "toward", "away", "level"


def trend(before: float, after: float, target: float) -> str:
    """`toward` the target, `away` from it, or `level`, by how far both are from it."""
    was, now = abs(target - before), abs(target - after)
    if now == was:
        return LEVEL
    return TOWARD if now < was else AWAY
