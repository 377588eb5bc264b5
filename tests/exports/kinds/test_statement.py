"""What a statement prints, as a reader finds it."""

from __future__ import annotations

import pypdfium2
import pytest

from exports.book import Printed
from exports.pen import Box
from tests.builders import make
from tests.exports.printed import left_out, read, read_sections, sample, sample_brief
from workshop.records.people import Participant
from workshop.records.writing import TestCount
from workshop.state import Workshop

ACCENT = (0xB3, 0x39, 0x1F)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_vision_stands_on_one_page_with_all_that_belongs_to_it(paper: str) -> None:
    page = read(sample_brief(paper).pdf).page("Tested by hands")
    for words in (
        "because the family choosing and the cook serving see the same truth",
        "From Our vision, agreed",
        "Lunch is where children learn that they belong",
        "10 of 11 say it is clear",
        "11 of 11 say it is inspiring",
        "Could a new colleague explain it after hearing it once?",
        "By summer 2027 seven in ten allergy families",
        "The white-label menu designer",
        "Since 2023 To be the leading digital platform",
        "Draft C Parents and cooks share one live picture",
        "Merge 1 Every child with a food allergy eats lunch with their friends.",
        "clear 11, inspiring 11, actionable 4, of 11 “Lovely and no help on Monday”",
    ):
        assert words in page


SECTIONS = ("vision", "problem", "journey")


def test_nobody_reads_who_wrote_a_draft() -> None:
    page = read(sample_brief("a4").pdf).page("Tested by hands")
    names = [person.name.split()[0] for person in sample()[Participant]]
    assert [name for name in names if name in page] == []


def test_the_problem_says_what_each_function_said_before() -> None:
    page = read(sample_brief("a4").pdf).page("What each function said before")
    assert "Marketing Too few families know us" in page
    assert "Why it changed The first sentence blamed the family's trust." in page


def test_what_had_to_survive_is_underlined() -> None:
    brief = sample_brief("a4")
    kept = _line(brief, "Noonbell makes every school kitchen as calm")
    left = _line(brief, "From binder to screen.")
    assert _accent_under(brief, kept) > 0
    assert _accent_under(brief, left) == 0


def _line(brief: Printed, words: str) -> Box:
    return next(box for box in brief.boxes if box.text.startswith(words))


def _accent_under(brief: Printed, box: Box) -> int:
    """How many pixels right under a line are in the accent colour, at ten to a millimetre."""
    with pypdfium2.PdfDocument(brief.pdf) as document:
        image = document[box.page - 1].render(scale=254 / 72).to_pil().convert("RGB")
    area = tuple(
        round(10 * edge) for edge in (box.left, box.bottom - 0.5, box.right, box.bottom + 1)
    )
    pixels = image.crop(area).get_flattened_data()
    return sum(pixel == ACCENT for pixel in pixels)


def test_without_a_statement_there_is_no_section() -> None:
    assert {"vision", "problem"} <= set(left_out(Workshop()))


def test_a_statement_on_its_way_prints_its_drafts_and_says_so() -> None:
    workshop = Workshop()
    with workshop.step("test"):
        statement = make(workshop, "statement", key="vision", after="", stage=None)
        make(workshop, "draft", statement=statement.id, key="a", text="A first try")
    text = read_sections(workshop, *SECTIONS).text
    assert "No sentence is agreed on yet." in text
    assert "Draft A A first try" in text


def test_hands_without_a_number_asked_are_given_as_they_are() -> None:
    workshop = Workshop()
    with workshop.step("test"):
        hands = (TestCount(test="easy-to-say", hands=7),)
        make(workshop, "statement", key="vision", tests=hands, tests_of=None, stage=None)
    assert "7 say it is easy to say" in read_sections(workshop, *SECTIONS).text


def test_a_statement_of_ones_own_prints_where_its_stage_says() -> None:
    workshop = Workshop()
    with workshop.step("test"):
        stage = make(workshop, "stage", kind="statement", title="Our promise")
        make(workshop, "stage_output", stage=stage.id, brief="problem")
        make(workshop, "statement", key="our-promise", after="We call back.", stage=stage.id)
    assert "vision" in left_out(workshop)
    assert "OUR PROMISE We call back. From Our promise" in read_sections(workshop, *SECTIONS).text
