"""Which notes are selected, and which one the keys act on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """Selected notes in the order they were selected; `current` is where the keys are."""

    notes: tuple[int, ...] = ()
    current: int | None = None

    def __contains__(self, note: int) -> bool:
        return note in self.notes

    def only(self, note: int) -> Selection:
        """This note alone."""
        return Selection((note,), note)

    def with_current(self, note: int | None) -> Selection:
        """The same notes, with the keys on one of them."""
        return Selection(self.notes, note)

    def cleared(self) -> Selection:
        """No note; the keys stay where they are."""
        return Selection((), self.current)

    def toggled(self, note: int) -> Selection:
        """With a note more, or less if it was selected."""
        if note in self.notes:
            return Selection(tuple(other for other in self.notes if other != note), note)
        return Selection((*self.notes, note), note)

    def extended(self, notes: Iterable[int]) -> Selection:
        """With more notes; the keys act on the last of them."""
        more = tuple(dict.fromkeys((*self.notes, *notes)))
        return Selection(more, more[-1] if more else self.current)

    def among(self, notes: Collection[int]) -> Selection:
        """Without notes that are not there any more."""
        kept = tuple(note for note in self.notes if note in notes)
        return Selection(kept, self.current if self.current in notes else None)
