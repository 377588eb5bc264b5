"""Next steps, rhythm, messages, parked points, evidence and people as they are printed."""

from __future__ import annotations

import pytest

from exports.book import make_brief
from exports.paper import A4
from tests.exports.printed import read, sample, sample_brief
from workshop import snapshot
from workshop.records.details import Rhythm
from workshop.records.promises import Action, ParkedPoint
from workshop.state import Workshop


def _text(workshop: Workshop) -> str:
    return " ".join(" ".join(read(make_brief(workshop, A4).pdf).pages).split())


@pytest.mark.parametrize(
    "said",
    [
        "Replace allergen-safe in the autumn campaign and on the website",
        "Done when: Ottoline has approved every text",
        "Every fortnight on Tuesday at 09:30 for 30 minutes, first on 20 October 2026",
        "The first kitchen that puts its binder away after today. The cook chooses the cake",
        "“We are in the boat from the first stroke.",
        "Proposal: Care homes in 2027",
        "Comes back 12 January 2027",
        "Action: Invite two families to the January revisit",
        "Let go",
        "In ten kitchen visits eight cooks worked from the binder and not from the tablet",
        "Field visits August 2026",
        "Yusra Fennimoor Registered dietitian, domain expert",
        "Rukmini Dalloway Head of engineering, decider",
        "Led by Calla Winterbourne. Sponsored by Imara Velstrand. Followed up by Tobin Askerly.",
        "Was the day worth its time? 4.36 of 5 in the mean, from 3 to 5.",
        "One point more: Money before lunch and not after four",
        "Second merge after the test actionable failed",
    ],
)
def test_the_sample_says(said: str) -> None:
    assert said in " ".join(" ".join(read(sample_brief("a4").pdf).pages).split())


def test_what_is_missing_is_said() -> None:
    workshop = snapshot.restore(snapshot.take(sample()))
    with workshop.step("test.change"):
        action = next(iter(workshop[Action]))
        workshop[Action].replace(action.id, owner=None, due=None, type="stop")
        parked = next(iter(workshop[ParkedPoint]))
        workshop[ParkedPoint].replace(parked.id, outcome=None, proposal=None)
    text = _text(workshop)
    assert f"Stop: {action.what}" in text
    assert "owner open" in text
    assert "date open" in text
    assert "Outcome open" in text


def test_dropped_actions_and_an_empty_rhythm_are_left_out() -> None:
    workshop = snapshot.restore(snapshot.take(sample()))
    with workshop.step("test.change"):
        for action in workshop[Action]:
            workshop[Action].replace(action.id, status="dropped")
        workshop[Rhythm].remove(1)
    text = _text(workshop)
    assert "Done when:" not in text
    assert "How we go on" not in text
    assert "Next steps, Rhythm" in text[text.index("Not covered:") :]
