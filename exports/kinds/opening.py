"""What the opening prints: who was in the room."""

from __future__ import annotations

from reportlab.platypus import Flowable

from exports import titles
from exports.brief import Brief, prints
from exports.ink import BODY, CAPTION, MUTED, NOTE
from exports.lines import Span, Text
from exports.parts.heads import SectionHead
from exports.parts.marked import MarkedHead
from exports.parts.part import Columns, Part, Stack
from exports.parts.sources import sourced
from exports.parts.words import Words, beside
from exports.translate import tr
from exports.wording import listed
from workshop.records.people import Function, Participant


@prints("participants")
def participants(brief: Brief) -> list[Flowable]:
    """The people by function with what they do, and who led the day."""
    blocks = [_function(brief, function) for function in brief.heard]
    filled: list[Part] = [block for block in blocks if block is not None]
    if not filled:
        return []
    pairs = [filled[start : start + 2] for start in range(0, len(filled), 2)]
    rows = [Columns([*pair, Stack([])][:2], gutter=8, above=5.0) for pair in pairs]
    head = SectionHead(titles.name("participants"), titles.title("participants"))
    source = sourced(brief.feeding("participants", "opening"))
    return [head, *rows, *_away(brief), *_roles(brief), *source]


def _function(brief: Brief, function: Function) -> Part | None:
    people = [row for row in brief.present if row.function == function.id]
    if not people:
        return None
    return Stack([MarkedHead(function, function.name), *(_person(row) for row in people)])


def _person(row: Participant) -> Words:
    roles = [row.role] if row.role else []
    roles += [tr("decider")] if row.decider else []
    roles += [tr("domain expert")] if row.domain_expert else []
    text: Text = beside(Span(row.name, BODY), Span(", ".join(roles), NOTE.tinted(MUTED)))
    return Words(text, BODY, indent=5.6, below=1.0)


def _away(brief: Brief) -> list[Flowable]:
    """Those who should have been there."""
    here = {row.id for row in brief.present}
    names = [row.name for row in brief.people.values() if not (row.id in here or row.stand_in)]
    if not names:
        return []
    said = tr("Not in the room: {names}.", names=listed(names))
    return [Words(said, NOTE.tinted(MUTED), above=6.0, at_most=1e3)]


def _roles(brief: Brief) -> list[Flowable]:
    """The facilitator, the sponsor, and who drives what follows."""
    details = brief.details
    sponsor, driver = brief.name(details.sponsor), brief.name(details.driver)
    lines = [
        tr("Led by {name}.", name=details.facilitator) if details.facilitator else "",
        tr("Sponsored by {name}.", name=sponsor) if sponsor else "",
        tr("Followed up by {name}.", name=driver) if driver else "",
    ]
    said = " ".join(line for line in lines if line)
    return [Words(said, CAPTION, above=6.0, at_most=1e3)] if said else []
