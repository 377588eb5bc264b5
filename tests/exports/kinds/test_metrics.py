from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from exports.book import Printed
from tests.exports import hostile
from tests.exports.section import Data, boxes_on, changed_sample, print_section, text_of
from workshop.state import Workshop


@cache
def _sample(paper: str = "a4") -> Printed:
    return print_section(changed_sample(lambda _: None), "metrics", paper)


def _changed(change: Any) -> str:
    return text_of(print_section(changed_sample(change), "metrics"))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_each_number_has_its_bar_owner_and_source(paper: str) -> None:
    text = text_of(_sample(paper))
    assert "Allergy families who still order after eight weeks" in text
    assert "today 41 %, by 30 June 2027" in text
    assert "It is the vision counted in children" in text
    assert "Tobin Askerly" in text
    assert "Usage data to 2026-09-25" in text
    assert "From How we will know" in text


def test_kinds_and_the_guard_rule() -> None:
    said = [box.text for box in boxes_on(_sample(), 2)]
    kinds = [text.partition(" ")[0] for text in said]
    assert (kinds.count("OUTCOME"), kinds.count("DRIVER"), kinds.count("GUARD")) == (3, 2, 1)
    assert "Guard rule" in said
    assert "One of them is a guard" in text_of(_sample())


def test_every_contribution_stands_in_its_column() -> None:
    printed = _sample()
    cell = next(box for box in printed.boxes if box.text == "Reduces the letter to three facts")
    above = [box for box in boxes_on(printed, cell.page) if box.top < cell.top]
    assert any(
        box.text.startswith("School days until") and box.left == pytest.approx(cell.left)
        for box in above
    )
    assert "Reviews each report within a day and feeds it back" in text_of(printed)


def test_gaps_are_seen_and_a_dash_is_an_answer() -> None:
    def change(data: Data) -> None:
        said = data["metrics"][2]["contributions"]
        said["marketing"] = "-"
        del said["sales"], said["design"]

    text = _changed(change)
    assert text.count("No part yet") == 2
    assert "2 gaps" in text
    assert "–" in text


def test_without_any_contribution_there_is_no_table() -> None:
    def change(data: Data) -> None:
        for metric in data["metrics"]:
            metric.pop("contributions")

    assert "What each function adds" not in _changed(change)


def test_what_is_open_is_said() -> None:
    def change(data: Data) -> None:
        data["metrics"] = [{"id": "m1", "name": "Orders"}]
        data["guardrails"].pop("pods")

    text = _changed(change)
    assert "1 shared number." in text
    assert "today unknown, target open" in text
    assert "owner open" in text


def test_readings_their_trend_their_cause_and_what_changes() -> None:
    def change(data: Data) -> None:
        first, second = data["metrics"][:2]
        first["readings"] = [
            {"date": "2026-10-20", "value": 44, "cause": "Five kitchens", "by": "tobin"},
            {"date": "2026-11-01", "value": 43},
        ]
        first["change"] = "Ask the families who paused"
        second["readings"] = [{"date": "2026-11-01", "value": 60}]

    text = _changed(change)
    assert "Goes away from the target." in text
    assert "Goes toward the target." in text
    assert "20 October 2026, Tobin: 44 Five kitchens" in text
    assert "What changes Ask the families who paused" in text


def test_a_number_in_review_without_a_reading_is_not_measured() -> None:
    def change(data: Data) -> None:
        data["agenda"]["changes"].append({"stage": "metrics", "setup": {"mode": "review"}})
        data["metrics"][0]["stage"] = "metrics"

    assert _changed(change).count("Not measured since.") == 1


def test_pins_goals_and_who_tells_an_absent_owner() -> None:
    def change(data: Data) -> None:
        first, second = data["metrics"][:2]
        first.update(parent_goal="Every child eats with the others", phase="lunch")
        second.update(milestone="ms6", told_by="oskar")

    text = _changed(change)
    assert "Towards: Every child eats with the others" in text
    assert "Pinned to the phase At the counter" in text
    assert "Pinned to the milestone Evidence page accepted by three boards" in text
    assert "Rukmini Dalloway, told by Oskar Penhale" in text


def test_rewards_that_pull_the_other_way() -> None:
    text = text_of(_sample())
    assert "What pulls the other way" in text
    assert "Quotas until July reward new districts only" in text
    assert "Dealt with in the decision “" in text


def test_no_metrics_print_nothing() -> None:
    assert print_section(Workshop(), "metrics").left_out == ("metrics",)


@pytest.mark.parametrize("text", hostile.TEXTS, ids=list(hostile.NAMES))
def test_any_text_in_every_field(text: str) -> None:
    def change(data: Data) -> None:
        long, short = text[:500].strip(), text[:200].strip()
        for metric in data["metrics"]:
            metric.update(name=short, why=long, unit=text[:80].strip(), baseline_source=short,
                          parent_goal=short, change=long)  # fmt: skip
            metric["contributions"] = dict.fromkeys(metric["contributions"], long)
            metric["readings"] = [{"date": "2026-11-01", "value": 1e15, "cause": long}]
        data["metrics"][0]["guard_rule"] = long
        data["incentives"]["finding"] = long

    print_section(changed_sample(change), "metrics")


def test_sixty_numbers_of_twelve_functions() -> None:
    def change(data: Data) -> None:
        data["metrics"] = [{**one, "id": f"x{n}{k}"} for k in range(10)
                           for n, one in enumerate(data["metrics"])]  # fmt: skip
        data["guardrails"].pop("pods")
        data["functions"] += [
            {"id": f"more{n}", "name": f"More of it {n}", "letter": f"X{'abcdef'[n]}",
             "shape": "drop", "colour": "#612279", "ring": True} for n in range(6)
        ]  # fmt: skip

    printed = print_section(changed_sample(change), "metrics")
    assert text_of(printed).count("Verifies letters within two school days") == 10
    assert text_of(printed).count("No part yet") == 360
