"""What is being typed on the console, kept a moment later and put back at opening."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from ui.console.view import ConsoleView
from ui.session import Session
from workshop.keeping.drafts import CAPTURE, NOTE, Draft
from workshop.records.agenda import Lane, Stage
from workshop.records.notes import Note
from workshop.records.words import FunctionId, StageId

KEPT_AFTER_MS = 400
"""From the first key that is not kept yet; the rest of a second is for the disk."""


class Drafts(QObject):
    """Follows the capture bar and the editor of one console. What is taken away is taken away at
    once, so that nothing comes back that has become a note."""

    def __init__(self, session: Session, view: ConsoleView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._edited: tuple[int, str] | None = None
        """The note in the editor, and what is typed there."""
        self._timer = QTimer(self, singleShot=True, interval=KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        view.capture.line.textChanged.connect(self._typed)
        view.notes.draft_changed.connect(self._edit)
        view.notes.edit_ended.connect(self._edit_ended)
        view.run.ticked.connect(self._moved)

    def keep(self) -> None:
        """Keeps what is typed now."""
        self._timer.stop()
        self._session.keep_draft(self._capture())
        if self._edited is not None:
            note, text = self._edited
            self._session.keep_draft(Draft(NOTE, text, {"note": note}))

    def restore(self) -> None:
        """Puts back what was typed when the workshop was open last, where it was."""
        kept = self._session.drafts
        if CAPTURE in kept:
            self._put_into_bar(kept[CAPTURE])
        if NOTE in kept:
            self._put_into_editor(kept[NOTE])

    def _put_into_bar(self, draft: Draft) -> None:
        view, workshop = self._view, self._session.workshop
        stage, function, lane = (draft.where.get(name) for name in ("stage", "function", "lane"))
        if stage is not None and stage in workshop[Stage]:
            view.run.look_at(StageId(stage))
        if function is not None:
            view.capture.choose_function(FunctionId(function))
        if lane is not None and lane in workshop[Lane]:
            view.choose_lane(lane)
        view.capture.line.setText(draft.text)

    def _put_into_editor(self, draft: Draft) -> None:
        note = self._session.workshop[Note].get(draft.where.get("note"))
        if note is None:
            self._session.keep_draft(Draft(NOTE))
        elif note.stage is not None:
            self._view.run.look_at(note.stage)
            self._view.desk.edit(note.id, draft.text)

    def _capture(self) -> Draft:
        """What stands in the capture bar, and where it would go."""
        view = self._view
        text = view.capture.line.text()
        lane = view.chosen_lane
        where = {
            "stage": view.stage.id if view.stage else None,
            "function": view.capture.function,
            "lane": lane.id if lane else None,
        }
        known = {name: int(id) for name, id in where.items() if id is not None and text}
        return Draft(CAPTURE, text, known)

    def _typed(self, text: str) -> None:
        if not text:
            self._session.keep_draft(Draft(CAPTURE))
        elif not self._timer.isActive():
            self._timer.start()

    def _edit(self, note: int, text: str) -> None:
        self._edited = (note, text)
        if not self._timer.isActive():
            self._timer.start()

    def _edit_ended(self) -> None:
        self._edited = None
        self._session.keep_draft(Draft(NOTE))

    def _moved(self) -> None:
        """A second has passed: the same text may be meant for another function or stage now."""
        if self._view.capture.line.text() and not self._timer.isActive():
            self._session.keep_draft(self._capture())
