"""What personas print: a card for each, guesses apart from people we have met."""

from __future__ import annotations

from reportlab.platypus import Flowable

from exports import titles
from exports.brief import Brief, prints
from exports.ink import CAPTION, EYEBROW, HEADING, NOTE, QUOTE
from exports.lines import Span
from exports.parts.cards import Card, two_up
from exports.parts.grades import graded
from exports.parts.heads import Band, SectionHead
from exports.parts.part import Part, Stack
from exports.parts.sources import came_from
from exports.parts.words import Words, beside, labelled, quoted
from exports.translate import tr
from exports.wording import listed
from workshop.records.findings import Persona, PersonaWriter

GUESS = "guess"


@prints("personas")
def personas(brief: Brief) -> list[Flowable]:
    """All personas, the primary one first."""
    rows = sorted(brief.workshop[Persona], key=lambda row: (not row.primary, row.id))
    if not rows:
        return []
    met = [row for row in rows if row.evidence != GUESS]
    assumed = [row for row in rows if row.evidence == GUESS]
    sources = brief.stage_titles("personas", (row.stage for row in rows))
    return [
        SectionHead(titles.name("personas"), titles.title("personas"), _opening(rows)),
        *_cards(brief, met),
        *_assumptions(brief, assumed),
        *([came_from(listed(sources), above=0.0)] if sources else []),
    ]


def _opening(rows: list[Persona]) -> str:
    first = next((row.name for row in rows if row.primary), "")
    return tr("{name} comes first.", name=first) if first and len(rows) > 1 else ""


def _assumptions(brief: Brief, rows: list[Persona]) -> list[Part]:
    if not rows:
        return []
    said = tr("Nobody has met these people yet: what stands here is guessed.")
    return [Band(tr("Assumptions")), Words(said, NOTE, below=3.0), *_cards(brief, rows)]


def _cards(brief: Brief, rows: list[Persona]) -> list[Part]:
    cards = [Card(_persona(brief, row), chosen=row.primary) for row in rows]
    return two_up(cards, brief.paper.portrait.live_width)


def _persona(brief: Brief, row: Persona) -> Part:
    gap = 1.8
    name = beside(Span(row.name, HEADING), Span(row.kind, CAPTION))
    lines: list[Part | None] = [
        Words(tr("Primary"), EYEBROW, below=0.8) if row.primary else None,
        Words(name, HEADING, below=0.6),
        Words(row.situation, NOTE, below=gap) if row.situation else None,
        Words(quoted(row.own_words), QUOTE, below=gap) if row.own_words else None,
        _needed(tr("Wants"), row.goal),
        _needed(tr("Trouble"), row.trouble),
        _said(tr("Better when"), row.success),
        graded(row.evidence, row.evidence_note, above=1.2),
        _said(tr("To find out"), row.find_out, above=1.2),
        _written_with(brief, row),
    ]
    return Stack([line for line in lines if line is not None])


def _needed(label: str, text: str) -> Part:
    """A line that every persona has, or that it is still open."""
    return Words(labelled(label, text or tr("still open"), NOTE), NOTE, below=1.2)


def _said(label: str, text: str, above: float = 0.0) -> Part | None:
    return Words(labelled(label, text, NOTE), NOTE, above=above, below=1.2) if text else None


def _written_with(brief: Brief, row: Persona) -> Part | None:
    names = [one.participant for one in brief.workshop[PersonaWriter].where("persona", row.id)]
    if not names:
        return None
    with_whom = listed([brief.name(id) for id in names])
    return Words(tr("Written with {names}", names=with_whom), CAPTION, above=1.0)
