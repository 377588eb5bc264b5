from __future__ import annotations

import pytest

from tests.builders import make
from tests.workshop.room import Room
from workshop import agenda, boards, notes
from workshop.loose_ends import (
    CARDS,
    COVERED,
    DECISIONS,
    EMPTY_LANES,
    FINGERS,
    RATINGS,
    STANCES,
    VOTE,
    LooseEnd,
    loose_ends,
)
from workshop.records.consensus import Proposal
from workshop.records.rounds import Round


def _write(room: Room, *functions: str) -> None:
    for key in functions:
        function = room.function(key).id
        notes.add_note(room.workshop, room.board.stage, "Berths close", function=function)


def test_lanes_that_are_empty_while_others_are_not(room: Room) -> None:
    stage = room.board.stage
    assert loose_ends(room.workshop, stage) == []
    _write(room, "product")
    ends = loose_ends(room.workshop, stage)
    assert ends == [LooseEnd(EMPTY_LANES, ("Engineering", "Sales"), 2)]
    _write(room, "engineering", "sales")
    assert loose_ends(room.workshop, stage) == []


def test_notes_that_are_still_covered(room: Room) -> None:
    boards.cover(room.workshop, room.board.id)
    assert loose_ends(room.workshop, room.board.stage) == [], "nothing to reveal"
    _write(room, "product", "engineering", "sales")
    assert loose_ends(room.workshop, room.board.stage) == [LooseEnd(COVERED, (), 3)]
    boards.reveal(room.workshop, room.board.id)
    assert loose_ends(room.workshop, room.board.stage) == []


@pytest.mark.parametrize(
    ("owner", "kind", "stage_kind"),
    [
        ("ballot", VOTE, "vote"),
        ("alignment_check", RATINGS, "alignment_check"),
        ("journey", CARDS, "journey_map"),
        ("check_out", FINGERS, "check_out"),
    ],
)
def test_rounds_that_are_open(room: Room, owner: str, kind: str, stage_kind: str) -> None:
    stage = agenda.add_stage(room.workshop, stage_kind, "Round").id
    with room.workshop.step("test.round"):
        made = make(room.workshop, owner, stage=stage)
        round = room.workshop[Round].add(
            Round(attribution="function", state="open", **{owner: made.id})
        )
    (found,) = loose_ends(room.workshop, stage)
    assert found.kind == kind
    assert loose_ends(room.workshop, room.stage("which-first").id) == []
    with room.workshop.step("test.close"):
        room.workshop[Round].replace(round.id, state="closed")
    assert loose_ends(room.workshop, stage) == []


def test_a_proposal_without_an_outcome_and_its_open_round(room: Room) -> None:
    stage = agenda.add_stage(room.workshop, "consensus", "Adopt").id
    with room.workshop.step("test.proposal"):
        proposal = make(room.workshop, "proposal", stage=stage, title="The vision", status="open")
        asked = make(room.workshop, "proposal_round", proposal=proposal.id)
        round = room.workshop[Round].add(
            Round(attribution="person", state="open", proposal_round=asked.id)
        )
    assert loose_ends(room.workshop, stage) == [
        LooseEnd(STANCES, ("The vision",), 1), LooseEnd(DECISIONS, ("The vision",), 1),
    ]  # fmt: skip
    with room.workshop.step("test.close"):
        room.workshop[Round].replace(round.id, state="revealed")
        room.workshop[Proposal].replace(proposal.id, status="adopted")
    assert loose_ends(room.workshop, stage) == []
