# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools==4.68.0", "brotli==1.2.1", "skia-pathops==0.9.2"]
# ///
"""Make the bundled fonts from their sources, byte for byte the same every time.

    python make_fonts.py SOURCES [OUTPUT]

SOURCES is a folder for the packages named in packages.py; those not there yet are fetched into it
with `pip download`, `apt-get download` (Debian 12) and `npm pack`, and all are checked against
their SHA-256. OUTPUT is this folder if not given. The packages in the head of this file must be
installed in the versions stated there; nothing else is needed but `dpkg-deb` to open a package.

What is done to the fonts: an instance of a variable font is cut out and its overlapping contours
are joined, hints and unused features are dropped, cubic outlines become quadratic, and the fonts
get names of their own, since a changed font may not carry a reserved name (OFL 1.1, section 3).
Copyright notices, trademarks and licences are kept.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fontTools.misc.timeTools import timestampFromString
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from fontTools.varLib import instancer

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from assets.fonts.boxes import boxes  # noqa: E402
from assets.fonts.packages import (  # noqa: E402
    CJK_PACKAGE,
    EMOJI_PACKAGE,
    NOTO_PACKAGE,
    PACKAGES,
    SANS_PACKAGE,
    SERIF_PACKAGE,
    Package,
    fetch,
    member,
)
from workshop.faces import (  # noqa: E402
    ARABIC,
    BOLD,
    BOXES,
    CJK,
    DEVANAGARI,
    EMOJI,
    FACES,
    HEBREW,
    SANS,
    SERIF,
    Face,
)

MADE = timestampFromString("Thu Jan  1 00:00:00 2026")
LICENCE_LINE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
POSITIONING = ["kern", "mark", "mkmk"]
FIGURES = ["lnum", "pnum", "tnum", "frac", "numr", "dnom", "sups", "subs"]
LATIN_FEATURES = [*POSITIONING, *FIGURES, "ccmp", "locl", "liga", "calt", "case"]
CJK_FEATURES = ["kern", "ccmp"]
GB, JIS, KS, BIG5 = 18, 17, 19, 20
"""The bits of OS/2.ulCodePageRange that say which East Asian sets a font serves."""


@dataclass(frozen=True)
class Recipe:
    """Where the faces of a family come from; `{}` in `path` stands for `variants` of the face."""

    package: Package
    path: str
    variants: tuple[str, str]
    licence: str = ""
    axes: Mapping[str, float] | None = None
    features: list[str] = field(default_factory=lambda: ["*"])


NOTO = "./usr/share/fonts/truetype/noto/NotoSans"
WEIGHTS = ("Regular", "Bold")
SLANTS = ("", "-Italic")
RECIPES = {
    SANS: Recipe(
        SANS_PACKAGE,
        "fontpkg_source_sans_3/files/SourceSans3{}[wght].ttf",
        SLANTS,
        "fontpkg_source_sans_3/LICENSE",
        {},
        LATIN_FEATURES,
    ),
    SERIF: Recipe(
        SERIF_PACKAGE,
        "fontpkg_source_serif_4/files/SourceSerif4{}[opsz,wght].ttf",
        SLANTS,
        "fontpkg_source_serif_4/LICENSE",
        {"opsz": 60},
        LATIN_FEATURES,
    ),
    ARABIC: Recipe(NOTO_PACKAGE, NOTO + "Arabic-{}.ttf", WEIGHTS),
    HEBREW: Recipe(NOTO_PACKAGE, NOTO + "Hebrew-{}.ttf", WEIGHTS),
    DEVANAGARI: Recipe(NOTO_PACKAGE, NOTO + "Devanagari-{}.ttf", WEIGHTS),
    CJK: Recipe(
        CJK_PACKAGE,
        "./usr/share/fonts/opentype/noto/NotoSansCJK-{}.ttc",
        WEIGHTS,
        features=CJK_FEATURES,
    ),
    EMOJI: Recipe(
        EMOJI_PACKAGE,
        "package/files/noto-emoji-emoji-400-normal.woff2",
        WEIGHTS,
        "package/LICENSE",
    ),
}


def source(face: Face, folder: Path) -> TTFont:
    """The font that a face is made from, opened from its package."""
    recipe = RECIPES[face.family]
    chosen = face.italic if recipe.variants == SLANTS else face.weight == BOLD
    name = recipe.path.format(recipe.variants[chosen])
    data = io.BytesIO(member(recipe.package, name, folder))
    number = 2 if name.endswith(".ttc") else -1  # the third of the collection is the SC one
    font = TTFont(data, fontNumber=number, recalcTimestamp=False, lazy=False)
    font.flavor = None
    return font


def make(face: Face, folder: Path) -> TTFont:
    """The finished font of a face."""
    font = boxes() if face.family == BOXES else cut_out(face, folder)
    finish(font, face)
    return font


def cut_out(face: Face, folder: Path) -> TTFont:
    """The part of the source that a face needs: static, without hints, with quadratic outlines."""
    recipe = RECIPES[face.family]
    font = source(face, folder)
    if recipe.axes is not None:
        axes = {"wght": face.weight, **recipe.axes}
        joined = instancer.OverlapMode.REMOVE
        font = instancer.instantiateVariableFont(font, axes, overlap=joined, updateFontNames=False)
    wanted = east_asian() if face.family == CJK else set(font.getBestCmap())
    wanted -= {0x20} if face.family == EMOJI else set()  # a space never is as wide as they are
    cut(font, wanted, recipe.features)
    if "CFF " in font:
        to_quadratic(font)
        font["OS/2"].setCodePageRanges({GB, JIS, KS, BIG5})
    return font


def cut(font: TTFont, characters: Iterable[int], features: list[str]) -> None:
    """Keep these characters and features; drop hints, vertical setting and names of glyphs."""
    options = Options()
    options.layout_features = features
    options.name_IDs = ["*"]
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.drop_tables += ["BASE", "STAT", "VORG", "vhea", "vmtx", "MVAR"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(characters))
    subsetter.subset(font)


def east_asian() -> set[int]:
    """GB 2312, Big5, JIS X 0208, KS X 1001, and with them ASCII, kana and full-width forms.

    Hangul is taken whole, beyond KS X 1001: while a syllable is typed, others stand in its place.
    """
    rows = range(0xA1, 0xFF)
    characters = {*range(0x20, 0x7F), *range(0x3000, 0x3100), *range(0xFF01, 0xFFE7)}
    characters.update(range(0xAC00, 0xD7A4))
    for codec in ("gb2312", "euc_jp", "euc_kr"):
        characters |= double_bytes(codec, rows, rows)
    return characters | double_bytes("big5", rows, [*range(0x40, 0x7F), *rows])


def double_bytes(codec: str, leads: Iterable[int], trails: Iterable[int]) -> set[int]:
    """The characters that a codec has for pairs of these bytes."""
    pairs = (bytes((lead, trail)) for lead in leads for trail in trails)
    return {ord(letter) for pair in pairs for letter in pair.decode(codec, "ignore")}


def to_quadratic(font: TTFont) -> None:
    """Replace the cubic outlines (CFF) by quadratic ones (glyf), at most one unit off."""
    order = font.getGlyphOrder()
    glyphs = font.getGlyphSet()
    table = newTable("glyf")
    table.glyphOrder = order
    table.glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        table.glyphs[name] = pen.glyph()
    font["glyf"] = table
    font["loca"] = newTable("loca")
    del font["CFF "]
    font["maxp"] = truetype_profile(len(order))
    font.sfntVersion = "\0\1\0\0"


COUNTED_OR_UNUSED = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
    "maxPoints",
    "maxContours",
    "maxCompositePoints",
    "maxCompositeContours",
    "maxComponentDepth",
)
"""Limits in `maxp` that are none without instructions, or are counted when the font is saved."""


def truetype_profile(glyph_count: int) -> DefaultTable:
    """A `maxp` table of version 1.0 for a font without instructions."""
    table = newTable("maxp")
    table.tableVersion = 0x00010000
    table.numGlyphs = glyph_count
    table.maxZones = 1
    for name in COUNTED_OR_UNUSED:
        setattr(table, name, 0)
    return table


def finish(font: TTFont, face: Face) -> None:
    """Our names, weight and slant, and nothing that depends on the day of making."""
    rename(font, face)
    bold = face.weight == BOLD
    upright = face.style in ("Regular", "SemiBold")
    font["OS/2"].usWeightClass = face.weight
    kept = font["OS/2"].fsSelection & ~0b1100001
    font["OS/2"].fsSelection = kept | face.italic | bold << 5 | upright << 6
    font["head"].macStyle = bold | face.italic << 1
    font["head"].created = font["head"].modified = MADE
    font["post"].formatType = 3.0
    gasp = newTable("gasp")
    gasp.gaspRange = {0xFFFF: 0b1010}  # smooth at every size, never fit to the grid
    font["gasp"] = gasp


def rename(font: TTFont, face: Face) -> None:
    """Set the family, full and PostScript names; keep copyright, trademark, makers and licence."""
    names = font["name"]
    version = names.getDebugName(5)
    linked = face.style in ("Regular", "Italic", "Bold", "Bold Italic")
    ours = {
        1: face.family if linked else face.full_name,
        2: face.style if linked else "Regular",
        3: f"{version};{face.name}",
        4: face.full_name,
        6: face.name,
        13: names.getDebugName(13) or LICENCE_LINE,
    }
    if not linked:
        ours |= {16: face.family, 17: face.style}
    kept = {0, 5, *range(7, 15)}
    names.names = [
        record
        for record in names.names
        if record.nameID in kept and record.platformID == 3 and record.langID == 0x409
    ]
    for number, text in ours.items():
        names.setName(text, number, 3, 1, 0x409)


def licence(family: str, folder: Path) -> str:
    """The notice inside the font, and after it the licence as it came, or the common text."""
    recipe = RECIPES[family]
    notice = source(Face(family), folder)["name"].getDebugName(0)
    if recipe.licence:
        text = member(recipe.package, recipe.licence, folder).decode()
    else:
        common = RECIPES[EMOJI]
        text = member(common.package, common.licence, folder).decode().partition("\n\n")[2]
    return f"{notice}\n\n{text.strip()}\n".replace("\r\n", "\n")


def main(folder: Path, output: Path) -> None:
    for package in PACKAGES:
        fetch(package, folder)
    for family in RECIPES:
        path = output / f"OFL-{family.replace(' ', '')}.txt"
        path.write_text(licence(family, folder), encoding="utf-8", newline="\n")
    for face in FACES:
        font = make(face, folder)
        font.save(output / face.file)
        count = len(font.getBestCmap())
        size = (output / face.file).stat().st_size
        print(f"{face.file:34} {size:>9,} bytes {count:>7,} characters", flush=True)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else HERE)
