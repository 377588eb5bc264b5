"""Results of a workshop as the values that parts draw: rankings, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from exports.brief import Brief
from exports.parts.decisions import Decided, Kept
from exports.parts.marks import HasMark, Neutral, Worn, dots
from exports.parts.measures import Measure
from exports.parts.ranking import Ranked
from exports.translate import isolated, tr
from exports.wording import listed
from workshop import ballots, proposals, telling
from workshop.figures import adoption_rule, counts_by_option, round_of, tally_of
from workshop.records.consensus import Dissent, Proposal, Stance
from workshop.records.journey import Opportunity
from workshop.records.notes import Cluster
from workshop.records.promises import Metric
from workshop.records.rounds import Ballot, Option, RoundGroup, RoundGroupFunction, Slip
from workshop.rules.tally import Tally
from workshop.sharing.one_participant import anonymous_on, is_alone


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


def with_voters(brief: Brief, ballot: Ballot) -> tuple[tuple[str, ...], list[Ranked]]:
    """The same, with how many people and functions gave dots, what these columns are called, and
    the short names that someone's words use. Of a round kept without names, or counted by hands,
    it is known by groups alone."""
    counted: Tally[int, Any] = tally_of(brief.workshop, ballot)
    by_groups = bool(counts_by_option(brief.workshop, ballot))
    rows = [
        replace(
            row,
            more=(one.breadth,) if by_groups else (one.voters, one.breadth),
            called=_called(brief, one.option),
        )
        for row, one in zip(ranked(brief, ballot), counted.standings, strict=True)
    ]
    more = (tr("groups"),) if by_groups else (tr("people"), tr("functions"))
    return (tr("dots"), *more), rows


def _called(brief: Brief, option: int) -> str:
    """The key of what is voted on, where someone's words name it."""
    row = brief.workshop[Option][option]
    if row.cluster is not None:
        return brief.called(brief.workshop[Cluster][row.cluster].key)
    if row.opportunity is not None:
        return brief.called(brief.workshop[Opportunity][row.opportunity].key)
    return ""


def group_name(brief: Brief, ballot: Ballot, group: int | str) -> str:
    """What a function or a group of people counted together is called."""
    if isinstance(group, int):
        return brief.functions[group].name
    round = round_of(brief.workshop, "ballot", ballot.id)
    groups = brief.workshop[RoundGroup].where("round", round.id) if round else []
    inside = {
        row.function
        for one in groups
        if one.key == group
        for row in brief.workshop[RoundGroupFunction].where("group", one.id)
    }
    return listed([one.name for id, one in brief.functions.items() if id in inside])


def option_title(brief: Brief, option: int) -> str:
    """What an option says, if that may be told."""
    row = brief.workshop[Option][option]
    if not telling.option_is_told(brief.workshop, row):
        return tr("Still covered")
    return ballots.wording(brief.workshop, row)


def lost_favourites(brief: Brief, ballot: Ballot) -> list[tuple[str, str]]:
    """What some function gave most of its dots and nobody kept, and whose favourite it was."""
    kept = {row.id for row in ballots.kept(brief.workshop, ballot)}
    if not kept:
        return []
    tally: Tally[int, Any] = tally_of(brief.workshop, ballot)
    return [
        (
            option_title(brief, option),
            listed([group_name(brief, ballot, group) for group in groups]),
        )
        for option, groups in tally.lost_favourites(kept).items()
    ]


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
    """A proposal as it ended: the stances of its last round where these may be told, and the
    dissent.

    `figures` writes the level beside each mark.
    """
    last = proposals.last_round(brief.workshop, proposal)
    rows = proposals.told_stances(brief.workshop, last)
    order = {id: place for place, id in enumerate(brief.people)}
    worn: dict[str, list[Worn]] = {"filled": [], "outline": [], "slashed": []}
    nameless = {
        person
        for person in anonymous_on(brief.workshop, proposal.id)
        if is_alone(brief.workshop, person)
    }

    def place(row: Stance) -> tuple[int, bool, int]:
        """By level; the nameless last, since a place among the others would tell who."""
        return row.level, row.participant in nameless, order[row.participant]

    for row in sorted(rows, key=place):
        named = row.participant not in nameless
        mark: HasMark | None = brief.function_of(row.participant) if named else Neutral()
        look = look_of(brief, proposal, row.level)
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
