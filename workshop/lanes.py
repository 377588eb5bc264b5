"""Lanes that are a list: fields, strands, steps, rows of a journey map."""

from __future__ import annotations

from workshop.agenda import number_of
from workshop.boards import BoardLane, board_of, is_revealed, lane_rows
from workshop.changes import FACILITATOR
from workshop.edits import name_of
from workshop.errors import Refused
from workshop.keys import fresh_key
from workshop.places import after_last, arrange, moved_to
from workshop.records.agenda import Board, Lane, RevealedLane
from workshop.records.notes import Note
from workshop.records.words import LaneId, StageId
from workshop.state import Workshop

UNPLACED = "unplaced"
"""Key of the lane that takes the notes of a removed one."""


def add_lane(
    workshop: Workshop,
    stage: StageId,
    name: str,
    *,
    index: int | None = None,
    actor: str = FACILITATOR,
) -> Lane:
    """A new lane of a stage's board, last or at `index`. Raises `Refused` (`name.*`,
    `lane.no_board`, `lane.by_function` where the lanes are the functions)."""
    number = number_of(workshop, stage)
    board = board_of(workshop, stage)
    if board is None:
        raise Refused("lane.no_board", stage=number)
    if board.by_function:
        raise Refused("lane.by_function", stage=number)
    name = name_of("lane", name)
    key = fresh_key(workshop, Lane, name, stage=stage)
    place = after_last(row.on_board for row in lane_rows(workshop, stage))
    with workshop.step("lane.add", actor=actor, stage=number):
        lane = workshop[Lane].add(Lane(stage=stage, key=key, name=name, on_board=place))
        if index is not None:
            _put_at(workshop, lane, index)
        return workshop[Lane][lane.id]


def rename_lane(workshop: Workshop, lane: LaneId, name: str, *, actor: str = FACILITATOR) -> Lane:
    """Gives a lane another name. Raises `Refused` (`name.*`)."""
    number = number_of(workshop, workshop[Lane][lane].stage)
    name = name_of("lane", name)
    with workshop.step("lane.rename", actor=actor, stage=number):
        return workshop[Lane].replace(lane, name=name)


def move_lane(workshop: Workshop, lane: LaneId, index: int, *, actor: str = FACILITATOR) -> None:
    """Puts a lane at `index` of its board (0 is the first). Raises `Refused` (`lane.off_board`)."""
    row = workshop[Lane][lane]
    if row.on_board is None:
        raise Refused("lane.off_board")
    with workshop.step("lane.move", actor=actor, stage=number_of(workshop, row.stage)):
        _put_at(workshop, row, index)


def _put_at(workshop: Workshop, lane: Lane, index: int) -> None:
    order = moved_to([one.id for one in lane_rows(workshop, lane.stage)], lane.id, index)
    arrange(workshop[Lane], "on_board", order, [lane.id])


def remove_lane(workshop: Workshop, lane: LaneId, *, actor: str = FACILITATOR) -> None:
    """Removes a lane; its notes go to the lane `unplaced`. Raises `Refused` (`lane.unplaced`) for
    that lane itself while it has notes."""
    row = workshop[Lane][lane]
    notes = workshop[Note].where("lane", lane)
    if notes and row.key == UNPLACED:
        raise Refused("lane.unplaced", count=len(notes))
    number = number_of(workshop, row.stage)
    with workshop.step("lane.remove", actor=actor, stage=number, notes=len(notes)):
        if notes:
            shelter = _shelter(workshop, row)
            _keep_covered(workshop, row, shelter)
            for note in notes:
                workshop[Note].replace(note.id, lane=shelter.id)
        workshop.remove_tree("lane", lane)


def _shelter(workshop: Workshop, lane: Lane) -> Lane:
    """The lane `unplaced` of the same stage, on the board and on the map where `lane` is there."""
    rows = workshop[Lane].where("stage", lane.stage)
    found = next((row for row in rows if row.key == UNPLACED), None)
    shelter = found or workshop[Lane].add(Lane(stage=lane.stage, key=UNPLACED))
    places = {}
    if lane.on_board is not None and shelter.on_board is None:
        places["on_board"] = after_last(row.on_board for row in rows)
    if lane.on_map is not None and shelter.on_map is None:
        places["on_map"] = after_last(row.on_map for row in rows)
    return workshop[Lane].replace(shelter.id, **places)


def _keep_covered(workshop: Workshop, lane: Lane, shelter: Lane) -> None:
    """What the room was not to read yet must not show in a lane that it may read."""
    for board in workshop[Board].where("stage", lane.stage):
        if is_revealed(workshop, board, BoardLane(lane=lane.id)):
            continue
        for row in workshop[RevealedLane].where("lane", shelter.id):
            workshop[RevealedLane].remove(row.id)
