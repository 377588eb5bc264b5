"""The summary: one page that says what was agreed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.platypus import Flowable

from exports import results, titles
from exports.brief import Brief, prints
from exports.ink import ACCENT, EYEBROW, NOTE, STANDFIRST, VISION_SIZES
from exports.pages import FRAME_TOP, Begin, upright
from exports.parts.crosses import crossed
from exports.parts.decisions import decision
from exports.parts.facts import Facts
from exports.parts.heads import Band, SectionHead
from exports.parts.measures import Measures
from exports.parts.page import Fill
from exports.parts.part import Columns, Part, Stack
from exports.parts.ranking import ranking
from exports.parts.vision import Vision
from exports.parts.words import Words
from exports.pen import Pen
from exports.translate import plural, tr
from workshop import agreement, ballots, proposals
from workshop.records.consensus import Proposal
from workshop.records.findings import Persona
from workshop.records.promises import GuardrailLine, Metric
from workshop.records.rounds import Ballot
from workshop.records.writing import Positioning, Statement
from workshop.state import Workshop

SMALLER = (*VISION_SIZES, (18.0, 22.5))
"""For a sentence so long that the page would not hold what stands under it."""

MOST_METRICS, MOST_REFUSALS = 3, 4


@dataclass(frozen=True, slots=True)
class _Most:
    """So many of each thing at most; `smaller` lets a sentence be set below the usual floor."""

    personas: int
    needs: int
    ranks: int
    measures: int
    decisions: int
    smaller: bool = False


_FULLNESS = (
    _Most(2, 3, 6, 3, 3),
    _Most(2, 3, 6, 3, 2),
    _Most(1, 3, 6, 3, 2),
    _Most(1, 2, 5, 3, 2),
    _Most(1, 2, 4, 2, 2),
    _Most(1, 2, 4, 2, 1),
    _Most(1, 2, 4, 2, 1, smaller=True),
    _Most(1, 1, 3, 1, 1, smaller=True),
)
"""Tried from the fullest until all fits on one page; the last takes two pages where it must."""


@prints("summary", place=1)
def summary(brief: Brief) -> list[Flowable]:
    """The page after the cover."""
    page = brief.paper.portrait
    if _is_empty(brief):
        said = tr("This brief fills up as the workshop goes on.")
        head = SectionHead(titles.name("summary"), tr("Nothing is written down yet"), said)
        return [*upright(), Begin("summary"), head]
    tried = (Fill(_rows(brief, most)) for most in _FULLNESS)
    room = page.last_text_at - FRAME_TOP
    filled = next((fill for fill in tried if fill.least(page.live_width) <= room), None)
    return [*upright(), Begin("summary"), filled or Fill(_rows(brief, _FULLNESS[-1]))]


def _is_empty(brief: Brief) -> bool:
    """Whether there is nothing yet that a summary could say."""
    head, *rows = _rows(brief, _FULLNESS[0])
    named = isinstance(head, _Head) and head.eyebrow == titles.name("summary")
    return named and not brief.people and len(rows) < 2


def _rows(brief: Brief, most: _Most) -> list[Part]:
    rows = (
        _Head(brief, most),
        _opening(brief),
        _blocks(brief, most),
        _numbers(brief, most),
        _limits(brief, most),
    )
    return [row for row in rows if row is not None]


class _Head(Part):
    """The vision set large; the product where there is none yet."""

    def __init__(self, brief: Brief, most: _Most) -> None:
        super().__init__()
        sentence = agreement.statement(brief.workshop, "vision")
        self.eyebrow = tr("Our vision") if sentence else titles.name("summary")
        self.vision = Vision(sentence or brief.product, SMALLER if most.smaller else VISION_SIZES)

    def height_at(self, width: float) -> float:
        return 11.0 + self.vision.height_at(width)

    def paint(self, pen: Pen, width: float) -> None:
        pen.rectangle(0, 0, 10, 0.9, ACCENT)
        pen.text(0, 6.4, self.eyebrow, EYEBROW)
        self.vision.paint(pen.moved(0, 11.0), width)


def _opening(brief: Brief) -> Part | None:
    """What hurts today, and three figures of the day."""
    sentence = agreement.statement(brief.workshop, "problem") or _why(brief)
    settled = [row for row in brief.workshop[Proposal] if proposals.is_settled(row)]
    asked = len(list(brief.workshop[Proposal]))
    facts = [
        (str(len(brief.people)), plural(len(brief.people), "person there", "people in the room")),
        (str(len(brief.functions)), tr("functions heard")),
    ]
    if asked:
        facts.append((tr("{some} of {all}", some=len(settled), all=asked), tr("decisions agreed")))
    facts = [(figure, counted) for figure, counted in facts if figure != "0"]
    return Columns([Words(sentence, STANDFIRST), Facts(facts)], (8, 4))


def _why(brief: Brief) -> str:
    return next((row.why for row in brief.workshop[Statement] if row.key == "vision"), "")


def _blocks(brief: Brief, most: _Most) -> Part | None:
    """Who it is for, what they need, what we make, what it brings us."""
    personas = sorted(brief.workshop[Persona], key=lambda row: (not row.primary, row.id))
    metrics = [row for row in brief.workshop[Metric] if row.kind == "outcome"]
    line = next(iter(brief.workshop[Positioning]), None)
    make = [line.key_benefit, line.our_difference] if line else []
    blocks = [
        (tr("Who it is for"), [_who(row) for row in personas[: most.personas]]),
        (tr("What they need"), [row.goal for row in personas[: most.needs]]),
        (tr("What we make"), make),
        (tr("What it brings us"), [row.name for row in metrics[:MOST_METRICS]]),
    ]
    full = [(name, [text for text in texts if text]) for name, texts in blocks]
    full = [(name, texts) for name, texts in full if texts]
    if not full:
        return None
    return Columns([_block(name, texts) for name, texts in full])


def _who(persona: Persona) -> str:
    return f"{persona.name}. {persona.situation}" if persona.situation else persona.name


def _block(name: str, texts: Sequence[str]) -> Part:
    return Stack([Band(name), *(Words(_sentence(text), NOTE, below=1.3) for text in texts)])


def _sentence(text: str) -> str:
    """With a capital: lines of a positioning go on in the middle of a sentence."""
    return text[:1].upper() + text[1:]


def _numbers(brief: Brief, most: _Most) -> Part | None:
    """What comes first, and how we will know."""
    counted = ballots.counting(brief.workshop)
    left = _priorities(brief, counted[-1], most) if counted else None
    right = _measures(brief, most)
    if left is not None and right is not None:
        return Columns([left, right], (8, 4))
    return left or right


def _priorities(brief: Brief, ballot: Ballot, most: _Most) -> Part | None:
    rows = [row for row in results.ranked(brief, ballot) if row.count]
    rows = rows[: most.ranks]
    if not rows:
        return None
    kept = len(ballots.kept(brief.workshop, ballot))
    head = Band(tr("Priorities, as ranked"), tr("dots placed, by function"))
    return Stack([head, *ranking(rows, kept if kept < len(rows) else 0)])


def _measures(brief: Brief, most: _Most) -> Part | None:
    """The shared numbers, outcomes first."""
    order = {"outcome": 0, "driver": 1, "guard": 2}
    found = sorted(brief.workshop[Metric], key=lambda row: (order[row.kind], row.id))
    if not found:
        return None
    shown = [results.measure(row) for row in found[: most.measures]]
    return Stack([Band(tr("How we will know")), Measures(shown)])


def _limits(brief: Brief, most: _Most) -> Part | None:
    """What we will not do, and what we decided."""
    refusals = _refusals(brief)
    left = None
    if refusals:
        left = Stack([Band(tr("We will not")), *(crossed(text) for text in refusals)])
    right = _decisions(brief, most)
    if left is not None and right is not None:
        return Columns([left, right], (4, 8))
    return left or right


def _refusals(brief: Brief) -> list[str]:
    statement = next((row for row in brief.workshop[Statement] if row.key == "vision"), None)
    refused = list(statement.would_refuse) if statement else []
    never = [row.text for row in brief.workshop[GuardrailLine] if row.column == "never"]
    return [*refused, *never][:MOST_REFUSALS]


def _decisions(brief: Brief, most: _Most) -> Part | None:
    """What was settled, with dissent first: it is never left out to save room."""
    workshop = brief.workshop
    found = [row for row in workshop[Proposal] if proposals.is_settled(row)]
    if not found:
        return None
    found.sort(key=partial(_weight, workshop))
    head = Band(tr("Decisions that shaped it"), tr("for · with concerns · against"))
    parts = [decision(results.decided(brief, row), above=3.0) for row in found[: most.decisions]]
    return Stack([head, *parts])


def _weight(workshop: Workshop, proposal: Proposal) -> tuple[bool, bool, bool]:
    """Dissent first; the vision and the problem stand on the page anyway; high stakes first."""
    stands_above = proposal.about in ("vision", "problem")
    return not proposals.is_disputed(workshop, proposal), stands_above, proposal.stakes != "high"
