"""The derived figures of a workshop, as its YAML carries them: recomputed, never read."""

from __future__ import annotations

from collections import Counter
from typing import Any

from workshop import agenda, clock, exchange, figures
from workshop.fields import Plain
from workshop.interchange.mapping import Writing
from workshop.interchange.sections.ballots import option_labels
from workshop.interchange.sections.consensus import rounds_of
from workshop.records.agenda import Stage
from workshop.records.check_out import CheckOut
from workshop.records.consensus import Concern, Proposal, ProposalRound
from workshop.records.findings import Insight
from workshop.records.journey import Journey
from workshop.records.notes import Cluster, Note
from workshop.records.people import Function, Participant
from workshop.records.rounds import AlignmentCheck, Ballot, Option, Sign
from workshop.rules import clock as rules
from workshop.rules import emotion
from workshop.rules.adoption import Verdict
from workshop.rules.arithmetic import mean, round_to


def expected(writing: Writing, timeline: list[dict[str, Plain]]) -> dict[str, Plain]:
    """Every derived figure of the workshop. `timeline` is that section as written."""
    return {
        "participants": len(writing.table(Participant)),
        "functions": len(writing.table(Function)),
        **figures.note_counts(writing.workshop),
        **_loners(writing),
        **_cluster_sizes(writing),
        "ballots": _ballots(writing),
        "alignment": _alignment(writing),
        **_emotion(writing),
        **_proposals(writing),
        "concerns_by_state": _concerns(writing),
        "exchange": _exchange(writing),
        "clock": _clock(writing),
        **_times(writing, timeline),
        **_fingers(writing),
    }


def _loners(writing: Writing) -> dict[str, Plain]:
    """By board stage, the notes kept out of clusters on purpose."""
    found: dict[str, list[Plain]] = {}
    notes = figures.numbered(writing.workshop)
    for stage in agenda.stages(writing.workshop):
        loners: list[Plain] = [note.nr for note in notes if note.loner and note.stage == stage.id]
        if loners and stage.kind == "board":
            found[f"unclustered_{stage.key}"] = loners
    return found


def _cluster_sizes(writing: Writing) -> dict[str, Plain]:
    clustered = [note for note in writing.table(Note) if note.cluster is not None]
    written = Counter(note.cluster for note in clustered)
    left = Counter(note.cluster for note in clustered if note.merged_into is None)
    rows = figures.in_place(writing.table(Cluster))
    return {
        "cluster_sizes": {row.key: written[row.id] for row in rows},
        "cluster_sizes_after_merge": {row.key: left[row.id] for row in rows},
    }


def _ballots(writing: Writing) -> Plain:
    return {
        ballot.key: _ballot(writing, ballot)
        for ballot in writing.table(Ballot)
        if ballot.run_off_of is None
    }


def _ballot(writing: Writing, ballot: Ballot) -> dict[str, Plain]:
    result: Any = figures.tally_of(writing.workshop, ballot)
    labels = option_labels(writing, ballot)
    options = writing.table(Option).where("ballot", ballot.id)
    picked = [row.id for row in options if row.picked is not None]
    found = {
        "total_dots": result.total_dots,
        "dots": {labels[row.id]: result.of(row.id).dots for row in options},
        "breadth": {labels[row.id]: result.of(row.id).breadth for row in options},
        "by_function": {
            _group(writing, group): {labels[id]: dots for id, dots in given.items()}
            for group, given in result.by_group().items()
        },
        "over_half_from_one_function": {
            labels[id]: _group(writing, result.of(id).carried_by)
            for id in picked
            if result.of(id).carried_by is not None
        },
    }
    cut = result.cut(len(picked))
    if cut is not None:
        found["cut"] = {
            "picked": cut.picked,
            "last_in": labels[cut.last_in],
            "first_out": labels[cut.first_out],
            "gap": cut.gap,
            "clear": cut.clear,
        }
    for run_off in writing.table(Ballot).where("run_off_of", ballot.id):
        found["run_off"] = _ballot(writing, run_off)["dots"]
    return found


def _group(writing: Writing, group: int | str) -> Plain:
    return writing.name("function", group) if isinstance(group, int) else group


def _alignment(writing: Writing) -> Plain:
    found: dict[str, Plain] = {}
    for check in writing.table(AlignmentCheck):
        for sign in writing.table(Sign).where("alignment_check", check.id):
            reading = figures.sign_reading(writing.workshop, sign)
            if reading is not None:
                cells = reading.by_function.items()
                found[sign.key] = {
                    "median": reading.median,
                    "spread": reading.spread,
                    "flagged": reading.flagged,
                    "by_function": {_group(writing, id): value for id, value in cells},
                }
    return found


def _emotion(writing: Writing) -> dict[str, Plain]:
    personas: dict[Plain, Plain] = {}
    lowest: dict[Plain, Plain] = {}
    wide: list[Plain] = []
    for journey in writing.table(Journey):
        for id, phases in figures.feelings_of(writing.workshop, journey).items():
            persona = writing.name("persona", id)
            names = {phase: writing.workshop.table("phase")[phase].key for phase in phases}
            personas[persona] = {names[phase]: _feelings(cards) for phase, cards in phases.items()}
            worst = emotion.lowest_phase({phase: cards.median for phase, cards in phases.items()})
            lowest[persona] = None if worst is None else names[worst]
            wide += [[persona, names[phase]] for phase, cards in phases.items() if cards.talk]
    return {"emotion": personas, "lowest_phase": lowest, "spread_of_four_or_more": wide}


def _feelings(cards: emotion.Feelings) -> Plain:
    return {"median": cards.median, "low": cards.low, "high": cards.high, "spread": cards.spread}


def _proposals(writing: Writing) -> dict[str, Plain]:
    evaluated: list[Plain] = []
    dissent: list[Plain] = []
    for proposal in writing.table(Proposal):
        for round in rounds_of(writing, proposal):
            found = figures.evaluation_of(writing.workshop, round)
            evaluated.append(_evaluation(writing, proposal, round, found))
            if round.result == "adopted" and found.with_dissent:
                dissent.append(proposal.key)
    return {"proposal_evaluation": evaluated, "adopted_with_dissent": dissent}


def _evaluation(writing: Writing, proposal: Proposal, round: ProposalRound, found: Any) -> Plain:
    return {
        "proposal": proposal.key,
        "round": round.round,
        "support": found.support,
        "of": found.of,
        "blocks": [writing.name("participant", id) for id in found.blocks],
        "deciders_not_with_it": [
            writing.name("participant", id) for id in found.deciders_not_with_it
        ],
        "rule_says": "adopt" if found.verdict is Verdict.ADOPT else "not_yet",
        "recorded": round.result,
    }


def _concerns(writing: Writing) -> Plain:
    counted = Counter(row.state for row in writing.table(Concern))
    return {state: counted[state] for state in ("open", "answered", "accepted", "parked")}


def _exchange(writing: Writing) -> Plain:
    rows = tuple(writing.table(Insight))
    gives, receives = exchange.gives(rows), exchange.gets(rows)
    functions = figures.in_place(writing.table(Function))
    return {
        "offers": sum(row.direction == "offer" for row in rows),
        "asks": sum(row.direction == "ask" for row in rows),
        "gives": {function.key: gives[function.id] for function in functions},
        "receives": {function.key: receives[function.id] for function in functions},
    }


def _clock(writing: Writing) -> Plain:
    found = {}
    events = clock.log(writing.workshop)
    for stage in agenda.stages(writing.workshop):
        log = [event for event in events if event.stage == stage.id]
        if not log:
            continue
        reading = rules.read(log, stage.minutes, log[-1].at)
        found[stage.key] = {
            "ran_sec": int(reading.clock.ran.total_seconds()),
            "paused_sec": int(reading.clock.paused.total_seconds()),
            "extended_min": reading.clock.extended_min,
            "left_sec": int(reading.left.total_seconds()),
        }
    return found


def _times(writing: Writing, timeline: list[dict[str, Plain]]) -> dict[str, Plain]:
    drifts = [row["drift_min"] for row in timeline if row.get("drift_min") is not None]
    planned = sum(stage.minutes for stage in writing.table(Stage) if not stage.hidden)
    actual = sum(row.get("actual_min") or 0 for row in timeline)
    found = {"planned_min": planned, "actual_min": actual}
    if drifts:
        found |= {"largest_drift_min": max(drifts), "final_drift_min": drifts[-1]}
    return found


def _fingers(writing: Writing) -> dict[str, Plain]:
    shown = [
        value
        for row in writing.table(CheckOut)
        for value in figures.fingers_of(writing.workshop, row)
    ]
    return {"roti_mean": round_to(mean(shown), 2)} if shown else {}
