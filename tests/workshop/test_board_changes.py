"""Boards that change: what has not changed is taken over, and what has is told."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.board_layouts import SHEETS, arrangements, laid, places
from tests.board_sheets import card, with_cards
from workshop.board.arrangements import Space
from workshop.board.layout import Layout
from workshop.board.sheet import Sheet


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
