"""The open workshop as windows know it: what changed, what is not on disk yet, what went wrong.

Windows change the workshop through `attempt` only, hear of every step, and fetch what they show.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from ui import messages
from workshop.changes import Step, StepId
from workshop.document import CLOSING_SECONDS, Document
from workshop.errors import CoxswainError, FileProblem
from workshop.state import Workshop

log = logging.getLogger(__name__)

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
    """The work goes on in this file, since the one before cannot be used any more."""
    _written = Signal(object)
    _stuck = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._path = document.path
        self._notes_of: dict[StepId, frozenset[int]] = {}
        # The document calls from the writer's thread; a queued signal brings it to ours.
        self._written.connect(self._on_disk, Qt.ConnectionType.QueuedConnection)
        self._stuck.connect(self._tend, Qt.ConnectionType.QueuedConnection)
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

    def add_picture(self, data: bytes, media_type: str) -> str:
        """Keeps a picture in the file; returns the hash by which notes name it. Raises `Refused`
        for one that is too large."""
        return self._document.add_picture(data, media_type)

    def picture(self, hash: str) -> bytes | None:
        """The bytes of a picture, or None where there is none, or where it cannot be read now.
        Waits for the disk; may be called from another thread."""
        try:
            found = self._document.picture(hash)
        except CoxswainError as error:
            log.warning("The picture %s cannot be read: %s", hash, error)
            return None
        return found.data if found else None

    def go_on_at(self, path: Path) -> bool:
        """Keeps the whole workshop in another file and goes on there."""
        return self.attempt(lambda: self._document.go_on_at(path)) and self._look_where()

    def close(self) -> None:
        """Waits until everything is on disk and closes the file. Raises `FileProblem`; then the
        workshop stays open."""
        stuck = self._document.trouble is not None
        self._document.close(_PATIENCE_IN_TROUBLE if stuck else CLOSING_SECONDS)
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
        self._document.tend()
        self.trouble.emit(messages.sentence(problem) if problem else "")
        self._look_where()

    def _look_where(self) -> bool:
        if self._document.path != self._path:
            self._path = self._document.path
            self.moved.emit(self._path)
        return True
