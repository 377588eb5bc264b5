"""The agenda: stages written as in templates, or as changes to a built-in template."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workshop.columns import column_of
from workshop.fields import Plain
from workshop.figures import in_place
from workshop.integrity import PREVIOUS_BRIEF
from workshop.interchange.mapping import Reading, Writing, set_fields
from workshop.interchange.names import Id
from workshop.interchange.sections import boards
from workshop.interchange.source import Source
from workshop.records.agenda import Stage, StageFeed, StageInput, StageOutput
from workshop.setups import settings_types

NOTES = {name: name for name in ("run", "watch", "say")}
FALLBACK = {name: name for name in ("shorten_to", "how", "may_skip", "if_skipped")}


def declare(reading: Reading, stages: Iterable[Source]) -> None:
    """Gives stages and the lanes of their boards their ids."""
    for source in stages:
        name = source.need("id")
        reading.declare("stage", name)
        boards.declare(reading, source, name.name)


def read(reading: Reading, root: Source, stages: Iterable[Source]) -> None:
    """Reads the stages, then what goes in and out of them, then how the day is cut short."""
    catch_up = root.get("catch_up")
    order = reading.ranks("stage", catch_up.get("order") if catch_up else None)
    never = reading.ranks("stage", catch_up.get("never_skip") if catch_up else None)
    if catch_up is not None:
        catch_up.finish()
    short = _short_version(reading, root)
    for place, source in enumerate(stages, 1):
        id = reading.names.read(source.need("id"), "stage")
        given = {
            "id": id,
            "place": place,
            "never_skip": id in never,
            "catch_up": order.get(id),
            "short_minutes": short.get(id),
        }
        _read_stage(reading, source, given)


def _short_version(reading: Reading, root: Source) -> dict[Id, Any]:
    found = root.get("short_version")
    if found is None:
        return {}
    found.get("total_min")
    minutes: dict[Id, Any] = {}
    for item in found.need("changes").items():
        stage = reading.names.read(item.need("stage"), "stage")
        if stage in minutes:
            item.need("stage").fail_twice()
        minutes[stage] = reading.column(Stage, "short_minutes", item.need("to"))
        item.finish()
    found.finish()
    return minutes


def _read_stage(reading: Reading, source: Source, given: dict[str, Any]) -> None:
    given |= reading.parts(Stage, source, "facilitator_notes", NOTES)
    given |= _read_fallback(reading, source)
    stage = reading.add(Stage, source, setup=_read_setup(reading, source), **given)
    boards.read(reading, source, stage.id, stage.key)
    _read_flow(reading, source, stage.id)
    source.finish()


def _read_fallback(reading: Reading, source: Source) -> dict[str, Any]:
    """How the stage is cut short. What a template says of it yields to fewer minutes."""
    fallback = source.get("fallback")
    if fallback is None:
        return {}
    given = reading.part(Stage, fallback, FALLBACK)
    minutes = source.get("minutes")
    length = column_of(Stage, "minutes").default if minutes is None else minutes.plain
    is_of_template = fallback.file != source.file
    if is_of_template and type(length) is int and (given.get("shorten_to") or 0) > length:
        given["shorten_to"] = length
    return given


def _read_setup(reading: Reading, source: Source) -> Any:
    kind = source.need("kind")
    settings = settings_types().get(kind.name)
    if settings is None:
        kind.fail("one of the stage kinds " + ", ".join(settings_types()))
    fields = source.get("setup")
    return reading.settings(settings, fields) if fields else settings()


def _read_flow(reading: Reading, source: Source, stage: Id) -> None:
    for item in source.each("inputs"):
        giver = item.need("from")
        earlier = giver.plain == PREVIOUS_BRIEF
        origin = None if earlier else reading.names.read(giver, "stage")
        reading.add(StageInput, item, stage=stage, source=origin)
        item.finish()
    for item in source.each("outputs"):
        output = reading.add(StageOutput, item, stage=stage)
        for target in item.each("feeds"):
            taker = reading.names.read(target, "stage")
            reading.put(target, StageFeed(output=output.id, stage=taker))
        item.finish()


def write_stage(writing: Writing, row: Stage) -> dict[str, Plain]:
    """A stage as templates have it."""
    inputs = writing.table(StageInput).where("stage", row.id)
    outputs = writing.table(StageOutput).where("stage", row.id)
    return {
        **writing.fields(row),
        **boards.write(writing, row),
        **set_fields(
            facilitator_notes=writing.part(row, NOTES),
            setup=writing.fields(row.setup),
            inputs=[_input(writing, item) for item in inputs],
            outputs=[_output(writing, item) for item in outputs],
            fallback=writing.part(row, FALLBACK),
        ),
    }


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
        if name.name not in stages:
            name.fail("a stage of the template: " + ", ".join(stages))
        if changed[name.name] is not stages[name.name]:
            name.fail_twice()
        changed[name.name] = stages[name.name].with_changes(item, "stage")
    return list(changed.values())
