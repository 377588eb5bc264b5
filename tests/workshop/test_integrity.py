"""What must hold between records when a step ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.builders import make
from workshop.errors import Refused
from workshop.kinds.five_whys import Settings as FiveWhysSettings
from workshop.records.agenda import ClockEvent, Lane, Stage, Voting
from workshop.records.consensus import LEVELS, Stance
from workshop.records.details import Details
from workshop.records.journey import Journey, Phase
from workshop.records.notes import Note
from workshop.records.people import Participant
from workshop.records.rounds import (
    AlignmentCheck,
    Ballot,
    Count,
    Dot,
    Option,
    Rating,
    Round,
    RoundGroup,
    Sign,
    Slip,
)
from workshop.rules import adoption
from workshop.setups import settings_types
from workshop.state import Workshop

Doing = Callable[[Workshop], Any]


def stage(workshop: Workshop, key: str, kind: str = "board") -> Stage:
    setup = settings_types()[kind]()
    return workshop[Stage].add(Stage(key=key, kind=kind, title=key, setup=setup))


@pytest.fixture
def workshop() -> Workshop:
    """Two ballots of three dots, two options each, a voter; two stages with a map each."""
    workshop = Workshop()
    with workshop.step("test.begin"):
        for key in ("a", "b"):
            held = stage(workshop, key)
            ballot = workshop[Ballot].add(Ballot(key=key, stage=held.id))
            for text in ("x", "y"):
                workshop[Option].add(Option(ballot=ballot.id, text=text))
            journey = workshop[Journey].add(Journey(stage=held.id))
            workshop[Phase].add(Phase(journey=journey.id, key="hear", name="Hear"))
            workshop[Lane].add(Lane(stage=held.id, key="doing"))
        voter = make(workshop, "participant")
        slip = workshop[Slip].add(Slip(ballot=workshop[Ballot][1].id, participant=voter.id))
        workshop[Dot].add(Dot(slip=slip.id, option=workshop[Option][1].id, dots=2))
    return workshop


def refusal(workshop: Workshop, do: Doing) -> Refused:
    """What the state says to a step; it is then as it was before."""
    before = {table.info.name: list(table) for table in workshop.tables()}
    with pytest.raises(Refused) as caught, workshop.step("test.refused"):
        do(workshop)
    assert {table.info.name: list(table) for table in workshop.tables()} == before
    return caught.value


REFUSED: list[tuple[str, Doing]] = [
    ("reference.gone", lambda w: w[Slip].replace(1, participant=99)),
    ("reference.left", lambda w: w[Participant].remove(1)),
    ("value.taken", lambda w: w[Stage].replace(2, key="a")),
    (
        "value.taken",
        lambda w: w[Slip].add(Slip(ballot=w[Ballot][1].id, participant=w[Slip][1].participant)),
    ),
    ("stage.kind", lambda w: w[Stage].replace(1, kind="lunch")),
    ("stage.kind", lambda w: w[Stage].replace(1, kind="vote")),
    ("stage.unknown", lambda w: w[Stage].replace(1, voting=Voting(from_=("nowhere",)))),
    (
        "stage.unknown",
        lambda w: w[Stage].replace(
            1, kind="five_whys", setup=FiveWhysSettings(start_from=("nowhere",))
        ),
    ),
    ("ballot.over_cap", lambda w: w[Dot].replace(1, dots=3)),
    (
        "ballot.over_budget",
        lambda w: w[Dot].add(Dot(slip=w[Slip][1].id, option=w[Option][2].id, dots=2)),
    ),
    ("ballot.over_cap", lambda w: w[Ballot].replace(1, max_per_item=1)),
    ("record.apart", lambda w: w[Dot].replace(1, option=w[Option][3].id)),
    ("record.apart", lambda w: w[Option].replace(1, ballot=w[Ballot][2].id, text="z")),
    ("record.apart", lambda w: w[Slip].replace(1, ballot=w[Ballot][2].id)),
    ("record.circle", lambda w: w[Ballot].replace(1, run_off_of=w[Ballot][1].id)),
    ("note.unnumbered", lambda w: w[Note].add(Note(text="a"))),
    ("note.unnumbered", lambda w: _cell(w, lane=2)),
    ("note.unnumbered", lambda w: _cell(w, phase=2)),
    ("note.unnumbered", lambda w: (w[Lane].replace(1, key="owner"), _cell(w))),
    (
        "note.unnumbered",
        lambda w: (_cell(w), w[Lane].replace(1, stage=w[Stage][2].id, key="other")),
    ),
    ("note.unnumbered", lambda w: make(w, "win", note=_cell(w).id)),
    ("clock.cannot_pause", lambda w: _clock(w, (1, "pause"))),
    ("clock.cannot_start", lambda w: _clock(w, (1, "start"), (1, "start"))),
    ("clock.another_is_on", lambda w: _clock(w, (1, "start"), (2, "start"))),
]


def _cell(workshop: Workshop, lane: int = 1, phase: int = 1) -> Note:
    return workshop[Note].add(
        Note(
            stage=workshop[Stage][1].id,
            lane=workshop[Lane][lane].id,
            phase=workshop[Phase][phase].id,
            text="a cell",
        )
    )


def _clock(workshop: Workshop, *events: tuple[int, str]) -> None:
    for number, (stage, event) in enumerate(events):
        at = f"2026-10-06T09:{number:02}:00+01:00"
        minutes = 5 if event == "extend" else None
        on = workshop[Stage][stage].id
        workshop[ClockEvent].add(ClockEvent(stage=on, event=event, at=at, minutes=minutes))


@pytest.mark.parametrize(("key", "do"), REFUSED)
def test_what_a_step_may_not_leave_behind(workshop: Workshop, key: str, do: Doing) -> None:
    assert refusal(workshop, do).key == key


def test_what_it_may_leave_behind(workshop: Workshop) -> None:
    with workshop.step("test"):
        workshop[Dot].replace(1, dots=1, option=workshop[Option][2].id)
        _cell(workshop)
        _clock(workshop, (1, "start"), (1, "extend"), (1, "end"), (2, "start"), (2, "pause"))
        workshop[Stage].replace(1, voting=Voting(from_=("b", "previous_brief")))
    assert len(workshop[Note]) == 1


def test_a_stage_that_settings_name_cannot_go_before_the_settings_change(
    workshop: Workshop,
) -> None:
    with workshop.step("test"):
        workshop[Stage].replace(1, voting=Voting(from_=("b",)))
    refused = refusal(workshop, lambda w: w.remove_tree("stage", 2))
    assert refused.key == "stage.unknown"
    assert refused.facts["stage"] == "a"
    assert refused.facts["found"] == "b"
    with workshop.step("test"):
        workshop.remove_tree("stage", 2)
        workshop[Stage].replace(1, voting=None)


def test_a_workshop_never_loses_its_title(workshop: Workshop) -> None:
    with workshop.step("test"):
        make(workshop, "details", sponsor=None, driver=None)
    assert refusal(workshop, lambda w: w[Details].remove(1)).key == "record.needed"


def test_a_function_has_one_decider(workshop: Workshop) -> None:
    with workshop.step("test"):
        second = make(workshop, "participant", decider=False)
    refused = refusal(workshop, lambda w: w[Participant].replace(second.id, decider=True))
    assert refused.key == "value.taken"
    assert refused.facts["fields"] == ("function", "decider")
    with workshop.step("test.hand_over"):
        workshop[Participant].replace(second.id, decider=True)
        workshop[Participant].replace(1, decider=False)


def test_merging_never_goes_round_in_a_circle(workshop: Workshop) -> None:
    with workshop.step("test"):
        notes = [workshop[Note].add(Note(nr=nr, text=str(nr))) for nr in (1, 2, 3)]
        workshop[Note].replace(1, merged_into=notes[1].id)
        workshop[Note].replace(2, merged_into=notes[2].id)
    refused = refusal(workshop, lambda w: w[Note].replace(3, merged_into=notes[0].id))
    assert refused.key == "record.circle"


def test_run_offs_follow_each_other_nine_times_at_most(workshop: Workshop) -> None:
    """Each lies inside the one before in YAML, where levels are limited."""

    def run_off(of: int) -> Ballot:
        number = len(workshop[Ballot]) + 1
        first = workshop[Ballot][of]
        return workshop[Ballot].add(
            Ballot(key=f"r{number}", stage=first.stage, run_off_of=first.id)
        )

    with workshop.step("test"):
        last = workshop[Ballot][1]
        for _ in range(9):
            last = run_off(last.id)
    assert refusal(workshop, lambda _: run_off(last.id)).key == "record.circle"
    deeper = refusal(workshop, lambda w: w[Ballot].replace(1, run_off_of=w[Ballot][2].id))
    assert deeper.key == "record.circle"
    assert deeper.facts["id"] == last.id


def test_values_lie_on_the_scale_of_what_they_are_given_for(workshop: Workshop) -> None:
    with workshop.step("test"):
        check = workshop[AlignmentCheck].add(AlignmentCheck(stage=workshop[Stage][1].id, max=4))
        sign = workshop[Sign].add(Sign(alignment_check=check.id, key="drift", text="Drift"))
        rater = workshop[Participant][1].id
        workshop[Rating].add(Rating(sign=sign.id, participant=rater, value=4))
    refused = refusal(workshop, lambda w: w[Rating].replace(1, value=5))
    assert refused.key == "value.off_scale"
    assert (refused.facts["low"], refused.facts["high"], refused.facts["found"]) == (0, 4, 5)
    assert refusal(workshop, lambda w: w[AlignmentCheck].replace(1, max=3)).facts["found"] == 4


@pytest.mark.parametrize(("scale", "lowest", "highest"), [(k, *v) for k, v in LEVELS.items()])
def test_stances_are_levels_of_their_proposals_scale(
    workshop: Workshop, scale: str, lowest: int, highest: int
) -> None:
    with workshop.step("test"):
        proposal = make(workshop, "proposal", scale=scale)
        round = make(workshop, "proposal_round", proposal=proposal.id)
        stance = Stance(
            proposal_round=round.id, participant=workshop[Participant][1].id, level=highest
        )
        workshop[Stance].add(stance)
        workshop[Stance].replace(1, level=lowest, shown=highest)
    for level in {lowest - 1, highest + 1} & set(range(9)):
        with pytest.raises(Refused) as caught, workshop.step("test.refused"):
            workshop[Stance].replace(1, level=level)
        assert caught.value.key == "value.off_scale"


def test_the_scales_are_those_of_the_rules() -> None:
    scales = {
        "gradient8": adoption.GRADIENT8.scale,
        "fist": adoption.FIST_TO_FIVE.scale,
        "consent": adoption.CONSENT.scale,
    }
    assert {name: (scale.lowest, scale.highest) for name, scale in scales.items()} == LEVELS


def test_a_group_counts_what_its_own_round_is_about(workshop: Workshop) -> None:
    with workshop.step("test"):
        round = workshop[Round].add(
            Round(attribution="function", state="revealed", ballot=workshop[Ballot][1].id)
        )
        group = workshop[RoundGroup].add(RoundGroup(round=round.id, key="all"))
        workshop[Count].add(Count(group=group.id, option=workshop[Option][1].id, count=3))
        phase = workshop[Phase][1].id
    refused = refusal(workshop, lambda w: w[Count].replace(1, option=w[Option][3].id))
    assert refused.key == "record.apart"
    map_of_another = refusal(
        workshop,
        lambda w: w[Count].add(
            Count(group=group.id, persona=make(w, "persona").id, phase=phase, value=0, count=1)
        ),
    )
    assert map_of_another.key == "record.apart"
    moved = refusal(workshop, lambda w: w[Round].replace(1, ballot=w[Ballot][2].id))
    assert moved.key == "record.apart"
