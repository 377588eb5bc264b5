"""What an insight exchange prints: who learned what from whom, what is still asked, visits."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from exports import titles, wording
from exports.brief import Brief, prints
from exports.ink import BODY, CAPTION, NOTE, QUOTE, TABLE_HEAD
from exports.parts.heads import Band, SectionHead
from exports.parts.marked import marked
from exports.parts.matrix import Matrix
from exports.parts.part import Part, Stack
from exports.parts.rows import Rows, cells, table_head
from exports.parts.sources import came_from
from exports.parts.words import Words, quoted
from exports.translate import plural, tr
from workshop import exchange
from workshop.records.findings import Insight, Visit

SHARES = (8, 6, 4)
LABEL = TABLE_HEAD.sized(TABLE_HEAD.size, BODY.leading)
MOST_IN_MATRIX = 12


@prints("insights")
def insights(brief: Brief) -> list[Flowable]:
    """What each function gets, then what is open, who goes and sees, and the whole as a matrix."""
    rows = list(brief.workshop[Insight])
    visits = _visits(brief)
    if not rows and not visits:
        return []
    sources = brief.stage_titles("insight_exchange", (row.stage for row in rows))
    return [
        SectionHead(titles.name("insights"), titles.title("insights"), _counted(rows)),
        *_received(brief, [row for row in rows if not exchange.is_open(row)]),
        *_asked(brief, [row for row in rows if exchange.is_open(row)]),
        *visits,
        *_matrix(brief, rows),
        *([came_from(wording.listed(sources))] if sources else []),
    ]


def _counted(rows: Sequence[Insight]) -> str:
    given, asked = sum(exchange.given(rows).values()), sum(exchange.asked(rows).values())
    texts = [
        plural(given, "{count} insight found its taker", "{count} insights found their takers")
        if given
        else "",
        plural(asked, "{count} question is open", "{count} questions are open") if asked else "",
    ]
    said = ", ".join(text for text in texts if text)
    return f"{said}." if said else ""


# What was given


def _received(brief: Brief, rows: Sequence[Insight]) -> list[Part]:
    """One table: under the name of each function what it gets."""
    lines: list[Part] = []
    for id, function in brief.functions.items():
        got = [row for row in rows if row.receiver == id]
        if got:
            name = marked(function, tr("{name} gets", name=function.name), BODY.bold())
            name.keepWithNext = 1
            lines += [name, *(_given(brief, row) for row in got)]
    head = table_head((tr("What we know"), tr("To use it for"), tr("How")), SHARES)
    return [Rows(lines, head)] if lines else []


def _given(brief: Brief, row: Insight) -> Part:
    giver = brief.functions[row.giver]
    known: Part = marked(giver, row.we_know or tr("still open"), NOTE)
    if row.we_ask:
        asker = brief.name(row.asked_by)
        known = Stack([known, marked(None, quoted(row.we_ask, asker), QUOTE)])
    return cells([known, Words(row.useful_for, NOTE), _how(brief, row)], SHARES)


def _how(brief: Brief, row: Insight) -> Part:
    """The rhythm and who keeps it up."""
    keeper = brief.name(row.keeper)
    lines = [Words(_rhythm(row.rhythm), NOTE), *([Words(keeper, CAPTION)] if keeper else [])]
    return Stack(lines)


def _rhythm(rhythm: str) -> str:
    return {
        "once": tr("once"),
        "weekly": tr("weekly"),
        "fortnightly": tr("fortnightly"),
        "live": tr("live"),
    }[rhythm]


# What is still asked


def _asked(brief: Brief, rows: Sequence[Insight]) -> list[Part]:
    lines = [_question(brief, row) for row in rows]
    return [Band(tr("Still asked")), Rows(lines)] if lines else []


def _question(brief: Brief, row: Insight) -> Part:
    asker = brief.name(row.asked_by) or brief.functions[row.receiver].name
    giver = brief.functions[row.giver]
    question = Stack(
        [
            marked(brief.functions[row.receiver], quoted(row.we_ask, asker), QUOTE, below=1.0),
            marked(giver, tr("for {name} to answer", name=giver.name), NOTE),
        ]
    )
    return cells([question, Words(row.useful_for, NOTE), _how(brief, row)], SHARES)


# Visits


def _visits(brief: Brief) -> list[Part]:
    order = list(brief.functions)
    rows = sorted(brief.workshop[Visit], key=lambda row: (order.index(row.function), row.id))
    lines = [_visit(brief, row) for row in rows]
    return [Band(tr("Who goes and sees")), Rows(lines)] if lines else []


def _visit(brief: Brief, row: Visit) -> Part:
    where = marked(brief.functions[row.function], row.where or tr("place open"), NOTE)
    who = brief.name(row.who) or tr("nobody named yet")
    by = tr("by {date}", date=wording.day(row.by)) if row.by else tr("date open")
    return cells([where, Words(who, NOTE), Words(by, NOTE)], SHARES)


# Who gives to whom


def _matrix(brief: Brief, rows: Sequence[Insight]) -> list[Part]:
    """The counts, beside them in words who gives or gets nothing yet."""
    functions = list(brief.functions)
    if not rows or len(functions) > MOST_IN_MATRIX:
        return []
    given, asked = exchange.given(rows), exchange.asked(rows)
    texts = {pair: _counts(given[pair], asked[pair]) for pair in {*given, *asked}}
    place = {id: index for index, id in enumerate(functions)}
    shown = {(place[giver], place[getter]): text for (giver, getter), text in texts.items()}
    all_given, all_got = exchange.gives(rows), exchange.gets(rows)
    gives = [all_given[function.id] for function in brief.functions.values()]
    gets = [all_got[function.id] for function in brief.functions.values()]
    marks = list(brief.functions.values())
    matrix = Matrix(marks, shown, (gives, gets), (tr("gives"), tr("gets")))
    words = [Words(text, NOTE, below=1.5) for text in _empty(brief, gives, gets)]
    note = tr("Down who gives, across who gets.")
    open_ones = tr("A question mark is a question still open; sums count it.") if asked else ""
    key = Words(f"{note} {open_ones}".strip(), CAPTION, above=2.0)
    return [Band(tr("Who gives to whom")), matrix, *words, key]


def _counts(given: int, asked: int) -> str:
    """What was given as a figure, what is still asked with a question mark: 2, ?, 1 ?, 2?."""
    open_ones = f"{asked}?" if asked > 1 else "?" * asked
    return " ".join(text for text in (str(given) if given else "", open_ones) if text)


def _empty(brief: Brief, gives: Sequence[int], gets: Sequence[int]) -> list[str]:
    names = [function.name for function in brief.functions.values()]
    return [
        *(
            tr("{name} gives nothing yet.", name=name)
            for name, n in zip(names, gives, strict=True)
            if not n
        ),
        *(
            tr("{name} gets nothing yet.", name=name)
            for name, n in zip(names, gets, strict=True)
            if not n
        ),
    ]
