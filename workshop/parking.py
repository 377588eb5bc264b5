"""The parking lot: what matters, but not now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Unpack

from workshop.changes import FACILITATOR
from workshop.errors import Refused
from workshop.notes import About, add_note, drop_empty_clusters, family, in_order, rewrite, told
from workshop.records.notes import Note
from workshop.records.promises import ParkedPoint
from workshop.records.words import NoteId
from workshop.state import NUMBERS, Workshop

ASIDE: dict[str, Any] = {
    "stage": None, "lane": None, "phase": None, "cluster": None, "loner": False,
    "x": None, "y": None, "place": None,
}  # fmt: skip


def parked_notes(workshop: Workshop) -> list[Note]:
    """The notes of the parking lot, in order; a merged one stands inside another."""
    parked = workshop[Note].where("stage", None)
    return in_order(note for note in parked if note.merged_into is None)


def park(workshop: Workshop, notes: Sequence[NoteId], *, actor: str = FACILITATOR) -> None:
    """Moves notes to the parking lot, with everything merged into them; function and author stay.
    Raises `Refused` (`note.merged`)."""
    found = [workshop[Note][note] for note in notes]
    for note in found:
        if note.merged_into is not None:
            raise Refused("note.merged", nr=note.nr)
    with workshop.step("note.park", actor=actor, **told(found)):
        for root in found:
            for note in family(workshop, root.id):
                rewrite(workshop, note, **ASIDE)
            if not workshop[ParkedPoint].where("note", root.id):
                workshop[ParkedPoint].add(ParkedPoint(note=root.id))
        drop_empty_clusters(workshop, {note.cluster for note in found})


def park_text(
    workshop: Workshop, text: str, *, actor: str = FACILITATOR, **about: Unpack[About]
) -> Note:
    """Writes a note straight into the parking lot. Raises `Refused` as `add_note` does."""
    nr = workshop.sequence.get(NUMBERS, 0) + 1
    with workshop.step("note.park", actor=actor, count=1, nr=nr):
        return add_note(workshop, None, text, actor=actor, **about)
