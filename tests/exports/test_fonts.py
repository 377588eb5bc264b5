"""The bundled fonts in ReportLab: embedded, the only ones in a file, and loaded when needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from unicodedata import category

import pikepdf
import pypdfium2
import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

import assets
from exports import fonts
from tests.exports import pdf_tools
from workshop.faces import (
    ARABIC,
    BOLD,
    BOXES,
    CJK,
    EMOJI,
    FACES,
    SANS,
    SEMIBOLD,
    SERIF,
    Face,
    nearest,
)

PLAIN = nearest(SANS)
LINES = ["Crew Όραμα Видение Łódź", "愿景 東京のビジョン", "비전과 전략", "ส"]


def embedded(file: Path) -> set[str]:
    """The names of the fonts in a PDF; each must be embedded."""
    pdf_tools.assert_sound(file)
    found = set()
    with pikepdf.open(file) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
                assert "/FontFile2" in item["/FontDescriptor"]
                found.add(str(item["/BaseFont"]).partition("+")[2])
    return found


def test_a_paragraph_has_its_faces_and_no_other_font(tmp_path: Path) -> None:
    fonts.use_text_families()
    text = "plain <b>bold</b> <i>italic <b>both</b></i>"
    story: list[Flowable] = [
        Paragraph(text, ParagraphStyle(family, fontName=fonts.use(nearest(family))))
        for family in (SANS, SERIF)
    ]
    file = tmp_path / "paragraphs.pdf"
    SimpleDocTemplate(str(file)).build(story)
    assert embedded(file) == {
        "CoxswainSans-Regular",
        "CoxswainSans-Bold",
        "CoxswainSans-Italic",
        "CoxswainSans-BoldItalic",
        "CoxswainSerif-Regular",
        "CoxswainSerif-SemiBold",
        "CoxswainSerif-Italic",
    }


def test_lines_of_many_scripts_are_drawn_and_read_back(tmp_path: Path) -> None:
    fonts.use_text_families()
    file = tmp_path / "lines.pdf"
    canvas = Canvas(str(file))
    for index, line in enumerate(LINES):
        place = canvas.beginText(50, 700 - 40 * index)
        for face, piece in fonts.runs(line, PLAIN):
            place.setFont(fonts.use(face), 20)
            place.textOut(piece)
        canvas.drawText(place)
    canvas.save()
    assert embedded(file) == {
        "CoxswainSans-Regular",
        "CoxswainCJK-Regular",
        "CoxswainBoxes-Regular",
    }
    with pypdfium2.PdfDocument(file) as pdf:
        read = pdf[0].get_textpage().get_text_range()
    assert read.splitlines() == LINES


def test_each_face_is_registered_once_under_its_own_name() -> None:
    assert [fonts.use(face) for face in FACES] == [face.name for face in FACES]
    registered = {id(pdfmetrics.getFont(fonts.use(face))) for face in FACES}
    assert len(registered) == len(FACES)


def test_advances_are_those_of_the_bundled_fonts() -> None:
    assert pdfmetrics.stringWidth("Coxswain", fonts.use(PLAIN), 1000) == 3994


@pytest.mark.parametrize("face", [face for face in FACES if face.family in (SANS, SERIF)])
def test_digits_are_as_wide_as_each_other(face: Face) -> None:
    """But for one unit in a thousand, by which the rounding of an instance may differ."""
    widths = [pdfmetrics.stringWidth(digit, fonts.use(face), 1000) for digit in "0123456789"]
    assert max(widths) - min(widths) <= 1


def test_a_text_is_cut_where_the_font_changes() -> None:
    bold = Face(SANS, BOLD)
    assert fonts.runs("", PLAIN) == []
    assert fonts.runs("Crew", bold) == [(bold, "Crew")]
    assert fonts.runs("a愿景b", bold) == [(bold, "a"), (Face(CJK), "愿景"), (bold, "b")]
    assert fonts.runs("خطة", bold) == [(Face(ARABIC, BOLD), "خطة")]
    assert fonts.runs("👩🏽\u200d💻", PLAIN) == [(Face(EMOJI), "👩🏽\u200d💻")]
    assert fonts.runs("xส", PLAIN) == [(PLAIN, "x"), (Face(BOXES), "ส")]


def test_the_display_face_falls_back_to_the_text_face() -> None:
    face = Face(SERIF, SEMIBOLD)
    assert fonts.runs("a€⅔⅕", face) == [(face, "a€⅔"), (Face(SANS, SEMIBOLD), "⅕")]


def test_joiners_need_no_glyph() -> None:
    assert fonts.covers(PLAIN, "so\u200bft hy\u00adphen\n")
    assert not fonts.covers(PLAIN, "愿")
    assert fonts.missing("a\u200b\u2066\ufeff") == set()


@pytest.mark.parametrize("codec", ["gb2312", "big5", "euc_jp", "euc_kr"])
def test_the_east_asian_sets_are_covered(codec: str) -> None:
    pairs = (bytes((lead, trail)) for lead in range(0xA1, 0xFF) for trail in range(0x40, 0xFF))
    letters = {letter for pair in pairs for letter in pair.decode(codec, "ignore")}
    assert len(letters) > 6000
    missing = fonts.missing("".join(letter for letter in letters if category(letter) == "Lo"))
    assert missing == set()


def test_every_syllable_of_hangul_is_covered() -> None:
    assert fonts.covers(Face(CJK), "".join(map(chr, range(0xAC00, 0xD7A4))))


LAZY = """
from exports import fonts
from reportlab.pdfbase import pdfmetrics
from workshop.faces import SANS, nearest
fonts.use_text_families()
fonts.runs("Crew, Видение, Όραμα", nearest(SANS))
fonts.missing("Crew")
print(*sorted(name for name in pdfmetrics.getRegisteredFontNames() if "Coxswain" in name))
"""


def test_plain_text_loads_the_text_faces_alone() -> None:
    """In a process of its own, since other tests have loaded more."""
    command = [sys.executable, "-c", LAZY]
    root = assets.path().parent
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    text_faces = {face.name for face in FACES if face.family in (SANS, SERIF)}
    assert set(done.stdout.split()) <= text_faces
