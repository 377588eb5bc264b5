"""Suggests clusters: looks for notes that say similar things, and does what is accepted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

from ui.console.cluster_verbs import ClusterVerbs
from ui.console.suggestion_bar import SuggestionBar
from ui.translate import tr
from workshop import clusters, merging, similarity
from workshop.notes import notes_of
from workshop.records.notes import Note
from workshop.records.words import ClusterId, NoteId, StageId
from workshop.similarity import Suggestion

AT_ONCE = 500
"""Up to so many notes are looked through at once, more of them beside the window's work."""

Found = list[Suggestion[NoteId]]


class Suggestions(QObject):
    """The suggestions for the board that is shown, one of them at a time."""

    said = Signal(str)
    left = Signal()
    """There is nothing more to accept or refuse."""
    _found = Signal(int, list)

    def __init__(self, verbs: ClusterVerbs, bar: SuggestionBar) -> None:
        super().__init__(verbs)
        self._verbs, self._bar = verbs, bar
        self._left: Found = []
        self._at = 0
        self._refused: set[frozenset[int]] = set()
        self._search = 0
        bar.accepted.connect(self._accept)
        bar.merged.connect(self._merge)
        bar.refused.connect(self._refuse)
        bar.turned.connect(self._turn)
        bar.left.connect(self.leave)
        self._found.connect(self._show_found)

    @property
    def current(self) -> Suggestion[NoteId] | None:
        """The suggestion that is shown."""
        return self._left[self._at] if self._left else None

    def begin(self) -> None:
        """Looks for notes that say similar things."""
        stage, view = self._verbs.stage, self._verbs.view
        if stage is None or not view.can_edit:
            return
        rows = self._rows(stage.id)
        texts = {note.id: note.text for note in rows}
        lies_in = {note.id: note.cluster for note in rows if note.cluster is not None}
        self._search += 1
        search = self._search

        def look() -> None:
            found = similarity.suggestions(texts, lies_in)
            if isValid(self):  # the workshop may have been closed meanwhile
                self._found.emit(search, found)

        if len(texts) <= AT_ONCE:
            look()
        else:
            self.said.emit(tr("Looking for notes that say similar things…"))
            QThreadPool.globalInstance().start(_Job(look))

    def _rows(self, stage: StageId) -> list[Note]:
        """What may be put together: loners stay on their own."""
        return [note for note in notes_of(self._verbs.workshop, stage) if not note.loner]

    def follow(self) -> None:
        """The board has changed: what does not hold any more is not suggested any more."""
        if not self._left:
            return
        shown, there, before = self.current, self._verbs.view.board.notes, len(self._left)
        still = [one for one in self._left if all(note in there for note in one.notes)]
        self._left = [one for one in still if self._holds(one)]
        if len(self._left) < before:
            stays = shown is not None and shown in self._left
            self._at = self._left.index(shown) if stays and shown else self._within(self._at)
            self._show(keys=self._bar.hasFocus())

    def leave(self) -> None:
        """Suggests nothing more."""
        self._search += 1
        was_on = bool(self._left) or not self._bar.isHidden()
        self._left = []
        self._verbs.view.outlines.show(())
        self._bar.hide()
        if was_on:
            self.left.emit()

    def _holds(self, suggestion: Suggestion[NoteId]) -> bool:
        """Whether its notes do not lie together yet."""
        notes = [self._verbs.workshop[Note][note] for note in suggestion.notes]
        there = {note.cluster for note in notes}
        apart = any(note.loner or note.merged_into is not None for note in notes)
        return not apart and (None in there) and len(there) <= 2

    def _show_found(self, search: int, found: Found) -> None:
        if search != self._search:
            return
        self._left = [one for one in found if frozenset(one.notes) not in self._refused]
        self._at = 0
        if not self._left:
            self.leave()
            words = tr("No notes share enough words. What is said in other words is not found.")
            self.said.emit(words)
        else:
            self.said.emit("")
            self._show()

    def _show(self, *, keys: bool = True) -> None:
        """Shows the current suggestion; the bar takes the keys where that is asked for."""
        shown = self.current
        if shown is None:
            self.leave()
            return
        view = self._verbs.view
        others = {note for one in self._left for note in one.notes}
        view.outlines.show(shown.notes, others - set(shown.notes))
        view.show_notes(shown.notes)
        self._bar.show_suggestion(
            self._at + 1, len(self._left), shown.shared, len(shown.notes), shown.same
        )
        if keys:
            self._bar.setFocus()

    def _turn(self, by: int) -> None:
        if self._left:
            self._at = (self._at + by) % len(self._left)
            self._show()

    def _refuse(self) -> None:
        shown = self.current
        if shown is not None:
            self._refused.add(frozenset(shown.notes))
            self._take_away(shown)
            self._show()

    def _accept(self) -> None:
        shown = self.current
        if shown is None:
            return
        workshop, notes = self._verbs.workshop, list(shown.notes)
        rows = [workshop[Note][note] for note in notes]
        into: ClusterId | None = next((row.cluster for row in rows if row.cluster), None)
        self._take_away(shown)
        if into is None:
            if not self._verbs.make(notes):
                self._show()
        else:
            loose = [row.id for row in rows if row.cluster is None]
            self._do(lambda: clusters.add_to_cluster(workshop, into, loose))
            self._show()

    def _merge(self) -> None:
        shown = self.current
        if shown is not None:
            notes = list(shown.notes)
            self._take_away(shown)
            self._do(lambda: merging.merge_notes(self._verbs.workshop, notes))
            self._show()

    def resume(self) -> bool:
        """Goes on with the next suggestion; whether there is one."""
        if self._left:
            self._show()
        elif not self._bar.isHidden():
            self.leave()
        return bool(self._left)

    def _take_away(self, shown: Suggestion[NoteId]) -> None:
        self._left = [one for one in self._left if one is not shown]
        self._at = self._within(self._at)

    def _within(self, at: int) -> int:
        return min(at, max(0, len(self._left) - 1))

    def _do(self, verb: Callable[[], object]) -> None:
        self._verbs.attempt(verb)


class _Job(QRunnable):
    """A piece of work for another thread."""

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()
