"""Where the results of a stage are printed."""

from __future__ import annotations

from workshop.records.agenda import StageOutput
from workshop.records.words import StageId
from workshop.state import Workshop


def section_of(workshop: Workshop, stage: StageId, *allowed: str) -> str:
    """The section of the brief that a stage's outputs name first among those `allowed` for its
    kind; the first of these where they name none."""
    outputs = workshop[StageOutput].where("stage", stage)
    named = (row.brief for row in outputs if row.brief in allowed)
    return next((section for section in named if section), allowed[0])
