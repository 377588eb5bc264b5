from __future__ import annotations

import pytest

from exports.parts.feelings import Feeling, Mood, Named
from exports.parts.journey_lanes import Entry, LaneRow
from exports.parts.journey_page import LEAST_FIELD, JourneyHead, JourneyPage, Map
from exports.parts.phases import PhaseName
from tests.exports.parts.drawn import lines_of, texts

WIDTH, TALL = 261.0, 166.5
TITLE = "A night’s berth, from idea to morning"
MOOD = Mood((Feeling(1, 0, 2), Feeling(-2, -3, 0), Feeling(0, 0, 1)))


def _lane(name: str, count: int, text: str = "Reads the pilot book") -> LaneRow:
    return LaneRow(name, [tuple(Entry(f"{text} {n}") for n in range(count))] * 3)


def _page(*lanes: LaneRow, mood: Mood | None = MOOD, title: str = TITLE) -> JourneyPage:
    names = tuple(PhaseName(name) for name in ("Plan", "Cast off", "Settle in"))
    head = JourneyHead("Journey", title, "Marta, 41", "Coastal cruiser, crew of three")
    order = tuple(range(len(lanes)))
    map = Map(head, names, lanes, order, 1, mood, Named("Feels", "", "Today", "To be"))
    return JourneyPage(map, WIDTH, TALL)


def test_lanes_and_curve_fill_a_page() -> None:
    page = _page(_lane("Does", 1), _lane("Hurts", 2))
    said = texts(page, WIDTH)
    assert page.rest == []
    assert said[0] == "JOURNEY"
    assert {TITLE, "Marta, 41", "Plan", "Does", "Feels", "Hurts", "Today", "+1"} <= set(said)
    assert page.height_at(WIDTH) == TALL


def test_what_finds_no_room_goes_on_and_nothing_is_lost() -> None:
    lanes = [_lane(name, 9) for name in ("Does", "Thinks", "Hurts", "Could be")]
    page = _page(*lanes)
    shown = " ".join(texts(page, WIDTH))
    rest = " ".join(text for row in page.rest for text in texts(row, WIDTH))
    assert (shown + rest).count("pilot book") == 4 * 9 * 3
    assert all(f"pilot book {n}" in shown + rest for n in range(9))
    assert "more overleaf" in shown


def test_lanes_wanted_first_get_the_room() -> None:
    lanes = [_lane(name, 1, "word " * 60) for name in ("Does", "Thinks", "Hurts", "Could be")]
    page = _page(*lanes)
    assert [row.name for row in page.rest if isinstance(row, LaneRow)] == ["Hurts", "Could be"]
    assert "Does" in texts(page, WIDTH)


def test_the_curve_keeps_its_height_whatever_the_lanes_hold() -> None:
    page = _page(*(_lane(name, 20) for name in "ABCDEFGH"))
    field = next(row for row in page.rows if not isinstance(row, LaneRow))
    assert field.height_at(WIDTH) >= LEAST_FIELD


@pytest.mark.parametrize(
    ("title", "lines", "size"),
    [(TITLE, 1, 25), ("A long way through all the harbours of a whole summer " * 2, 2, 20)],
)
def test_titles_step_down(title: str, lines: int, size: float) -> None:
    found = [box for box in lines_of(_page(title=title.strip()), WIDTH) if box.size == size]
    assert len(found) == lines


def test_without_feelings_there_are_lanes_alone() -> None:
    assert "Feels" not in texts(_page(_lane("Does", 1), mood=None), WIDTH)


@pytest.mark.parametrize("text", ["W" * 500, "漢" * 500, "a b " * 100, "שלום " * 80])
def test_any_text_in_every_place(text: str) -> None:
    lanes = [_lane("W" * 80, 3, text), _lane("x", 1, text)]
    page = _page(*lanes, title=text)
    lines_of(page, WIDTH)
    for row in page.rest:
        lines_of(row, WIDTH)
