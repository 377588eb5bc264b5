"""What boards print into sections of their own: what we know, beside the facts brought along."""

from __future__ import annotations

from reportlab.platypus import Flowable

from exports import hidden, titles
from exports.brief import Brief, prints
from exports.ink import BODY, CAPTION
from exports.lines import Span, Text
from exports.parts.heads import SectionHead
from exports.parts.marked import MarkedHead
from exports.parts.part import Part
from exports.parts.sources import sourced
from exports.parts.words import Words, beside
from exports.translate import tr
from workshop.records.details import Evidence


@prints("evidence")
def evidence(brief: Brief) -> list[Flowable]:
    """The facts of each function with their sources, and the notes of evidence boards."""
    parts: list[Flowable] = []
    for id, function in brief.functions.items():
        known = [*_facts(brief, id), *_notes(brief, id)]
        if known:
            parts += [MarkedHead(function, function.name), *known]
    parts += _covered(brief)
    head = SectionHead(titles.name("evidence"), titles.title("evidence"))
    return [head, *parts, *_sources(brief)] if parts else []


def _sources(brief: Brief) -> list[Part]:
    """The boards that notes come from; a fact has its own source beside it."""
    if len(brief.workshop[Evidence]):
        said = tr("Facts were brought along; where each comes from stands beside it.")
        return [Words(said, CAPTION, above=3.0), *sourced(brief.feeding("evidence", ""), above=0.0)]
    return [*sourced(brief.feeding("evidence", ""))]


def _facts(brief: Brief, function: int) -> list[Part]:
    rows = brief.workshop[Evidence].where("function", function)
    return [_line(row.fact, row.source) for row in rows]


def _notes(brief: Brief, function: int) -> list[Part]:
    stages = [stage for stage in brief.stages.values() if stage.section == "evidence"]
    notes = [note for stage in stages for note in brief.notes_by_stage.get(stage.id, [])]
    return [_line(note.text, str(note.nr or "")) for note in notes if note.function == function]


def _covered(brief: Brief) -> list[Part]:
    """How many notes of evidence boards are not told yet."""
    found = {id: hidden.covered(brief, id) for id in brief.covered}
    return [
        hidden.remark(f"{stage.title}: {found[stage.id]}")
        for stage in brief.stages.values()
        if stage.section == "evidence" and stage.id in found
    ]


def _line(fact: str, source: str) -> Words:
    text: Text = beside(Span(fact, BODY), Span(source, CAPTION))
    return Words(text, BODY, indent=5.6, below=1.4, at_most=150.0)
