"""What is in a workshop, in a few numbers that people recognize it by."""

from __future__ import annotations

from dataclasses import dataclass

from workshop.records.agenda import ClockEvent, Stage
from workshop.records.consensus import Proposal
from workshop.records.notes import Note
from workshop.records.people import Participant
from workshop.records.rounds import Ballot
from workshop.state import Workshop


@dataclass(frozen=True, slots=True)
class Counts:
    """So many of each. `clock_at`: when the clock was last touched, a stamp; empty if never."""

    stages: int = 0
    people: int = 0
    notes: int = 0
    ballots: int = 0
    proposals: int = 0
    clock_at: str = ""


def counts_of(workshop: Workshop) -> Counts:
    """The counts of a workshop."""
    events = list(workshop[ClockEvent])
    return Counts(
        stages=len(workshop[Stage]),
        people=len(workshop[Participant]),
        notes=len(workshop[Note]),
        ballots=len(workshop[Ballot]),
        proposals=len(workshop[Proposal]),
        clock_at=events[-1].at if events else "",
    )
