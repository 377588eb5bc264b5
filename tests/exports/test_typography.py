"""How pages are set: what stays together on a line, what a head says, what display type wears."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from exports import titles
from exports.balance import balanced
from exports.ink import BODY, VISION
from exports.lines import Span, Text, set_text
from exports.paper import HEADER_AT, PAPERS
from exports.parts.words import beside, labelled, quoted
from exports.pen import Box
from exports.translate import tr
from exports.wording import day, listed, months
from tests.exports.printed import sample_brief
from workshop.records.words import SECTIONS

papers = pytest.mark.parametrize("paper", list(PAPERS))


@papers
def test_no_line_ends_inside_a_date(paper: str) -> None:
    ends = re.compile(rf"\b\d{{1,2}}$|\b\d{{1,2}} ({'|'.join(months())})$")
    torn = [
        (box, after)
        for box, after in _following(sample_brief(paper).boxes)
        if ends.search(box.text) and re.match(rf"({'|'.join(months())})|20\d\d", after.text)
    ]
    assert torn == []


def _following(boxes: tuple[Box, ...]) -> list[tuple[Box, Box]]:
    """Each line with the next one that stands under it."""
    return [
        (one, two) for one, two in pairwise(boxes) if one.page == two.page and two.top > one.top
    ]


def test_a_date_is_read_with_plain_spaces() -> None:
    (line,) = set_text(day("2027-06-30"), BODY).lines
    assert line.text == "30 June 2027"
    (line,) = set_text(day("2027-06-30"), VISION).lines
    assert line.text == "30 June 2027"


@papers
def test_the_head_names_the_section_that_the_page_begins_with(paper: str) -> None:
    names = {titles.name(section) for section in SECTIONS}
    known = {titles.name(section).upper(): titles.name(section) for section in SECTIONS}
    known |= {titles.title(section).upper(): titles.name(section) for section in SECTIONS}
    current = ""
    for number in range(2, sample_brief(paper).pages + 1):
        boxes = [box for box in sample_brief(paper).boxes if box.page == number]
        head = next(b.text for b in boxes if b.top < HEADER_AT and b.text in names)
        eyebrows = [box for box in boxes if box.size == 7.2 and box.text in known]
        first = min((b.top for b in boxes if b.top > HEADER_AT + 1), default=0.0)
        begins = [known[box.text] for box in eyebrows if box.top < first + 8]
        current = begins[0] if begins else current
        assert head == (current or head), number
        current = known[eyebrows[-1].text] if eyebrows else current


def test_display_type_has_the_apostrophe_of_printers() -> None:
    assert set_text("today's 'plate'", VISION).lines[0].text == "today’s 'plate'"
    assert set_text("today's plate", BODY).lines[0].text == "today's plate"


def test_no_word_stands_alone_at_the_end_of_a_sentence_set_large() -> None:
    text = "Every child with a food allergy eats lunch with their friends, because we care daily."
    lines = balanced(text, VISION, 150.0).lines
    assert len(lines) == len(set_text(text, VISION, 150.0).lines)
    assert min(line.width for line in lines) > 0.6 * max(line.width for line in lines)


NAME = "שלום כהן"


@pytest.mark.parametrize(
    "text",
    [
        tr("{name} comes first.", name=NAME),
        labelled(NAME, "comes first."),
        labelled("comes", "first."),
        beside(Span(NAME, BODY), Span("comes first.", BODY)),
        listed([NAME, "comes first."]),
        quoted(NAME, "comes first."),
    ],
)
def test_a_name_from_right_to_left_leaves_our_sentence_its_direction(text: Text) -> None:
    (line,) = set_text(text, BODY, 170.0).lines
    assert line.left == 0
    if line.shaped is None:
        return
    places = {glyph.text: glyph.x for glyph in line.shaped.glyphs if glyph.text.strip()}
    assert max(places[letter] for letter in "שלוםכהן") < places["c"] < places["."]
    assert places["."] == max(places.values())


def test_a_text_from_right_to_left_keeps_its_own_direction() -> None:
    (line,) = set_text(f"{NAME} ok.", BODY, 170.0).lines
    assert line.left > 300
