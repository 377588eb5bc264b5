"""The bundled fonts in ReportLab: registered when first used, and the only ones in a file."""

from __future__ import annotations

from functools import cache
from itertools import groupby

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import assets
from workshop.faces import BOLD, BOXES, SANS, SEMIBOLD, SERIF, Face, chain, is_invisible, nearest

FIRST_PRIVATE = 0xF0000
"""Glyphs without a character of their own are entered from here on, see `exports.glyphs`."""


@cache
def use_text_families() -> None:
    """Register the text and display faces, so that `<b>` and `<i>` find theirs in paragraphs.

    Coxswain Sans also becomes the base font of every canvas and drawing made from then on, since
    ReportLab names its own base font in each file, embedded or not. The display family has no
    Bold: its SemiBold stands for it.
    """
    rl_config.canvas_basefontname = rl_config.defaultGraphicsFontName = use(nearest(SANS))
    for family, bold in ((SANS, BOLD), (SERIF, SEMIBOLD)):
        pdfmetrics.registerFontFamily(
            family,
            normal=use(nearest(family)),
            bold=use(nearest(family, bold)),
            italic=use(nearest(family, italic=True)),
            boldItalic=use(nearest(family, bold, italic=True)),
        )


def use(face: Face) -> str:
    """Register a face if it is not yet, and give the name it has in ReportLab."""
    _registered(face)
    return face.name


@cache
def _registered(face: Face) -> TTFont:
    """One object for each file: ReportLab takes a second one for an alias of the first."""
    font = TTFont(face.name, assets.path("fonts", face.file))
    pdfmetrics.registerFont(font)
    return font


def covers(face: Face, text: str) -> bool:
    """Whether a face alone can show a text."""
    return _characters(face).issuperset(text) or all(
        is_invisible(character) or character in _characters(face) for character in set(text)
    )


def runs(text: str, face: Face) -> list[tuple[Face, str]]:
    """Cut a text where the font has to change, each piece with the face that shows it.

    Each character goes to the first family of the chain that has it, in the style nearest to
    `face`; what none has goes to the boxes. Characters that show nothing stay with the piece
    before them. No shaping is done here: see `exports.shaping` for scripts that need it.
    """
    if covers(face, text):
        return [(face, text)] if text else []
    chosen: list[Face] = []
    for character in text:
        stays = is_invisible(character) and chosen
        chosen.append(chosen[-1] if stays else _face_for(character, face))
    groups = groupby(zip(chosen, text, strict=True), key=lambda pair: pair[0])
    return [(found, "".join(letter for _, letter in pairs)) for found, pairs in groups]


def missing(text: str) -> set[str]:
    """The characters of a text that show as a box, since no bundled font has them."""
    face = nearest(SANS)
    return {
        character
        for character in set(text) - _characters(face)
        if not is_invisible(character) and _face_for(character, face).family == BOXES
    }


@cache
def _characters(face: Face) -> frozenset[str]:
    codes = _registered(face).face.charToGlyph
    return frozenset(chr(code) for code in codes if code < FIRST_PRIVATE)


@cache
def _face_for(character: str, face: Face) -> Face:
    """The face that shows a character in text set in `face`; the boxes are not asked."""
    families = chain(face.family)[:-1]
    styled = [face, *(nearest(family, face.weight, face.italic) for family in families[1:])]
    found = (candidate for candidate in styled if character in _characters(candidate))
    return next(found, nearest(BOXES))
