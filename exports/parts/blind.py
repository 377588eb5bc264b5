"""The curves that functions drew before they heard each other, one for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from exports.ink import ACCENT, CALL_OUT, CAPTION, INK, LANE_NAME
from exports.lines import Block, set_text
from exports.parts.curve import draw_curve, runs
from exports.parts.marks import GAP, SIZE, HasMark, draw_mark
from exports.parts.part import Part
from exports.parts.phases import GUTTER, LABEL_WIDTH
from exports.parts.plot import Plot, draw_ground
from exports.parts.words import baseline
from exports.pen import Pen
from workshop.mark_shapes import Piece
from workshop.rules.curve import Curve, through

LEAST_SIZE = 2.4
"""Marks are no smaller than this."""

CURVE_WEIGHT, HALO = 1.1, 1.4
BAND_OPACITY, BAND_STEP = 0.06, 1.0
EDGES = (6.0, 6.0)
BRACKET = 1.8
"""How far left of the marks the line of the widest gap stands."""

SAID_GAP = 1.5


@dataclass(frozen=True, slots=True)
class View:
    """What one function said of each phase; None where it said nothing."""

    mark: HasMark
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Blind:
    """The views of all functions on a scale from `least` to `most`. `widest` is the phase in which
    they are furthest apart, and `said` tells of it in words."""

    views: tuple[View, ...]
    least: float = -3
    most: float = 3
    widest: int | None = None
    said: str = ""

    @property
    def count(self) -> int:
        """How many phases there are."""
        return max((len(view.values) for view in self.views), default=0)


class BlindField(Part):
    """One thin curve for each function through its own marks, the band between them, and the
    widest gap in the accent. Marks of equal value stand side by side."""

    def __init__(self, name: str, blind: Blind, tall: float, *, remark: str = "") -> None:
        super().__init__()
        self.name, self.remark, self.blind, self.tall = name, remark, blind, tall

    def height_at(self, width: float) -> float:
        label = sum(block.height for block in self._label()) + 1.0
        said = self._said(width).height
        return max(label, self.tall + (said + SAID_GAP if said else 0.0))

    def paint(self, pen: Pen, width: float) -> None:
        name, remark = self._label()
        pen.block(0, baseline(LANE_NAME) + 1.0, name, LANE_NAME)
        pen.block(0, name.height + baseline(CAPTION) + 1.0, remark, CAPTION)
        blind = self.blind
        plot = Plot(width, self.tall, blind.count, blind.least, blind.most, *EDGES)
        draw_ground(pen, plot)
        marks = [_Marks(plot, blind.views, index) for index in range(blind.count)]
        curves = [curve for index in range(len(blind.views)) for curve in _curves(marks, index)]
        if curves:
            pen.path(_envelope(curves), fill=INK, opacity=BAND_OPACITY, closed=True)
        for index, view in enumerate(blind.views):
            for curve in _curves(marks, index):
                draw_curve(pen, curve, view.mark.colour, CURVE_WEIGHT, halo=HALO)
        if blind.widest is not None:
            marks[blind.widest].draw_gap(pen)
        for place in marks:
            place.draw(pen, blind.views)
        pen.block(
            LABEL_WIDTH, self.tall + SAID_GAP + baseline(CALL_OUT), self._said(width), CALL_OUT
        )

    def _label(self) -> tuple[Block, Block]:
        room = LABEL_WIDTH - GUTTER
        return set_text(self.name, LANE_NAME, room), set_text(self.remark, CAPTION, room)

    def _said(self, width: float) -> Block:
        return set_text(self.blind.said, CALL_OUT, width - LABEL_WIDTH)


class _Marks:
    """Where the marks of a phase stand: at their values, equal ones beside each other."""

    def __init__(self, plot: Plot, views: Sequence[View], index: int) -> None:
        given = [
            (value, place)
            for place, view in enumerate(views)
            if (value := view.values[index]) is not None
        ]
        given.sort(key=lambda pair: pair[0])
        groups = [
            (value, [place for _, place in pairs])
            for value, pairs in groupby(given, key=lambda pair: pair[0])
        ]
        room = plot.grid.room(plot.width)
        step = abs(plot.y(0) - plot.y(1))
        most = max((len(places) for _, places in groups), default=1)
        self.size = _size(most, room, step)
        self.at: dict[int, tuple[float, float]] = {}
        for value, places in groups:
            spots = _spots(plot.x(index), plot.y(value), len(places), self.size, room)
            self.at.update(zip(places, spots, strict=True))

    def draw(self, pen: Pen, views: Sequence[View]) -> None:
        """Draws each function's mark."""
        for place, (x, y) in self.at.items():
            draw_mark(pen, x - self.size / 2, y - self.size / 2, views[place].mark, self.size)

    def draw_gap(self, pen: Pen) -> None:
        """Draws how far apart the highest and the lowest stand."""
        xs, ys = zip(*self.at.values(), strict=True)
        x = min(xs) - self.size / 2 - BRACKET
        pen.rule((x, min(ys)), (x, max(ys)), ACCENT, 1.4)
        for y in (min(ys), max(ys)):
            pen.rule((x, y), (x + 1.2, y), ACCENT, 1.4)


def _columns(room: float, size: float) -> int:
    """How many marks stand beside each other."""
    return max(1, int((room + GAP) / (size + GAP)))


def _size(most: int, room: float, step: float) -> float:
    """The size of marks, so that the rows of equal ones keep clear of the next value's."""
    size = SIZE
    while size > LEAST_SIZE and -(-most // _columns(room, size)) * (size + 0.3) > step:
        size -= 0.1
    return size


def _spots(
    x: float, y: float, count: int, size: float, room: float
) -> Iterator[tuple[float, float]]:
    """The middles of marks of equal value, in rows around their place."""
    columns = _columns(room, size)
    rows = -(-count // columns)
    for row in range(rows):
        here = min(columns, count - row * columns)
        down = y + (row - (rows - 1) / 2) * (size + 0.3)
        for column in range(here):
            yield x + (column - (here - 1) / 2) * (size + GAP), down


def _curves(marks: Sequence[_Marks], view: int) -> list[Curve]:
    """A function's curve through its own marks, broken where it said nothing."""
    places = [mark.at.get(view, (float(index), None)) for index, mark in enumerate(marks)]
    return [through(run) for run in runs(places) if len(run) > 1]


def _envelope(curves: Sequence[Curve]) -> list[Piece]:
    """The band from the lowest to the highest curve, felt for in small steps."""
    left = min(curve.pieces[0].x0 for curve in curves)
    right = max(curve.pieces[-1].x1 for curve in curves)
    steps = max(1, round((right - left) / BAND_STEP))
    upper, lower = [], []
    for step in range(steps + 1):
        x = left + (right - left) * step / steps
        heights = [curve.at(x) for curve in curves if _covers(curve, x)]
        if heights:
            upper.append((x, min(heights)))
            lower.append((x, max(heights)))
    first, *others = [*upper, *reversed(lower)]
    return [("move", first), *(("line", point) for point in others)]


def _covers(curve: Curve, x: float) -> bool:
    return curve.pieces[0].x0 <= x <= curve.pieces[-1].x1
