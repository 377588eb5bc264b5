"""What the records add up to: tallies, flags, feelings, verdicts, times, by the pure rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from workshop import clock, drift
from workshop.fields import Plain
from workshop.records.agenda import Stage
from workshop.records.check_out import CheckOut, Fingers
from workshop.records.consensus import Proposal, ProposalRound, Stance
from workshop.records.details import DecisionRule, Details
from workshop.records.journey import Card, Journey, Phase
from workshop.records.notes import Note
from workshop.records.people import Function, Participant
from workshop.records.rounds import (
    AlignmentCheck,
    Ballot,
    Count,
    Dot,
    Option,
    Rating,
    Round,
    RoundGroup,
    Sign,
    Slip,
)
from workshop.rules import adoption, alignment, emotion, tally
from workshop.rules.arithmetic import exact
from workshop.rules.timeline import TimelineRow
from workshop.state import Workshop

R = TypeVar("R", bound=Any)


def in_place(rows: Iterable[R]) -> list[R]:
    """Records in the order people gave them."""
    return sorted(rows, key=lambda row: (row.place, row.id))


def functions_of(workshop: Workshop) -> dict[int, int]:
    """Participant to function."""
    return {person.id: person.function for person in workshop[Participant]}


def deciders_of(workshop: Workshop) -> dict[int, int]:
    """Function to its decider, where it has one."""
    return {person.function: person.id for person in workshop[Participant] if person.decider}


def round_of(workshop: Workshop, owner: str, id: int) -> Round | None:
    """The round of a ballot, check, journey, proposal round or check-out."""
    return next(iter(workshop[Round].where(owner, id)), None)


def ballots_by_voter(workshop: Workshop, ballot: Ballot) -> dict[int, dict[int, int]]:
    """Voter to option to dots, for every ballot paper handed in."""
    return {
        slip.participant: {dot.option: dot.dots for dot in workshop[Dot].where("slip", slip.id)}
        for slip in workshop[Slip].where("ballot", ballot.id)
    }


def counts_by_option(workshop: Workshop, ballot: Ballot) -> dict[int, dict[str, int]]:
    """Option to group to dots, of a round kept without names or counted by hands."""
    counts: dict[int, dict[str, int]] = {}
    round = round_of(workshop, "ballot", ballot.id)
    for group in workshop[RoundGroup].where("round", round.id) if round else ():
        for row in workshop[Count].where("group", group.id):
            if row.option is not None:
                counts.setdefault(row.option, {})[group.key] = row.count
    return counts


def tally_of(workshop: Workshop, ballot: Ballot) -> tally.Tally[int, int] | tally.Tally[int, str]:
    """The result of a ballot: its options by id, split by function or by group."""
    options = [option.id for option in workshop[Option].where("ballot", ballot.id)]
    counts = counts_by_option(workshop, ballot)
    if counts:
        return tally.tally_of_counts(options, counts)
    return tally.tally(options, ballots_by_voter(workshop, ballot), functions_of(workshop))


def sign_reading(workshop: Workshop, sign: Sign) -> alignment.SignReading[int | str] | None:
    """What the ratings of one sign say: by function id, or by the key of a group of people where
    no names are kept."""
    check = workshop[AlignmentCheck][sign.alignment_check]
    return alignment.read_sign(_ratings(workshop, sign), flag_when_of(workshop, check))


def _ratings(workshop: Workshop, sign: Sign) -> dict[int | str, list[int]]:
    found: dict[int | str, list[int]] = {}
    functions = functions_of(workshop)
    for rating in workshop[Rating].where("sign", sign.id):
        found.setdefault(functions[rating.participant], []).append(rating.value)
    for row in workshop[Count].where("sign", sign.id):
        if row.value is not None:
            group = workshop[RoundGroup][row.group].key
            found.setdefault(group, []).extend([row.value] * row.count)
    return found


def flag_when_of(workshop: Workshop, check: AlignmentCheck) -> alignment.FlagWhen:
    """What flags a sign of this check, as its stage says."""
    said = getattr(workshop[Stage][check.stage].setup, "flag_when", None)
    if said is None:
        return alignment.FlagWhen()
    return alignment.FlagWhen(said.median_at_least, said.or_spread_at_least)


def feelings_of(workshop: Workshop, journey: Journey) -> dict[int, dict[int, emotion.Feelings]]:
    """Persona to phase to what its cards say, phases from left to right."""
    found: dict[int, dict[int, emotion.Feelings]] = {}
    for phase in phases_of(workshop, journey):
        for persona, values in sorted(_cards_of(workshop, phase).items()):
            found.setdefault(persona, {})[phase.id] = emotion.feelings(values)
    return found


def _cards_of(workshop: Workshop, phase: Phase) -> dict[int, list[int]]:
    """Persona to the cards of a phase, of persons or as groups were counted."""
    cards: dict[int, list[int]] = {}
    for card in workshop[Card].where("phase", phase.id):
        cards.setdefault(card.persona, []).append(card.value)
    for row in workshop[Count].where("phase", phase.id):
        if row.persona is not None and row.value is not None:
            cards.setdefault(row.persona, []).extend([row.value] * row.count)
    return cards


def phases_of(workshop: Workshop, journey: Journey) -> list[Phase]:
    """The phases of a journey, from left to right."""
    phases = workshop[Phase].where("journey", journey.id)
    return sorted(phases, key=lambda phase: (phase.place, phase.id))


def adoption_rule(workshop: Workshop, proposal: Proposal) -> adoption.AdoptionRule:
    """The rule that a proposal is held against: that of its scale, the gradient's as agreed when
    its outcome was recorded, else as agreed now."""
    if proposal.scale != "gradient8":
        return adoption.FIST_TO_FIVE if proposal.scale == "fist" else adoption.CONSENT
    return gradient_rule(workshop, proposal.rule)


def gradient_rule(
    workshop: Workshop, recorded: DecisionRule | None = None
) -> adoption.AdoptionRule:
    """The rule of the eight-step gradient as recorded, else as the workshop has agreed on it."""
    agreed = recorded or agreed_rule(workshop)
    return adoption.AdoptionRule(
        support_levels=frozenset(agreed.support_levels),
        support_share_high=exact(agreed.support_share_high),
        support_share_normal=exact(agreed.support_share_normal),
        no_one_at=frozenset(agreed.no_one_at),
        no_decider_at=frozenset(agreed.no_decider_at),
        rounds_max=agreed.rounds_max,
        otherwise=agreed.else_,
    )


def agreed_rule(workshop: Workshop) -> DecisionRule:
    """The figures of the gradient's rule as the workshop has agreed on them."""
    details = workshop[Details].get(1)
    agreed = details.decision_rule_detail if details else None
    return agreed or DecisionRule()


def evaluation_of(workshop: Workshop, round: ProposalRound) -> adoption.Evaluation[int, int]:
    """What the rule says of one round of a proposal."""
    proposal = workshop[Proposal][round.proposal]
    stances: dict[int, int] = {
        stance.participant: stance.level
        for stance in workshop[Stance].where("proposal_round", round.id)
    }
    rule = adoption_rule(workshop, proposal)
    stakes = adoption.Stakes(proposal.stakes)
    return adoption.evaluate(stances, deciders_of(workshop), stakes, rule)


def fingers_of(workshop: Workshop, check_out: CheckOut, closing: bool = False) -> list[int]:
    """The fingers shown at a check-out, or (`closing`) at its second show, of persons or as groups
    were counted."""
    shown = workshop[Fingers].where("check_out", check_out.id)
    found = [row.value for row in shown if row.closing == closing]
    for row in workshop[Count].where("check_out", check_out.id):
        if row.value is not None and row.closing == closing:
            found += [row.value] * row.count
    return found


def timeline_of(workshop: Workshop) -> dict[int, TimelineRow]:
    """Stage to what became of it, for the stages that the clock has events of."""
    last = {event.stage: event.at for event in clock.log(workshop)}
    rows = {id: drift.timeline(workshop, id, at) for id, at in last.items()}
    return {id: row for id, row in rows.items() if row is not None}


def numbered(workshop: Workshop) -> list[Note]:
    """The notes that have a number, by number."""
    notes = [note for note in workshop[Note] if note.nr is not None]
    return sorted(notes, key=lambda note: note.nr or 0)


def note_counts(workshop: Workshop) -> dict[str, Plain]:
    """How many notes have a number, in all, by stage and by function."""
    notes = numbered(workshop)
    stages = {row.id: row.key for row in in_place(workshop[Stage])} | {None: "parking_lot"}
    functions = {row.id: row.key for row in in_place(workshop[Function])}
    by_stage = dict.fromkeys(stages.values(), 0)
    by_function = dict.fromkeys(functions.values(), 0)
    for note in notes:
        by_stage[stages[note.stage]] += 1
        if note.function is not None:
            by_function[functions[note.function]] += 1
    return {
        "notes": len(notes),
        "notes_by_stage": {key: count for key, count in by_stage.items() if count},
        "notes_by_function": by_function,
        "notes_without_function": [note.nr for note in notes if note.function is None],
    }
