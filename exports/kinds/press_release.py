"""What an announcement stage prints: the page the press will get, and what must be true by then."""

from __future__ import annotations

from reportlab.platypus import Flowable

from exports import titles, wording
from exports.brief import Brief, prints
from exports.ink import ACCENT, BODY, CAPTION, LABEL, MUTED, PAGE_TITLE, QUOTE, STANDFIRST, Style
from exports.lines import Span
from exports.parts.boxes import boxed
from exports.parts.cards import Card
from exports.parts.heads import Band, SectionHead
from exports.parts.marked import marked
from exports.parts.part import Columns, Part, Stack
from exports.parts.rows import Rows, cells
from exports.parts.sources import came_from
from exports.parts.words import Barred, Words, quoted
from exports.translate import tr
from workshop.records.writing import MustBeTrue, PressRelease, PressReleaseWriter
from workshop.rules.sentence import without

PARAGRAPH = BODY.sized(10.5, 15.5)
SHARES = (8, 4)


@prints("press_release")
def press_release(brief: Brief) -> list[Flowable]:
    """Every announcement, the first one under the head of the section."""
    parts: list[Flowable] = []
    for row in brief.workshop[PressRelease]:
        found = [*_page(brief, row), *_must_be_true(brief, row)]
        if found:
            title = brief.stages[row.stage].title
            names = titles.name("press_release"), titles.title("press_release")
            head: Part = Band(title) if parts else SectionHead(*names)
            parts += [head, *found, came_from(title, _written_with(brief, row))]
    return parts


# The page


def _page(brief: Brief, row: PressRelease) -> list[Part]:
    """The announcement as it would stand in the paper, without what was struck."""
    lines = [
        *_date(brief, row),
        *_headline(row),
        *_paragraphs(row),
        *_voice(row),
        *_words(without(row.first_step, row.struck), above=3.0),
    ]
    return [Card(Stack(lines), least=0.0)] if lines else []


def _date(brief: Brief, row: PressRelease) -> list[Part]:
    """The public date, the occasion, and how far off it is on the day of the workshop."""
    when = wording.day(row.announce_on) if row.announce_on else tr("date open")
    place = f"   {row.occasion}" if row.occasion else ""
    if not (row.announce_on or row.occasion or row.headline):
        return []
    line = Words((Span(when, LABEL), Span(place, CAPTION)), LABEL)
    if not (row.announce_on and brief.details.on):
        return [Stack([line], below=3.0)]
    off = wording.countdown(brief.details.on, row.announce_on)
    counted = Words(off, LABEL.tinted(ACCENT), align="right")
    return [Columns([line, counted], (3, 1), below=3.0)]


def _headline(row: PressRelease) -> list[Part]:
    headline = without(row.headline, row.struck)
    subhead = without(row.subhead, row.struck)
    title = Words(headline or tr("Headline open"), PAGE_TITLE, at_most=1e3, below=1.5)
    shown = [title] if headline or row.announce_on else []
    return [*shown, *_words(subhead, STANDFIRST.tinted(MUTED), below=4.0)]


def _paragraphs(row: PressRelease) -> list[Part]:
    """What goes wrong today beside what changes."""
    today = _words(without(row.trouble_today, row.struck))
    then = _words(without(row.what_changes, row.struck))
    return [Columns([*today, *then], gutter=8.0)] if today and then else [*today, *then]


def _words(
    text: str, style: Style = PARAGRAPH, *, above: float = 0.0, below: float = 0.0
) -> list[Part]:
    return [Words(text, style, above=above, below=below)] if text else []


def _voice(row: PressRelease) -> list[Part]:
    """What a customer says, and who that is."""
    said = without(row.voice_text, row.struck)
    if not said:
        return []
    lines = [Words(quoted(said), QUOTE.sized(10.5, 15.5))]
    if row.voice_who:
        lines.append(Words(row.voice_who, CAPTION, above=0.8))
    return [Barred(Stack(lines), above=4.0, below=1.0)]


def _written_with(brief: Brief, row: PressRelease) -> str:
    found = brief.workshop[PressReleaseWriter].where("press_release", row.id)
    names = [brief.name(one.participant) for one in found]
    return tr("written with {names}", names=wording.listed(names)) if names else ""


# What must be true


def _must_be_true(brief: Brief, row: PressRelease) -> list[Part]:
    lines = [
        cells([boxed(one.text, ticked=one.done), _owner(brief, one)], SHARES)
        for one in brief.workshop[MustBeTrue].where("press_release", row.id)
    ]
    return [Band(tr("What must be true by then")), Rows(lines)] if lines else []


def _owner(brief: Brief, one: MustBeTrue) -> Part:
    name = brief.name(one.owner)
    return marked(brief.function_of(one.owner), name or tr("owner open"), BODY)
