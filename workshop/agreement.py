"""Which sections of the brief are agreed."""

from __future__ import annotations

from workshop import proposals
from workshop.records.consensus import Proposal
from workshop.records.details import SectionState
from workshop.records.writing import Statement
from workshop.state import Workshop


def is_agreed(workshop: Workshop, section: str) -> bool:
    """Whether an adopted proposal about it holds as it stands, or the facilitator ticked it."""
    states = (state for state in workshop[SectionState] if state.section == section)
    if any(state.done for state in states):
        return True
    return any(
        proposal.about == section
        and proposal.status == "adopted"
        and not is_stale(workshop, proposal)
        and not proposals.is_provisional(workshop, proposal)
        for proposal in workshop[Proposal]
    )


def is_stale(workshop: Workshop, proposal: Proposal) -> bool:
    """Whether the sentence it adopted has been worded anew since."""
    sentence = statement(workshop, proposal.about)
    return bool(sentence) and sentence != proposals.wording(workshop, proposal)


def statement(workshop: Workshop, section: str) -> str:
    """The sentence of a section, such as the vision; empty where there is none yet."""
    return next((row.after for row in workshop[Statement] if row.key == section), "")


def next_review(workshop: Workshop) -> str | None:
    """The first date on which something settled is looked at again."""
    dates = [row.review_on for row in workshop[Proposal] if proposals.is_settled(row)]
    return min((date for date in dates if date is not None), default=None)
