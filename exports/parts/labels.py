"""Finding a free place for a label, so that no word ever stands on something else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from workshop.rules.curve import Curve

APART = 1.2
"""So far two labels keep from each other, side by side, in millimetres."""

CURVE_STEP = 0.8
"""How far apart a curve is felt for, in millimetres."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle that something takes up, in millimetres."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Area) -> bool:
        """Whether the two have any place in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Area) -> bool:
        """Whether the other lies wholly in this one."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


def around(x: float, y: float, half: float) -> Area:
    """The square around a point."""
    return Area(x - half, y - half, x + half, y + half)


@dataclass(slots=True)
class Taken:
    """What stands in a room already. Labels look for places between it."""

    room: Area
    areas: list[Area] = field(default_factory=list)
    thin: list[Area] = field(default_factory=list)
    """What a word may stand on if there is no other place for it, such as a dotted line."""

    def add(self, *areas: Area) -> None:
        """These places are taken."""
        self.areas += areas

    def add_curve(self, curve: Curve, half: float) -> None:
        """The places along a curve that is twice `half` thick are taken."""
        left, right = curve.pieces[0].x0, curve.pieces[-1].x1
        steps = max(1, round((right - left) / CURVE_STEP))
        heights = [curve.at(left + (right - left) * n / steps) for n in range(steps + 1)]
        for n in range(steps):
            x = left + (right - left) * n / steps
            top, bottom = sorted(heights[n : n + 2])
            self.add(Area(x, top - half, x + (right - left) / steps, bottom + half))

    def is_free(self, area: Area, *, of_all: bool = True) -> bool:
        """Whether an area lies in the room and meets nothing, or nothing but what is thin."""
        others = [*self.areas, *self.thin] if of_all else self.areas
        return self.room.holds(area) and not any(area.meets(other) for other in others)

    def place(
        self, width: float, height: float, corners: Iterable[tuple[float, float]]
    ) -> Area | None:
        """Takes the first free one of the places with these top left corners, and a little beside
        it; None if all meet something."""
        areas = [Area(x, y, x + width, y + height) for x, y in corners]
        for of_all in (True, False):
            for area in areas:
                if self.is_free(area, of_all=of_all):
                    self.add(Area(area.left - APART, area.top, area.right + APART, area.bottom))
                    return area
        return None


def beside(
    x: float, y: float, width: float, height: float, away: float, sides: Sequence[str]
) -> list[tuple[float, float]]:
    """The top left corners of a label near a point, in the order of `sides`.

    Sides are above, below, right, left and the four corners, such as `above right`; `away` is how
    far the label keeps from the point.
    """
    near = away * 0.75
    places = {
        "above": (x - width / 2, y - away - height),
        "below": (x - width / 2, y + away),
        "right": (x + away, y - height / 2),
        "left": (x - away - width, y - height / 2),
        "above right": (x + near, y - near - height),
        "above left": (x - near - width, y - near - height),
        "below right": (x + near, y + near),
        "below left": (x - near - width, y + near),
    }
    return [places[side] for side in sides]
