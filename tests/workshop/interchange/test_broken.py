"""Documents that cannot be: one problem each, with line, path, what was found and what may be."""

from __future__ import annotations

from typing import Any

import pytest

from tests.workshop.interchange.documents import MISSING, Change, put, refusal

LONG = "x" * 59 + "…"
VALUES: list[tuple[str, Any, str, str]] = [
    ("workshop.title", 5, "5", "text of 1 to 200"),
    ("workshop.title", "x" * 201, LONG, "1 to 200"),
    ("workshop.title", ["a"], "a list", "text"),
    ("workshop.id", "Not a key", "Not a key", "lower-case"),
    ("workshop.date", "2026-02-30", "2026-02-30", "2026-10-06"),
    ("workshop.date", "6.10.2026", "6.10.2026", "a date"),
    ("workshop.planned_start", "25:00", "25:00", "09:30"),
    ("workshop.sponsor", "nobody", "nobody", "(ada, ben, cleo)"),
    ("workshop.facilitator", "Calla", "Calla", "fields"),
    ("workshop.last_note", -1, "-1", "a whole number from 1"),
    ("workshop.seating", ["ada", "ada"], "ada", ""),
    ("agenda[1].kind", "lunch", "lunch", "opening"),
    ("agenda[1].kind", ["board"], "a list", "a name"),
    ("agenda[1].id", {"a": 1}, "fields", "a name"),
    ("agenda[1].id", "parking_lot", "parking_lot", "but not parking"),
    ("agenda[1].setup", {"evidence_tags": "sure"}, "sure", "a list"),
    ("agenda[1].minutes", 481, "481", "from 1 to 480"),
    ("agenda[1].minutes", "20", "20", "a whole number"),
    ("agenda[1].minutes", True, "true", "a whole number"),
    ("agenda[1].board.lanes", "rows", "rows", "functions"),
    ("agenda[1].board.reveal", "later", "later", "by_lane"),
    ("agenda[1].outputs[1].feeds", ["out"], "out", "stage of this workshop"),
    ("agenda[2].inputs[1].from", "later", "later", "stage of this workshop"),
    ("agenda[2].voting.dots", 0, "0", "from 1 to 20"),
    ("catch_up.order", ["map", "map"], "map", ""),
    ("functions[1].letter", "PRO", "PRO", "one or two letters"),
    ("participants[2].decider", True, "true", "decider that"),
    ("participants[1].function", "legal", "legal", "(product, sales)"),
    ("participants[3].present", "yes", "yes", "true or false"),
    ("notes[1].nr", "one", "one", "a whole number"),
    ("notes[1].nr", 0, "0", "from 1"),
    ("notes[1].text", "x" * 501, LONG, "500"),
    ("notes[1].text", " \n ", " \n ", "1 to 500"),
    ("notes[1].stage", "lunch", "lunch", "stage of this workshop"),
    ("notes[1].cluster", "s9", "s9", "(s1, s2)"),
    ("notes[1].cluster", ["s1"], "a list", "cluster of this workshop"),
    ("notes[1].evidence", "sure", "sure", "guess"),
    ("notes[2].lane", "chain", "chain", "lane of this workshop"),
    ("notes[2].entered_by", [], "a list", "a name"),
    ("notes[1].from", ["o1"], "a list", "stage or proposal"),
    ("notes[1].from", {"place": ["parking_lot"]}, "a list", "one of parking_lot"),
    ("notes[1].from", True, "true", "stage or proposal"),
    ("notes[1].from", {"place": "here"}, "here", "parking_lot"),
    ("notes[1].from", {"then": "a"}, "fields", "one of the fields"),
    ("ballots[1].items[1]", "s9", "s9", "cluster or"),
    ("ballots[1].votes.ada.s9", 1, "s9", "s1, s2, #3"),
    ("ballots[1].votes.ada.s1", 21, "21", "1 to 20"),
    ("ballots[1].votes.eve", {}, "eve", "participant of this workshop"),
    ("ballots[1].votes", ["ada"], "a list", "fields"),
    ("ballots[1].items[2]", "s1", "s1", ""),
    ("ballots[1].picked", "s9", "s9", "an option of this"),
    ("ballots[1].entered_by_facilitator", ["cleo"], "cleo", "who voted"),
    ("ballots[1].counts", {"all": {"s1": 1}}, "all", "a group"),
    ("alignment_check.to_watch", ["luck"], "luck", "rated"),
    ("alignment_check.scale.labels", "low", "low", "a list"),
    ("alignment_check.ratings[1].values[1]", 10, "10", "from 0 to 9"),
    ("journey.phases[1].cells.pains", "a", "pains", "lane of this workshop"),
    ("journey.phases[1].cells.doing", 5, "5", "text"),
    ("journey.phases[1].cells.owner", "all", "all", "function of this workshop"),
    ("journey.phases[1].cells.opportunities", ["o2"], "o2", "opportunity of"),
    ("journey.lanes[2]", "doing", "doing", ""),
    ("journey.emotion.cards.denny", {}, "denny", "persona of this workshop"),
    ("journey.emotion.cards.marisol.swap", [1], "swap", "phase of this workshop"),
    ("statements.Vision", {}, "Vision", "lower-case"),
    ("statements.vision.tests.clear", "all", "all", "0 to 40"),
    ("statements.vision.drafts[1].by", ["eve"], "eve", "participant of"),
    ("metrics[1].baseline", "many", "many", "a number"),
    ("metrics[1].target", ".inf", ".inf", "a number"),
    ("metrics[1].contributions.legal", "a", "legal", "function of this workshop"),
    ("milestones[1].serves", "m9", "m9", "metric or moment"),
    ("guardrails.champions[1].area", "swap", "swap", "phase or moment"),
    ("incentives.handled_in", {"roadblock": 2}, "2", "(1)"),
    ("incentives.handled_in", "a1", "a1", "proposal of this workshop"),
    ("proposals[1].rounds[1].stances.ada", 9, "9", "0 to 8"),
    ("proposals[1].rounds[1].stances.ben.level", 9, "9", "8"),
    ("proposals[1].parked", {"owner": "eve"}, "eve", "participant of this workshop"),
    ("parking_lot[1].ref", "a9", "a9", "proposal or action"),
    ("check_out.words.eve", "a", "eve", "participant of this workshop"),
    ("check_out.roti.ada", 6, "6", "0 to 5"),
    ("clock[1].at", "2026-10-06T09:00:00", "2026-10-06T09:00:00", "a stamp"),
    ("clock[1].event", "begin", "begin", "start"),
    ("notes", {"nr": 1}, "fields", "a list"),
    ("statements", ["vision"], "a list", "fields"),
    ("workshop", "A workshop", "A workshop", "fields"),
    ("schema", ["a"], "a list", "coxswain/workshop@1"),
]  # fmt: skip
"""Where, what is put there, what is said to be found there, or in it, and what may be there."""


@pytest.mark.parametrize(("path", "value", "found", "allowed"), VALUES)
def test_a_value_that_cannot_be(path: str, value: Any, found: str, allowed: str) -> None:
    problem = refusal(put(path, value))
    assert problem.key in ("data.value", "data.twice")
    assert str(problem.facts["path"]).startswith(path)
    assert problem.facts["found"] == found
    assert allowed in str(problem.facts.get("allowed", ""))


@pytest.mark.parametrize(
    ("change", "path", "field"),
    [
        (put("workshop", MISSING), "", "workshop"),
        (put("workshop.title", MISSING), "workshop", "title"),
        (put("workshop.title", None), "workshop", "title"),
        (put("agenda[1].id", MISSING), "agenda[1]", "id"),
        (put("agenda[1].outputs[1].what", MISSING), "agenda[1].outputs[1]", "what"),
        (put("functions[2].shape", MISSING), "functions[2]", "shape"),
        (put("participants[1].function", MISSING), "participants[1]", "function"),
        (put("notes[3].text", MISSING), "notes[3]", "text"),
        (put("ballots[1].stage", MISSING), "ballots[1]", "stage"),
        (put("journey.stage", MISSING), "journey", "stage"),
        (put("metrics[1].name", MISSING), "metrics[1]", "name"),
        (put("proposals[1].rounds[1].stances.ben.level", MISSING),
         "proposals[1].rounds[1].stances.ben", "level"),
        (put("proposals[1].parked", {"until": "2026-12-01"}), "proposals[1].parked", "owner"),
        (put("guardrails.champions[1].area", MISSING), "guardrails.champions[1]", "area"),
        (put("statements.vision.before", {"since": "spring"}), "statements.vision.before", "text"),
    ],
)  # fmt: skip
def test_a_field_that_is_missing(change: Change, path: str, field: str) -> None:
    problem = refusal(change)
    assert problem.key == "data.missing"
    assert (problem.facts["path"], problem.facts["field"]) == (path, field)


PLACES = [
    "", "workshop.", "workshop.facilitator.", "agenda[1].", "agenda[1].board.",
    "agenda[1].outputs[1].", "agenda[2].voting.", "catch_up.", "functions[1].",
    "participants[1].", "clusters[1].", "notes[1].", "ballots[1].", "ballots[1].items[3].",
    "ballots[1].run_off.", "alignment_check.", "alignment_check.scale.",
    "alignment_check.ratings[1].", "alignment_check.ratings[2].values.cleo.", "personas[1].",
    "journey.", "journey.phases[1].", "journey.opportunities[1].",
    "journey.moments_of_truth[1].", "journey.emotion.", "statements.vision.",
    "statements.vision.before.", "statements.vision.drafts[1].", "metrics[1].",
    "milestones[1].", "guardrails.", "guardrails.champions[1].", "guardrails.roadblocks[1].",
    "incentives.", "incentives.handled_in.", "proposals[1].", "proposals[1].from.",
    "proposals[1].rounds[1].", "proposals[1].rounds[1].stances.ben.",
    "proposals[1].rounds[1].concerns[1].", "actions[1].", "parking_lot[1].", "check_out.",
    "clock[1].", "timeline[1].",
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_field_that_nobody_knows(place: str) -> None:
    problem = refusal(put(f"{place}colour_of_the_sky", "blue"))
    assert problem.key == "data.unknown"
    assert problem.facts["field"] == "colour_of_the_sky"
    assert problem.facts["path"] == f"{place}colour_of_the_sky"
    assert problem.facts["allowed"]


@pytest.mark.parametrize(
    ("where", "value", "path", "found", "allowed"),
    [
        ("agenda[1].setup", {"evidence_tags": ["seen", "sure"]}, "agenda[1].setup.evidence_tags[2]",
         "sure", "one of guess, told"),
        ("agenda[1].facilitator_notes", {"run": ["a", ""]}, "agenda[1].facilitator_notes.run[2]",
         "", "text of 1 to 2000"),
        ("agenda[6].setup", {"roti": {"scale": [0, 9]}}, "agenda[6].setup.roti.scale[2]", "9",
         "from 0 to 5"),
        ("workshop.results", [["a"]], "workshop.results[1]", "a list", "text of 1 to"),
    ],
)  # fmt: skip
def test_of_a_list_the_item_is_told(
    where: str, value: Any, path: str, found: str, allowed: str
) -> None:
    problem = refusal(put(where, value))
    assert (problem.facts["path"], problem.facts["found"]) == (path, found)
    assert allowed in str(problem.facts["allowed"])
