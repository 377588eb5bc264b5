"""The vision brief as a PDF: all its sections in print order."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.platypus import CondPageBreak, Flowable

from exports import fonts, titles
from exports.brief import Brief, contributions
from exports.handout import Progress
from exports.imprint import colophon
from exports.ink import CAPTION, POINTS_PER_MM
from exports.pages import Begin, BriefPages, upright_again
from exports.paper import Paper
from exports.parts.heads import SectionHead
from exports.parts.vision import SentenceHead, Vision
from exports.parts.words import Words
from exports.pen import Box
from exports.report import Report
from exports.translate import tr
from workshop import agreement
from workshop.records.details import Revision
from workshop.records.words import SECTIONS
from workshop.state import Workshop

LEAST_ROOM = 50.0
"""A section begins on a page only with so much room left, in millimetres."""

OWN_PAGE = ("summary", "vision", "journey", "guardrails", "appendix")
"""Sections that see to their own pages."""

COVERED = "summary"
"""The section with the cover, which stays where the summary itself is left out."""

LAYING_OUT = 0.3
"""Of the whole work, the part after which all sections are gathered and pages are laid out."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A brief as it came out: the file's bytes, its pages, what is to be said of it, which state of
    the workshop it shows, and where each line of text stands."""

    pdf: bytes
    pages: int
    report: Report
    revision: Revision
    boxes: tuple[Box, ...]

    @property
    def left_out(self) -> tuple[str, ...]:
        """The sections left out for having nothing in them."""
        return self.report.left_out


def make_brief(
    workshop: Workshop,
    paper: Paper,
    progress: Progress = lambda _what, _done: None,
    sections: Sequence[str] = SECTIONS,
) -> Printed:
    """Lays out the vision brief of a workshop, or these sections of it. The same workshop gives
    the same bytes."""
    brief = Brief(workshop, paper)
    flow: list[Flowable] = []
    left_out = []
    hidden = tuple(section for section in sections if brief.hides(section))
    for place, section in enumerate(sections):
        progress(titles.name(section), LAYING_OUT * place / len(sections))
        if section in hidden and section != COVERED:
            continue
        parts = [part for make in contributions(section) for part in make(brief)]
        if not parts:
            left_out.append(section)
            continue
        flow += _begun(section, parts)
    flow += _not_covered(left_out)
    target = io.BytesIO()
    title = tr("{product} vision brief", product=brief.product)
    pages = BriefPages(target, brief, title, colophon(brief))
    pages.setProgressCallBack(_page_told(progress))
    count = pages.write(flow)
    boxes = tuple(pages.boxes)
    report = Report(tuple(left_out), hidden, tuple(_boxed(boxes).items()), _is_long(brief))
    return Printed(target.getvalue(), count, report, brief.exported, boxes)


def _boxed(boxes: Sequence[Box]) -> dict[str, int]:
    """The characters that no font has, with the first page each is on."""
    found: dict[str, int] = {}
    for box in boxes:
        for character in sorted(fonts.missing(box.text)):
            found.setdefault(character, box.page)
    return found


def _is_long(brief: Brief) -> bool:
    """Whether the vision fits its lines at no size."""
    sentence = agreement.statement(brief.workshop, "vision")
    return Vision(sentence).is_too_long(brief.paper.portrait.live_width)


def _begun(section: str, parts: list[Flowable]) -> list[Flowable]:
    """The parts of a section where it may begin. Modules that only add to a section leave its head
    to others; where these have nothing to say, it gets one here."""
    if section in OWN_PAGE:
        return parts
    if not isinstance(parts[0], SectionHead | SentenceHead):
        parts = [SectionHead(titles.name(section), titles.title(section)), *parts]
    room = CondPageBreak(LEAST_ROOM * POINTS_PER_MM)
    return [*upright_again(), room, Begin(section), *parts]


def _not_covered(sections: list[str]) -> list[Flowable]:
    """The sections that were left out for having nothing in them, once and by name."""
    if not sections:
        return []
    names = ", ".join(map(titles.name, sections))
    return [Words(tr("Not covered: {sections}.", sections=names), CAPTION, above=6.0, at_most=1e3)]


def _page_told(progress: Progress) -> Callable[[str, int], None]:
    """Hands ReportLab's word on how far it is to `progress`."""
    size, told = 1, 0

    def tell(what: str, value: int) -> None:
        nonlocal size, told
        if what == "SIZE_EST":
            size = max(1, value)
        elif what == "PROGRESS" and 100 * value // size > told:
            told = min(100, 100 * value // size)
            progress(tr("Laying out pages"), LAYING_OUT + (1 - LAYING_OUT) * told / 100)

    return tell
