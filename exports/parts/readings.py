"""A number over time: from the baseline over its readings to the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.ink import ACCENT, CAPTION, HAIRLINE, INK, LEAST_SIZE, MUTED, WHITE
from exports.lines import text_width
from exports.parts.curve import draw_curve
from exports.parts.feeling_labels import Labels, points
from exports.parts.labels import Area, Taken, around
from exports.parts.part import Part
from exports.pen import Pen
from exports.wording import day, number
from workshop.rules.curve import Curve, through

DAY = CAPTION.sized(LEAST_SIZE, 9.0)
TALL, TOP, FOOT = 24.0, 5.5, 10.5
INSET, DAY_GAP = 4.0, 2.0
"""How far the first and the last point keep from the ends; between the words of two days."""

DOT, RING = 0.9, 1.3


@dataclass(frozen=True, slots=True)
class Found:
    """A number as it was found; `on` is the day, empty for the baseline."""

    value: float
    on: str = ""


class ReadingLine(Part):
    """A small line through what was found, with figures and days, and a ring at the target.

    Words that would stand on others are left out, those of the last reading and the target last.
    """

    def __init__(
        self, found: Sequence[Found], target: float | None = None, due: str | None = None
    ) -> None:
        super().__init__(above=2.0, below=1.0)
        self.found = tuple(found)
        self.goal = None if target is None else Found(target, due or "")

    def height_at(self, width: float) -> float:
        return TALL if self._every() else 0.0

    def paint(self, pen: Pen, width: float) -> None:
        every = self._every()
        if not every:
            return
        places = self._places(width)
        foot = TALL - 5.5
        pen.rule((0, foot), (width, foot), HAIRLINE, 0.5)
        taken = Taken(Area(0, 0, width, foot + 0.2))
        if len(places) > 1:
            self._draw_line(pen, taken, places)
        for one, (x, y) in zip(every, places, strict=True):
            size = RING if one is self.goal else DOT
            taken.add(around(x, y, size))
            filled = one is not self.goal and one.on
            colour = ACCENT if one is self.goal else INK
            pen.circle(x, y, size, fill=INK if filled else WHITE, line=colour, weight=1.0)
        values = [(x, y, one.value) for one, (x, y) in zip(every, places, strict=True)]
        labels = Labels(pen, taken)
        last_first = [*reversed(points(values))]
        labels.write_figures(last_first[:1], ACCENT if self.goal else INK, RING + 0.5, number)
        labels.write_figures(last_first[1:], INK, DOT + 0.5, number)
        self._write_days(pen, width, places)

    def _every(self) -> list[Found]:
        return [*self.found, *([self.goal] if self.goal else [])]

    def _places(self, width: float) -> list[tuple[float, float]]:
        """As far apart as each other; the highest at the top."""
        values = [one.value for one in self._every()]
        low, high = min(values), max(values)
        step = (width - 2 * INSET) / max(1, len(values) - 1)
        room = TALL - TOP - FOOT
        return [
            (INSET + index * step, TOP + room * ((high - value) / ((high - low) or 1)))
            for index, value in enumerate(values)
        ]

    def _draw_line(self, pen: Pen, taken: Taken, places: list[tuple[float, float]]) -> None:
        """Solid over what was found, dashed from there to the target."""
        curve = through(places)
        taken.add_curve(curve, 0.6)
        known = len(self.found) - 1
        if curve.pieces[:known]:
            draw_curve(pen, Curve(curve.pieces[:known]), INK, 1.3, halo=0)
        if self.goal is not None and curve.pieces[known:]:
            draw_curve(pen, Curve(curve.pieces[known:]), MUTED, 1.0, (2, 2.5), halo=0)

    def _write_days(self, pen: Pen, width: float, places: list[tuple[float, float]]) -> None:
        free = width
        pairs = list(zip(self._every(), places, strict=True))
        for one, (x, _) in reversed(pairs):
            words = day(one.on) if one.on else ""
            wide = text_width(words, DAY)
            left = min(max(0.0, x - wide / 2), width - wide)
            if words and left + wide <= free:
                pen.text(left, TALL - 2.4, words, DAY)
                free = left - DAY_GAP
