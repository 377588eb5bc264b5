"""Functions, participants, seating, evidence."""

from __future__ import annotations

from workshop.fields import Plain
from workshop.figures import in_place
from workshop.interchange.mapping import Reading, Writing, set_fields
from workshop.interchange.names import Id
from workshop.interchange.source import Source
from workshop.records.details import Evidence
from workshop.records.people import Function, Participant, Presence


def declare(reading: Reading, root: Source) -> None:
    """Gives functions and participants their ids."""
    for table, name in (("function", "functions"), ("participant", "participants")):
        for item in root.each(name):
            reading.declare(table, item.need("id"))


def read(reading: Reading, root: Source) -> None:
    """Reads `functions`, `participants` and `evidence`; the seating stands in `workshop`."""
    for place, item in enumerate(root.each("functions"), 1):
        id = reading.names.read(item.need("id"), "function")
        reading.add(Function, item, id=id, place=place)
        item.get("decider")
        item.finish()
    _read_participants(reading, root)
    reading.add_all(Evidence, root, "evidence")


def _deciders(reading: Reading, root: Source) -> dict[Id, Id]:
    """Function to the participant that it names as its decider."""
    deciders = {}
    for item in root.each("functions"):
        named = item.get("decider")
        if named is not None:
            function = reading.names.read(item.need("id"), "function")
            deciders[function] = reading.names.read(named, "participant")
    return deciders


def _read_participants(reading: Reading, root: Source) -> None:
    deciders = _deciders(reading, root)
    seats = reading.ranks("participant", root.need("workshop").get("seating"))
    for item in root.each("participants"):
        id = reading.names.read(item.need("id"), "participant")
        function = reading.names.read(item.need("function"), "function")
        named = deciders.get(function)
        said = item.get("decider")
        decides = said is not None and reading.column(Participant, "decider", said)
        if said is not None and decides and named not in (None, id):
            said.fail("true for the decider that the function names")
        reading.add(Participant, item, id=id, seat=seats.get(id), decider=decides or named == id)
        present = item.get("present")
        if present is not None:
            reading.put(present, Presence(participant=id, present=present.plain))
        item.finish()
    _own_function_is_theirs(reading, root, deciders)


def _own_function_is_theirs(reading: Reading, root: Source, deciders: dict[Id, Id]) -> None:
    for item in root.each("functions"):
        function = reading.names.read(item.need("id"), "function")
        decider = deciders.get(function)
        if decider and reading.workshop[Participant][decider].function != function:
            item.need("decider").fail("someone of this function")


def write(writing: Writing) -> dict[str, Plain]:
    """The sections of people."""
    return {
        "functions": [_function(writing, row) for row in in_place(writing.table(Function))],
        "participants": [_participant(writing, row) for row in writing.table(Participant)],
        **_evidence(writing),
    }


def _function(writing: Writing, row: Function) -> Plain:
    people = writing.table(Participant).where("function", row.id)
    decider = next((person.key for person in people if person.decider), None)
    return {**writing.fields(row), **set_fields(decider=decider)}


def _participant(writing: Writing, row: Participant) -> Plain:
    fields = writing.fields(row)
    for item in writing.table(Presence).where("participant", row.id):
        fields["present"] = item.present
    return fields


def _evidence(writing: Writing) -> dict[str, Plain]:
    listed = [writing.fields(row) for row in writing.table(Evidence)]
    return {"evidence": listed} if listed else {}


def seating(writing: Writing) -> list[Plain]:
    """The seating order, as keys."""
    seated = [row for row in writing.table(Participant) if row.seat is not None]
    return [row.key for row in sorted(seated, key=lambda row: (row.seat or 0, row.id))]
