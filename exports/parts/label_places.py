"""Where labels stand beside the points they name, none over another.

Each label in turn takes the first free of the places round its point, near ones first: the greedy
method of point-feature labelling on maps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, y downward."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def foot(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return self.left + self.width / 2, self.top + self.height / 2

    def meets(self, other: Rect) -> bool:
        """Whether the two have a place in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.foot
            and other.top < self.foot
        )

    def holds(self, other: Rect) -> bool:
        """Whether the other lies inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.foot <= self.foot
        )


def around(x: float, y: float, radius: float) -> Rect:
    """The square round a point."""
    return Rect(x - radius, y - radius, 2 * radius, 2 * radius)


def place(
    size: tuple[float, float],
    point: Rect,
    area: Rect,
    taken: Sequence[Rect],
    reach: float,
) -> Rect | None:
    """The nearest place for a label of this size within `reach` of its point, inside `area` and
    on nothing that is taken; None if there is none."""
    for found in _places(size, point, reach):
        if area.holds(found) and not any(found.meets(other) for other in taken):
            return found
    return None


def _places(size: tuple[float, float], point: Rect, reach: float) -> Iterator[Rect]:
    """Places round a point: right of it, left, above, below, then slanting, ever further out."""
    wide, tall = size
    x, y = point.middle
    distance = 0.8
    while distance <= reach:
        across, down = point.width / 2 + distance + wide / 2, point.height / 2 + distance + tall / 2
        for turn in (0, 8, 12, 4, 14, 10, 2, 6, 15, 9, 13, 11, 1, 7, 3, 5):
            angle = turn * pi / 8
            middle = x + across * _edge(cos(angle)), y + down * _edge(sin(angle))
            yield Rect(middle[0] - wide / 2, middle[1] - tall / 2, wide, tall)
        distance += 2.2


def _edge(part: float) -> float:
    """A place on the square round a point instead of on the circle."""
    return max(-1.0, min(1.0, part * 2**0.5))
