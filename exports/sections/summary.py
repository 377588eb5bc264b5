"""The summary: one page that says what was agreed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

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
from exports.parts.more import More
from exports.parts.page import Fill
from exports.parts.part import Columns, Part, Stack
from exports.parts.ranking import Ranked, ranking
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
R = TypeVar("R")

MOST_METRICS, MOST_REFUSALS = 3, 4


@dataclass(frozen=True, slots=True)
class _Most:
    """So many of each thing at most; of decisions never fewer than there is dissent against.
    `smaller` lets a sentence be set below the usual floor."""

    personas: int
    ranks: int
    measures: int
    decisions: int
    smaller: bool = False


_FULLNESS = (
    _Most(2, 6, 3, 3),
    _Most(2, 6, 3, 2),
    _Most(1, 6, 3, 2),
    _Most(1, 5, 3, 2),
    _Most(1, 4, 2, 2),
    _Most(1, 4, 2, 1),
    _Most(1, 4, 2, 1, smaller=True),
    _Most(1, 3, 1, 1, smaller=True),
)
"""Tried from the fullest until all fits on one page; the last takes two pages where it must."""


@prints("summary", place=1)
def summary(brief: Brief) -> list[Flowable]:
    """The page after the cover. What a section holds that is left out is not here either."""
    if brief.hides("summary"):
        return []
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
        sentence = "" if brief.hides("vision") else agreement.statement(brief.workshop, "vision")
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
    shown = not brief.hides("problem")
    sentence = agreement.statement(brief.workshop, "problem") if shown else ""
    return Columns([Words(sentence or _why(brief), STANDFIRST), Facts(_facts(brief))], (8, 4))


def _facts(brief: Brief) -> list[tuple[str, str]]:
    people, heard = len(brief.present), len(brief.heard)
    facts = [
        (str(people), plural(people, "person there", "people in the room")),
        (str(heard), plural(heard, "function heard", "functions heard")),
    ]
    asked = len(list(brief.workshop[Proposal]))
    if asked and not brief.hides("decisions"):
        settled = sum(map(proposals.is_settled, brief.workshop[Proposal]))
        facts.append((tr("{some} of {all}", some=settled, all=asked), tr("decisions agreed")))
    return [(figure, counted) for figure, counted in facts if figure != "0"]


def _why(brief: Brief) -> str:
    if brief.hides("vision"):
        return ""
    return next((row.why for row in brief.workshop[Statement] if row.key == "vision"), "")


def _blocks(brief: Brief, most: _Most) -> Part | None:
    """Who it is for, what these people need, what we make, what it brings us."""
    people = _shown(brief, "personas", brief.workshop[Persona])
    people.sort(key=lambda row: (not row.primary, row.id))
    lines = _shown(brief, "positioning", brief.workshop[Positioning])[:1]
    metrics = _shown(brief, "metrics", brief.workshop[Metric])
    brings = [row.name for row in metrics if row.kind == "outcome"]
    shown = people[: most.personas]
    blocks = [
        _block(tr("Who it is for"), map(_who, shown), len(people) - len(shown), "personas"),
        _block(tr("What they need"), [row.goal for row in shown]),
        _block(
            tr("What we make"),
            [text for row in lines for text in (row.key_benefit, row.our_difference)],
        ),
        _block(
            tr("What it brings us"),
            brings[:MOST_METRICS],
            max(0, len(brings) - MOST_METRICS),
            "metrics",
        ),
    ]
    full = [block for block in blocks if block is not None]
    return Columns(full) if full else None


def _shown(brief: Brief, section: str, rows: Iterable[R]) -> list[R]:
    """The records of a section; none where it is left out."""
    return [] if brief.hides(section) else list(rows)


def _who(persona: Persona) -> str:
    return f"{persona.name}. {persona.situation}" if persona.situation else persona.name


def _block(name: str, texts: Iterable[str], left: int = 0, section: str = "") -> Part | None:
    lines: list[Part] = [Words(_sentence(text), NOTE, below=1.3) for text in texts if text]
    return Stack([Band(name), *lines, *_more(left, section)]) if lines else None


def _more(left: int, section: str) -> list[Part]:
    """That there is more of this than stands here, and where."""
    return [More(left, section)] if left > 0 else []


def _sentence(text: str) -> str:
    """With a capital: lines of a positioning go on in the middle of a sentence."""
    return text[:1].upper() + text[1:]


def _numbers(brief: Brief, most: _Most) -> Part | None:
    """What comes first, and how we will know."""
    left = _priorities(brief, most)
    right = _measures(brief, most)
    if left is not None and right is not None:
        return Columns([left, right], (8, 4))
    return left or right


def _priorities(brief: Brief, most: _Most) -> Part | None:
    """The latest ballot with dots that may be told."""
    for ballot in reversed(_shown(brief, "priorities", ballots.told(brief.workshop))):
        rows = [row for row in results.ranked(brief, ballot) if row.count]
        if rows:
            return _ranked(brief, ballot, rows, most.ranks)
    return None


def _ranked(brief: Brief, ballot: Ballot, rows: Sequence[Ranked], most: int) -> Part:
    shown = rows[:most]
    kept = len(ballots.kept(brief.workshop, ballot))
    head = Band(tr("Priorities, as ranked"), tr("dots placed, by function"))
    left = _more(len(rows) - len(shown), "priorities")
    return Stack([head, *ranking(shown, kept if kept < len(rows) else 0), *left])


def _measures(brief: Brief, most: _Most) -> Part | None:
    """The shared numbers, outcomes first."""
    order = {"outcome": 0, "driver": 1, "guard": 2}
    found = _shown(brief, "metrics", brief.workshop[Metric])
    if not found:
        return None
    found.sort(key=lambda row: (order[row.kind], row.id))
    shown = [results.measure(row) for row in found[: most.measures]]
    left = _more(len(found) - len(shown), "metrics")
    return Stack([Band(tr("How we will know")), Measures(shown), *left])


def _limits(brief: Brief, most: _Most) -> Part | None:
    """What we will not do, and what we decided."""
    left = _refusals(brief)
    right = _decisions(brief, most)
    if left is not None and right is not None:
        return Columns([left, right], (4, 8))
    return left or right


def _refusals(brief: Brief) -> Part | None:
    """What the vision would make us refuse, then what the guardrails forbid."""
    statements = _shown(brief, "vision", brief.workshop[Statement])
    refused = [line for row in statements if row.key == "vision" for line in row.would_refuse]
    lines = _shown(brief, "guardrails", brief.workshop[GuardrailLine])
    never = [row.text for row in lines if row.column == "never"]
    found = [*refused, *never]
    if not found:
        return None
    shown = [crossed(text) for text in found[:MOST_REFUSALS]]
    more = _more(len(found) - len(shown), "guardrails" if never else "vision")
    return Stack([Band(tr("We will not")), *shown, *more])


def _decisions(brief: Brief, most: _Most) -> Part | None:
    """What was settled, with dissent first: it is never left out to save room."""
    workshop = brief.workshop
    rows = _shown(brief, "decisions", workshop[Proposal])
    found = [row for row in rows if proposals.is_settled(row)]
    if not found:
        return None
    found.sort(key=partial(_weight, workshop))
    disputed = sum(proposals.is_disputed(workshop, row) for row in found)
    shown = found[: max(most.decisions, disputed)]
    head = Band(tr("Decisions that shaped it"), tr("for · with concerns · against"))
    parts = [decision(results.decided(brief, row), above=3.0) for row in shown]
    return Stack([head, *parts, *_more(len(found) - len(shown), "decisions")])


def _weight(workshop: Workshop, proposal: Proposal) -> tuple[bool, bool, bool]:
    """Dissent first; the vision and the problem stand on the page anyway; high stakes first."""
    stands_above = proposal.about in ("vision", "problem")
    return not proposals.is_disputed(workshop, proposal), stands_above, proposal.stakes != "high"
