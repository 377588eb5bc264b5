"""What is said of a brief beside the brief: characters without a font, what is left out."""

from __future__ import annotations

from exports.book import make_brief
from exports.paper import A4
from exports.report import Report
from tests.builders import board_of
from tests.exports.printed import sample, sample_brief
from workshop import revisions, snapshot
from workshop.records.details import Revision, SectionState
from workshop.records.notes import Note
from workshop.records.writing import Statement


def test_of_the_sample_there_is_nothing_to_say() -> None:
    assert sample_brief("a4").report.sentences() == []


def test_characters_that_no_font_has_are_told_with_their_script_and_page() -> None:
    workshop = board_of(3)
    with workshop.step("test.change"):
        workshop[Note].replace(2, text="Burmese \u1000\u1001 and Thai \u0e01")
    printed = make_brief(workshop, A4)
    assert {character for character, _ in printed.report.boxed} == {"\u1000", "\u1001", "\u0e01"}
    page = next(box.page for box in printed.boxes if "Burmese" in box.text)
    assert printed.report.sentences()[0] == (
        "3 characters are in none of the fonts and stand as boxes: \u0e01 \u1000 \u1001"
        f" (Thai and Myanmar), the first on page {page}."
    )


def test_one_character_and_many() -> None:
    (one,) = Report(boxed=(("\u1000", 4),)).sentences()
    assert one == (
        "1 character is in none of the fonts and stands as a box: \u1000 (Myanmar), on page 4."
    )
    (many,) = Report(boxed=tuple((chr(0x1000 + n), 9 - n) for n in range(7))).sentences()
    assert "\u1004 … (Myanmar), the first on page 3." in many


def test_a_vision_of_400_characters_is_too_long_for_one_breath() -> None:
    workshop = snapshot.restore(snapshot.take(sample()))
    row = next(row for row in workshop[Statement] if row.key == "vision")
    with workshop.step("test.change"):
        workshop[Statement].replace(row.id, after=("A vision that goes on " * 18).strip())
    said = make_brief(workshop, A4).report.sentences()
    assert "The vision is too long for one breath." in said


def test_sections_that_are_left_out_are_told() -> None:
    workshop = board_of(3)
    with workshop.step("test.hide"):
        workshop[SectionState].add(SectionState(section="appendix", hidden=True))
    empty, hidden = make_brief(workshop, A4).report.sentences()
    assert empty.startswith("Nothing to print yet: Vision, Problem,")
    assert hidden == "Left out as you said: Appendix."


def test_a_revision_is_kept_once_for_each_state() -> None:
    workshop = board_of(3)
    first = revisions.present(workshop)
    assert (first.number, list(workshop[Revision])) == (1, [])
    revisions.keep(workshop, first)
    revisions.keep(workshop, revisions.present(workshop))
    assert [row.number for row in workshop[Revision]] == [1]
    with workshop.step("test.change"):
        workshop[Note].replace(2, text="Another")
    assert revisions.present(workshop).number == 2
