"""Who asked to be printed as "one participant" is a stand-in in the copy to share.

The stand-in has the concern, the dissent and the stances of that person on that proposal, and
their function where others belong to it too.
"""

from __future__ import annotations

from collections.abc import Iterator

from workshop.codes import Letters
from workshop.records.consensus import Concern, Dissent, Proposal, ProposalRound
from workshop.records.people import Function, Participant
from workshop.records.words import FunctionId, ParticipantId, ProposalId
from workshop.sharing.rows import Rows, add, change, remove
from workshop.state import Workshop

NAME, FUNCTION = "One participant", "Not named"
_GREY = "#5B6570"


def hide_anonymous(workshop: Workshop, rows: Rows) -> None:
    """Puts stand-ins in the place of those who asked for it."""
    for proposal in workshop[Proposal]:
        for person in sorted(anonymous_on(workshop, proposal.id)):
            _hide(workshop, rows, proposal.id, person)


def anonymous_on(workshop: Workshop, proposal: ProposalId) -> set[ParticipantId]:
    """Who asked to be "one participant" in a concern or dissent on a proposal."""
    return set(_anonymous(workshop, proposal))


def is_alone(workshop: Workshop, person: ParticipantId) -> bool:
    """Whether nobody else belongs to someone's function, so that its name is theirs."""
    function = workshop[Participant][person].function
    return len(workshop[Participant].where("function", function)) == 1


def _anonymous(workshop: Workshop, proposal: ProposalId) -> Iterator[ParticipantId]:
    for dissent in workshop[Dissent].where("proposal", proposal):
        if dissent.anonymous:
            yield dissent.by
    for round in workshop[ProposalRound].where("proposal", proposal):
        for concern in workshop[Concern].where("proposal_round", round.id):
            if concern.anonymous:
                yield concern.by


def _hide(workshop: Workshop, rows: Rows, proposal: ProposalId, person: ParticipantId) -> None:
    stand_in = _stand_in(workshop, rows, person)
    for dissent in workshop[Dissent].where("proposal", proposal):
        if dissent.by == person and dissent.anonymous:
            change(rows, "dissent", dissent.id, by=stand_in)
    for round in workshop[ProposalRound].where("proposal", proposal):
        for concern in workshop[Concern].where("proposal_round", round.id):
            if concern.by == person and concern.anonymous:
                change(rows, "concern", concern.id, by=stand_in)
        for stance in list(rows["stance"].values()):
            if stance.proposal_round == round.id and stance.participant == person:
                change(rows, "stance", stance.id, participant=stand_in, voice_of="")
        # The order in which stances were typed is the seating order: a place in it is a name.
        for held in list(rows["round"].values()):
            if held.proposal_round == round.id:
                remove(rows, "round_member", round=held.id)


def _stand_in(workshop: Workshop, rows: Rows, person: ParticipantId) -> ParticipantId:
    function = workshop[Participant][person].function
    made: Participant = add(
        rows,
        "participant",
        Participant(
            key=_free_key(rows, "participant", "one-participant"),
            name=NAME,
            stand_in=True,
            function=_nameless_function(rows) if is_alone(workshop, person) else function,
        ),
    )
    return made.id


def _nameless_function(rows: Rows) -> FunctionId:
    """The function of those whose own would name them; made when first needed."""
    for function in rows["function"].values():
        if function.name == FUNCTION:
            return FunctionId(function.id)
    place = max((function.place for function in rows["function"].values()), default=0) + 1
    key = _free_key(rows, "function", "not-named")
    letter = next(
        mark for mark in Letters.signs if all(f.letter != mark for f in rows["function"].values())
    )
    made: Function = add(
        rows,
        "function",
        Function(key=key, name=FUNCTION, letter=letter, shape="circle", colour=_GREY, absent=True,
                 stand_in=True, place=place),
    )  # fmt: skip
    return made.id


def _free_key(rows: Rows, name: str, key: str) -> str:
    taken = {row.key for row in rows[name].values()}
    numbered = (f"{key}-{n}" for n in range(2, len(taken) + 3))
    return next(each for each in (key, *numbered) if each not in taken)
