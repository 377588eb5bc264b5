"""Rows under the phases of a journey that go on over as many pages as they need."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from exports.ink import POINTS_PER_MM
from exports.parts.part import Part
from exports.parts.phases import PhaseLine
from exports.pen import Pen

HEAD_GAP, ROW_GAP = 3.6, 3.6
"""Under the line of the phases; between rows."""

KEPT_WHOLE = 70.0
"""A lane lower than this goes to the next page as a whole."""


class JourneyTable(Part):
    """Rows under the line of the phases, which comes again on every page."""

    def __init__(
        self, head: PhaseLine, rows: Sequence[Part], above: float = 0.0, below: float = 0.0
    ) -> None:
        super().__init__(above, below)
        self.head, self.rows = head, tuple(rows)

    def height_at(self, width: float) -> float:
        return self._places(width)[1]

    def paint(self, pen: Pen, width: float) -> None:
        self.head.paint(pen, width)
        for row, y in zip(self.rows, self._places(width)[0], strict=True):
            row.paint(pen.moved(0, y), width)

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """The rows there is room for, and the rest."""
        return list(self.divide(aW / POINTS_PER_MM, aH / POINTS_PER_MM) or ())

    def divide(self, width: float, room: float) -> tuple[Part, Part] | None:
        """The rows there is room for, and the rest; a tall lane is cut between its entries."""
        places = self._places(width)[0]
        ends = [y + row.height_at(width) for y, row in zip(places, self.rows, strict=True)]
        fit = sum(end <= room + 1e-6 for end in ends)
        if fit == len(self.rows):
            return None
        row, cut = self.rows[fit], None
        if not fit or row.height_at(width) > KEPT_WHOLE:
            cut = row.divide(width, room - places[fit])
        if cut is None and not fit:
            return None
        first, rest = (cut[:1], cut[1:]) if cut else ((), (row,))
        return (
            JourneyTable(self.head, [*self.rows[:fit], *first], self.above),
            JourneyTable(self.head, [*rest, *self.rows[fit + 1 :]], below=self.below),
        )

    def _places(self, width: float) -> tuple[list[float], float]:
        """Where each row begins, and where the last ends."""
        y = self.head.height_at(width) + HEAD_GAP
        places = []
        for row in self.rows:
            places.append(y)
            y += row.height_at(width) + ROW_GAP
        return places, y - (ROW_GAP if self.rows else HEAD_GAP)
