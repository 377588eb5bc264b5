"""What each stage kind is called, and which of the five greys it has in an agenda."""

from __future__ import annotations

from ui.theme import Theme
from ui.translate import tr

_NAMES = {
    "opening": "Opening",
    "alignment_check": "Alignment check",
    "board": "Board",
    "five_whys": "Five whys",
    "statement": "Statement",
    "positioning": "Positioning",
    "personas": "Personas",
    "landscape": "Landscape",
    "insight_exchange": "Insight exchange",
    "journey_map": "Journey map",
    "vote": "Dot vote",
    "consensus": "Consensus",
    "metrics": "Metrics",
    "milestones": "Milestones",
    "guardrails": "Guardrails",
    "press_release": "Press release",
    "actions": "Actions",
    "break": "Break",
    "check_out": "Check-out",
}
_TALK = ("opening", "insight_exchange", "check_out")
_VOTE = ("vote", "alignment_check")
_DECIDE = ("consensus", "metrics", "milestones", "guardrails", "actions")


def kind_name(kind: str) -> str:
    """The name of a stage kind on screen."""
    return tr(_NAMES.get(kind, kind.replace("_", " ").capitalize()))


def kind_grey(kind: str, theme: Theme) -> str:
    """The grey of a stage kind: talk, write, vote, decide or break."""
    if kind == "break":
        return theme.greys[4]
    if kind in _TALK:
        return theme.greys[0]
    if kind in _VOTE:
        return theme.greys[2]
    return theme.greys[3] if kind in _DECIDE else theme.greys[1]
