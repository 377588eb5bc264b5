"""What every round has: whose it is, how far it is, its order, its groups, its counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, set_fields
from workshop.interchange.names import Id
from workshop.interchange.source import Source
from workshop.records.rounds import Count, Round, RoundGroup, RoundGroupFunction, RoundMember

DONE = "revealed"
"""What a round is whose state is not written: data in a file are results."""
ENTRY = {"value": "value", "voice_of": "voice_of", "entered_by": "entered_by"}
"""One person's entry: the value alone, or with whose voice it is and who typed it."""
WHOLE = re.compile(r"-?[0-9]{1,2}")


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
    if not any(source.get(name) for name in names):
        return ReadRound()
    given: dict[str, Any] = {owner: id, "attribution": attribution, "state": DONE}
    for name in ("attribution", "state"):
        field = source.get(name)
        if field is not None:
            given[name] = reading.column(Round, name, field)
    round = reading.put(source, Round(**given))
    read = ReadRound()
    for item in source.each("order"):
        who = reading.names.read(item, "participant")
        reading.put(item, RoundMember(round=round.id, participant=who))
        read.order.append(who)
    for item in source.each("groups"):
        _read_group(reading, item, round.id, read)
    return read


def _read_group(reading: Reading, source: Source, round: Id, read: ReadRound) -> None:
    group = reading.add(RoundGroup, source, round=round)
    read.groups[group.key] = group.id
    for item in source.each("functions"):
        function = reading.names.read(item, "function")
        reading.put(item, RoundGroupFunction(group=group.id, function=function))
    source.finish()


def group_of(source: Source, key: str, groups: dict[str, Id]) -> Id:
    """The group whose key stands in front of its counts."""
    if key not in groups:
        source.fail("a group of this round: " + ", ".join(groups), key)
    return groups[key]


def read_counts(
    source: Source, groups: dict[str, Id], name: str = "counts"
) -> Iterator[tuple[Id, str, Source]]:
    """Each count of `counts`: the id of its group, what was counted, and how often."""
    for key, counted in source.entries(name):
        group = group_of(counted, key, groups)
        for what, times in counted.fields().items():
            yield group, what, times


def read_value_count(reading: Reading, source: Source, group: Id, value: str, **of: Any) -> None:
    """Adds one count of `of` at a value on its scale."""
    if not WHOLE.fullmatch(value):
        source.fail("a count for each value of the scale", value)
    reading.put(source, Count(group=group, count=source.plain, value=int(value), **of))


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
    writing: Writing, round: Round | None, label: Callable[[Count], Plain], **of: Any
) -> dict[str, Plain]:
    """`counts` by group, of one sign, feeling or check-out, or of a whole ballot."""
    counts: dict[str, dict[Plain, int]] = {}
    for group in groups_of(writing, round):
        rows = writing.table(Count).where("group", group.id)
        chosen = [row for row in rows if all(getattr(row, name) == id for name, id in of.items())]
        if chosen:
            counts[group.key] = {label(row): row.count for row in chosen}
    return set_fields(counts=counts)


def read_entries(
    reading: Reading, cls: type[Any], source: Source, order: list[Id], **given: Any
) -> None:
    """Adds an entry for each value of a list in the order of the round, or of a mapping by
    participant."""
    for who, item in _by_person(reading, source, order):
        if not item.is_null:
            fields = reading.short(cls, item, ENTRY)
            reading.put(item, cls(participant=who, **fields, **given))


def _by_person(reading: Reading, source: Source, order: list[Id]) -> Iterator[tuple[Id, Source]]:
    if source.is_mapping:
        for name, item in source.fields().items():
            yield reading.names.read_key(item, "participant", name), item
        return
    items = list(source.items())
    if len(items) != len(order):
        count = f"{len(order)} values, one for each person in the order"
        source.fail(count, f"{len(items)} values")
    yield from zip(order, items, strict=True)


def write_entries(writing: Writing, rows: Sequence[Any], order: list[Id]) -> Plain:
    """The values of `rows` as a list in the order of the round, or by participant where someone
    stands outside it."""
    by_person = {row.participant: writing.short(row, ENTRY) for row in rows}
    if order and by_person.keys() <= set(order):
        return [by_person.get(id) for id in order]
    return {writing.name("participant", id): value for id, value in by_person.items()}
