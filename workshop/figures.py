"""What the records add up to: tallies, flags, feelings, verdicts, times, by the pure rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workshop.fields import Plain
from workshop.records.agenda import ClockEvent, Stage
from workshop.records.consensus import Proposal, ProposalRound, Stance
from workshop.records.details import DecisionRule, Details
from workshop.records.journey import Card, Journey, Phase
from workshop.records.people import Participant
from workshop.records.rounds import (
    Ballot,
    CheckOut,
    Count,
    Dot,
    Fingers,
    Option,
    Rating,
    Round,
    RoundGroup,
    Sign,
    Slip,
)
from workshop.rules import adoption, agenda_times, alignment, clock, emotion, tally, timeline
from workshop.rules.arithmetic import exact
from workshop.state import Workshop

UNDATED = date(2000, 1, 1)
"""Stands in for the day of a workshop without a date, so that times can be computed."""
Key = str


def in_place(stages: list[Stage]) -> list[Stage]:
    """Stages in the order of the agenda."""
    return sorted(stages, key=lambda stage: (stage.place, stage.id))


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


def sign_reading(workshop: Workshop, sign: Sign) -> alignment.SignReading[int] | None:
    """What the ratings of one sign say, by function."""
    functions = functions_of(workshop)
    ratings: dict[int, list[int]] = {}
    for rating in workshop[Rating].where("sign", sign.id):
        ratings.setdefault(functions[rating.participant], []).append(rating.value)
    return alignment.read_sign(ratings)


def feelings_of(workshop: Workshop, journey: Journey) -> dict[int, dict[int, emotion.Feelings]]:
    """Persona to phase to what its cards say, phases from left to right."""
    found: dict[int, dict[int, emotion.Feelings]] = {}
    for phase in phases_of(workshop, journey):
        cards: dict[int, list[int]] = {}
        for card in workshop[Card].where("phase", phase.id):
            cards.setdefault(card.persona, []).append(card.value)
        for persona, values in sorted(cards.items()):
            found.setdefault(persona, {})[phase.id] = emotion.feelings(values)
    return found


def phases_of(workshop: Workshop, journey: Journey) -> list[Phase]:
    """The phases of a journey, from left to right."""
    phases = workshop[Phase].where("journey", journey.id)
    return sorted(phases, key=lambda phase: (phase.place, phase.id))


def adoption_rule(workshop: Workshop, proposal: Proposal) -> adoption.AdoptionRule:
    """The rule that a proposal is held against: that of its scale, the gradient's as agreed."""
    if proposal.scale != "gradient8":
        return adoption.FIST_TO_FIVE if proposal.scale == "fist" else adoption.CONSENT
    details = workshop[Details].get(1)
    agreed = details.decision_rule_detail if details else None
    return _gradient(agreed or DecisionRule())


def _gradient(agreed: DecisionRule) -> adoption.AdoptionRule:
    return adoption.AdoptionRule(
        support_levels=frozenset(agreed.support_levels),
        support_share_high=exact(agreed.support_share_high),
        support_share_normal=exact(agreed.support_share_normal),
        no_one_at=frozenset(agreed.no_one_at),
        no_decider_at=frozenset(agreed.no_decider_at),
        rounds_max=agreed.rounds_max,
        otherwise=agreed.else_,
    )


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


def fingers_of(workshop: Workshop, check_out: CheckOut) -> list[int]:
    """The fingers shown at a check-out."""
    return [row.value for row in workshop[Fingers].where("check_out", check_out.id)]


def time_zone(workshop: Workshop) -> tzinfo:
    """The zone of all times of day; UTC where none is named or known to this machine."""
    details = workshop[Details].get(1)
    try:
        return ZoneInfo((details and details.time_zone) or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a folder, or a name too long
        return ZoneInfo("UTC")


def schedule_of(workshop: Workshop) -> agenda_times.Schedule[int]:
    """When each stage starts and ends, as planned. Stages are named by id."""
    stages = in_place(list(workshop[Stage]))
    planned: list[agenda_times.PlannedStage[int]] = [
        agenda_times.PlannedStage(
            stage.id,
            stage.minutes,
            time.fromisoformat(stage.pinned_at) if stage.pinned_at else None,
            stage.day,
            stage.hidden,
        )
        for stage in stages
    ]
    last = max((stage.day for stage in stages), default=1)
    return agenda_times.schedule(planned, [_day(workshop, number) for number in range(last)])


def _day(workshop: Workshop, number: int) -> agenda_times.Day:
    details = workshop[Details].get(1)
    first = date.fromisoformat(details.on) if details and details.on else UNDATED
    start = details.planned_start if details else None
    end = details.planned_end if details else None
    day = first + timedelta(days=number)
    return agenda_times.Day(
        datetime.combine(day, time.fromisoformat(start or "09:00")),
        datetime.combine(day, time.fromisoformat(end)) if end else None,
    )


def clock_log(workshop: Workshop, stage: int | None = None) -> list[clock.ClockEvent[int]]:
    """The clock's events in the order in which they were written, of one stage or of all."""
    rows = workshop[ClockEvent] if stage is None else workshop[ClockEvent].where("stage", stage)
    return [
        clock.ClockEvent(
            row.stage,
            clock.EventKind(row.event),
            datetime.fromisoformat(row.at),
            row.minutes or 0,
        )
        for row in rows
    ]


def timeline_of(workshop: Workshop) -> Mapping[int, timeline.TimelineRow]:
    """Stage to what became of it, for the stages that the clock has events of."""
    slots = schedule_of(workshop).slots
    zone = time_zone(workshop)
    found: dict[int, timeline.TimelineRow] = {}
    for stage in in_place(list(workshop[Stage])):
        slot = slots.get(stage.id)
        planned_end = slot.end if slot else None
        row = timeline.timeline_row(clock_log(workshop, stage.id), planned_end, zone)
        if row is not None:
            found[stage.id] = row
    return found


def note_counts(workshop: Workshop) -> dict[str, Plain]:
    """How many notes have a number, in all, by stage and by function."""
    notes = [note for note in workshop.table("note") if note.nr is not None]
    stages = {stage.id: stage.key for stage in workshop[Stage]} | {None: "parking_lot"}
    functions = {row.id: row.key for row in workshop.table("function")}
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
