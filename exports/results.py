"""Results of a workshop as the values that parts draw: rankings, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exports.brief import Brief
from exports.parts.decisions import Decided, Kept
from exports.parts.marks import HasMark, Neutral, Worn, dots
from exports.parts.measures import Measure
from exports.parts.ranking import Ranked
from exports.translate import isolated, tr
from workshop import ballots, proposals
from workshop.figures import adoption_rule, tally_of
from workshop.records.consensus import Dissent, Proposal, Stance
from workshop.records.promises import Metric
from workshop.records.rounds import Ballot, Option, Slip


def ranked(brief: Brief, ballot: Ballot) -> list[Ranked]:
    """The options of a ballot, winners first."""
    return [
        Ranked(
            standing.rank,
            standing.shared,
            option_title(brief, standing.option),
            tuple(_dots(brief, standing.by_group)),
            standing.dots,
        )
        for standing in tally_of(brief.workshop, ballot).standings
    ]


def option_title(brief: Brief, option: int) -> str:
    """What an option says."""
    return ballots.wording(brief.workshop, brief.workshop[Option][option])


def voters(brief: Brief, ballot: Ballot) -> int:
    """How many handed in a ballot paper; 0 where hands were counted."""
    return len(brief.workshop[Slip].where("ballot", ballot.id))


def _dots(brief: Brief, by_group: Mapping[int, int] | Mapping[str, int]) -> list[Worn]:
    return dots(dots_given(brief, by_group))


def dots_given(
    brief: Brief, by_group: Mapping[int, int] | Mapping[str, int]
) -> list[tuple[HasMark, int]]:
    """Dots in the order of the functions, those of groups after them."""
    given: dict[int | str, int] = {**by_group}  # type: ignore[dict-item]
    counts: list[tuple[HasMark, int]] = [
        (function, given[id]) for id, function in brief.functions.items() if id in given
    ]
    return [*counts, *((Neutral(), n) for group, n in given.items() if isinstance(group, str))]


def decided(brief: Brief, proposal: Proposal, *, figures: bool = False) -> Decided:
    """A proposal as it ended: the stances of its last round, and the dissent.

    `figures` writes the level beside each mark.
    """
    last = proposals.last_round(brief.workshop, proposal)
    rows = brief.workshop[Stance].where("proposal_round", last.id) if last else []
    order = {id: place for place, id in enumerate(brief.people)}
    worn: dict[str, list[Worn]] = {"filled": [], "outline": [], "slashed": []}
    for row in sorted(rows, key=lambda row: (row.level, order[row.participant])):
        mark, look = brief.function_of(row.participant), look_of(brief, proposal, row.level)
        if mark is not None:
            worn[look].append(Worn(mark, look, str(row.level) if figures else ""))
    stances = tuple(tuple(group) for group in worn.values())
    return Decided(proposal.title, stances, dissent=tuple(_dissents(brief, proposal)))


def look_of(brief: Brief, proposal: Proposal, level: int) -> str:
    """How a mark wears a level: filled for it, outline with concerns, slashed against it."""
    if proposal.scale == "gradient8":
        return "filled" if level <= 2 else "outline" if level <= 6 else "slashed"
    rule = adoption_rule(brief.workshop, proposal)
    if level in rule.support_levels:
        return "filled"
    return "slashed" if level in rule.dissent_levels else "outline"


def _dissents(brief: Brief, proposal: Proposal) -> Iterator[Kept]:
    for row in brief.workshop[Dissent].where("proposal", proposal.id):
        who = tr("One participant") if row.anonymous else speaker(brief, row.by)
        yield Kept(row.text, who)
    if proposal.reservation_by is not None and proposal.reservation_text:
        who = speaker(brief, proposal.reservation_by)
        yield Kept(proposal.reservation_text, who, reservation=True)


def speaker(brief: Brief, participant: int) -> str:
    """Who said something: the first name and the function."""
    function = brief.function_of(participant)
    name = brief.first_name(participant)
    return f"{isolated(name)}, {isolated(function.name)}" if function else name


def measure(metric: Metric) -> Measure:
    """A shared number as it is drawn."""
    return Measure(metric.name, metric.baseline, metric.target, metric.unit, metric.due)
