"""Notes: writing, changing and deleting them, and finding them again.

Every note gets a room number that is never given twice. Whose it is follows the board's
attribution: with *none* neither author nor function is kept. A plain entry of a journey cell has
no number; it gets one with anything but a new text.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from typing import Any, TypedDict, Unpack

from workshop.boards import BoardLane, attribution_of, lane_of, lay_board
from workshop.changes import FACILITATOR, StepId
from workshop.edits import cleaned
from workshop.errors import Refused
from workshop.records.agenda import Board, Lane, Stage
from workshop.records.journey import Journey, Phase
from workshop.records.notes import Cluster, Note
from workshop.records.people import Function, Participant
from workshop.records.promises import ParkedPoint
from workshop.records.rounds import Option
from workshop.records.words import (
    NOTE_LIMIT,
    FunctionId,
    LaneId,
    NoteId,
    ParticipantId,
    PhaseId,
    StageId,
)
from workshop.searching import plain
from workshop.state import NUMBERS, Workshop
from workshop.text import clean_text, shows

ONE_GO = datetime.timedelta(seconds=2)
"""Typing with shorter pauses is one step."""


_AS_GIVEN = ("lane", "phase", "evidence", "picture")


class About(TypedDict, total=False):
    """What can be said of a new note besides its text. `entered_by`: who typed it, if neither the
    author nor the facilitator; `picture`: the hash of one that was added to the document."""

    function: FunctionId | None
    author: ParticipantId | None
    entered_by: ParticipantId | None
    lane: LaneId | None
    phase: PhaseId | None
    evidence: str | None
    picture: str | None


def notes_of(workshop: Workshop, stage: StageId | None) -> list[Note]:
    """The notes of a stage (none: the parking lot) in order, merged ones counted once."""
    found = workshop[Note].where("stage", stage)
    return in_order(note for note in found if note.nr is not None and note.merged_into is None)


def in_order(notes: Iterable[Note]) -> list[Note]:
    """Notes by their place, or by their number where they were never moved."""
    return sorted(notes, key=lambda note: (position(note), note.id))


def position(note: Note) -> float:
    """Where a note stands among others of its lane."""
    return note.place if note.place is not None else float(note.nr or note.id)


def in_lane(workshop: Workshop, board: Board, lane: BoardLane) -> list[Note]:
    """The notes of a lane, in order."""
    return [
        note for note in notes_of(workshop, board.stage) if lane_of(workshop, board, note) == lane
    ]


def by_number(workshop: Workshop, nr: int) -> Note | None:
    """The note of this room number, also a merged one; None if there is none (any more)."""
    return next((note for note in workshop[Note] if note.nr == nr), None)


def find(workshop: Workshop, text: str, stage: StageId | None = None) -> list[Note]:
    """The notes that hold every word of `text`, whatever its case and accents, or have it as their
    number; in one stage or in all. Merged ones are found too."""
    words, wanted = plain(text).split(), text.strip()
    if not words:
        return []
    notes = workshop[Note].where("stage", stage) if stage is not None else workshop[Note]
    return [note for note in notes if str(note.nr) == wanted or _holds(note, words)]


def _holds(note: Note, words: Sequence[str]) -> bool:
    there = plain(note.text)
    return all(word in there for word in words)


def family(workshop: Workshop, note: NoteId) -> list[Note]:
    """A note and everything that was merged into it, at any depth."""
    found: dict[NoteId, Note] = {}
    waiting = [workshop[Note][note]]
    while waiting:
        one = waiting.pop()
        if one.id not in found:
            found[one.id] = one
            waiting += workshop[Note].where("merged_into", one.id)
    return list(found.values())


def check_text(text: str, **facts: Any) -> str:
    """The text of a note, cleaned. Raises `Refused` (`note.empty`, `note.too_long`)."""
    found = clean_text(text)
    if not shows(found):
        raise Refused("note.empty", **facts)
    if len(found) > NOTE_LIMIT:
        raise Refused("note.too_long", count=len(found), limit=NOTE_LIMIT, **facts)
    return found


def check_place(
    workshop: Workshop, stage: StageId | None, lane: LaneId | None, phase: PhaseId | None
) -> None:
    """Raises `Refused` (`note.lane_elsewhere`) unless a lane belongs to the stage of the note or to
    that of the journey it is on."""
    allowed = {stage}
    if phase is not None:
        allowed.add(workshop[Journey][workshop[Phase][phase].journey].stage)
    if lane is not None and workshop[Lane][lane].stage not in allowed:
        raise Refused("note.lane_elsewhere")


def add_note(
    workshop: Workshop,
    stage: StageId | None,
    text: str,
    *,
    actor: str = FACILITATOR,
    **about: Unpack[About],
) -> Note:
    """Writes a note in a stage (none: in the parking lot).

    Without a function it gets its author's. Raises `Refused` (`note.*`, `record.gone`), `Invalid`.
    """
    return add_notes(workshop, stage, [text], actor=actor, **about)[0]


def add_notes(
    workshop: Workshop,
    stage: StageId | None,
    texts: Sequence[str],
    *,
    actor: str = FACILITATOR,
    **about: Unpack[About],
) -> list[Note]:
    """Writes several notes in one step; an error names the `line`, and then none is written."""
    several = len(texts) > 1
    found = [
        check_text(text, **({"line": line} if several else {}))
        for line, text in enumerate(texts, start=1)
    ]
    fields = note_fields(workshop, stage, actor, about)
    made = [Note(nr=workshop.next_id(NUMBERS), stage=stage, text=text, **fields) for text in found]
    with workshop.step("note.add", actor=actor, **told(made)):
        if about.get("phase") is None:
            lay_board(workshop, stage)
        added = [workshop[Note].add(note) for note in made]
        for note in added if stage is None else ():
            workshop[ParkedPoint].add(ParkedPoint(note=note.id))
        return added


def note_fields(
    workshop: Workshop, stage: StageId | None, actor: str, about: About
) -> dict[str, Any]:
    """The fields of a new note, checked, as the attribution of its stage lets them be kept."""
    if stage is not None:
        workshop[Stage][stage]
    check_place(workshop, stage, about.get("lane"), about.get("phase"))
    fields = cleaned(Note, {name: about.get(name) for name in _AS_GIVEN})
    if attribution_of(workshop, stage) == "none":
        return fields
    author = workshop[Participant].get(about.get("author"))
    function = about.get("function") or (author.function if author else None)
    if function is not None:
        workshop[Function][function]
    return {**fields, "function": function, **_written_by(workshop, actor, about)}


def _written_by(workshop: Workshop, actor: str, about: About) -> dict[str, Any]:
    author, typist = about.get("author"), about.get("entered_by")
    if author is None:
        return {}
    workshop[Participant][author]
    if typist is None:
        return {"author": author, "entered_by_facilitator": actor == FACILITATOR}
    workshop[Participant][typist]
    return {"author": author, "entered_by": None if typist == author else typist}


def edit_note(
    workshop: Workshop, note: NoteId, text: str, *, actor: str = FACILITATOR, joins: bool = False
) -> Note:
    """Changes the text of a note. With `joins` the step belongs to the actor's last one, which must
    have been of this note: see `Typing`. Raises `Refused` (`note.empty`, `note.too_long`)."""
    nr = workshop[Note][note].nr
    found = check_text(text)
    with workshop.step("note.edit", actor=actor, joins=joins, nr=nr):
        return workshop[Note].replace(note, text=found)


class Typing:
    """Somebody typing in one note: what follows within two seconds is one step.

    Pieces join only while nothing else happens in between, so that each can be taken back.
    """

    def __init__(self, workshop: Workshop, note: NoteId, *, actor: str = FACILITATOR) -> None:
        self._workshop = workshop
        self._note = note
        self._actor = actor
        self._last: tuple[StepId, datetime.datetime] | None = None

    def write(self, text: str, now: datetime.datetime) -> Note:
        """The whole text as it is at `now`. Raises `Refused` as `edit_note` does."""
        before, last = self._workshop.last_step, self._last
        joins = last is not None and last[0] == before and now - last[1] <= ONE_GO
        note = edit_note(self._workshop, self._note, text, actor=self._actor, joins=joins)
        if self._workshop.last_step != before:
            self._last = (self._workshop.last_step, now)
        return note


def told(notes: Sequence[Note]) -> dict[str, Any]:
    """The facts of a step about these notes: how many, and the number where it is one."""
    nr = {"nr": notes[0].nr} if len(notes) == 1 else {}
    return {"count": len(notes), **nr}


def rewrite(workshop: Workshop, note: Note, **fields: Any) -> Note:
    """Changes more than the text of a note, which needs a number for it. Belongs inside a step."""
    if note.nr is None:
        fields["nr"] = workshop.next_id(NUMBERS)
    return workshop[Note].replace(note.id, **fields)


def delete_notes(workshop: Workshop, notes: Sequence[NoteId], *, actor: str = FACILITATOR) -> None:
    """Deletes notes with everything merged into them. Raises `Refused` (`note.on_ballot`)."""
    gone = [workshop[Note][note] for note in notes]
    families = {one.id: one for note in gone for one in family(workshop, note.id)}
    for note in families.values():
        if workshop[Option].where("note", note.id):
            raise Refused("note.on_ballot", nr=note.nr)
    with workshop.step("note.delete", actor=actor, **told(gone)):
        for id in families:
            workshop.remove_tree("note", id)
        drop_empty_clusters(workshop, {note.cluster for note in gone})


def drop_empty_clusters(workshop: Workshop, clusters: Collection[int | None]) -> None:
    """Removes those of the clusters that have neither notes, a name nor any other use. Belongs
    inside a step."""
    for cluster in filter(None, (workshop[Cluster].get(id) for id in clusters)):
        unused = not (cluster.name or cluster.phase)
        if unused and not any(True for _ in workshop.referring("cluster", cluster.id)):
            workshop[Cluster].remove(cluster.id)


def set_solution(
    workshop: Workshop, notes: Sequence[NoteId], solution: bool, *, actor: str = FACILITATOR
) -> None:
    """Marks notes as cures rather than troubles, or no longer."""
    found = [workshop[Note][note] for note in notes]
    with workshop.step("note.solution", actor=actor, **told(found), solution=solution):
        for note in found:
            rewrite(workshop, note, solution=solution)


def set_author(
    workshop: Workshop,
    notes: Sequence[NoteId],
    author: ParticipantId | None,
    *,
    actor: str = FACILITATOR,
) -> None:
    """Says who wrote notes; their function stays. Raises `Refused` (`note.no_attribution`) where
    that is not kept."""
    found = [workshop[Note][note] for note in notes]
    if any(attribution_of(workshop, note.stage) == "none" for note in found):
        raise Refused("note.no_attribution")
    about: About = {"author": author}
    fields = {"author": None, "entered_by": None, "entered_by_facilitator": False}
    fields.update(_written_by(workshop, actor, about))
    with workshop.step("note.author", actor=actor, **told(found)):
        for note in found:
            rewrite(workshop, note, **fields)
