"""What milestones print: the line, the list with what shows that each is reached, and the load."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, zip_longest

from reportlab.platypus import Flowable

from exports import titles
from exports.brief import Brief, prints
from exports.ink import ACCENT, BODY, CAPTION, LABEL, MUTED, NOTE
from exports.parts.gap import Missing
from exports.parts.heads import SectionHead
from exports.parts.marked import MarksRow, marked
from exports.parts.part import Columns, Part, Space, Stack
from exports.parts.rows import Rows, cells, table_head
from exports.parts.sources import came_from
from exports.parts.timeline import Dated, Timeline
from exports.parts.words import Words, labelled
from exports.translate import plural, tr
from exports.wording import day, months
from workshop import promises
from workshop.records.journey import Moment
from workshop.records.promises import Metric, Milestone

MOST_ON_A_LINE, MOST_TITLED, MOST_MARKS = 8, 24, 20
"""So many milestones with their titles on a line and on all lines; with more of them lines show
marks alone, so many each."""

SHARES = (3.0, 7.2, 3.4, 2.8)


@prints("milestones")
def milestones(brief: Brief) -> list[Flowable]:
    """All milestones, the earliest first; what has no date last."""
    rows = sorted(brief.workshop[Milestone], key=lambda row: (row.on or "9999", row.id))
    if not rows:
        return []
    return [
        SectionHead(titles.name("milestones"), titles.title("milestones"), _opening(rows)),
        *_lines(brief, rows),
        *_list(brief, rows),
        *_load(brief),
        *_sources(brief, rows),
    ]


def _opening(rows: Sequence[Milestone]) -> str:
    anchor = next((row for row in rows if row.anchor and row.on), None)
    if anchor is None or anchor.on is None:
        return plural(len(rows), "{count} milestone.", "{count} milestones.")
    return tr("Only {day} does not move. The other dates may, with a reason.", day=day(anchor.on))


def _lines(brief: Brief, rows: Sequence[Milestone]) -> list[Part]:
    """The dated ones on a line; on several, one after the other, where they are many. If they are
    too many for their titles, these stand in the list alone."""
    points = [_point(brief, row) for row in rows if row.on and row.status != "dropped"]
    titled = len(points) <= MOST_TITLED
    count = -(-len(points) // (MOST_ON_A_LINE if titled else MOST_MARKS))
    ends = [round(len(points) * index / count) for index in range(count + 1)] if count else []
    lines = (points[start:end] for start, end in pairwise(ends))
    return [Timeline(line, above=3.0, below=4.0, titled=titled) for line in lines]


def _point(brief: Brief, row: Milestone) -> Dated:
    words = {"done": tr("done"), "moved": tr("moved")}
    said = words.get(row.status, "")
    return Dated(
        row.on or "",
        row.title,
        brief.function_of(row.owner),
        row.anchor,
        row.moved_from if row.moved_from != row.on else None,
        said,
    )


def _list(brief: Brief, rows: Sequence[Milestone]) -> list[Part]:
    head = table_head((tr("When"), tr("What"), tr("Who"), tr("Functions")), SHARES)
    return [Rows([_row(brief, row) for row in rows], head, padding=1.3)]


def _row(brief: Brief, row: Milestone) -> Part:
    when: Part = Words(day(row.on), BODY) if row.on else Missing(tr("date open"))
    if row.anchor:
        when = Stack([when, Words(tr("does not move"), CAPTION.tinted(ACCENT))])
    functions = promises.functions_of(brief.workshop, row)
    return cells([when, Stack(_said(brief, row)), _owner(brief, row), MarksRow(functions)], SHARES)


def _said(brief: Brief, row: Milestone) -> list[Part]:
    """The title, what shows that it is reached, what it serves, and what became of it."""
    status = {"done": tr("Done."), "dropped": tr("Dropped.")}.get(row.status, "")
    parts: list[Part] = [Words(row.title, BODY.bold(), at_most=1e3)]
    if row.done_when:
        sign = tr("Reached when: {sign}", sign=row.done_when)
        parts.append(Words(sign, NOTE.tinted(MUTED), at_most=1e3))
    serves = _serves(brief, row)
    if serves:
        parts.append(Words(tr("Serves: {what}", what=serves), CAPTION, at_most=1e3))
    if row.moved_from:
        moved = tr("Moved from {day}", day=day(row.moved_from))
        why = f"{moved}: {row.moved_because}" if row.moved_because else moved
        parts.append(Words(why, NOTE, at_most=1e3))
    if status:
        because = "" if row.moved_from else row.moved_because
        parts.append(Words(f"{status} {because}".strip(), NOTE.bold(), at_most=1e3))
    return parts


def _serves(brief: Brief, row: Milestone) -> str:
    if row.metric is not None:
        return brief.workshop[Metric][row.metric].name
    return brief.workshop[Moment][row.moment].text if row.moment is not None else ""


def _owner(brief: Brief, row: Milestone) -> Part:
    if row.owner is None:
        return Missing(tr("owner open"))
    name = brief.name(row.owner)
    if row.told_by is not None:
        name = tr("{owner}, told by {teller}", owner=name, teller=brief.name(row.told_by))
    return marked(brief.function_of(row.owner), name)


def _load(brief: Brief) -> list[Part]:
    """How many milestones each function rows for, and in which months."""
    load = promises.load_of(brief.workshop)
    months_of = {
        function.id: {
            month: counts[function.id] for month, counts in load.items() if counts[function.id]
        }
        for function in brief.functions.values()
    }
    found: list[Part] = [
        marked(function, labelled(function.name, _months(months_of[function.id]), NOTE), NOTE)
        for function in brief.functions.values()
        if months_of[function.id]
    ]
    if not found:
        return []
    label = Words(tr("Milestones of each function, by month"), LABEL, above=4.5, below=1.2)
    label.keepWithNext = 1
    rows = zip_longest(found[::2], found[1::2], fillvalue=Space(0))
    lines = [Columns(row, gutter=6.0, below=1.2) for row in rows]
    lines[-1].keepWithNext = 1
    return [label, *lines]


def _months(counts: Mapping[str, int]) -> str:
    """The months with how often, if more than once; a year is named where it begins."""
    said, year = [], ""
    for month, count in counts.items():
        name = months()[int(month[5:]) - 1][:3]
        if month[:4] != year:
            year = month[:4]
            name = f"{name} {year}"
        said.append(f"{name} × {count}" if count > 1 else name)
    return tr("{count} in {months}", count=sum(counts.values()), months=", ".join(said))


def _sources(brief: Brief, rows: Sequence[Milestone]) -> list[Part]:
    stages = dict.fromkeys(row.stage for row in rows if row.stage is not None)
    own = [stage.id for stage in brief.stages.values() if stage.kind == "milestones"]
    return [came_from(brief.stages[id].title, above=2.5) for id in (stages or own[:1])]
