"""Glyphs that Qt has shaped, painted as text that can be found and copied.

ReportLab writes characters, not glyphs. So each glyph is entered into its font under a code: that
of its character where font and character agree, else a private one. The map that viewers read
text by then gives the characters that the glyph stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING, Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import ttfonts
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.textobject import PDFTextObject

from exports import fonts
from workshop.faces import Face

if TYPE_CHECKING:
    from exports.shaping import Glyph, ShapedLine

NEAR = 0.02
"""So little a glyph may stand off where its font would put it, in points."""

_CODES_IN_A_BLOCK = 100

_LONGEST_TEXT = 120
"""Bytes of what one glyph stands for in the map, such as a letter with its marks: of more, readers
say that the file is damaged. The line's own text (`ActualText`) has all of it."""


class _Codes:
    """Which code each glyph of each face is entered under, and what private codes stand for."""

    def __init__(self) -> None:
        self._free = count(fonts.FIRST_PRIVATE)
        self._known: dict[tuple[Face, int, str], int] = {}
        self.texts: dict[int, str] = {}

    def code(self, glyph: Glyph) -> int:
        key = (glyph.face, glyph.number, glyph.text)
        if key not in self._known:
            self._known[key] = self._enter(glyph)
        return self._known[key]

    def _enter(self, glyph: Glyph) -> int:
        font: Any = getFont(fonts.use(glyph.face))
        characters = font.face
        text = glyph.text
        if len(text) == 1 and characters.charToGlyph.get(ord(text)) == glyph.number:
            return ord(text)
        code = next(self._free)
        self.texts[code] = text
        characters.charToGlyph[code] = glyph.number
        # In whole thousandths, so that it does not hang on the size it was first seen at.
        characters.charWidths[code] = round(glyph.advance)
        return code


_codes = _Codes()


def draw_line(drawn: PDFTextObject, x: float, y: float, line: ShapedLine) -> None:
    """Draw a shaped line at a place on the canvas, both in points.

    A line that reads from left to right says what it is as a whole (`ActualText`); in others
    viewers find the order themselves, and some would turn it round twice.
    """
    code: list[str] = getattr(drawn, "_code")  # noqa: B009 (it has no other door for marks)
    drawn.setCharSpace(0)
    if not line.right_to_left:
        actual = line.text.encode("utf-16-be", "replace").hex().upper()
        code.append(f"/Span <</ActualText <FEFF{actual}>>> BDC")
    for style, stretch in _stretches(line.glyphs):
        drawn.setFont(fonts.use(style.face), style.size)
        drawn.setFillColor(HexColor(style.colour))
        drawn.setTextOrigin(x + line.left + stretch[0].x, y - stretch[0].y)
        drawn.textOut("".join(chr(_codes.code(glyph)) for glyph in stretch))
    if not line.right_to_left:
        code.append("EMC")


def _stretches(glyphs: Iterable[Glyph]) -> Iterator[tuple[Glyph, list[Glyph]]]:
    """Glyphs that stand where their fonts' advances put them anyway, each with the first."""
    stretch: list[Glyph] = []
    expected = 0.0
    for glyph in glyphs:
        if stretch and not (_alike(stretch[0], glyph) and abs(glyph.x - expected) < NEAR):
            yield stretch[0], stretch
            stretch = []
        stretch.append(glyph)
        expected = glyph.x + glyph.advance * glyph.size / 1000
    if stretch:
        yield stretch[0], stretch


def _alike(one: Glyph, other: Glyph) -> bool:
    return (one.face, one.size, one.colour, one.y) == (
        other.face,
        other.size,
        other.colour,
        other.y,
    )


def _to_unicode(fontname: str, subset: list[int]) -> str:
    """The map from a subset's codes to UTF-16, after the PDF reference, 9.10.3.

    ReportLab writes code points beyond the first plane as five digits, which viewers misread.
    """
    entries = [(place, _utf16(code)) for place, code in enumerate(subset) if code]
    blocks = [
        entries[start : start + _CODES_IN_A_BLOCK]
        for start in range(0, len(entries), _CODES_IN_A_BLOCK)
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def",
        f"/CMapName /{fontname} def",
        "/CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
    ]
    for block in blocks:
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{place:02X}> <{text}>" for place, text in block]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def _utf16(code: int) -> str:
    text = _codes.texts.get(code, chr(code))
    while len(text.encode("utf-16-be", "surrogatepass")) > _LONGEST_TEXT:
        text = text[:-1]
    return text.encode("utf-16-be", "surrogatepass").hex().upper() or "FEFF"


ttfonts.makeToUnicodeCMap = _to_unicode
