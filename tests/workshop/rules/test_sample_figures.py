"""Every figure of the sample workshop that a rule makes, made again from its raw data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from workshop.rules.adoption import GRADIENT8, AdoptionRule, Stakes, evaluate
from workshop.rules.agenda_times import Day, PlannedStage, Schedule, schedule
from workshop.rules.alignment import read_sign
from workshop.rules.arithmetic import exact, mean, round_to
from workshop.rules.clock import ClockEvent, EventKind, read
from workshop.rules.dots import suggested_dots
from workshop.rules.emotion import feelings, lowest_phase
from workshop.rules.one_string import parse, write
from workshop.rules.scale import Scale
from workshop.rules.tally import Limits, check_ballot, settled_by, tally
from workshop.rules.timeline import timeline_row

ASSETS = Path(__file__).parents[3] / "assets"


def load(*parts: str) -> dict[str, Any]:
    content = yaml.safe_load(ASSETS.joinpath(*parts).read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


SAMPLE = load("sample", "sample-workshop.yaml")
EXPECTED = SAMPLE["expected"]
FUNCTION_OF = {person["id"]: person["function"] for person in SAMPLE["participants"]}
DECIDERS = {function["id"]: function["decider"] for function in SAMPLE["functions"]}
BALLOTS = {ballot["id"]: ballot for ballot in SAMPLE["ballots"]}
ZONE = ZoneInfo(SAMPLE["workshop"]["time_zone"])


@pytest.mark.parametrize("ballot_id", BALLOTS)
def test_ballots(ballot_id: str) -> None:
    ballot, expected = BALLOTS[ballot_id], EXPECTED["ballots"][ballot_id]
    result = tally(ballot["items"], ballot["votes"], FUNCTION_OF)
    assert result.total_dots == expected["total_dots"]
    assert {item: result.of(item).dots for item in ballot["items"]} == expected["dots"]
    assert {item: result.of(item).breadth for item in ballot["items"]} == expected["breadth"]
    assert result.by_group() == expected["by_function"]
    assert [
        {"item": standing.option, "dots": standing.dots, "voters": standing.voters}
        for standing in result.standings
    ] == ballot["result"]


@pytest.mark.parametrize("ballot_id", BALLOTS)
def test_cuts_and_options_carried_by_one_function(ballot_id: str) -> None:
    ballot, expected = BALLOTS[ballot_id], EXPECTED["ballots"][ballot_id]
    result = tally(ballot["items"], ballot["votes"], FUNCTION_OF)
    cut = result.cut(expected["cut"]["picked"])
    assert cut is not None
    assert asdict(cut) == expected["cut"]
    picked = ballot["picked"] if isinstance(ballot["picked"], list) else [ballot["picked"]]
    assert {
        option: carrier
        for option in picked
        if (carrier := result.of(option).carried_by) is not None
    } == expected["over_half_from_one_function"]


@pytest.mark.parametrize("ballot_id", BALLOTS)
def test_every_ballot_keeps_to_its_dots(ballot_id: str) -> None:
    ballot = BALLOTS[ballot_id]
    clusters = ballot["items"][0].startswith("s")
    assert suggested_dots(len(ballot["items"]), clusters).dots == ballot["dots"]
    for votes in ballot["votes"].values():
        check_ballot(votes, ballot["items"], Limits(ballot["dots"], ballot["max_per_item"]))


def test_the_run_off_at_the_third_place() -> None:
    ballot = BALLOTS["ballot-1"]
    run_off = ballot["run_off"]
    first = tally(ballot["items"], ballot["votes"], FUNCTION_OF)
    assert list(first.tied_at(len(ballot["kept"]))) == run_off["items"]
    again = tally(
        run_off["items"],
        {voter: {item: 1} for voter, item in run_off["votes"].items()},
        FUNCTION_OF,
    )
    dots = {standing.option: standing.dots for standing in again.standings}
    assert dots == EXPECTED["ballots"]["ballot-1"]["run_off"]
    assert [
        {"item": standing.option, "dots": standing.dots} for standing in again.standings
    ] == run_off["result"]
    assert list(settled_by(first, again)[:3]) == ballot["kept"]


def test_alignment() -> None:
    check_up = SAMPLE["alignment_check"]
    order = check_up["order"]
    for rating in check_up["ratings"]:
        by_function: dict[str, list[int]] = {}
        for person, value in zip(order, rating["values"], strict=True):
            by_function.setdefault(FUNCTION_OF[person], []).append(value)
        reading = read_sign(by_function)
        assert reading is not None
        assert reading.without_cell == ("design",)
        assert {
            "median": reading.median,
            "spread": reading.spread,
            "flagged": reading.flagged,
            "by_function": reading.by_function,
        } == EXPECTED["alignment"][rating["sign"]]
    assert len(check_up["ratings"]) == len(EXPECTED["alignment"])


def test_emotion() -> None:
    cards: Mapping[str, Mapping[str, list[int]]] = SAMPLE["journey"]["emotion"]["cards"]
    read_cards = {
        persona: {phase: feelings(values) for phase, values in phases.items()}
        for persona, phases in cards.items()
    }
    assert {
        persona: {
            phase: {"median": f.median, "low": f.low, "high": f.high, "spread": f.spread}
            for phase, f in phases.items()
        }
        for persona, phases in read_cards.items()
    } == EXPECTED["emotion"]
    assert {
        persona: lowest_phase({phase: f.median for phase, f in phases.items()})
        for persona, phases in read_cards.items()
    } == EXPECTED["lowest_phase"]
    assert [
        [persona, phase]
        for persona, phases in read_cards.items()
        for phase in phases
        if phases[phase].talk
    ] == EXPECTED["spread_of_four_or_more"]


def test_cards_as_one_string() -> None:
    emotion = SAMPLE["journey"]["emotion"]
    scale = Scale(emotion["scale"]["min"], emotion["scale"]["max"])
    for phases in emotion["cards"].values():
        for values in phases.values():
            assert list(parse(write(values), emotion["order"], scale).values()) == values
    assert write(emotion["cards"]["marisol"]["order"]) == "01010102-20-1"


def rule_of_the_sample() -> AdoptionRule:
    detail = SAMPLE["workshop"]["decision_rule_detail"]
    return AdoptionRule(
        support_levels=frozenset(detail["support_levels"]),
        support_share_high=exact(detail["support_share_high"]),
        support_share_normal=exact(detail["support_share_normal"]),
        no_one_at=frozenset(detail["no_one_at"]),
        no_decider_at=frozenset(detail["no_decider_at"]),
        rounds_max=detail["rounds_max"],
        otherwise=detail["else"],
    )


def test_the_default_rule_is_that_of_the_sample() -> None:
    assert rule_of_the_sample() == GRADIENT8


def test_proposals() -> None:
    found = []
    for proposal in SAMPLE["proposals"]:
        for one in proposal["rounds"]:
            said = evaluate(one["stances"], DECIDERS, Stakes(proposal["stakes"]))
            assert not said.provisional
            assert said.share == Fraction(said.support, 11)
            found.append(
                {
                    "proposal": proposal["id"],
                    "round": one["round"],
                    "support": said.support,
                    "of": said.of,
                    "blocks": list(said.blocks),
                    "deciders_not_with_it": list(said.deciders_not_with_it),
                    "rule_says": said.verdict.value,
                    "recorded": one["result"],
                }
            )
    assert found == EXPECTED["proposal_evaluation"]


def test_adopted_with_dissent() -> None:
    assert [
        proposal["id"]
        for proposal in SAMPLE["proposals"]
        for one in proposal["rounds"]
        if one["result"] == "adopted"
        and evaluate(one["stances"], DECIDERS, Stakes(proposal["stakes"])).with_dissent
    ] == EXPECTED["adopted_with_dissent"]


def test_the_first_stances_as_one_string() -> None:
    stances = SAMPLE["proposals"][0]["rounds"][0]["stances"]
    assert write(stances.values()) == "22335221537"
    assert parse("22335221537", SAMPLE["workshop"]["seating"], GRADIENT8.scale) == stances


def events_of(stage: str) -> list[ClockEvent[str]]:
    return [
        ClockEvent(
            stage,
            EventKind(event["event"]),
            datetime.fromisoformat(event["at"]),
            event.get("minutes", 0),
        )
        for event in SAMPLE["clock"]
        if event["stage"] == stage
    ]


def agenda_of_the_sample() -> Schedule[str]:
    template = load("templates", "2-vision-sprint-day.yaml")
    assert template["id"] == SAMPLE["agenda"]["template"]
    pins = {
        change["stage"]: time.fromisoformat(change["pinned_at"])
        for change in SAMPLE["agenda"]["changes"]
        if "pinned_at" in change
    }
    stages = [
        PlannedStage(stage["id"], stage["minutes"], pins.get(stage["id"]))
        for stage in template["agenda"]
    ]
    frame = SAMPLE["workshop"]
    date = datetime.fromisoformat(frame["date"]).date()
    start, end = (
        datetime.combine(date, time.fromisoformat(frame[key]))
        for key in ("planned_start", "planned_end")
    )
    return schedule(stages, [Day(start, end)])


AGENDA = agenda_of_the_sample()


@pytest.mark.parametrize("stage", EXPECTED["clock"])
def test_clock(stage: str) -> None:
    planned = next(row["planned_min"] for row in SAMPLE["timeline"] if row["stage"] == stage)
    now = datetime(2026, 10, 6, 20, tzinfo=UTC)
    reading = read(events_of(stage), planned, now)
    second = timedelta(seconds=1)
    assert {
        "ran_sec": reading.clock.ran / second,
        "paused_sec": reading.clock.paused / second,
        "extended_min": reading.clock.extended_min,
        "left_sec": reading.left / second,
    } == EXPECTED["clock"][stage]


def test_planned_times() -> None:
    assert AGENDA.minutes == EXPECTED["planned_min"]
    assert AGENDA.fits
    (day,) = AGENDA.days
    assert (day.over_min, day.overlap_min) == (0, 0)
    assert [
        (slot.stage, f"{slot.start:%H:%M}", (slot.end - slot.start) / timedelta(minutes=1))
        for slot in day.slots
    ] == [(row["stage"], row["planned_start"], row["planned_min"]) for row in SAMPLE["timeline"]]


@pytest.mark.parametrize("row", SAMPLE["timeline"], ids=lambda row: row["stage"])
def test_timeline(row: dict[str, Any]) -> None:
    stage = row["stage"]
    slot = AGENDA.slots[stage]
    events = events_of(stage) or [
        ClockEvent(
            stage,
            kind,
            datetime.combine(slot.start.date(), time.fromisoformat(row[key]), tzinfo=ZONE),
        )
        for kind, key in ((EventKind.START, "actual_start"), (EventKind.END, "actual_end"))
    ]
    made = timeline_row(events, slot.end, ZONE)
    assert made is not None
    assert made.end is not None
    assert {
        "actual_start": f"{made.start:%H:%M}",
        "actual_end": f"{made.end:%H:%M}",
        "actual_min": made.minutes,
        "drift_min": made.drift_min,
    } == {key: row[key] for key in ("actual_start", "actual_end", "actual_min", "drift_min")}


def test_timeline_in_all() -> None:
    rows = SAMPLE["timeline"]
    assert sum(row["actual_min"] for row in rows) == EXPECTED["actual_min"]
    assert max(row["drift_min"] for row in rows) == EXPECTED["largest_drift_min"]
    assert rows[-1]["drift_min"] == EXPECTED["final_drift_min"]


def test_return_on_time_invested() -> None:
    fingers = list(SAMPLE["check_out"]["roti"].values())
    assert round_to(mean(fingers), 2) == EXPECTED["roti_mean"]
