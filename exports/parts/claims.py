"""Claims with a line under them that says how true they are."""

from __future__ import annotations

from exports.ink import ACCENT, INK, POINTS_PER_MM, ROW_TITLE_STRONG
from exports.parts.words import Words, baseline
from exports.pen import Dash, Pen

STYLE = ROW_TITLE_STRONG.sized(10, 16)
MM = 1 / POINTS_PER_MM
LINES: dict[str | None, tuple[str, Dash]] = {
    "true_today": (INK, ()),
    "true_by_date": (INK, (4, 2.4)),
    "wish": (ACCENT, (0.6, 2.2)),
}
"""Colour and dashes: a full line is true today, a dashed one by a date, a dotted one a wish."""


class Claim(Words):
    """A claim and its line; one that nobody has marked yet has none."""

    def __init__(self, text: str, mark: str | None) -> None:
        super().__init__(text, STYLE)
        self.mark = mark

    def paint(self, pen: Pen, width: float) -> None:
        super().paint(pen, width)
        if self.mark not in LINES:
            return
        colour, dash = LINES[self.mark]
        y = baseline(STYLE) + 1.35
        for line in self.block(width).lines:
            wide = (line.left + line.width) * MM
            pen.rule((line.left * MM, y), (wide, y), colour, 1.3, dash, round_ends=bool(dash))
            y += self.block(width).leading
