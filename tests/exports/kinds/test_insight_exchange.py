"""What an insight exchange prints, as a reader finds it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.exports import hostile
from tests.exports.printed import left_out, read, read_sections, sample_brief
from workshop.records.findings import Insight, Visit
from workshop.records.people import Function, Participant
from workshop.state import Workshop


def _exchange(count: int = 3) -> tuple[Workshop, list[Function]]:
    """A workshop with so many functions of one person each."""
    workshop = Workshop()
    with workshop.step("test"):
        functions = [
            workshop[Function].add(
                Function(key=f"f{n}", name=f"Team {n}", letter=chr(65 + n), shape="circle",
                         colour="#336699")
            )
            for n in range(count)
        ]  # fmt: skip
        for n, function in enumerate(functions):
            workshop[Participant].add(
                Participant(key=f"p{n}", name=f"Person {n}", function=function.id)
            )
    return workshop, functions


def _give(workshop: Workshop, giver: Function, receiver: Function, **fields: Any) -> None:
    with workshop.step("test"):
        workshop[Insight].add(Insight(giver=giver.id, receiver=receiver.id, **fields))


def test_the_sample_shows_who_gets_what_from_whom() -> None:
    text = read(sample_brief("a4").pdf).text
    for words in (
        "10 insights found their takers, 1 question is open.",
        "What we know To use it for How P Product gets S Eight of ten kitchen leads we visit work",
        "weekly Hyacinth Moraby",
        "“Which three facts are enough to start a child on a provisional menu?” Tobin Askerly",
        "Still asked E “Which features stand in contracts that we have not read?” Rukmini Dalloway",
        "S for Sales and Success to answer Not learning of a promise after it is signed",
        "Who goes and sees P Two renewal meetings with Bastian Imara Velstrand by 13 November 2026",
        "Who gives to whom",
        "From What we know that others need",
    ):
        assert words in text


def test_the_matrix_counts_what_was_given_and_marks_what_is_asked() -> None:
    workshop, (one, two, three) = _exchange()
    _give(workshop, one, two, we_know="They leave on Mondays", useful_for="Planning")
    _give(workshop, one, two, we_know="They come back on Fridays", useful_for="Planning")
    _give(workshop, three, one, direction="ask", we_ask="Why?", useful_for="Sleep")
    text = read_sections(workshop, "insights").text
    assert "A B C gives A Team 0 2 2 B Team 1 0 C Team 2 ? 1 gets 1 2 0" in text
    assert "Team 1 gives nothing yet. Team 2 gets nothing yet." in text
    assert "A question mark is a question still open; sums count it." in text


def test_an_answered_question_stands_with_its_answer() -> None:
    workshop, (one, two, _) = _exchange()
    _give(workshop, one, two, direction="ask", we_ask="Why?", we_know="Because", useful_for="Us")
    text = read_sections(workshop, "insights").text
    assert "Team 1 gets A Because “Why?”" in text
    assert "Still asked" not in text


def test_what_is_still_open_of_a_visit_is_said() -> None:
    workshop, (one, *_) = _exchange()
    with workshop.step("test"):
        workshop[Visit].add(Visit(function=one.id))
    text = read_sections(workshop, "insights").text
    assert "A place open nobody named yet date open" in text


def test_without_an_exchange_there_is_no_section() -> None:
    assert "insights" in left_out(Workshop())


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_twelve_functions_and_full_texts_stay_on_the_page(paper: str) -> None:
    workshop, functions = _exchange(12)
    full = {"we_know": "W" * 500, "useful_for": "W" * 500}
    for n, giver in enumerate(functions):
        for receiver in functions:
            if receiver is not giver:
                texts = full if n == 0 else {"we_know": "Short", "useful_for": "Little"}
                _give(workshop, giver, receiver, **texts)
    text = read_sections(workshop, "insights", paper=paper).text
    assert "Team 11 gets" in text


@pytest.mark.parametrize("text", hostile.TEXTS, ids=list(hostile.NAMES))
def test_hostile_texts_stay_on_the_page(text: str) -> None:
    assert read_sections(hostile.everywhere(text), "insights", paper="letter").pages
