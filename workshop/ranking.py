"""How a vote ranked what lies on a board."""

from __future__ import annotations

from workshop import figures, telling
from workshop.board.sheet import PileKey
from workshop.frozen import frozen
from workshop.records.notes import Cluster, Note
from workshop.records.rounds import Ballot, Option
from workshop.records.words import OptionId, StageId
from workshop.state import Workshop

CLUSTER, NOTE = "cluster", "ranked"
"""What a ranked pile is: a cluster, or a single note."""


@frozen
class Ranked:
    """A rank, which those with equal dots share, and the dots."""

    rank: int
    dots: int


def of_board(workshop: Workshop, stage: StageId) -> dict[PileKey, Ranked]:
    """The clusters or notes of a stage as its latest vote ranked them, best first; nothing before
    a vote is revealed. Warm-ups count for nothing."""
    for ballot in reversed(list(workshop[Ballot])):
        if ballot.warm_up or not telling.dots_are_told(workshop, ballot):
            continue
        found = _ranked(workshop, ballot, stage)
        if found:
            return found
    return {}


def _ranked(workshop: Workshop, ballot: Ballot, stage: StageId) -> dict[PileKey, Ranked]:
    found = {}
    for standing in figures.tally_of(workshop, ballot).standings:
        option = workshop[Option][OptionId(standing.option)]
        cluster = workshop[Cluster].get(option.cluster)
        note = workshop[Note].get(option.note)
        if cluster is not None and cluster.stage == stage:
            found[(CLUSTER, int(cluster.id))] = Ranked(standing.rank, standing.dots)
        elif note is not None and note.stage == stage and note.merged_into is None:
            found[(NOTE, int(note.id))] = Ranked(standing.rank, standing.dots)
    return found
