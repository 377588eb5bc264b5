"""What a statement stage prints: the sentence agreed on, and how it came about."""

from __future__ import annotations

from reportlab.platypus import Flowable

from exports import titles
from exports.brief import Brief, prints
from exports.ink import BODY, STANDFIRST
from exports.parts.heads import Band, SectionHead
from exports.parts.words import Words, bulleted
from exports.translate import tr
from workshop.records.writing import Draft, Statement


@prints("vision")
def vision(brief: Brief) -> list[Flowable]:
    """The vision in full."""
    return _statement(brief, "vision")


@prints("problem")
def problem(brief: Brief) -> list[Flowable]:
    """The problem in full."""
    return _statement(brief, "problem")


def _statement(brief: Brief, section: str) -> list[Flowable]:
    found = next((row for row in brief.workshop[Statement] if row.key == section), None)
    if found is None:
        return []
    parts: list[Flowable] = [SectionHead(titles.name(section), titles.title(section), found.after)]
    if found.why:
        parts += [Band(tr("Why it matters")), Words(found.why, BODY)]
    drafts = brief.workshop[Draft].where("statement", found.id)
    if drafts:
        parts.append(Band(tr("Drafts on the way")))
        parts += [bulleted(draft.text) for draft in drafts]
    parts.append(Words(found.changed_because, STANDFIRST, above=3))
    return parts
