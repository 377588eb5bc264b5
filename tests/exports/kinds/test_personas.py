"""What personas print, as a reader finds it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import make
from tests.exports import hostile
from tests.exports.printed import left_out, read, read_sections, sample_brief
from workshop.records.findings import Persona
from workshop.state import Workshop

LONG = "W" * 500


def _personas(*several: dict[str, Any]) -> Workshop:
    workshop = Workshop()
    with workshop.step("test"):
        for number, fields in enumerate(several):
            given = {"name": f"Person {number}", "evidence": "seen", **fields}
            workshop[Persona].add(Persona(key=f"p{number}", **given))
    return workshop


def test_the_sample_has_a_card_for_each_persona() -> None:
    text = read(sample_brief("a4").pdf).text
    for words in (
        "PERSONAS Who it is for Marisol Teague comes first. PRIMARY Marisol Teague Parent",
        "“I can live with a no. I cannot live with a maybe.”",
        "Wants To say yes to lunch once",
        "Trouble The dish changes after she has left for work",
        "Better when Two weeks without packing a spare meal",
        "seen Nine interviews in June 2026",
        "told Three renewal conversations in September 2026",
        "To find out How often a spare meal is packed",
        "From Who we are doing this for",
    ):
        assert words in text


def test_the_primary_one_comes_first() -> None:
    text = read_sections(_personas({}, {"primary": True}), "personas").text
    assert text.index("Person 1") < text.index("Person 0")


def test_guesses_are_printed_as_assumptions() -> None:
    text = read_sections(_personas({"evidence": "guess"}, {}), "personas").text
    assert text.index("Person 1") < text.index("Assumptions") < text.index("Person 0")
    assert "Nobody has met these people yet" in text


def test_what_is_still_open_is_said() -> None:
    text = read_sections(_personas({"goal": "To rest"}), "personas").text
    assert "Wants To rest Trouble still open" in text


def test_a_domain_expert_who_wrote_along_is_named() -> None:
    workshop = _personas({})
    with workshop.step("test"):
        expert = make(workshop, "participant")
        make(workshop, "persona_writer", participant=expert.id)
    assert "Written with name 1." in read_sections(workshop, "personas").text


def test_without_personas_there_is_no_section() -> None:
    assert "personas" in left_out(Workshop())


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("many", [1, 30])
def test_full_cards_grow_and_stay_on_the_page(many: int, paper: str) -> None:
    names = ("situation", "goal", "trouble", "own_words", "success", "evidence_note", "find_out")
    full = dict.fromkeys(names, LONG)
    half = dict.fromkeys(names, "Some more words and a few more" * 4)
    workshop = _personas(*[full if n % 3 == 0 else half for n in range(many)])
    text = read_sections(workshop, "personas", paper=paper).text
    assert f"Person {many - 1}" in text


@pytest.mark.parametrize("text", hostile.TEXTS, ids=list(hostile.NAMES))
def test_hostile_texts_stay_on_the_page(text: str) -> None:
    assert read_sections(hostile.everywhere(text), "personas", paper="letter").pages
