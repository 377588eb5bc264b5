"""What a positioning prints: one sentence, its claims with their marks, who keeps it."""

from __future__ import annotations

from reportlab.platypus import Flowable

from exports import slots, titles, wording
from exports.brief import Brief, prints
from exports.ink import BODY, CAPTION, LABEL, MUTED, SLOT, SLOT_BETWEEN
from exports.lines import Span
from exports.parts import claims
from exports.parts.heads import Band, SectionHead
from exports.parts.marked import marked
from exports.parts.part import Part, Stack
from exports.parts.rows import Rows, cells
from exports.parts.sources import came_from
from exports.parts.words import Words
from exports.translate import tr
from workshop.records.writing import POSITIONING_LINES, Claim, Contested, Positioning

SHARES = (7, 5)


@prints("positioning")
def positioning(brief: Brief) -> list[Flowable]:
    """Every positioning, the first one under the head of the section."""
    parts: list[Flowable] = []
    for row in brief.workshop[Positioning]:
        found = _positioning(brief, row)
        if found:
            title = brief.stages[row.stage].title
            names = titles.name("positioning"), titles.title("positioning")
            head: Part = Band(title) if parts else SectionHead(*names)
            parts += [head, *found, came_from(title)]
    return parts


def _positioning(brief: Brief, row: Positioning) -> list[Part]:
    lines = {name: getattr(row, name) for name in POSITIONING_LINES}
    claimed = _claims(brief, row)
    if not (row.sentence or any(lines.values()) or claimed):
        return []
    return [*_sentence(brief, row, lines), *_keeper(brief, row), *claimed, *_contested(brief, row)]


def _sentence(brief: Brief, row: Positioning, lines: dict[str, str]) -> list[Part]:
    """The sentence as the room edited it, its lines below; else the lines as one sentence."""
    if not row.sentence:
        pieces = slots.sentence(lines, brief.details.product)
        return [Words([_span(piece) for piece in pieces], SLOT, at_most=1e3, below=2.0)]
    rows: list[Part] = [
        cells([Words(slots.slot_name(name), CAPTION), Words(text, BODY)], (1, 4))
        for name, text in lines.items()
        if text
    ]
    return [Words(row.sentence, SLOT, at_most=1e3, below=4.0), *([Rows(rows)] if rows else [])]


def _span(piece: slots.Piece) -> Span:
    if piece.is_open:
        return Span(f"   {piece.text}   ", SLOT_BETWEEN.italic().underlined(MUTED))
    return Span(piece.text, SLOT if piece.is_slot else SLOT_BETWEEN)


def _keeper(brief: Brief, row: Positioning) -> list[Part]:
    if row.keeper is None:
        return [Words(tr("Keeper open."), CAPTION)]
    text = tr("{name} keeps the wording", name=brief.name(row.keeper))
    return [marked(brief.function_of(row.keeper), text, BODY, above=2.0)]


# Claims


def _claims(brief: Brief, row: Positioning) -> list[Part]:
    found = brief.workshop[Claim].where("positioning", row.id)
    rows = [
        cells([claims.Claim(claim.text, claim.mark), _about(brief, claim)], SHARES)
        for claim in found
    ]
    return [Band(tr("What it claims")), Rows(rows)] if rows else []


def _about(brief: Brief, claim: Claim) -> Part:
    """How true it is, in words, and who checked that."""
    word = Words(_truth(claim), claims.STYLE)
    if claim.checked_by is None:
        return word
    text = tr("checked by {name}", name=brief.name(claim.checked_by))
    return Stack([word, marked(brief.function_of(claim.checked_by), text, CAPTION)])


def _truth(claim: Claim) -> str:
    if claim.mark == "true_by_date":
        return tr("true by {date}", date=wording.day(claim.by)) if claim.by else _by_when()
    words = {"true_today": tr("true today"), "wish": tr("a wish")}
    return words.get(claim.mark or "", tr("not marked yet"))


def _by_when() -> str:
    return tr("true by a date still open")


# What was contested


def _contested(brief: Brief, row: Positioning) -> list[Part]:
    """The versions of each line that had more than one."""
    found = brief.workshop[Contested].where("positioning", row.id)
    order = list(brief.functions)
    parts: list[Part] = []
    for name in POSITIONING_LINES:
        versions = [one for one in found if one.part == name]
        if versions:
            parts.append(_Line(slots.slot_name(name)))
        for one in sorted(versions, key=lambda one: order.index(one.function)):
            parts.append(marked(brief.functions[one.function], one.text, below=1.0))
    return [Band(tr("What was contested")), *parts] if parts else []


class _Line(Words):
    """The line that the versions under it are of."""

    def __init__(self, name: str) -> None:
        super().__init__(name[:1].upper() + name[1:], LABEL, above=2.0, below=0.8)
        self.keepWithNext = 1
