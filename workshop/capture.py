"""The capture bar: "s: ..." names the function, "@" and a name's beginning the author, and pasted
lines make a note each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Unpack

from workshop.changes import FACILITATOR
from workshop.errors import Refused
from workshop.frozen import frozen
from workshop.notes import About, add_note, check_text
from workshop.people import functions
from workshop.records.notes import Note
from workshop.records.people import Function, Participant
from workshop.records.words import FunctionId, ParticipantId, StageId
from workshop.searching import plain
from workshop.seating import seating
from workshop.state import Workshop
from workshop.text import clean_text

AUTHOR = "@"
"""Stands before the beginning of an author's name."""


@frozen
class TypedLine:
    """A line as typed: the function it names (none: the one chosen in the bar) and its text; with
    an author, whose function goes before."""

    line: int
    function: FunctionId | None
    text: str
    author: ParticipantId | None = None


def read_line(workshop: Workshop, text: str, line: int = 1) -> TypedLine:
    """Takes "s: ...", "Sales: ..." or "@pieter: ..." apart, if what stands before the colon is a
    function, or the name of one person alone."""
    before, colon, rest = text.partition(":")
    if colon and before.strip().startswith(AUTHOR):
        named = people_called(workshop, before.strip()[len(AUTHOR) :])
        if len(named) == 1:
            return TypedLine(line, named[0].function, rest.strip(), named[0].id)
    function = function_called(workshop, before) if colon else None
    if function is None:
        return TypedLine(line, None, text.strip())
    return TypedLine(line, function.id, rest.strip())


def function_called(workshop: Workshop, name: str) -> Function | None:
    """The function of this letter, name or key, whatever its case and accents."""
    wanted = plain(name)
    return next((one for one in functions(workshop) if wanted in _names(one)), None)


def _names(function: Function) -> tuple[str, str, str]:
    return plain(function.letter), plain(function.name), plain(function.key)


def people_called(workshop: Workshop, beginning: str) -> list[Participant]:
    """Those with a name that begins like this, any part of it, in seating order. Whoever is called
    exactly so stands alone."""
    wanted = plain(beginning)
    found = [person for person in seating(workshop) if _is_called(person, wanted)]
    exact = [person for person in found if wanted in (plain(person.name), *_parts(person))]
    return exact if len(exact) == 1 else found


def _is_called(person: Participant, wanted: str) -> bool:
    return plain(person.name).startswith(wanted) or any(
        part.startswith(wanted) for part in _parts(person)
    )


def _parts(person: Participant) -> list[str]:
    return plain(person.name).split()


def read_lines(workshop: Workshop, text: str) -> list[TypedLine]:
    """The lines of a text that are not empty. A line with a function alone names that of those
    after it that name none."""
    lines = enumerate(clean_text(text).split("\n"), start=1)
    return under_headings(read_line(workshop, line, number) for number, line in lines)


def under_headings(lines: Iterable[TypedLine]) -> list[TypedLine]:
    """The lines that have a text; those that name no function belong to the heading above them."""
    found: list[TypedLine] = []
    function: FunctionId | None = None
    for line in lines:
        if line.text:
            found.append(replace(line, function=line.function or function))
        else:
            function = line.function or function
    return found


def add_lines(
    workshop: Workshop,
    stage: StageId | None,
    text: str,
    *,
    actor: str = FACILITATOR,
    **about: Unpack[About],
) -> list[Note]:
    """Writes a note for every line, in one step; `about` holds for lines that name no function.

    Raises `Refused` (`note.empty`, `note.too_long` with the `line`), and then writes none.
    """
    return add_typed(workshop, stage, read_lines(workshop, text), actor=actor, **about)


def add_typed(
    workshop: Workshop,
    stage: StageId | None,
    lines: Sequence[TypedLine],
    *,
    actor: str = FACILITATOR,
    **about: Unpack[About],
) -> list[Note]:
    """The same for lines that have been read."""
    if not lines:
        raise Refused("note.empty")
    several = len(lines) > 1
    for one in lines:
        check_text(one.text, **({"line": one.line} if several else {}))
    if not several:
        return [add_note(workshop, stage, lines[0].text, actor=actor, **_about(lines[0], about))]
    with workshop.step("note.add", actor=actor, count=len(lines)):
        return [
            add_note(workshop, stage, one.text, actor=actor, **_about(one, about)) for one in lines
        ]


def _about(line: TypedLine, about: About) -> About:
    """What is known of the note of a line; its author is whom it names, or stays the same as long
    as the function does."""
    if line.author is None and line.function in (None, about.get("function")):
        return about
    return {
        "author": line.author,
        "function": line.function,
        "lane": about.get("lane"),
        "phase": about.get("phase"),
        "evidence": about.get("evidence"),
    }
