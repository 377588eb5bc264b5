"""Documents whose parts are right, each for itself, and do not fit together."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.workshop.interchange.documents import STEP, Change, Data, put, refusal
from workshop.errors import Refused


def _decider_elsewhere(data: Data) -> None:
    data["participants"][0]["decider"] = False
    data["functions"][0]["decider"] = "cleo"


@pytest.mark.parametrize(
    ("change", "path", "allowed"),
    [
        (put("functions[1].decider", "cleo"), "participants[1].decider", "the function names"),
        (_decider_elsewhere, "functions[1].decider", "someone of this function"),
        (put("alignment_check.order", ["ada"]), "alignment_check.ratings[1].values", "1 values"),
        (put("journey.opportunities[1].phase", "buy"), "journey.phases[1].cells.opportunities[1]",
         "an opportunity of this phase"),
    ],
)  # fmt: skip
def test_values_of_which_one_cannot_be_beside_the_other(
    change: Change, path: str, allowed: str
) -> None:
    problem = refusal(change)
    assert problem.key == "data.value"
    assert problem.facts["path"] == path
    assert allowed in str(problem.facts["allowed"])


def test_fields_that_break_a_rule_together() -> None:
    problem = refusal(put("notes[1].x", 1.5))
    assert problem.key == "data.rule"
    assert problem.facts["path"] == "notes[1]"
    assert problem.facts["rule"] == "x and y together or not at all"


def _first_again(data: Any, section: str) -> None:
    *way, last = re.findall(STEP, section)
    for step in way:
        data = data[step]
    data[last].append(data[last][0])


@pytest.mark.parametrize(
    ("section", "path"),
    [
        ("agenda", "agenda[7].id"),
        ("functions", "functions[3].id"),
        ("participants", "participants[4].id"),
        ("clusters", "clusters[3].id"),
        ("notes", "notes[4].nr"),
        ("ballots", "ballots[2].id"),
        ("alignment_check.ratings", "alignment_check.ratings[3].sign"),
        ("personas", "personas[2].id"),
        ("journey.phases", "journey.phases[3].id"),
        ("journey.opportunities", "journey.opportunities[2].id"),
        ("metrics", "metrics[2].id"),
        ("milestones", "milestones[2].id"),
        ("proposals", "proposals[2].id"),
        ("actions", "actions[2].id"),
    ],
)
def test_a_name_that_is_given_twice(section: str, path: str) -> None:
    problem = refusal(lambda data: _first_again(data, section))
    assert problem.key == "data.name_taken"
    assert problem.facts["path"] == path


@pytest.mark.parametrize(
    ("where", "value", "path"),
    [
        ("agenda[1].board.lanes", ["raw", "raw"], "agenda[1].board.lanes[2]"),
        ("agenda[1].lanes", [{"id": "raw"}], "agenda[1].lanes[1].id"),
        ("ballots[1].run_off.id", "ballot-1", "ballots[1].run_off.id"),
        ("ballots[1].run_off", [{"id": "a"}, {"id": "a"}], "ballots[1].run_off[2].id"),
        ("ballots[1].run_off", [{"id": "ballot-1-run-off-2"}, {}], "ballots[1].run_off[2]"),
    ],
)
def test_a_name_that_something_else_has(where: str, value: Any, path: str) -> None:
    problem = refusal(put(where, value))
    assert problem.key == "data.name_taken"
    assert problem.facts["path"] == path


TOGETHER: list[tuple[str, Any, str, str]] = [
    ("ballots[1].dots", 2, "ballot.over_budget", "ballots[1].votes.ada"),
    ("ballots[1].max_per_item", 1, "ballot.over_cap", "ballots[1].votes.ada"),
    ("agenda[2].voting.from", "lunch", "stage.unknown", "agenda[2]"),
    ("alignment_check.scale.max", 1, "value.off_scale",
     "alignment_check.ratings[2].values.cleo"),
    ("journey.emotion.scale", {"min": -2}, "value.off_scale",
     "journey.emotion.cards.marisol.hear[2]"),
    ("proposals[1].scale", "consent", "value.off_scale",
     "proposals[1].rounds[1].stances.ben"),
    ("clock[1].event", "pause", "clock.cannot_pause", "clock[1]"),
    ("clock[2].stage", "choose", "clock.cannot_end", "clock[2]"),
    ("clock[2]", {"stage": "choose", "event": "start", "at": "2026-10-06T09:30:00+01:00"},
     "clock.another_is_on", "clock[2]"),
    ("notes[1].merged_into", 1, "record.circle", "notes[1]"),
]  # fmt: skip


@pytest.mark.parametrize(("where", "value", "key", "path"), TOGETHER)
def test_parts_that_do_not_fit_together(where: str, value: Any, key: str, path: str) -> None:
    problem = refusal(put(where, value))
    assert problem.key == "data.refused"
    inner = problem.facts["problem"]
    assert isinstance(inner, Refused)
    assert inner.key == key
    assert problem.facts["path"] == path


TAKEN: list[tuple[str, Any, str, dict[str, Any]]] = [
    ("functions[2].letter", "P", "functions[2]", {"letter": "P"}),
    ("alignment_check.order", ["ada", "ada"], "alignment_check.order[2]", {"participant": "ada"}),
    ("milestones", [{"id": "a", "title": "A", "anchor": True},
                    {"id": "b", "title": "B", "anchor": True}], "milestones[2]",
     {"anchor": "yes"}),
    ("landscape", [{"stage": "map"}, {"stage": "map"}], "landscape[2]", {"stage": "map"}),
]  # fmt: skip
"""Where, what is put there, the later of two, and what it has of the earlier one."""


@pytest.mark.parametrize(("where", "value", "path", "held"), TAKEN)
def test_what_two_of_a_kind_cannot_both_have(
    where: str, value: Any, path: str, held: dict[str, Any]
) -> None:
    facts: Any = refusal(put(where, value)).facts
    assert facts["path"] == path
    assert dict(zip(facts["fields"], facts["found"], strict=True)) == held
    assert facts["line"] >= facts["other"] > 1


def test_a_function_with_two_deciders() -> None:
    def two(data: Data) -> None:
        del data["functions"][0]["decider"]
        data["participants"][1]["decider"] = True

    problem = refusal(two)
    assert problem.key == "data.taken"
    assert problem.facts["path"] == "participants[2]"
    assert problem.facts["found"] == ("product", "yes")
