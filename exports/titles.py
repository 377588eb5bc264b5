"""The names of the brief's sections."""

from __future__ import annotations

from exports.translate import tr


def name(section: str) -> str:
    """A section's name in running heads, the outline, and lists."""
    return _names()[section]


def title(section: str) -> str:
    """The line that a section opens with."""
    return _titles().get(section, name(section))


def _names() -> dict[str, str]:
    return {
        "summary": tr("Summary"),
        "vision": tr("Vision"),
        "problem": tr("Problem"),
        "alignment": tr("Alignment"),
        "personas": tr("Personas"),
        "landscape": tr("Market"),
        "positioning": tr("Positioning"),
        "journey": tr("Journey"),
        "insights": tr("Insights"),
        "priorities": tr("Priorities"),
        "metrics": tr("Metrics"),
        "milestones": tr("Milestones"),
        "guardrails": tr("Guardrails"),
        "press_release": tr("Announcement"),
        "decisions": tr("Decisions"),
        "actions": tr("Next steps"),
        "rhythm": tr("Rhythm"),
        "messages": tr("Messages"),
        "parking_lot": tr("Parked"),
        "evidence": tr("Evidence"),
        "participants": tr("Who was there"),
        "appendix": tr("Appendix"),
    }


def _titles() -> dict[str, str]:
    return {
        "problem": tr("The problem we share"),
        "alignment": tr("How aligned we are"),
        "personas": tr("Who it is for"),
        "landscape": tr("What people do instead"),
        "positioning": tr("Where we stand"),
        "journey": tr("Their day with us"),
        "insights": tr("What we learned from each other"),
        "priorities": tr("What comes first"),
        "metrics": tr("How we will know"),
        "milestones": tr("When it will be true"),
        "guardrails": tr("What we may decide, and who sees to it"),
        "press_release": tr("What we will announce"),
        "decisions": tr("What we decided"),
        "actions": tr("Who does what by when"),
        "rhythm": tr("How we go on"),
        "messages": tr("What each function says"),
        "parking_lot": tr("What had to wait"),
        "evidence": tr("What we know"),
        "participants": tr("Who was in the room"),
        "appendix": tr("Every note"),
    }
