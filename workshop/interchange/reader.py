"""A whole workshop from YAML."""

from __future__ import annotations

from pathlib import Path

from workshop.interchange import pictures, templates
from workshop.interchange.mapping import Reading
from workshop.interchange.pictures import Archive
from workshop.interchange.sections import (
    agenda,
    alignment,
    ballots,
    boards,
    consensus,
    findings,
    frame,
    journeys,
    notes,
    people,
    promises,
    times,
    wordings,
)
from workshop.interchange.source import Source
from workshop.interchange.yaml_text import read_yaml
from workshop.records.details import Details
from workshop.state import Workshop

SCHEMA = "coxswain/workshop@1"
DERIVED = ("expected",)
"""Sections that are recomputed and never read."""
SECTIONS = (
    people, notes, findings, journeys, ballots, alignment, wordings, promises, consensus, times,
)  # fmt: skip


def read_file(file: Path) -> Workshop:
    """The workshop in a YAML file; raises `DataProblem`."""
    return read_archive_file(file).workshop


def read_archive_file(file: Path) -> Archive:
    """The workshop in a YAML file with its pictures; raises `DataProblem`."""
    return read_archive(templates.read_file(file), file.name)


def read_workshop(text: str, name: str) -> Workshop:
    """The workshop in a YAML text; see `read_archive`."""
    return read_archive(text, name).workshop


def read_archive(text: str, name: str) -> Archive:
    """The workshop in a YAML text with its pictures. `name` is the file's name, for messages.

    Raises `DataProblem` with file, line, path, what was found and what is allowed; unknown fields
    are refused by name.
    """
    root = read_yaml(text, name)
    schema = root.need("schema")
    if schema.plain != SCHEMA:
        schema.fail(SCHEMA)
    found = pictures.read(root)
    reading = Reading()
    with reading.step("workshop.import", name):
        _read(reading, root)
    return Archive(reading.workshop, found)


def _read(reading: Reading, root: Source) -> None:
    stages, plan = _stages(root)
    agenda.declare(reading, stages)
    for part in SECTIONS:
        part.declare(reading, root)
    agenda.read(reading, _with_plan(root, plan), stages)
    frame.read(reading, root, templates.make_workshop(plan)[Details][1] if plan else None)
    for part in SECTIONS:
        part.read(reading, root)
    boards.add_usual(reading)
    for name in DERIVED:
        root.get(name)
    root.finish()


def _stages(root: Source) -> tuple[list[Source], Source | None]:
    """The stages of the agenda, and the template they are changes to, if they are."""
    source = root.get("agenda")
    if source is None:
        return [], None
    if source.is_list:
        return list(source.items()), None
    named = source.need("template")
    known = {template.id: template for template in templates.builtin()}
    if named.plain not in known:
        named.fail("one of the templates " + ", ".join(known))
    template = known[named.plain]
    changes = source.get("changes")
    source.finish()
    stages = template.stage_sources
    return (
        agenda.changed_stages(stages, changes) if changes else list(stages.values())
    ), template.source


def _with_plan(root: Source, plan: Source | None) -> Source:
    """The document, with the template's catch-up order where it does not give one itself."""
    for name in ("catch_up", "short_version"):
        root.get(name)
    if plan is None:
        return root
    return plan.with_changes(root)
