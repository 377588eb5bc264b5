"""Where values stand in a field under a journey's phases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exports.ink import ABOVE, BELOW, NEUTRAL, WHITE
from exports.parts.curve import Places, runs, stretched
from exports.parts.phases import GUTTER, LABEL_WIDTH, Grid
from exports.pen import Pen
from workshop.rules.curve import Curve

EDGE = 2.0
"""Curves end so far inside the field, or on the line between two columns."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A field `tall` millimetres high, over `count` phases, from `least` to `most`.

    The highest value keeps `margin` from its upper edge, the lowest `foot` from its lower one:
    words need room there.
    """

    width: float
    tall: float
    count: int
    least: float
    most: float
    margin: float
    foot: float

    @property
    def grid(self) -> Grid:
        """The columns of the phases."""
        return Grid(self.count)

    def x(self, index: int) -> float:
        """Where a phase's point stands; also of the phases beyond both ends."""
        return self.grid.middle(self.width, index)

    def y(self, value: float) -> float:
        """How far below the top a value stands."""
        share = (self.most - value) / ((self.most - self.least) or 1.0)
        return self.margin + share * (self.tall - self.margin - self.foot)

    @property
    def neutral(self) -> float:
        """How far below the top the line of no feeling stands, or the end next to it."""
        return self.y(max(self.least, min(0.0, self.most)))

    def curves(self, values: Iterable[tuple[int, float | None]]) -> list[Curve]:
        """The curves through the values of phases by index, in millimetres; there is a new one
        after each phase without a value. Those of phases beyond both ends reach out of the field.
        """
        places: Places = [
            (self.x(index), None if value is None else self.y(value)) for index, value in values
        ]
        inside = [
            run for run in runs(places) if run[-1][0] > LABEL_WIDTH and run[0][0] < self.width
        ]
        return [stretched(run, self._left(run[0][0]), self._right(run[-1][0])) for run in inside]

    def _left(self, x: float) -> float:
        """Where a curve begins whose first point stands at `x`."""
        first = x < self.x(0) + self.grid.room(self.width) / 2
        return x - self.grid.room(self.width) / 2 + (EDGE if first else -GUTTER / 2)

    def _right(self, x: float) -> float:
        last = x > self.x(self.count - 1) - self.grid.room(self.width) / 2
        return self.width - EDGE if last else x + self.grid.room(self.width) / 2 + GUTTER / 2


def draw_ground(pen: Pen, plot: Plot) -> None:
    """The field: lighter above the neutral line than below it, with white between phases."""
    wide, middle = plot.width - LABEL_WIDTH, plot.neutral
    pen.rectangle(LABEL_WIDTH, 0, wide, middle, ABOVE)
    pen.rectangle(LABEL_WIDTH, middle, wide, plot.tall - middle, BELOW)
    for index in range(1, plot.count):
        x = plot.grid.start(plot.width, index) - GUTTER / 2
        pen.rule((x, 0), (x, plot.tall), WHITE, 1.0)
    pen.rule((LABEL_WIDTH, middle), (plot.width, middle), NEUTRAL, 0.6, (1, 2))
