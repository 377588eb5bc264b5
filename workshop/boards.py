"""Boards: their lanes, what is covered and what is revealed, silent writing, the note budget."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection
from typing import Any

from workshop import clock
from workshop.agenda import number_of
from workshop.changes import FACILITATOR
from workshop.edits import cleaned
from workshop.errors import Refused
from workshop.frozen import frozen
from workshop.people import functions, present_participants
from workshop.records.agenda import Board, Lane, RemarkCount, RevealedLane
from workshop.records.details import Details
from workshop.records.notes import Note
from workshop.records.people import Function
from workshop.records.words import BoardId, FunctionId, LaneId, StageId
from workshop.rules import note_budget
from workshop.state import Workshop

EDITABLE = frozenset(
    {"by_function", "private_writing", "silent_minutes", "notes_per_person", "notes_per_lane",
     "max_words", "reveal", "attribution"}
)  # fmt: skip


@frozen
class BoardLane:
    """A lane of a board: a function's, one of a list, or (neither) what belongs to none."""

    function: FunctionId | None = None
    lane: LaneId | None = None


REST = BoardLane()
"""The lane of notes that no other lane takes; all notes of a board without attribution."""


def board_of(workshop: Workshop, stage: StageId) -> Board | None:
    """The board of a stage, if it has one."""
    return next(iter(workshop[Board].where("stage", stage)), None)


def attribution_of(workshop: Workshop, stage: StageId | None) -> str:
    """Whose notes are in this stage (none: the parking lot): `person`, `function` or `none`."""
    board = None if stage is None else board_of(workshop, stage)
    return board.attribution if board else "function"


def add_board(workshop: Workshop, stage: StageId, *, actor: str = FACILITATOR) -> Board:
    """Gives a stage a board. Raises `Refused` (`board.there`) where it has one."""
    number = number_of(workshop, stage)
    if board_of(workshop, stage):
        raise Refused("board.there", stage=number)
    with workshop.step("board.add", actor=actor, stage=number):
        return workshop[Board].add(Board(stage=stage))


def lay_board(workshop: Workshop, stage: StageId | None) -> None:
    """Gives a stage a board if it has none, so that what is written there is seen. Belongs inside
    a step."""
    if stage is not None and board_of(workshop, stage) is None:
        workshop[Board].add(Board(stage=stage))


def edit_board(
    workshop: Workshop, board: BoardId, *, actor: str = FACILITATOR, **about: Any
) -> Board:
    """Changes any of `EDITABLE`. Once there are notes, *person* may become *function* and nothing
    else: what was said beforehand holds. Raises `Refused` (`board.attribution`) and `Invalid`."""
    unknown = about.keys() - EDITABLE
    if unknown:
        raise TypeError(f"not edited here: {', '.join(sorted(unknown))}")
    before = workshop[Board][board]
    fields = cleaned(Board, about)
    _check_attribution(workshop, before, fields.get("attribution", before.attribution))
    changed = ", ".join(sorted(fields))
    with workshop.step("board.edit", actor=actor, **_stage(workshop, before), fields=changed):
        return workshop[Board].replace(board, **fields)


def _check_attribution(workshop: Workshop, board: Board, attribution: str) -> None:
    allowed = {(board.attribution, board.attribution), ("person", "function")}
    if (board.attribution, attribution) in allowed:
        return
    notes = workshop[Note].where("stage", board.stage)
    if notes:
        raise Refused("board.attribution", found=attribution, notes=len(notes))


def _stage(workshop: Workshop, board: Board) -> dict[str, Any]:
    return {"stage": number_of(workshop, board.stage)}


def lane_rows(workshop: Workshop, stage: StageId) -> list[Lane]:
    """The lanes of a stage's board where they are a list, in order."""
    rows = (row for row in workshop[Lane].where("stage", stage) if row.on_board is not None)
    return sorted(rows, key=lambda row: (row.on_board or 0, row.id))


def lanes(workshop: Workshop, board: BoardId) -> list[BoardLane]:
    """The lanes of a board in order: those of the functions in the room and of others with notes,
    or its list. `REST` comes last where notes lie in no other lane."""
    row = workshop[Board][board]
    return lanes_with(workshop, row, _tally(workshop, row))


def lanes_with(workshop: Workshop, board: Board, used: Collection[BoardLane]) -> list[BoardLane]:
    """The lanes of a board in order, where these are the ones with notes."""
    if board.by_function and board.attribution == "none":
        return [REST]
    if board.by_function:
        own = [(BoardLane(function=one.id), one.absent) for one in functions(workshop)]
        found = [lane for lane, absent in own if lane in used or not absent]
    else:
        found = [BoardLane(lane=one.id) for one in lane_rows(workshop, board.stage)]
    return [*found, REST] if REST in used or not found else found


def _tally(workshop: Workshop, board: Board) -> Counter[BoardLane]:
    """How many notes lie in each lane that has any: those with a number, merged ones counted
    once."""
    return Counter(
        lane_of(workshop, board, note)
        for note in workshop[Note].where("stage", board.stage)
        if lies_open(note)
    )


def lies_open(note: Note) -> bool:
    """Whether a note lies on its board for itself: it has a number and was not merged."""
    return note.nr is not None and note.merged_into is None


def lane_of(workshop: Workshop, board: Board, note: Note) -> BoardLane:
    """The lane of the board in which a note of its stage lies."""
    if board.by_function:
        return REST if board.attribution == "none" else BoardLane(function=note.function)
    lane = workshop[Lane].get(note.lane)
    is_there = lane is not None and lane.stage == board.stage and lane.on_board is not None
    return BoardLane(lane=note.lane) if is_there else REST


def counts(workshop: Workshop, board: BoardId) -> dict[BoardLane, int]:
    """How many notes lie in each lane, merged ones counted once; every lane is there."""
    row = workshop[Board][board]
    tally = _tally(workshop, row)
    return {lane: tally[lane] for lane in lanes_with(workshop, row, tally)}


def is_revealed(workshop: Workshop, board: Board, lane: BoardLane) -> bool:
    """Whether the room may read this lane."""
    return board.state != "covered" or lane in revealed_lanes(workshop, board.id)


def revealed_lanes(workshop: Workshop, board: BoardId) -> set[BoardLane]:
    """The lanes that were revealed before the others."""
    rows = workshop[RevealedLane].where("board", board)
    return {BoardLane(row.function, row.lane) for row in rows}


def open_board(workshop: Workshop, board: BoardId, *, actor: str = FACILITATOR) -> Board:
    """Lets the room read while notes come in."""
    return _set_state(workshop, board, "open", actor)


def cover(workshop: Workshop, board: BoardId, *, actor: str = FACILITATOR) -> Board:
    """Covers the whole board: the room sees counts per lane."""
    return _set_state(workshop, board, "covered", actor)


def reveal(workshop: Workshop, board: BoardId, *, actor: str = FACILITATOR) -> Board:
    """Reveals all lanes."""
    return _set_state(workshop, board, "revealed", actor)


def _set_state(workshop: Workshop, board: BoardId, state: str, actor: str) -> Board:
    stage = _stage(workshop, workshop[Board][board])
    with workshop.step(f"board.{state}", actor=actor, **stage):
        for row in workshop[RevealedLane].where("board", board):
            workshop[RevealedLane].remove(row.id)
        if state != "covered":
            workshop[Board].replace(board, silent_since=None)  # nobody writes what all can read
        return workshop[Board].replace(board, state=state)


def reveal_lane(
    workshop: Workshop, board: BoardId, lane: BoardLane, *, actor: str = FACILITATOR
) -> None:
    """Reveals one lane of a covered board, and with the last of them the board; silent writing
    ends with the first. Raises `Refused`: `board.not_covered`, `board.no_such_lane`, `board.rest`
    (that one goes with all)."""
    row, there = workshop[Board][board], lanes(workshop, board)
    if row.state != "covered":
        raise Refused("board.not_covered", state=row.state)
    if lane == REST:
        raise Refused("board.rest")
    if lane not in there:
        raise Refused("board.no_such_lane")
    shown = revealed_lanes(workshop, board) | {lane}
    number = there.index(lane) + 1
    with workshop.step("board.reveal_lane", actor=actor, **_stage(workshop, row), lane=number):
        if set(there) <= shown:
            reveal(workshop, board)
        elif not is_revealed(workshop, row, lane):
            workshop[Board].replace(board, silent_since=None)
            workshop[RevealedLane].add(
                RevealedLane(board=board, lane=lane.lane, function=lane.function)
            )


def set_arrangement(
    workshop: Workshop, board: BoardId, arrangement: str, *, actor: str = FACILITATOR
) -> Board:
    """Lays the notes out as `lanes`, `clusters`, `wall` or `ranking`. Raises `Invalid`."""
    fields = cleaned(Board, {"arrangement": arrangement})
    stage = _stage(workshop, workshop[Board][board])
    with workshop.step("board.arrange", actor=actor, **stage, arrangement=arrangement):
        return workshop[Board].replace(board, **fields)


def start_silent(
    workshop: Workshop, board: BoardId, now: datetime.datetime, *, actor: str = FACILITATOR
) -> Board:
    """Silent writing begins, for the first time or again; the board is covered where it says so."""
    row = workshop[Board][board]
    covers = row.private_writing and row.reveal != "as_written"
    fields = {"state": "covered"} if covers else {}
    since = clock.stamp(workshop, now)
    with workshop.step("board.silent", actor=actor, **_stage(workshop, row)):
        return workshop[Board].replace(board, silent_since=since, **fields)


def stop_silent(workshop: Workshop, board: BoardId, *, actor: str = FACILITATOR) -> Board:
    """Pens down; what is covered stays covered."""
    stage = _stage(workshop, workshop[Board][board])
    with workshop.step("board.silent_over", actor=actor, **stage):
        return workshop[Board].replace(board, silent_since=None)


def silent_left(
    workshop: Workshop, board: Board, now: datetime.datetime
) -> datetime.timedelta | None:
    """Time left of silent writing, below zero when it is over; None when there is none. It pauses
    with the clock of its stage."""
    if board.silent_since is None:
        return None
    since = datetime.datetime.fromisoformat(board.silent_since)
    ran = clock.ran_since(workshop, board.stage, since, now)
    return datetime.timedelta(minutes=board.silent_minutes) - ran


def notes_each(workshop: Workshop, board: BoardId) -> int | None:
    """Notes that each person present may write; None where there is no budget."""
    details, row = workshop[Details].get(1), workshop[Board][board]
    present = len(present_participants(workshop))
    timed_for = details.people.timed_for if details and details.people else None
    return note_budget.notes_each(row.notes_per_person, timed_for or present, present)


def typing_minutes(workshop: Workshop, board: BoardId) -> int:
    """Minutes one person needs to type what everybody present may write."""
    each = notes_each(workshop, board) or 0
    return note_budget.typing_minutes(each * len(present_participants(workshop)))


def count_remark(
    workshop: Workshop, stage: StageId, function: FunctionId, *, actor: str = FACILITATOR
) -> RemarkCount:
    """Counts that somebody of a function spoke without anything being written."""
    number = number_of(workshop, stage)
    workshop[Function][function]
    rows = workshop[RemarkCount].where("stage", stage)
    before = next((row for row in rows if row.function == function), None)
    with workshop.step("remark.count", actor=actor, stage=number):
        if before is not None:
            return workshop[RemarkCount].replace(before.id, count=before.count + 1)
        return workshop[RemarkCount].add(RemarkCount(stage=stage, function=function, count=1))
