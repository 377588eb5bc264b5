"""What is pasted, read as notes: a list, a column of a spreadsheet, or lines that name functions.

Cells are told apart by tabs, as every spreadsheet hands them over; one that holds a line end, a tab
or a quotation mark comes in quotation marks that are doubled inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workshop.capture import TypedLine, function_called, people_called, read_line, under_headings
from workshop.records.people import Function, Participant
from workshop.searching import plain
from workshop.state import Workshop
from workshop.text import clean_text

_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\n|\Z)')
_NEEDS_QUOTES = re.compile(r'[\n\t]|""')
_CELL_END = re.compile(r"[\t\n]")
_BULLET = re.compile(r"[-*•·–—‣◦▪●○]\s+")
_COUNTED = re.compile(r"\d{1,3}[.)]\s+")


def read_paste(workshop: Workshop, text: str) -> list[TypedLine]:
    """The notes in a pasted text, numbered from 1 by row.

    Bullets go, and numbers where every row has one. In a row of several cells one may be the name
    or letter of a function and one the name of a person; what is left is the text.
    """
    rows = [[cell for cell in map(str.strip, row) if cell] for row in _rows(clean_text(text))]
    counted = all(_COUNTED.match(row[0]) for row in rows if row)
    return under_headings(
        _read(workshop, row, number, counted) for number, row in enumerate(rows, start=1) if row
    )


def _rows(text: str) -> Iterator[list[str]]:
    """The cells of each row."""
    row: list[str] = []
    at = 0
    while at <= len(text):
        cell, at = _cell(text, at)
        row.append(cell)
        if at == len(text) or text[at] == "\n":
            yield row
            row = []
        at += 1


def _cell(text: str, at: int) -> tuple[str, int]:
    """The cell that begins there, and where it ends."""
    quoted = _QUOTED.match(text, at)
    if quoted and _NEEDS_QUOTES.search(quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    end = _CELL_END.search(text, at)
    return (text[at : end.start()], end.start()) if end else (text[at:], len(text))


def _read(workshop: Workshop, row: Sequence[str], number: int, counted: bool) -> TypedLine:
    function: Function | None = None
    author: Participant | None = None
    words = []
    for cell in row if len(row) > 1 else ():
        called = None if function else function_called(workshop, cell)
        person = None if called or author else _person(workshop, cell)
        function, author = called or function, person or author
        if called is None and person is None:
            words.append(cell)
    if function is None and author is None:
        return read_line(workshop, " ".join(_bare(cell, counted) for cell in row), number)
    whose = author.function if author else function.id if function else None
    return TypedLine(number, whose, " ".join(words), author.id if author else None)


def _person(workshop: Workshop, cell: str) -> Participant | None:
    """The person of exactly this name."""
    found = people_called(workshop, cell)
    return found[0] if len(found) == 1 and plain(found[0].name) == plain(cell) else None


def _bare(cell: str, counted: bool) -> str:
    """A cell without its bullet or its number."""
    start = _BULLET.match(cell) or (_COUNTED.match(cell) if counted else None)
    return cell[start.end() :] if start else cell
