"""What a step does not touch stays the same object in the sheet of a board."""

from __future__ import annotations

from tests.workshop.room import Room
from workshop import boards, clusters, merging, moving, notes
from workshop.board.sheet import Pile, PileKey, Sheet
from workshop.cards import Card
from workshop.kept_sheets import SheetKeeper
from workshop.records.words import NoteId


class Kept:
    """The board of the room with two notes in each lane, and its keeper."""

    def __init__(self) -> None:
        self.room = Room()
        self.workshop, self.stage = self.room.workshop, self.room.stage("struggles").id
        self.keeper = SheetKeeper(self.workshop)
        self.ids: list[NoteId] = []
        for key in ("product", "engineering", "sales"):
            for text in ("first", "second"):
                self.ids.append(self.add(key, text))

    def add(self, function: str, text: str) -> NoteId:
        """A note of a function."""
        id = self.room.function(function).id
        return notes.add_note(self.workshop, self.stage, text, function=id).id

    def sheet(self, saving: frozenset[int] = frozenset()) -> Sheet:
        """The sheet as it is kept."""
        found = self.keeper.sheet(self.stage, saving)
        assert found is not None
        return found


def _piles(sheet: Sheet) -> dict[PileKey, Pile]:
    return {pile.key: pile for pile in sheet.piles}


def _cards(sheet: Sheet) -> dict[int, Card]:
    return {card.note: card for pile in sheet.piles for card in pile.cards}


def test_without_a_step_the_sheet_is_the_same() -> None:
    kept = Kept()
    assert kept.sheet() is kept.sheet()


def test_a_note_more_makes_its_lane_anew_and_no_other_card() -> None:
    kept = Kept()
    before = kept.sheet()
    new = kept.add("sales", "third")
    after = kept.sheet()
    same = [key for key, pile in _piles(after).items() if _piles(before)[key] is pile]
    assert len(same) == 2
    assert all(_cards(after)[note] is card for note, card in _cards(before).items())
    assert set(_cards(after)) - set(_cards(before)) == {new}


def test_the_mark_of_saving_touches_one_card() -> None:
    kept = Kept()
    before = kept.sheet(frozenset(kept.ids[:1]))
    after = kept.sheet()
    changed = [note for note, card in _cards(after).items() if _cards(before)[note] is not card]
    assert changed == kept.ids[:1]


def test_a_moved_note_touches_both_lanes() -> None:
    kept = Kept()
    before = kept.sheet()
    notes.edit_note(kept.workshop, kept.ids[0], "changed")
    between = kept.sheet()
    sales = kept.room.function("sales").id
    moving.move_notes(kept.workshop, kept.ids[:1], function=sales)
    after = kept.sheet()
    assert sum(a is b for a, b in zip(before.piles, between.piles, strict=True)) == 2
    assert sum(a is b for a, b in zip(between.piles, after.piles, strict=True)) == 1


def test_a_merge_counts_in_the_note_that_stays() -> None:
    kept = Kept()
    kept.sheet()
    merging.merge_notes(kept.workshop, kept.ids[:2])
    assert sorted(card.merged for card in _cards(kept.sheet()).values()) == [0, 0, 0, 0, 1]
    merging.unmerge(kept.workshop, kept.ids[1:2])
    assert [card.merged for card in _cards(kept.sheet()).values()] == [0] * 6


def test_clusters_stay_where_nothing_in_them_changes() -> None:
    kept = Kept()
    clusters.make_cluster(kept.workshop, kept.ids[:2], "Slow")
    boards.set_arrangement(kept.workshop, kept.room.board.id, "clusters")
    before = kept.sheet()
    kept.add("sales", "third")
    after = kept.sheet()
    assert after.piles[0] is before.piles[0]
    assert after.piles[1] is not before.piles[1]
