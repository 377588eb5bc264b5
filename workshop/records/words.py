"""Ids and the few words that many records use."""

from __future__ import annotations

from typing import Any, NewType

NEW: Any = 0
"""The id of a record that is not in a workshop yet."""

ParticipantId = NewType("ParticipantId", int)
FunctionId = NewType("FunctionId", int)
StageId = NewType("StageId", int)
BoardId = NewType("BoardId", int)
LaneId = NewType("LaneId", int)
NoteId = NewType("NoteId", int)
ClusterId = NewType("ClusterId", int)
RoundId = NewType("RoundId", int)
RoundGroupId = NewType("RoundGroupId", int)
GroupingId = NewType("GroupingId", int)
GroupId = NewType("GroupId", int)
BallotId = NewType("BallotId", int)
OptionId = NewType("OptionId", int)
SlipId = NewType("SlipId", int)
AlignmentCheckId = NewType("AlignmentCheckId", int)
SignId = NewType("SignId", int)
FiveWhysId = NewType("FiveWhysId", int)
WhyId = NewType("WhyId", int)
StatementId = NewType("StatementId", int)
DraftId = NewType("DraftId", int)
PersonaId = NewType("PersonaId", int)
LandscapeId = NewType("LandscapeId", int)
AlternativeId = NewType("AlternativeId", int)
JourneyId = NewType("JourneyId", int)
PhaseId = NewType("PhaseId", int)
OpportunityId = NewType("OpportunityId", int)
MomentId = NewType("MomentId", int)
PositioningId = NewType("PositioningId", int)
PressReleaseId = NewType("PressReleaseId", int)
MetricId = NewType("MetricId", int)
MilestoneId = NewType("MilestoneId", int)
GuardrailsId = NewType("GuardrailsId", int)
PodId = NewType("PodId", int)
RoadblockId = NewType("RoadblockId", int)
ProposalId = NewType("ProposalId", int)
ProposalRoundId = NewType("ProposalRoundId", int)
ActionId = NewType("ActionId", int)
CheckOutId = NewType("CheckOutId", int)
WinId = NewType("WinId", int)

EVIDENCE = ("guess", "told", "seen", "measurable", "measured")
ATTRIBUTIONS = ("person", "function", "none")
SECTIONS = (
    "summary", "vision", "problem", "alignment", "personas", "landscape", "positioning",
    "journey", "insights", "priorities", "metrics", "milestones", "guardrails", "press_release",
    "decisions", "actions", "rhythm", "messages", "parking_lot", "evidence", "participants",
    "appendix",
)  # fmt: skip
"""The sections of the brief, in print order."""

NOTE_LIMIT = 500
"""Characters of one note."""
