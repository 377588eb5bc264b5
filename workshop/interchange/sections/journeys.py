"""Journey maps: phases with their cells, opportunities, moments of truth, feelings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, section, sections, set_fields
from workshop.interchange.names import Id
from workshop.interchange.sections import rounds
from workshop.interchange.sections.agenda import read_lane, write_lane
from workshop.interchange.sections.notes import read_link, write_link
from workshop.interchange.sections.people import in_place
from workshop.interchange.source import Source
from workshop.records.agenda import Lane
from workshop.records.journey import (
    BlindValue,
    Card,
    Journey,
    Moment,
    MomentOpportunity,
    Opportunity,
    Phase,
    Talk,
    Target,
)
from workshop.records.notes import Note
from workshop.records.rounds import Count, Round

NOBODY = "none"
OWNER, OPPORTUNITIES = "owner", "opportunities"
"""Rows of the map that are made of other things than notes."""


def declare(reading: Reading, root: Source) -> None:
    """Gives lanes, phases, opportunities and moments their ids."""
    for source in sections(root, "journey"):
        stage = str(source.need("stage").plain)
        lanes = source.get("lanes")
        for item in lanes.items() if lanes else ():
            key = item.need("id") if item.is_mapping else item
            if reading.names.find("lane", f"{stage}.{key.plain}") is None:
                reading.declare("lane", key, stage)
        for table, name, scope in (
            ("phase", "phases", stage),
            ("opportunity", "opportunities", ""),
            ("moment", "moments_of_truth", ""),
        ):
            listed = source.get(name)
            for item in listed.items() if listed else ():
                reading.declare(table, item.need("id"), scope)


def read(reading: Reading, root: Source) -> None:
    """Reads the section `journey`."""
    for source in sections(root, "journey"):
        _read_journey(reading, source)


def _read_journey(reading: Reading, source: Source) -> None:
    key = str(source.need("stage").plain)
    emotion = source.get("emotion")
    scale = emotion.get("scale") if emotion else None
    given: dict[str, Any] = {}
    if scale is not None:
        given = {f"feeling_{end}": scale.need(end).plain for end in ("min", "max")}
        scale.finish()
    journey = reading.add(Journey, source, key, **given)
    _read_map_lanes(reading, source, journey, key)
    phases = source.get("phases")
    for place, item in enumerate(phases.items() if phases else (), 1):
        _read_phase(reading, item, journey, key, place)
    _read_opportunities(reading, source, key)
    _read_moments(reading, source, key)
    if emotion is not None:
        _read_emotion(reading, emotion, journey, key)
    source.finish()


def _read_map_lanes(reading: Reading, source: Source, journey: Journey, key: str) -> None:
    listed = source.get("lanes")
    for place, item in enumerate(listed.items() if listed else (), 1):
        name = item.need("id") if item.is_mapping else item
        id = reading.names.read(name, "lane", key)
        if id in reading.workshop[Lane]:
            reading.workshop[Lane].replace(id, on_map=place)
        else:
            read_lane(reading, item, journey.stage, key, on_map=place)


def _read_phase(reading: Reading, source: Source, journey: Journey, key: str, place: float) -> None:
    id = reading.names.read(source.need("id"), "phase", key)
    cells = source.get("cells")
    owner = cells.get(OWNER) if cells else None
    owned = None
    if owner is not None and owner.plain != NOBODY:
        owned = reading.names.read(owner, "function")
    reading.add(Phase, source, key, id=id, journey=journey.id, owner=owned, place=place)
    if cells is not None:
        cells.get(OPPORTUNITIES)
        for name, cell in cells.fields().items():
            if name not in (OWNER, OPPORTUNITIES):
                _read_cell(reading, cell, name, journey, id, key)
    source.finish()


def _read_cell(
    reading: Reading, source: Source, lane: str, journey: Journey, phase: Id, key: str
) -> None:
    """An entry without a number for each text of the cell."""
    found = reading.names.find("lane", lane, key)
    if found is None:
        source.fail("a lane of this journey", lane)
    for item in source.one_or_many():
        note = Note(stage=journey.stage, lane=found, phase=phase, text=item.plain)
        reading.put(item, note)


def _read_opportunities(reading: Reading, source: Source, key: str) -> None:
    listed = source.get("opportunities")
    for item in listed.items() if listed else ():
        id = reading.names.read(item.need("id"), "opportunity")
        reading.add(Opportunity, item, key, id=id)
        read_link(reading, item, "opportunity", id)
        item.finish()


def _read_moments(reading: Reading, source: Source, key: str) -> None:
    listed = source.get("moments_of_truth")
    for item in listed.items() if listed else ():
        id = reading.names.read(item.need("id"), "moment")
        reading.add(Moment, item, key, id=id)
        opportunities = item.get("opportunities")
        for named in opportunities.items() if opportunities else ():
            opportunity = reading.names.read(named, "opportunity")
            reading.put(named, MomentOpportunity(moment=id, opportunity=opportunity))
        item.finish()


def _read_emotion(reading: Reading, source: Source, journey: Journey, key: str) -> None:
    round = rounds.read_round(reading, source, "journey", journey.id)
    for persona, phase, values in _feelings(reading, source.get("cards"), key):
        for item, entry in rounds.read_entries(reading, values, round.order):
            reading.put(item, Card(phase=phase, persona=persona, participant=entry.participant,
                                   value=entry.value, voice_of=entry.voice_of))  # fmt: skip
    for persona, phase, value in _feelings(reading, source.get("target"), key):
        reading.put(value, Target(phase=phase, persona=persona, value=value.plain))
    for persona, phase, values in _feelings(reading, source.get("blind"), key):
        for name, value in values.fields().items():
            function = _named(reading, value, "function", name)
            reading.put(value, BlindValue(phase=phase, persona=persona, function=function,
                                          value=value.plain))  # fmt: skip
    _read_card_counts(reading, source, round, key)
    talks = source.get("discussed")
    for item in talks.items() if talks else ():
        reading.add(Talk, item, key)
        item.finish()
    source.finish()


def _named(reading: Reading, source: Source, table: str, name: str, key: str = "") -> Id:
    found = reading.names.find(table, name, key)
    if found is None:
        source.fail(f"a {table} of this workshop", name)
    return found


def _feelings(reading: Reading, source: Source | None, key: str) -> Iterator[tuple[Id, Id, Source]]:
    """Persona, phase and what stands there, of a mapping of mappings."""
    for persona, phases in source.fields().items() if source else ():
        who = _named(reading, phases, "persona", persona)
        for phase, found in phases.fields().items():
            yield who, _named(reading, found, "phase", phase, key), found


def _read_card_counts(reading: Reading, source: Source, round: rounds.ReadRound, key: str) -> None:
    counts = source.get("counts")
    for name, personas in counts.fields().items() if counts else ():
        if name not in round.groups:
            personas.fail("a group of this round: " + ", ".join(round.groups), name)
        for persona, phase, values in _feelings(reading, personas, key):
            for value, times in values.fields().items():
                rounds.read_count(
                    reading, times, round.groups[name], value, persona=persona, phase=phase
                )


def write(writing: Writing) -> dict[str, Plain]:
    """The section `journey`."""
    return section("journey", [_journey(writing, row) for row in writing.table(Journey)])


def phases_of(writing: Writing, journey: Journey) -> list[Phase]:
    """The phases of a journey, from left to right."""
    return in_place(writing.table(Phase).where("journey", journey.id))


def _journey(writing: Writing, row: Journey) -> dict[str, Plain]:
    key = writing.stage(row.stage)
    lanes = [
        lane for lane in writing.table(Lane).where("stage", row.stage) if lane.on_map is not None
    ]
    lanes.sort(key=lambda lane: (lane.on_map or 0, lane.id))
    phases = phases_of(writing, row)
    ids = {phase.id for phase in phases}
    return {
        **writing.fields(row, key),
        **set_fields(
            lanes=[write_lane(lane) for lane in lanes],
            phases=[_phase(writing, phase, lanes, row.stage) for phase in phases],
            opportunities=[
                {**writing.fields(item, key), **write_link(writing, "opportunity", item.id)}
                for item in writing.table(Opportunity)
                if item.phase in ids
            ],
            moments_of_truth=[
                _moment(writing, item, key) for item in writing.table(Moment) if item.phase in ids
            ],
            emotion=_emotion(writing, row, phases, key),
        ),
    }


def _phase(writing: Writing, row: Phase, lanes: list[Lane], stage: Id) -> dict[str, Plain]:
    cells: dict[str, Plain] = {}
    bare = [note for note in writing.table(Note).where("phase", row.id) if note.nr is None]
    for lane in writing.table(Lane).where("stage", stage):
        texts = [note.text for note in bare if note.lane == lane.id]
        if texts:
            cells[lane.key] = texts[0] if len(texts) == 1 else texts
    opportunities = [item.key for item in writing.table(Opportunity).where("phase", row.id)]
    cells |= set_fields(**{OPPORTUNITIES: opportunities})
    if row.owner is not None or any(lane.key == OWNER for lane in lanes):
        cells[OWNER] = NOBODY if row.owner is None else writing.name("function", row.owner)
    return {**writing.fields(row, writing.stage(stage)), **set_fields(cells=cells)}


def _moment(writing: Writing, row: Moment, key: str) -> dict[str, Plain]:
    linked = writing.table(MomentOpportunity).where("moment", row.id)
    names = [writing.name("opportunity", item.opportunity) for item in linked]
    return {**writing.fields(row, key), **set_fields(opportunities=names)}


def _emotion(writing: Writing, row: Journey, phases: list[Phase], key: str) -> Plain:
    round = rounds.round_of(writing, "journey", row.id)
    ids = {phase.id for phase in phases}
    talks = [item for item in writing.table(Talk) if item.phase in ids]
    fields = {
        **rounds.write_round(writing, round),
        **set_fields(
            cards=_cards(writing, phases, rounds.order_of(writing, round)),
            target=_by_persona(writing, phases, Target),
            blind=_blind(writing, phases),
            discussed=[writing.fields(item, key) for item in talks],
            counts=_card_counts(writing, round, key),
        ),
    }
    scale = {"min": row.feeling_min, "max": row.feeling_max}
    is_usual = scale == {"min": -3, "max": 3}
    return {"scale": scale, **fields} if fields or not is_usual else None


def _cards(writing: Writing, phases: list[Phase], order: list[Id]) -> Plain:
    cards: dict[Plain, dict[str, Plain]] = {}
    for phase in phases:
        shown = writing.table(Card).where("phase", phase.id)
        for persona in dict.fromkeys(sorted(card.persona for card in shown)):
            rows = [card for card in shown if card.persona == persona]
            values = rounds.write_entries(writing, rows, order)
            cards.setdefault(writing.name("persona", persona), {})[phase.key] = values
    return cards


def _by_persona(writing: Writing, phases: list[Phase], cls: type[Target]) -> Plain:
    found: dict[Plain, dict[str, Plain]] = {}
    for phase in phases:
        for row in writing.table(cls).where("phase", phase.id):
            found.setdefault(writing.name("persona", row.persona), {})[phase.key] = row.value
    return found


def _blind(writing: Writing, phases: list[Phase]) -> Plain:
    found: dict[Plain, dict[str, dict[Plain, int]]] = {}
    for phase in phases:
        for row in writing.table(BlindValue).where("phase", phase.id):
            curve = found.setdefault(writing.name("persona", row.persona), {})
            curve.setdefault(phase.key, {})[writing.name("function", row.function)] = row.value
    return found


def _card_counts(writing: Writing, round: Round | None, key: str) -> Plain:
    """Counts of cards by group, persona, phase and value."""
    found: dict[str, Any] = {}
    for group, row in _counts_of(writing, round):
        if row.persona is None or row.phase is None:
            continue
        personas = found.setdefault(group, {})
        feelings = personas.setdefault(writing.name("persona", row.persona), {})
        values = feelings.setdefault(writing.name("phase", row.phase, key), {})
        values[row.value] = row.count
    return found


def _counts_of(writing: Writing, round: Round | None) -> Iterator[tuple[str, Count]]:
    for group in rounds.groups_of(writing, round):
        for row in writing.table(Count).where("group", group.id):
            yield group.key, row
