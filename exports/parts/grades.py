"""Grades of evidence on paper: a sign and its word, from a guess to a measurement."""

from __future__ import annotations

from exports import wording
from exports.ink import CAPTION, INK, POINTS_PER_MM, WHITE
from exports.lines import Span, Text, spans
from exports.parts.words import Words
from exports.pen import Pen
from workshop.mark_shapes import KAPPA

SIZE = 2.3
"""The width of a sign, in millimetres."""

INDENT = SIZE + 1.2


def draw_grade(pen: Pen, x: float, y: float, grade: str, size: float = SIZE) -> None:
    """Draws the sign of a grade, the top left corner of its box at (x, y): guess an empty ring,
    told a half disc, seen a full one, measurable a half square, measured a full one."""
    middle, radius = (x + size / 2, y + size / 2), size / 2 - 0.15
    if grade in ("measurable", "measured"):
        _draw_square(pen, middle, radius * 0.92, half=grade == "measurable")
        return
    pen.circle(*middle, radius, fill=INK if grade == "seen" else WHITE, line=INK, weight=0.8)
    if grade == "told":
        _draw_half_disc(pen, middle, radius)


def _draw_square(pen: Pen, middle: tuple[float, float], radius: float, *, half: bool) -> None:
    x, y = middle
    left, right, top, foot = x - radius, x + radius, y - radius, y + radius
    corners = [("move", (left, top)), ("line", (right, top)), ("line", (right, foot))]
    whole = [*corners, ("line", (left, foot))]
    pen.path(whole, fill=WHITE if half else INK, line=INK, weight=0.8, closed=True)
    if half:
        pen.rectangle(left, top, radius, 2 * radius, INK)


def _draw_half_disc(pen: Pen, middle: tuple[float, float], radius: float) -> None:
    x, y = middle
    out = KAPPA * radius
    left = [
        ("move", (x, y - radius)),
        ("curve", (x - out, y - radius, x - radius, y - out, x - radius, y)),
        ("curve", (x - radius, y + out, x - out, y + radius, x, y + radius)),
    ]
    pen.path(left, fill=INK, closed=True)


def graded(grade: str, rest: Text = "", above: float = 0.6, below: float = 0.0) -> Words:
    """A line that says how something is known: sign, word, and what more there is to say."""

    def sign(pen: Pen, y: float) -> None:
        draw_grade(pen, 0, y - CAPTION.size * 0.33 / POINTS_PER_MM - SIZE / 2, grade)

    word = Span(wording.grade(grade), CAPTION.bold().tinted(INK))
    more = (Span("   ", CAPTION), *spans(rest, CAPTION)) if rest else ()
    return Words((word, *more), CAPTION, indent=INDENT, above=above, below=below, before=sign)
