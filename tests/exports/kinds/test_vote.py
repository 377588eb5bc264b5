"""Priorities as they are printed: ranks, the cut, what the figures say, never a person's dots."""

from __future__ import annotations

from exports.book import make_brief
from exports.paper import A4
from tests.exports.printed import read, sample, sample_brief
from workshop import snapshot
from workshop.records.rounds import Ballot, Dot, Slip
from workshop.state import Workshop


def _text(workshop: Workshop) -> str:
    return " ".join(" ".join(read(make_brief(workshop, A4).pdf).pages).split())


def _sample_text() -> str:
    return " ".join(" ".join(read(sample_brief("a4").pdf).pages).split())


def test_every_ballot_is_there_with_its_run_off() -> None:
    text = _sample_text()
    assert "Which of these problems, solved, would change most for our customers?" in text
    assert "At which moments would a better experience change most" in text
    assert "Run-off Three clusters tied with four dots for the third place" in text


def test_ranks_are_shared_and_dots_counted() -> None:
    rows = [
        box
        for box in sample_brief("a4").boxes
        if box.text == "Districts cannot prove that it works"
    ]
    beside = [
        box.text
        for row in rows
        for box in sample_brief("a4").boxes
        if box.page == row.page and abs(box.bottom - row.bottom) < 2
    ]
    assert beside.count("=") >= 1
    assert "3" in beside
    assert "4" in beside


def test_what_the_figures_say_is_said_in_words() -> None:
    text = _sample_text()
    assert "No clear cut between 3 and 4." in text
    option = "A lunch from the first day while we verify"
    assert f"Safety and Legal gave over half of the dots of “{option}”." in text
    assert "33 dots by 11 people" in text


def test_a_warm_up_and_a_ballot_without_dots_are_left_out() -> None:
    workshop = snapshot.restore(snapshot.take(sample()))
    with workshop.step("test.change"):
        first, second = [row for row in workshop[Ballot] if row.run_off_of is None]
        workshop[Ballot].replace(first.id, warm_up=True)
        for slip in workshop[Slip].where("ballot", second.id):
            for dot in workshop[Dot].where("slip", slip.id):
                workshop[Dot].remove(dot.id)
    text = _text(workshop)
    assert "What comes first" not in text
    assert "Priorities" in text[text.index("Not covered:") :]
