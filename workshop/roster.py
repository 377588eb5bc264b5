"""Lists of people pasted from elsewhere: one person a line, "name, function"."""

from __future__ import annotations

import csv
from collections.abc import Sequence

from workshop.changes import FACILITATOR
from workshop.errors import Refused
from workshop.frozen import frozen
from workshop.people import add_function, add_participant, decider_of, functions
from workshop.records.people import (
    MOST_FUNCTIONS,
    MOST_PARTICIPANTS,
    Function,
    Participant,
)
from workshop.searching import plain
from workshop.state import Workshop
from workshop.text import clean_line, clean_text

SEPARATORS = "\t;,"
"""Tried in this order; the first one that a line has divides it."""
LONGEST = 1000
"""Characters of a line that is looked at."""

_NAMES = {"name", "names", "person", "participant"}
_DECIDER = {"decider", "decides", "decision maker"}
_STAR = "*"


@frozen
class PersonLine:
    """What one line was understood as; `problem` says why it was not.

    Problems: `heading`, `no_name`, `no_function`, `name_too_long`, `function_too_long`,
    `already_there`. `second_decider` says that the function has a decider already: the person is
    taken without being one. `is_new`: the function is one that the workshop does not have yet.
    """

    line: int
    text: str
    name: str = ""
    function: str = ""
    role: str = ""
    decider: bool = False
    is_new: bool = False
    second_decider: bool = False
    problem: str = ""


def parse_people(workshop: Workshop, text: str) -> list[PersonLine]:
    """Every line of `text` that is not empty, understood or not. Changes nothing.

    A line is a name, a function and, as may be, "decider" or a role, divided by tabs, semicolons
    or commas; a star at the end of the name, the function or the line means a decider too.
    """
    read = _Reader(workshop)
    lines = enumerate(clean_text(text).split("\n"), start=1)
    return [read.line(number, line) for number, line in lines if line.strip()]


class _Reader:
    """Reads one line after the other and remembers who and what came before."""

    def __init__(self, workshop: Workshop) -> None:
        self._known = {name: one.name for one in functions(workshop) for name in _names(one)}
        self._people = {
            (plain(one.name), plain(workshop[Function][one.function].name))
            for one in workshop[Participant]
        }
        self._deciders = {
            plain(one.name) for one in functions(workshop) if decider_of(workshop, one.id)
        }
        self._new: dict[str, str] = {}

    def line(self, number: int, text: str) -> PersonLine:
        cells, starred = _cells(text)
        name, function, *rest = (*cells, "", "")
        problem = _problem(name, function)
        if problem:
            return PersonLine(number, text, name, function, problem=problem)
        known = self._known.get(plain(function))
        function = known or self._new.setdefault(plain(function), function)
        who = (plain(name), plain(function))
        if who in self._people:
            return PersonLine(number, text, name, function, problem="already_there")
        self._people.add(who)
        decides = starred or any(plain(cell) in _DECIDER for cell in rest)
        second = decides and plain(function) in self._deciders
        if decides:
            self._deciders.add(plain(function))
        return PersonLine(
            number,
            text,
            name,
            function,
            role=next((cell for cell in rest if cell and plain(cell) not in _DECIDER), "")[:200],
            decider=decides and not second,
            is_new=known is None,
            second_decider=second,
        )


def _names(function: Function) -> tuple[str, str, str]:
    return plain(function.name), plain(function.letter), plain(function.key)


def _cells(text: str) -> tuple[list[str], bool]:
    """The parts of a line without their stars, and whether there was one."""
    if len(text) > LONGEST:
        return [text], False
    separator = next((mark for mark in SEPARATORS if mark in text), ",")
    row = next(csv.reader([text], delimiter=separator, skipinitialspace=True), [])
    cells = [clean_line(cell) for cell in row]
    bare = [cell.removesuffix(_STAR).strip() for cell in cells]
    return bare, bare != cells


def _problem(name: str, function: str) -> str:
    if plain(name) in _NAMES and plain(function) in {"function", "functions", "team"}:
        return "heading"
    if not name:
        return "no_name"
    if len(name) > 80:
        return "name_too_long"
    if not function:
        return "no_function"
    return "function_too_long" if len(function) > 80 else ""


def add_people(
    workshop: Workshop, lines: Sequence[PersonLine], *, actor: str = FACILITATOR
) -> list[Participant]:
    """Adds everyone on the `lines` that were understood, with the functions they need.

    Raises `Refused` (`function.too_many`, `participant.too_many`) and then adds nobody.
    """
    understood = [line for line in lines if not line.problem]
    known = {plain(function.name) for function in workshop[Function]}
    new = {plain(line.function) for line in understood} - known
    if len(known) + len(new) > MOST_FUNCTIONS:
        raise Refused("function.too_many", limit=MOST_FUNCTIONS)
    if len(workshop[Participant]) + len(understood) > MOST_PARTICIPANTS:
        raise Refused("participant.too_many", limit=MOST_PARTICIPANTS)
    with workshop.step("participant.add_many", actor=actor, count=len(understood)):
        return [_add(workshop, line) for line in understood]


def _add(workshop: Workshop, line: PersonLine) -> Participant:
    same = (one for one in workshop[Function] if plain(one.name) == plain(line.function))
    function = next(same, None) or add_function(workshop, line.function)
    decider = line.decider and decider_of(workshop, function.id) is None
    return add_participant(workshop, line.name, function.id, decider=decider, role=line.role)
