"""The agenda: stages written as in templates, or as changes to a built-in template."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workshop.columns import columns
from workshop.errors import DataProblem
from workshop.fields import Plain
from workshop.integrity import PREVIOUS_BRIEF
from workshop.interchange.mapping import Reading, Writing, set_fields
from workshop.interchange.names import Id
from workshop.interchange.sections.people import in_place
from workshop.interchange.source import Source
from workshop.records.agenda import (
    Board,
    Lane,
    RevealedLane,
    Stage,
    StageFeed,
    StageInput,
    StageOutput,
)
from workshop.records.journey import Journey
from workshop.setups import settings_types

FALLBACK = ("shorten_to", "how", "may_skip", "if_skipped")
NOTES = ("run", "watch", "say")
BY_FUNCTION = "functions"


def declare(reading: Reading, stages: Iterable[Source]) -> None:
    """Gives stages and the lanes of their boards their ids."""
    for source in stages:
        name = source.need("id")
        reading.declare("stage", name)
        for lane in _lanes(source):
            reading.declare("lane", _lane_key(lane), str(name.plain))


def _lanes(source: Source) -> list[Source]:
    """Every lane that a stage's board and the stage itself list."""
    board = source.get("board")
    listed = board.get("lanes") if board else None
    found = list(listed.items()) if listed and listed.is_list else []
    more = source.get("lanes")
    return found + (list(more.items()) if more else [])


def _lane_key(source: Source) -> Source:
    return source.need("id") if source.is_mapping else source


def read(reading: Reading, root: Source, stages: Iterable[Source]) -> None:
    """Reads the stages, then what goes in and out of them, then how the day is cut short."""
    stages = tuple(stages)
    order = _places(reading, root, "catch_up", "order")
    never = _places(reading, root, "catch_up", "never_skip")
    short = _short_version(reading, root)
    for place, source in enumerate(stages, 1):
        id = reading.names.read(source.need("id"), "stage")
        given = {
            "never_skip": id in never,
            "catch_up": order.get(id),
            "short_minutes": short.get(id),
        }
        _read_stage(reading, source, id, place, given)
    catch_up = root.get("catch_up")
    if catch_up is not None:
        catch_up.finish()


def _places(reading: Reading, root: Source, section: str, name: str) -> dict[Id, Id]:
    found = root.get(section)
    listed = found.get(name) if found else None
    items = listed.items() if listed else ()
    return {reading.names.read(item, "stage"): place for place, item in enumerate(items, 1)}


def _short_version(reading: Reading, root: Source) -> dict[Id, Id]:
    found = root.get("short_version")
    if found is None:
        return {}
    found.get("total_min")
    minutes = {}
    for item in found.need("changes").items():
        minutes[reading.names.read(item.need("stage"), "stage")] = item.need("to").plain
        item.finish()
    found.finish()
    return minutes


def _read_stage(
    reading: Reading, source: Source, id: Id, place: float, given: dict[str, Any]
) -> None:
    key = str(source.need("id").plain)
    setup = _read_setup(reading, source)
    for part, names in (("facilitator_notes", NOTES), ("fallback", FALLBACK)):
        fields = source.get(part)
        if fields is not None:
            given |= _read_part(reading, fields, names)
    reading.add(Stage, source, key, id=id, place=place, setup=setup, **given)
    _read_lanes(reading, source, id, key)
    _read_board(reading, source, id, key)
    _read_flow(reading, source, id)
    source.finish()


def _read_setup(reading: Reading, source: Source) -> Any:
    kind = source.need("kind")
    settings = settings_types().get(str(kind.plain))
    if settings is None:
        kind.fail("one of the stage kinds " + ", ".join(settings_types()))
    fields = source.get("setup")
    return reading.settings(settings, fields) if fields else settings()


def _read_part(reading: Reading, source: Source, names: Iterable[str]) -> dict[str, Any]:
    """Columns of a stage that stand in a part of its own."""
    found = {}
    known = {column.name: column for column in columns(Stage)}
    for name in names:
        field = source.get(name)
        if field is not None:
            found[name] = reading.field(known[name], field)
    source.finish()
    return found


def _read_lanes(reading: Reading, source: Source, stage: Id, key: str) -> None:
    board = source.get("board")
    listed = board.get("lanes") if board else None
    if listed is not None and listed.is_list:
        for place, item in enumerate(listed.items(), 1):
            read_lane(reading, item, stage, key, on_board=place)
    more = source.get("lanes")
    for item in more.items() if more else ():
        places = {name: item.get(name) for name in ("on_board", "on_map")}
        given = {name: place.plain for name, place in places.items() if place}
        read_lane(reading, item, stage, key, **given)


def read_lane(reading: Reading, source: Source, stage: Id, stage_key: str, **places: Any) -> None:
    """Reads one lane, a key or fields."""
    key = _lane_key(source)
    id = reading.names.read(key, "lane", stage_key)
    name = source.get("name") if source.is_mapping else None
    text = str(name.plain) if name else ""
    reading.put(source, Lane(id=id, stage=stage, key=str(key.plain), name=text, **places))
    if source.is_mapping:
        source.finish()


def _read_board(reading: Reading, source: Source, stage: Id, key: str) -> None:
    fields = source.get("board")
    if fields is None:
        return
    lanes = fields.get("lanes")
    by_function = lanes is None or lanes.plain == BY_FUNCTION
    if lanes is not None and not by_function and not lanes.is_list:
        lanes.fail("functions, or a list of lanes")
    board = reading.add(Board, fields, key, stage=stage, by_function=by_function)
    revealed = fields.get("revealed_lanes")
    for item in revealed.items() if revealed else ():
        table, id = reading.names.read_either(item, ("function", "lane"), key)
        reading.put(item, RevealedLane(board=board.id, **{table: id}))
    fields.finish()


def _read_flow(reading: Reading, source: Source, stage: Id) -> None:
    inputs = source.get("inputs")
    for item in inputs.items() if inputs else ():
        giver = item.need("from")
        earlier = giver.plain == PREVIOUS_BRIEF
        origin = None if earlier else reading.names.read(giver, "stage")
        reading.add(StageInput, item, stage=stage, source=origin)
        item.finish()
    outputs = source.get("outputs")
    for item in outputs.items() if outputs else ():
        output = reading.add(StageOutput, item, stage=stage)
        feeds = item.get("feeds")
        for target in feeds.items() if feeds else ():
            taker = reading.names.read(target, "stage")
            reading.put(target, StageFeed(output=output.id, stage=taker))
        item.finish()


def write_stage(writing: Writing, row: Stage) -> dict[str, Plain]:
    """A stage as templates have it."""
    key = row.key
    board = next(iter(writing.table(Board).where("stage", row.id)), None)
    known = {column.name: column for column in columns(Stage)}
    notes = {name: writing.field(known[name], getattr(row, name)) for name in NOTES}
    fallback = {name: writing.field(known[name], getattr(row, name)) for name in FALLBACK}
    lanes = writing.table(Lane).where("stage", row.id)
    listed = _on_board(board, lanes)
    inputs = writing.table(StageInput).where("stage", row.id)
    outputs = writing.table(StageOutput).where("stage", row.id)
    others = [lane for lane in lanes if not _stands_elsewhere(writing, lane, listed)]
    return {
        **writing.fields(row),
        **set_fields(
            facilitator_notes=set_fields(**notes),
            setup=writing.fields(row.setup),
            board=board and _write_board(writing, board, listed, key),
            lanes=[_with_places(lane) for lane in others],
            inputs=[_input(writing, item) for item in inputs],
            outputs=[_output(writing, item) for item in outputs],
            fallback=set_fields(**fallback),
        ),
    }


def _on_board(board: Board | None, lanes: list[Lane]) -> list[Lane]:
    if board is None or board.by_function:
        return []
    return sorted(
        (lane for lane in lanes if lane.on_board is not None),
        key=lambda lane: (lane.on_board or 0, lane.id),
    )


def _stands_elsewhere(writing: Writing, lane: Lane, listed: list[Lane]) -> bool:
    """Whether the lists of the board and of the journey say all there is of a lane."""
    mapped = bool(writing.table(Journey).where("stage", lane.stage))
    on_board = lane.on_board is None or lane in listed
    on_map = lane.on_map is None or mapped
    return on_board and on_map and (lane in listed or lane.on_map is not None)


def write_lane(lane: Lane) -> Plain:
    """A lane as its key, or with its name where it has one."""
    return {"id": lane.key, "name": lane.name} if lane.name else lane.key


def _with_places(lane: Lane) -> Plain:
    places = {"on_board": lane.on_board, "on_map": lane.on_map}
    return {
        "id": lane.key,
        **set_fields(name=lane.name),
        **{name: place for name, place in places.items() if place is not None},
    }


def _write_board(writing: Writing, board: Board, lanes: list[Lane], key: str) -> Plain:
    revealed = []
    for row in writing.table(RevealedLane).where("board", board.id):
        table = "function" if row.function is not None else "lane"
        id = row.function if row.function is not None else row.lane
        assert id is not None
        revealed.append(writing.names.write_either(table, id, ("function", "lane"), key))
    listed = BY_FUNCTION if board.by_function else [write_lane(lane) for lane in lanes]
    return {"lanes": listed, **writing.fields(board), **set_fields(revealed_lanes=revealed)}


def _input(writing: Writing, row: StageInput) -> Plain:
    giver = PREVIOUS_BRIEF if row.source is None else writing.stage(row.source)
    return {"from": giver, **writing.fields(row)}


def _output(writing: Writing, row: StageOutput) -> Plain:
    feeds = [writing.stage(feed.stage) for feed in writing.table(StageFeed).where("output", row.id)]
    return {**writing.fields(row), "feeds": feeds}


def write_time_savers(writing: Writing) -> dict[str, Plain]:
    """The sections `catch_up` and `short_version`."""
    stages = in_place(writing.table(Stage))
    ordered = [row for row in stages if row.catch_up is not None]
    order = sorted(ordered, key=lambda row: (row.catch_up or 0, row.id))
    catch_up = set_fields(
        never_skip=[row.key for row in stages if row.never_skip],
        order=[row.key for row in order],
    )
    short = [
        {"stage": row.key, "to": row.short_minutes}
        for row in stages
        if row.short_minutes is not None
    ]
    total = sum(row.minutes if row.short_minutes is None else row.short_minutes for row in stages)
    return set_fields(
        catch_up=catch_up, short_version={"total_min": total, "changes": short} if short else None
    )


def changed_stages(stages: dict[str, Source], changes: Source) -> list[Source]:
    """The stages of a template with some of their fields replaced."""
    changed = dict(stages)
    for item in changes.items():
        name = item.need("stage")
        if name.plain not in stages:
            name.fail("a stage of the template: " + ", ".join(stages))
        if changed[name.plain] is not stages[name.plain]:
            raise DataProblem(
                "data.twice", file=item.file, line=item.line, path=item.path, found=name.plain
            )
        changed[name.plain] = stages[name.plain].with_changes(item, "stage")
    return list(changed.values())
