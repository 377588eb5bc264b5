"""Which notes one wants to see: by function, author, grade of evidence and cluster."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace

from workshop.frozen import frozen
from workshop.notes import family
from workshop.records.notes import Note
from workshop.records.words import ClusterId, FunctionId, NoteId, ParticipantId
from workshop.state import Workshop


@frozen
class NoteFilter:
    """What is wanted of each kind; nothing of a kind means that it does not matter.

    None among them stands for notes without a function, an author, a grade or a cluster.
    """

    functions: frozenset[FunctionId | None] = frozenset()
    authors: frozenset[ParticipantId | None] = frozenset()
    grades: frozenset[str | None] = frozenset()
    clusters: frozenset[ClusterId | None] = frozenset()

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    def toggled(self, kind: str, value: object) -> NoteFilter:
        """The same with one thing more that is wanted, or less."""
        return replace(self, **{kind: getattr(self, kind) ^ {value}})

    def takes(self, note: Note) -> bool:
        """Whether a note by itself is wanted."""
        wanted = (
            (self.functions, note.function),
            (self.authors, note.author),
            (self.grades, note.evidence),
            (self.clusters, note.cluster),
        )
        return all(not some or value in some for some, value in wanted)


def matching(workshop: Workshop, notes: Iterable[NoteId], wanted: NoteFilter) -> frozenset[NoteId]:
    """Those of the notes that are wanted, or that something wanted was merged into."""
    return frozenset(
        note for note in notes if any(wanted.takes(one) for one in family(workshop, note))
    )
