"""Where the results of a stage are printed."""

from __future__ import annotations

from workshop.records.agenda import Stage, StageOutput
from workshop.records.words import StageId
from workshop.state import Workshop

_USUAL = {
    "alignment_check": "alignment", "five_whys": "problem", "statement": "vision",
    "positioning": "positioning", "personas": "personas", "landscape": "landscape",
    "insight_exchange": "insights", "journey_map": "journey", "vote": "priorities",
    "consensus": "decisions", "metrics": "metrics", "milestones": "milestones",
    "guardrails": "guardrails", "press_release": "press_release", "actions": "actions",
    "opening": "participants", "check_out": "messages", "board": "appendix",
}  # fmt: skip
"""The section that a stage of a kind feeds where its outputs do not say; a break feeds none."""


def feeds(workshop: Workshop, stage: StageId, section: str) -> bool:
    """Whether the outputs of a stage, or what it says of its notes, name this section."""
    rows = workshop[StageOutput].where("stage", stage)
    return workshop[Stage][stage].section == section or any(row.brief == section for row in rows)


def section_of(workshop: Workshop, stage: StageId, *allowed: str) -> str:
    """The section of the brief that a stage's outputs name first among those `allowed` for its
    kind; the first of these where they name none."""
    named = (section for section in _named(workshop, stage) if section in allowed)
    return next(named, allowed[0])


def sections_of(workshop: Workshop, stage: StageId) -> tuple[str, ...]:
    """The sections of the brief that a stage feeds: those its outputs name, else that of its
    notes, else the usual one of its kind."""
    named = _named(workshop, stage)
    row = workshop[Stage][stage]
    usual = row.section or _USUAL.get(row.kind)
    return tuple(dict.fromkeys(named or ([usual] if usual else [])))


def _named(workshop: Workshop, stage: StageId) -> list[str]:
    rows = workshop[StageOutput].where("stage", stage)
    return [row.brief for row in rows if row.brief]
