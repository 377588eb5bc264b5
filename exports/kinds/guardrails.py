"""What guardrails print: what may be decided alone and what not, who looks after what, and what
must go."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from exports import titles
from exports.brief import Brief, prints
from exports.ink import BODY, CAPTION, LINE, MUTED, NOTE
from exports.lines import Span, Text
from exports.pages import Begin, on_one_page
from exports.parts.crosses import crossed
from exports.parts.gap import Missing
from exports.parts.heads import Band, SectionHead
from exports.parts.marked import NamedMarks, marked
from exports.parts.part import Columns, Part, Space, Stack
from exports.parts.rows import Rows, cells, table_head
from exports.parts.sources import came_from
from exports.parts.words import Words, beside, bulleted
from exports.translate import plural, tr
from exports.wording import day, listed
from workshop.figures import in_place
from workshop.records.journey import Moment, Phase
from workshop.records.notes import Note
from workshop.records.promises import (
    Champion,
    GuardrailLine,
    Guardrails,
    Metric,
    Pod,
    PodArea,
    PodMember,
    PodMetric,
    Roadblock,
)

GAP = 5.6
"""Before the bands, so that all fits on one page."""

ROADBLOCK_SHARES = (8.0, 3.4, 3.0)


@prints("guardrails")
def guardrails(brief: Brief) -> list[Flowable]:
    """The guardrails of every stage that made some."""
    parts: list[Part] = []
    for row in brief.workshop[Guardrails]:
        found = [
            *_lines(brief, row), *_champions(brief, row), *_pods(brief, row),
            *_roadblocks(brief, row),
        ]  # fmt: skip
        if found:
            parts += [*found, came_from(brief.stages[row.stage].title, above=2.5)]
    if not parts:
        return []
    parts.insert(0, SectionHead(titles.name("guardrails"), titles.title("guardrails")))
    return [*on_one_page(parts, brief.paper.portrait), Begin("guardrails"), *parts]


# The three columns


def _lines(brief: Brief, row: Guardrails) -> list[Part]:
    lines = brief.workshop[GuardrailLine].where("guardrails", row.id)
    heads = {
        "decide_freely": tr("Decide freely"),
        "ask_first": tr("Ask first"),
        "never": tr("Never"),
    }
    columns: list[Part] = []
    for column, head in heads.items():
        found = [line for line in lines if line.column == column]
        if found:
            columns.append(Stack([Band(head), *(_line(brief, line) for line in found)]))
    return [Columns(columns)] if columns else []


def _line(brief: Brief, line: GuardrailLine) -> Part:
    if line.column == "never":
        return crossed(line.text)
    parts: list[Part] = [bulleted(line.text, LINE, below=0.4)]
    if line.function is not None:
        function = brief.functions[line.function]
        parts.append(_indented(marked(function, _answer(function.name, line), CAPTION)))
    elif line.within_days is not None:
        parts.append(Words(_answer("", line), CAPTION, indent=4.0))
    return Stack(parts, below=1.3)


def _answer(function: str, line: GuardrailLine) -> str:
    """Who answers, and within which time."""
    if line.within_days is None:
        return function
    time = plural(line.within_days, "answers within {count} day", "answers within {count} days")
    return f"{function} {time}".strip()


def _indented(part: Part) -> Part:
    return Columns([Space(0), part], (0.0, 1.0), gutter=4.0)


# Who looks after what


def _champions(brief: Brief, row: Guardrails) -> list[Part]:
    """One cell for each phase of the journeys that have a champion, nobody being seen, and one
    for each moment of truth that has one."""
    rows = brief.workshop[Champion].where("guardrails", row.id)
    if not rows:
        return []
    by_phase = {one.phase: one for one in rows if one.phase is not None}
    journeys = {brief.workshop[Phase][phase].journey for phase in by_phase}
    phases = [phase for phase in in_place(brief.workshop[Phase]) if phase.journey in journeys]
    found = [_champion(brief, phase.name, by_phase.get(phase.id)) for phase in phases]
    for one in rows:
        if one.moment is not None:
            found.append(_champion(brief, brief.workshop[Moment][one.moment].text, one))
    return [Band(tr("Champions"), tr("one for each phase"), above=GAP), *_in_columns(found, 2, 1.2)]


def _champion(brief: Brief, area: str, row: Champion | None) -> Part:
    who: Part = Missing(tr("nobody yet"))
    if row is not None and row.who is not None:
        who = marked(brief.function_of(row.who), _told(brief, row.who, row.told_by), NOTE)
    return cells([area, who], (1, 1), NOTE.tinted(MUTED))


def _told(brief: Brief, who: int, teller: int | None) -> str:
    """Someone's name; for someone who was not there, who tells them."""
    if teller is None:
        return brief.name(who)
    return tr("{owner}, told by {teller}", owner=brief.name(who), teller=brief.name(teller))


def _in_columns(parts: Sequence[Part], columns: int, below: float) -> list[Part]:
    """Parts in rows of so many."""
    rows: list[Part] = []
    for start in range(0, len(parts), columns):
        row = list(parts[start : start + columns])
        empty = [Space(0) for _ in range(columns - len(row))]
        rows.append(Columns([*row, *empty], below=below))
    return rows


def _pods(brief: Brief, row: Guardrails) -> list[Part]:
    """The pods: their areas, their people, and what they work on."""
    pods = brief.workshop[Pod].where("guardrails", row.id)
    rows = _in_columns([_pod(brief, pod) for pod in pods], 3, 2.0)
    return [Space(GAP), *rows] if rows else []


def _pod(brief: Brief, pod: Pod) -> Part:
    workshop = brief.workshop
    areas = [
        _area(brief, area.phase, area.moment) for area in workshop[PodArea].where("pod", pod.id)
    ]
    people = [
        (brief.function_of(one.participant), brief.first_name(one.participant))
        for one in workshop[PodMember].where("pod", pod.id)
    ]
    numbers = [
        workshop[Metric][one.metric].name for one in workshop[PodMetric].where("pod", pod.id)
    ]
    parts: list[Part] = [Band(pod.name)]
    if areas:
        parts.append(Words(listed(areas), CAPTION, below=1.2))
    parts.append(NamedMarks(people, below=1.2))
    if numbers:
        parts.append(Words(tr("Works on: {numbers}", numbers=listed(numbers)), CAPTION))
    return Stack(parts)


def _area(brief: Brief, phase: int | None, moment: int | None) -> str:
    if phase is not None:
        return brief.workshop[Phase][phase].name
    return brief.workshop[Moment][moment].text if moment is not None else ""


# What must go


def _roadblocks(brief: Brief, row: Guardrails) -> list[Part]:
    rows = brief.workshop[Roadblock].where("guardrails", row.id)
    if not rows:
        return []
    rows = sorted(rows, key=lambda one: (one.cleared, one.due or "9999", one.id))
    head = table_head((tr("What must go"), tr("Who clears it"), tr("By")), ROADBLOCK_SHARES)
    return [
        Band(tr("Roadblocks"), above=GAP),
        Rows([_roadblock(brief, one) for one in rows], head, padding=1.3),
    ]


def _roadblock(brief: Brief, row: Roadblock) -> Part:
    what: Text = row.what
    if row.from_note is not None:
        nr = brief.workshop[Note][row.from_note].nr
        source = tr("from note {number}", number=nr) if nr else ""
        what = beside(Span(row.what, BODY), Span(source, CAPTION))
    clearer: Part = Missing(tr("nobody yet"))
    if row.cleared_by is not None:
        name = _told(brief, row.cleared_by, row.told_by)
        clearer = marked(brief.function_of(row.cleared_by), name)
    due: Part = Words(day(row.due), BODY) if row.due else Missing(tr("date open"))
    if row.cleared:
        due = Words(tr("gone"), BODY.bold())
    return cells([Words(what, BODY, at_most=1e3), clearer, due], ROADBLOCK_SHARES)
