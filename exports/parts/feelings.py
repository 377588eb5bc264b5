"""The field in which a journey's feelings are drawn as a curve, with what is to become of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from exports.ink import ACCENT, CAPTION, INK, LANE_NAME, MUTED, WHITE
from exports.lines import Block, set_text
from exports.parts import faces
from exports.parts.curve import between, draw_curve, shared
from exports.parts.feeling_labels import MOST_CALLS, CallOut, Labels, Point, points
from exports.parts.labels import Area, Taken, around
from exports.parts.part import Part
from exports.parts.phases import GUTTER, LABEL_WIDTH
from exports.parts.plot import Plot, draw_ground
from exports.parts.words import baseline
from exports.pen import Dash, Pen
from workshop.rules.curve import Curve

RING, SMALL_DOT = 1.25, 1.0
BAND_OPACITY, GAP_OPACITY = 0.06, 0.10
TODAY_WEIGHT, TO_BE_WEIGHT = 2.6, 1.9
TO_BE_DASH: Dash = (5, 4)
THINNER = 0.6
"""The lines of a small field, against those of a large one."""

EDGES, SMALL_EDGES = (6.0, 8.6), (3.6, 4.6)
"""How far the highest value keeps from the top of the field, and the lowest from its foot: words
stand there."""

ROUND = 0.8
"""Words may come nearer to a circle at its corners: it takes up a square of this part of it."""

SCALE_AT = 18.2
"""How far right of the margin the faces of the scale stand."""


@dataclass(frozen=True, slots=True)
class Feeling:
    """How a phase feels: the median of the cards, the lowest and highest of them, and how it is
    to feel. None where nobody said."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    aim: float | None = None


NOTHING = Feeling()


@dataclass(frozen=True, slots=True)
class Mood:
    """The feelings of a persona over the phases, on a scale from `least` to `most`.

    `before` and `after` are those of the phases beyond both ends, where a journey takes two pages.
    """

    feelings: tuple[Feeling, ...]
    least: float = -3
    most: float = 3
    before: Feeling = NOTHING
    after: Feeling = NOTHING

    def curves(self, plot: Plot, value: Callable[[Feeling], float | None]) -> list[Curve]:
        """The curves of one value of the feelings, in millimetres."""
        every = enumerate((self.before, *self.feelings, self.after), -1)
        return plot.curves((index, value(feeling)) for index, feeling in every)


@dataclass(frozen=True, slots=True)
class Named:
    """What a field is called: the lane's name, a line under it, and the names of both curves."""

    name: str
    remark: str = ""
    today: str = ""
    to_be: str = ""


class FeelingField(Part):
    """The curve of a persona's feelings, `tall` millimetres high.

    A `small` one, of many under each other, has dots in place of faces.
    """

    def __init__(
        self,
        mood: Mood,
        named: Named,
        tall: float,
        calls: Sequence[CallOut] = (),
        *,
        small: bool = False,
    ) -> None:
        super().__init__()
        self.mood, self.named, self.tall = mood, named, tall
        self.calls, self.small = tuple(calls[:MOST_CALLS]), small

    def height_at(self, width: float) -> float:
        name, remark = self._name()
        return max(self.tall, name.height + remark.height + 1.0)

    def paint(self, pen: Pen, width: float) -> None:
        mood = self.mood
        edges = SMALL_EDGES if self.small else EDGES
        plot = Plot(width, self.tall, len(mood.feelings), mood.least, mood.most, *edges)
        self._draw_names(pen, plot)
        draw_ground(pen, plot)
        today = mood.curves(plot, lambda feeling: feeling.value)
        to_be = mood.curves(plot, lambda feeling: feeling.aim)
        with pen.within(LABEL_WIDTH, 0, width - LABEL_WIDTH, self.tall):
            self._draw_areas(pen, plot, today, to_be)
            thin = THINNER if self.small else 1.0
            for curve in to_be:
                draw_curve(pen, curve, ACCENT, TO_BE_WEIGHT * thin, TO_BE_DASH)
            for curve in today:
                draw_curve(pen, curve, INK, TODAY_WEIGHT * thin)
        self._draw_points(pen, plot)
        self._write(pen, plot, today, to_be)

    # Left of the field

    def _name(self) -> tuple[Block, Block]:
        room = LABEL_WIDTH - GUTTER if self.small else SCALE_AT - faces.SCALE_SIZE / 2 - 1.0
        name = set_text(self.named.name, LANE_NAME, room)
        return name, set_text(self.named.remark, CAPTION, room)

    def _draw_names(self, pen: Pen, plot: Plot) -> None:
        name, remark = self._name()
        pen.block(0, baseline(LANE_NAME) + 1.0, name, LANE_NAME)
        pen.block(0, name.height + baseline(CAPTION) + 1.0, remark, CAPTION)
        if self.small:
            return
        for value in sorted({plot.least, 0.0, plot.most}):
            faces.draw_face(pen, SCALE_AT, plot.y(value), self._mood_of(value), faces.SCALE_SIZE,
                            MUTED)  # fmt: skip

    def _mood_of(self, value: float) -> float:
        return value / (max(-self.mood.least, self.mood.most) or 1)

    # In it

    def _draw_areas(
        self, pen: Pen, plot: Plot, today: Sequence[Curve], to_be: Sequence[Curve]
    ) -> None:
        """The spread of the cards, and the gap between today and what is to be."""
        lows = self.mood.curves(plot, lambda feeling: feeling.low)
        highs = self.mood.curves(plot, lambda feeling: feeling.high)
        for pairs, colour, opacity in (
            (product(highs, lows), INK, BAND_OPACITY),
            (product(to_be, today), ACCENT, GAP_OPACITY),
        ):
            for upper, lower in pairs:
                both = shared(upper, lower)
                if both is not None:
                    pen.path(between(*both), fill=colour, opacity=opacity, closed=True)

    def _draw_points(self, pen: Pen, plot: Plot) -> None:
        for index, feeling in enumerate(self.mood.feelings):
            if feeling.aim is not None:
                size = RING * (0.7 if self.small else 1.0)
                pen.circle(plot.x(index), plot.y(feeling.aim), size, fill=WHITE, line=ACCENT,
                           weight=1.4 if not self.small else 1.0)  # fmt: skip
        for index, feeling in enumerate(self.mood.feelings):
            if feeling.value is None:
                continue
            x, y = plot.x(index), plot.y(feeling.value)
            if self.small:
                pen.circle(x, y, SMALL_DOT, fill=INK)
            else:
                faces.draw_face(pen, x, y, self._mood_of(feeling.value))

    def _write(self, pen: Pen, plot: Plot, today: Sequence[Curve], to_be: Sequence[Curve]) -> None:
        felt = self._points(plot, lambda feeling: feeling.value)
        aimed = self._points(plot, lambda feeling: feeling.aim)
        size = SMALL_DOT if self.small else faces.SIZE / 2
        taken = self._taken(plot, [*today, *to_be])
        taken.add(*(around(point.x, point.y, size * ROUND) for point in felt if point))
        taken.add(*(around(point.x, point.y, RING) for point in aimed if point))
        labels = Labels(pen, taken)
        labels.write_figures(felt, INK, size + 0.5)
        labels.write_figures(aimed, ACCENT, RING + 0.6)
        lower = _mean(felt) >= _mean(aimed)
        labels.write_name(self.named.today, felt, INK, size + 1.2, below=lower)
        labels.write_name(self.named.to_be, aimed, ACCENT, RING + 1.2, below=not lower)
        for call in self.calls:
            point = felt[call.index]
            if point is not None:
                labels.call_out(call, point, INK, size + 1.0)

    def _taken(self, plot: Plot, curves: Sequence[Curve]) -> Taken:
        taken = Taken(Area(LABEL_WIDTH + 0.8, 0.5, plot.width - 0.8, plot.tall - 0.5))
        neutral = plot.neutral
        taken.thin.append(Area(LABEL_WIDTH, neutral - 0.3, plot.width, neutral + 0.3))
        for curve in curves:
            taken.add_curve(curve, 0.9)
        return taken

    def _points(self, plot: Plot, value: Callable[[Feeling], float | None]) -> list[Point | None]:
        found = [(index, value(feeling)) for index, feeling in enumerate(self.mood.feelings)]
        return points([None if y is None else (plot.x(index), plot.y(y), y) for index, y in found])


def _mean(found: Sequence[Point | None]) -> float:
    """How far down the points stand, on the whole."""
    heights = [point.y for point in found if point is not None]
    return sum(heights) / len(heights) if heights else 0.0
