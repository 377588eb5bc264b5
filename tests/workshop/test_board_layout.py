"""Where notes lie on a board, with a typesetter that reckons instead of knowing fonts."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.board_layouts import ALL_CARDS, SHEETS, WINDOW, arrangements, laid, places
from tests.board_sheets import DESIGN, MARKS, PRODUCT, card, cards, clusters, lanes, wall
from workshop.board.arrangements import Space
from workshop.board.rect import Rect
from workshop.board.sheet import Pile, Sheet
from workshop.board.style import CONSOLE, room_style
from workshop.cards import Card


@arrangements
def test_every_note_has_a_place_of_its_own(name: str) -> None:
    layout = laid(SHEETS[name])
    assert set(layout.notes) == {card.note for card in ALL_CARDS}
    for one, other in combinations(places(layout).values(), 2):
        assert not one.meets(other)


@arrangements
@given(width=st.integers(1, 4000), height=st.integers(1, 3000))
def test_all_notes_of_a_board_have_one_width_whatever_the_window(
    name: str, width: int, height: int
) -> None:
    layout = laid(SHEETS[name], Space(width, height))
    assert {box.shape.width for box in layout.notes.values()} == {layout.note_width}
    assert CONSOLE.least_width <= layout.note_width <= CONSOLE.most_width


@arrangements
def test_notes_lie_in_their_pile_below_its_head_and_within_the_bounds(name: str) -> None:
    layout = laid(SHEETS[name])
    for pile in layout.piles:
        assert [box.card for box in pile.boxes] == list(pile.pile.cards)
        for box in pile.boxes:
            assert pile.area.united(box.rect) == pile.area
            assert layout.bounds.united(box.rect) == layout.bounds
            if name != "wall":
                assert box.y >= pile.head.bottom


@pytest.mark.parametrize("name", ["lanes", "clusters", "ranking"])
def test_piles_do_not_overlap(name: str) -> None:
    for one, other in combinations(laid(SHEETS[name]).piles, 2):
        assert not one.area.meets(other.area)


def test_lanes_stand_side_by_side_in_order() -> None:
    layout = laid(SHEETS["lanes"])
    lefts = [pile.x for pile in layout.piles]
    assert lefts == sorted(lefts)
    assert {pile.y for pile in layout.piles} == {0}
    assert layout.bounds.right <= WINDOW.width


def test_few_lanes_take_several_columns_to_fill_a_wide_window() -> None:
    layout = laid(lanes(cards(30), MARKS[:2]))
    assert [pile.shape.columns for pile in layout.piles] == [3, 3]
    assert layout.bounds.right <= WINDOW.width


def test_lanes_of_very_many_notes_take_the_shape_of_the_window() -> None:
    bounds = laid(lanes(cards(2000))).bounds
    assert 0.4 < (bounds.width / bounds.height) / (WINDOW.width / WINDOW.height) < 2.5


def test_a_note_added_at_the_end_moves_no_other() -> None:
    layout = laid(SHEETS["lanes"])
    more = laid(lanes([*ALL_CARDS, card(99, "One more", DESIGN)]))
    assert {**places(more), **places(layout)} == places(more)


def test_a_longer_text_makes_a_higher_note_until_it_is_cut_and_says_so() -> None:
    short, long, longest = (
        laid(lanes([card(1, "word " * count)])).notes[1].shape for count in (3, 60, 2000)
    )
    assert short.height < long.height < longest.height
    assert (short.text.cut, long.text.cut, longest.text.cut) == (False, False, True)
    assert len(longest.text.lines) == CONSOLE.most_lines


def test_a_note_of_500_characters_is_shown_whole() -> None:
    shape = laid(lanes([card(1, ("shown to the room " * 30)[:500])])).notes[1].shape
    assert not shape.text.cut


def test_the_number_stands_beside_the_last_line_where_there_is_room() -> None:
    beside = laid(lanes([card(1, "Short")])).notes[1].shape
    below = laid(lanes([card(1, "Short", author="Ines")])).notes[1].shape
    assert beside.height < below.height
    assert [item.kind for item in beside.foot] == ["number"]
    assert [item.kind for item in below.foot] == ["author", "number"]


def test_the_foot_takes_as_many_lines_as_it_needs_and_nothing_overlaps() -> None:
    full = card(
        123, "Much to say", author="A very long name of someone", evidence="measurable",
        merged=12, solution=True, cluster="7", cluster_name="Late", names_function=True,
    )  # fmt: skip
    shape = laid(lanes([full]), Space(400, 400)).notes[123].shape
    kinds = ["mark", "author", "evidence", "solution", "merged", "cluster", "number"]
    assert [item.kind for item in shape.foot] == kinds
    for one, other in combinations(shape.foot, 2):
        assert one.y != other.y or one.x + one.width <= other.x
    assert all(item.x + item.width <= shape.width - CONSOLE.inset_right for item in shape.foot)
    assert all(item.y + CONSOLE.foot <= shape.height for item in shape.foot)


@pytest.mark.parametrize(
    ("more", "feet"),
    [
        ({}, ["seen", "7", "Late news o"]),
        ({"author": "Ines"}, ["Ines", "seen", "7"]),
        ({"author": "Rukmini Tobi"}, ["Rukmini Tobi", "", "7"]),
        ({"author": "Rukmini Tobias Rosenbaum"}, ["Rukmini Tobias R", "", "7"]),
        ({"author": "Rukmini", "merged": 1}, ["Rukmini", "", "1 merged", "7"]),
    ],
)
def test_a_foot_is_shortened_before_it_takes_another_row(
    more: dict[str, Any], feet: list[str]
) -> None:
    """First the title of the cluster, then a grade keeps its sign alone, then the author's name."""
    name = "Late news of the day"
    one = card(14, "Much to say", evidence="seen", cluster="7", cluster_name=name, **more)
    found = laid(lanes([one], [PRODUCT] * 6), Space(1290, 700)).notes[14].shape.foot
    assert [item.text for item in found] == [*feet, "14"]
    assert len({item.y for item in found}) == 1
    for before, after in pairwise(found):
        assert before.x + before.width <= after.x


def test_a_covered_lane_has_a_tile_and_no_notes() -> None:
    covered = Pile(key=("function", 1), title="Sales", count=5, covered=True)
    pile = laid(Sheet("lanes", (covered,))).piles[0]
    assert pile.tile is not None
    assert pile.tile.height > CONSOLE.count
    assert pile.pile.shown_count == 5


def test_what_is_covered_cannot_have_words() -> None:
    with pytest.raises(ValueError, match="no words"):
        Card(note=1, number=1, text="Secret", covered=True)
    with pytest.raises(ValueError, match="no words"):
        Card(note=1, number=1, text="", author="Ines", covered=True)
    with pytest.raises(ValueError, match="no words"):
        Card(note=1, number=1, text="", cluster_name="Late news", covered=True)
    with pytest.raises(ValueError, match="no cards"):
        Pile(key=("function", 1), title="Sales", cards=(card(1),), covered=True)


def test_a_covered_card_says_nothing_but_its_number() -> None:
    shape = (
        laid(lanes([Card(note=1, number=1, text="", mark=PRODUCT, covered=True)])).notes[1].shape
    )
    assert shape.text.lines == ()
    assert [item.kind for item in shape.foot] == ["number"]


def test_on_the_wall_notes_lie_where_they_were_put_and_others_below() -> None:
    put = {1: (300.0, 40.0), 2: (-500.0, 90.0), 3: (310.0, 60.0)}
    layout = laid(wall(cards(6), put))
    assert {note: (layout.notes[note].x, layout.notes[note].y) for note in put} == put
    lowest = max(layout.notes[note].bottom for note in put)
    assert all(layout.notes[note].y > lowest for note in (4, 5, 6))
    assert layout.bounds.x < -500


def test_where_notes_lie_on_each_other_the_later_one_is_on_top() -> None:
    layout = laid(wall(cards(2), {1: (0, 0), 2: (10, 10)}))
    assert [box.card.note for box in layout.within(Rect(0, 0, 400, 400))] == [1, 2]
    found = layout.note_at(50, 50)
    assert found is not None
    assert found.card.note == 2


def test_a_room_has_no_text_that_is_too_small() -> None:
    for height in (600, 720, 1080, 2160):
        style = room_style(height)
        assert style.text >= height / 40
        assert min(style.small, style.title, style.count) >= height / 45
        assert style.count >= height / 18


points = st.tuples(st.floats(-300, 3000), st.floats(-300, 3000))


@arrangements
@given(corner=points, size=st.tuples(st.floats(0, 2500), st.floats(0, 2500)))
def test_the_grid_finds_what_looking_everywhere_finds(
    name: str, corner: tuple[float, float], size: tuple[float, float]
) -> None:
    layout, rect = laid(SHEETS[name]), Rect(*corner, *size)
    found = {box.card.note for box in layout.within(rect)}
    assert found == {note for note, box in layout.notes.items() if box.rect.meets(rect)}
    at = layout.note_at(*corner)
    under = [note for note, box in layout.notes.items() if box.rect.holds(*corner)]
    assert (at.card.note if at else None) == (under[-1] if under else None)


def test_an_empty_board_is_laid_out() -> None:
    for sheet in (Sheet("lanes", ()), Sheet("wall", ()), lanes([]), clusters([], loose=0)):
        layout = laid(sheet)
        assert layout.notes == {}
        assert layout.within(Rect(-100, -100, 5000, 5000)) == []


def test_the_same_cards_in_another_mark_are_other_cards() -> None:
    assert card(1).colour == PRODUCT.colour
    assert card(1, mark=None).colour is None
    assert card(1) != card(1, mark=DESIGN)
