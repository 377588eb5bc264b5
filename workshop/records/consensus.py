"""The consensus log: proposals, rounds, stances, concerns, dissent."""

from __future__ import annotations

from workshop.columns import choice, date, flag, key, line, lines, ref, stamp, value, whole
from workshop.conditions import Needs
from workshop.records.details import DecisionRule
from workshop.records.words import (
    NEW,
    ActionId,
    ParticipantId,
    ProposalId,
    ProposalRoundId,
    StageId,
)
from workshop.tables import record, unique
from workshop.ties import within

ABOUT = (
    "problem", "vision", "positioning", "press_release", "metrics", "milestones", "guardrails",
    "none",
)  # fmt: skip
OUTCOMES = ("adopted", "decided", "parked", "dropped", "kept", "changed", "retired")
RESULTS = ("reworded", "blocked", *OUTCOMES)
LEVELS = {"gradient8": (1, 8), "fist": (0, 5), "consent": (1, 3)}
"""Lowest and highest level of each scale."""
SCALES = tuple(LEVELS)

_PROPOSAL = "proposal_round.proposal"


@record(
    "proposals[]",
    unique("key"),
    Needs("parked_told_by", "parked_owner"),
    Needs("parked_until", "parked_owner"),
    Needs("parked_bring", "parked_owner"),
    Needs("reservation_text", "reservation_by"),
)
class Proposal:
    """A wording that people take a stance on."""

    key: str = key("name in YAML")
    stage: StageId = ref("where it was put", "stage", owned=True)
    title: str = line("short name", least=1)
    about: str = choice("section it makes agreed", *ABOUT, default="none", always=True)
    stakes: str = choice("how much is at stake", "high", "normal", default="normal", always=True)
    scale: str = choice("what stances are taken on", *SCALES, default="gradient8")
    proposed_by: ParticipantId | None = ref("whose wording", "participant", default=None)
    status: str = choice("how it stands", "open", *OUTCOMES, default="open", always=True)
    decided_by: ParticipantId | None = ref("decider who decided", "participant", default=None)
    decided_because: str = line("the decider's reason", 500, default="")
    recorded_at: str | None = stamp("when the outcome was recorded", default=None)
    rule: DecisionRule | None = value("the rule that applied then", DecisionRule, default=None)
    owner: ParticipantId | None = ref("who sees to it", "participant", default=None)
    told_by: ParticipantId | None = ref("who tells an absent owner", "participant", default=None)
    review_on: str | None = date("when it is looked at again", default=None)
    new_fact: str = line("why it comes up again before that", 500, default="")
    parked_owner: ParticipantId | None = ref(
        "who brings it back", "participant", default=None, yaml=None
    )
    parked_told_by: ParticipantId | None = ref(
        "who tells an absent owner", "participant", default=None, yaml=None
    )
    parked_until: str | None = date("when", default=None, yaml=None)
    parked_bring: tuple[str, ...] = lines("what to bring", yaml=None, default=())
    reservation_by: ParticipantId | None = ref(
        "whose reservation is on record", "participant", default=None, yaml=None
    )
    reservation_text: str = line("the reservation", 1000, default="", yaml=None)
    id: ProposalId = whole("id", default=NEW, yaml=None)


@record("proposals[].rounds[]", unique("proposal", "round"))
class ProposalRound:
    """A wording and what the room thought of it."""

    proposal: ProposalId = ref("of", "proposal", owned=True, yaml=None)
    round: int = whole("counts from 1", 1, 99)
    text: str = line("the wording", 2000, least=1)
    conflict_step: str = line("what was done when it got stuck", 1000, default="")
    result: str | None = choice("how it ended", *RESULTS, default=None)
    id: ProposalRoundId = whole("id", default=NEW, yaml=None)


@record(
    "proposals[].rounds[].stances{}",
    unique("proposal_round", "participant"),
    within("level", _PROPOSAL, lambda proposal: LEVELS[proposal.scale]),
    within("shown", _PROPOSAL, lambda proposal: LEVELS[proposal.scale]),
)
class Stance:
    """One person's level on the scale."""

    proposal_round: ProposalRoundId = ref("of", "proposal_round", owned=True, yaml=None)
    participant: ParticipantId = ref("who", "participant", owned=True, yaml=None)
    level: int = whole("the level", 0, 8, yaml=None)
    shown: int | None = whole("level shown before it was changed", 0, 8, default=None, yaml=None)
    changed_because: str = line("why it was changed", 500, default="", yaml=None)
    voice_of: str = line("someone outside the room", 80, default="", yaml=None)
    entered_by: str | None = choice(
        "who typed it, if not they", "facilitator", default=None, yaml=None
    )
    id: int = whole("id", default=NEW, yaml=None)


@record(
    "proposals[].rounds[].concerns[]",
    within("level", _PROPOSAL, lambda proposal: LEVELS[proposal.scale]),
)
class Concern:
    """An objection, word for word, and what became of it."""

    proposal_round: ProposalRoundId = ref("of", "proposal_round", owned=True, yaml=None)
    by: ParticipantId = ref("who", "participant")
    level: int = whole("their level then", 0, 8)
    text: str = line("the concern", 1000, least=1)
    harm: str = line("which harm", 500, default="")
    for_whom: str = line("for whom", 500, default="")
    would_pass_if: str = line("what would let it pass", 500, default="")
    state: str = choice(
        "how it stands", "open", "answered", "accepted", "parked", default="open", always=True
    )
    answer: str = line("what answered it", 500, default="")
    answered_by: ParticipantId | None = ref("who answered", "participant", default=None)
    owner: ParticipantId | None = ref("who takes it on", "participant", default=None)
    told_by: ParticipantId | None = ref("who tells an absent owner", "participant", default=None)
    until: str | None = date("until when", default=None)
    action: ActionId | None = ref("action it became", "action", default=None)
    read_back: bool = flag("read back to the speaker", default=False)
    anonymous: bool = flag("printed as one participant", default=False)
    id: int = whole("id", default=NEW, yaml=None)


@record("proposals[].dissent[]")
class Dissent:
    """A dissent on record, in the dissenter's own words."""

    proposal: ProposalId = ref("of", "proposal", owned=True, yaml=None)
    by: ParticipantId = ref("who", "participant")
    text: str = line("the dissent", 1000, least=1)
    anonymous: bool = flag("printed as one participant", default=False)
    id: int = whole("id", default=NEW, yaml=None)
