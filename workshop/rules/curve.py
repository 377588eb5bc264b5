"""A smooth curve through points that never shows a value nobody gave.

Monotone cubic interpolation (F. N. Fritsch and R. E. Carlson, "Monotone piecewise cubic
interpolation", 1980): between two neighbouring points the curve stays between their values, so
it has its peaks and dips only where the points have them.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from workshop.frozen import frozen


@frozen
class Piece:
    """A cubic Bezier from one point to the next.

    Its four heights stand at equal steps of x, so x runs evenly along the piece.
    """

    x0: float
    x1: float
    heights: tuple[float, float, float, float]

    @property
    def control_points(self) -> tuple[tuple[float, float], ...]:
        """Start, two control points and end, as painters want them."""
        step = (self.x1 - self.x0) / 3
        xs = (self.x0, self.x0 + step, self.x1 - step, self.x1)
        return tuple(zip(xs, self.heights, strict=True))

    def at(self, x: float) -> float:
        """The height at `x`: a weighted mean of the four heights, held within the two ends."""
        t = (x - self.x0) / (self.x1 - self.x0)
        s = 1 - t
        a, b, c, d = self.heights
        height = a * s**3 + 3 * b * s * s * t + 3 * c * s * t * t + d * t**3
        return min(max(height, min(a, d)), max(a, d))

    def cut(self, left: float, right: float) -> Piece:
        """The part of the piece from `left` to `right` (P. de Casteljau's subdivision)."""
        start, end = ((x - self.x0) / (self.x1 - self.x0) for x in (left, right))
        upper = _halves(self.heights, end)[0]
        return Piece(left, right, _halves(upper, start / end if end else 0.0)[1])


_Heights = tuple[float, float, float, float]


def _halves(heights: _Heights, t: float) -> tuple[_Heights, _Heights]:
    """The heights of both parts of a piece that is cut at `t`, from 0 to 1."""
    a, b, c, d = heights
    ab, bc, cd = a + (b - a) * t, b + (c - b) * t, c + (d - c) * t
    abc, bcd = ab + (bc - ab) * t, bc + (cd - bc) * t
    middle = abc + (bcd - abc) * t
    return (a, ab, abc, middle), (middle, bcd, cd, d)


@frozen
class Curve:
    """A curve made of pieces from left to right."""

    pieces: tuple[Piece, ...]

    def at(self, x: float) -> float:
        """The height at `x`; beyond its ends the curve goes on level."""
        first, last = self.pieces[0], self.pieces[-1]
        x = min(max(x, first.x0), last.x1)
        index = bisect_right(self.pieces, x, key=lambda piece: piece.x0) - 1
        return self.pieces[index].at(x)

    def cut(self, left: float, right: float) -> Curve:
        """The part of the curve from `left` to `right`, which lie between its ends."""
        inside = [piece for piece in self.pieces if piece.x1 > left and piece.x0 < right]
        return Curve(
            tuple(piece.cut(max(left, piece.x0), min(right, piece.x1)) for piece in inside)
        )


def through(points: Sequence[tuple[float, float]]) -> Curve:
    """The curve through `points` (x, y) from left to right.

    Raises ValueError for fewer than two points, or when one does not stand right of the last.
    """
    if len(points) < 2 or any(right[0] <= left[0] for left, right in pairwise(points)):
        raise ValueError("a curve needs two points or more, from left to right")
    slopes = _slopes(points)
    return Curve(
        tuple(
            _piece(left, right, slope, next_slope)
            for (left, right), (slope, next_slope) in zip(
                pairwise(points), pairwise(slopes), strict=True
            )
        )
    )


def _piece(
    left: tuple[float, float], right: tuple[float, float], slope: float, next_slope: float
) -> Piece:
    (x0, y0), (x1, y1) = left, right
    third = (x1 - x0) / 3
    return Piece(x0, x1, (y0, y0 + slope * third, y1 - next_slope * third, y1))


def _slopes(points: Sequence[tuple[float, float]]) -> list[float]:
    """The curve's slope at each point, small enough that no piece leaves its ends' range."""
    secants = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(points)]
    inner = [(a + b) / 2 if a * b > 0 else 0.0 for a, b in pairwise(secants)]
    slopes = [secants[0], *inner, secants[-1]]
    for index, secant in enumerate(secants):
        steepness = math.hypot(slopes[index], slopes[index + 1])
        if steepness > 3 * abs(secant):
            shrink = 3 * abs(secant) / steepness
            slopes[index] *= shrink
            slopes[index + 1] *= shrink
    return slopes
