"""The appendix: every note by function, the end of the day, and its times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import fmean

from reportlab.platypus import Flowable

from exports import titles, wording
from exports.brief import Brief, prints
from exports.ink import BODY, CAPTION, NOTE
from exports.pages import Begin, upright
from exports.parts.heads import Band, SectionHead
from exports.parts.marked import MarkedHead, marked
from exports.parts.note_columns import Item, NoteColumns
from exports.parts.notes import NoteEntry, about_note
from exports.parts.part import Part
from exports.parts.rows import Rows, cells, table_head
from exports.parts.words import Words
from exports.translate import plural, tr
from workshop.boards import attribution_of
from workshop.figures import fingers_of, timeline_of
from workshop.records.agenda import Stage, TimelineRow
from workshop.records.check_out import CheckOut, OnePointMore, Word
from workshop.records.notes import Cluster, Note
from workshop.records.rounds import Dot, Option
from workshop.rules.timeline import TimelineRow as Ran

TIME_SHARES = (7, 1.8, 1.8, 2.2, 8)


@prints("appendix")
def appendix(brief: Brief) -> list[Flowable]:
    """Everything else. Notes stand in two columns."""
    notes = [item for parts in _functions(brief) for item in _items(parts)]
    rest = [*_check_out(brief), *_times(brief)]
    if not notes and not rest:
        return []
    head = SectionHead(titles.name("appendix"), titles.title("appendix")) if notes else None
    columns = [NoteColumns(notes)] if notes else []
    return [*upright(), Begin("appendix"), *([head] if head else []), *columns, *rest]


def _items(parts: Sequence[Part]) -> Iterator[Item]:
    """The notes of a function under its head, the first of `parts`."""
    head, *rest = parts
    if isinstance(head, MarkedHead):
        yield from (Item(head, part) for part in rest)


# Notes


def _functions(brief: Brief) -> Iterator[list[Part]]:
    """The notes of each function in turn, then those without one."""
    dots = _dots_by_note(brief)
    shown = [
        note
        for notes in brief.notes_by_stage.values()
        for note in notes
        if note.nr is not None or note.phase is None  # plain cells stand on the journey map
    ]
    for id, function in brief.functions.items():
        own = [note for note in shown if note.function == id]
        if own:
            yield [MarkedHead(function, function.name), *_entries(brief, own, dots)]
    others = [note for note in shown if note.function not in brief.functions]
    if others:
        yield [MarkedHead(None, tr("Without a function")), *_entries(brief, others, dots)]


def _entries(brief: Brief, notes: list[Note], dots: dict[int, int]) -> list[Part]:
    """Notes of one stage under each other, with the stage's title above them."""
    parts: list[Part] = []
    place = {id: index for index, id in enumerate(brief.stages)}
    notes = sorted(notes, key=lambda note: (place.get(note.stage or 0, len(place)), note.nr or 0))
    for stage, own in groupby(notes, key=lambda note: note.stage):
        title = brief.stages[stage].title if stage is not None else titles.name("parking_lot")
        name = Words(title, CAPTION.bold(), above=2.5)
        name.keepWithNext = 1
        parts.append(name)
        parts += [NoteEntry(note.text, _about(brief, note, dots)) for note in own]
    return parts


def _about(brief: Brief, note: Note, dots: dict[int, int]) -> str:
    """Number, cluster, author where the board says person, dots, grade, and where it went."""
    named = note.author is not None and attribution_of(brief.workshop, note.stage) == "person"
    merged = brief.workshop[Note][note.merged_into].nr if note.merged_into is not None else None
    cluster = brief.workshop[Cluster][note.cluster].name if note.cluster is not None else ""
    count = dots.get(note.id, 0)
    return about_note((
        str(note.nr or ""),
        brief.name(note.author) if named else "",
        cluster,
        wording.grade(note.evidence),
        plural(count, "{count} dot", "{count} dots") if count else "",
        tr("merged into {number}", number=merged) if merged else "",
    ))  # fmt: skip


def _dots_by_note(brief: Brief) -> dict[int, int]:
    """Dots that notes themselves were given; those of clusters stand under priorities."""
    options = {row.id: row.note for row in brief.workshop[Option] if row.note is not None}
    found: dict[int, int] = {}
    for dot in brief.workshop[Dot]:
        note = options.get(dot.option)
        if note is not None:
            found[note] = found.get(note, 0) + dot.dots
    return found


# The end of the day


def _check_out(brief: Brief) -> list[Flowable]:
    parts: list[Flowable] = []
    for row in brief.workshop[CheckOut]:
        parts += [*_fingers(brief, row), *_words(brief, row)]
    return [Band(tr("At the end of the day")), *parts] if parts else []


def _fingers(brief: Brief, row: CheckOut) -> Iterator[Flowable]:
    shown = fingers_of(brief.workshop, row)
    if shown:
        yield Words(
            tr(
                "Was the day worth its time? {mean} of 5 in the mean, from {low} to {high}.",
                mean=f"{fmean(shown):.2f}",
                low=min(shown),
                high=max(shown),
            ),
            BODY,
        )
    for more in brief.workshop[OnePointMore].where("check_out", row.id):
        text = tr("One point more: {text}", text=more.text)
        yield marked(brief.function_of(more.by), text, NOTE, above=1.0)


def _words(brief: Brief, row: CheckOut) -> Iterator[Flowable]:
    words = [word.text for word in brief.workshop[Word].where("check_out", row.id)]
    if words:
        yield Words(", ".join(words), NOTE, above=1.5)


# Times


def _times(brief: Brief) -> list[Flowable]:
    """What was planned and what became of it, stage by stage."""
    given: dict[int, TimelineRow] = {row.stage: row for row in brief.workshop[TimelineRow]}
    ran = timeline_of(brief.workshop)
    rows = [
        cells((stage.title, *_ran(stage, ran.get(id), given.get(id))), TIME_SHARES, NOTE)
        for id, stage in brief.stages.items()
        if id in ran or id in given
    ]
    if not rows:
        return []
    names = (tr("Stage"), tr("Began"), tr("Ended"), tr("Minutes"), tr("Remark"))
    return [Band(tr("How the day went")), Rows(rows, table_head(names, TIME_SHARES), padding=0.45)]


def _ran(stage: Stage, ran: Ran | None, given: TimelineRow | None) -> tuple[str, str, str, str]:
    """Began, ended, minutes of those planned, remark: the clock's word before what was given."""
    remark = given.remark if given else ""
    if ran is not None:
        end = f"{ran.end:%H:%M}" if ran.end else ""
        return f"{ran.start:%H:%M}", end, _of(ran.minutes, stage.minutes), remark
    if given is None:
        return "", "", "", ""
    planned = given.planned_min if given.planned_min is not None else stage.minutes
    return given.actual_start or "", given.actual_end or "", _of(given.actual_min, planned), remark


def _of(minutes: int | None, planned: int) -> str:
    return "" if minutes is None else tr("{actual} of {planned}", actual=minutes, planned=planned)
