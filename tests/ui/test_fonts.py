"""The bundled fonts in Qt: known by name, measured right, and drawn instead of any other."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont, QTextDocument, QTextLayout
from PySide6.QtWidgets import QApplication, QLabel, QMenu

import assets
from exports import fonts as exported
from exports import shaping
from ui import fonts
from workshop.errors import FileProblem
from workshop.faces import (
    ARABIC,
    BOLD,
    BOXES,
    CJK,
    DEVANAGARI,
    EMOJI,
    FACES,
    HEBREW,
    REGULAR,
    SANS,
    SEMIBOLD,
    SERIF,
    Face,
)

SAMPLES = {
    "Latin": ("Where to, crew? Łódź, Việt Nam, ğ", {SANS}),
    "Greek": ("Όραμα και πορεία", {SANS}),
    "Cyrillic": ("Видение и путь, їжак", {SANS}),
    "Arabic": ("رؤية 2026 (abc)", {SANS, ARABIC}),
    "Hebrew": ("חזון (2026) עִבְרִית", {SANS, HEBREW}),
    "Devanagari": ("उपादेयता क्षत्रिय", {DEVANAGARI}),
    "Chinese": ("愿景与路线，願景與路線。", {CJK}),
    "Japanese": ("東京のビジョン、ｶﾅ", {CJK}),
    "Korean": ("비전과 전략 갂", {SANS, CJK}),
    "signs": ("→ ✓ ½ € №", {SANS}),
    "emoji": ("👩🏽‍💻👨‍👩‍👧🇫🇷🏴‍☠️😀", {EMOJI, SANS}),
    "Thai": ("สวัสดี", {BOXES}),
    "Tamil": ("வணக்கம்", {BOXES}),
    "Khmer": ("ខ្មែរ", {BOXES}),
    "Syriac": ("ܫܠܡܐ", {BOXES}),
    "private": ("\ue000", {BOXES}),
    "joiners": ("a\u200db\u200c\u2060c\ufeff\u2066d\u2069\u00ad", {SANS, ARABIC, BOXES}),
}


@pytest.fixture(autouse=True)
def loaded(qapp: QApplication) -> None:
    fonts.load()


def runs(text: str, font: QFont) -> list[tuple[str, str, int]]:
    """The family, the style and the number of glyphs of each run of a text on one line."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(1e6)
    layout.endLayout()
    return [
        (run.rawFont().familyName(), run.rawFont().styleName(), len(run.glyphIndexes()))
        for run in layout.glyphRuns()
    ]


@pytest.mark.parametrize(
    ("family", "weight", "text", "width"),
    [
        (SANS, REGULAR, "0", 497),
        (SANS, REGULAR, "Coxswain", 3994),
        (SANS, BOLD, "Coxswain", 4245),
        (SERIF, SEMIBOLD, "Coxswain", 3981),
        (SANS, REGULAR, "愿", 1000),
    ],
)
def test_advances_are_those_of_the_bundled_fonts(
    family: str, weight: int, text: str, width: int
) -> None:
    """Read in the sources: without fonts Qt draws boxes and says nothing."""
    font = (fonts.sans if family == SANS else fonts.serif)(1000, weight)
    font.setKerning(False)
    assert QFontMetricsF(font).horizontalAdvance(text) == pytest.approx(width)


def test_pairs_are_kerned() -> None:
    for font in (fonts.sans(1000), fonts.serif(1000, SEMIBOLD)):
        metrics = QFontMetricsF(font)
        apart = metrics.horizontalAdvance("T") + metrics.horizontalAdvance("o")
        assert metrics.horizontalAdvance("To") < apart - 50


@pytest.mark.parametrize("face", FACES, ids=lambda face: str(face.name))
def test_qt_knows_each_face_by_its_name(face: Face) -> None:
    assert face.style in QFontDatabase.styles(face.family)
    raw = QRawFont(str(assets.path("fonts", face.file)), 64)
    assert (raw.familyName(), raw.styleName()) == (face.family, face.style)


@pytest.mark.parametrize(
    ("weight", "italic", "style"),
    [
        (REGULAR, False, "Regular"),
        (SEMIBOLD, False, "SemiBold"),
        (BOLD, False, "Bold"),
        (REGULAR, True, "Italic"),
        (BOLD, True, "Bold Italic"),
    ],
)
def test_weight_and_slant_choose_the_face(weight: int, italic: bool, style: str) -> None:
    assert runs("Crew", fonts.sans(20, weight, italic)) == [(SANS, style, 4)]
    if weight != BOLD:
        assert runs("Crew", fonts.serif(20, weight, italic)) == [(SERIF, style, 4)]


@pytest.mark.parametrize("name", SAMPLES)
def test_no_other_font_is_drawn(name: str) -> None:
    text, families = SAMPLES[name]
    for font in (fonts.sans(20), fonts.sans(20, BOLD), fonts.serif(20, SEMIBOLD)):
        found = {family for family, _, _ in runs(text, font)}
        assert found <= families | {SERIF}
        assert all(family.startswith("Coxswain ") for family in found)


def test_a_family_named_alone_has_the_same_chain() -> None:
    for family in (SANS, SERIF):
        found = [name for name, _, _ in runs("a愿रสب😀", QFont(family))]
        assert len(found) == 6
        assert all(name.lower().startswith("coxswain ") for name in found)


def test_digits_are_as_wide_as_each_other() -> None:
    for font in (fonts.sans(1000, BOLD), fonts.sans(1000), fonts.serif(1000, SEMIBOLD)):
        metrics = QFontMetricsF(font)
        assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_fonts_are_sized_in_pixels_and_not_hinted() -> None:
    font = fonts.serif(27, SEMIBOLD)
    assert font.pixelSize() == 27
    assert font.hintingPreference() == QFont.HintingPreference.PreferNoHinting


def test_widgets_and_rich_text_take_the_fonts() -> None:
    label = QLabel("Crew")
    label.setStyleSheet("font-size: 27px")
    label.ensurePolished()
    document = QTextDocument()
    for font in (QApplication.font(), QMenu().font(), label.font(), document.defaultFont()):
        assert font.families() == fonts.sans(20).families()


def test_missing_characters_are_told() -> None:
    assert fonts.missing("Crew, Видение, 愿景, रूप, خطة, 👩🏽‍💻 \u200b\n") == set()
    assert fonts.missing("aสb\ue000") == {"ส", "\ue000"}
    assert fonts.missing("") == set()


def test_screen_and_handouts_miss_the_same_characters() -> None:
    text = "".join(map(chr, [*range(0x3000), *range(0x4E00, 0xA000, 7), *range(0x1F000, 0x1FB00)]))
    assert fonts.missing(text) == exported.missing(text)


def test_a_font_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty.ttf").touch()
    with pytest.raises(FileProblem, match="empty"):
        shaping._add(str(tmp_path / "empty.ttf"))


FRESH = """
import json, sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from ui import fonts
fonts.load()
from tests.ui.test_fonts import runs
json.dump([runs(text, fonts.sans(20)) for text in json.loads(sys.argv[1])], sys.stdout)
"""


def test_emoji_join_and_stay_in_their_font_from_the_first_text_on() -> None:
    """In a process of its own, since Qt settles once for all where it looks for emoji."""
    joined = ["👩🏽‍💻", "👨‍👩‍👧", "🏴‍☠️", "🇫🇷", "❤️", "1️⃣", "☎️"]
    command = [sys.executable, "-c", FRESH, json.dumps([*joined, "❤", "1", "रूस"])]
    done = subprocess.run(
        command, cwd=assets.path().parent, check=True, capture_output=True, text=True
    )
    *emoji, heart, digit, _ = json.loads(done.stdout)
    assert emoji == [[[EMOJI, "Regular", 1]]] * len(joined)
    assert heart == digit == [[SANS, "Regular", 1]]
    assert done.stderr == ""  # Qt tells of each face that cannot shape Devanagari, if let


@pytest.mark.parametrize(
    "code",
    [
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202D),
        *range(0x2060, 0x2070),
        0xAD,
        0x061C,
        0x180E,
        0xFE0F,
        0xFEFF,
    ],
)
def test_a_mark_that_is_not_to_be_seen_leaves_no_trace(code: int) -> None:
    plain, marked = laid_out("ab cd"), laid_out(f"ab {chr(code)}cd")
    assert marked.lineAt(0).naturalTextWidth() == plain.lineAt(0).naturalTextWidth()
    drawn = [
        run.rawFont().pathForGlyph(index)
        for run in marked.glyphRuns()
        for index in run.glyphIndexes()
    ]
    assert sum(not path.isEmpty() for path in drawn) == 4


def laid_out(text: str) -> QTextLayout:
    """A text on one line in the usual face."""
    layout = QTextLayout(text, fonts.sans(20))
    layout.beginLayout()
    layout.createLine().setLineWidth(1e6)
    layout.endLayout()
    return layout
