"""The workshop itself, its rhythm, what was said, the brief, the facilitator's own lines."""

from __future__ import annotations

from typing import Any

from workshop.codes import find_zone
from workshop.columns import columns
from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, section, set_fields
from workshop.interchange.sections import people
from workshop.interchange.source import Source
from workshop.records.details import (
    Details,
    Earlier,
    Incentive,
    Message,
    PrivateNote,
    Revision,
    Rhythm,
    Said,
    SectionState,
)
from workshop.records.notes import Note
from workshop.state import NUMBERS

PLAN = (
    "purpose", "results", "people", "room", "preparation", "materials",
    "reads_from_previous_brief", "writes_to_brief",
)  # fmt: skip
"""What a template says of the workshop beside its agenda."""

FACILITATOR = {"id": "facilitator_key", "name": "facilitator", "external": "facilitator_external"}
RHYTHM: dict[str, dict[str, str]] = {
    "sync": {
        name: name for name in ("every", "weekday", "at", "minutes", "first", "keeper", "told_by")
    },
    "revisit": {name: f"revisit_{name}" for name in ("template", "date")},
    "celebrate": {name: f"celebrate_{name}" for name in ("next", "how", "keeper", "told_by")},
}

_LISTS: tuple[tuple[str, type[Any]], ...] = (
    ("messages", Message),
    ("facilitator_private", PrivateNote),
    ("earlier", Earlier),
    ("said", Said),
)


def declare(reading: Reading, root: Source) -> None:
    """Nothing here is called by a name."""


def read(reading: Reading, root: Source, plan: Details | None = None) -> None:
    """Reads `workshop` and the small sections around it; what it does not say of its plan is as
    in the template that the agenda names."""
    _read_details(reading, root, plan)
    for name, cls in _LISTS:
        reading.add_all(cls, root, name)
    _read_rhythm(reading, root)
    _read_incentives(reading, root)
    _read_brief(reading, root)


def _read_details(reading: Reading, root: Source, plan: Details | None) -> None:
    source = root.need("workshop")
    given = reading.parts(Details, source, "facilitator", FACILITATOR)
    notice = root.get("fiction_notice")
    if notice is not None:
        given["fiction_notice"] = reading.column(Details, "fiction_notice", notice)
    if plan is not None:
        absent = [name for name in PLAN if name not in source.fields()]
        given.update({name: getattr(plan, name) for name in absent})
    zone = source.get("time_zone")
    if zone is not None and find_zone(zone.name) is None:
        zone.fail("a time zone that this computer knows, such as Europe/Dublin")
    reading.add(Details, source, **given)
    for name in (*PLAN, "seating"):
        source.get(name)
    last = source.get("last_note")
    if last is not None:
        known = reading.workshop.sequence.get(NUMBERS, 0)
        reading.workshop.sequence[NUMBERS] = max(known, reading.column(Note, "nr", last))
    source.finish()


def _read_rhythm(reading: Reading, root: Source) -> None:
    source = root.get("rhythm")
    if source is None:
        return
    given: dict[str, Any] = {}
    for part, names in RHYTHM.items():
        given |= reading.parts(Rhythm, source, part, names)
    reading.put(source, Rhythm(**given))
    source.finish()


def _write_rhythm(writing: Writing) -> dict[str, Plain]:
    rhythm = writing.table(Rhythm).get(1)
    if rhythm is None:
        return {}
    parts = {part: writing.part(rhythm, names) for part, names in RHYTHM.items()}
    parts["sync"] = {"every": rhythm.every, **parts["sync"]}
    return {"rhythm": set_fields(**parts)}


def _read_incentives(reading: Reading, root: Source) -> None:
    for source in root.parts("incentives"):
        handled = source.get("handled_in")
        given: dict[str, Any] = {}
        if handled is not None:
            # A roadblock has no name, only a number, so its kind always stands with it.
            kinds = ("proposal", "roadblock") if handled.is_mapping else ("proposal",)
            table, id = reading.names.read_either(handled, kinds)
            given[table] = id
        reading.add(Incentive, source, **given)
        source.finish()


def _write_incentives(writing: Writing) -> dict[str, Plain]:
    parts = []
    for row in writing.table(Incentive):
        handled: Plain = None
        if row.proposal is not None:
            handled = writing.name("proposal", row.proposal)
        elif row.roadblock is not None:
            handled = {"roadblock": writing.name("roadblock", row.roadblock)}
        parts.append({**writing.fields(row), **set_fields(handled_in=handled)})
    return section("incentives", parts)


def _read_brief(reading: Reading, root: Source) -> None:
    source = root.get("brief")
    if source is not None:
        reading.add_all(SectionState, source, "sections")
        reading.add_all(Revision, source, "revisions")
        source.finish()


def write(writing: Writing, plan_of_template: Details | None = None) -> dict[str, Plain]:
    """The section `workshop` and the small ones. What the plan has from a template that the
    agenda names is left out."""
    parts: dict[str, Plain] = {}
    details = writing.table(Details).get(1)
    if details is not None:
        parts.update(set_fields(fiction_notice=details.fiction_notice))
        parts["workshop"] = _write_details(writing, details, plan_of_template)
    for name, cls in _LISTS:
        listed = [writing.fields(row) for row in writing.table(cls)]
        parts.update(set_fields(**{name: listed}))
    brief = set_fields(
        sections=[writing.fields(row) for row in writing.table(SectionState)],
        revisions=[writing.fields(row) for row in writing.table(Revision)],
    )
    return {
        **parts,
        **_write_rhythm(writing),
        **_write_incentives(writing),
        **set_fields(brief=brief),
    }


def _write_details(writing: Writing, details: Details, plan: Details | None) -> Plain:
    fields = writing.fields(details)
    if plan is not None:
        fields = {name: held for name, held in fields.items() if name not in PLAN}
        fields.update(_differing(writing, details, plan))
    given = max((row.nr or 0 for row in writing.workshop.table("note")), default=0)
    last = writing.workshop.sequence.get(NUMBERS, 0)
    return {
        **fields,
        **set_fields(
            facilitator=writing.part(details, FACILITATOR),
            seating=people.seating(writing),
            last_note=last if last > given else None,
        ),
    }


def _differing(writing: Writing, details: Details, plan: Details) -> dict[str, Plain]:
    """The plan's fields where they are not as in the template, empty ones included."""
    return {
        column.yaml or column.name: writing.field(column, getattr(details, column.name))
        for column in columns(Details)
        if column.name in PLAN and getattr(details, column.name) != getattr(plan, column.name)
    }
