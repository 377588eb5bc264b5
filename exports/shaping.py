"""Text shaped by Qt: kerning, joining, both directions, marks, fallback faces, line breaks.

The one module of handouts that knows Qt, and of it only QtGui: it gives glyphs and where they
stand, which `exports.glyphs` paints. Windows take their fonts from here too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, groupby, pairwise
from unicodedata import bidirectional

from PySide6.QtCore import QLoggingCategory, QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGlyphRun,
    QGuiApplication,
    QRawFont,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

import assets
from exports.wording import NO_BREAK
from workshop.errors import FileProblem
from workshop.faces import FACES, REGULAR, SANS, SERIF, Face, chain

PX_PER_POINT = 20
"""Text is laid out so much larger than it is set, since Qt rounds to pixels."""

_NO_GLYPH = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a face: its number in the font file, and where it stands in points from the
    start of its line, y downward from the baseline. `text` is what it stands for, `advance` what
    its font gives it in thousandths of the size."""

    face: Face
    number: int
    advance: float
    x: float
    y: float
    size: float
    colour: str
    text: str
    underline: str = ""


@dataclass(frozen=True, slots=True)
class ShapedLine:
    """A line of glyphs, its text in reading order, and how far it reaches, in points.
    `right_to_left` says whether any of it reads so."""

    glyphs: tuple[Glyph, ...]
    text: str
    left: float
    width: float
    right_to_left: bool

    def underlines(self) -> list[tuple[float, float, str]]:
        """From where to where a line stands under glyphs, in points, and in which colour."""
        found = []
        for colour, group in groupby(self.glyphs, key=lambda glyph: glyph.underline):
            if colour:
                reach = [(one.x, one.x + one.advance * one.size / 1000) for one in group]
                found.append((min(x for x, _ in reach), max(x for _, x in reach), colour))
        return found


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text in one style, of which `face` has every character.

    Where Qt falls back to another face by itself, it tells wrongly which glyph belongs to which
    character (`QGlyphRun.stringIndexes`, seen in 6.11).
    """

    text: str
    face: Face
    size: float
    colour: str
    underline: str = ""


def shape(runs: Sequence[Run], width: float | None = None) -> list[ShapedLine]:
    """Lines of at most `width` points, or one line; a line that reads from right to left stands
    at the right edge of `width`."""
    application()
    register()
    text = "".join(run.text for run in runs)
    layout = QTextLayout(text, font(runs[0].face, runs[0].size * PX_PER_POINT))
    backward = _reads_backward(text)
    layout.setTextOption(_option(width is not None, backward))
    layout.setFormats(_formats(runs))
    starts = list(accumulate((_units(run.text) for run in runs[:-1]), initial=0))
    styles = list(zip(starts, runs, strict=True))
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1e7 if width is None else width * PX_PER_POINT)
        line.setPosition(QPointF(0, 0))
        lines.append(line)
    layout.endLayout()
    units = text.encode("utf-16-le")
    to_right = width is not None and backward
    return [_shaped(line, units, styles, to_right) for line in lines]


def _reads_backward(text: str) -> bool:
    """Whether a paragraph runs from right to left: its first strong letter outside isolates does
    (Unicode Standard Annex 9, rules P2 and P3)."""
    depth = 0
    for found in map(bidirectional, text):
        if found in ("LRI", "RLI", "FSI"):
            depth += 1
        elif found == "PDI":
            depth = max(0, depth - 1)
        elif not depth and found in ("L", "R", "AL"):
            return found != "L"
    return False


def _option(wraps: bool, backward: bool) -> QTextOption:
    option = QTextOption()
    direction = Qt.LayoutDirection
    option.setTextDirection(direction.RightToLeft if backward else direction.LeftToRight)
    option.setUseDesignMetrics(True)
    mode = QTextOption.WrapMode
    option.setWrapMode(mode.WrapAtWordBoundaryOrAnywhere if wraps else mode.NoWrap)
    return option


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    formats, start = [], 0
    for run in runs:
        found = QTextLayout.FormatRange()
        found.start, found.length = start, _units(run.text)
        char = QTextCharFormat()
        char.setFont(font(run.face, run.size * PX_PER_POINT))
        found.format = char
        formats.append(found)
        start += found.length
    return formats


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


Styles = Sequence[tuple[int, Run]]
"""From which place in the text on, in UTF-16 units, which run holds."""


def _shaped(line: QTextLine, units: bytes, styles: Styles, to_right: bool) -> ShapedLine:
    start, end = line.textStart(), line.textStart() + line.textLength()
    runs = line.glyphRuns(-1, -1, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll)
    places = sorted({place for run in runs for place in run.stringIndexes()} | {end})
    clusters = {
        place: _plain(units[2 * place : 2 * until].decode("utf-16-le", "ignore"))
        for place, until in pairwise(places)
    }
    glyphs = [glyph for run in runs for glyph in _glyphs(run, line.ascent(), clusters, styles)]
    text = _plain(units[2 * start : 2 * end].decode("utf-16-le").rstrip())
    width = line.naturalTextWidth()
    left = line.width() - width if to_right else 0.0
    backward = any(run.isRightToLeft() for run in runs)
    return ShapedLine(tuple(glyphs), text, left / PX_PER_POINT, width / PX_PER_POINT, backward)


def _plain(text: str) -> str:
    """With spaces for what keeps words together, so that they are found as they are typed."""
    return text.replace(NO_BREAK, " ")


def _glyphs(
    run: QGlyphRun, ascent: float, clusters: dict[int, str], styles: Styles
) -> Iterator[Glyph]:
    """The glyphs of a run. Several glyphs of one place stand for its characters together, so that
    only the first has them."""
    raw = run.rawFont()
    face = _face(raw.familyName(), raw.styleName())
    numbers = run.glyphIndexes()
    advances = raw.advancesForGlyphIndexes(numbers, QRawFont.LayoutFlag.UseDesignMetrics)
    thousandth = raw.pixelSize() / 1000
    said: set[int] = set()
    for number, advance, at, place in zip(
        numbers, advances, run.positions(), run.stringIndexes(), strict=True
    ):
        if number == _NO_GLYPH:
            continue
        style = next(run for start, run in reversed(styles) if start <= place)
        x, y = at.x() / PX_PER_POINT, (at.y() - ascent) / PX_PER_POINT
        text = "" if place in said else clusters[place]
        size, colour, line = style.size, style.colour, style.underline
        yield Glyph(face, number, advance.x() / thousandth, x, y, size, colour, text, line)
        said.add(place)


@cache
def _face(family: str, style: str) -> Face:
    """The bundled face of this name. Raises LookupError: nothing else may ever be drawn."""
    return next(
        (face for face in FACES if (face.family, face.style) == (family, style)), None
    ) or _no_face(family, style)


def _no_face(family: str, style: str) -> Face:
    raise LookupError(f"{family} {style} is no bundled face")


# Fonts, for windows too


def application() -> QGuiApplication:
    """The running application, or one without windows where there is none."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    return _windowless()


@cache
def _windowless() -> QGuiApplication:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication(["coxswain"])


@cache
def register() -> None:
    """Make the bundled fonts known to Qt; a second call does nothing. Raises `FileProblem`.

    All are registered at once: Qt opens the files but reads no outline before it is drawn, so the
    large one costs no more than the others.
    """
    # Qt would look for a colour font for emoji in the whole system; it asks this variable once,
    # when it lays out the first text.
    os.environ["QT_DISABLE_EMOJI_SEGMENTER"] = "1"
    # Every face of the chain that cannot shape a script is told of on standard error otherwise.
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
    for face in FACES:
        _add(str(assets.path("fonts", face.file)))
    for family in (SANS, SERIF):  # for style sheets and rich text, which name one family only
        QFont.insertSubstitutions(family, list(chain(family)[1:]))


def _add(file: str) -> None:
    if QFontDatabase.addApplicationFont(file) < 0:
        raise FileProblem("font", file=file)


def font(face: Face, px: float) -> QFont:
    """A bundled face at a size in pixels, with those that stand in where it has no glyph."""
    made = QFont()
    made.setFamilies(list(chain(face.family)))
    made.setPixelSize(round(px))
    if face.weight != REGULAR:
        made.setWeight(QFont.Weight(face.weight))
    made.setItalic(face.italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Ligatures would be read back from a handout as other letters.
    made.setFeature(QFont.Tag("liga"), 0)
    return made
