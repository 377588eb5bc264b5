"""The workshop itself, its rhythm, what was said, the brief, the facilitator's own lines."""

from __future__ import annotations

from typing import Any

from workshop.columns import columns
from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, section, sections, set_fields
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
from workshop.records.promises import Roadblock
from workshop.state import NUMBERS

PLAN = (
    "purpose", "results", "people", "room", "preparation", "materials",
    "reads_from_previous_brief", "writes_to_brief",
)  # fmt: skip
"""What a template says of the workshop beside its agenda."""

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
        listed = root.get(name)
        for item in listed.items() if listed else ():
            reading.add(cls, item)
            item.finish()
    _read_rhythm(reading, root)
    _read_incentives(reading, root)
    _read_brief(reading, root)


def _read_details(reading: Reading, root: Source, plan: Details | None) -> None:
    source = root.need("workshop")
    given = _facilitator(source)
    notice = root.get("fiction_notice")
    given["fiction_notice"] = str(notice.plain) if notice else ""
    if plan is not None:
        absent = [name for name in PLAN if name not in source.fields()]
        given.update({name: getattr(plan, name) for name in absent})
    reading.add(Details, source, **given)
    for name in (*PLAN, "seating"):
        source.get(name)
    _read_last_note(reading, source)
    source.finish()


def _facilitator(source: Source) -> dict[str, Any]:
    facilitator = source.get("facilitator")
    if facilitator is None:
        return {}
    given = {
        "facilitator_key": _text(facilitator, "id"),
        "facilitator": _text(facilitator, "name"),
        "facilitator_external": bool(_plain(facilitator, "external")),
    }
    facilitator.finish()
    return given


def _read_last_note(reading: Reading, source: Source) -> None:
    last = source.get("last_note")
    if last is None:
        return
    if type(last.plain) is not int:
        last.fail("the highest room number given so far")
    known = reading.workshop.sequence.get(NUMBERS, 0)
    reading.workshop.sequence[NUMBERS] = max(known, last.plain)


def _plain(source: Source, name: str) -> Plain:
    field = source.get(name)
    return None if field is None else field.plain


def _text(source: Source, name: str) -> str:
    return str(_plain(source, name) or "")


def _read_rhythm(reading: Reading, root: Source) -> None:
    source = root.get("rhythm")
    if source is None:
        return
    given: dict[str, Any] = {}
    for part, prefix in (("sync", ""), ("revisit", "revisit_"), ("celebrate", "celebrate_")):
        fields = source.get(part)
        if fields is None:
            continue
        for column in columns(Rhythm):
            name = _rhythm_name(column.name, prefix)
            field = fields.get(name) if name else None
            if field is not None:
                given[column.name] = reading.field(column, field)
        fields.finish()
    reading.put(source, Rhythm(**given))
    source.finish()


def _rhythm_name(column: str, prefix: str) -> str:
    """What a column of the rhythm is called in the part with this prefix; empty for others."""
    if prefix:
        return column.removeprefix(prefix) if column.startswith(prefix) else ""
    return "" if column == "id" or column.startswith(("revisit_", "celebrate_")) else column


def _write_rhythm(writing: Writing) -> dict[str, Plain]:
    rhythm = writing.table(Rhythm).get(1)
    if rhythm is None:
        return {}
    parts: dict[str, dict[str, Plain]] = {"sync": {}, "revisit": {}, "celebrate": {}}
    for column in columns(Rhythm):
        held = getattr(rhythm, column.name)
        for part, prefix in (("sync", ""), ("revisit", "revisit_"), ("celebrate", "celebrate_")):
            name = _rhythm_name(column.name, prefix)
            if name and (held != column.default or name == "every"):
                parts[part][name] = writing.field(column, held)
    return {"rhythm": {name: fields for name, fields in parts.items() if fields}}


def _read_incentives(reading: Reading, root: Source) -> None:
    for source in sections(root, "incentives"):
        handled = source.get("handled_in")
        given: dict[str, Any] = {}
        if handled is not None and handled.is_mapping:
            given["roadblock"] = reading.names.read(handled.need("roadblock"), "roadblock")
        elif handled is not None:
            given["proposal"] = reading.names.read(handled, "proposal")
        reading.put(source, Incentive(**reading.fields(Incentive, source), **given))
        source.finish()


def _write_incentives(writing: Writing) -> dict[str, Plain]:
    numbers = {row.id: at for at, row in enumerate(writing.table(Roadblock), 1)}
    parts = []
    for row in writing.table(Incentive):
        handled: Plain = None
        if row.proposal is not None:
            handled = writing.name("proposal", row.proposal)
        elif row.roadblock is not None:
            handled = {"roadblock": numbers[row.roadblock]}
        parts.append({**writing.fields(row), **set_fields(handled_in=handled)})
    return section("incentives", parts)


def _read_brief(reading: Reading, root: Source) -> None:
    source = root.get("brief")
    if source is None:
        return
    for name, cls in (("sections", SectionState), ("revisions", Revision)):
        listed = source.get(name)
        for item in listed.items() if listed else ():
            reading.add(cls, item)
            item.finish()
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
    facilitator = set_fields(
        id=details.facilitator_key,
        name=details.facilitator,
        external=details.facilitator_external,
    )
    fields = writing.fields(details)
    if plan is not None:
        fields = {name: held for name, held in fields.items() if name not in PLAN}
        fields.update(_differing(writing, details, plan))
    given = max((row.nr or 0 for row in writing.workshop.table("note")), default=0)
    last = writing.workshop.sequence.get(NUMBERS, 0)
    return {
        **fields,
        **set_fields(
            facilitator=facilitator,
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
