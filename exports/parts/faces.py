"""Faces that show how it feels, drawn as lines."""

from __future__ import annotations

from exports.ink import INK, WHITE
from exports.pen import Pen

SIZE, SCALE_SIZE = 6.4, 5.2
"""Of a face on a curve and of one beside the scale, in millimetres."""

LINE_WEIGHT, MOUTH_WEIGHT = 1.25, 1.15


def draw_face(
    pen: Pen, x: float, y: float, mood: float, size: float = SIZE, colour: str = INK
) -> None:
    """Draws a face around (x, y). `mood` goes from -1, sad, to 1, glad."""
    radius = size / 2
    mood = max(-1.0, min(1.0, mood))
    scale = size / SIZE
    pen.circle(x, y, radius, fill=WHITE, line=colour, weight=LINE_WEIGHT * scale)
    for side in (-1, 1):
        pen.circle(x + side * radius * 0.34, y - radius * 0.2, radius * 0.1, fill=colour)
    half, curve = radius * 0.46, mood * radius * 0.3
    ends, middle = y + radius * 0.3 - curve * 0.35, y + radius * 0.3 + curve * 0.75
    mouth = (x - half * 0.4, middle, x + half * 0.4, middle, x + half, ends)
    pen.path(
        [("move", (x - half, ends)), ("curve", mouth)], line=colour, weight=MOUTH_WEIGHT * scale
    )
