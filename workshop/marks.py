"""The marks of functions: letter, shape and colour, which always come together.

Eight shapes have a colour each, chosen so that no two are confused under any deficiency of colour
vision; from the ninth function on they come again with two letters and a white ring. Contrast is
that of the Web Content Accessibility Guidelines 2 (WCAG): 4.5 for text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from string import ascii_uppercase

from workshop.codes import are_letters
from workshop.frozen import frozen
from workshop.records.people import SHAPES
from workshop.searching import plain

LEAST_CONTRAST = 4.5
WHITE, INK, BLACK = "#FFFFFF", "#16202A", "#000000"
DARK_SURFACE, DARK_LETTER = "#1A222A", "#11171D"
RINGED_FROM = len(SHAPES)
"""So many functions have a colour of their own."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")


@frozen
class Mark:
    """How a function is drawn, everywhere."""

    letter: str
    shape: str
    colour: str
    ring: bool = False


PRESETS: dict[str, Mark] = {
    "Product": Mark("P", "circle", "#1151D6"),
    "Engineering": Mark("E", "square", "#037A82"),
    "Design": Mark("D", "hexagon", "#D3136A"),
    "Marketing": Mark("M", "diamond", "#946401"),
    "Sales": Mark("S", "shield", "#226035"),
    "Customer support": Mark("C", "drop", "#612279"),
    "Finance": Mark("F", "octagon", "#242A33"),
    "Legal": Mark("L", "pentagon", "#970E07"),
    "Operations": Mark("Op", "octagon", "#242A33", ring=True),
    "Growth": Mark("Gr", "diamond", "#946401", ring=True),
    "Region": Mark("Re", "shield", "#226035", ring=True),
    "Domain expert": Mark("Ex", "drop", "#612279", ring=True),
}
"""Functions that most companies have, by name."""

COLOURS = {mark.shape: mark.colour for mark in PRESETS.values()}
"""The colour that belongs to each shape."""

DARK_COLOURS = {
    "#1151D6": "#8AABFF",
    "#037A82": "#55BEC5",
    "#D3136A": "#F58BB9",
    "#946401": "#DCAA4E",
    "#226035": "#78C493",
    "#612279": "#C09AD9",
    "#242A33": "#C5CCD4",
    "#970E07": "#F2938A",
}
"""The same colours on the dark console, where the letters are dark."""


def preset(name: str) -> Mark | None:
    """The mark of a preset function of this name."""
    return next((mark for known, mark in PRESETS.items() if plain(known) == plain(name)), None)


def mark_for(name: str, taken: Iterable[Mark]) -> Mark:
    """A mark for a function of this name beside those that are `taken`.

    A preset keeps its own where letter and look are free. Others get the first free letter of
    their name and the first free shape with its colour, from the ninth on two letters and a ring.
    """
    taken = tuple(taken)
    letters = {mark.letter.casefold() for mark in taken}
    looks = {(mark.shape, mark.ring) for mark in taken}
    known = preset(name)
    if known and known.letter.casefold() not in letters and (known.shape, known.ring) not in looks:
        return known
    ring = len(taken) >= RINGED_FROM
    letter = next(found for found in _letters(name, ring) if found.casefold() not in letters)
    order = [(shape, ringed) for ringed in (ring, not ring) for shape in SHAPES]
    shape, ring = next((look for look in order if look not in looks), order[0])
    return Mark(letter, shape, COLOURS[shape], ring)


def _letters(name: str, two: bool) -> Iterator[str]:
    """Letters to try in turn: those of the name, then any."""
    own = [letter for letter in name if are_letters(letter.upper())]
    singles = [letter.upper() for letter in own]
    pairs = [first.upper() + second.lower() for first, second in combinations(own, 2)]
    pairs = [pair for pair in pairs if are_letters(pair)]
    yield from (*pairs, *singles) if two else (*singles, *pairs)
    if not two:
        yield from ascii_uppercase
    yield from map("".join, product(ascii_uppercase, ascii_uppercase.lower()))


def is_colour(text: str) -> bool:
    """Whether this is a colour such as #1151D6."""
    return _COLOUR.match(text) is not None


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour, 0 to 1 (WCAG 2)."""
    return sum(
        weight * _linear(channel / 255)
        for weight, channel in zip((0.2126, 0.7152, 0.0722), channels(colour), strict=True)
    )


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of #RRGGBB, each 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2)."""
    lower, higher = sorted((luminance(one), luminance(other)))
    return (higher + 0.05) / (lower + 0.05)


def letter_colour(fill: str) -> str:
    """The colour for a letter on `fill`: white where that can be read, else ink, else black."""
    readable = (text for text in (WHITE, INK) if contrast(fill, text) >= LEAST_CONTRAST)
    return next(readable, BLACK)


def dark_colour(colour: str) -> str:
    """A function's colour on the dark console: its own there, or as much lighter as it takes."""
    known = DARK_COLOURS.get(colour.upper())
    if known is not None:
        return known
    shades = (_lightened(colour, percent) for percent in range(0, 101, 5))
    return next(shade for shade in shades if contrast(shade, DARK_SURFACE) >= LEAST_CONTRAST)


def _lightened(colour: str, percent: int) -> str:
    mixed = (channel + (255 - channel) * percent // 100 for channel in channels(colour))
    return "#{:02X}{:02X}{:02X}".format(*mixed)
