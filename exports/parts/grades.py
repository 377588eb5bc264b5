"""How something is known: a guess an empty ring, told a half disc, seen a full one; measurable a
half square, measured a full one."""

from __future__ import annotations

from exports.ink import MUTED
from exports.pen import Pen
from exports.translate import tr
from workshop.mark_shapes import KAPPA, Piece

SIZE = 1.9


def grade_name(grade: str) -> str:
    """The word for a grade."""
    return {
        "guess": tr("guess"),
        "told": tr("told"),
        "seen": tr("seen"),
        "measurable": tr("measurable"),
        "measured": tr("measured"),
    }[grade]


def draw_grade(
    pen: Pen, x: float, y: float, grade: str, size: float = SIZE, colour: str = MUTED
) -> None:
    """Draws the sign of a grade around (x, y), in millimetres."""
    radius = size / 2
    full = grade in ("seen", "measured")
    if grade in ("measurable", "measured"):
        inset = radius * 0.9
        _square(pen, x, y, inset, fill=colour if full else "", line=colour)
        if not full:
            pen.rectangle(x - inset, y - inset, inset, 2 * inset, colour)
        return
    pen.circle(x, y, radius, fill=colour if full else "", line=colour, weight=0.7)
    if grade == "told":
        pen.path(_left_half(x, y, radius), fill=colour, closed=True)


def _square(pen: Pen, x: float, y: float, half: float, *, fill: str, line: str) -> None:
    corners = [(x + half, y - half), (x + half, y + half), (x - half, y + half)]
    pieces: list[Piece] = [("move", (x - half, y - half))]
    pieces += [("line", corner) for corner in corners]
    pen.path(pieces, fill=fill, line=line, weight=0.7, closed=True)


def _left_half(x: float, y: float, radius: float) -> list[Piece]:
    bow = KAPPA * radius
    return [
        ("move", (x, y - radius)),
        ("curve", (x - bow, y - radius, x - radius, y - bow, x - radius, y)),
        ("curve", (x - radius, y + bow, x - bow, y + radius, x, y + radius)),
    ]
