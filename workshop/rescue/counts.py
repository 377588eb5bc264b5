"""What is in a workshop, in a few numbers that people recognize it by."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from workshop.records.agenda import ClockEvent, Stage
from workshop.records.consensus import Proposal
from workshop.records.notes import Note
from workshop.records.people import Participant
from workshop.records.rounds import Ballot
from workshop.state import Workshop
from workshop.store.connection import connect, deadline
from workshop.store.header import read_header
from workshop.store.loading import count_rows
from workshop.store.opening import check_schema
from workshop.store.trouble import READING, file_problem

_SECONDS = 2.0


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


def counts_in(path: Path) -> Counts:
    """The counts of a closed file of this version, of which no more is looked at than that takes.
    Raises FileProblem."""
    read_header(path)
    try:
        with closing(connect(path, "ro")) as connection, deadline(connection, _SECONDS):
            check_schema(connection, path)
            return _count(connection)
    except READING as error:
        raise file_problem(path, error) from error


def _count(connection: sqlite3.Connection) -> Counts:
    rows = count_rows(connection, ("stage", "participant", "note", "ballot", "proposal"))
    last = 'SELECT "at" FROM "clock_event" ORDER BY "id" DESC LIMIT 1'
    clock = connection.execute(last).fetchone()
    stages, people, notes, ballots, proposals = rows.values()
    return Counts(stages, people, notes, ballots, proposals, str(clock[0]) if clock else "")
