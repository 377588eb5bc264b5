"""Five whys, personas, the landscape, insights and visits."""

from __future__ import annotations

from typing import Any

from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, section, sections, set_fields
from workshop.interchange.names import Id
from workshop.interchange.sections.notes import read_link, write_link
from workshop.interchange.source import Source
from workshop.records.findings import (
    Alternative,
    FiveWhys,
    Insight,
    Landscape,
    ParkedCure,
    Persona,
    PersonaWriter,
    Visit,
    Why,
    WhyNote,
)

ENDS = ("name", "low", "high")


def declare(reading: Reading, root: Source) -> None:
    """Gives personas their ids."""
    listed = root.get("personas")
    for item in listed.items() if listed else ():
        reading.declare("persona", item.need("id"))


def read(reading: Reading, root: Source) -> None:
    """Reads the sections of what was found out."""
    for source in sections(root, "five_whys"):
        _read_five_whys(reading, source)
    personas = root.get("personas")
    for source in personas.items() if personas else ():
        _read_persona(reading, source)
    for source in sections(root, "landscape"):
        _read_landscape(reading, source)
    for name, cls in (("insight_exchange", Insight), ("visits", Visit)):
        listed = root.get(name)
        for source in listed.items() if listed else ():
            reading.add(cls, source)
            source.finish()


def _read_five_whys(reading: Reading, source: Source) -> None:
    whys = reading.add(FiveWhys, source)
    read_link(reading, source, "five_whys", whys.id)
    for name in ("chain", "branch"):
        listed = source.get(name)
        for item in listed.items() if listed else ():
            _read_why(reading, item, whys.id, in_branch=name == "branch")
    parked = source.get("parked")
    for item in parked.items() if parked else ():
        reading.add(ParkedCure, item, five_whys=whys.id)
        item.finish()
    source.finish()


def _read_why(reading: Reading, source: Source, whys: Id, in_branch: bool) -> None:
    number = source.get("branch") if in_branch else None
    given: dict[str, Any] = {"branch": (number.plain if number else 1) if in_branch else 0}
    why = reading.add(Why, source, five_whys=whys, **given)
    read_link(reading, source, "why", why.id)
    notes = source.get("notes")
    for item in notes.items() if notes else ():
        note = reading.names.read(item, "note")
        reading.put(item, WhyNote(why=why.id, note=note))
    source.finish()


def _read_persona(reading: Reading, source: Source) -> None:
    id = reading.names.read(source.need("id"), "persona")
    reading.add(Persona, source, id=id)
    read_link(reading, source, "persona", id)
    writers = source.get("co_written_with")
    for item in writers.items() if writers else ():
        who = reading.names.read(item, "participant")
        reading.put(item, PersonaWriter(persona=id, participant=who))
    source.finish()


def _read_landscape(reading: Reading, source: Source) -> None:
    given: dict[str, Any] = {}
    axes = source.get("axes")
    if axes is not None:
        for axis in ("x", "y"):
            ends = axes.need(axis)
            given |= {f"{axis}_{end}": str(ends.need(end).plain) for end in ENDS}
            ends.finish()
        axes.finish()
    us = source.get("us")
    if us is not None:
        for when in ("today", "aim"):
            point = us.get(when)
            if point is not None:
                given |= {f"{when}_{axis}": point.need(axis).plain for axis in ("x", "y")}
                point.finish()
        us.finish()
    landscape = reading.add(Landscape, source, **given)
    listed = source.get("alternatives")
    for item in listed.items() if listed else ():
        alternative = reading.add(Alternative, item, landscape=landscape.id)
        read_link(reading, item, "alternative", alternative.id)
        item.finish()
    source.finish()


def write(writing: Writing) -> dict[str, Plain]:
    """The sections of what was found out."""
    return {
        **section("five_whys", [_five_whys(writing, row) for row in writing.table(FiveWhys)]),
        **set_fields(personas=[_persona(writing, row) for row in writing.table(Persona)]),
        **section("landscape", [_landscape(writing, row) for row in writing.table(Landscape)]),
        **set_fields(
            insight_exchange=[writing.fields(row) for row in writing.table(Insight)],
            visits=[writing.fields(row) for row in writing.table(Visit)],
        ),
    }


def _five_whys(writing: Writing, row: FiveWhys) -> dict[str, Plain]:
    answers = sorted(
        writing.table(Why).where("five_whys", row.id), key=lambda why: (why.branch, why.level)
    )
    parked = writing.table(ParkedCure).where("five_whys", row.id)
    return {
        **writing.fields(row),
        **write_link(writing, "five_whys", row.id),
        **set_fields(
            chain=[_why(writing, why) for why in answers if why.branch == 0],
            branch=[
                {"branch": why.branch, **_why(writing, why)} for why in answers if why.branch > 0
            ],
            parked=[writing.fields(cure) for cure in parked],
        ),
    }


def _why(writing: Writing, row: Why) -> dict[str, Plain]:
    notes = writing.table(WhyNote).where("why", row.id)
    return {
        **writing.fields(row),
        **write_link(writing, "why", row.id),
        **set_fields(notes=[writing.name("note", item.note) for item in notes]),
    }


def _persona(writing: Writing, row: Persona) -> dict[str, Plain]:
    writers = writing.table(PersonaWriter).where("persona", row.id)
    names = [writing.name("participant", item.participant) for item in writers]
    link = write_link(writing, "persona", row.id)
    return {**writing.fields(row), **link, **set_fields(co_written_with=names)}


def _landscape(writing: Writing, row: Landscape) -> dict[str, Plain]:
    axes = {axis: {end: getattr(row, f"{axis}_{end}") for end in ENDS} for axis in ("x", "y")}
    us = {
        when: {axis: getattr(row, f"{when}_{axis}") for axis in ("x", "y")}
        for when in ("today", "aim")
        if getattr(row, f"{when}_x") is not None
    }
    alternatives = [
        {**writing.fields(item), **write_link(writing, "alternative", item.id)}
        for item in writing.table(Alternative).where("landscape", row.id)
    ]
    fields = set_fields(axes=axes if row.x_name else None, us=us, alternatives=alternatives)
    return {**writing.fields(row), **fields}
