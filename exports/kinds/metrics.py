"""What a metrics stage prints: the shared numbers, who adds what to them, and what pulls the other
way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlab.platypus import Flowable

from exports import results, titles
from exports.brief import Brief, prints
from exports.ink import BODY, CAPTION, DISSENT_LABEL, EYEBROW, META, MUTED, NOTE
from exports.parts.gap import Missing
from exports.parts.heads import Band, SectionHead
from exports.parts.marked import marked
from exports.parts.measures import MeasureRow
from exports.parts.part import Columns, Part, Space, Stack
from exports.parts.readings import Found, ReadingLine
from exports.parts.rows import Rows, cells
from exports.parts.sources import came_from
from exports.parts.words import Barred, Words, bulleted, labelled
from exports.translate import plural, tr
from exports.wording import day, grade, number
from workshop import promises
from workshop.records.agenda import Stage
from workshop.records.consensus import Proposal
from workshop.records.details import Incentive
from workshop.records.journey import Phase
from workshop.records.people import Function
from workshop.records.promises import Metric, Milestone, Reading, Roadblock

CARDS_IN_A_ROW = 2
NUMBERS_IN_A_TABLE = 3
NAME_SHARE, CELL_SHARE = 3.6, 4.4
KIND = EYEBROW.tinted(MUTED)


@prints("metrics")
def metrics(brief: Brief) -> list[Flowable]:
    """The shared numbers in full."""
    found = list(brief.workshop[Metric])
    if not found:
        return []
    return [
        SectionHead(titles.name("metrics"), titles.title("metrics"), _opening(found)),
        *_cards(brief, found),
        *_contributions(brief, found),
        *_incentives(brief),
        *_sources(brief, found),
    ]


def _opening(found: Sequence[Metric]) -> str:
    guards = sum(metric.kind == "guard" for metric in found)
    said = plural(len(found), "{count} shared number.", "{count} shared numbers.")
    if not guards:
        return said
    watch = plural(
        guards,
        "One of them is a guard: nothing we do may make it worse.",
        "{count} of them are guards: nothing we do may make them worse.",
    )
    return f"{said} {watch}"


# One number


def _cards(brief: Brief, found: Sequence[Metric]) -> list[Part]:
    rows: list[Part] = []
    for start in range(0, len(found), CARDS_IN_A_ROW):
        cards: list[Part] = [_card(brief, one) for one in found[start : start + CARDS_IN_A_ROW]]
        empty = [Space(0) for _ in range(CARDS_IN_A_ROW - len(cards))]
        rows.append(Columns([*cards, *empty], gutter=8.0, below=9.0))
    return rows


def _card(brief: Brief, metric: Metric) -> Part:
    kinds = {"outcome": tr("Outcome"), "driver": tr("Driver"), "guard": tr("Guard")}
    said = [kinds[metric.kind], brief.called(metric.key)]
    parts: list[Part] = [Words(" · ".join(text for text in said if text), KIND, below=1.2)]
    if metric.parent_goal:
        parts.append(Words(tr("Towards: {goal}", goal=metric.parent_goal), CAPTION, below=1.0))
    parts.append(MeasureRow(results.measure(metric), below=2.0))
    parts += _readings(brief, metric)
    if metric.why:
        parts.append(Words(metric.why, NOTE, below=1.4))
    parts += [_owner(brief, metric), *_guard(metric), *_footnotes(brief, metric)]
    return Stack(parts)


def _owner(brief: Brief, metric: Metric) -> Part:
    if metric.owner is None:
        return Missing(tr("owner open"))
    name = brief.name(metric.owner)
    if metric.told_by is not None:
        name = tr("{owner}, told by {teller}", owner=name, teller=brief.name(metric.told_by))
    return marked(brief.function_of(metric.owner), name, NOTE, below=1.4)


def _guard(metric: Metric) -> list[Part]:
    if not metric.guard_rule:
        return []
    label = Words(tr("Guard rule"), DISSENT_LABEL, below=0.4)
    return [Barred(Stack([label, Words(metric.guard_rule, NOTE)]), above=0.8, below=1.6)]


def _footnotes(brief: Brief, metric: Metric) -> list[Part]:
    """Where today's number comes from and how it is known, and what the number is pinned to."""
    known = [metric.baseline_source, grade(metric.evidence)]
    lines = [", ".join(word for word in known if word)]
    if metric.phase is not None:
        lines.append(
            tr("Pinned to the phase {phase}", phase=brief.workshop[Phase][metric.phase].name)
        )
    if metric.milestone is not None:
        title = brief.workshop[Milestone][metric.milestone].title
        lines.append(tr("Pinned to the milestone {milestone}", milestone=title))
    return [Words(line, CAPTION) for line in lines if line]


# Over time


def _readings(brief: Brief, metric: Metric) -> list[Part]:
    """The readings as a small line, where they go, and why they moved."""
    rows = promises.readings_of(brief.workshop, metric)
    if not rows:
        return [Words(tr("Not measured since."), CAPTION)] if _in_review(brief, metric) else []
    baseline = [] if metric.baseline is None else [Found(metric.baseline)]
    found = [*baseline, *(Found(row.value, row.on) for row in rows)]
    parts: list[Part] = [ReadingLine(found, metric.target, metric.due)]
    trends = {
        "toward": tr("Goes toward the target."),
        "away": tr("Goes away from the target."),
        "level": tr("No nearer to the target."),
    }
    trend = promises.trend_of(brief.workshop, metric)
    if trend is not None:
        parts.append(Words(trends[trend], NOTE.bold(), below=0.8))
    parts += [_cause(brief, row) for row in rows if row.cause]
    if metric.change:
        parts.append(Words(labelled(tr("What changes"), metric.change, NOTE), below=1.2))
    return parts


def _in_review(brief: Brief, metric: Metric) -> bool:
    stage = None if metric.stage is None else brief.workshop[Stage][metric.stage]
    return stage is not None and getattr(stage.setup, "mode", None) == "review"


def _cause(brief: Brief, row: Reading) -> Part:
    who = f", {brief.first_name(row.by)}" if row.by is not None else ""
    head = f"{day(row.on)}{who}: {number(row.value)}"
    return Words(labelled(head, row.cause, META), below=0.8)


# Who adds what


def _contributions(brief: Brief, found: Sequence[Metric]) -> list[Flowable]:
    """A table for every three numbers, one row per function; gaps are seen."""
    said = [promises.contributions_of(brief.workshop, metric) for metric in found]
    if not any(said):
        return []
    gaps = sum(len(promises.gaps_of(brief.workshop, metric)) for metric in found)
    remark = plural(gaps, "{count} gap", "{count} gaps") if gaps else ""
    parts: list[Flowable] = []
    for start in range(0, len(found), NUMBERS_IN_A_TABLE):
        some = found[start : start + NUMBERS_IN_A_TABLE]
        if not start:
            parts.append(Band(tr("What each function adds"), remark))
        parts.append(_table(brief, some))
    return parts


def _table(brief: Brief, some: Sequence[Metric]) -> Part:
    columns = max(len(some), NUMBERS_IN_A_TABLE)
    shares = (NAME_SHARE, *[CELL_SHARE] * columns)
    blank = [""] * (columns - len(some))
    head = cells(["", *(metric.name for metric in some), *blank], shares, NOTE.bold())
    rows = [
        cells(
            [marked(function, function.name, NOTE), *_cells(brief, function, some), *blank],
            shares,
            NOTE,
        )
        for function in brief.functions.values()
    ]
    return Rows(rows, head, below=6.0)


def _cells(brief: Brief, function: Function, some: Iterable[Metric]) -> list[str | Part]:
    found: list[str | Part] = []
    for metric in some:
        said = promises.contributions_of(brief.workshop, metric).get(function.id)
        if said is None and not function.absent:
            found.append(Missing(tr("No part yet")))
        else:
            found.append("–" if said == promises.NO_PART else said or "")
    return found


# Rewards


def _incentives(brief: Brief) -> list[Flowable]:
    """Rewards that make people act against the numbers, and where they are dealt with."""
    rows = list(brief.workshop[Incentive])
    if not rows:
        return []
    parts: list[Flowable] = [Band(tr("What pulls the other way"))]
    for row in rows:
        parts.append(bulleted(row.finding, BODY, below=0.6))
        where = _handled(brief, row)
        if where:
            parts.append(Words(where, CAPTION, indent=4.0, below=2.0))
    return parts


def _handled(brief: Brief, row: Incentive) -> str:
    if row.proposal is not None and brief.hides("decisions"):
        return tr("Dealt with in a decision")
    if row.roadblock is not None and brief.hides("guardrails"):
        return tr("Dealt with as a roadblock")
    if row.proposal is not None:
        title = brief.workshop[Proposal][row.proposal].title
        return tr("Dealt with in the decision “{title}”", title=title)
    if row.roadblock is not None:
        what = brief.workshop[Roadblock][row.roadblock].what
        return tr("Dealt with as the roadblock “{what}”", what=what)
    return tr("Not dealt with yet")


def _sources(brief: Brief, found: Sequence[Metric]) -> list[Part]:
    stages = dict.fromkeys(metric.stage for metric in found if metric.stage is not None)
    own = [stage.id for stage in brief.stages.values() if stage.kind == "metrics"]
    return [came_from(brief.stages[id].title, above=5.0) for id in (stages or own[:1])]
