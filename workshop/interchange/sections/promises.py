"""Metrics, milestones, guardrails, actions, parked points."""

from __future__ import annotations

from typing import Any

from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, section, sections, set_fields
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
        listed = root.get(name)
        for item in listed.items() if listed else ():
            reading.declare(table, item.need("id"))
    number = 0
    for source in sections(root, "guardrails"):
        roadblocks = source.get("roadblocks")
        for _ in roadblocks.items() if roadblocks else ():
            number += 1
            id = reading.workshop.next_id("roadblock")
            reading.names.declare("roadblock", number, id)


def read(reading: Reading, root: Source) -> None:
    """Reads the sections of what was promised."""
    metrics = root.get("metrics")
    for source in metrics.items() if metrics else ():
        _read_metric(reading, source)
    milestones = root.get("milestones")
    for source in milestones.items() if milestones else ():
        _read_milestone(reading, source)
    number = 0
    for source in sections(root, "guardrails"):
        number = _read_guardrails(reading, source, number)
    actions = root.get("actions")
    for source in actions.items() if actions else ():
        id = reading.names.read(source.need("id"), "action")
        reading.add(Action, source, _stage_key(source), id=id)
        read_link(reading, source, "action", id)
        source.finish()
    parked = root.get("parking_lot")
    for source in parked.items() if parked else ():
        _read_parked(reading, source)


def _stage_key(source: Source) -> str:
    stage = source.get("stage")
    return "" if stage is None else str(stage.plain)


def _read_metric(reading: Reading, source: Source) -> None:
    id = reading.names.read(source.need("id"), "metric")
    baseline = source.get("baseline")
    given: dict[str, Any] = {"baseline": None} if _is_unknown(baseline) else {}
    reading.add(Metric, source, _stage_key(source), id=id, **given)
    read_link(reading, source, "metric", id)
    contributions = source.get("contributions")
    for name, text in contributions.fields().items() if contributions else ():
        function = reading.names.find("function", name)
        if function is None:
            text.fail("a function of this workshop", name)
        reading.put(text, Contribution(metric=id, function=function, text=text.plain))
    readings = source.get("readings")
    for item in readings.items() if readings else ():
        reading.add(MetricReading, item, metric=id)
        item.finish()
    source.finish()


def _is_unknown(source: Source | None) -> bool:
    return source is None or source.plain == UNKNOWN


def _read_milestone(reading: Reading, source: Source) -> None:
    id = reading.names.read(source.need("id"), "milestone")
    key = _stage_key(source)
    serves = source.get("serves")
    given: dict[str, Any] = {}
    if serves is not None:
        table, found = reading.names.read_either(serves, SERVES, key)
        given[table] = found
    reading.add(Milestone, source, key, id=id, **given)
    read_link(reading, source, "milestone", id)
    functions = source.get("functions")
    for item in functions.items() if functions else ():
        function = reading.names.read(item, "function")
        reading.put(item, MilestoneFunction(milestone=id, function=function))
    source.finish()


def _read_guardrails(reading: Reading, source: Source, number: int) -> int:
    key = _stage_key(source)
    guardrails = reading.add(Guardrails, source)
    for column in COLUMNS:
        listed = source.get(column)
        for item in listed.items() if listed else ():
            _read_line(reading, item, guardrails.id, column)
    champions = source.get("champions")
    for item in champions.items() if champions else ():
        table, area = reading.names.read_either(item.need("area"), AREAS, key)
        reading.add(Champion, item, key, guardrails=guardrails.id, **{table: area})
        item.finish()
    pods = source.get("pods")
    for item in pods.items() if pods else ():
        _read_pod(reading, item, guardrails.id, key)
    roadblocks = source.get("roadblocks")
    for item in roadblocks.items() if roadblocks else ():
        number += 1
        id = reading.names.find("roadblock", number) or 0
        reading.add(Roadblock, item, key, id=id, guardrails=guardrails.id)
        read_link(reading, item, "roadblock", id)
        item.finish()
    source.finish()
    return number


def _read_line(reading: Reading, source: Source, guardrails: Id, column: str) -> None:
    given: dict[str, Any] = {"guardrails": guardrails, "column": column}
    if not source.is_mapping:
        reading.put(source, GuardrailLine(text=source.plain, **given))
        return
    line = reading.add(GuardrailLine, source, **given)
    read_link(reading, source, "guardrail_line", line.id)
    source.finish()


def _read_pod(reading: Reading, source: Source, guardrails: Id, key: str) -> None:
    pod = reading.add(Pod, source, guardrails=guardrails)
    areas = source.get("areas")
    for item in areas.items() if areas else ():
        table, area = reading.names.read_either(item, AREAS, key)
        reading.put(item, PodArea(pod=pod.id, **{table: area}))
    members = source.get("members")
    for item in members.items() if members else ():
        who = reading.names.read(item, "participant")
        reading.put(item, PodMember(pod=pod.id, participant=who))
    metrics = source.get("works_on")
    for item in metrics.items() if metrics else ():
        reading.put(item, PodMetric(pod=pod.id, metric=reading.names.read(item, "metric")))
    source.finish()


def _read_parked(reading: Reading, source: Source) -> None:
    home = source.get("ref")
    given: dict[str, Any] = {}
    if home is not None:
        table, id = reading.names.read_either(home, HOMES)
        given[table] = id
    reading.add(ParkedPoint, source, **given)
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
