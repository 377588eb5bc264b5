"""Papers, and where on them there may be ink: one live area for A4 and Letter.

All measures are millimetres from the top left corner of the page.
"""

from __future__ import annotations

from dataclasses import dataclass

COLUMNS, GUTTER = 12, 5.0
HEADER_AT = 12.5
"""The baseline of the running head."""

FIRST_TEXT_AT = 27.5
"""The baseline of the first line of text."""

LIVE_WIDTH = 174.0
"""Of both papers in portrait."""

LANDSCAPE_MARGIN = 18.0
LEGEND_ABOVE_EDGE = 20.4
"""How far above the lower edge the legend has its baseline; the colophon stands 7 below it."""

EXTRA_PER_BAND = 4.5
"""A4 has this much more room than Letter before each of the four bands of a page."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a paper, upright or lying."""

    width: float
    height: float
    left: float
    legend_at: float
    last_text_at: float

    @property
    def right(self) -> float:
        """Where the live area ends."""
        return self.width - self.left

    @property
    def live_width(self) -> float:
        """The width of the live area."""
        return self.width - 2 * self.left

    def column(self, index: int) -> float:
        """Where a column of the grid starts, the first being 0."""
        return self.left + index * (self.live_width + GUTTER) / COLUMNS

    def span(self, columns: int) -> float:
        """How wide so many columns are, with the gutters between them."""
        return columns * (self.live_width + GUTTER) / COLUMNS - GUTTER


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper: its name in commands and its sides when upright."""

    name: str
    width: float
    height: float

    @property
    def portrait(self) -> Page:
        """The upright page: its live area is as wide on every paper."""
        legend = self.height - LEGEND_ABOVE_EDGE - self.extra * 0.85
        return Page(self.width, self.height, (self.width - LIVE_WIDTH) / 2, legend, legend - 9.5)

    @property
    def landscape(self) -> Page:
        """The lying page."""
        legend = self.width - 12.9
        return Page(self.height, self.width, LANDSCAPE_MARGIN, legend, legend - 9.5)

    @property
    def extra(self) -> float:
        """How much more this paper has before each band than Letter has."""
        return max(0.0, (self.height - LETTER_HEIGHT) / 17.6 * EXTRA_PER_BAND)


LETTER_HEIGHT = 279.4
A4 = Paper("a4", 210.0, 297.0)
LETTER = Paper("letter", 215.9, LETTER_HEIGHT)
PAPERS = {paper.name: paper for paper in (A4, LETTER)}
