"""What records add up to: the figures of the sample, and of workshops that lack this and that."""

from __future__ import annotations

import pytest

from tests.builders import make
from workshop import figures
from workshop.interchange import templates
from workshop.interchange.reader import read_file
from workshop.records.agenda import ClockEvent, Stage
from workshop.records.check_out import CheckOut
from workshop.records.consensus import Proposal, ProposalRound, Stance
from workshop.records.details import DecisionRule, Details
from workshop.records.journey import Journey, Phase
from workshop.records.people import Participant
from workshop.records.rounds import Ballot, Count, Option, Sign
from workshop.rules.adoption import Verdict
from workshop.setups import settings_types
from workshop.state import Workshop


@pytest.fixture(scope="module")
def sample() -> Workshop:
    """The sample workshop; not to be changed."""
    return read_file(templates.folder().parent / "sample" / "sample-workshop.yaml")


def add_break(workshop: Workshop, minutes: int) -> Stage:
    setup = settings_types()["break"]()
    return workshop[Stage].add(
        Stage(key="a", kind="break", title="A", minutes=minutes, setup=setup)
    )


def test_a_ballot_is_counted_by_option_and_function(sample: Workshop) -> None:
    ballot = next(row for row in sample[Ballot] if row.key == "ballot-1")
    tally = figures.tally_of(sample, ballot)
    assert tally.total_dots == 33
    first = sample[Option].where("ballot", ballot.id)[0]
    assert tally.order[0] == first.id
    assert (tally.of(first.id).dots, tally.of(first.id).breadth) == (12, 6)


def test_a_ballot_of_counts_is_counted_by_group() -> None:
    workshop = Workshop()
    with workshop.step("test"):
        ballot = make(workshop, "ballot", run_off_of=None)
        round = make(workshop, "round", ballot=ballot.id, attribution="none", state="closed")
        options = [workshop[Option].add(Option(ballot=ballot.id, text=text)) for text in ("x", "y")]
        for key, counts in (("sales", (1, 3)), ("others", (0, 2))):
            group = make(workshop, "round_group", round=round.id, key=key)
            for option, times in zip(options, counts, strict=True):
                if times:
                    workshop[Count].add(Count(group=group.id, option=option.id, count=times))
    tally = figures.tally_of(workshop, ballot)
    assert [tally.of(option.id).dots for option in options] == [1, 5]
    assert tally.by_group() == {
        "sales": {options[0].id: 1, options[1].id: 3}, "others": {options[1].id: 2}
    }  # fmt: skip


def test_a_sign_is_read_from_its_ratings(sample: Workshop) -> None:
    sign = next(row for row in sample[Sign] if row.key == "off-roadmap")
    reading = figures.sign_reading(sample, sign)
    assert reading is not None
    assert (reading.median, reading.spread, reading.flagged) == (3, 3, True)


def test_feelings_stand_by_persona_and_phase_from_left_to_right(sample: Workshop) -> None:
    (journey,) = sample[Journey]
    phases = figures.phases_of(sample, journey)
    assert [phase.key for phase in phases] == ["hear", "register", "order", "swap", "lunch", "stay"]
    feelings = figures.feelings_of(sample, journey)
    assert [list(found) for found in feelings.values()] == [[phase.id for phase in phases]] * 3
    swap = next(row for row in sample[Phase] if row.key == "swap")
    assert feelings[1][swap.id].median == -3


@pytest.mark.parametrize(
    ("key", "round", "verdict"),
    [("p1", 1, Verdict.NOT_YET), ("p1", 2, Verdict.ADOPT), ("p4", 1, Verdict.ADOPT)],
)
def test_a_round_is_held_against_the_rule_as_agreed(
    sample: Workshop, key: str, round: int, verdict: Verdict
) -> None:
    proposal = next(row for row in sample[Proposal] if row.key == key)
    rounds = sample[ProposalRound].where("proposal", proposal.id)
    found = next(row for row in rounds if row.round == round)
    assert figures.evaluation_of(sample, found).verdict == verdict


def test_a_rule_agreed_otherwise_decides_otherwise(sample: Workshop) -> None:
    other = read_file(templates.folder().parent / "sample" / "sample-workshop.yaml")
    with other.step("test"):
        other[Details].replace(1, decision_rule_detail=DecisionRule(support_share_normal=0.9))
    proposal = next(row for row in other[Proposal] if row.key == "p4")
    (round,) = other[ProposalRound].where("proposal", proposal.id)
    assert figures.evaluation_of(sample, round).verdict is Verdict.ADOPT
    assert figures.evaluation_of(other, round).verdict is Verdict.NOT_YET


def test_a_decision_is_held_against_the_rule_that_applied_when_it_was_recorded() -> None:
    other = read_file(templates.folder().parent / "sample" / "sample-workshop.yaml")
    proposal = next(row for row in other[Proposal] if row.key == "p4")
    (round,) = other[ProposalRound].where("proposal", proposal.id)
    with other.step("test"):
        other[Proposal].replace(proposal.id, rule=figures.agreed_rule(other))
        other[Details].replace(1, decision_rule_detail=DecisionRule(support_share_normal=0.9))
    assert figures.evaluation_of(other, round).verdict is Verdict.ADOPT


def test_short_scales_have_rules_of_their_own() -> None:
    workshop = Workshop()
    with workshop.step("test"):
        proposal = make(workshop, "proposal", scale="consent")
        round = make(workshop, "proposal_round", proposal=proposal.id)
        person = next(iter(workshop[Participant])).id
        workshop[Stance].add(Stance(proposal_round=round.id, participant=person, level=3))
    assert figures.evaluation_of(workshop, round).verdict is Verdict.NOT_YET


def test_fingers_are_those_of_the_check_out(sample: Workshop) -> None:
    (check_out,) = sample[CheckOut]
    assert sum(figures.fingers_of(sample, check_out)) / len(sample[Participant]) == 48 / 11


def test_a_second_show_of_fingers_stands_apart() -> None:
    workshop = Workshop()
    with workshop.step("test"):
        first = make(workshop, "fingers", value=5, closing=False)
        make(workshop, "fingers", value=2, closing=True)
    check_out = workshop[CheckOut][first.check_out]
    assert figures.fingers_of(workshop, check_out) == [5]
    assert figures.fingers_of(workshop, check_out, closing=True) == [2]


def test_the_timeline_is_made_of_the_clock() -> None:
    workshop = Workshop()
    with workshop.step("test"):
        workshop[Details].add(
            Details(
                key="a",
                title="A",
                on="2026-10-06",
                time_zone="Europe/Dublin",
                planned_start="09:00",
            )
        )
        stage = add_break(workshop, 10)
        for event, at in (("start", "09:05"), ("end", "09:20")):
            stamp = f"2026-10-06T{at}:00+01:00"
            workshop[ClockEvent].add(ClockEvent(stage=stage.id, event=event, at=stamp))
    row = figures.timeline_of(workshop)[stage.id]
    assert row.start.strftime("%H:%M") == "09:05"
    assert (row.minutes, row.drift_min) == (15, 10)


def test_notes_are_counted_by_stage_and_function(sample: Workshop) -> None:
    counts = figures.note_counts(sample)
    assert counts["notes"] == 94
    assert counts["notes_by_stage"]["parking_lot"] == 4
    assert sum(counts["notes_by_function"].values()) == 93
    assert counts["notes_without_function"] == [93]
