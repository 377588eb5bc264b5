"""What may be told of a workshop in its present state: on paper no more than the room has seen.

One question, one function. Handouts may be made in the middle of a day, while a board is covered or
a round is open: what is not told then is counted in words and never shown. A round that nobody
keeps (`Round` has no row for it) has nothing to hide.
"""

from __future__ import annotations

from workshop import boards, figures
from workshop.records.agenda import Board
from workshop.records.check_out import CheckOut
from workshop.records.consensus import ProposalRound
from workshop.records.journey import Journey
from workshop.records.notes import Cluster, Note
from workshop.records.rounds import AlignmentCheck, Ballot, Option
from workshop.records.words import StageId
from workshop.state import Workshop

TOLD = "revealed"
"""The state of a round whose entries the room has seen."""


def state_of(workshop: Workshop, owner: str, id: int) -> str:
    """How far the round of a ballot, check, journey, proposal round or check-out is."""
    round = figures.round_of(workshop, owner, id)
    return TOLD if round is None else round.state


def dots_are_told(workshop: Workshop, ballot: Ballot) -> bool:
    """Whether the dots of a ballot, what was picked by them, and what was said of it."""
    return state_of(workshop, "ballot", ballot.id) == TOLD


def ratings_are_told(workshop: Workshop, check: AlignmentCheck) -> bool:
    """Whether the ratings of an alignment check, and what was said of them."""
    return state_of(workshop, "alignment_check", check.id) == TOLD


def feelings_are_told(workshop: Workshop, journey: Journey) -> bool:
    """Whether the cards and the blind values of a journey."""
    return state_of(workshop, "journey", journey.id) == TOLD


def stances_are_told(workshop: Workshop, round: ProposalRound) -> bool:
    """Whether the stances of a round, and the concerns with them. Its wording always is."""
    return state_of(workshop, "proposal_round", round.id) == TOLD


def fingers_are_told(workshop: Workshop, check_out: CheckOut) -> bool:
    """Whether the fingers of a check-out, its words, and what would have added a point."""
    return state_of(workshop, "check_out", check_out.id) == TOLD


def note_is_told(workshop: Workshop, note: Note) -> bool:
    """Whether a note: it lies in no lane that is covered."""
    board = None if note.stage is None else boards.board_of(workshop, note.stage)
    if board is None:
        return True
    return boards.is_revealed(workshop, board, boards.lane_of(workshop, board, note))


def cluster_is_told(workshop: Workshop, cluster: Cluster) -> bool:
    """Whether a cluster's name: while anything is covered the room sees lanes, no clusters."""
    board = boards.board_of(workshop, cluster.stage)
    return board is None or board.state != "covered"


def option_is_told(workshop: Workshop, option: Option) -> bool:
    """Whether what an option says, where that is a note or a cluster."""
    if option.note is not None:
        return note_is_told(workshop, workshop[Note][option.note])
    if option.cluster is not None:
        return cluster_is_told(workshop, workshop[Cluster][option.cluster])
    return True


def result_is_told(workshop: Workshop, ballot: Ballot) -> bool:
    """Whether a ballot as a whole: its dots, and everything that they lie on."""
    options = workshop[Option].where("ballot", ballot.id)
    on_board = all(option_is_told(workshop, option) for option in options)
    return on_board and dots_are_told(workshop, ballot)


def covered_notes(workshop: Workshop) -> dict[StageId, int]:
    """How many notes with a number, or of a map, are covered, by stage."""
    found: dict[StageId, int] = {}
    for board in workshop[Board]:
        if board.state == "covered":
            notes = workshop[Note].where("stage", board.stage)
            count = sum(not note_is_told(workshop, note) for note in notes)
            if count:
                found[board.stage] = count
    return found
