"""Text on a board: the lines it is broken into, and what is painted for them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from ui import fonts
from ui.board.typesetting import QtTypesetter, is_right_to_left
from workshop.board.style import CONSOLE, Style, room_style
from workshop.board.typesetting import Fitted
from workshop.faces import BOXES

WIDTH = 164.0
ANY = 1000
SCRIPTS = {
    "Latin": "Roadmap follows the loudest harbour",
    "Latin with marks": "Zoe\u0308 a\u030a\u0323 Vie\u0323\u0302t",
    "Greek and Cyrillic": "Ελληνικά, Русский",
    "Arabic": "مرحبا بالعالم",
    "Hebrew with digits": "שלום עולם abc 123",
    "Devanagari": "हिन्दी क्षत्रिय",
    "Chinese": "日本語のテキスト",
    "Korean": "한국어 텍스트",
    "both directions": "חדש: Noonbell 2.0 يعمل الآن",
    "marks above marks": "a\u0301\u0302\u0303 e\u0323\u0306 ạ̈",
    "joined emoji": "👨‍👩‍👧‍👦 🇩🇪 👍🏽",
}


@pytest.fixture
def typesetter(qapp: QApplication) -> QtTypesetter:
    return QtTypesetter(CONSOLE)


def test_text_is_set_in_the_bundled_font(typesetter: QtTypesetter) -> None:
    """With another font, or with none installed, this would be another width."""
    width = typesetter.width("timetable by hand every", "text")
    assert width == pytest.approx(151.19, abs=0.05)


words = st.text("abcdefghijklmnopqrstuvwxyzäöüABC.,;:!?'%&1234567890", min_size=1, max_size=16)


@given(text=st.lists(words, min_size=1, max_size=40).map(" ".join), width=st.integers(60, 260))
def test_lines_of_plain_text_fit_and_are_as_full_as_they_can_be(text: str, width: int) -> None:
    typesetter = QtTypesetter(CONSOLE)
    fitted = typesetter.fit(text, "text", width, ANY)
    assert " ".join(fitted.lines).replace(" ", "") == text.replace(" ", "")
    metrics = typesetter.metrics["text"]
    for line, following in zip(fitted.lines, fitted.lines[1:], strict=False):
        assert metrics.horizontalAdvance(line) <= width + 1
        if line + " " + following.split(" ")[0] in text:
            assert metrics.horizontalAdvance(line + " " + following.split(" ")[0]) > width - 1


@given(text=st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]), max_size=80))
def test_lines_of_any_text_hold_all_of_it(text: str) -> None:
    fitted = QtTypesetter(CONSOLE).fit(text, "text", WIDTH, ANY)
    assert "".join(fitted.lines) == text


ROOM = room_style(1080)


@pytest.mark.parametrize("style", [CONSOLE, ROOM], ids=["console", "room"])
@pytest.mark.parametrize("name", SCRIPTS)
def test_every_script_is_painted_as_a_text_layout_paints_it(
    qapp: QApplication, name: str, style: Style
) -> None:
    """On one line, and broken into several by the width of a note."""
    typesetter, text = QtTypesetter(style), SCRIPTS[name]
    assert fonts.missing(text) == set()
    whole = 30 * style.text
    for width, lines in ((whole, {1}), (style.text_width(style.least_width), range(1, 9))):
        repeated = text if width == whole else f"{text} {text}"
        fitted = typesetter.fit(repeated, "text", width, ANY)
        assert len(fitted.lines) in lines
        ours, theirs = _blank(style), _blank(style)
        with QPainter(ours) as painter:
            for run in typesetter.glyphs(fitted, "text", width):
                painter.drawGlyphRun(QPointF(10, 10), run)
        with QPainter(theirs) as painter:
            _layout(repeated, width, style, typesetter).draw(painter, QPointF(10, 10))
        assert ours == theirs
        assert ours != _blank(style)


def _layout(text: str, width: float, style: Style, typesetter: QtTypesetter) -> QTextLayout:
    """Qt's own layout of a text in lines as far apart as a note's."""
    layout = QTextLayout(text, fonts.sans(style.text))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if is_right_to_left(text):
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    natural = typesetter.metrics["text"].height()
    top = (style.leading - natural) / 2
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += style.leading + max(0.0, line.ascent() + line.descent() - natural)
    layout.endLayout()
    return layout


def _blank(style: Style) -> QImage:
    image = QImage(32 * style.text, 24 * style.text, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


@pytest.mark.parametrize("text", ["สวัสดี", "a\U0001f8b0b", "ᚠᚢᚦ"])
def test_a_character_that_no_font_has_is_a_box(typesetter: QtTypesetter, text: str) -> None:
    """Drawn by the last font of the chain, not by one of the system's."""
    assert fonts.missing(text)
    fitted = typesetter.fit(text, "text", 400, ANY)
    families = {run.rawFont().familyName() for run in typesetter.glyphs(fitted, "text", 400)}
    assert BOXES in families
    assert all(family.startswith("Coxswain") for family in families)


def test_each_paragraph_reads_from_its_own_side(typesetter: QtTypesetter) -> None:
    fitted = typesetter.fit("one\nشكرا\nthree", "text", WIDTH, ANY)
    assert fitted.lines == ("one\n", "شكرا\n", "three")
    left, right, last = (run.boundingRect() for run in typesetter.glyphs(fitted, "text", WIDTH))
    assert left.left() < 5
    assert last.left() < 5
    assert right.right() > WIDTH - 5


def test_a_right_to_left_line_leaves_no_room_for_the_number(typesetter: QtTypesetter) -> None:
    assert typesetter.fit("שלום", "text", WIDTH, ANY).tail == pytest.approx(0, abs=0.5)
    assert typesetter.fit("Hello", "text", WIDTH, ANY).tail > 100


@pytest.mark.parametrize(
    "text", ["word " * 80, "x" * 500, "line\n" * 40, "漢字" * 200, "שלום " * 90]
)
def test_a_text_that_is_cut_ends_with_an_ellipsis(typesetter: QtTypesetter, text: str) -> None:
    fitted = typesetter.fit(text.strip(), "text", WIDTH, 4)
    assert fitted.cut
    assert len(fitted.lines) == 4
    assert fitted.lines[-1].endswith("…")
    assert _widest(typesetter, fitted) <= WIDTH + 1


def test_a_cut_never_splits_what_belongs_together(typesetter: QtTypesetter) -> None:
    family = "👨‍👩‍👧‍👦"
    fitted = typesetter.fit(family * 60, "text", WIDTH, 2)
    assert fitted.cut
    assert re.fullmatch(f"(?:{family})+…", fitted.lines[-1])


def _widest(typesetter: QtTypesetter, fitted: Fitted) -> float:
    return max(typesetter.width(line.strip(), "text") for line in fitted.lines)


@given(text=st.text(max_size=60))
def test_height_and_lines_agree_with_what_is_painted(text: str) -> None:
    typesetter = QtTypesetter(CONSOLE)
    fitted = typesetter.fit(text.replace("\r", ""), "text", WIDTH, ANY)
    bottom = max(
        (run.boundingRect().bottom() for run in typesetter.glyphs(fitted, "text", WIDTH)), default=0
    )
    assert bottom <= fitted.height + CONSOLE.pad


def test_words_in_other_scripts_stand_on_the_same_line(typesetter: QtTypesetter) -> None:
    """The names of authors stand beside numbers."""
    baselines = {
        round(run.positions()[0].y(), 1)
        for text in ("Ines", "李雷", "12")
        for run in typesetter.line(text, "small")
    }
    assert len(baselines) == 1


def test_the_side_a_text_reads_from_is_that_of_its_first_letter() -> None:
    assert is_right_to_left("12 שלום abc")
    assert not is_right_to_left("12 abc שלום")
    assert not is_right_to_left("12, 13")
