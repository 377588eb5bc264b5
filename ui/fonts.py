"""The bundled fonts in Qt: registered once, and nothing but them is ever drawn."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QApplication

from exports import shaping
from exports.shaping import register
from workshop.faces import BOXES, REGULAR, SANS, SERIF, chain, is_invisible, nearest

__all__ = ["BODY_PX", "load", "missing", "register", "sans", "serif"]

BODY_PX = 15
"""The size of text in windows that ask for no other."""


def load() -> None:
    """Register the fonts and make Coxswain Sans the font of every widget.

    To be called once, after the application object is made and before any text is laid out.
    Raises `FileProblem` if a font cannot be read.
    """
    register()
    QApplication.setFont(sans(BODY_PX))


def sans(px: int, weight: int = REGULAR, italic: bool = False) -> QFont:
    """The text face at a size in pixels; `weight` is one of `workshop.faces`."""
    return shaping.font(nearest(SANS, weight, italic), px)


def serif(px: int, weight: int = REGULAR, italic: bool = False) -> QFont:
    """The display face at a size in pixels; `weight` is one of `workshop.faces`."""
    return shaping.font(nearest(SERIF, weight, italic), px)


def missing(text: str) -> set[str]:
    """The characters of a text that show as a box, since no bundled font has them."""
    return {character for character in set(text) if not _is_drawn(character)}


@cache
def _is_drawn(character: str) -> bool:
    code = ord(character)
    return is_invisible(character) or any(font.supportsCharacter(code) for font in _letters())


@cache
def _letters() -> list[QRawFont]:
    """One font for each family of the chain that has letters or signs to show."""
    return [QRawFont.fromFont(QFont(family)) for family in chain(SANS) if family != BOXES]
