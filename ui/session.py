"""The open workshop as windows know it: what changed, what is not on disk yet, what went wrong.

Windows change the workshop through `attempt` only, hear of every step, and fetch what they show.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from ui import crash, messages
from workshop.changes import Step, StepId
from workshop.document import CLOSING_SECONDS, KEEPING_PAUSE, Document
from workshop.errors import CoxswainError, FileProblem
from workshop.keeping.drafts import Draft
from workshop.state import Workshop
from workshop.store.elsewhere import Elsewhere
from workshop.store.pictures import Picture
from workshop.store.writer import WAITING_SLICE, Waiting, waits

_PATIENCE_IN_TROUBLE = 1.0
"""Seconds that closing waits for a disk that is known to take nothing."""


class Session(QObject):
    """Owns a document from its opening to its closing."""

    stepped = Signal(object)
    """A step was taken: it is in memory and on its way to the disk."""
    saved = Signal()
    """Something more is on disk."""
    refused = Signal(str)
    """A sentence: what was asked for cannot be done."""
    trouble = Signal(str)
    """A sentence: why the disk takes nothing at the moment; empty when it does again."""
    moved = Signal(Path)
    """The work goes on in this file, as it was asked for."""
    kept = Signal(Path, str)
    """The work goes on in this file, since the one before did not take what memory had taken: a bug
    of the program, with its report."""
    cannot_move = Signal(str)
    """A sentence: why the work cannot go on in the file that was asked for."""
    _written = Signal(object)
    _stuck = Signal(object)
    _elsewhere = Signal(object, object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._path = document.path
        self._notes_of: dict[StepId, frozenset[int]] = {}
        self._moving: threading.Thread | None = None
        self._report = ""
        self._tending = QTimer(self)
        self._tending.setInterval(int(KEEPING_PAUSE * 1000))
        self._tending.timeout.connect(self._tend_again)
        # The document calls from the writer's thread; a queued signal brings it to ours.
        self._written.connect(self._on_disk, Qt.ConnectionType.QueuedConnection)
        self._stuck.connect(self._tend, Qt.ConnectionType.QueuedConnection)
        self._elsewhere.connect(self._arrive, Qt.ConnectionType.QueuedConnection)
        document.workshop.listeners.append(self._hear)
        document.saved_listeners.append(self._written.emit)
        document.trouble_listeners.append(self._stuck.emit)

    @property
    def workshop(self) -> Workshop:
        return self._document.workshop

    @property
    def path(self) -> Path:
        return self._document.path

    @property
    def saving(self) -> frozenset[int]:
        """The notes that are not on disk as they stand."""
        return frozenset(note for notes in self._notes_of.values() for note in notes)

    @property
    def is_saved(self) -> bool:
        """Whether everything is on disk."""
        return not self._notes_of

    @property
    def trouble_now(self) -> str:
        """Why the disk takes nothing; empty where it does."""
        problem = self._document.trouble
        return messages.sentence(problem) if problem else ""

    def attempt(self, verb: Callable[[], object]) -> bool:
        """Does what a facilitator asks for; where that is refused, says why and changes nothing."""
        try:
            verb()
        except CoxswainError as error:
            self.refused.emit(messages.sentence(error))
            return False
        return True

    def undo(self) -> bool:
        """Takes the facilitator's last step back. False where there is none or it is refused."""
        return bool(self.undo_words()) and self.attempt(self._document.history.undo)

    def redo(self) -> bool:
        """Does again what was undone last. False where there is nothing or it is refused."""
        return bool(self.redo_words()) and self.attempt(self._document.history.redo)

    def undo_words(self) -> str:
        """What undo would do, such as "Undo add note 14"; empty where there is nothing."""
        step = self._next(self._document.history.next_undo)
        return messages.undo_words(step) if step else ""

    def redo_words(self) -> str:
        """What redo would do; empty where there is nothing."""
        step = self._next(self._document.history.next_redo)
        return messages.redo_words(step) if step else ""

    def _next(self, find: Callable[[], Step | None]) -> Step | None:
        """A step of the history, which is read from the file when it is first asked for."""
        try:
            return find()
        except CoxswainError as error:
            self.refused.emit(messages.sentence(error))
            return None

    def picture(self, hash: str) -> Picture | None:
        """The picture of this hash, or None; from any thread. Raises `FileProblem`."""
        return self._document.picture(hash)

    @property
    def drafts(self) -> dict[str, Draft]:
        """What is being typed, by place, also what was when the workshop was open last."""
        return self._document.drafts

    def keep_draft(self, draft: Draft) -> None:
        """Keeps what is being typed, on the disk a moment later; without a text, nothing is."""
        if self._document.drafts.get(draft.place, Draft(draft.place)) != draft:
            self._document.keep_draft(draft)

    @property
    def older_copy(self) -> Path | None:
        """Where the file stands as it was, if it was of an older version."""
        return self._document.older_copy

    @property
    def other_holder(self) -> dict[str, str]:
        """Who seems to have the file open on another computer."""
        return self._document.other_holder

    @property
    def is_moving(self) -> bool:
        """Whether another file is being written."""
        return self._moving is not None

    def go_on_at(self, path: Path) -> None:
        """Begins to write the whole workshop to another file, in the background. When it is there,
        `moved` says so and the work goes on in it; where that fails, `cannot_move` says why."""
        if self.is_moving:
            return
        new = self._document.prepare_move(path)

        def write() -> None:
            problem = None
            try:
                new.write()
            except CoxswainError as found:
                problem = found
            self._elsewhere.emit(new, problem)

        self._moving = threading.Thread(target=write, name="workshop-elsewhere", daemon=True)
        self._moving.start()

    def _arrive(self, new: Elsewhere, problem: CoxswainError | None) -> None:
        self._moving = None
        if problem is not None:
            self.cannot_move.emit(messages.sentence(problem))
        else:
            self._document.complete_move(new)
            self._look_where()

    def close(self, waiting: Waiting = waits) -> None:
        """Waits until everything is on disk and closes the file; meanwhile `waiting` is called with
        what is left. Raises `FileProblem`; then the workshop stays open."""
        while self._moving is not None:
            waiting(len(self._document.pending))
            self._moving.join(WAITING_SLICE)
            QCoreApplication.sendPostedEvents(self)
        stuck = self._document.trouble is not None
        self._document.close(_PATIENCE_IN_TROUBLE if stuck else CLOSING_SECONDS, waiting)
        self._tending.stop()
        if self._hear in self.workshop.listeners:
            self.workshop.listeners.remove(self._hear)

    def _hear(self, step: Step) -> None:
        notes = frozenset(change.id for change in step.changes if change.table == "note")
        self._notes_of[step.id] = notes
        self.stepped.emit(step)

    def _on_disk(self, step: StepId) -> None:
        """Steps reach the disk in order: what came before this one is there too."""
        self._notes_of = {id: notes for id, notes in self._notes_of.items() if id > step}
        self.saved.emit()

    def _tend(self, problem: FileProblem | None) -> None:
        if problem is not None and problem.__cause__ is not None:
            self._report = crash.report(problem.__cause__)
        self._document.tend()
        self.trouble.emit(self.trouble_now)
        self._look_where()

    def _tend_again(self) -> None:
        self._document.tend()
        self._look_where()

    def _look_where(self) -> None:
        """Says it where the work has moved to another file; looks again where it has to."""
        if self._document.trouble is None:
            self._tending.stop()
        elif not self._tending.isActive():
            self._tending.start()
        if self._document.path == self._path:
            return
        self._path = self._document.path
        if self._report:
            self.kept.emit(self._path, self._report)
        else:
            self.moved.emit(self._path)
        self._report = ""
