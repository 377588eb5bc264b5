"""The journey as it is printed: the map on lying pages, and what stands under it."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

import pypdfium2
import pytest

from exports.book import Printed
from exports.ink import POINTS_PER_MM
from tests.exports import hostile
from tests.exports.section import Data, box_of, boxes_on, changed_sample, print_section, text_of
from workshop.records.rounds import Ballot, Round
from workshop.state import Workshop

MAP, GOES_ON, UNDER = 2, 3, 4
"""The pages of the sample's journey, behind the one that begins the file."""


@cache
def _sample(paper: str = "a4") -> Printed:
    return print_section(changed_sample(lambda _: None), "journey", paper)


def _changed(change: Any, paper: str = "a4") -> str:
    return text_of(print_section(changed_sample(change), "journey", paper))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_map_lies_on_one_page_and_goes_on_on_the_next(paper: str) -> None:
    printed = _sample(paper)
    with pypdfium2.PdfDocument(printed.pdf) as document:
        lying = [page.get_width() > page.get_height() for page in document]
        wide = document[MAP - 1].get_width() / POINTS_PER_MM
    assert lying == [False, True, True, False]
    assert wide == pytest.approx({"a4": 297, "letter": 279.4}[paper], abs=0.1)


def test_the_map_has_title_persona_phases_lanes_and_figures() -> None:
    said = [box.text for box in boxes_on(_sample(), MAP)]
    assert "Marisol Teague" in said
    assert any(text.startswith("From hearing of Noonbell") for text in said)
    assert {"Does", "Feels", "Hurts", "Could be", "Today", "To be"} <= set(said)
    assert [text for text in said if text in ("+1", "−2", "0", "−3", "−1")].count("−1") == 2
    assert "Lowest point The minute in which the dish changes" in said
    assert "How it ends" in said
    assert any(text.startswith("Far apart") for text in said)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_lanes_of_the_curve_stand_on_its_page_under_a_large_title(paper: str) -> None:
    boxes = boxes_on(_sample(paper), MAP)
    names = {box.text: box for box in boxes}
    assert {"Does", "Thinks", "Feels", "Hurts", "Could be"} <= names.keys()
    assert names["Their day with us"].size == 25
    assert names["Hurts"].top - names["Feels"].top > 54
    (story,) = [box for box in boxes if box.text.startswith("From hearing of Noonbell")]
    assert story.text.endswith("one autumn term")


def test_a_journey_guessed_throughout_says_so_once() -> None:
    said = [box.text for box in boxes_on(_sample(), MAP)]
    assert [text for text in said if "ostly guessed" in text] == [
        "One mark, one dot. Band: spread of the cards. Mostly guessed."
    ]


def test_what_goes_on_is_headed_again() -> None:
    said = [box.text for box in boxes_on(_sample(), GOES_ON)]
    assert "Their day with us  continued" in said


def test_feelings_stand_over_their_phases() -> None:
    lowest = next(box for box in boxes_on(_sample(), MAP) if box.text == "−3")
    phase = next(box for box in boxes_on(_sample(), MAP) if box.text.startswith("The morning"))
    assert phase.left < lowest.left < phase.left + 40


def test_nothing_of_the_map_is_lost_on_the_way() -> None:
    text = text_of(_sample())
    for said in (
        "Whiteboard in the kitchen, the school secretary, nothing in the app",
        "“They want twelve facts and my doctor knows three”",
        "Another table on some days, always the same potato",
        "Paid training for new cooks every term",
        "Tell the family within ten minutes and offer a second choice",
    ):
        assert said in text


def test_what_a_vote_picked_has_its_rank_and_its_dots() -> None:
    text = text_of(_sample())
    assert "1 Mark a swap in three taps with gloves on" in text
    assert "3 A lunch from the first day while we verify" in text
    dots = [box for box in boxes_on(_sample(), MAP) if box.text in ("× 4", "× 3", "× 2")]
    assert len(dots) == 3
    assert "From The moments that matter, 33 dots" in text


def test_owners_and_phases_nobody_owns() -> None:
    said = [box.text for page in (MAP, GOES_ON) for box in boxes_on(_sample(), page)]
    assert said.count("nobody") == 2
    assert "Owner" in said


def test_how_it_is_known_and_who_else_feels_it() -> None:
    said = [box.text for box in boxes_on(_sample(), GOES_ON)]
    assert said.count("4 of 4 guessed") == 5
    assert "4 of 5 guessed, 1 told" in said
    assert {"Denny Alcott", "Kitchen lead", "Prudence Hale"} <= set(said)


def test_moments_of_truth_and_where_the_room_was_apart() -> None:
    text = " ".join(box.text for box in boxes_on(_sample(), UNDER))
    assert "JOURNEY Moments of truth" in text
    assert "Rukmini Dalloway" in text
    assert "Where we were far apart" in text
    assert "−2 to +2" in text
    assert "The low card is nearer to the" in text
    assert "198 cards by 11 people" in text


def test_no_one_is_told_by_a_card() -> None:
    """Who showed the highest and the lowest card is told by function alone."""
    text = text_of(_sample())
    assert "highest and lowest card both from Sales and Success" in text
    assert "Bastian" not in text


def test_hidden_feelings_and_open_votes_stay_hidden() -> None:
    workshop = changed_sample(lambda _: None)
    with workshop.step("test.hide"):
        for row in workshop[Round]:
            if row.journey is not None or _is_of_opportunities(workshop, row):
                workshop[Round].replace(row.id, state="open")
    text = text_of(print_section(workshop, "journey"))
    assert "−3" not in text
    assert "far apart" not in text.lower()
    assert "× 4" not in text
    assert "Mark a swap in three taps" in text


def _is_of_opportunities(workshop: Workshop, round: Round) -> bool:
    return round.ballot is not None and workshop[Ballot][round.ballot].key == "ballot-2"


def test_cards_counted_without_names_give_their_curve_and_spread() -> None:
    def change(data: Data) -> None:
        emotion = data["journey"]["emotion"]
        del emotion["cards"], emotion["order"]
        everyone = [function["id"] for function in data["functions"]]
        emotion["attribution"] = "none"
        emotion["discussed"] = [
            {"persona": "marisol", "phase": "order", "outcome": "Two sorts of day"}
        ]
        emotion["groups"] = [{"id": "all", "functions": everyone}]
        emotion["counts"] = {"all": {"marisol": {"order": {"-2": 5, "2": 6}, "hear": {"1": 11}}}}

    text = _changed(change)
    assert "−2 to +2 Two sorts of day" in text
    assert "highest" not in text
    assert "cards by" not in text


def test_blind_curves_name_the_widest_gap() -> None:
    def change(data: Data) -> None:
        said = {"order": {"sales": 2, "safety": -2}, "hear": {"sales": 1, "safety": 0}}
        data["journey"]["emotion"]["blind"] = {"marisol": said}

    text = _changed(change)
    gap = "Choosing the first lunches. Sales and Success said +2, Safety and Legal said −2."
    assert f"Widest gap: {gap}" in text


def _phases(data: Data, count: int) -> None:
    """So many phases with cards, all like the first ones."""
    journey = data["journey"]
    base = journey["phases"]
    more = []
    for n in range(len(base), count):
        phase = copy.deepcopy(base[n % len(base)])
        phase["id"], phase["name"] = f"more{n}", f"Phase {n}"
        phase["cells"].pop("opportunities", None)
        more.append(phase)
        for cards in journey["emotion"]["cards"].values():
            cards[phase["id"]] = cards[base[n % len(base)]["id"]]
    journey["phases"] = (base + more)[:count]


@pytest.mark.parametrize(("count", "maps"), [(8, 1), (9, 2), (12, 2)])
def test_over_eight_phases_take_a_second_page(count: int, maps: int) -> None:
    printed = print_section(changed_sample(lambda data: _phases(data, count)), "journey")
    titled = [box for box in printed.boxes if box.text.startswith("From hearing of Noonbell")]
    assert len(titled) == maps
    curves = [box for box in printed.boxes if box.text == "Feels"]
    assert len(curves) == maps
    assert [box.text for box in printed.boxes].count("How it ends") == 1


def test_a_second_journey_has_a_page_of_its_own() -> None:
    def change(data: Data) -> None:
        other: Data = {
            "stage": "vision", "scenario": "A second way", "persona": "denny",
            "lanes": ["doing"],
            "phases": [{"id": "cook", "name": "Cooking", "cells": {"doing": "Cooks"}}],
        }  # fmt: skip
        data["journey"] = [data["journey"], other]

    printed = print_section(changed_sample(change), "journey")
    first = next(box for box in printed.boxes if box.text.startswith("From hearing"))
    assert box_of(printed, "A second way").page > first.page
    assert "Cooks" in text_of(printed)


def test_a_few_phases_without_feelings_stand_on_an_upright_page() -> None:
    def change(data: Data) -> None:
        journey = data["journey"]
        journey["phases"] = [{"id": "hear", "name": "Hearing", "cells": {"doing": "Asks"}}]
        journey["lanes"] = ["doing"]
        journey["opportunities"], journey["moments_of_truth"] = [], []
        journey["emotion"] = {}
        data["ballots"] = data["ballots"][:1]
        data["notes"] = [note for note in data["notes"] if note.get("phase") is None]
        data["guardrails"].pop("champions")
        data["guardrails"].pop("pods")

    printed = print_section(changed_sample(change), "journey")
    with pypdfium2.PdfDocument(printed.pdf) as document:
        assert all(page.get_width() < page.get_height() for page in document)
    assert "Asks" in text_of(printed)


def test_without_phases_there_is_no_journey() -> None:
    assert print_section(Workshop(), "journey").left_out == ("journey",)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("text", hostile.TEXTS, ids=list(hostile.NAMES))
def test_any_text_in_every_field(text: str, paper: str) -> None:
    def change(data: Data) -> None:
        long, short = text[:500].strip(), text[:80].strip()
        journey = data["journey"]
        journey["scenario"] = long
        for phase in journey["phases"]:
            phase["name"] = short
            phase["cells"] = {
                key: value if key in ("owner", "opportunities") else [long, long]
                for key, value in phase["cells"].items()
            }
        for row in (*journey["opportunities"], *journey["moments_of_truth"]):
            row["text"] = long
        journey["moments_of_truth"][0]["quote"] = long
        journey["emotion"]["discussed"][0]["outcome"] = long
        data["personas"][0].update(name=short, kind=short, situation=long)

    printed = print_section(changed_sample(change), "journey", paper)
    assert printed.pages >= 4
