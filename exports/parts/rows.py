"""Tables: rows with hairlines between them, whose head comes again on every page."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from exports.ink import BODY, HAIRLINE, INK, POINTS_PER_MM, TABLE_HEAD, Style
from exports.lines import Text
from exports.parts.part import TALLEST, Columns, Part
from exports.parts.words import Words
from exports.pen import Pen

PADDING = 1.7
"""Above and below what stands in a row."""

LOW = 30.0
"""Rows lower than this never stand alone at the end of a page or at its top."""


class Rows(Part):
    """Parts under each other with hairlines between; a page may end after any of them but those
    that keep with the next."""

    def __init__(
        self,
        rows: Sequence[Part],
        head: Part | None = None,
        *,
        above: float = 0.0,
        below: float = 0.0,
        padding: float = PADDING,
    ) -> None:
        super().__init__(above, below)
        self.rows, self.head = tuple(rows), head
        self.padding = padding

    def height_at(self, width: float) -> float:
        return self._head_height(width) + sum(self._heights(width))

    def paint(self, pen: Pen, width: float) -> None:
        y = self._head_height(width)
        if self.head is not None:
            self.head.paint(pen, width)
            pen.rule((0, y), (width, y), INK, 0.6)
        for index, (row, tall) in enumerate(zip(self.rows, self._heights(width), strict=True)):
            if index and not self.rows[index - 1].keepWithNext:
                pen.rule((0, y), (width, y), HAIRLINE, 0.5)
            row.paint(pen.moved(0, y + self.padding), width)
            y += tall

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """As many rows as there is room for, and the rest under the same head."""
        return list(self.divide(aW / POINTS_PER_MM, aH / POINTS_PER_MM) or ())

    def divide(self, width: float, room: float) -> tuple[Part, Part] | None:
        """As many rows as there is room for, and the rest under the same head. A row is cut only
        if it is so tall that no page might hold it."""
        used, fit = self._head_height(width), 0
        heights = self._heights(width)
        while fit < len(heights) and used + heights[fit] <= room + 1e-6:
            used, fit = used + heights[fit], fit + 1
        if fit == len(heights):
            return None
        fit = self._not_alone(fit, heights)
        cut = None
        if heights[fit] > TALLEST:
            cut = self.rows[fit].divide(width, room - used - 2 * self.padding)
        if cut is None and not fit:
            return None
        first, rest = (cut[:1], cut[1:]) if cut else ((), self.rows[fit : fit + 1])
        return (
            self._part([*self.rows[:fit], *first], first=True),
            self._part([*rest, *self.rows[fit + 1 :]], first=False),
        )

    def _not_alone(self, fit: int, heights: Sequence[float]) -> int:
        """How many rows stay, so that none of a few low ones is left alone on either page, and no
        row that heads others at the foot of one."""
        while fit and self.rows[fit - 1].keepWithNext:
            fit -= 1
        if len(heights) < 4 or max(heights) > LOW:
            return fit
        if fit == len(heights) - 1:
            return fit - 1
        return 0 if fit == 1 else fit

    def _part(self, rows: Sequence[Part], *, first: bool) -> Rows:
        head = self.head if first or self.head is None else self.head.again()
        above, below = (self.above, 0.0) if first else (0.0, self.below)
        return Rows(rows, head, above=above, below=below, padding=self.padding)

    def _head_height(self, width: float) -> float:
        return self.head.height_at(width) + 1.2 if self.head is not None else 0.0

    def _heights(self, width: float) -> list[float]:
        return [row.height_at(width) + 2 * self.padding for row in self.rows]


def cells(
    texts: Sequence[Text | Part], shares: Sequence[float], style: Style = BODY, gutter: float = 4.0
) -> Columns:
    """A row of a table: texts, or other parts, beside each other."""
    parts = [cell if isinstance(cell, Part) else Words(cell, style) for cell in texts]
    return Columns(parts, shares, gutter)


def table_head(names: Sequence[str], shares: Sequence[float], gutter: float = 4.0) -> Columns:
    """The names above the columns of a table."""
    return cells(names, shares, TABLE_HEAD, gutter)
