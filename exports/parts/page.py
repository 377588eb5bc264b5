"""A page that its parts fill from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from exports.ink import POINTS_PER_MM
from exports.parts.part import Part
from exports.pen import Pen

LEAST_GAP, MOST_GAP = 6.0, 15.0


class Fill(Part):
    """Parts under each other, the room that is left shared out between them.

    What does not fit on the page goes on on the next one, each part whole where it can be.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self.parts = tuple(parts)
        self._room = 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Takes all the room there is, if its parts fit."""
        self._width, self._room = aW / POINTS_PER_MM, aH / POINTS_PER_MM
        self.width = aW
        self.height = max(aH, self.least(self._width) * POINTS_PER_MM)
        return self.width, self.height

    def height_at(self, width: float) -> float:
        return max(self._room, self.least(width))

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """As many of its parts as fit, and the rest."""
        width, room = aW / POINTS_PER_MM, aH / POINTS_PER_MM
        for fit in range(len(self.parts) - 1, 0, -1):
            if Fill(self.parts[:fit]).least(width) <= room:
                return [Fill(self.parts[:fit]), Fill(self.parts[fit:])]
        return []

    def paint(self, pen: Pen, width: float) -> None:
        gap = self._gap(width)
        y = 0.0
        for part in self.parts:
            part.paint(pen.moved(0, y), width)
            y += part.height_at(width) + gap

    def least(self, width: float) -> float:
        """How tall its parts are with the least room between them."""
        gaps = LEAST_GAP * max(0, len(self.parts) - 1)
        return sum(part.height_at(width) for part in self.parts) + gaps

    def _gap(self, width: float) -> float:
        gaps = max(1, len(self.parts) - 1)
        spare = self._room - self.least(width)
        return min(MOST_GAP, LEAST_GAP + max(0.0, spare) / gaps)
