"""What every round has: whose it is, how far it is, its order, its groups, its counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, set_fields
from workshop.interchange.names import Id
from workshop.interchange.source import Source
from workshop.records.rounds import Count, Round, RoundGroup, RoundGroupFunction, RoundMember
from workshop.records.words import ATTRIBUTIONS

STATES = ("planned", "open", "closed", "revealed")
DONE = "revealed"
"""What a round is whose state is not written: data in a file are results."""


@dataclass(slots=True)
class ReadRound:
    """A round that was read: the order it was typed in and its groups by name."""

    order: list[Id] = field(default_factory=list)
    groups: dict[str, Id] = field(default_factory=dict)


def read_round(
    reading: Reading, source: Source, owner: str, id: Id, attribution: str = "function"
) -> ReadRound:
    """Reads `attribution`, `state`, `order` and `groups` of the round of record `id`."""
    names = ("attribution", "state", "order", "groups")
    found = {name: source.get(name) for name in names}
    if not any(found.values()):
        return ReadRound()
    whose = _word(found["attribution"], ATTRIBUTIONS, attribution)
    state = _word(found["state"], STATES, DONE)
    given: dict[str, Any] = {owner: id, "attribution": whose, "state": state}
    round = reading.put(source, Round(**given))
    read = ReadRound()
    order = found["order"]
    for item in order.items() if order else ():
        who = reading.names.read(item, "participant")
        reading.put(item, RoundMember(round=round.id, participant=who))
        read.order.append(who)
    groups = found["groups"]
    for item in groups.items() if groups else ():
        _read_group(reading, item, round.id, read)
    return read


def _word(source: Source | None, words: Sequence[str], default: str) -> str:
    if source is None:
        return default
    if source.plain not in words:
        source.fail("one of " + ", ".join(words))
    return str(source.plain)


def _read_group(reading: Reading, source: Source, round: Id, read: ReadRound) -> None:
    group = reading.add(RoundGroup, source, round=round)
    read.groups[group.key] = group.id
    functions = source.get("functions")
    for item in functions.items() if functions else ():
        function = reading.names.read(item, "function")
        reading.put(item, RoundGroupFunction(group=group.id, function=function))
    source.finish()


def read_counts(source: Source | None, groups: dict[str, Id]) -> Iterator[tuple[Id, str, Source]]:
    """Each count of `counts`: the id of its group, what was counted, and how often."""
    for key, counted in source.fields().items() if source else ():
        if key not in groups:
            counted.fail("a group of this round: " + ", ".join(groups), key)
        for what, times in counted.fields().items():
            yield groups[key], what, times


def read_count(reading: Reading, source: Source, group: Id, value: str = "", **of: Id) -> None:
    """Adds one count of `of`, at `value` on the scale where there is one."""
    given: dict[str, Any] = dict(of)
    if value:
        try:
            given["value"] = int(value)
        except ValueError:
            source.fail("a count for each value of the scale", value)
    reading.put(source, Count(group=group, count=source.plain, **given))


def round_of(writing: Writing, owner: str, id: Id) -> Round | None:
    """The round of a ballot, a check, a map, a proposal's round or a check-out."""
    return next(iter(writing.table(Round).where(owner, id)), None)


def write_round(writing: Writing, round: Round | None) -> dict[str, Plain]:
    """The fields of a round."""
    if round is None:
        return {}
    order = [writing.name("participant", id) for id in order_of(writing, round)]
    groups = []
    for group in writing.table(RoundGroup).where("round", round.id):
        members = writing.table(RoundGroupFunction).where("group", group.id)
        functions = [writing.name("function", item.function) for item in members]
        groups.append({**writing.fields(group), "functions": functions})
    state = round.state if round.state != DONE else ""
    fields = set_fields(state=state, order=order, groups=groups)
    return {"attribution": round.attribution, **fields}


def order_of(writing: Writing, round: Round | None) -> list[int]:
    """The participants of a round in the order they were typed in."""
    if round is None:
        return []
    return [row.participant for row in writing.table(RoundMember).where("round", round.id)]


def groups_of(writing: Writing, round: Round | None) -> list[RoundGroup]:
    """The groups of a round that is counted by groups."""
    return writing.table(RoundGroup).where("round", round.id) if round else []


def write_counts(
    writing: Writing, round: Round | None, label: Callable[[Count], Plain], **of: Id
) -> dict[str, Plain]:
    """`counts` by group, of one sign, feeling or check-out, or of a whole ballot."""
    counts: dict[str, dict[Plain, int]] = {}
    for group in groups_of(writing, round):
        rows = writing.table(Count).where("group", group.id)
        chosen = [row for row in rows if all(getattr(row, name) == id for name, id in of.items())]
        if chosen:
            counts[group.key] = {label(row): row.count for row in chosen}
    return set_fields(counts=counts)


@dataclass(frozen=True, slots=True)
class Entry:
    """One person's value in a round."""

    participant: Id
    value: int
    voice_of: str


def read_entries(
    reading: Reading, source: Source, order: list[Id]
) -> Iterator[tuple[Source, Entry]]:
    """The values of a list in the order of the round, or of a mapping by participant."""
    if source.is_mapping:
        people = [
            (_participant(reading, item, name), item) for name, item in source.fields().items()
        ]
    else:
        items = list(source.items())
        if len(items) != len(order):
            source.fail(f"{len(order)} values, one for each person in the order", len(items))
        people = list(zip(order, items, strict=True))
    for participant, item in people:
        if not item.is_null:
            yield item, _entry(item, participant)


def _participant(reading: Reading, source: Source, name: str) -> Id:
    found = reading.names.find("participant", name)
    if found is None:
        source.fail("a participant of this workshop", name)
    return found


def _entry(source: Source, participant: Id) -> Entry:
    voice = source.get("voice_of") if source.is_mapping else None
    value = source.need("value") if source.is_mapping else source
    if source.is_mapping:
        source.finish()
    return Entry(participant, value.plain, str(voice.plain) if voice else "")


def write_entries(writing: Writing, rows: Sequence[Any], order: list[Id]) -> Plain:
    """The values of `rows` as a list in the order of the round, or by participant where someone
    stands outside it."""
    by_person = {row.participant: _write_entry(row) for row in rows}
    if order and by_person.keys() <= set(order):
        return [by_person.get(id) for id in order]
    return {writing.name("participant", id): value for id, value in by_person.items()}


def _write_entry(row: Any) -> Plain:
    return {"value": row.value, "voice_of": row.voice_of} if row.voice_of else row.value
