"""What boards print into sections of their own: what we know, beside the facts brought along."""

from __future__ import annotations

from reportlab.platypus import Flowable

from exports import titles
from exports.brief import Brief, prints
from exports.ink import BODY, CAPTION
from exports.lines import Span, Text
from exports.parts.heads import SectionHead
from exports.parts.marked import MarkedHead
from exports.parts.part import Part
from exports.parts.words import Words, beside
from workshop.records.details import Evidence


@prints("evidence")
def evidence(brief: Brief) -> list[Flowable]:
    """The facts of each function with their sources, and the notes of evidence boards."""
    parts: list[Flowable] = []
    for id, function in brief.functions.items():
        known = [*_facts(brief, id), *_notes(brief, id)]
        if known:
            parts += [MarkedHead(function, function.name), *known]
    head = SectionHead(titles.name("evidence"), titles.title("evidence"))
    return [head, *parts] if parts else []


def _facts(brief: Brief, function: int) -> list[Part]:
    rows = brief.workshop[Evidence].where("function", function)
    return [_line(row.fact, row.source) for row in rows]


def _notes(brief: Brief, function: int) -> list[Part]:
    stages = [stage for stage in brief.stages.values() if stage.section == "evidence"]
    notes = [note for stage in stages for note in brief.notes_by_stage.get(stage.id, [])]
    return [_line(note.text, str(note.nr or "")) for note in notes if note.function == function]


def _line(fact: str, source: str) -> Words:
    text: Text = beside(Span(fact, BODY), Span(source, CAPTION))
    return Words(text, BODY, indent=5.6, below=1.4, at_most=150.0)
