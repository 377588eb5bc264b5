"""The bundled fonts in Qt: registered once, and nothing but them is ever drawn."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication

import assets
from workshop.errors import FileProblem
from workshop.faces import BOXES, FACES, REGULAR, SANS, SERIF, chain, is_invisible

BODY_PX = 15
"""The size of text in windows that ask for no other."""


def load() -> None:
    """Register the fonts and make Coxswain Sans the font of every widget.

    To be called once, after the application object is made and before any text is laid out.
    Raises `FileProblem` if a font cannot be read.
    """
    register()
    QApplication.setFont(sans(BODY_PX))


@cache
def register() -> None:
    """Make the bundled fonts known to Qt; a second call does nothing.

    All are registered at once: Qt opens the files but reads no outline before it is drawn, so the
    large one costs no more than the others.
    """
    # Qt would look for a colour font for emoji in the whole system; it asks this variable once,
    # when it lays out the first text.
    os.environ["QT_DISABLE_EMOJI_SEGMENTER"] = "1"
    # Every face of the chain that cannot shape a script is told of on standard error otherwise.
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
    for face in FACES:
        _add(assets.path("fonts", face.file))
    for family in (SANS, SERIF):  # for style sheets and rich text, which name one family only
        QFont.insertSubstitutions(family, list(chain(family)[1:]))


def _add(file: Path) -> None:
    if QFontDatabase.addApplicationFont(str(file)) < 0:
        raise FileProblem("font", file=str(file))


def sans(px: int, weight: int = REGULAR, italic: bool = False) -> QFont:
    """The text face at a size in pixels; `weight` is one of `workshop.faces`."""
    return _font(SANS, px, weight, italic)


def serif(px: int, weight: int = REGULAR, italic: bool = False) -> QFont:
    """The display face at a size in pixels; `weight` is one of `workshop.faces`."""
    return _font(SERIF, px, weight, italic)


def _font(family: str, px: int, weight: int, italic: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(chain(family)))
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


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
