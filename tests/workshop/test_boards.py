from __future__ import annotations

from datetime import timedelta

import pytest

from tests.workshop.room import Room, minute, refused, state
from workshop import agenda, boards, clock, lanes, people
from workshop.boards import REST, BoardLane
from workshop.errors import Invalid
from workshop.lanes import UNPLACED
from workshop.notes import add_note, in_lane
from workshop.records.agenda import Lane, RemarkCount, RevealedLane
from workshop.records.details import Details, GroupSize
from workshop.records.notes import Note
from workshop.records.words import LaneId


def of(room: Room, key: str) -> BoardLane:
    return BoardLane(function=room.function(key).id)


def write(room: Room, text: str, function: str | None = None, lane: LaneId | None = None) -> Note:
    whose = room.function(function).id if function else None
    return add_note(room.workshop, room.stage("struggles").id, text, function=whose, lane=lane)


def with_list(room: Room, *names: str) -> list[Lane]:
    boards.edit_board(room.workshop, room.board.id, by_function=False)
    stage = room.stage("struggles").id
    return [lanes.add_lane(room.workshop, stage, name) for name in names]


def test_only_some_stages_have_a_board(room: Room) -> None:
    welcome = room.stage("welcome").id
    assert boards.board_of(room.workshop, welcome) is None
    board = boards.add_board(room.workshop, welcome)
    assert boards.board_of(room.workshop, welcome) == board
    refused(room, "board.there", boards.add_board, welcome)


def test_lanes_are_the_functions_in_the_room_and_those_with_notes(room: Room) -> None:
    people.set_absent(room.workshop, room.function("sales").id, True)
    board = room.board.id
    assert boards.lanes(room.workshop, board) == [of(room, "product"), of(room, "engineering")]
    write(room, "One", "sales")
    write(room, "Nobody's")
    assert boards.lanes(room.workshop, board) == [
        *(of(room, key) for key in ("product", "engineering", "sales")),
        REST,
    ]


def test_counts_leave_merged_notes_out(room: Room) -> None:
    first, second = write(room, "One", "sales"), write(room, "Two", "sales")
    with room.workshop.step("test.merge"):
        room.workshop[Note].replace(second.id, merged_into=first.id)
    assert boards.counts(room.workshop, room.board.id) == {
        of(room, "product"): 0, of(room, "engineering"): 0, of(room, "sales"): 1,
    }  # fmt: skip
    assert in_lane(room.workshop, room.board, of(room, "sales")) == [first]


def test_without_attribution_there_is_one_lane(room: Room) -> None:
    boards.edit_board(room.workshop, room.board.id, attribution="none")
    write(room, "One", "sales")
    assert boards.counts(room.workshop, room.board.id) == {REST: 1}


def test_a_list_of_lanes_in_its_own_order(room: Room) -> None:
    refused(room, "lane.by_function", lanes.add_lane, room.stage("struggles").id, "Pains")
    refused(room, "lane.no_board", lanes.add_lane, room.stage("welcome").id, "Pains")
    pains, doing = with_list(room, "Pains", "Doing")
    lanes.move_lane(room.workshop, doing.id, 0)
    thinking = lanes.add_lane(room.workshop, doing.stage, "Thinking", index=1)
    lanes.rename_lane(room.workshop, pains.id, "Where it hurts")
    rows = boards.lane_rows(room.workshop, doing.stage)
    assert [row.name for row in rows] == ["Doing", "Thinking", "Where it hurts"]
    assert boards.lanes(room.workshop, room.board.id) == [
        BoardLane(lane=row.id) for row in (doing, thinking, pains)
    ]
    refused(room, "name.empty", lanes.rename_lane, pains.id, " ")


def test_notes_of_a_removed_lane_are_unplaced(room: Room) -> None:
    pains, doing = with_list(room, "Pains", "Doing")
    note = write(room, "Hurts", lane=pains.id)
    before = state(room.workshop)
    lanes.remove_lane(room.workshop, pains.id)
    shelter = room.workshop[Lane][room.workshop[Note][note.id].lane or 0]
    assert (shelter.key, shelter.on_board is not None) == (UNPLACED, True)
    assert refused(room, "lane.unplaced", lanes.remove_lane, shelter.id).facts == {"count": 1}
    lanes.remove_lane(room.workshop, doing.id)
    assert boards.lanes(room.workshop, room.board.id) == [BoardLane(lane=shelter.id)]
    room.history.undo()
    room.history.undo()
    assert state(room.workshop) == before


def test_covered_notes_of_a_removed_lane_stay_covered(room: Room) -> None:
    pains, doing = with_list(room, "Pains", "Doing")
    write(room, "Known", lane=doing.id)
    lanes.remove_lane(room.workshop, doing.id)
    write(room, "Secret", lane=pains.id)
    shelter = next(row for row in room.workshop[Lane] if row.key == UNPLACED)
    boards.cover(room.workshop, room.board.id)
    boards.reveal_lane(room.workshop, room.board.id, BoardLane(lane=shelter.id))
    lanes.remove_lane(room.workshop, pains.id)
    assert not boards.is_revealed(room.workshop, room.board, BoardLane(lane=shelter.id))


def test_cover_and_reveal_lane_by_lane(room: Room) -> None:
    board = room.board.id
    refused(room, "board.not_covered", boards.reveal_lane, board, of(room, "sales"))
    boards.cover(room.workshop, board)
    assert not boards.is_revealed(room.workshop, room.board, of(room, "sales"))
    boards.reveal_lane(room.workshop, board, of(room, "sales"))
    boards.reveal_lane(room.workshop, board, of(room, "sales"))
    assert boards.revealed_lanes(room.workshop, board) == {of(room, "sales")}
    assert boards.is_revealed(room.workshop, room.board, of(room, "sales"))
    assert not boards.is_revealed(room.workshop, room.board, of(room, "product"))
    refused(room, "board.no_such_lane", boards.reveal_lane, board, BoardLane(lane=LaneId(7)))
    refused(room, "board.rest", boards.reveal_lane, board, REST)
    for key in ("product", "engineering"):
        boards.reveal_lane(room.workshop, board, of(room, key))
    assert room.board.state == "revealed"
    assert len(room.workshop[RevealedLane]) == 0
    room.history.undo()
    assert room.board.state == "covered"
    boards.reveal(room.workshop, board)
    boards.open_board(room.workshop, board)
    assert room.board.state == "open"


def test_notes_of_no_lane_are_revealed_with_all_only(room: Room) -> None:
    write(room, "Nobody's")
    boards.cover(room.workshop, room.board.id)
    for key in ("product", "engineering", "sales"):
        boards.reveal_lane(room.workshop, room.board.id, of(room, key))
    assert room.board.state == "covered"
    assert not boards.is_revealed(room.workshop, room.board, REST)


def test_silent_writing_pauses_with_the_clock(room: Room) -> None:
    clock.start(room.workshop, room.stage("struggles").id, minute(0))
    board = boards.start_silent(room.workshop, room.board.id, minute(3))
    clock.pause(room.workshop, minute(5))
    assert boards.silent_left(room.workshop, board, minute(60)) == timedelta(minutes=3)
    clock.resume(room.workshop, minute(60))
    assert boards.silent_left(room.workshop, board, minute(61)) == timedelta(minutes=2)


def test_silent_writing_ends_when_notes_are_revealed(room: Room) -> None:
    for ends in (
        lambda: boards.reveal(room.workshop, room.board.id),
        lambda: boards.open_board(room.workshop, room.board.id),
        lambda: boards.reveal_lane(
            room.workshop, room.board.id, boards.lanes(room.workshop, room.board.id)[0]
        ),
    ):
        boards.start_silent(room.workshop, room.board.id, minute(3))
        boards.cover(room.workshop, room.board.id)
        assert room.board.silent_since is not None, "covering what is covered changes nothing"
        ends()
        assert boards.silent_left(room.workshop, room.board, minute(4)) is None
        room.history.undo()
        assert boards.silent_left(room.workshop, room.board, minute(4)) == timedelta(minutes=4)


def test_silent_writing(room: Room) -> None:
    board = boards.start_silent(room.workshop, room.board.id, minute(3))
    assert (board.state, board.silent_since) == ("covered", "2026-10-06T09:03:00+01:00")
    assert boards.silent_left(room.workshop, board, minute(5)) == timedelta(minutes=3)
    assert boards.silent_left(room.workshop, board, minute(9)) == timedelta(minutes=-1)
    board = boards.stop_silent(room.workshop, board.id)
    assert (board.state, boards.silent_left(room.workshop, board, minute(9))) == ("covered", None)
    boards.open_board(room.workshop, board.id)
    boards.edit_board(room.workshop, board.id, reveal="as_written")
    assert boards.start_silent(room.workshop, board.id, minute(12)).state == "open"


def test_the_note_budget_shrinks_with_more_people(room: Room) -> None:
    board = boards.edit_board(room.workshop, room.board.id, notes_per_person=3).id
    assert boards.notes_each(room.workshop, board) == 3
    with room.workshop.step("test.size"):
        room.workshop[Details].replace(1, people=GroupSize(timed_for=4))
    assert boards.notes_each(room.workshop, board) == 2
    assert boards.typing_minutes(room.workshop, board) == 4
    people.set_present(room.workshop, room.person("ada").id, False)
    assert boards.notes_each(room.workshop, board) == 3
    boards.edit_board(room.workshop, board, notes_per_person=0)
    assert boards.notes_each(room.workshop, board) is None
    assert boards.typing_minutes(room.workshop, board) == 0


def test_attribution_holds_once_there_are_notes(room: Room) -> None:
    board = room.board.id
    boards.edit_board(room.workshop, board, attribution="person")
    write(room, "One", "sales")
    boards.edit_board(room.workshop, board, attribution="person")
    boards.edit_board(room.workshop, board, attribution="function")
    for attribution in ("none", "person"):
        error = refused(
            room, "board.attribution", boards.edit_board, board, attribution=attribution
        )
        assert error.facts == {"found": attribution, "notes": 1}


def test_settings_that_no_board_has(room: Room) -> None:
    with pytest.raises(Invalid):
        boards.edit_board(room.workshop, room.board.id, max_words=0)
    with pytest.raises(Invalid):
        boards.set_arrangement(room.workshop, room.board.id, "pile")
    with pytest.raises(TypeError):
        boards.edit_board(room.workshop, room.board.id, state="covered")
    boards.set_arrangement(room.workshop, room.board.id, "wall")
    assert room.board.arrangement == "wall"


def test_remarks_are_counted(room: Room) -> None:
    stage, sales = room.stage("struggles").id, room.function("sales").id
    boards.count_remark(room.workshop, stage, sales)
    boards.count_remark(room.workshop, stage, sales)
    assert [row.count for row in room.workshop[RemarkCount]] == [2]
    agenda.remove_stage(room.workshop, stage)
    assert len(room.workshop[RemarkCount]) == 0
