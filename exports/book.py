"""The vision brief as a PDF: all its sections in print order."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

from reportlab.platypus import CondPageBreak, Flowable

from exports import titles
from exports.brief import Brief, contributions
from exports.imprint import colophon
from exports.ink import CAPTION, POINTS_PER_MM
from exports.pages import Begin, BriefPages, upright_again
from exports.paper import Paper
from exports.parts.words import Words
from exports.pen import Box
from exports.translate import tr
from workshop.records.words import SECTIONS
from workshop.state import Workshop

LEAST_ROOM = 75.0
"""A section begins on a page only with so much room left, in millimetres."""

OWN_PAGE = ("summary", "vision", "journey", "guardrails", "appendix")
"""Sections that see to their own pages."""

Progress = Callable[[str], None]
"""Told the name of each section that is begun. What it raises ends the work."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A brief as it came out: the file's bytes, its pages, the sections left out for having
    nothing in them, and where each line of text stands."""

    pdf: bytes
    pages: int
    left_out: tuple[str, ...]
    boxes: tuple[Box, ...]


def make_brief(workshop: Workshop, paper: Paper, progress: Progress = lambda _: None) -> Printed:
    """Lays out the vision brief of a workshop. The same workshop gives the same bytes."""
    brief = Brief(workshop, paper)
    flow: list[Flowable] = []
    left_out = []
    for section in SECTIONS:
        progress(section)
        parts = [part for make in contributions(section) for part in make(brief)]
        if not parts:
            left_out.append(section)
            continue
        flow += _begun(section, parts)
    flow += _not_covered(left_out)
    target = io.BytesIO()
    title = tr("{product} vision brief", product=brief.product)
    pages = BriefPages(target, brief, title, colophon(brief))
    count = pages.write(flow)
    return Printed(target.getvalue(), count, tuple(left_out), tuple(pages.boxes))


def _begun(section: str, parts: list[Flowable]) -> list[Flowable]:
    if section in OWN_PAGE:
        return parts
    room = CondPageBreak(LEAST_ROOM * POINTS_PER_MM)
    return [*upright_again(), room, Begin(section), *parts]


def _not_covered(sections: list[str]) -> list[Flowable]:
    """The sections that were left out for having nothing in them, once and by name."""
    if not sections:
        return []
    names = ", ".join(map(titles.name, sections))
    return [Words(tr("Not covered: {sections}.", sections=names), CAPTION, above=6.0, at_most=1e3)]
