"""A map on two named axes: what others are, where we are, where we want to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.ink import (
    ABOVE,
    ACCENT,
    CAPTION,
    INK,
    LABEL,
    NOTE,
    RULE,
    WHITE,
)
from exports.lines import Block, set_text
from exports.parts.label_places import Rect, around, place
from exports.parts.part import Part
from exports.parts.words import Words, baseline
from exports.pen import Pen
from exports.translate import tr

SIDE, LEAST_HEIGHT, INSET = 30.0, 88.0, 7.0
"""The names of the upright axis stand left of the map, which keeps so far from its own edges."""

RADIUS, LABEL_WIDTH = 1.7, 46.0
NAME_REACH, NUMBER_REACH = 12.0, 90.0
MOST_LINES = 3
FLOATS = 2.4
"""A label further from its mark than this has a line to it."""


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis measures, and its two ends."""

    name: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Point:
    """Something on the map, x and y from -1 to 1: `rival` a square, `nothing` an open one,
    `today` and `aim` are ours."""

    name: str
    x: float
    y: float
    look: str = "rival"


_Label = tuple[Block, Rect, Rect]
"""A name as it is set, where it stands, and the mark that it names."""


class PositionMap(Part):
    """Names stand beside their points; one that finds no room there has a number instead, and its
    name under the map."""

    def __init__(self, across: Axis, upright: Axis, points: Sequence[Point]) -> None:
        super().__init__(above=4.0)
        self.across, self.upright, self.points = across, upright, tuple(points)

    def height_at(self, width: float) -> float:
        return self._plot(width).height + 2.0 + self._foot(width) + self._key(width).height

    def paint(self, pen: Pen, width: float) -> None:
        plot = self._plot(width)
        self._paint_ground(pen, plot)
        self._paint_upright(pen, plot)
        self._paint_across(pen, plot)
        self._paint_way(pen, plot)
        labels, _ = self._labels(width)
        for _, at, mark in labels:
            _lead(pen, mark, at)
        for point in self.points:
            _draw_point(pen, *_at(point, plot), point.look)
        for block, at, _ in labels:
            pen.block(at.left, at.top + baseline(LABEL), block, LABEL)
        y = plot.height + 2.0 + self._foot(width) + baseline(NOTE)
        pen.block(0, y, self._key(width), NOTE)

    # The ground and its axes

    def _plot(self, width: float) -> Rect:
        names = sum(part.height_at(SIDE - 4) for part in self._upright_names())
        return Rect(SIDE, 0, width - SIDE, max(LEAST_HEIGHT, names + 8.0))

    def _paint_ground(self, pen: Pen, plot: Rect) -> None:
        pen.rectangle(plot.left, plot.top, plot.width, plot.height, ABOVE)
        x, y = plot.middle
        pen.rule((plot.left, y), (plot.right, y), RULE, 0.7)
        pen.rule((x, plot.top), (x, plot.foot), RULE, 0.7)

    def _upright_names(self) -> list[Words]:
        axis = self.upright
        strong = CAPTION.bold().tinted(INK)
        texts = ((axis.high, strong), (axis.name, CAPTION), (axis.low, strong))
        return [Words(text, style, align="right") for text, style in texts]

    def _paint_upright(self, pen: Pen, plot: Rect) -> None:
        wide = SIDE - 4
        high, name, low = self._upright_names()
        high.paint(pen, wide)
        middle = plot.middle[1] - name.height_at(wide) / 2
        least, most = high.height_at(wide) + 2, plot.foot - low.height_at(wide) - 2
        name.paint(pen.moved(0, max(least, min(middle, most - name.height_at(wide)))), wide)
        low.paint(pen.moved(0, plot.foot - low.height_at(wide)), wide)

    def _across_names(self) -> list[Words]:
        axis = self.across
        strong = CAPTION.bold().tinted(INK)
        return [
            Words(axis.low, strong),
            Words(axis.name, CAPTION, align="centre"),
            Words(axis.high, strong, align="right"),
        ]

    def _paint_across(self, pen: Pen, plot: Rect) -> None:
        wide = (plot.width - 8) / 3
        for index, words in enumerate(self._across_names()):
            words.paint(pen.moved(plot.left + index * (wide + 4), plot.foot + 2.0), wide)

    def _foot(self, width: float) -> float:
        wide = (width - SIDE - 8) / 3
        return max(words.height_at(wide) for words in self._across_names()) + 2.0

    # What stands on it

    def _paint_way(self, pen: Pen, plot: Rect) -> None:
        """From where we are to where we want to be."""
        ours = {point.look: _at(point, plot) for point in self.points}
        if "today" in ours and "aim" in ours:
            pen.rule(ours["today"], ours["aim"], ACCENT, 1.4, (4, 3))

    def _labels(self, width: float) -> tuple[list[_Label], list[str]]:
        """The labels where they stand, and the names that stand under the map."""
        plot = self._plot(width)
        area = Rect(plot.left + 1, plot.top + 1, plot.width - 2, plot.height - 2)
        marks = [around(*_at(point, plot), RADIUS) for point in self.points]
        taken = [*(_with_margin(mark) for mark in marks), *self._way(plot)]
        labels: list[_Label] = []
        below: list[str] = []
        for point, mark in zip(self.points, marks, strict=True):
            style = LABEL.tinted(ACCENT if point.look in ("today", "aim") else INK)
            block = set_text(point.name, style, LABEL_WIDTH)
            found = None
            if len(block.lines) <= MOST_LINES:
                size = block.width, block.height
                found = place(size, mark, area, [*taken, *_axes(plot)], NAME_REACH) or place(
                    size, mark, area, taken, NAME_REACH
                )
            if found is None:
                below.append(point.name)
                block = set_text(str(len(below)), style)
                found = place((block.width, block.height), mark, area, taken, NUMBER_REACH)
            if found is not None:
                labels.append((block, found, mark))
                taken.append(found)
        return labels, below

    def _way(self, plot: Rect) -> list[Rect]:
        """The dashed line as a row of small squares that no label may meet."""
        ours = {point.look: _at(point, plot) for point in self.points}
        if "today" not in ours or "aim" not in ours:
            return []
        (x, y), (to_x, to_y) = ours["today"], ours["aim"]
        steps = 60
        return [
            around(x + (to_x - x) * n / steps, y + (to_y - y) * n / steps, 0.6)
            for n in range(steps + 1)
        ]

    def _key(self, width: float) -> Block:
        """The names of the points that have numbers."""
        _, below = self._labels(width)
        said = [f"{number} {name}" for number, name in enumerate(below, start=1)]
        if any(point.look == "nothing" for point in self.points):
            said.append(tr("Open square: doing nothing."))
        return set_text("   ".join(said), NOTE if below else CAPTION, width)


def _with_margin(mark: Rect) -> Rect:
    """A mark with a little room round it, so that no other's name touches it."""
    return around(*mark.middle, mark.width / 2 + 0.7)


def _axes(plot: Rect) -> list[Rect]:
    """The axes, which names keep off where they can."""
    x, y = plot.middle
    return [
        Rect(plot.left, y - 0.3, plot.width, 0.6),
        Rect(x - 0.3, plot.top, 0.6, plot.height),
    ]


def _at(point: Point, plot: Rect) -> tuple[float, float]:
    x, y = plot.middle
    across, down = plot.width / 2 - INSET, plot.height / 2 - INSET
    return x + point.x * across, y - point.y * down


def _draw_point(pen: Pen, x: float, y: float, look: str) -> None:
    side = 2 * RADIUS - 0.4
    if look in ("rival", "nothing"):
        pen.rectangle(x - side / 2, y - side / 2, side, side, INK)
        if look == "nothing":
            pen.rectangle(x - side / 2 + 0.5, y - side / 2 + 0.5, side - 1.0, side - 1.0, WHITE)
    elif look == "aim":
        pen.circle(x, y, RADIUS, fill=ACCENT)
    else:
        pen.circle(x, y, RADIUS - 0.2, fill=WHITE, line=ACCENT, weight=1.4)


def _lead(pen: Pen, mark: Rect, label: Rect) -> None:
    """A thin line to a label that had to stand away from its mark."""
    x = min(max(mark.middle[0], label.left + 1.0), label.right - 1.0)
    y = min(max(mark.middle[1], label.top + 0.6), label.foot - 0.6)
    if max(abs(x - mark.middle[0]), abs(y - mark.middle[1])) > RADIUS + FLOATS:
        pen.rule(mark.middle, (x, y), RULE, 0.6)
