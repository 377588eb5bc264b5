"""Where the results of a stage are printed."""

from __future__ import annotations

from workshop.records.agenda import Stage, StageOutput
from workshop.records.words import StageId
from workshop.state import Workshop


def feeds(workshop: Workshop, stage: StageId, section: str) -> bool:
    """Whether the outputs of a stage, or what it says of its notes, name this section."""
    rows = workshop[StageOutput].where("stage", stage)
    return workshop[Stage][stage].section == section or any(row.brief == section for row in rows)


def section_of(workshop: Workshop, stage: StageId, *allowed: str) -> str:
    """The section of the brief that a stage's outputs name first among those `allowed` for its
    kind; the first of these where they name none."""
    outputs = workshop[StageOutput].where("stage", stage)
    named = (row.brief for row in outputs if row.brief in allowed)
    return next((section for section in named if section), allowed[0])
