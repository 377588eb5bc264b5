"""What a statement stage prints: the sentence agreed on, and how it came about."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from exports import titles
from exports.brief import Brief, prints
from exports.ink import ACCENT, BODY, CAPTION, QUOTE, RANK, STANDFIRST, VISION_SIZES
from exports.lines import Span, Text
from exports.pages import Begin, upright
from exports.parts.crosses import crossed
from exports.parts.heads import Band, SectionHead
from exports.parts.marked import marked
from exports.parts.part import Columns, Part, Stack
from exports.parts.rows import Rows
from exports.parts.shares import Share
from exports.parts.sources import came_from
from exports.parts.vision import SentenceHead
from exports.parts.words import Words, labelled, quoted
from exports.translate import tr
from workshop import agreement
from workshop.outputs import section_of
from workshop.records.writing import Draft, Merge, Statement, StatementBefore, TestCount
from workshop.rules.sentence import marked_parts

SENTENCES = ("vision", "problem")
SIZES = VISION_SIZES[2:]
"""Smaller than on the cover and the summary, since here much more stands under it."""

LABEL = CAPTION.sized(CAPTION.size, BODY.leading)
LABEL_SHARES = (1, 5)
"""The label of a wording takes so much of the width, the wording itself the rest."""


@prints("vision")
def vision(brief: Brief) -> list[Flowable]:
    """The vision in full, on a page of its own."""
    parts = _section(brief, "vision")
    return [*upright(), Begin("vision"), *parts] if parts else []


@prints("problem")
def problem(brief: Brief) -> list[Flowable]:
    """The problem in full."""
    return _section(brief, "problem")


def _section(brief: Brief, section: str) -> list[Flowable]:
    """The statement of a section, then statements with names of their own that print there."""
    rows = [row for row in brief.workshop[Statement] if _section_of(brief, row) == section]
    rows.sort(key=lambda row: row.key != section)
    return [part for row in rows for part in _statement(brief, row, section)]


def _section_of(brief: Brief, row: Statement) -> str:
    if row.key in SENTENCES or row.stage is None:
        return row.key if row.key in SENTENCES else "vision"
    return section_of(brief.workshop, row.stage, *SENTENCES)


def _statement(brief: Brief, row: Statement, section: str) -> list[Part]:
    rows = [
        _side_by_side(_why(row), _tests(brief, row.tests, row)),
        _side_by_side(_proof(row), _refused(row)),
        *_before(brief, row),
        *_way(brief, row),
    ]
    found = [part for part in rows if part is not None]
    if not (row.after or found):
        return []
    return [_head(brief, row, section), *_source(brief, row), *found]


def _head(brief: Brief, row: Statement, section: str) -> Part:
    own = row.key != section and row.stage is not None
    title = brief.stages[row.stage].title if own and row.stage else titles.title(section)
    if not row.after:
        return SectionHead(titles.name(section), title, tr("No sentence is agreed on yet."))
    return SentenceHead(title, row.after, SIZES, below=2.5)


def _side_by_side(left: Part | None, right: Part | None) -> Part | None:
    if left is not None and right is not None:
        return Columns([left, right], (7, 5), gutter=8.0, above=7.5)
    return left or right


def _why(row: Statement) -> Part | None:
    return _titled(tr("Why it matters"), [Words(row.why, STANDFIRST)] if row.why else [])


def _proof(row: Statement) -> Part | None:
    return _titled(tr("What would prove it"), [Words(row.proof, BODY)] if row.proof else [])


def _refused(row: Statement) -> Part | None:
    return _titled(tr("What it makes us refuse"), [crossed(line) for line in row.would_refuse])


def _titled(title: str, parts: Sequence[Part]) -> Part | None:
    return Stack([Band(title), *parts], above=7.5) if parts else None


def _tests(brief: Brief, counts: Sequence[TestCount], row: Statement) -> Part | None:
    """How many hands each test had."""
    asked = _questions(brief, row)
    shares = [
        Share(
            _of(count.hands, row.tests_of),
            tr("say it is {test}", test=_test_name(count.test)),
            count.hands / row.tests_of if row.tests_of else None,
            asked.get(count.test, ""),
        )
        for count in counts
    ]
    return _titled(tr("Tested by hands"), shares)


def _questions(brief: Brief, row: Statement) -> dict[str, str]:
    """The question of each test, where the stage asked one."""
    stage = brief.stages.get(row.stage) if row.stage is not None else None
    return {test.id: test.ask for test in getattr(stage.setup, "tests", ())} if stage else {}


def _test_name(test: str) -> str:
    known = {
        "clear": tr("clear"),
        "inspiring": tr("inspiring"),
        "actionable": tr("actionable"),
    }
    return known.get(test, test.replace("-", " ").replace("_", " "))


def _of(hands: int, asked: int | None) -> str:
    return tr("{hands} of {all}", hands=hands, all=asked) if asked else str(hands)


def _before(brief: Brief, row: Statement) -> list[Part]:
    """The sentence of each function before."""
    found = brief.workshop[StatementBefore].where("statement", row.id)
    order = list(brief.functions)
    lines = [
        marked(brief.functions[one.function], _by(brief, one), below=1.4)
        for one in sorted(found, key=lambda one: order.index(one.function))
    ]
    return [Band(tr("What each function said before")), *lines] if lines else []


def _by(brief: Brief, one: StatementBefore) -> Text:
    return labelled(brief.functions[one.function].name, one.text)


def _way(brief: Brief, row: Statement) -> list[Part]:
    """How the sentence came about: the one before, the drafts, the merges, why it changed."""
    lines = []
    if row.before:
        since = tr("Since {when}", when=row.before_since) if row.before_since else tr("Before")
        lines.append(_worded(since, Words(row.before, BODY)))
    drafts = brief.workshop[Draft].where("statement", row.id)
    lines += [_draft(draft, row.underlined) for draft in drafts]
    merges = brief.workshop[Merge].where("statement", row.id)
    lines += [_merge(merge, place, row) for place, merge in enumerate(merges, start=1)]
    if row.changed_because:
        lines.append(_worded(tr("Why it changed"), Words(row.changed_because, BODY)))
    if not lines:
        return []
    kept = any(
        is_kept for draft in drafts for _, is_kept in marked_parts(draft.text, row.underlined)
    )
    remark = tr("underlined: what had to survive") if kept else ""
    return [Band(tr("How we got there"), remark, above=7.5), Rows(lines)]


def _worded(label: str, wording: Part) -> Part:
    return Columns([Words(label, LABEL), wording], LABEL_SHARES)


def _draft(draft: Draft, underlined: Sequence[str]) -> Part:
    """A draft by its letter; whose it is is printed nowhere."""
    text = [
        Span(piece, BODY.underlined(ACCENT) if is_kept else BODY)
        for piece, is_kept in marked_parts(draft.text, underlined)
    ]
    label = (Span(f"{tr('Draft')} ", LABEL), Span(draft.key.upper(), RANK.sized(10, BODY.leading)))
    return Columns([Words(label, LABEL), Words(text, BODY)], LABEL_SHARES)


def _merge(merge: Merge, place: int, row: Statement) -> Part:
    of = merge.tests_of or row.tests_of
    counts = ", ".join(f"{_test_name(test.test)} {test.hands}" for test in merge.tests)
    figures = tr("{counts}, of {all}", counts=counts, all=of) if counts and of else counts
    said = (
        Span(f"{figures}   " if figures and merge.remark else figures, CAPTION),
        Span(quoted(merge.remark) if merge.remark else "", QUOTE),
    )
    wording = Stack([Words(merge.text, BODY), Words(said, QUOTE)])
    return _worded(tr("Merge {number}", number=place), wording)


def _source(brief: Brief, row: Statement) -> list[Part]:
    if row.stage is None:
        return []
    state = ""
    if row.key in SENTENCES and row.after:
        agreed = agreement.is_agreed(brief.workshop, row.key)
        state = tr("agreed") if agreed else tr("not agreed yet")
    return [came_from(brief.stages[row.stage].title, state, above=0.0)]
