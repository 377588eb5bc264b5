"""The outlines of the marks' shapes: one set that windows and handouts draw alike.

An outline is a closed path in a unit square, y downward, made of pieces that every painter knows:
`("move", x, y)`, `("line", x, y)` and `("curve", x1, y1, x2, y2, x, y)`. Sizes are chosen so that
all shapes look equally big.
"""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin

Piece = tuple[str, tuple[float, ...]]

KAPPA = 4 / 3 * (2**0.5 - 1)
"""How far a cubic's control points lie out, in radii, for a quarter of a circle."""

LETTER_AT = {"shield": 0.46, "drop": 0.51, "pentagon": 0.54}
"""Where the middle of the letter stands, from the top, where that is not half-way."""

LETTER_PART, LETTERS_PART = 0.56, 0.4
"""The size of one letter, and of two, as a part of the mark's side."""

RING_INSET, RING_WIDTH = 0.79, 0.06
"""The ring: the shape once more at this part of its size, as a line of this part's width."""


@cache
def outline(shape: str) -> tuple[Piece, ...]:
    """The closed outline of one of `workshop.records.people.SHAPES`."""
    if shape == "circle":
        return circle(0.5, 0.5, 0.48)
    if shape == "shield":
        return _SHIELD
    if shape == "drop":
        return _DROP
    return _polygon(_corners(shape))


def letter_part(letters: str) -> float:
    """The size of the letters of a mark as a part of its side."""
    return LETTER_PART if len(letters) == 1 else LETTERS_PART


def circle(x: float, y: float, radius: float) -> tuple[Piece, ...]:
    """A circle as four cubics."""
    quarter = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)]
    pieces: list[Piece] = [("move", (x + radius, y))]
    for (ax, ay), (bx, by) in zip(quarter, [*quarter[1:], quarter[0]], strict=True):
        points = [(ax + KAPPA * bx, ay + KAPPA * by), (bx + KAPPA * ax, by + KAPPA * ay), (bx, by)]
        flat = tuple(c for px, py in points for c in (x + radius * px, y + radius * py))
        pieces.append(("curve", flat))
    return tuple(pieces)


def _polygon(corners: list[tuple[float, float]]) -> tuple[Piece, ...]:
    first, *others = corners
    return (("move", first), *(("line", corner) for corner in others))


def _corners(shape: str) -> list[tuple[float, float]]:
    if shape == "square":
        return [(0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)]
    if shape == "hexagon":
        return _regular(6, 0.5, 0.0, 0.5)
    if shape == "octagon":
        return _regular(8, 0.515, 1 / 16, 0.5)
    if shape == "pentagon":
        return _regular(5, 0.525, -0.25, 0.535)
    return _regular(4, 0.5, -0.25, 0.5)


def _regular(corners: int, radius: float, turn: float, middle: float) -> list[tuple[float, float]]:
    """A regular polygon, its first corner `turn` of a circle from the right."""
    angles = (2 * pi * (turn + corner / corners) for corner in range(corners))
    return [(0.5 + radius * cos(a), middle + radius * sin(a)) for a in angles]


_SHIELD: tuple[Piece, ...] = (
    ("move", (0.03, 0.04)),
    ("line", (0.97, 0.04)),
    ("line", (0.97, 0.54)),
    ("curve", (0.97, 0.76, 0.74, 0.88, 0.5, 1.0)),
    ("curve", (0.26, 0.88, 0.03, 0.76, 0.03, 0.54)),
)

_DROP: tuple[Piece, ...] = (
    ("move", (0.97, 0.03)),
    ("line", (0.97, 0.5)),
    ("curve", (0.97, 0.76, 0.76, 0.98, 0.5, 0.98)),
    ("curve", (0.24, 0.98, 0.03, 0.76, 0.03, 0.5)),
    ("curve", (0.03, 0.24, 0.24, 0.03, 0.5, 0.03)),
)
"""A drop that has its corner at the top right."""
