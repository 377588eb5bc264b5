"""Journey maps: phases with their cells, opportunities, moments of truth."""

from __future__ import annotations

from workshop.fields import Plain
from workshop.figures import in_place
from workshop.interchange.mapping import Reading, Writing, section, set_fields, stage_key
from workshop.interchange.names import Id
from workshop.interchange.sections import boards, feelings
from workshop.interchange.sections.notes import read_link, write_link
from workshop.interchange.source import Source
from workshop.records.agenda import Lane
from workshop.records.journey import Journey, Moment, MomentOpportunity, Opportunity, Phase
from workshop.records.notes import Note

NOBODY = "none"
OWNER, OPPORTUNITIES = "owner", "opportunities"
"""Rows of the map that are made of other things than notes."""


def declare(reading: Reading, root: Source) -> None:
    """Gives lanes, phases, opportunities and moments their ids."""
    for source in root.parts("journey"):
        stage = source.need("stage").name
        for item in source.each("lanes"):
            key = boards.key_of(item)
            if reading.names.find("lane", f"{stage}.{key.name}") is None:
                reading.declare("lane", key, stage)
        for table, name, scope in (
            ("phase", "phases", stage),
            ("opportunity", "opportunities", ""),
            ("moment", "moments_of_truth", ""),
        ):
            for item in source.each(name):
                reading.declare(table, item.need("id"), scope)


def read(reading: Reading, root: Source) -> None:
    """Reads the section `journey`."""
    for source in root.parts("journey"):
        _read_journey(reading, source)


def _read_journey(reading: Reading, source: Source) -> None:
    key = stage_key(source)
    emotion = source.get("emotion")
    scale = reading.parts(Journey, emotion, "scale", feelings.SCALE) if emotion else {}
    journey = reading.add(Journey, source, key, **scale)
    boards.read_map_lanes(reading, source, journey.stage, key)
    for place, item in enumerate(source.each("phases"), 1):
        _read_phase(reading, item, journey, key, place)
    _read_opportunities(reading, source, key)
    _check_cells(reading, source, key)
    _read_moments(reading, source, key)
    if emotion is not None:
        feelings.read(reading, emotion, journey.id, key)
    source.finish()


def _read_phase(reading: Reading, source: Source, journey: Journey, key: str, place: float) -> None:
    id = reading.names.read(source.need("id"), "phase", key)
    cells = source.get("cells")
    owner = cells.get(OWNER) if cells else None
    owned = None
    if owner is not None and owner.plain != NOBODY:
        owned = reading.names.read(owner, "function")
    reading.add(Phase, source, key, id=id, journey=journey.id, owner=owned, place=place)
    for name, cell in cells.fields().items() if cells else ():
        if name not in (OWNER, OPPORTUNITIES):
            _read_cell(reading, cell, name, journey, id, key)
    source.finish()


def _read_cell(
    reading: Reading, source: Source, lane: str, journey: Journey, phase: Id, key: str
) -> None:
    """An entry without a number for each text of the cell."""
    found = reading.names.read_key(source, "lane", lane, key)
    for item in source.one_or_many() if not source.is_null else ():
        text = reading.column(Note, "text", item)
        reading.put(item, Note(stage=journey.stage, lane=found, phase=phase, text=text))


def _read_opportunities(reading: Reading, source: Source, key: str) -> None:
    for item in source.each("opportunities"):
        id = reading.names.read(item.need("id"), "opportunity")
        reading.add(Opportunity, item, key, id=id)
        read_link(reading, item, "opportunity", id)
        item.finish()


def _check_cells(reading: Reading, source: Source, key: str) -> None:
    """What a cell lists as opportunities says of them what they say themselves: their phase."""
    for item in source.each("phases"):
        phase = reading.names.read(item.need("id"), "phase", key)
        cells = item.get("cells")
        for named in cells.parts(OPPORTUNITIES) if cells else ():
            opportunity = reading.names.read(named, "opportunity")
            found = reading.workshop[Opportunity].get(opportunity)
            if found is None or found.phase != phase:
                named.fail("an opportunity of this phase")


def _read_moments(reading: Reading, source: Source, key: str) -> None:
    for item in source.each("moments_of_truth"):
        id = reading.names.read(item.need("id"), "moment")
        reading.add(Moment, item, key, id=id)
        for named in item.each("opportunities"):
            opportunity = reading.names.read(named, "opportunity")
            reading.put(named, MomentOpportunity(moment=id, opportunity=opportunity))
        item.finish()


def write(writing: Writing) -> dict[str, Plain]:
    """The section `journey`."""
    return section("journey", [_journey(writing, row) for row in writing.table(Journey)])


def phases_of(writing: Writing, journey: Journey) -> list[Phase]:
    """The phases of a journey, from left to right."""
    return in_place(writing.table(Phase).where("journey", journey.id))


def _journey(writing: Writing, row: Journey) -> dict[str, Plain]:
    key = writing.stage(row.stage)
    lanes = boards.write_map_lanes(writing, row.stage)
    phases = phases_of(writing, row)
    ids = {phase.id for phase in phases}
    return {
        **writing.fields(row, key),
        **set_fields(
            lanes=lanes,
            phases=[_phase(writing, phase, row.stage) for phase in phases],
            opportunities=[
                {**writing.fields(item, key), **write_link(writing, "opportunity", item.id)}
                for item in writing.table(Opportunity)
                if item.phase in ids
            ],
            moments_of_truth=[
                _moment(writing, item, key) for item in writing.table(Moment) if item.phase in ids
            ],
            emotion=feelings.write(writing, row, phases, key),
        ),
    }


def _phase(writing: Writing, row: Phase, stage: Id) -> dict[str, Plain]:
    cells: dict[str, Plain] = {}
    bare = [note for note in writing.table(Note).where("phase", row.id) if note.nr is None]
    lanes = sorted(writing.table(Lane).where("stage", stage), key=_row_of_the_map)
    for lane in lanes:
        texts = [note.text for note in bare if note.lane == lane.id]
        if texts:
            cells[lane.key] = texts[0] if len(texts) == 1 else texts
    opportunities = [item.key for item in writing.table(Opportunity).where("phase", row.id)]
    cells |= set_fields(**{OPPORTUNITIES: opportunities})
    if row.owner is not None or any(
        lane.key == OWNER and lane.on_map is not None for lane in lanes
    ):
        cells[OWNER] = NOBODY if row.owner is None else writing.name("function", row.owner)
    return {**writing.fields(row, writing.stage(stage)), **set_fields(cells=cells)}


def _row_of_the_map(lane: Lane) -> tuple[bool, float, str]:
    return lane.on_map is None, lane.on_map or 0, lane.key


def _moment(writing: Writing, row: Moment, key: str) -> dict[str, Plain]:
    linked = writing.table(MomentOpportunity).where("moment", row.id)
    names = [writing.name("opportunity", item.opportunity) for item in linked]
    return {**writing.fields(row, key), **set_fields(opportunities=names)}
