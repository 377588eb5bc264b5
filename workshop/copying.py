"""Notes as they are taken elsewhere: as lines of text, as Markdown, as a table.

Whose they are follows their board: names only where the room sees them, and neither name nor
function where none is kept. What was merged into a note goes along with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from workshop.boards import attribution_of
from workshop.clusters import clusters_of
from workshop.frozen import frozen
from workshop.merging import originals
from workshop.records.notes import Cluster, Note
from workshop.records.people import Function, Participant
from workshop.records.words import NoteId
from workshop.state import Workshop

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")
_NEEDS_QUOTES = re.compile(r'[\t\n"]')


@frozen
class Copied:
    """One note as it is copied; `merged_into` is the number of the one that stands for it."""

    number: str
    text: str
    function: str = ""
    author: str = ""
    evidence: str = ""
    cluster: str = ""
    merged_into: str = ""


COLUMNS = ("number", "text", "function", "author", "evidence", "cluster", "merged_into")


def copied(workshop: Workshop, notes: Sequence[NoteId]) -> list[Copied]:
    """The notes in this order, each followed by what was merged into it."""
    found = []
    for note in notes:
        root = workshop[Note][note]
        found.append(_one(workshop, root, ""))
        number = str(root.nr or "")
        found += [_one(workshop, inside, number) for inside in originals(workshop, note)]
    return found


def _one(workshop: Workshop, note: Note, merged_into: str) -> Copied:
    attribution = attribution_of(workshop, note.stage)
    function = workshop[Function].get(note.function) if attribution != "none" else None
    author = workshop[Participant].get(note.author) if attribution == "person" else None
    return Copied(
        str(note.nr or ""),
        note.text,
        function.name if function else "",
        author.name if author else "",
        note.evidence or "",
        _cluster(workshop, note),
        merged_into,
    )


def _cluster(workshop: Workshop, note: Note) -> str:
    """The title of its cluster; its number where it has none."""
    cluster = workshop[Cluster].get(note.cluster)
    if cluster is None:
        return ""
    ids = [one.id for one in clusters_of(workshop, cluster.stage)]
    return cluster.name or str(ids.index(cluster.id) + 1)


def as_text(notes: Sequence[Copied]) -> str:
    """A line for each note: its number, its text, and whose it is."""
    return "\n".join(_line(note) for note in notes)


def _line(note: Copied) -> str:
    whose = ", ".join(filter(None, (note.author, note.function)))
    text = " ".join(note.text.split())
    told = f"{note.number} {text}" + (f" ({whose})" if whose else "")
    return f"    {told}" if note.merged_into else told


def as_markdown(notes: Sequence[Copied]) -> str:
    """A list under the title of each cluster, those of none first."""
    return "\n".join(_markdown(notes)).strip() + "\n"


def _markdown(notes: Sequence[Copied]) -> Iterator[str]:
    for cluster in sorted({note.cluster for note in notes}, key=lambda name: (name != "", name)):
        if cluster:
            yield f"\n## {_escaped(cluster)}\n"
        for note in notes:
            if note.cluster == cluster:
                whose = ", ".join(filter(None, (note.author, note.function)))
                indent = "    " if note.merged_into else ""
                told = f" ({_escaped(whose)})" if whose else ""
                yield f"{indent}- **{note.number}** {_escaped(' '.join(note.text.split()))}{told}"


def _escaped(text: str) -> str:
    """A text that Markdown shows as it is."""
    return _MARKDOWN.sub(r"\\\1", text)


def as_table(notes: Sequence[Copied], heads: Sequence[str]) -> str:
    """Rows and columns as spreadsheets take them, under the heads of `COLUMNS`."""
    rows = [list(heads), *(_cells(note) for note in notes)]
    return "\n".join("\t".join(map(_quoted, row)) for row in rows) + "\n"


def as_html(notes: Sequence[Copied], heads: Sequence[str]) -> str:
    """The same table as HTML, for programs that paste that."""
    rows = [("th", list(heads)), *(("td", _cells(note)) for note in notes)]
    lines = "".join(
        "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
        for tag, cells in rows
    )
    return f"<table>{lines}</table>"


def _cells(note: Copied) -> list[str]:
    return [getattr(note, column) for column in COLUMNS]


def _quoted(cell: str) -> str:
    """A cell in quotation marks where it has to be; formulas are shown as text."""
    if cell[:1] in "=+-@":
        cell = f"'{cell}" if cell else cell
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell
