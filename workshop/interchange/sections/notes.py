"""Notes, clusters, groups of people, wins, remarks, and where records were taken from."""

from __future__ import annotations

from typing import Any

from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, set_fields
from workshop.interchange.names import Id
from workshop.interchange.sections.people import in_place
from workshop.interchange.source import Source
from workshop.records.agenda import RemarkCount
from workshop.records.details import Details
from workshop.records.notes import (
    Cluster,
    Group,
    Grouping,
    GroupMember,
    Link,
    Note,
    Win,
    WinFunction,
)

PARKING_LOT = "parking_lot"
EARLIER = "previous_brief"
LONER = "none"
FACILITATOR = "facilitator"
SOURCES = ("stage", "proposal", "cluster", "opportunity", "persona", "note")


def declare(reading: Reading, root: Source) -> None:
    """Gives notes, clusters and groups their ids."""
    notes = root.get("notes")
    for item in notes.items() if notes else ():
        reading.declare("note", item.need("nr"))
    clusters = root.get("clusters")
    for item in clusters.items() if clusters else ():
        reading.declare("cluster", item.need("id"))
    groupings = root.get("groups")
    for grouping in groupings.items() if groupings else ():
        groups = grouping.get("groups")
        for item in groups.items() if groups else ():
            reading.declare("group", item.need("id"))


def read(reading: Reading, root: Source) -> None:
    """Reads `clusters`, `notes`, `groups`, `wins` and `remarks`."""
    clusters = root.get("clusters")
    for place, item in enumerate(clusters.items() if clusters else (), 1):
        id = reading.names.read(item.need("id"), "cluster")
        reading.add(Cluster, item, _stage_key(item), id=id, place=place)
        item.finish()
    notes = root.get("notes")
    facilitator = _facilitator(root)
    for item in notes.items() if notes else ():
        _read_note(reading, item, facilitator)
    _read_groups(reading, root)
    _read_wins(reading, root)
    remarks = root.get("remarks")
    for item in remarks.items() if remarks else ():
        reading.add(RemarkCount, item)
        item.finish()


def _facilitator(root: Source) -> set[str]:
    """What the facilitator is called in `entered_by`."""
    named = root.need("workshop").get("facilitator")
    key = named.get("id") if named else None
    return {FACILITATOR} | ({str(key.plain)} if key else set())


def _stage_key(source: Source) -> str:
    stage = source.get("stage")
    return "" if stage is None else str(stage.plain)


def _read_note(reading: Reading, source: Source, facilitator: set[str]) -> None:
    key = _stage_key(source)
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
    return source.plain == FACILITATOR or (source.plain in facilitator and not known)


def read_link(reading: Reading, source: Source, owner: str, id: Id) -> None:
    """Reads `from`: where the record `id` of table `owner` was taken from."""
    origin = source.get("from")
    if origin is None:
        return
    then = origin.get("then") if origin.is_mapping else None
    given: dict[str, Any] = {owner: id, "then": str(then.plain) if then else ""}
    named = origin.get("place") if origin.is_mapping else origin
    if named is not None and named.plain == PARKING_LOT:
        given["from_parking_lot"] = True
    elif named is not None and named.plain == EARLIER:
        given["from_earlier"] = True
    else:
        table, found = reading.names.read_either(origin, SOURCES)
        given[f"from_{table}"] = found
    reading.put(origin, Link(**given))
    if origin.is_mapping:
        origin.finish()


def write_link(writing: Writing, owner: str, id: Id) -> dict[str, Plain]:
    """`from`, where the record was taken from somewhere."""
    for link in writing.table(Link).where(owner, id):
        return {"from": _origin(writing, link)}
    return {}


def _origin(writing: Writing, link: Link) -> Plain:
    place = PARKING_LOT if link.from_parking_lot else EARLIER if link.from_earlier else ""
    if place:
        return {"place": place, "then": link.then} if link.then else place
    for table in SOURCES:
        id = getattr(link, f"from_{table}")
        if id is not None:
            name = writing.names.write_either(table, id, SOURCES)
            if not link.then:
                return name
            return {**(name if isinstance(name, dict) else {table: name}), "then": link.then}
    raise AssertionError(link)


def _read_groups(reading: Reading, root: Source) -> None:
    listed = root.get("groups")
    for source in listed.items() if listed else ():
        grouping = reading.add(Grouping, source)
        key = _stage_key(source)
        groups = source.get("groups")
        for item in groups.items() if groups else ():
            id = reading.names.read(item.need("id"), "group")
            reading.add(Group, item, key, id=id, grouping=grouping.id)
            members = item.get("members")
            for member in members.items() if members else ():
                who = reading.names.read(member, "participant")
                reading.put(member, GroupMember(group=id, participant=who))
            item.finish()
        source.finish()


def _read_wins(reading: Reading, root: Source) -> None:
    listed = root.get("wins")
    for source in listed.items() if listed else ():
        win = reading.add(Win, source)
        functions = source.get("made_possible_by")
        for item in functions.items() if functions else ():
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
        notes=[_note(writing, row) for row in numbered(writing)],
        groups=[_grouping(writing, row) for row in writing.table(Grouping)],
        wins=[_win(writing, row) for row in writing.table(Win)],
        remarks=[writing.fields(row) for row in writing.table(RemarkCount)],
    )


def numbered(writing: Writing) -> list[Note]:
    """The notes that have a number, by number."""
    notes = [row for row in writing.table(Note) if row.nr is not None]
    return sorted(notes, key=lambda row: row.nr or 0)


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
    return {**writing.fields(row, key), "members": names}


def _win(writing: Writing, row: Win) -> Plain:
    functions = writing.table(WinFunction).where("win", row.id)
    names = [writing.name("function", item.function) for item in functions]
    return {**writing.fields(row), **set_fields(made_possible_by=names)}
