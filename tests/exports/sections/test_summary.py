"""The summary: who was there, what comes first, and nothing that is cut short in silence."""

from __future__ import annotations

import re

from exports.book import make_brief
from exports.paper import A4
from tests.exports.printed import Read, read, sample, sample_brief
from workshop import people, snapshot
from workshop.records.consensus import Dissent, Proposal
from workshop.records.findings import Persona
from workshop.records.people import Function, Participant
from workshop.records.rounds import Ballot, Dot, Slip
from workshop.state import Workshop


def _copy() -> Workshop:
    return snapshot.restore(snapshot.take(sample()))


def _print(workshop: Workshop) -> Read:
    return read(make_brief(workshop, A4).pdf)


def _summary(printed: Read) -> str:
    return " ".join(printed.pages[1].split())


def test_who_is_away_was_not_in_the_room() -> None:
    workshop = _copy()
    (milo,) = (row for row in workshop[Participant] if row.key == "milo")
    (design,) = (row for row in workshop[Function] if row.key == "design")
    people.set_present(workshop, milo.id, False)
    people.set_absent(workshop, design.id, True)
    printed = _print(workshop)
    assert "9 people in the room" in _summary(printed)
    assert "5 functions heard" in _summary(printed)
    assert milo.name not in printed.pages[0]
    assert "Not in the room: Wren Castellane and" in printed.text
    assert design not in people.functions_in_room(workshop)


def test_what_people_need_is_said_of_those_who_are_on_the_page() -> None:
    text = _summary(read(sample_brief("a4").pdf))
    shown = [row for row in sample()[Persona] if f"{row.name}." in text]
    assert shown
    assert [row.goal in text for row in sample()[Persona]] == [
        row in shown for row in sample()[Persona]
    ]


def test_what_is_left_out_is_counted_with_its_page() -> None:
    printed = read(sample_brief("a4").pdf)
    found = re.findall(r"and (\d+) more, page (\d+)", _summary(printed))
    assert len(found) == 5, "personas, priorities, numbers, refusals, decisions"
    heads = [printed.pages[int(page) - 1] for _, page in found]
    for title in ("Who it is for", "What comes first", "How we will know", "What we decided"):
        assert any(title in page for page in heads)


def test_a_ballot_without_dots_leaves_the_one_before() -> None:
    workshop = _copy()
    _, second = (row for row in workshop[Ballot] if row.run_off_of is None)
    with workshop.step("test.change"):
        for slip in workshop[Slip].where("ballot", second.id):
            for dot in workshop[Dot].where("slip", slip.id):
                workshop[Dot].remove(dot.id)
    assert "1 Nobody can see what is really on the plate" in _summary(_print(workshop))


def test_dissent_is_never_left_out() -> None:
    workshop = _copy()
    settled = [row for row in workshop[Proposal] if row.status == "adopted"]
    with workshop.step("test.change"):
        for number, row in enumerate(settled):
            text = f"Against it for reason {number}. " + "It would cost us more. " * 8
            workshop[Dissent].add(Dissent(proposal=row.id, by=1, text=text.strip()))  # type: ignore[arg-type]
    text = " ".join(" ".join(_print(workshop).pages[1:3]).split())
    assert [n for n in range(len(settled)) if f"Against it for reason {n}." not in text] == []
