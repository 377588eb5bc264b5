"""Templates: the six that are shipped, those of one's own, and a workshop made from one."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workshop.changes import StepId
from workshop.columns import columns
from workshop.errors import DataProblem, Refused
from workshop.interchange.mapping import Reading
from workshop.interchange.sections import agenda, boards, frame
from workshop.interchange.source import Source
from workshop.interchange.yaml_text import LARGEST_WITH_PICTURES, read_yaml
from workshop.records.agenda import Stage, StageFeed, StageInput, StageOutput
from workshop.records.details import Details
from workshop.state import Workshop
from workshop.text import clean_line, make_key

SCHEMA = "coxswain/template@1"
HEAD = ("schema", "id", "title", "duration_min", "decision_rule", "agenda", *frame.PLAN)


@dataclass(frozen=True, slots=True)
class Template:
    """A template that was read and checked. `source` is its YAML."""

    id: str
    title: str
    purpose: str
    minutes: int
    people_min: int
    people_max: int
    functions_min: int
    stages: int
    source: Source

    @property
    def stage_sources(self) -> dict[str, Source]:
        """Its stages by key, in order."""
        return {item.need("id").name: item for item in self.source.need("agenda").items()}


def folder() -> Path:
    """Where the shipped templates are."""
    from assets import path

    return path("templates")


@functools.cache
def builtin() -> tuple[Template, ...]:
    """The shipped templates, in the order of their file names."""
    return tuple(read_template(file) for file in sorted(folder().glob("*.yaml")))


def find(id: str) -> Template:
    """The shipped template of this id; raises `Refused` (`template.unknown`)."""
    for template in builtin():
        if template.id == id:
            return template
    known = tuple(template.id for template in builtin())
    raise Refused("template.unknown", found=id, known=known)


def read_template(file: Path) -> Template:
    """Reads and checks a template; raises `DataProblem` naming file, stage and field."""
    source = read_yaml(read_file(file), file.name)
    schema = source.need("schema")
    if schema.plain != SCHEMA:
        schema.fail(SCHEMA)
    workshop = make_workshop(source)
    details = workshop[Details][1]
    people = details.people
    template = Template(
        id=details.template,
        title=details.title,
        purpose=details.purpose,
        minutes=sum(stage.minutes for stage in workshop[Stage]),
        people_min=people.min if people else 2,
        people_max=people.max if people else 40,
        functions_min=people.functions_min if people else 2,
        stages=len(workshop[Stage]),
        source=source,
    )
    _check_minutes(source, workshop)
    _check_flow(source, workshop)
    return template


def read_file(file: Path) -> str:
    """The text of a YAML file; raises `DataProblem` when it cannot be read, or is too large."""
    if file.exists() and not file.is_file():  # a pipe may never say a word
        raise DataProblem("data.not_a_file", file=str(file))
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST_WITH_PICTURES + 1)
        if len(content) > LARGEST_WITH_PICTURES:
            raise DataProblem("data.too_large", file=file.name, limit=LARGEST_WITH_PICTURES)
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataProblem("data.not_text", file=file.name) from error
    except OSError as error:
        raise DataProblem("data.unreadable", file=str(file), reason=error.strerror) from error


def new_workshop(template_id: str, title: str = "", on: str | None = None) -> Workshop:
    """A new workshop made from a shipped template: its stages, minutes, settings and flow."""
    template = find(template_id)
    workshop = make_workshop(template.source)
    name = clean_line(title) or template.title
    key = make_key(f"{name} {on or ''}") or template.id
    with workshop.step("workshop.new"):
        workshop[Details].replace(1, key=key, title=name, on=on)
    workshop.last_step = StepId(0)
    return workshop


def make_workshop(source: Source) -> Workshop:
    """A workshop that holds what a template says; raises `DataProblem`."""
    reading = Reading()
    stages = list(source.need("agenda").items())
    agenda.declare(reading, stages)
    with reading.step("template.read", source.file):
        for name in HEAD:
            source.get(name)
        id = reading.column(Details, "key", source.need("id"))
        reading.put(source, Details(key=id, template=id, **_head(reading, source)))
        agenda.read(reading, source, stages)
        boards.add_usual(reading)
        source.finish()
    return reading.workshop


def _head(reading: Reading, source: Source) -> dict[str, Any]:
    head = {"title", "decision_rule", *frame.PLAN}
    others = [column.name for column in columns(Details) if column.name not in head]
    return reading.fields(Details, source, "", *others)


def _check_minutes(source: Source, workshop: Workshop) -> None:
    """The steps of a stage add up to its minutes, the stages to the whole."""
    for item, stage in zip(source.need("agenda").items(), workshop[Stage], strict=True):
        total = sum(step.minutes for step in stage.steps)
        if stage.steps and total != stage.minutes:
            item.need("steps").fail(f"steps that add up to {stage.minutes} minutes", total)
    total = sum(stage.minutes for stage in workshop[Stage])
    whole = source.get("duration_min")
    if whole is not None and whole.plain != total:
        whole.fail(f"the sum of its stages, {total} minutes")


def _check_flow(source: Source, workshop: Workshop) -> None:
    """Results go on forward in time only, and giver and taker name each other."""
    order: dict[int, int] = {stage.id: place for place, stage in enumerate(workshop[Stage])}
    taken = {(row.source, row.stage) for row in workshop[StageInput] if row.source is not None}
    outputs = {row.id: row.stage for row in workshop[StageOutput]}
    given = {(outputs[row.output], row.stage) for row in workshop[StageFeed]}
    items = dict(zip(order, source.need("agenda").items(), strict=True))
    for giver, taker in _pairs(given | taken):
        if order[giver] >= order[taker] and (giver, taker) in taken:
            items[taker].need("inputs").fail("stages that come earlier", workshop[Stage][giver].key)
        elif order[giver] >= order[taker]:
            items[giver].need("outputs").fail("stages that come later", workshop[Stage][taker].key)
    for giver, taker in _pairs(given - taken):
        items[taker].fail(f"an input from {workshop[Stage][giver].key}, which feeds it", "none")
    for giver, taker in _pairs(taken - given):
        items[giver].fail(f"an output that feeds {workshop[Stage][taker].key}", "none")


def _pairs(found: Iterable[tuple[int | None, int]]) -> list[tuple[int, int]]:
    return sorted((giver, taker) for giver, taker in found if giver is not None)
