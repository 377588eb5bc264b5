"""The colours of paper and the sizes of type: one table for every handout.

Contrast of text on white and on tinted paper is at least 4.5 (Web Content Accessibility
Guidelines 2); rules and hairlines carry no text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from workshop.faces import BOLD, REGULAR, SANS, SEMIBOLD, SERIF, Face, nearest

INK, MUTED, ACCENT, WHITE = "#16202A", "#55606B", "#B3391F", "#FFFFFF"
RULE, HAIRLINE, NEUTRAL = "#C4CBD2", "#DDE2E6", "#9AA4AD"
TINT, ABOVE, BELOW = "#F6F3EC", "#FBF9F5", "#EEF1F3"
"""Tinted paper; the halves of an emotion chart above and below neutral."""

POINTS_PER_MM = 72 / 25.4

KERNED_FROM = 13.0
"""Type of this size and more is kerned, in points."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: its face, its size and line height in points, its colour.

    `tracking` is space between letters in thousandths of the size; `caps` sets capitals;
    `underline` is the colour of a line under it, empty for none.
    """

    face: Face
    size: float
    leading: float
    colour: str = INK
    tracking: float = 0
    caps: bool = False
    underline: str = ""

    @property
    def kerned(self) -> bool:
        """Whether letters are fitted to each other, as display type needs."""
        return self.size >= KERNED_FROM

    def tinted(self, colour: str) -> Style:
        """The same in another colour."""
        return replace(self, colour=colour)

    def bold(self) -> Style:
        """The same, as strong as its family has it for emphasis: SemiBold."""
        return replace(self, face=nearest(self.face.family, SEMIBOLD, self.face.italic))

    def italic(self) -> Style:
        """The same in italics."""
        return replace(self, face=nearest(self.face.family, self.face.weight, italic=True))

    def underlined(self, colour: str = ACCENT) -> Style:
        """The same with a line under it."""
        return replace(self, underline=colour)

    def sized(self, size: float, leading: float) -> Style:
        """The same at another size and line height."""
        return replace(self, size=size, leading=leading)


def _style(
    family: str,
    weight: int,
    size: float,
    leading: float,
    colour: str = INK,
    *,
    italic: bool = False,
) -> Style:
    return Style(nearest(family, weight, italic), size, leading, colour)


COVER_TITLE = _style(SERIF, SEMIBOLD, 48, 54)
VISION = _style(SERIF, SEMIBOLD, 34, 38.5)
VISION_CLAUSE = _style(SERIF, REGULAR, 34, 38.5, ACCENT, italic=True)
VISION_SIZES = ((34.0, 38.5), (30.0, 34.0), (26.0, 30.0), (22.0, 26.0))
"""Tried from the largest until the sentence fits; the last is the floor."""

PAGE_TITLE = _style(SERIF, SEMIBOLD, 25, 29)
BIG_NUMBER = _style(SERIF, SEMIBOLD, 23, 27)
BIG_UNIT = _style(SERIF, REGULAR, 12, 16)
HEADING = _style(SERIF, SEMIBOLD, 13.5, 18)
RANK = _style(SERIF, SEMIBOLD, 15, 18)
SLOT = _style(SERIF, SEMIBOLD, 20, 31.5)
SLOT_BETWEEN = _style(SERIF, REGULAR, 20, 31.5, MUTED)
"""A line of the positioning in its sentence, and the words between them."""

STANDFIRST = _style(SANS, REGULAR, 11.5, 16.5)
ROW_TITLE = _style(SANS, REGULAR, 10, 13.5)
ROW_TITLE_STRONG = _style(SANS, SEMIBOLD, 10, 13.5)
DECISION = _style(SANS, SEMIBOLD, 9.8, 13.5)
BODY = _style(SANS, REGULAR, 9.5, 13.5)
NOTE = _style(SANS, REGULAR, 9, 12)
LANE = _style(SANS, REGULAR, 8.8, 11.5)
LANE_NAME = _style(SANS, BOLD, 8.6, 11.5)
COULD_BE = _style(SANS, SEMIBOLD, 9.2, 11.8)
LINE = _style(SANS, REGULAR, 9.2, 12.3)
"""A line of a list, such as a guardrail."""

QUOTE = _style(SANS, REGULAR, 9.2, 12.3, italic=True)
LABEL = _style(SANS, BOLD, 9, 11.5)
"""The name of a curve, written on it."""

CALL_OUT = _style(SANS, REGULAR, 8.2, 10.5)
CAPTION = _style(SANS, REGULAR, 8, 10.8, MUTED)
META = _style(SANS, REGULAR, 7.6, 10, MUTED)
DISSENT_LABEL = Style(nearest(SANS, BOLD), 7.4, 10, ACCENT, tracking=20)
EYEBROW = Style(nearest(SANS, BOLD), 7.2, 9, ACCENT, tracking=90, caps=True)
TABLE_HEAD = Style(nearest(SANS, SEMIBOLD), 8, 10.8, MUTED)

LEAST_SIZE = 7.2
"""No text is smaller, but for the letters in marks."""
