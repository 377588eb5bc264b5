"""Metrics, milestones, guardrails, actions, parked points."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from typing import Any

from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, section, set_fields, stage_key
from workshop.interchange.names import Id
from workshop.interchange.sections.notes import read_link, write_link
from workshop.interchange.source import Source
from workshop.records.promises import (
    Action,
    Champion,
    Contribution,
    GuardrailLine,
    Guardrails,
    Metric,
    Milestone,
    MilestoneFunction,
    ParkedPoint,
    Pod,
    PodArea,
    PodMember,
    PodMetric,
    Roadblock,
)
from workshop.records.promises import (
    Reading as MetricReading,
)

UNKNOWN = "unknown"
COLUMNS = ("decide_freely", "ask_first", "never")
AREAS = ("phase", "moment")
SERVES = ("metric", "moment")
HOMES = ("proposal", "action")


def declare(reading: Reading, root: Source) -> None:
    """Gives metrics, milestones, actions and roadblocks their ids; roadblocks go by number."""
    for table, name in (("metric", "metrics"), ("milestone", "milestones"), ("action", "actions")):
        for item in root.each(name):
            reading.declare(table, item.need("id"))
    for number, item in enumerate(_roadblocks(root), 1):
        reading.declare_as("roadblock", number, item)


def _roadblocks(root: Source) -> Iterator[Source]:
    for source in root.parts("guardrails"):
        yield from source.each("roadblocks")


def read(reading: Reading, root: Source) -> None:
    """Reads the sections of what was promised."""
    for source in root.each("metrics"):
        _read_metric(reading, source)
    for source in root.each("milestones"):
        _read_milestone(reading, source)
    numbers = itertools.count(1)
    for source in root.parts("guardrails"):
        _read_guardrails(reading, source, numbers)
    for source in root.each("actions"):
        id = reading.names.read(source.need("id"), "action")
        reading.add(Action, source, stage_key(source), id=id)
        read_link(reading, source, "action", id)
        source.finish()
    for source in root.each("parking_lot"):
        reading.add(ParkedPoint, source, **_one_of(reading, source.get("ref"), HOMES))
        source.finish()


def _one_of(
    reading: Reading, source: Source | None, kinds: tuple[str, ...], key: str = ""
) -> dict[str, Id]:
    """The column, and the id in it, of a reference to one of several kinds of record."""
    if source is None:
        return {}
    table, id = reading.names.read_either(source, kinds, key)
    return {table: id}


def _read_metric(reading: Reading, source: Source) -> None:
    id = reading.names.read(source.need("id"), "metric")
    baseline = source.get("baseline")
    is_unknown = baseline is not None and baseline.plain == UNKNOWN
    given: dict[str, Any] = {"baseline": None} if is_unknown else {}
    reading.add(Metric, source, stage_key(source), id=id, **given)
    read_link(reading, source, "metric", id)
    for name, item in source.entries("contributions"):
        function = reading.names.read_key(item, "function", name)
        text = reading.column(Contribution, "text", item)
        reading.put(item, Contribution(metric=id, function=function, text=text))
    for item in source.each("readings"):
        _read_reading(reading, item, id)
    source.finish()


def _read_reading(reading: Reading, source: Source, metric: Id) -> None:
    """A number is read today or before; at the other end of the world tomorrow has begun."""
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    if str(source.need("date").plain) > tomorrow.isoformat():
        source.need("date").fail("a date that has come")
    reading.add(MetricReading, source, metric=metric)
    source.finish()


def _read_milestone(reading: Reading, source: Source) -> None:
    id = reading.names.read(source.need("id"), "milestone")
    key = stage_key(source)
    serves = _one_of(reading, source.get("serves"), SERVES, key)
    reading.add(Milestone, source, key, id=id, **serves)
    read_link(reading, source, "milestone", id)
    for item in source.each("functions"):
        function = reading.names.read(item, "function")
        reading.put(item, MilestoneFunction(milestone=id, function=function))
    source.finish()


def _read_guardrails(reading: Reading, source: Source, numbers: Iterator[int]) -> None:
    key = stage_key(source)
    guardrails = reading.add(Guardrails, source)
    for column in COLUMNS:
        for item in source.each(column):
            _read_line(reading, item, guardrails.id, column)
    for item in source.each("champions"):
        area = _one_of(reading, item.need("area"), AREAS, key)
        reading.add(Champion, item, key, guardrails=guardrails.id, **area)
        item.finish()
    for item in source.each("pods"):
        _read_pod(reading, item, guardrails.id, key)
    for item in source.each("roadblocks"):
        id = reading.names.find("roadblock", next(numbers))
        reading.add(Roadblock, item, key, id=id, guardrails=guardrails.id)
        read_link(reading, item, "roadblock", id)
        item.finish()
    source.finish()


def _read_line(reading: Reading, source: Source, guardrails: Id, column: str) -> None:
    given: dict[str, Any] = {"guardrails": guardrails, "column": column}
    if not source.is_mapping:
        text = reading.column(GuardrailLine, "text", source)
        reading.put(source, GuardrailLine(text=text, **given))
        return
    line = reading.add(GuardrailLine, source, **given)
    read_link(reading, source, "guardrail_line", line.id)
    source.finish()


def _read_pod(reading: Reading, source: Source, guardrails: Id, key: str) -> None:
    pod = reading.add(Pod, source, guardrails=guardrails)
    for item in source.each("areas"):
        reading.put(item, PodArea(pod=pod.id, **_one_of(reading, item, AREAS, key)))
    for item in source.each("members"):
        who = reading.names.read(item, "participant")
        reading.put(item, PodMember(pod=pod.id, participant=who))
    for item in source.each("works_on"):
        reading.put(item, PodMetric(pod=pod.id, metric=reading.names.read(item, "metric")))
    source.finish()


def write(writing: Writing) -> dict[str, Plain]:
    """The sections of what was promised."""
    return {
        **set_fields(
            metrics=[_metric(writing, row) for row in writing.table(Metric)],
            milestones=[_milestone(writing, row) for row in writing.table(Milestone)],
        ),
        **section("guardrails", [_guardrails(writing, row) for row in writing.table(Guardrails)]),
        **set_fields(
            actions=[
                {**_fields(writing, row), **write_link(writing, "action", row.id)}
                for row in writing.table(Action)
            ],
            parking_lot=[_parked(writing, row) for row in writing.table(ParkedPoint)],
        ),
    }


def _fields(writing: Writing, row: Any) -> dict[str, Plain]:
    return writing.fields(row, writing.stage(row.stage))


def _metric(writing: Writing, row: Metric) -> Plain:
    fields = _fields(writing, row)
    if row.baseline is None:
        fields["baseline"] = UNKNOWN
    contributions = writing.table(Contribution).where("metric", row.id)
    readings = writing.table(MetricReading).where("metric", row.id)
    parts = {writing.name("function", item.function): item.text for item in contributions}
    return {
        **fields,
        **write_link(writing, "metric", row.id),
        **set_fields(contributions=parts, readings=[writing.fields(item) for item in readings]),
    }


def _either(writing: Writing, row: Any, kinds: tuple[str, ...], key: str = "") -> Plain:
    """What one of several references of a record is called, or None."""
    for table in kinds:
        id = getattr(row, table)
        if id is not None:
            return writing.names.write_either(table, id, kinds, key)
    return None


def _milestone(writing: Writing, row: Milestone) -> Plain:
    functions = writing.table(MilestoneFunction).where("milestone", row.id)
    key = writing.stage(row.stage)
    return {
        **_fields(writing, row),
        **write_link(writing, "milestone", row.id),
        **set_fields(
            functions=[writing.name("function", item.function) for item in functions],
            serves=_either(writing, row, SERVES, key),
        ),
    }


def _guardrails(writing: Writing, row: Guardrails) -> dict[str, Plain]:
    key = writing.stage(row.stage)
    lines: dict[str, list[Plain]] = {column: [] for column in COLUMNS}
    for line in writing.table(GuardrailLine).where("guardrails", row.id):
        fields = {**writing.fields(line), **write_link(writing, "guardrail_line", line.id)}
        lines[line.column].append(line.text if fields == {"text": line.text} else fields)
    champions = [
        {"area": _either(writing, item, AREAS, key), **writing.fields(item)}
        for item in writing.table(Champion).where("guardrails", row.id)
    ]
    pods = writing.table(Pod).where("guardrails", row.id)
    roadblocks = [
        {**writing.fields(item), **write_link(writing, "roadblock", item.id)}
        for item in writing.table(Roadblock).where("guardrails", row.id)
    ]
    return {
        **writing.fields(row),
        **set_fields(**lines, champions=champions),
        **set_fields(pods=[_pod(writing, pod, key) for pod in pods], roadblocks=roadblocks),
    }


def _pod(writing: Writing, row: Pod, key: str) -> Plain:
    areas = writing.table(PodArea).where("pod", row.id)
    members = writing.table(PodMember).where("pod", row.id)
    metrics = writing.table(PodMetric).where("pod", row.id)
    return {
        **writing.fields(row),
        **set_fields(
            areas=[_either(writing, item, AREAS, key) for item in areas],
            members=[writing.name("participant", item.participant) for item in members],
            works_on=[writing.name("metric", item.metric) for item in metrics],
        ),
    }


def _parked(writing: Writing, row: ParkedPoint) -> Plain:
    return {**writing.fields(row), **set_fields(ref=_either(writing, row, HOMES))}
