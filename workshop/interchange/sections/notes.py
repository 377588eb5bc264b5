"""Notes, clusters, groups of people, wins, remarks, and where records were taken from."""

from __future__ import annotations

from typing import Any

from workshop.fields import Plain
from workshop.figures import in_place, numbered
from workshop.integrity import PREVIOUS_BRIEF
from workshop.interchange.mapping import Reading, Writing, set_fields, stage_key
from workshop.interchange.names import Id
from workshop.interchange.source import Source
from workshop.records.agenda import RemarkCount
from workshop.records.details import Details
from workshop.records.notes import (
    Cluster,
    Group,
    Grouping,
    GroupMember,
    GroupPhase,
    Link,
    Marked,
    Note,
    Win,
    WinFunction,
)

PARKING_LOT = "parking_lot"
PLACES = {PARKING_LOT: "from_parking_lot", PREVIOUS_BRIEF: "from_earlier"}
"""What a record can be taken from that has no name of its own."""
LONER = "none"
FACILITATOR = "facilitator"
SOURCES = ("stage", "proposal", "cluster", "opportunity", "persona", "note")


def declare(reading: Reading, root: Source) -> None:
    """Gives notes, clusters and groups their ids."""
    for item in root.each("notes"):
        reading.declare("note", item.need("nr"))
    for item in root.each("clusters"):
        reading.declare("cluster", item.need("id"))
    for grouping in root.each("groups"):
        for item in grouping.each("groups"):
            reading.declare("group", item.need("id"))


def read(reading: Reading, root: Source) -> None:
    """Reads `clusters`, `notes`, `groups`, `wins`, `remarks` and `marked`."""
    for place, item in enumerate(root.each("clusters"), 1):
        id = reading.names.read(item.need("id"), "cluster")
        reading.add(Cluster, item, stage_key(item), id=id, place=place)
        item.finish()
    facilitator = _facilitator(root)
    for item in root.each("notes"):
        _read_note(reading, item, facilitator)
    _read_groups(reading, root)
    _read_wins(reading, root)
    reading.add_all(RemarkCount, root, "remarks")
    reading.add_all(Marked, root, "marked")


def _facilitator(root: Source) -> set[str]:
    """What the facilitator is called in `entered_by`."""
    named = root.need("workshop").get("facilitator")
    key = named.get("id") if named else None
    return {FACILITATOR} | ({key.name} if key else set())


def _read_note(reading: Reading, source: Source, facilitator: set[str]) -> None:
    key = stage_key(source)
    given: dict[str, Any] = {"id": reading.names.read(source.need("nr"), "note")}
    if key in ("", PARKING_LOT):
        given["stage"] = None
    cluster = source.get("cluster")
    if cluster is not None and cluster.plain == LONER:
        given |= {"cluster": None, "loner": True}
    entered = source.get("entered_by")
    if entered is not None and _is_facilitator(reading, entered, facilitator):
        given |= {"entered_by": None, "entered_by_facilitator": True}
    note = reading.add(Note, source, key, **given)
    read_link(reading, source, "note", note.id)
    source.finish()


def _is_facilitator(reading: Reading, source: Source, facilitator: set[str]) -> bool:
    known = reading.names.find("participant", source.plain) is not None
    return source.name == FACILITATOR or (source.name in facilitator and not known)


def read_link(reading: Reading, source: Source, owner: str, id: Id) -> None:
    """Reads `from`: where the record `id` of table `owner` was taken from."""
    origin = source.get("from")
    if origin is None:
        return
    given: dict[str, Any] = {owner: id}
    then = origin.get("then") if origin.is_mapping else None
    if then is not None:
        given["then"] = reading.column(Link, "then", then)
    place = origin.get("place") if origin.is_mapping else origin
    if place is not None and not place.is_list and place.name in PLACES:
        given[PLACES[place.name]] = True
    elif place is None or place is origin:
        table, found = reading.names.read_either(origin, SOURCES)
        given[f"from_{table}"] = found
    else:
        place.fail("one of " + ", ".join(PLACES))
    if origin.is_mapping:
        origin.finish()
    reading.put(origin, Link(**given))


def write_link(writing: Writing, owner: str, id: Id) -> dict[str, Plain]:
    """`from`, where the record was taken from somewhere."""
    for link in writing.table(Link).where(owner, id):
        return {"from": _origin(writing, link)}
    return {}


def _origin(writing: Writing, link: Link) -> Plain:
    table, name = _named(writing, link)
    if not link.then:
        return name
    return {**(name if isinstance(name, dict) else {table: name}), "then": link.then}


def _named(writing: Writing, link: Link) -> tuple[str, Plain]:
    """What kind of thing a record was taken from, and what that is called."""
    for place, column in PLACES.items():
        if getattr(link, column):
            return "place", place
    table = next(table for table in SOURCES if getattr(link, f"from_{table}") is not None)
    id = getattr(link, f"from_{table}")
    return table, writing.names.write_either(table, id, SOURCES, but=tuple(PLACES))


def _read_groups(reading: Reading, root: Source) -> None:
    for source in root.each("groups"):
        grouping = reading.add(Grouping, source)
        key = stage_key(source)
        for item in source.each("groups"):
            id = reading.names.read(item.need("id"), "group")
            reading.add(Group, item, key, id=id, grouping=grouping.id)
            for phase in item.each("phases"):
                worked_on = reading.names.read(phase, "phase", key)
                reading.put(phase, GroupPhase(group=id, phase=worked_on))
            for member in item.each("members"):
                who = reading.names.read(member, "participant")
                reading.put(member, GroupMember(group=id, participant=who))
            item.finish()
        source.finish()


def _read_wins(reading: Reading, root: Source) -> None:
    for source in root.each("wins"):
        win = reading.add(Win, source)
        for item in source.each("made_possible_by"):
            function = reading.names.read(item, "function")
            reading.put(item, WinFunction(win=win.id, function=function))
        source.finish()


def write(writing: Writing) -> dict[str, Plain]:
    """The sections of notes and of the groups that wrote them."""
    return set_fields(
        clusters=[
            writing.fields(row, writing.stage(row.stage))
            for row in in_place(writing.table(Cluster))
        ],
        notes=[_note(writing, row) for row in numbered(writing.workshop)],
        groups=[_grouping(writing, row) for row in writing.table(Grouping)],
        wins=[_win(writing, row) for row in writing.table(Win)],
        remarks=[writing.fields(row) for row in writing.table(RemarkCount)],
        marked=[writing.fields(row) for row in writing.table(Marked)],
    )


def _note(writing: Writing, row: Note) -> Plain:
    fields = writing.fields(row, writing.stage(row.stage))
    if row.stage is None:
        fields["stage"] = PARKING_LOT
    if row.loner:
        fields["cluster"] = LONER
    if row.entered_by_facilitator:
        fields["entered_by"] = _facilitator_name(writing)
    return {**fields, **write_link(writing, "note", row.id)}


def _facilitator_name(writing: Writing) -> str:
    details = writing.table(Details).get(1)
    key = details.facilitator_key if details else ""
    is_plain = key and writing.names.find("participant", key) is None
    return key if is_plain else FACILITATOR


def _grouping(writing: Writing, row: Grouping) -> Plain:
    key = writing.stage(row.stage)
    groups = [_group(writing, item, key) for item in writing.table(Group).where("grouping", row.id)]
    return {**writing.fields(row), "groups": groups}


def _group(writing: Writing, row: Group, key: str) -> Plain:
    members = writing.table(GroupMember).where("group", row.id)
    names = [writing.name("participant", member.participant) for member in members]
    worked_on = writing.table(GroupPhase).where("group", row.id)
    phases = [writing.name("phase", item.phase, key) for item in worked_on]
    return {**writing.fields(row, key), **set_fields(phases=phases), "members": names}


def _win(writing: Writing, row: Win) -> Plain:
    functions = writing.table(WinFunction).where("win", row.id)
    names = [writing.name("function", item.function) for item in functions]
    return {**writing.fields(row), **set_fields(made_possible_by=names)}
