"""The font at the end of the chain: a visible box for every character."""

from __future__ import annotations

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from fontTools.unicodedata import Scripts, ot_tags_from_script

from workshop.faces import is_invisible

CODES = (range(0x32400), range(0xE0000, 0xE01F0))
"""Up to the last ideograph of plane 3, and the tags and selectors of plane 14."""
SURROGATES = range(0xD800, 0xE000)
BOX_NAMES = [f"box{index}" for index in range(256)]


def boxes() -> TTFont:
    """A box for every character, and nothing at all for joiners, selectors and their like.

    A format 12 map holds runs of ascending glyphs, so 256 boxes that look alike serve each run of
    256 characters.
    """
    drawn = [".notdef", *BOX_NAMES]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([*drawn, "blank", "space"])
    builder.setupCharacterMap(character_map())
    empty = {"blank": (0, 0), "space": (250, 0)}
    builder.setupGlyf(dict.fromkeys(drawn, box()) | dict.fromkeys(empty, Glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(drawn, (600, 60)) | empty)
    builder.setupHorizontalHeader(ascent=900, descent=-200)
    builder.setupNameTable({"version": "Version 1.000"}, mac=False)
    builder.setupOS2(sTypoAscender=900, sTypoDescender=-200, usWinAscent=900, usWinDescent=200)
    builder.setupPost()
    builder.font["GSUB"] = every_script()
    builder.font.recalcTimestamp = False
    return builder.font


def character_map() -> dict[int, str]:
    """The glyph for each code point; the last two of a plane are no characters.

    The space is empty: in the place of a mark that is not to be seen HarfBuzz, which shapes the
    text for Qt, puts the space of the same font, without its width.
    """
    glyphs = {
        code: "blank" if is_invisible(chr(code)) else BOX_NAMES[code & 0xFF]
        for codes in CODES
        for code in codes
        if code not in SURROGATES and code & 0xFFFE != 0xFFFE
    }
    return glyphs | {ord(" "): "space"}


def box() -> Glyph:
    """An upright rectangle drawn as a line of 40 units."""
    pen = TTGlyphPen(None)
    for inset, turn in ((0, 1), (40, -1)):
        left, low, right, high = 60 + inset, inset, 540 - inset, 660 - inset
        corners = [(left, low), (left, high), (right, high), (right, low)][::turn]
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def every_script() -> DefaultTable:
    """A substitution table (GSUB) that does nothing and names all scripts.

    Qt takes a font for a script that needs shaping only if this table names the script; without
    one it falls back to the fonts of the system, and asking for the glyphs of such a line ends
    the process (seen in 6.11).
    """
    language = otTables.DefaultLangSys()
    language.LookupOrder, language.ReqFeatureIndex = None, 0xFFFF
    language.FeatureCount, language.FeatureIndex = 0, []
    script = otTables.Script()
    script.DefaultLangSys, script.LangSysRecord = language, []
    gsub = otTables.GSUB()
    gsub.Version = 0x00010000
    gsub.ScriptList = otTables.ScriptList()
    gsub.ScriptList.ScriptRecord = [record(tag, script) for tag in script_tags()]
    gsub.FeatureList, gsub.LookupList = otTables.FeatureList(), otTables.LookupList()
    gsub.FeatureList.FeatureRecord, gsub.LookupList.Lookup = [], []
    table = newTable("GSUB")
    table.table = gsub
    return table


def record(tag: str, script: otTables.Script) -> otTables.ScriptRecord:
    """The entry of one script."""
    entry = otTables.ScriptRecord()
    entry.ScriptTag, entry.Script = tag, script
    return entry


def script_tags() -> list[str]:
    """The OpenType tags of all scripts in Unicode, in order."""
    return sorted({tag for script in set(Scripts.VALUES) for tag in ot_tags_from_script(script)})
