"""Travelling from note to note, and where a dropped note lands."""

from __future__ import annotations

import pytest

from tests.board_layouts import laid
from tests.board_sheets import MARKS, card, cards, clusters, lanes, ranking, wall
from workshop.board.dropping import Place, note_under, place_at, place_in
from workshop.board.layout import Layout
from workshop.board.sheet import Pile, Sheet
from workshop.board.travel import Direction, neighbour

BOARD = laid(lanes(cards(24)))
FIRST = BOARD.piles[0]


def _middle(layout: Layout, note: int) -> tuple[float, float]:
    return layout.notes[note].rect.middle


def _low(layout: Layout, note: int) -> tuple[float, float]:
    rect = layout.notes[note].rect
    return rect.middle[0], rect.bottom - 1


def test_arrows_go_along_a_lane_and_across_lanes() -> None:
    first, second = (card.note for card in FIRST.pile.cards[:2])
    beside = BOARD.piles[1].pile.cards[0].note
    assert neighbour(BOARD, first, "down") == second
    assert neighbour(BOARD, second, "up") == first
    assert neighbour(BOARD, first, "right") == beside
    assert neighbour(BOARD, beside, "left") == first


def test_arrows_end_at_the_edges() -> None:
    first, last = FIRST.pile.cards[0].note, FIRST.pile.cards[-1].note
    assert neighbour(BOARD, first, "up") is None
    assert neighbour(BOARD, first, "left") is None
    assert neighbour(BOARD, last, "down") is None


def test_an_empty_lane_is_crossed() -> None:
    board = laid(lanes([card(1, mark=MARKS[0]), card(2, mark=MARKS[2])]))
    assert neighbour(board, 1, "right") == 2


@pytest.mark.parametrize("sheet", [clusters(cards(30)), ranking(cards(30)), wall(cards(30), {})])
def test_every_note_can_be_reached_by_arrows(sheet: Sheet) -> None:
    board = laid(sheet)
    directions: tuple[Direction, ...] = ("left", "right", "up", "down")
    seen, waiting = set(), [board.order[0]]
    while waiting:
        note = waiting.pop()
        if note not in seen:
            seen.add(note)
            found = (neighbour(board, note, direction) for direction in directions)
            waiting += [next_note for next_note in found if next_note is not None]
    assert seen == set(board.order)


def test_a_note_lands_before_or_behind_the_nearest_one() -> None:
    target = BOARD.piles[2]
    box = target.boxes[1]
    x, _ = box.rect.middle
    assert _landing(x, box.y + 1) == (target.pile.key, 1)
    assert _landing(x, box.bottom - 1) == (target.pile.key, 2)
    assert _landing(x, 0) == (target.pile.key, 0)
    assert _landing(x, 9999) == (target.pile.key, len(target.boxes))


def _landing(x: float, y: float) -> tuple[tuple[str, int], int]:
    place = place_at(BOARD, x, y, (FIRST.pile.cards[0].note,))
    assert place is not None
    return place.pile, place.position


def test_a_position_counts_the_notes_that_stay() -> None:
    moving = tuple(card.note for card in FIRST.pile.cards[:2])
    third = FIRST.boxes[2]
    place = place_at(BOARD, third.x + 5, third.bottom - 1, moving)
    assert place is not None
    assert (place.pile, place.position) == (FIRST.pile.key, 1)


def test_a_note_lands_in_an_empty_lane_but_not_in_a_covered_one() -> None:
    empty = Pile(key=("function", 1), title="Empty")
    covered = Pile(key=("function", 2), title="Covered", covered=True, count=3)
    board = laid(Sheet("lanes", (empty, covered)))
    into = place_at(board, *board.piles[0].area.middle, ())
    assert into == place_in(board, board.piles[0], 0, ())
    assert place_at(board, *board.piles[1].area.middle, ()) is None


def test_the_mark_stands_between_the_notes() -> None:
    second = FIRST.boxes[1]
    place: Place = place_in(BOARD, FIRST, 1, ())
    assert FIRST.boxes[0].bottom <= place.mark.y
    assert place.mark.bottom <= second.y
    below = place_at(BOARD, *_low(BOARD, FIRST.boxes[0].card.note), ())
    assert below is not None
    assert below.position == 1
    assert FIRST.boxes[0].bottom <= below.mark.y
    assert below.mark.bottom <= second.y


def test_a_note_falls_onto_another_in_its_middle_only() -> None:
    note = FIRST.pile.cards[0].note
    box = BOARD.notes[note]
    x, y = _middle(BOARD, note)
    assert note_under(BOARD, x, y, ()) == note
    assert note_under(BOARD, x, box.y + 2, ()) is None
    assert note_under(BOARD, x, box.bottom - 2, ()) is None
    assert note_under(BOARD, x, y, (note,)) is None


def test_on_the_wall_a_note_lands_in_a_cluster_or_where_it_is_dropped() -> None:
    sheet = Sheet("wall", clusters(cards(6)).piles, {}, {("cluster", 1): (50, 60)})
    board = laid(sheet)
    frame = board.piles[0]
    place = place_at(board, frame.area.x + 20, frame.area.bottom - 2, ())
    assert place is not None
    assert place.pile == ("cluster", 1)
    assert place_at(board, frame.area.right + 500, 40, ()) is None
