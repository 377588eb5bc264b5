"""A section that the facilitator leaves out is left out everywhere: no other tells what it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exports.book import Printed, make_brief
from exports.paper import A4
from tests.exports.printed import read, sample, squeeze
from workshop import ballots, snapshot
from workshop.records.agenda import Stage
from workshop.records.consensus import Proposal
from workshop.records.details import Message, SectionState
from workshop.records.findings import Persona
from workshop.records.people import Participant
from workshop.records.promises import GuardrailLine, Metric
from workshop.records.writing import Positioning, Statement
from workshop.state import Workshop


def _without(*sections: str) -> Printed:
    workshop = snapshot.restore(snapshot.take(sample()))
    with workshop.step("test.hide"):
        for section in sections:
            workshop[SectionState].add(SectionState(section=section, hidden=True))
    return make_brief(workshop, A4)


def _statement(workshop: Workshop, key: str) -> list[str]:
    rows = [row for row in workshop[Statement] if row.key == key]
    return [text for row in rows for text in (row.after, row.why, *row.would_refuse)]


SAYS: dict[str, Callable[[Workshop], list[str]]] = {
    "vision": lambda workshop: _statement(workshop, "vision"),
    "problem": lambda workshop: _statement(workshop, "problem"),
    "personas": lambda workshop: [row.goal for row in workshop[Persona]],
    "positioning": lambda workshop: [row.key_benefit for row in workshop[Positioning]],
    "priorities": lambda workshop: [row.question for row in ballots.told(workshop)],
    "metrics": lambda workshop: [row.why for row in workshop[Metric]],
    "guardrails": lambda workshop: [row.text for row in workshop[GuardrailLine]],
    "messages": lambda workshop: [row.text for row in workshop[Message]],
    "participants": lambda workshop: [row.role for row in workshop[Participant]],
}
"""What stands in a section and nowhere else."""


@pytest.mark.parametrize("section", SAYS)
def test_what_it_says_stands_nowhere(section: str) -> None:
    said = [squeeze(text) for text in SAYS[section](sample()) if text]
    shown = read(make_brief(sample(), A4).pdf).squeezed
    assert said
    assert [text for text in said if text not in shown] == []
    printed = _without(section)
    text = read(printed.pdf).squeezed
    if section in ("vision", "problem"):  # decided in a wording that is a proposal's too
        text = read(_without(section, "decisions").pdf).squeezed
    assert [words for words in said if words in text] == []
    assert section in printed.report.hidden
    assert section not in printed.left_out


def test_hidden_decisions_are_named_nowhere() -> None:
    text = read(_without("decisions").pdf).squeezed
    others = {stage.title for stage in sample()[Stage]} | {"Our vision"}
    titles = [row.title for row in sample()[Proposal] if row.title not in others]
    assert [title for title in titles if squeeze(title) in text] == []


def test_without_a_summary_the_cover_stays() -> None:
    printed = _without("summary")
    assert "VISION BRIEF" in read(printed.pdf).pages[0]
    assert "What it brings us" not in read(printed.pdf).text
