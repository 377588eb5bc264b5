"""Records in the place of lost ones that others cannot do without: a stage, a function, a person,
the title of the workshop.

A note whose stage is gone would else lie in the parking lot, and a vote whose voter is gone be gone
as well. A stand-in keeps them together, under the number of the one that is lost.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from typing import Any

from workshop import marks
from workshop.keys import fresh_key
from workshop.records.agenda import Board, Stage
from workshop.records.details import Details
from workshop.records.notes import Note
from workshop.records.people import Function, Participant
from workshop.records.words import BoardId, FunctionId, StageId
from workshop.setups import settings_types
from workshop.state import Workshop
from workshop.tables import tables

_KIND = "board"


def add_stand_ins(workshop: Workshop) -> Counter[str]:
    """Adds what others refer to and is not there; returns how many of each table."""
    added: Counter[str] = Counter()
    if not len(workshop[Details]) and any(len(table) for table in workshop.tables()):
        workshop.load("details", Details(key="recovered", title="Recovered workshop"))
        added["details"] += 1
    for id in _missing(workshop, "participant"):
        workshop.load("participant", _person(workshop, id))
        added["participant"] += 1
    for id in _missing(workshop, "function"):
        workshop.load("function", _function(workshop, id))
        added["function"] += 1
    for id in _missing(workshop, "stage"):
        workshop.load("stage", _stage(workshop, id))
        if not workshop[Board].where("stage", id):
            board = Board(stage=StageId(id), id=BoardId(workshop.next_id("board")))
            workshop.load("board", board)
        added["stage"] += 1
    return added


def _missing(workshop: Workshop, name: str) -> list[int]:
    there = workshop.table(name)
    return sorted({id for id in _referred(workshop, name) if id not in there})


def _referred(workshop: Workshop, name: str) -> Iterator[int]:
    for info in tables().values():
        columns = [column.name for column, kind in info.references() if kind.table == name]
        for row in workshop.table(info.name) if columns else ():
            yield from (id for each in columns if (id := getattr(row, each)) is not None)


def _person(workshop: Workshop, id: int) -> Participant:
    """Of the function whose notes they wrote; else of one that stands for theirs."""
    written = workshop[Note].where("author", id)
    known = [note.function for note in written if note.function is not None]
    function = known[0] if known else FunctionId(workshop.next_id("function"))
    name = f"Person {id}"
    key = fresh_key(workshop, Participant, name)
    fields: dict[str, Any] = {"key": key, "name": name, "function": function, "id": id}
    return Participant(stand_in=True, **fields)


def free_mark(workshop: Workshop, name: str) -> dict[str, Any]:
    """A mark that no function has, as fields of one."""
    taken = [marks.Mark(f.letter, f.shape, f.colour, f.ring) for f in workshop[Function]]
    return dataclasses.asdict(marks.mark_for(name, taken))


def _function(workshop: Workshop, id: int) -> Function:
    name = f"Function {id}"
    fields: dict[str, Any] = {"id": id, "place": id, "key": fresh_key(workshop, Function, name)}
    return Function(name=name, stand_in=True, **free_mark(workshop, name), **fields)


def _stage(workshop: Workshop, id: int) -> Stage:
    title = f"Stage {id}"
    fields: dict[str, Any] = {"id": id, "place": id, "key": fresh_key(workshop, Stage, title)}
    return Stage(kind=_KIND, title=title, setup=settings_types()[_KIND](), **fields)
