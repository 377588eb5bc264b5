"""Five whys, personas, the landscape, insights and visits."""

from __future__ import annotations

from typing import Any

from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, section, set_fields
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

LANDSCAPE = {
    "axes": {
        axis: {end: f"{axis}_{end}" for end in ("name", "low", "high")} for axis in ("x", "y")
    },
    "us": {when: {axis: f"{when}_{axis}" for axis in ("x", "y")} for when in ("today", "aim")},
}
"""Parts of a landscape: the two named axes, and where we are and want to be on them."""


def declare(reading: Reading, root: Source) -> None:
    """Gives personas their ids."""
    for item in root.each("personas"):
        reading.declare("persona", item.need("id"))


def read(reading: Reading, root: Source) -> None:
    """Reads the sections of what was found out."""
    for source in root.parts("five_whys"):
        _read_five_whys(reading, source)
    for source in root.each("personas"):
        _read_persona(reading, source)
    for source in root.parts("landscape"):
        _read_landscape(reading, source)
    reading.add_all(Insight, root, "insight_exchange")
    reading.add_all(Visit, root, "visits")


def _read_five_whys(reading: Reading, source: Source) -> None:
    whys = reading.add(FiveWhys, source)
    read_link(reading, source, "five_whys", whys.id)
    for item in source.each("chain"):
        _read_why(reading, item, whys.id, branch=0)
    for item in source.each("branch"):
        number = item.get("branch")
        branch = 1 if number is None else reading.column(Why, "branch", number)
        if branch == 0:
            item.need("branch").fail("the number of a branch, from 1")
        _read_why(reading, item, whys.id, branch)
    reading.add_all(ParkedCure, source, "parked", five_whys=whys.id)
    source.finish()


def _read_why(reading: Reading, source: Source, whys: Id, branch: int) -> None:
    why = reading.add(Why, source, five_whys=whys, branch=branch)
    read_link(reading, source, "why", why.id)
    for item in source.each("notes"):
        note = reading.names.read(item, "note")
        reading.put(item, WhyNote(why=why.id, note=note))
    source.finish()


def _read_persona(reading: Reading, source: Source) -> None:
    id = reading.names.read(source.need("id"), "persona")
    reading.add(Persona, source, id=id)
    read_link(reading, source, "persona", id)
    for item in source.each("co_written_with"):
        who = reading.names.read(item, "participant")
        reading.put(item, PersonaWriter(persona=id, participant=who))
    source.finish()


def _read_landscape(reading: Reading, source: Source) -> None:
    given: dict[str, Any] = {}
    for name, parts in LANDSCAPE.items():
        found = source.get(name)
        if found is not None:
            for part, names in parts.items():
                given |= reading.parts(Landscape, found, part, names)
            found.finish()
    landscape = reading.add(Landscape, source, **given)
    for item in source.each("alternatives"):
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
    fields = {
        name: set_fields(**{part: writing.part(row, names) for part, names in parts.items()})
        for name, parts in LANDSCAPE.items()
    }
    alternatives = [
        {**writing.fields(item), **write_link(writing, "alternative", item.id)}
        for item in writing.table(Alternative).where("landscape", row.id)
    ]
    return {**writing.fields(row), **set_fields(**fields, alternatives=alternatives)}
