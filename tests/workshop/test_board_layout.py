"""Where notes lie on a board, with a typesetter that reckons instead of knowing fonts."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.board_sheets import (
    DESIGN,
    MARKS,
    PRODUCT,
    card,
    cards,
    clusters,
    lanes,
    ranking,
    wall,
    with_cards,
)
from workshop.board.arrangements import Space
from workshop.board.layout import Layout, lay_out
from workshop.board.rect import Rect
from workshop.board.sheet import Pile, Sheet
from workshop.board.style import CONSOLE, room_style
from workshop.board.typesetting import Fitted, TypeFace
from workshop.cards import Card

WINDOW = Space(1283, 660)


class Reckoner:
    """Every letter is half as wide as the face is high; lines break anywhere."""

    def fit(self, text: str, face: TypeFace, width: float, most_lines: int) -> Fitted:
        size = self._size(face)
        fits = max(1, int(width / (size / 2)))
        lines = [text[start : start + fits] for start in range(0, len(text), fits)] or [""]
        kept = lines[:most_lines]
        tail = width - self.width(kept[-1], face)
        return Fitted(tuple(kept), len(kept) * size * 1.3, tail, len(lines) > most_lines)

    def width(self, text: str, face: TypeFace) -> float:
        return len(text) * self._size(face) / 2

    def word(self, key: str, fact: int | str = "") -> str:
        return f"{fact} {key}".strip()

    def _size(self, face: TypeFace) -> float:
        return {"text": 15, "small": 13, "title": 16, "count": 34}[face]


def laid(sheet: Sheet, space: Space = WINDOW, before: Layout | None = None) -> Layout:
    return lay_out(sheet, space, CONSOLE, Reckoner(), before)


def places(layout: Layout) -> dict[int, Rect]:
    return {note: box.rect for note, box in layout.notes.items()}


ALL_CARDS = cards(40)
SHEETS = {
    "lanes": lanes(ALL_CARDS),
    "clusters": clusters(ALL_CARDS),
    "ranking": ranking(ALL_CARDS),
    "wall": wall(ALL_CARDS, {}),
}
arrangements = pytest.mark.parametrize("name", SHEETS)


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
        merged=12, solution=True, cluster="7", names_function=True,
    )  # fmt: skip
    shape = laid(lanes([full]), Space(400, 400)).notes[123].shape
    kinds = ["mark", "author", "evidence", "solution", "merged", "cluster", "number"]
    assert [item.kind for item in shape.foot] == kinds
    for one, other in combinations(shape.foot, 2):
        assert one.y != other.y or one.x + one.width <= other.x
    assert all(item.x + item.width <= shape.width - CONSOLE.inset_right for item in shape.foot)
    assert all(item.y + CONSOLE.foot <= shape.height for item in shape.foot)


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


def _changed(sheet: Sheet, chosen: random.Random, note: int) -> Sheet:
    """The sheet after one of the things that happen to boards."""
    pile = chosen.randrange(len(sheet.piles))
    found = list(sheet.piles[pile].cards)
    place = chosen.randrange(len(found)) if found else 0
    kind = chosen.choice(["add", "insert", "edit", "remove", "move", "title", "empty"])
    if kind in {"add", "insert"} or not found:
        found.insert(place if kind == "insert" else len(found), card(note, "New " * (note % 30)))
    elif kind == "edit":
        found[place] = replace(found[place], text="Other words " * chosen.randint(1, 12))
    elif kind in {"remove", "move"}:
        taken = found.pop(place)
        if kind == "move":
            other = (pile + 1) % len(sheet.piles)
            sheet = with_cards(sheet, other, [taken, *sheet.piles[other].cards])
    elif kind == "title":
        piles = list(sheet.piles)
        piles[pile] = replace(piles[pile], title=f"Title {note}")
        return replace(sheet, piles=tuple(piles))
    elif kind == "empty":
        found = []
    return with_cards(sheet, pile, found)


@arrangements
@given(seed=st.integers(0, 10_000), steps=st.integers(1, 6))
def test_going_on_from_a_layout_gives_what_starting_anew_gives(
    name: str, seed: int, steps: int
) -> None:
    chosen = random.Random(seed)
    sheet = SHEETS[name]
    layout = laid(sheet)
    for step in range(steps):
        sheet = _changed(sheet, chosen, 1000 + step)
        before, layout = layout, laid(sheet, before=layout)
        fresh = laid(sheet)
        assert places(layout) == places(fresh)
        assert [pile.area for pile in layout.piles] == [pile.area for pile in fresh.piles]
        assert layout.bounds == fresh.bounds
        everywhere = layout.bounds.grown(10)
        assert set(layout.grid.within(everywhere)) == set(layout.notes.values())
        _assert_changes_are_told(before, layout)


def _assert_changes_are_told(before: Layout, after: Layout) -> None:
    assert after.changed is not None
    for one, other in ((before, after), (after, before)):
        for note, box in one.notes.items():
            if other.notes.get(note) is not box:
                assert any(rect.united(box.rect) == rect for rect in after.changed)


@arrangements
def test_a_changed_note_leaves_the_shapes_of_all_others_as_they_are(name: str) -> None:
    layout = laid(SHEETS[name])
    first = SHEETS[name].piles[0].cards
    edited = replace(first[0], text="Something else")
    after = laid(with_cards(SHEETS[name], 0, (edited, *first[1:])), before=layout)
    for note, box in after.notes.items():
        assert (box.shape is layout.notes[note].shape) == (note != edited.note)


def test_an_added_note_tells_of_itself_and_of_its_lane_s_head_alone() -> None:
    sheet = SHEETS["lanes"]
    layout = laid(sheet)
    added = laid(with_cards(sheet, 0, [*sheet.piles[0].cards, card(99)]), before=layout)
    assert added.changed is not None
    assert set(added.changed) == {added.notes[99].rect, added.piles[0].head}


def test_a_layout_for_another_window_tells_that_everything_may_differ() -> None:
    layout = laid(SHEETS["lanes"])
    wider = laid(SHEETS["lanes"], Space(1800, 700), layout)
    assert places(wider) == places(laid(SHEETS["lanes"], Space(1800, 700)))
    _assert_changes_are_told(layout, wider)


def test_an_empty_board_is_laid_out() -> None:
    for sheet in (Sheet("lanes", ()), Sheet("wall", ()), lanes([]), clusters([], loose=0)):
        layout = laid(sheet)
        assert layout.notes == {}
        assert layout.within(Rect(-100, -100, 5000, 5000)) == []


def test_the_same_cards_in_another_mark_are_other_cards() -> None:
    assert card(1).colour == PRODUCT.colour
    assert card(1, mark=None).colour is None
    assert card(1) != card(1, mark=DESIGN)
