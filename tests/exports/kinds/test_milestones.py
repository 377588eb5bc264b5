from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from exports.book import Printed
from tests.exports import hostile
from tests.exports.section import Data, box_of, boxes_on, changed_sample, print_section, text_of
from workshop.state import Workshop


@cache
def _sample(paper: str = "a4") -> Printed:
    return print_section(changed_sample(lambda _: None), "milestones", paper)


def _changed(change: Any) -> str:
    return text_of(print_section(changed_sample(change), "milestones"))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_sample_takes_one_page(paper: str) -> None:
    assert _sample(paper).pages == 2
    assert "Only 24 August 2027 does not move." in text_of(_sample(paper))


def test_the_line_stands_over_the_list() -> None:
    printed = _sample()
    assert box_of(printed, "24 Aug, does not move").bottom < box_of(printed, "When").top
    assert {"Nov 2026", "Jan 2027", "Aug"} <= {box.text for box in boxes_on(printed, 2)}


def test_a_row_says_when_what_who_and_who_rows() -> None:
    printed = _sample()
    title = next(
        box
        for box in boxes_on(printed, 2)
        if box.text == "Three-tap swap tried in five kitchens" and box.left > 40
    )
    row = {box.text for box in boxes_on(printed, 2) if abs(box.bottom - title.bottom) < 2}
    assert {"11 December 2026", "Wren Castellane", "P", "E", "D"} <= row
    assert "Reached when: Four of five cooks enter a swap with gloves" in text_of(printed)


def test_load_by_function_and_month() -> None:
    text = text_of(_sample())
    assert "Marketing 3 in Nov 2026, May 2027, Aug" in text
    assert "Design and Research 4 in Nov 2026, Dec, Mar 2027, Aug" in text


def test_two_in_a_month_are_counted() -> None:
    def change(data: Data) -> None:
        data["milestones"][1]["date"] = "2026-11-20"

    assert "Design and Research 4 in Nov 2026 × 2, Mar 2027, Aug" in _changed(change)


def test_moved_done_and_dropped_ones() -> None:
    def change(data: Data) -> None:
        first, second, third = data["milestones"][:3]
        first["status"] = "done"
        second.update(status="dropped", moved_because="Nobody needs it")
        third.update(status="moved", moved_from="2026-12-18", moved_because="A dietitian was asked")

    text = _changed(change)
    assert "13 Nov, done" in text
    assert "Dropped. Nobody needs it" in text
    assert "11 Dec" not in text.replace("11 December", "")
    assert "Moved from 18 December 2026: A dietitian was asked" in text
    assert "29 Jan, moved" in text


def test_what_is_open_and_what_it_serves() -> None:
    def change(data: Data) -> None:
        data["milestones"][0].pop("owner")
        data["milestones"][1].update(serves="m3", told_by="oskar")
        data["milestones"][2]["serves"] = "t1"
        data["milestones"].append({"id": "open", "title": "Some day"})

    text = _changed(change)
    assert text.count("owner open") == 2
    assert "date open" in text
    assert "Serves: School days until a profile is verified" in text
    assert "Serves: The minute in which the dish changes" in text
    assert "Wren Castellane, told by Oskar Penhale" in text


def test_without_an_anchor_they_are_counted() -> None:
    def change(data: Data) -> None:
        data["milestones"][-1].pop("anchor")

    text = _changed(change)
    assert "7 milestones." in text
    assert "does not move" not in text


def test_many_take_several_lines() -> None:
    def change(data: Data) -> None:
        data["milestones"] = [
            {**one, "id": f"x{n}{k}", "anchor": False, "date": f"2027-{1 + k:02}-{10 + n}"}
            for k in range(10)
            for n, one in enumerate(data["milestones"])
        ]

    printed = print_section(changed_sample(change), "milestones")
    assert text_of(printed).count("Reached when: Six visit notes") == 10
    assert len([box for box in printed.boxes if box.text.startswith("16 ")]) >= 10


def test_no_milestones_print_nothing() -> None:
    assert print_section(Workshop(), "milestones").left_out == ("milestones",)


@pytest.mark.parametrize("text", hostile.TEXTS, ids=list(hostile.NAMES))
def test_any_text_in_every_field(text: str) -> None:
    def change(data: Data) -> None:
        long, short = text[:500].strip(), text[:200].strip()
        for row in data["milestones"]:
            row.update(title=short, done_when=long, moved_because=long, moved_from="2026-11-01")

    print_section(changed_sample(change), "milestones")
