"""What the actions stage prints: next steps, the rhythm, and what became of parked points."""

from __future__ import annotations

from reportlab.platypus import Flowable

from exports import titles
from exports.brief import Brief, prints
from exports.ink import BODY, CAPTION, MUTED, NOTE
from exports.lines import Span, Text
from exports.parts.heads import Band, SectionHead
from exports.parts.marked import marked
from exports.parts.part import Columns, Part, Stack
from exports.parts.rows import Rows, cells, table_head
from exports.parts.sources import sourced
from exports.parts.words import Words, beside
from exports.translate import isolated, tr
from exports.wording import day
from workshop import telling
from workshop.records.consensus import Proposal
from workshop.records.details import Rhythm
from workshop.records.notes import Note
from workshop.records.promises import Action, ParkedPoint

STEP_SHARES = (8, 3.2, 2.6)
POINT_SHARES = (7, 7)


@prints("actions")
def actions(brief: Brief) -> list[Flowable]:
    """Who does what by when, the earliest first; what has no date last."""
    rows = [row for row in brief.workshop[Action] if row.status != "dropped"]
    if not rows:
        return []
    rows.sort(key=lambda row: (row.due or "9999", row.id))
    head = table_head((tr("What"), tr("Who"), tr("By")), STEP_SHARES)
    return [
        SectionHead(titles.name("actions"), titles.title("actions")),
        Rows([_step(brief, row) for row in rows], head),
        *sourced(brief.feeding("actions", "actions")),
    ]


def _step(brief: Brief, row: Action) -> Part:
    what: Text = row.what
    kinds = {"stop": tr("Stop"), "check": tr("Check")}
    if row.type in kinds:
        what = (Span(f"{kinds[row.type]}: ", BODY.bold()), Span(isolated(row.what), BODY))
    lines: list[Part] = [Words(what, BODY, at_most=1e3)]
    if row.done_when:
        said = tr("Done when: {sign}", sign=row.done_when)
        lines.append(Words(said, NOTE.tinted(MUTED), at_most=1e3))
    due = day(row.due) if row.due else tr("date open")
    if row.status != "open":
        words = {"done": tr("done"), "moved": tr("moved")}
        due = f"{due}, {words.get(row.status, row.status)}"
    return cells((Stack(lines), _owner(brief, row.owner), due), STEP_SHARES)


def _owner(brief: Brief, participant: int | None) -> Part:
    name = brief.name(participant) or tr("owner open")
    return marked(brief.function_of(participant), name)


@prints("rhythm")
def rhythm(brief: Brief) -> list[Flowable]:
    """The sync, the revisit, and what is celebrated next."""
    row = next(iter(brief.workshop[Rhythm]), None)
    if row is None:
        return []
    columns = [
        _block(tr("Sync"), _sync(row), brief, row.keeper),
        _block(tr("Revisit"), day(row.revisit_date) if row.revisit_date else "", brief, None),
        _block(tr("Celebrate"), _celebration(row), brief, row.celebrate_keeper),
    ]
    filled = [column for column in columns if column is not None]
    if not filled:
        return []
    return [
        SectionHead(titles.name("rhythm"), titles.title("rhythm")),
        Columns(filled),
        *sourced(brief.feeding("rhythm", "actions")),
    ]


def _block(name: str, text: str, brief: Brief, keeper: int | None) -> Part | None:
    if not text:
        return None
    parts: list[Part] = [Band(name), Words(text, BODY)]
    if keeper is not None:
        parts.append(marked(brief.function_of(keeper), brief.name(keeper), NOTE, above=1.5))
    return Stack(parts)


def _sync(row: Rhythm) -> str:
    every = {
        "week": tr("Every week"),
        "fortnight": tr("Every fortnight"),
        "month": tr("Every month"),
    }
    said = [" ".join(word for word in (every[row.every], tr("on {day}", day=row.weekday)
                                       if row.weekday else "") if word)]  # fmt: skip
    if row.at:
        said.append(tr("at {time}", time=row.at))
    if row.minutes:
        said.append(tr("for {minutes} minutes", minutes=row.minutes))
    line = " ".join(said)
    return f"{line}, {tr('first on {date}', date=day(row.first))}" if row.first else line


def _celebration(row: Rhythm) -> str:
    return ". ".join(text.rstrip(".") for text in (row.celebrate_next, row.celebrate_how) if text)


@prints("parking_lot")
def parking_lot(brief: Brief) -> list[Flowable]:
    """Each parked note and the home it found."""
    rows = sorted(brief.workshop[ParkedPoint], key=lambda row: row.id)
    if not rows:
        return []
    head = table_head((tr("Parked"), tr("What became of it")), POINT_SHARES)
    return [
        SectionHead(titles.name("parking_lot"), titles.title("parking_lot")),
        Rows([_point(brief, row) for row in rows], head),
        *sourced(brief.feeding("parking_lot", "actions")),
    ]


def _point(brief: Brief, row: ParkedPoint) -> Part:
    note = brief.workshop[Note][row.note]
    mark = brief.functions.get(note.function) if note.function is not None else None
    lines: list[Part] = [Words(_home(brief, row), BODY, at_most=1e3)]
    if row.owner is not None:
        lines.append(marked(brief.function_of(row.owner), brief.name(row.owner), NOTE, above=0.5))
    told = telling.note_is_told(brief.workshop, note)
    text = note.text if told else tr("Still covered")
    number: Text = beside(Span(text, BODY), Span(str(note.nr or ""), CAPTION))
    return cells((marked(mark, number), Stack(lines)), POINT_SHARES)


def _home(brief: Brief, row: ParkedPoint) -> str:
    if row.outcome == "proposal" and row.proposal is not None:
        title = brief.workshop[Proposal][row.proposal].title
        return tr("Proposal") if brief.hides("decisions") else tr("Proposal: {title}", title=title)
    if row.outcome == "action" and row.action is not None:
        what = brief.workshop[Action][row.action].what
        return tr("Action") if brief.hides("actions") else tr("Action: {what}", what=what)
    if row.outcome == "later":
        return tr("Comes back {date}", date=day(row.until)) if row.until else tr("Comes back later")
    if row.outcome == "let_go":
        return tr("Let go: {reason}", reason=row.reason) if row.reason else tr("Let go")
    return tr("Outcome open")
