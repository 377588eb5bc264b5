from __future__ import annotations

import io
from typing import Any

import pytest

from exports.parts.journey_lanes import Entry, LaneRow, OwnerRow, fitted
from exports.parts.journey_table import JourneyTable
from exports.parts.part import Part
from exports.parts.phases import PhaseLine, PhaseName
from exports.pen import BriefCanvas, Pen, Point
from tests.exports.parts.drawn import lines_of, texts
from workshop.marks import PRESETS, Mark

WIDTH = 125.0


class Function:
    def __init__(self, name: str) -> None:
        mark: Mark = PRESETS[name]
        self.name, self.letter, self.shape = name, mark.letter, mark.shape
        self.colour, self.ring = mark.colour, mark.ring


P, E, S = (Function(name) for name in ("Product", "Engineering", "Sales"))
NAMES = [PhaseName(name) for name in ("Plan", "Cast off", "Weather turns", "Settle in")]


def _lane(*cells: int) -> LaneRow:
    return LaneRow("Does", [tuple(Entry(f"Thing {n} here") for n in range(c)) for c in cells])


def test_dots_stand_in_a_row_and_are_counted_where_they_do_not_fit() -> None:
    (row,) = fitted([(P, 2), (E, 1)], 30)
    assert [worn.mark.letter for worn in row] == ["P", "P", "E"]
    rows = fitted([(P, 1), (E, 9), (S, 3)], 26)
    assert [[(worn.mark.letter, worn.figure) for worn in row] for row in rows] == [
        [("E", "× 9"), ("S", "× 3"), ("P", "")]
    ]
    assert len(fitted([(P, 1), (E, 9), (S, 3)], 9)) == 3
    assert fitted([(P, 0)], 30) == []


def test_a_lane_is_parted_by_entries_and_says_that_more_follows() -> None:
    first, rest = _lane(3, 1, 0, 2).parted(1)
    assert [len(cell) for cell in first.cells] == [1, 1, 0, 1]
    assert [len(cell) for cell in rest.cells] == [2, 0, 0, 1]
    assert "more overleaf" in texts(first, WIDTH)
    whole, nothing = _lane(1, 1).parted(1)
    assert nothing.most == 0
    assert "more overleaf" not in texts(whole, WIDTH)


def test_a_lane_is_cut_between_entries_and_keeps_all_of_them() -> None:
    lane = _lane(30, 5, 0, 12)
    cut = lane.divide(WIDTH, 60)
    assert cut is not None
    first, rest = cut
    assert first.height_at(WIDTH) <= 60
    counts = [len(a) + len(b) for a, b in zip(first.cells, rest.cells, strict=True)]
    assert counts == [30, 5, 0, 12]
    assert "continued" in texts(rest, WIDTH)
    assert lane.divide(WIDTH, 3) is None


def test_an_entry_taller_than_half_a_page_is_cut_between_its_lines() -> None:
    lane = LaneRow("Hurts", [(Entry("wordy " * 400),), ()])
    cut = lane.divide(WIDTH, 80)
    assert cut is not None
    whole, halves = texts(lane, WIDTH), [*texts(cut[0], WIDTH), *texts(cut[1], WIDTH)]
    assert " ".join(halves).count("wordy") == " ".join(whole).count("wordy") == 400


def test_owners_are_named_with_a_hand_over_and_nobody_in_words() -> None:
    row = OwnerRow("Owner", [P, E, None, E])
    said = texts(row, WIDTH)
    assert sorted(said) == sorted(
        ["Owner", "P", "Product", "E", "Engineering", "nobody", "E", "Engineering"]
    )
    assert len(_arrows(row)) == 1
    assert _arrows(OwnerRow("Owner", [P, P, P])) == []
    assert len(_arrows(OwnerRow("Owner", [P, E, P]))) == 2


def _arrows(row: OwnerRow) -> list[tuple[float, float]]:
    """Where an arrow begins and ends, of those that a row draws."""
    drawn: list[tuple[float, float]] = []

    class Watched(Pen):
        def rule(self, start: Point, end: Point, *rest: Any, **named: Any) -> None:
            if start[1] == end[1] and start[1] > 0:
                drawn.append((start[0], end[0]))

        def moved(self, x: float, y: float) -> Pen:
            return Watched(self.canvas, self.x(x), self.y(y))

    row.paint(Watched(BriefCanvas(io.BytesIO())), WIDTH)
    return drawn


@pytest.mark.parametrize("count", [1, 3, 8])
def test_names_of_phases_step_down_before_they_take_three_lines(count: int) -> None:
    line = PhaseLine([PhaseName("The morning on which the dish changes")] * count)
    sizes = {box.size for box in lines_of(line, 261)}
    assert max(sizes) == (13.5 if count < 8 else 10.0)


def test_a_moment_of_truth_and_a_guess_are_told_apart() -> None:
    line = PhaseLine([PhaseName("Plan", "moment of truth", moment=True), PhaseName("Go")])
    assert "moment of truth" in texts(line, WIDTH)
    again = PhaseLine(line.phases, small=True, said="continued")
    assert texts(again, WIDTH) == ["Plan", "Go", "continued"]


def test_a_table_names_its_phases_again_on_every_page() -> None:
    table = JourneyTable(PhaseLine(NAMES, small=True), [_lane(4, 4, 4, 4), _lane(40, 2, 2, 2)])
    pages: list[Part] = []
    rest: Part = table
    while rest.height_at(WIDTH) > 100:
        cut = rest.divide(WIDTH, 100)
        assert cut is not None
        pages.append(cut[0])
        rest = cut[1]
    pages.append(rest)
    assert len(pages) >= 3
    said = [texts(page, WIDTH) for page in pages]
    assert all("Cast off" in page for page in said)
    assert sum(page.count("Thing 39 here") for page in said) == 1
    assert sum(page.count("Thing 0 here") for page in said) == 8
