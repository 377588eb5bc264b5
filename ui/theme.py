"""How Coxswain looks: colours, sizes and spaces, light and dark.

Colours are #RRGGBB texts and their arithmetic is plain Python, so that tests can hold every pair
of text and fill against the contrast that reading needs (`workshop.marks.contrast`).
"""

from __future__ import annotations

from collections.abc import Iterator

from workshop.frozen import frozen
from workshop.marks import COLOURS, channels, dark_colour

BODY, SECONDARY, SMALL = 15, 13, 12
TITLE, HEADING, LEAD = 24, 20, 17
"""Type sizes in pixels at 100 %."""

TIGHT, CLOSE, NEAR, GAP, WIDE, BROAD = 4, 8, 12, 16, 24, 32
"""Spaces in pixels at 100 %."""

NOTE_RADIUS, CONTROL_RADIUS = 4, 6
CONTROL_HEIGHT = 36
NOTE_TINT = 0.22
"""How much of the function's colour is in the fill of a note."""


@frozen
class Theme:
    """The colours of one appearance. `greys` are those of talk, write, vote, decide and break."""

    dark: bool
    ink: str
    ink_2: str
    ink_3: str
    paper: str
    surface: str
    line: str
    accent: str
    warn: str
    warn_fill: str
    ok: str
    ok_fill: str
    side: str
    note_base: str
    note_ink_2: str
    no_function: str
    greys: tuple[str, str, str, str, str]

    def function_colour(self, colour: str) -> str:
        """A function's colour as this appearance shows it."""
        return dark_colour(colour) if self.dark else colour

    def note_fill(self, colour: str | None) -> str:
        """The fill of a note of a function of this colour; None: of no function."""
        shown = self.function_colour(colour) if colour else self.no_function
        return mix(shown, self.note_base, NOTE_TINT)

    def note_edge(self, colour: str | None) -> str:
        """The left edge of such a note."""
        return self.function_colour(colour) if colour else self.no_function

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every text colour with every fill that it may stand on."""
        for fill in (self.paper, self.surface, self.warn_fill, self.ok_fill):
            yield self.ink, fill
        for fill in (self.paper, self.surface):
            yield from ((text, fill) for text in (self.ink_2, self.accent, self.warn, self.ok))
        yield self.ink_3, self.surface
        yield self.surface, self.ink
        yield self.paper, self.ink
        yield self.warn, self.warn_fill
        yield self.ok, self.ok_fill
        for colour in (*COLOURS.values(), None):
            yield self.ink, self.note_fill(colour)
            yield self.note_ink_2, self.note_fill(colour)


LIGHT = Theme(
    dark=False,
    ink="#16202A",
    ink_2="#55606B",
    ink_3="#68727C",
    paper="#F6F3EC",
    surface="#FFFFFF",
    line="#DDD8CC",
    accent="#B3391F",
    warn="#8A5200",
    warn_fill="#F6E8CF",
    ok="#226035",
    ok_fill="#DCE9E0",
    side="#16202A",
    note_base="#FFFFFF",
    note_ink_2="#45505B",
    no_function="#68727C",
    greys=("#BDB5A6", "#938B7D", "#6A625A", "#332F2C", "#E2DCD1"),
)

DARK = Theme(
    dark=True,
    ink="#ECE8DF",
    ink_2="#B7BEC5",
    ink_3="#9AA4AD",
    paper="#11171D",
    surface="#1A222A",
    line="#33404B",
    accent="#F0856B",
    warn="#E2A34A",
    warn_fill="#33291B",
    ok="#7CC596",
    ok_fill="#1C2E27",
    side="#1A222A",
    note_base="#161D24",
    note_ink_2="#C6CCD2",
    no_function="#9AA4AD",
    greys=("#56616B", "#7C8791", "#A3ABB3", "#D9D6CE", "#34404B"),
)


def mix(colour: str, ground: str, share: float) -> str:
    """`share` (0 to 1) of `colour` on `ground`, mixed in sRGB as an opacity would."""
    pairs = zip(channels(colour), channels(ground), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)
