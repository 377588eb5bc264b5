"""Smooth curves on paper: through values at places across, with a band or a gap between two.

The curve is that of `workshop.rules.curve`; it is broken where there is no value, so that it
never shows one that nobody gave.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from exports.ink import WHITE
from exports.pen import Dash, Pen
from workshop.mark_shapes import Piece
from workshop.rules.curve import Curve, through

Places = Sequence[tuple[float, float | None]]
"""Places from left to right in millimetres; None where there is no value."""

HALO = 2.6
"""So much wider is the white line under a curve, in points."""


def runs(places: Places) -> list[list[tuple[float, float]]]:
    """The stretches of neighbours that have a value."""
    groups = groupby(places, key=lambda place: place[1] is None)
    return [[(x, y) for x, y in group if y is not None] for is_open, group in groups if not is_open]


def stretched(run: Sequence[tuple[float, float]], left: float, right: float) -> Curve:
    """The curve through a run, going on level to the places `left` and `right`."""
    points = list(run)
    if left < points[0][0]:
        points.insert(0, (left, points[0][1]))
    if right > points[-1][0]:
        points.append((right, points[-1][1]))
    return through(points)


def line_of(curve: Curve) -> Iterator[Piece]:
    """A curve as the pieces of a path."""
    yield "move", curve.pieces[0].control_points[0]
    for piece in curve.pieces:
        yield "curve", tuple(n for point in piece.control_points[1:] for n in point)


def between(upper: Curve, lower: Curve) -> Iterator[Piece]:
    """The area between two curves that begin and end at the same places across."""
    yield from line_of(upper)
    yield "line", lower.pieces[-1].control_points[3]
    for piece in reversed(lower.pieces):
        back = list(reversed(piece.control_points))[1:]
        yield "curve", tuple(n for point in back for n in point)


def draw_curve(
    pen: Pen, curve: Curve, colour: str, weight: float, dash: Dash = (), halo: float = HALO
) -> None:
    """Draws a curve with a white line under it, so that what it crosses stays apart."""
    if halo:
        pen.path(line_of(curve), line=WHITE, weight=weight + halo)
    pen.path(line_of(curve), line=colour, weight=weight, dash=dash)


def shared(one: Curve, other: Curve) -> tuple[Curve, Curve] | None:
    """Two curves over the places where both are; None if there are none."""
    left = max(one.pieces[0].x0, other.pieces[0].x0)
    right = min(one.pieces[-1].x1, other.pieces[-1].x1)
    return (one.cut(left, right), other.cut(left, right)) if left < right else None
