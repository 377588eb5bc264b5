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
    return print_section(changed_sample(lambda _: None), "guardrails", paper)


def _changed(change: Any) -> str:
    return text_of(print_section(changed_sample(change), "guardrails"))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_sample_takes_one_page(paper: str) -> None:
    assert _sample(paper).pages == 2


def test_three_columns_beside_each_other() -> None:
    heads = [box_of(_sample(), name) for name in ("Decide freely", "Ask first", "Never")]
    assert len({round(box.top, 1) for box in heads}) == 1
    assert [box.left for box in heads] == sorted(box.left for box in heads)
    never = next(box for box in boxes_on(_sample(), 2) if box.text.startswith("Calling a dish"))
    assert never.left > heads[2].left + 4


def test_who_answers_and_within_which_time() -> None:
    def change(data: Data) -> None:
        data["guardrails"]["ask_first"] = [
            {"text": "Any new warning word", "function": "safety", "within_days": 2},
            {"text": "Contract promises", "within_days": 1},
            {"text": "Anything else", "function": "product"},
        ]

    text = _changed(change)
    assert "Any new warning word L Safety and Legal answers within 2 days" in text
    assert "answers within 1 day" in text


def test_champions_by_phase_and_moment_and_areas_without_one() -> None:
    def change(data: Data) -> None:
        champions = data["guardrails"]["champions"]
        champions[:] = [one for one in champions if one["area"] not in ("swap", "lunch")]
        champions += [{"area": "t1", "who": "wren"}, {"area": "lunch"}]
        champions[0]["told_by"] = "delphine"

    text = _changed(change)
    assert text.count("nobody yet") == 2
    assert "Milo Tregarthen, told by Delphine Oakhurst" in text
    assert "The minute in which the dish changes" in text


def test_pods_have_areas_members_and_numbers() -> None:
    text = text_of(_sample())
    assert "Plate pod The morning the dish changes and At the counter" in text
    assert {"Rukmini", "Oskar", "Wren", "Hyacinth"} <= {box.text for box in boxes_on(_sample(), 2)}
    assert "Works on: School days until a profile is verified" in text


def test_roadblocks_have_a_clearer_a_day_and_their_note() -> None:
    text = text_of(_sample())
    assert "Nobody owns supplier data from note 79" in text
    assert "23 October 2026" in text


def test_what_is_open_and_what_is_gone() -> None:
    def change(data: Data) -> None:
        first, second, third = data["guardrails"]["roadblocks"][:3]
        del first["cleared_by"], second["due"]
        third["cleared"] = True

    printed = print_section(changed_sample(change), "guardrails")
    text = text_of(printed)
    assert "nobody yet" in text
    assert "date open" in text
    gone = box_of(printed, "gone")
    assert gone.top > box_of(printed, "date open").top


def test_a_single_line_is_enough() -> None:
    text = _changed(lambda data: data.update(guardrails={"stage": "guardrails", "never": ["Spam"]}))
    assert "Never" in text
    assert "Decide freely" not in text
    assert "Champions" not in text


def test_guardrails_without_anything_print_nothing() -> None:
    workshop = changed_sample(lambda data: data.update(guardrails={"stage": "guardrails"}))
    assert print_section(workshop, "guardrails").left_out == ("guardrails",)
    assert print_section(Workshop(), "guardrails").left_out == ("guardrails",)


def test_ten_times_as_much_goes_on_over_pages() -> None:
    def change(data: Data) -> None:
        found = data["guardrails"]
        for key in ("decide_freely", "ask_first", "never", "roadblocks"):
            found[key] = found[key] * 10
        found["pods"] = [{**pod, "name": f"{pod['name']} {n}"} for n in range(10)
                         for pod in found["pods"]]  # fmt: skip

    printed = print_section(changed_sample(change), "guardrails")
    text = text_of(printed)
    assert text.count("A status that turns green without a person behind it") == 10
    assert text.count("One dietitian checks every letter") == 10
    assert printed.pages > 4


@pytest.mark.parametrize("text", hostile.TEXTS, ids=list(hostile.NAMES))
def test_any_text_in_every_field(text: str) -> None:
    def change(data: Data) -> None:
        long, short = text[:500].strip(), text[:80].strip()
        found = data["guardrails"]
        for key in ("decide_freely", "ask_first", "never"):
            found[key] = [{"text": long, "function": "safety", "within_days": 3}] * 2
        for pod in found["pods"]:
            pod["name"] = short
        for row in found["roadblocks"]:
            row["what"] = long

    print_section(changed_sample(change), "guardrails")
