"""What a five-whys stage prints: the way from what customers suffer down to a cause of ours."""

from __future__ import annotations

import re
from itertools import groupby

from reportlab.platypus import Flowable

from exports import titles
from exports.brief import Brief, prints
from exports.ink import BODY, CAPTION, HEADING, LABEL
from exports.lines import Span
from exports.pages import Begin, upright
from exports.parts.heads import Band, SectionHead
from exports.parts.ladder import Rung, Start, ladder
from exports.parts.marked import marked
from exports.parts.part import Part, Stack
from exports.parts.sources import came_from
from exports.parts.words import Barred, Words, beside, bulleted
from exports.translate import plural, tr
from workshop.boards import attribution_of
from workshop.merging import standing_for
from workshop.outputs import section_of
from workshop.records.findings import FiveWhys, ParkedCure, Why, WhyNote
from workshop.records.journey import Journey
from workshop.rules.whys import backwards

_THEREFORE = re.compile(r"(\btherefore\b)", re.IGNORECASE)


@prints("problem", place=2)
def problem(brief: Brief) -> list[Flowable]:
    """The chains that led to the problem."""
    return [part for row in _rows(brief, "problem") for part in _chain(brief, row, titled=True)]


@prints("journey", place=2)
def journey(brief: Brief) -> list[Flowable]:
    """The chains that start from a dip in the journey, on pages of their own."""
    parts: list[Flowable] = []
    for row in _rows(brief, "journey"):
        head = SectionHead(titles.name("journey"), brief.stages[row.stage].title)
        parts += [head, *_chain(brief, row, titled=False)]
    return [*upright(), *_begin(brief), *parts] if parts else []


def _begin(brief: Brief) -> list[Flowable]:
    """The journey begins here if there is no map."""
    return [] if list(brief.workshop[Journey]) else [Begin("journey")]


def _rows(brief: Brief, section: str) -> list[FiveWhys]:
    return [
        row
        for row in brief.workshop[FiveWhys]
        if section_of(brief.workshop, row.stage, "problem", "journey") == section
    ]


def _chain(brief: Brief, row: FiveWhys, *, titled: bool) -> list[Part]:
    found = sorted(
        brief.workshop[Why].where("five_whys", row.id), key=lambda why: (why.branch, why.level)
    )
    if not (row.start or found or row.cause_we_own):
        return []
    branches = {branch: list(whys) for branch, whys in groupby(found, lambda why: why.branch)}
    parts: list[Part] = [Band(brief.stages[row.stage].title)] if titled else []
    if row.start:
        parts.append(Start(row.start))
    parts += ladder([_rung(brief, why) for why in branches.pop(0, [])])
    for whys in branches.values():
        parts.append(_Aside(_from(whys[0])))
        parts += ladder([_rung(brief, why) for why in whys], branch=True)
    parts += [*_cause(row), *_backwards(row, found), *_parked(brief, row)]
    return [*parts, came_from(brief.stages[row.stage].title)]


class _Aside(Words):
    """A small heading over a branch or a list."""

    def __init__(self, text: str) -> None:
        super().__init__(text, LABEL, above=4.0, below=0.8)
        self.keepWithNext = 1


def _from(first: Why) -> str:
    if not first.from_level:
        return tr("Also true of the start")
    return tr("Also true of answer {level}", level=first.from_level)


def _rung(brief: Brief, why: Why) -> Rung:
    notes = [
        standing_for(brief.workshop, row.note).nr
        for row in brief.workshop[WhyNote].where("why", why.id)
    ]
    numbers = sorted({nr for nr in notes if nr is not None})
    more = plural(
        len(numbers), "note {numbers}", "notes {numbers}", numbers=", ".join(map(str, numbers))
    )
    chosen = tr("the cause we own") if why.marked else ""
    return Rung(why.level, why.because, why.evidence, more if numbers else "", chosen, why.limps)


def _cause(row: FiveWhys) -> list[Part]:
    if not row.cause_we_own:
        return []
    label = Words(tr("The cause we own"), LABEL, below=0.6)
    return [Barred(Stack([label, Words(row.cause_we_own, HEADING)]), above=4.0)]


def _backwards(row: FiveWhys, found: list[Why]) -> list[Part]:
    """The chain read backwards, *therefore* in italics; that of the room if it wrote its own."""
    answers = [why.because for why in found if why.branch == 0]
    text = row.backwards
    if not text and answers:
        text = tr(", therefore ").join(backwards(row.start, answers))
        text = f"{text[:1].upper()}{text[1:]}."
    if not text:
        return []
    spans = [
        Span(piece, BODY.italic() if _THEREFORE.fullmatch(piece) else BODY)
        for piece in _THEREFORE.split(text)
    ]
    return [_Aside(tr("Read backwards")), Words(spans, BODY)]


def _parked(brief: Brief, row: FiveWhys) -> list[Part]:
    """Cures that came too early; whose they are as far as the board's attribution lets it."""
    whose = attribution_of(brief.workshop, row.stage)
    parts: list[Part] = []
    for cure in brief.workshop[ParkedCure].where("five_whys", row.id):
        mark = brief.function_of(cure.by) if whose != "none" else None
        name = brief.name(cure.by) if whose == "person" else ""
        text = beside(Span(cure.text, BODY), Span(name, CAPTION))
        parts.append(marked(mark, text, below=1.0) if mark else bulleted(text))
    return [_Aside(tr("Cures parked for later")), *parts] if parts else []
