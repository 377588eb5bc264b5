"""What is being typed of a stage itself: its private notes, and the line of its kind."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from ui.console.notes_editor import from_text
from ui.console.view import ConsoleView
from ui.session import Session
from workshop.keeping.drafts import LINE, PRIVATE, Draft
from workshop.records.agenda import Stage
from workshop.records.words import StageId


class StageDrafts(QObject):
    """Follows the editor of private notes and the line of the pane that is shown."""

    def __init__(self, session: Session, view: ConsoleView, kept_after_ms: int) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._typed: dict[str, Draft] = {}
        self._timer = QTimer(self, singleShot=True, interval=kept_after_ms)
        self._timer.timeout.connect(self.keep)
        view.side.private.drafted.connect(self._note_private)
        view.run.looked.connect(self._follow_pane)
        self._follow_pane()

    def keep(self) -> None:
        """Keeps what is typed now."""
        self._timer.stop()
        for draft in self._typed.values():
            self._session.keep_draft(draft)
        self._typed = {}

    def restore(self) -> None:
        """Puts back what was typed when the workshop was open last; what was about to be seen by
        the room is kept as it is instead of being shown."""
        kept, view = self._session.drafts, self._view
        for place in (LINE, PRIVATE):
            stage = kept[place].where.get("stage") if place in kept else None
            if stage is None:
                continue
            if stage not in self._session.workshop[Stage]:
                self._session.keep_draft(Draft(place))
                continue
            view.run.look_at(StageId(stage))
            if place == PRIVATE:
                view.side.private.put_back(stage, from_text(kept[place].text))

    def _note(self, draft: Draft) -> None:
        """A text is kept a moment later; that there is none any more at once."""
        if draft.text:
            self._typed[draft.place] = draft
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._typed.pop(draft.place, None)
            self._session.keep_draft(draft)

    def _note_private(self, stage: int, text: str) -> None:
        self._note(Draft(PRIVATE, text, {"stage": stage} if text else {}))

    def _follow_pane(self) -> None:
        """The pane of the stage that is shown gets what was typed there before."""
        pane, stage = self._view.pane, self._view.stage
        line = pane.draft_line if pane is not None else None
        if line is None or stage is None:
            return
        self.keep()
        draft = self._session.drafts.get(LINE)
        if draft is not None and draft.where.get("stage") == stage.id:
            line.setText(draft.text)
        where = {"stage": int(stage.id)}
        line.textChanged.connect(lambda text: self._note(Draft(LINE, text, where if text else {})))
