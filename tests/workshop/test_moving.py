from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workshop.room import Room, refused, state
from workshop import boards, clusters, lanes, merging, notes, parking
from workshop.moving import lay_out, move_notes
from workshop.notes import add_note, add_notes
from workshop.records.agenda import Board, Lane
from workshop.records.journey import Journey, Phase
from workshop.records.notes import Note
from workshop.records.promises import ParkedPoint
from workshop.records.words import NoteId, StageId


@pytest.fixture
def stage(room: Room) -> StageId:
    return room.stage("struggles").id


def written(room: Room, count: int, function: str = "sales") -> list[NoteId]:
    texts = [f"Note {number}" for number in range(1, count + 1)]
    stage, whose = room.stage("struggles").id, room.function(function).id
    return [note.id for note in add_notes(room.workshop, stage, texts, function=whose)]


def lane(room: Room, function: str = "sales") -> list[int]:
    """The numbers of the notes in a function's lane."""
    found = boards.BoardLane(function=room.function(function).id)
    return [note.nr or 0 for note in notes.in_lane(room.workshop, room.board, found)]


def board_in(room: Room, key: str, attribution: str = "function") -> Board:
    board = boards.add_board(room.workshop, room.stage(key).id)
    return boards.edit_board(room.workshop, board.id, attribution=attribution)


def test_notes_change_their_function_and_take_their_place(room: Room) -> None:
    moved = written(room, 3)
    there = written(room, 3, "product")
    before = state(room.workshop)
    product = room.function("product").id
    move_notes(room.workshop, moved[:1], function=product)
    assert (lane(room), lane(room, "product")) == ([2, 3], [1, 4, 5, 6])
    move_notes(room.workshop, [moved[2], moved[1]], function=product, at=2)
    assert lane(room, "product") == [1, 4, 3, 2, 5, 6]
    move_notes(room.workshop, [there[0]], at=99)
    assert lane(room, "product") == [1, 3, 2, 5, 6, 4]
    for _ in range(3):
        room.history.undo()
    assert state(room.workshop) == before


def test_a_new_note_comes_last_also_after_notes_were_moved_there(room: Room) -> None:
    moved = written(room, 3)
    for _ in range(40):
        move_notes(room.workshop, [moved[0]], at=2)
        move_notes(room.workshop, [moved[1]], at=2)
    assert lane(room) == [3, 1, 2]
    written(room, 1)
    assert lane(room) == [3, 1, 2, 4]


@settings(max_examples=30)
@given(moves=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=60))
def test_any_order_can_be_made(moves: list[tuple[int, int]]) -> None:
    room = Room()
    order = written(room, 5)
    for source, at in moves:
        note = order.pop(source)
        order.insert(at, note)
        move_notes(room.workshop, [note], at=at)
        assert lane(room) == [room.workshop[Note][one].nr for one in order]


def test_lists_of_lanes_and_clusters(room: Room, stage: StageId) -> None:
    boards.edit_board(room.workshop, room.board.id, by_function=False)
    pains = lanes.add_lane(room.workshop, stage, "Pains").id
    moved = written(room, 3)
    move_notes(room.workshop, moved[:2], lane=pains)
    assert boards.counts(room.workshop, room.board.id) == {
        boards.BoardLane(lane=pains): 2, boards.REST: 1,
    }  # fmt: skip
    made = clusters.make_cluster(room.workshop, moved[:1], "Slow")
    clusters.keep_apart(room.workshop, moved[2:])
    move_notes(room.workshop, moved[1:], cluster=made.id, at=0)
    assert [note.nr for note in clusters.notes_in(room.workshop, made.id)] == [2, 3, 1]
    assert room.workshop[Note][moved[1]].lane == pains
    move_notes(room.workshop, moved[1:2], cluster=None)
    assert [note.nr for note in clusters.notes_in(room.workshop, made.id)] == [3, 1]


def test_what_is_merged_inside_comes_along(room: Room, stage: StageId) -> None:
    one, two = written(room, 2)
    merging.merge_notes(room.workshop, [one, two])
    move_notes(room.workshop, [one], function=room.function("product").id)
    inner = room.workshop[Note][two]
    assert inner.function == room.function("sales").id
    move_notes(room.workshop, [one], stage=room.stage("welcome").id)
    assert room.workshop[Note][two].stage == room.stage("welcome").id
    parking.park(room.workshop, [one])
    assert room.workshop[Note][two].stage is None
    assert [note.nr for note in parking.parked_notes(room.workshop)] == [1]
    assert notes.notes_of(room.workshop, stage) == []


def test_another_stage_takes_what_it_has(room: Room, stage: StageId) -> None:
    board_in(room, "welcome")
    for key in ("struggles", "welcome"):
        board = boards.board_of(room.workshop, room.stage(key).id)
        assert board is not None
        boards.edit_board(room.workshop, board.id, by_function=False)
        lanes.add_lane(room.workshop, board.stage, "Pains")
    own, other = room.workshop[Lane].where("stage", stage)[0], room.stage("welcome").id
    note = add_note(room.workshop, stage, "Text", lane=own.id, author=room.person("ada").id)
    clusters.make_cluster(room.workshop, [note.id])
    lay_out(room.workshop, {note.id: (1, 2.5)})
    move_notes(room.workshop, [note.id], stage=other)
    found = room.workshop[Note][note.id]
    assert found.lane == room.workshop[Lane].where("stage", other)[0].id
    assert (found.cluster, found.x, found.y, found.author) == (None, None, None, note.author)
    refused(room, "note.lane_elsewhere", move_notes, [note.id], lane=own.id)
    refused(room, "record.gone", move_notes, [note.id], stage=99)
    refused(room, "record.gone", move_notes, [note.id], function=99)


def test_names_are_not_shown_where_they_were_not_to_be(room: Room, stage: StageId) -> None:
    board_in(room, "welcome", "person")
    board_in(room, "coffee", "none")
    note = add_note(room.workshop, stage, "Text", author=room.person("ada").id)
    move_notes(room.workshop, [note.id], stage=room.stage("welcome").id)
    found = room.workshop[Note][note.id]
    assert (found.author, found.function) == (None, note.function)
    assert not found.entered_by_facilitator
    room.history.undo()
    move_notes(room.workshop, [note.id], stage=room.stage("coffee").id)
    found = room.workshop[Note][note.id]
    assert (found.author, found.function) == (None, None)
    sales = room.function("sales").id
    refused(room, "note.no_attribution", move_notes, [note.id], function=sales)
    room.history.undo()
    assert room.workshop[Note][note.id] == note


def test_a_cluster_of_another_stage_takes_no_note(room: Room) -> None:
    other = add_note(room.workshop, room.stage("welcome").id, "Elsewhere")
    made = clusters.make_cluster(room.workshop, [other.id])
    refused(room, "note.cluster_elsewhere", move_notes, written(room, 1), cluster=made.id)


def test_a_plain_entry_that_moves_gets_a_number(room: Room, stage: StageId) -> None:
    with room.workshop.step("test.journey"):
        journey = room.workshop[Journey].add(Journey(stage=stage))
        phases = [
            room.workshop[Phase].add(Phase(journey=journey.id, key=key, name=key)).id
            for key in ("order", "wait")
        ]
        row = room.workshop[Lane].add(Lane(stage=stage, key="doing", on_map=1.0))
        cell = room.workshop[Note].add(
            Note(stage=stage, lane=row.id, phase=phases[0], text="Opens the app")
        )
    move_notes(room.workshop, [cell.id], phase=phases[1])
    found = room.workshop[Note][cell.id]
    assert (found.nr, found.phase, found.lane) == (1, phases[1], row.id)
    note = add_note(room.workshop, room.stage("welcome").id, "Text", lane=row.id, phase=phases[0])
    assert note.lane == row.id


def test_parked_and_taken_back(room: Room, stage: StageId) -> None:
    ids = written(room, 2)
    clusters.make_cluster(room.workshop, ids)
    before = state(room.workshop)
    parking.park(room.workshop, ids)
    parking.park(room.workshop, ids)
    assert [note.nr for note in parking.parked_notes(room.workshop)] == [1, 2]
    assert room.workshop[Note][ids[0]].function == room.function("sales").id
    assert len(room.workshop[ParkedPoint]) == 2
    move_notes(room.workshop, ids[:1], stage=stage)
    assert [note.nr for note in parking.parked_notes(room.workshop)] == [2]
    assert [point.note for point in room.workshop[ParkedPoint]] == [ids[1]]
    room.history.undo()
    room.history.undo()
    assert state(room.workshop) == before


def test_notes_lie_on_the_wall(room: Room) -> None:
    one, two = written(room, 2)
    lay_out(room.workshop, {one: (1.5, 2), two: (-3, 0)})
    assert room.workshop[Note][two].x == -3
    lay_out(room.workshop, {one: None})
    assert room.workshop[Note][one].x is None
    refused(room, "record.gone", lay_out, {99: (0, 0)})
