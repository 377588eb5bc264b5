"""The boards of stages: their settings, their lanes, the lanes that were revealed early.

A lane stands in the list of its board, or in that of its journey map, or, where neither says all of
it, among the `lanes` of the stage with its places.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, set_fields
from workshop.interchange.names import Id
from workshop.interchange.source import Source
from workshop.records.agenda import Board, Lane, RevealedLane, Stage
from workshop.records.journey import Journey
from workshop.records.notes import Note
from workshop.state import Workshop

BY_FUNCTION = "functions"
LANE = {"id": "key", "name": "name"}
ON_BOARD = LANE | {"on_map": "on_map"}
MAPPED = LANE | {"on_board": "on_board"}
ELSEWHERE = LANE | {"on_board": "on_board", "on_map": "on_map"}


def declare(reading: Reading, stage: Source, key: str) -> None:
    """Gives the lanes of a stage's board their ids."""
    for lane in (*_listed(stage), *stage.each("lanes")):
        reading.declare("lane", key_of(lane), key)


def _listed(stage: Source) -> Iterator[Source]:
    """The lanes in the list of a stage's board."""
    board = stage.get("board")
    lanes = board.get("lanes") if board else None
    return lanes.items() if lanes and lanes.is_list else iter(())


def key_of(lane: Source) -> Source:
    """Where a lane's key stands: a lane is a key, or fields."""
    return lane.need("id") if lane.is_mapping else lane


def read(reading: Reading, source: Source, stage: Id, key: str) -> None:
    """Reads the board of a stage and its lanes."""
    for place, item in enumerate(_listed(source), 1):
        _add(reading, item, stage, key, {"on_board": place} | reading.short(Lane, item, ON_BOARD))
    for item in source.each("lanes"):
        _add(reading, item, stage, key, reading.part(Lane, item, ELSEWHERE))
    fields = source.get("board")
    if fields is None:
        if "board" in source.fields():
            reading.without_board.add(stage)
        return
    lanes = fields.get("lanes")
    by_function = lanes is None or lanes.plain == BY_FUNCTION
    if lanes is not None and not by_function and not lanes.is_list:
        lanes.fail("functions, or a list of lanes")
    board = reading.add(Board, fields, key, stage=stage, by_function=by_function)
    for item in fields.each("revealed_lanes"):
        table, id = reading.names.read_either(item, ("function", "lane"), key)
        reading.put(item, RevealedLane(board=board.id, **{table: id}))
    fields.finish()


def add_usual(reading: Reading) -> None:
    """Gives a board to each stage that is one, or where notes lie outside a map, unless it was
    said that it has none."""
    for stage in reading.workshop[Stage]:
        if needs_board(reading.workshop, stage) and stage.id not in reading.without_board:
            reading.workshop[Board].add(Board(stage=stage.id))


def needs_board(workshop: Workshop, stage: Stage) -> bool:
    """Whether a stage without a board would be seen to lack it."""
    if workshop[Board].where("stage", stage.id):
        return False
    notes = workshop[Note].where("stage", stage.id)
    return stage.kind == "board" or any(note.phase is None for note in notes)


def _add(reading: Reading, item: Source, stage: Id, key: str, fields: dict[str, Any]) -> None:
    id = reading.names.read(key_of(item), "lane", key)
    reading.put(item, Lane(id=id, stage=stage, **fields))


def read_map_lanes(reading: Reading, source: Source, stage: Id, key: str) -> None:
    """Reads the lanes of a stage's journey map, new ones and such as its board has too."""
    seen = set()
    for place, item in enumerate(source.each("lanes"), 1):
        fields = reading.short(Lane, item, LANE) | {"on_map": place}
        id = reading.names.read(key_of(item), "lane", key)
        if id in seen:
            item.fail_twice()
        seen.add(id)
        if id in reading.workshop[Lane]:
            reading.workshop[Lane].replace(id, **fields)
        else:
            reading.put(item, Lane(id=id, stage=stage, **fields))


def write(writing: Writing, row: Stage) -> dict[str, Plain]:
    """The fields `board` and `lanes` of a stage."""
    board = next(iter(writing.table(Board).where("stage", row.id)), None)
    mapped = _on_map(writing, row.id)
    listed = _on_board(writing, row.id)
    lanes = [
        writing.part(lane, MAPPED if lane in mapped else ELSEWHERE)
        for lane in writing.table(Lane).where("stage", row.id)
        if lane not in listed and (lane not in mapped or lane.on_board is not None)
    ]
    on_board = [writing.short(lane, LANE if lane in mapped else ON_BOARD) for lane in listed]
    none: dict[str, Plain] = {"board": None} if needs_board(writing.workshop, row) else {}
    held = board and _board(writing, board, on_board, row.key)
    return {**none, **set_fields(board=held, lanes=lanes)}


def _board(writing: Writing, board: Board, lanes: list[Plain], key: str) -> Plain:
    revealed = []
    for row in writing.table(RevealedLane).where("board", board.id):
        table = "lane" if row.function is None else "function"
        revealed.append(
            writing.names.write_either(table, getattr(row, table), ("function", "lane"), key)
        )
    listed = BY_FUNCTION if board.by_function else lanes
    return {"lanes": listed, **writing.fields(board), **set_fields(revealed_lanes=revealed)}


def write_map_lanes(writing: Writing, stage: Id) -> list[Plain]:
    """The lanes of a stage's journey map; of those that the stage describes, the key alone."""
    return [
        writing.short(lane, LANE) if lane.on_board is None else lane.key
        for lane in _on_map(writing, stage)
    ]


def _on_board(writing: Writing, stage: Id) -> list[Lane]:
    """The lanes that a stage's board lists, from left to right."""
    boards = writing.table(Board).where("stage", stage)
    if not boards or boards[0].by_function:
        return []
    return _in_order(writing.table(Lane).where("stage", stage), "on_board")


def _on_map(writing: Writing, stage: Id) -> list[Lane]:
    """The lanes of a stage's journey map, from top to bottom; none where there is no map."""
    has_map = bool(writing.table(Journey).where("stage", stage))
    return _in_order(writing.table(Lane).where("stage", stage), "on_map") if has_map else []


def _in_order(lanes: list[Lane], column: str) -> list[Lane]:
    placed = [lane for lane in lanes if getattr(lane, column) is not None]
    return sorted(placed, key=lambda lane: (getattr(lane, column), lane.id))
