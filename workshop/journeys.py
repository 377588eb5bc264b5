"""What stands on a journey map: its lanes, the notes of its cells, how they are known, who owns
what."""

from __future__ import annotations

from collections import Counter

from workshop import telling
from workshop.figures import in_place, phases_of
from workshop.records.agenda import Lane, Stage
from workshop.records.journey import (
    BlindValue,
    Journey,
    Moment,
    MomentOpportunity,
    Opportunity,
    Phase,
    Target,
)
from workshop.records.notes import Note
from workshop.records.words import EVIDENCE, FunctionId, PersonaId, PhaseId, StageId
from workshop.state import Workshop

OPPORTUNITIES, OWNER = "opportunities", "owner"
"""Lanes that are made of other things than notes."""

UNGRADED = "guess"
"""How a note of the map is known that does not say."""


def all_journeys(workshop: Workshop) -> list[Journey]:
    """The journeys, in the order of their stages."""
    stages = {stage.id: place for place, stage in enumerate(in_place(workshop[Stage]))}
    return sorted(workshop[Journey], key=lambda journey: (stages[journey.stage], journey.id))


def map_lanes(workshop: Workshop, stage: StageId) -> list[Lane]:
    """The lanes of a stage's map, from top to bottom."""
    rows = [row for row in workshop[Lane].where("stage", stage) if row.on_map is not None]
    return sorted(rows, key=lambda row: (row.on_map or 0, row.id))


def cell(workshop: Workshop, phase: Phase, lane: Lane) -> list[Note]:
    """The notes of a cell in their order that may be told, without those merged into another."""
    notes = [note for note in told_in(workshop, phase) if note.lane == lane.id]
    return sorted(notes, key=lambda note: (note.place is None, note.place or 0, note.id))


def notes_of(workshop: Workshop, phase: Phase) -> list[Note]:
    """The notes on the map in a phase, without those merged into another."""
    stage = workshop[Journey][phase.journey].stage
    return [
        note
        for note in workshop[Note].where("phase", phase.id)
        if note.stage == stage and note.lane is not None and note.merged_into is None
    ]


def told_in(workshop: Workshop, phase: Phase) -> list[Note]:
    """Those of `notes_of` that may be told."""
    return [note for note in notes_of(workshop, phase) if telling.note_is_told(workshop, note)]


def grades_of(workshop: Workshop, phase: Phase) -> dict[str, int]:
    """How many notes of a phase that may be told are known in which way, from weak to strong."""
    counted = Counter(note.evidence or UNGRADED for note in told_in(workshop, phase))
    return {grade: counted[grade] for grade in EVIDENCE if counted[grade]}


def mostly_guessed(grades: dict[str, int]) -> bool:
    """Whether over half of what is said of a phase is guessed."""
    return 2 * grades.get("guess", 0) > sum(grades.values())


def opportunities_of(workshop: Workshop, phase: PhaseId) -> list[Opportunity]:
    """The opportunities of a phase, in the order they came up."""
    return sorted(workshop[Opportunity].where("phase", phase), key=lambda row: row.id)


def moments_of(workshop: Workshop, journey: Journey) -> list[Moment]:
    """The moments of truth of a journey, from left to right."""
    return [
        moment
        for phase in phases_of(workshop, journey)
        for moment in sorted(workshop[Moment].where("phase", phase.id), key=lambda row: row.id)
    ]


def opportunities_for(workshop: Workshop, moment: Moment) -> list[Opportunity]:
    """The opportunities that would change a moment of truth."""
    rows = workshop[MomentOpportunity].where("moment", moment.id)
    return [workshop[Opportunity][row.opportunity] for row in rows]


def blind_of(
    workshop: Workshop, journey: Journey
) -> dict[PersonaId, dict[PhaseId, dict[FunctionId, int]]]:
    """Persona to phase to what each function said before anyone else was heard."""
    found: dict[PersonaId, dict[PhaseId, dict[FunctionId, int]]] = {}
    for phase in phases_of(workshop, journey):
        for row in sorted(workshop[BlindValue].where("phase", phase.id), key=lambda row: row.id):
            values = found.setdefault(row.persona, {}).setdefault(phase.id, {})
            values[row.function] = row.value
    return found


def aims_of(workshop: Workshop, journey: Journey) -> dict[PersonaId, dict[PhaseId, float]]:
    """Persona to phase to how it is to feel once we are there."""
    found: dict[PersonaId, dict[PhaseId, float]] = {}
    for phase in phases_of(workshop, journey):
        for row in sorted(workshop[Target].where("phase", phase.id), key=lambda row: row.id):
            found.setdefault(row.persona, {})[phase.id] = row.value
    return found
