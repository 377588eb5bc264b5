"""How a note is known: the grades from a guess to a measurement."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.changes import FACILITATOR
from workshop.edits import cleaned
from workshop.notes import rewrite, told
from workshop.records.agenda import Stage
from workshop.records.notes import Note
from workshop.records.words import NoteId, StageId
from workshop.state import Workshop

ON_A_JOURNEY = ("guess", "told", "seen", "measured")
"""Offered on a journey map that does not say which."""


def set_evidence(
    workshop: Workshop, notes: Sequence[NoteId], grade: str | None, *, actor: str = FACILITATOR
) -> None:
    """Says how notes are known, or takes the grade away. Raises `Invalid` for an unknown grade."""
    fields = cleaned(Note, {"evidence": grade})
    found = [workshop[Note][note] for note in notes]
    with workshop.step("note.evidence", actor=actor, **told(found)):
        for note in found:
            rewrite(workshop, note, **fields)


def grades_offered(workshop: Workshop, stage: StageId) -> tuple[str, ...]:
    """The grades that a stage offers for its notes, from weak to strong; none on most boards."""
    row = workshop[Stage][stage]
    tags: tuple[str, ...] = getattr(row.setup, "evidence_tags", ())
    return tags or (ON_A_JOURNEY if row.kind == "journey_map" else ())


def next_grade(offered: Sequence[str], grade: str | None) -> str | None:
    """The grade after this one, so that one key steps through all of them and back to none."""
    steps = [None, *offered]
    at = steps.index(grade) if grade in steps else 0
    return steps[(at + 1) % len(steps)]
