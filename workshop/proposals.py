"""How proposals stand: their rounds, their outcome, who dissents."""

from __future__ import annotations

from workshop import figures, telling
from workshop.records.consensus import Dissent, Proposal, ProposalRound, Stance
from workshop.state import Workshop

SETTLED = ("adopted", "decided", "kept", "changed")
"""Outcomes after which a wording holds."""


def rounds_of(workshop: Workshop, proposal: Proposal) -> list[ProposalRound]:
    """The rounds, first one first."""
    rounds = workshop[ProposalRound].where("proposal", proposal.id)
    return sorted(rounds, key=lambda row: row.round)


def last_round(workshop: Workshop, proposal: Proposal) -> ProposalRound | None:
    """The latest round, if there was any."""
    return next(reversed(rounds_of(workshop, proposal)), None)


def told_stances(workshop: Workshop, round: ProposalRound | None) -> list[Stance]:
    """The stances of a round; none while they may not be told."""
    if round is None or not telling.stances_are_told(workshop, round):
        return []
    return workshop[Stance].where("proposal_round", round.id)


def wording(workshop: Workshop, proposal: Proposal) -> str:
    """The latest wording; the title where there is none."""
    last = last_round(workshop, proposal)
    return last.text if last else proposal.title


def is_settled(proposal: Proposal) -> bool:
    """Whether the wording holds."""
    return proposal.status in SETTLED


def is_disputed(workshop: Workshop, proposal: Proposal) -> bool:
    """Whether there is dissent, or someone's reservation is on record."""
    return proposal.reservation_by is not None or has_dissent(workshop, proposal)


def has_dissent(workshop: Workshop, proposal: Proposal) -> bool:
    """Whether someone is on record against it, or held a level of dissent in the last round, as far
    as its stances may be told."""
    if workshop[Dissent].where("proposal", proposal.id):
        return True
    last = last_round(workshop, proposal)
    against = figures.adoption_rule(workshop, proposal).dissent_levels
    return any(row.level in against for row in told_stances(workshop, last))


def is_provisional(workshop: Workshop, proposal: Proposal) -> bool:
    """Whether a function with a decider has none among the stances of the last round."""
    last = last_round(workshop, proposal)
    return last is not None and figures.evaluation_of(workshop, last).provisional
