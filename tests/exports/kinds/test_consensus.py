"""Decisions as they are printed: outcome, stances, concerns with their life, dissent."""

from __future__ import annotations

from exports.book import make_brief
from exports.brief import Brief
from exports.paper import A4
from exports.results import decided
from tests.exports.printed import read, read_sections, sample, sample_brief
from workshop import snapshot
from workshop.records.consensus import Concern, Dissent, Proposal, ProposalRound, Stance
from workshop.records.people import Participant
from workshop.state import Workshop

OTTOLINE = "We would call a dish safe on the word of an unread photo."


def _text(workshop: Workshop) -> str:
    return " ".join(" ".join(read(make_brief(workshop, A4).pdf).pages).split())


def _sample_text() -> str:
    return " ".join(" ".join(read(sample_brief("a4").pdf).pages).split())


def test_every_proposal_is_there_with_its_outcome() -> None:
    text = _sample_text()
    assert "5 of 6 proposals were settled." in text
    assert "2 of 11 with it, the rule says not yet" in text
    assert "7 of 11 with it, the rule says adopt" in text
    assert "adopted with dissent" in text
    assert "parked with Bastian Korriven, until 12 January 2027" in text


def test_a_decision_without_the_word_of_a_decider_is_called_provisional() -> None:
    workshop = snapshot.restore(snapshot.take(sample()))
    (vision,) = (row for row in workshop[Proposal] if row.about == "vision")
    (round,) = workshop[ProposalRound].where("proposal", vision.id)
    decider = next(row.id for row in workshop[Participant] if row.key == "wren")
    assert "adopted, provisional" not in read_sections(workshop, "decisions").text
    with workshop.step("test.change"):
        for row in workshop[Stance].where("proposal_round", round.id):
            if row.participant == decider:
                workshop[Stance].remove(row.id)
    assert "adopted, provisional" in read_sections(workshop, "decisions").text


def test_the_mark_of_one_participant_of_a_function_of_one_tells_no_function() -> None:
    workshop = snapshot.restore(snapshot.take(sample()))
    with workshop.step("test.change"):
        row = next(row for row in workshop[Participant] if row.key == "wren")
        for concern in list(workshop[Concern]):
            if concern.by == row.id:
                workshop[Concern].replace(concern.id, anonymous=True)
    first, _ = (row for row in workshop[Proposal] if row.about in ("problem", "vision"))
    brief = Brief(workshop, A4)
    named = [worn.mark.name for group in decided(brief, first).stances for worn in group]
    others = [worn.mark.name for group in decided(Brief(sample(), A4), first).stances
              for worn in group]  # fmt: skip
    assert "Design and Research" in others
    assert "Design and Research" not in named
    assert len(named) == len(others)


def test_a_concern_says_who_at_which_level_and_what_became_of_it() -> None:
    text = _sample_text()
    assert OTTOLINE in text
    assert "Ottoline, Safety and Legal, at 8" in text
    assert "Would pass if Nobody says safe before a dietitian has verified the letter" in text
    assert "Answered: The menu is provisional" in text
    assert "Open, Hyacinth Moraby sees to it" in text


def test_dissent_stands_word_for_word() -> None:
    assert "Dissent kept on record “We leave two signed letters of interest" in _sample_text()
    assert "Reservation on record “Supports it although it changes pay" in _sample_text()


def test_a_name_that_was_taken_off_is_not_printed() -> None:
    workshop = snapshot.restore(snapshot.take(sample()))
    with workshop.step("test.change"):
        concern = next(row for row in workshop[Concern] if row.text.startswith(OTTOLINE))
        workshop[Concern].replace(concern.id, anonymous=True)
        for dissent in workshop[Dissent]:
            workshop[Dissent].replace(dissent.id, anonymous=True)
    text = _text(workshop)
    after = text[text.index(OTTOLINE) :]
    assert after[: after.index("Harm")].count("Ottoline") == 0
    assert "One participant" in after[: after.index("Harm")]
    assert "at 8" not in after[: after.index("Harm")]
    kept = text[text.index("Dissent kept on record") :]
    assert "One participant" in kept[:400]
    assert "Bastian" not in kept[:300]


def test_without_stances_it_says_so() -> None:
    workshop = snapshot.restore(snapshot.take(sample()))
    with workshop.step("test.change"):
        proposal = next(row for row in workshop[Proposal] if row.key == "p5")
        for round in workshop[ProposalRound].where("proposal", proposal.id):
            for stance in workshop[Stance].where("proposal_round", round.id):
                workshop[Stance].remove(stance.id)
    assert "No stances taken" in _text(workshop)


def test_every_stance_wears_its_level() -> None:
    """Marks are people: eleven for each of the six proposals, a figure beside each."""
    pages = {box.page for box in sample_brief("a4").boxes if box.text == "What we decided"}
    figures = [
        box
        for box in sample_brief("a4").boxes
        if box.text in "12345678"
        and box.size == 7.2
        and box.page in range(min(pages), min(pages) + 4)
    ]
    assert len(figures) == 6 * 11
