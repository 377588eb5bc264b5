"""The capture bar: "s: ..." names the function, and pasted lines make a note each."""

from __future__ import annotations

from typing import Unpack

from workshop.changes import FACILITATOR
from workshop.errors import Refused
from workshop.frozen import frozen
from workshop.notes import About, add_note, check_text
from workshop.people import functions
from workshop.records.notes import Note
from workshop.records.people import Function
from workshop.records.words import FunctionId, StageId
from workshop.searching import plain
from workshop.state import Workshop
from workshop.text import clean_text


@frozen
class TypedLine:
    """A line as typed: the function it names (none: the one chosen in the bar) and its text."""

    line: int
    function: FunctionId | None
    text: str


def read_line(workshop: Workshop, text: str, line: int = 1) -> TypedLine:
    """Takes "s: ..." or "Sales: ..." apart, if what stands before the colon is a function."""
    before, colon, rest = text.partition(":")
    wanted = plain(before)
    named = (one for one in functions(workshop) if colon and wanted in _names(one))
    function = next(named, None)
    if function is None:
        return TypedLine(line, None, text.strip())
    return TypedLine(line, function.id, rest.strip())


def _names(function: Function) -> tuple[str, str, str]:
    return plain(function.letter), plain(function.name), plain(function.key)


def read_lines(workshop: Workshop, text: str) -> list[TypedLine]:
    """The lines of a paste that are not empty. A line with a function alone names that of those
    after it that name none."""
    found: list[TypedLine] = []
    function: FunctionId | None = None
    for number, line in enumerate(clean_text(text).split("\n"), start=1):
        typed = read_line(workshop, line, number)
        if not typed.text:
            function = typed.function or function
        else:
            found.append(TypedLine(number, typed.function or function, typed.text))
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
    lines = read_lines(workshop, text)
    if not lines:
        raise Refused("note.empty")
    for one in lines:
        check_text(one.text, line=one.line)
    if len(lines) == 1:
        return [add_note(workshop, stage, lines[0].text, actor=actor, **_about(lines[0], about))]
    with workshop.step("note.add", actor=actor, count=len(lines)):
        return [
            add_note(workshop, stage, one.text, actor=actor, **_about(one, about)) for one in lines
        ]


def _about(line: TypedLine, about: About) -> About:
    if line.function is None or line.function == about.get("function"):
        return about
    return {
        "function": line.function,
        "lane": about.get("lane"),
        "phase": about.get("phase"),
        "evidence": about.get("evidence"),
    }
