"""What is still open in a stage that is about to be left; it is said, and nothing is refused."""

from __future__ import annotations

from workshop import boards, sheets
from workshop.boards import BoardLane
from workshop.frozen import frozen
from workshop.records.agenda import Lane, Stage
from workshop.records.check_out import CheckOut
from workshop.records.consensus import Proposal, ProposalRound
from workshop.records.people import Function
from workshop.records.rounds import AlignmentCheck, Ballot, Round
from workshop.records.words import StageId
from workshop.state import Workshop

EMPTY_LANES, COVERED, DECISIONS = "empty_lanes", "covered", "decisions"
VOTE, RATINGS, CARDS, STANCES, FINGERS = "vote", "ratings", "cards", "stances", "fingers"
"""Kinds of loose ends; those of the second line are rounds that are still open."""


@frozen
class LooseEnd:
    """One thing that is open: its kind, the names of what it is about, and how many they are."""

    kind: str
    names: tuple[str, ...] = ()
    count: int = 0


def loose_ends(workshop: Workshop, stage: StageId) -> list[LooseEnd]:
    """Lanes that are empty while others are not, notes that are still covered, rounds that are
    open, and proposals without an outcome."""
    return [
        *_of_board(workshop, stage),
        *_rounds(workshop, stage),
        *_decisions(workshop, stage),
    ]


def _of_board(workshop: Workshop, stage: StageId) -> list[LooseEnd]:
    board = boards.board_of(workshop, stage)
    if board is None:
        return []
    counts = boards.counts(workshop, board.id)
    empty = [_lane_name(workshop, lane) for lane, count in counts.items() if not count]
    found = []
    if 0 < len(empty) < len(counts):
        found.append(LooseEnd(EMPTY_LANES, tuple(empty), len(empty)))
    written = sum(counts.values())
    if board.state == "covered" and written:
        found.append(LooseEnd(COVERED, (), written))
    return found


def _lane_name(workshop: Workshop, lane: BoardLane) -> str:
    function = workshop[Function].get(lane.function)
    row = workshop[Lane].get(lane.lane)
    return function.name if function else sheets.lane_name(row) if row else ""


def _rounds(workshop: Workshop, stage: StageId) -> list[LooseEnd]:
    is_open = (row for row in workshop[Round] if row.state == "open")
    found = (_about(workshop, row, stage) for row in is_open)
    return [end for end in found if end is not None]


def _about(workshop: Workshop, round: Round, stage: StageId) -> LooseEnd | None:
    """What an open round asks in this stage; None for one of another stage."""
    ballot = workshop[Ballot].get(round.ballot)
    if ballot is not None and ballot.stage == stage:
        return LooseEnd(VOTE, (ballot.question,) if ballot.question else (), 1)
    asked = workshop[ProposalRound].get(round.proposal_round)
    proposal = workshop[Proposal].get(asked.proposal) if asked is not None else None
    if proposal is not None and proposal.stage == stage:
        return LooseEnd(STANCES, (proposal.title,), 1)
    check = workshop[AlignmentCheck].get(round.alignment_check)
    end = workshop[CheckOut].get(round.check_out)
    for row, kind in ((check, RATINGS), (end, FINGERS)):
        if row is not None and row.stage == stage:
            return LooseEnd(kind, (), 1)
    if round.journey is not None and workshop[Stage][stage].kind == "journey_map":
        return LooseEnd(CARDS, (), 1)  # a map is worked on in several stages
    return None


def _decisions(workshop: Workshop, stage: StageId) -> list[LooseEnd]:
    asked = workshop[Proposal].where("stage", stage)
    titles = tuple(row.title for row in asked if row.status == "open")
    return [LooseEnd(DECISIONS, titles, len(titles))] if titles else []
