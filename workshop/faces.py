"""The bundled font faces: one table that the windows and the handouts share.

Every family has a name of its own, so that no installed font is picked in its place, and the
chain ends with a face that has a box for every character: what is drawn never depends on the
fonts of the machine. How the files are made is told in `assets/fonts/README.md`.
"""

from __future__ import annotations

import re

from workshop.frozen import frozen

SANS = "Coxswain Sans"
SERIF = "Coxswain Serif"
ARABIC = "Coxswain Arabic"
HEBREW = "Coxswain Hebrew"
DEVANAGARI = "Coxswain Devanagari"
CJK = "Coxswain CJK"
EMOJI = "Coxswain Emoji"
BOXES = "Coxswain Boxes"

REGULAR = 400
SEMIBOLD = 600
BOLD = 700

FALLBACKS = (ARABIC, HEBREW, DEVANAGARI, CJK, EMOJI, BOXES)
"""The families asked in turn for a character that the text face does not have."""


@frozen
class Face:
    """One font file: its family, its weight (100 to 900, as in CSS) and its slant."""

    family: str
    weight: int = REGULAR
    italic: bool = False

    @property
    def style(self) -> str:
        """The style's name as the font itself gives it, such as "Bold Italic"."""
        upright = {REGULAR: "Regular", SEMIBOLD: "SemiBold", BOLD: "Bold"}[self.weight]
        if not self.italic:
            return upright
        return "Italic" if self.weight == REGULAR else f"{upright} Italic"

    @property
    def full_name(self) -> str:
        """The name a person sees, such as "Coxswain Sans Bold Italic"."""
        return f"{self.family} {self.style}"

    @property
    def name(self) -> str:
        """The PostScript name, such as "CoxswainSans-BoldItalic"; also the name in a PDF."""
        return f"{self.family}-{self.style}".replace(" ", "")

    @property
    def file(self) -> str:
        """The name of the file in `assets/fonts`."""
        return f"{self.name}.ttf"


FACES = (
    Face(SANS),
    Face(SANS, SEMIBOLD),
    Face(SANS, BOLD),
    Face(SANS, italic=True),
    Face(SANS, BOLD, italic=True),
    Face(SERIF),
    Face(SERIF, SEMIBOLD),
    Face(SERIF, italic=True),
    Face(ARABIC),
    Face(ARABIC, BOLD),
    Face(HEBREW),
    Face(HEBREW, BOLD),
    Face(DEVANAGARI),
    Face(DEVANAGARI, BOLD),
    Face(CJK),
    Face(EMOJI),
    Face(BOXES),
)


def chain(family: str) -> tuple[str, ...]:
    """The families to ask in turn for a glyph when text is set in `family`."""
    text = (family,) if family in (SANS, *FALLBACKS) else (family, SANS)
    return text + tuple(name for name in FALLBACKS if name != family)


def nearest(family: str, weight: int = REGULAR, italic: bool = False) -> Face:
    """The face of `family` nearest to what is asked: slant goes before weight."""
    faces = [face for face in FACES if face.family == family]
    return min(faces, key=lambda face: (face.italic != italic, abs(face.weight - weight)))


def is_invisible(character: str) -> bool:
    """Whether a character needs no glyph: controls, joiners, marks of direction, selectors."""
    return _INVISIBLE.match(character) is not None


_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029"  # controls and separators of lines
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Controls, and the default ignorable code points of Unicode."""
