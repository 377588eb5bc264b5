"""What five whys print, as a reader finds it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import make
from tests.exports.printed import left_out, read, read_sections, sample_brief
from workshop.records.notes import Note
from workshop.records.people import Participant
from workshop.state import Workshop

SECTIONS = ("vision", "problem", "journey")


def _chain(workshop: Workshop, section: str = "problem", **fields: Any) -> Any:
    """A chain of two answers in a stage that prints in a section. Belongs inside a step."""
    stage = make(workshop, "stage", kind="five_whys", title="Down to the cause")
    make(workshop, "stage_output", stage=stage.id, brief=section)
    given = {"start": "They leave", "cause_we_own": "", "backwards": "", **fields}
    row = make(workshop, "five_whys", stage=stage.id, **given)
    for level, because in enumerate(["Because it is slow.", "because nobody owns it"], start=1):
        about: dict[str, Any] = {"branch": 0, "from_level": None, "limps": level == 2}
        grade = "told" if level == 1 else "seen"
        why = {"level": level, "because": because, "evidence": grade, "marked": level == 2}
        make(workshop, "why", five_whys=row.id, **why, **about)
    return row


def test_the_sample_prints_the_whole_way_down() -> None:
    text = read(sample_brief("a4").pdf).text
    for words in (
        "Down to the cause Families of children with allergies stop ordering after a few weeks",
        "Because on some mornings the dish is not the one they were shown and nobody told them",
        "seen notes 12, 15, 23",
        "seen note 24",
        "told note 79",
        "Also true of the start",
        "Because a new family waits nine school days for verification",
        "The cause we own No function of ours owns what is really on the plate today",
        "Read backwards Nobody owns today's plate, therefore deliveries are not in the system",
        "Cures parked for later Bigger buttons on the swap screen",
        "From Down to the cause",
    ):
        assert words in text


def test_a_chain_nobody_read_backwards_is_read_backwards_here() -> None:
    workshop = Workshop()
    with workshop.step("test"):
        _chain(workshop)
    text = read_sections(workshop, *SECTIONS).text
    assert "Nobody owns it, therefore it is slow, therefore They leave." in text
    assert "this link was doubted the cause we own" in text


def test_a_chain_may_belong_to_the_journey() -> None:
    workshop = Workshop()
    with workshop.step("test"):
        _chain(workshop, "journey")
    assert "problem" in left_out(workshop)
    assert "journey" not in left_out(workshop)
    text = read_sections(workshop, *SECTIONS).text
    assert "JOURNEY Down to the cause They leave 1 Because it is slow." in text


def test_a_chain_alone_opens_the_section_of_the_problem() -> None:
    workshop = Workshop()
    with workshop.step("test"):
        _chain(workshop)
    assert (
        "PROBLEM The problem we share Down to the cause" in read_sections(workshop, *SECTIONS).text
    )


@pytest.mark.parametrize(("whose", "named"), [("person", True), ("function", False)])
def test_the_author_of_a_parked_cure_is_named_only_where_notes_have_names(
    whose: str, named: bool
) -> None:
    workshop = Workshop()
    with workshop.step("test"):
        row = _chain(workshop)
        make(workshop, "board", stage=row.stage, attribution=whose)
        function = make(workshop, "function")
        person = Participant(key="wren", name="Wren Castellane", function=function.id)
        writer = workshop[Participant].add(person)
        make(workshop, "parked_cure", five_whys=row.id, by=writer.id, text="Bigger buttons")
    assert (writer.name in read_sections(workshop, *SECTIONS).page("Bigger buttons")) is named


def test_a_merged_note_counts_as_the_one_that_stands_for_it() -> None:
    workshop = Workshop()
    with workshop.step("test"):
        row = _chain(workshop)
        kept = make(workshop, "note", merged_into=None)
        gone = make(workshop, "note", merged_into=kept.id)
        why = next(why for why in workshop.table("why") if why.five_whys == row.id)
        make(workshop, "why_note", why=why.id, note=gone.id)
    assert workshop[Note][kept.id].nr == 1
    assert "told note 1 " in read_sections(workshop, *SECTIONS).text
