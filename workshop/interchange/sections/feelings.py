"""The feelings of a journey: cards by person, counts by group, blind values, targets, talks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, set_fields
from workshop.interchange.names import Id
from workshop.interchange.sections import rounds
from workshop.interchange.source import Source
from workshop.records.journey import BlindValue, Card, Journey, Phase, Talk, Target
from workshop.records.rounds import Count, Round

SCALE = {"min": "feeling_min", "max": "feeling_max"}
USUAL = {"min": -3, "max": 3}


def read(reading: Reading, source: Source, journey: Id, key: str) -> None:
    """Reads the section `emotion` of a journey; its scale was read before."""
    round = rounds.read_round(reading, source, "journey", journey, attribution="person")
    for persona, phase, values in _feelings(reading, source, "cards", key):
        rounds.read_entries(reading, Card, values, round.order, persona=persona, phase=phase)
    for persona, phase, item in _feelings(reading, source, "target", key):
        value = reading.column(Target, "value", item)
        reading.put(item, Target(phase=phase, persona=persona, value=value))
    for persona, phase, values in _feelings(reading, source, "blind", key):
        for name, item in values.fields().items():
            function = reading.names.read_key(item, "function", name)
            value = reading.column(BlindValue, "value", item)
            reading.put(item, BlindValue(phase=phase, persona=persona, function=function,
                                         value=value))  # fmt: skip
    for name, group in source.entries("counts"):
        id = rounds.group_of(group, name, round.groups)
        for persona, phase, values in _by_persona_and_phase(reading, group, key):
            for value, times in values.fields().items():
                rounds.read_value_count(reading, times, id, value, persona=persona, phase=phase)
    reading.add_all(Talk, source, "discussed", key)
    source.finish()


def _feelings(
    reading: Reading, source: Source, name: str, key: str
) -> Iterator[tuple[Id, Id, Source]]:
    found = source.get(name)
    return _by_persona_and_phase(reading, found, key) if found else iter(())


def _by_persona_and_phase(
    reading: Reading, source: Source, key: str
) -> Iterator[tuple[Id, Id, Source]]:
    """Persona, phase and what stands there, of a mapping of mappings."""
    for persona, phases in source.fields().items():
        who = reading.names.read_key(phases, "persona", persona)
        for phase, found in phases.fields().items():
            yield who, reading.names.read_key(found, "phase", phase, key), found


def write(writing: Writing, row: Journey, phases: list[Phase], key: str) -> Plain:
    """The section `emotion` of a journey, or None where there is nothing to say."""
    round = rounds.round_of(writing, "journey", row.id)
    ids = {phase.id for phase in phases}
    talks = [item for item in writing.table(Talk) if item.phase in ids]
    fields = {
        **rounds.write_round(writing, round),
        **set_fields(
            cards=_cards(writing, phases, rounds.order_of(writing, round)),
            target=_targets(writing, phases),
            blind=_blind(writing, phases),
            discussed=[writing.fields(item, key) for item in talks],
            counts=_counts(writing, round, key),
        ),
    }
    scale = {"min": row.feeling_min, "max": row.feeling_max}
    return {"scale": scale, **fields} if fields or scale != USUAL else None


def _cards(writing: Writing, phases: list[Phase], order: list[Id]) -> Plain:
    cards: dict[Plain, dict[str, Plain]] = {}
    for phase in phases:
        shown = writing.table(Card).where("phase", phase.id)
        for persona in dict.fromkeys(sorted(card.persona for card in shown)):
            rows = [card for card in shown if card.persona == persona]
            values = rounds.write_entries(writing, rows, order)
            cards.setdefault(writing.name("persona", persona), {})[phase.key] = values
    return cards


def _targets(writing: Writing, phases: list[Phase]) -> Plain:
    found: dict[Plain, dict[str, Plain]] = {}
    for phase in phases:
        for row in writing.table(Target).where("phase", phase.id):
            found.setdefault(writing.name("persona", row.persona), {})[phase.key] = row.value
    return found


def _blind(writing: Writing, phases: list[Phase]) -> Plain:
    found: dict[Plain, dict[str, dict[Plain, int]]] = {}
    for phase in phases:
        for row in writing.table(BlindValue).where("phase", phase.id):
            curve = found.setdefault(writing.name("persona", row.persona), {})
            curve.setdefault(phase.key, {})[writing.name("function", row.function)] = row.value
    return found


def _counts(writing: Writing, round: Round | None, key: str) -> Plain:
    """Counts of cards by group, persona, phase and value."""
    found: dict[str, Any] = {}
    for group in rounds.groups_of(writing, round):
        for row in writing.table(Count).where("group", group.id):
            if row.persona is None or row.phase is None:
                continue
            feelings = found.setdefault(group.key, {}).setdefault(
                writing.name("persona", row.persona), {}
            )
            values = feelings.setdefault(writing.name("phase", row.phase, key), {})
            values[row.value] = row.count
    return found
