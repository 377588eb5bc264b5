"""Merging notes that say the same: one stands for all, every original stays readable inside."""

from __future__ import annotations

import math
from collections.abc import Sequence

from workshop.changes import FACILITATOR
from workshop.errors import Refused
from workshop.notes import drop_empty_clusters, family, rewrite, told
from workshop.records.notes import Note
from workshop.records.words import NoteId
from workshop.state import Workshop


def merge_notes(
    workshop: Workshop,
    notes: Sequence[NoteId],
    *,
    into: NoteId | None = None,
    actor: str = FACILITATOR,
) -> Note:
    """Merges notes of one stage into one of them, the one with the lowest number unless said
    otherwise. Raises `Refused` (`merge.too_few`, `merge.stages`, `merge.not_among`, `note.merged`).
    """
    found = [workshop[Note][note] for note in dict.fromkeys(notes)]
    _check(found)
    kept = min(found, key=_by_number) if into is None else workshop[Note][into]
    if kept not in found:
        raise Refused("merge.not_among", nr=kept.nr)
    others = [note for note in found if note.id != kept.id]
    with workshop.step("note.merge", actor=actor, nr=kept.nr, count=len(found)):
        rewrite(workshop, kept)
        for root in others:
            rewrite(workshop, root, merged_into=kept.id)
            for note in family(workshop, root.id):
                workshop[Note].replace(note.id, cluster=kept.cluster, loner=kept.loner)
        drop_empty_clusters(workshop, {note.cluster for note in others} - {kept.cluster})
        return workshop[Note][kept.id]


def _check(notes: Sequence[Note]) -> None:
    if len(notes) < 2:
        raise Refused("merge.too_few")
    for note in notes:
        if note.merged_into is not None:
            raise Refused("note.merged", nr=note.nr)
    if len({note.stage for note in notes}) > 1:
        raise Refused("merge.stages")


def _by_number(note: Note) -> tuple[float, int]:
    return note.nr or math.inf, note.id


def originals(workshop: Workshop, note: NoteId) -> list[Note]:
    """The notes merged into this one, at any depth, by number."""
    inside = (one for one in family(workshop, note) if one.id != note)
    return sorted(inside, key=_by_number)


def standing_for(workshop: Workshop, note: NoteId) -> Note:
    """The note that stands for this one: itself, or what it was merged into in the end."""
    found = workshop[Note][note]
    while found.merged_into is not None:
        found = workshop[Note][found.merged_into]
    return found


def unmerge(workshop: Workshop, notes: Sequence[NoteId], *, actor: str = FACILITATOR) -> None:
    """Takes notes out of what they were merged into; what is merged into them stays so. Raises
    `Refused` (`note.not_merged`)."""
    found = [workshop[Note][note] for note in notes]
    for note in found:
        if note.merged_into is None:
            raise Refused("note.not_merged", nr=note.nr)
    with workshop.step("note.unmerge", actor=actor, **told(found)):
        for note in found:
            workshop[Note].replace(note.id, merged_into=None)
