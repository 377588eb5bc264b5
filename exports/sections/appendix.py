"""The appendix: every note by function, the end of the day, and its times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import fmean

from reportlab.platypus import Flowable

from exports import hidden, titles, wording
from exports.brief import Brief, prints
from exports.ink import BODY, CAPTION, NOTE
from exports.pages import Begin, upright
from exports.parts.heads import Band, SectionHead
from exports.parts.marked import MarkedHead, NamedMarks
from exports.parts.note_columns import Item, NoteColumns
from exports.parts.notes import NoteEntry, about_note
from exports.parts.part import Part
from exports.parts.rows import Rows, cells, table_head
from exports.parts.words import Words, bulleted
from exports.translate import plural, tr
from workshop import ballots, telling
from workshop.boards import attribution_of
from workshop.figures import fingers_of, round_of, tally_of, timeline_of
from workshop.records.agenda import Stage, TimelineRow
from workshop.records.check_out import CheckOut, OnePointMore, Word
from workshop.records.notes import Cluster, Note
from workshop.records.people import Function
from workshop.records.rounds import Option
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
    """The notes of each function in turn, then those without one, then how many are covered."""
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
    covered = _covered(brief)
    if covered:
        yield [MarkedHead(None, tr("Still covered")), *covered]


def _covered(brief: Brief) -> list[Part]:
    """How many notes of each stage the room has not read yet."""
    return [
        NoteEntry(hidden.covered(brief, stage.id), stage.title)
        for id, stage in brief.stages.items()
        if id in brief.covered
    ]


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
    cluster = brief.workshop[Cluster].get(note.cluster)
    named_in = cluster is not None and telling.cluster_is_told(brief.workshop, cluster)
    count = dots.get(note.id, 0)
    return about_note((
        str(note.nr or ""),
        brief.name(note.author) if named else "",
        cluster.name if cluster and named_in else "",
        wording.grade(note.evidence),
        plural(count, "{count} dot", "{count} dots") if count else "",
        tr("merged into {number}", number=merged) if merged else "",
    ))  # fmt: skip


def _dots_by_note(brief: Brief) -> dict[int, int]:
    """Dots that notes themselves were given; those of clusters stand under priorities."""
    found: dict[int, int] = {}
    for ballot in () if brief.hides("priorities") else ballots.told(brief.workshop):
        for standing in tally_of(brief.workshop, ballot).standings:
            note = brief.workshop[Option][standing.option].note
            if note is not None:
                found[note] = found.get(note, 0) + standing.dots
    return found


# The end of the day


def _check_out(brief: Brief) -> list[Flowable]:
    parts: list[Flowable] = []
    for row in brief.workshop[CheckOut]:
        if telling.fingers_are_told(brief.workshop, row):
            parts += [*_fingers(brief, row), *_words(brief, row)]
        else:
            parts += _not_told(brief, row)
    return [Band(tr("At the end of the day")), *parts] if parts else []


def _not_told(brief: Brief, row: CheckOut) -> list[Part]:
    """A check-out that nobody has seen: how many fingers and words were taken."""
    state = hidden.round_state(brief, "check_out", row.id)
    if not state:
        return []
    fingers = len(fingers_of(brief.workshop, row))
    words = len(brief.workshop[Word].where("check_out", row.id))
    said = [
        tr("The check-out is {state}: nothing of it is told.", state=state),
        plural(fingers, "{count} person has shown fingers.", "{count} people have shown fingers.")
        if fingers
        else "",
        plural(words, "{count} has said a word.", "{count} have said a word.") if words else "",
    ]
    return [hidden.remark(" ".join(text for text in said if text))]


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
    asked = brief.workshop[OnePointMore].where("check_out", row.id)
    # Asked of those with the fewest and the most fingers: a mark, or their order, would tell who.
    for text in sorted((more.text for more in asked), key=str.casefold):
        yield bulleted(tr("One point more: {text}", text=text), NOTE)


def _words(brief: Brief, row: CheckOut) -> Iterator[Flowable]:
    """The closing words from a to z, whatever the order in which people sit, with the marks of
    their functions, names, or neither, as was said beforehand."""
    found = sorted(
        brief.workshop[Word].where("check_out", row.id),
        key=lambda word: (word.text.casefold(), word.participant),
    )
    round = round_of(brief.workshop, "check_out", row.id)
    whose = round.attribution if round else "function"
    if found and whose == "none":
        yield Words(", ".join(word.text for word in found), NOTE, above=1.5)
    elif found:
        names = whose == "person"
        yield NamedMarks([_said(brief, word, names=names) for word in found], above=1.5)


def _said(brief: Brief, word: Word, *, names: bool) -> tuple[Function | None, str]:
    said = f"{word.text}, {brief.name(word.participant)}" if names else word.text
    return brief.function_of(word.participant), said


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
