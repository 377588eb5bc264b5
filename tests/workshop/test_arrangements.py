"""The same notes in lanes, in clusters, on the wall and by rank."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.room import Room, refused, state
from workshop import boards, clusters, merging, moving, sheets, wall
from workshop.board.sheet import LONERS, LOOSE, Pile
from workshop.notes import add_note
from workshop.records.notes import Note
from workshop.records.rounds import Ballot, Count, Option, Round, RoundGroup
from workshop.records.words import NoteId, StageId
from workshop.wall import Spots


@pytest.fixture
def stage(room: Room) -> StageId:
    return room.stage("struggles").id


@pytest.fixture
def notes(room: Room, stage: StageId) -> list[NoteId]:
    """One and Two by Product, Three by Engineering, Four by Sales, Five by Product."""
    whose = (("One", "product"), ("Two", "product"), ("Three", "engineering"), ("Four", "sales"),
             ("Five", "product"))  # fmt: skip
    return [
        add_note(room.workshop, stage, text, function=room.function(key).id).id
        for text, key in whose
    ]


def _arrange(room: Room, arrangement: str, for_room: bool = False) -> tuple[Pile, ...]:
    boards.set_arrangement(room.workshop, room.board.id, arrangement)
    make = sheets.room_sheet if for_room else sheets.console_sheet
    sheet = make(room.workshop, room.board.stage)
    assert sheet is not None
    return sheet.piles


def _told(piles: tuple[Pile, ...]) -> list[tuple[str, list[str]]]:
    return [(pile.label or pile.key[0], [card.text for card in pile.cards]) for pile in piles]


@pytest.mark.parametrize("arrangement", ["clusters", "ranking", "wall"])
def test_loners_lie_apart_from_what_is_not_sorted_yet(
    room: Room, notes: list[NoteId], arrangement: str
) -> None:
    clusters.make_cluster(room.workshop, notes[:2], "Slow")
    clusters.keep_apart(room.workshop, [notes[3]])
    piles = _arrange(room, arrangement)
    assert _told(piles) == [
        ("1", ["One", "Two"]), ("loose", ["Three", "Five"]), ("loners", ["Four"]),
    ]  # fmt: skip
    assert [pile.key for pile in piles[1:]] == [LOOSE, LONERS]


def test_a_loner_that_is_put_with_the_unsorted_is_one_of_them(
    room: Room, notes: list[NoteId]
) -> None:
    clusters.keep_apart(room.workshop, [notes[3]])
    moving.move_notes(room.workshop, [notes[3]], cluster=None)
    assert not room.workshop[Note][notes[3]].loner


def test_a_cluster_from_one_function_is_pointed_out_to_the_facilitator_alone(
    room: Room, notes: list[NoteId]
) -> None:
    made = clusters.make_cluster(room.workshop, notes[:2])
    assert _arrange(room, "clusters")[0].one_sided
    assert not _arrange(room, "clusters", for_room=True)[0].one_sided
    clusters.add_to_cluster(room.workshop, made.id, [notes[2]])
    assert not _arrange(room, "clusters")[0].one_sided


def test_one_note_and_grey_notes_are_from_no_function_alone(room: Room, stage: StageId) -> None:
    grey = [add_note(room.workshop, stage, text).id for text in ("One", "Two")]
    assert not clusters.is_one_sided(room.workshop, clusters.make_cluster(room.workshop, grey).id)
    alone = add_note(room.workshop, stage, "Three", function=room.function("sales").id).id
    assert not clusters.is_one_sided(
        room.workshop, clusters.make_cluster(room.workshop, [alone]).id
    )


def test_merged_notes_count_with_their_own_function(room: Room, notes: list[NoteId]) -> None:
    merging.merge_notes(room.workshop, [notes[1], notes[3]])
    made = clusters.make_cluster(room.workshop, notes[:2])
    assert not clusters.is_one_sided(room.workshop, made.id)


def _vote(room: Room, dots: dict[int, int], what: str, state: str, warm_up: bool = False) -> None:
    with room.workshop.step("test.vote"):
        stage = room.stage("which-first").id
        ballot = room.workshop[Ballot].add(
            Ballot(key="b", stage=stage, warm_up=warm_up, by_hands=True)
        )
        round = room.workshop[Round].add(
            Round(ballot=ballot.id, attribution="function", state=state)
        )
        group = room.workshop[RoundGroup].add(RoundGroup(round=round.id, key="all"))
        for thing, count in dots.items():
            option = room.workshop[Option].add(Option(ballot=ballot.id, **{what: thing}))  # type: ignore[arg-type]
            room.workshop[Count].add(Count(group=group.id, option=option.id, count=count))


def _ranks(room: Room) -> list[tuple[str, int | None, list[str]]]:
    return [
        (pile.label, pile.dots, [card.text for card in pile.cards])
        for pile in _arrange(room, "ranking")
    ]


def test_a_revealed_vote_ranks_clusters(room: Room, notes: list[NoteId]) -> None:
    made = [clusters.make_cluster(room.workshop, [note]) for note in notes[:4]]
    _vote(room, {made[0].id: 2, made[1].id: 5, made[2].id: 2}, "cluster", "revealed")
    assert _ranks(room) == [
        ("1", 5, ["Two"]), ("2", 2, ["One"]), ("2", 2, ["Three"]), ("4", None, ["Four"]),
        ("", None, ["Five"]),
    ]  # fmt: skip


def test_a_revealed_vote_ranks_notes(room: Room, notes: list[NoteId]) -> None:
    clusters.make_cluster(room.workshop, notes[:2], "Slow")
    _vote(room, {notes[0]: 1, notes[3]: 3}, "note", "revealed")
    assert _ranks(room) == [
        ("1", 3, ["Four"]), ("2", 1, ["One"]), ("1", None, ["Two"]), ("", None, ["Three", "Five"]),
    ]  # fmt: skip


@pytest.mark.parametrize(("state", "warm_up"), [("open", False), ("closed", False),
                                                ("revealed", True)])  # fmt: skip
def test_no_other_vote_ranks_anything(
    room: Room, notes: list[NoteId], state: str, warm_up: bool
) -> None:
    made = [clusters.make_cluster(room.workshop, [note]) for note in notes[:2]]
    _vote(room, {made[0].id: 1, made[1].id: 5}, "cluster", state, warm_up)
    assert [dots for _, dots, _ in _ranks(room)] == [None] * 3


def test_notes_leave_their_cluster_for_the_wall_in_one_step(
    room: Room, notes: list[NoteId]
) -> None:
    made = clusters.make_cluster(room.workshop, notes[:2])
    before = state(room.workshop)
    lying = Spots({notes[2]: (300, 0)}, {made.id: (0, 0)})
    wall.put(room.workshop, Spots({notes[0]: (50, 60)}), lying)
    one, three = (room.workshop[Note][note] for note in (notes[0], notes[2]))
    assert (one.cluster, one.x, one.y) == (None, 50, 60)
    assert (three.x, three.y) == (300, 0)
    wall.put(room.workshop, Spots({notes[1]: (1, 2)}), Spots(clusters={made.id: (0, 0)}))
    assert not clusters.clusters_of(room.workshop, room.board.stage)
    room.history.undo()
    room.history.undo()
    assert state(room.workshop) == before


def test_a_cluster_made_on_the_wall_lies_where_its_first_note_lay(
    room: Room, notes: list[NoteId]
) -> None:
    made = wall.make_cluster(room.workshop, notes[:2], (70, 80), Spots({notes[2]: (5, 5)}))
    assert (made.x, made.y) == (70, 80)
    room.history.undo()
    assert room.workshop[Note][notes[2]].x is None
    refused(room, "cluster.no_notes", wall.make_cluster, [], (0, 0), Spots())


@given(st.lists(st.sampled_from(["lanes", "clusters", "wall", "ranking"]), max_size=6))
def test_no_arrangement_changes_anything_but_itself(ways: list[str]) -> None:
    room = Room()
    stage = room.stage("struggles").id
    notes = [add_note(room.workshop, stage, text).id for text in ("One", "Two", "Three")]
    wall.make_cluster(room.workshop, notes[:2], (5, 6), Spots({notes[2]: (7, 8)}))
    before = state(room.workshop, but=("board",))
    for way in ways:
        _arrange(room, way)
    assert state(room.workshop, but=("board",)) == before
