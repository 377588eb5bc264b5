"""A workshop at work: the agenda on the left, the notes of a stage, the capture bar below."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from ui import actions
from ui.appearance import current
from ui.console.board_desk import BoardDesk
from ui.kind_words import kind_name
from ui.session import Session
from ui.translate import tr
from ui.widgets.agenda_rail import rows_of
from ui.widgets.typing_lane import TypingLane
from ui.widgets.workshop_frame import WorkshopFrame
from workshop import agenda, boards, capture, clock, notes, people, sheets
from workshop.board.sheet import PileKey
from workshop.changes import Step
from workshop.records.agenda import Board, Stage
from workshop.records.details import Details
from workshop.records.words import FunctionId

_READ_HISTORY_AFTER_MS = 50
"""Not before the window is painted."""
_ON_THE_BOARD = {"stage", "board", "lane", "note", "cluster", "function", "participant"}
"""Tables that the notes of a stage are made from."""


class WorkshopView(WorkshopFrame):
    """Shows the workshop of a session and passes on what the facilitator does."""

    conditions_changed = Signal()
    """What can be asked for may have changed."""

    def __init__(
        self, session: Session, menu_button: QToolButton, parent: QWidget | None = None
    ) -> None:
        self._session = session
        self._workshop = session.workshop
        self._lanes = TypingLane(session.workshop)
        self._knows_history = False
        super().__init__(lambda text: capture.read_line(self._workshop, text), menu_button, parent)
        self.desk = BoardDesk(session, self.notes)
        self._connect()
        self._show_all()
        QTimer.singleShot(_READ_HISTORY_AFTER_MS, self, self._learn_history)

    def _connect(self) -> None:
        session = self._session
        session.stepped.connect(self._stepped)
        session.saved.connect(self._saved)
        self.notes.lane_pressed.connect(self._choose_lane)
        session.trouble.connect(self._show_saving)
        session.refused.connect(self.capture.say)
        self.rail.stage_chosen.connect(self._show_stage)
        self.head.next_wanted.connect(lambda: self.turn_stage(1))
        self.status.undo_wanted.connect(self.undo)
        self.notes.selection_changed.connect(self.conditions_changed)
        self.desk.left.connect(self.focus_capture)
        self.desk.edited.connect(lambda: self.capture.say(""))
        self.capture.notes_typed.connect(self._add_notes)
        self.capture.last_wanted.connect(self._edit_last)
        self.capture.left.connect(self._leave_capture)
        self.no_board.board_wanted.connect(self._add_board)
        self.chooser.chosen.connect(self._add_functions)

    # What the window asks.

    @property
    def stage(self) -> Stage | None:
        """The stage that is shown."""
        return self._workshop[Stage].get(self.rail.chosen)

    def has_next(self, by: int) -> bool:
        """Whether there is a stage so many places on (below zero: back)."""
        return 0 <= self._place() + by < self.rail.model().rowCount()

    def offers(self) -> dict[str, str]:
        """What can be done now, by the conditions of `ui.actions`; for undo and redo, in words."""
        undo = self._session.undo_words() if self._knows_history else ""
        redo = self._session.redo_words() if self._knows_history else ""
        found = {
            actions.WORKSHOP: True,
            actions.UNDO: bool(undo),
            actions.REDO: bool(redo),
            actions.NOTE: bool(self.desk.chosen),
            actions.LANES: bool(self._lanes.of(self.stage)),
            actions.FORWARD: self.has_next(1),
            actions.BACKWARD: self.has_next(-1),
        }
        words = {actions.UNDO: undo, actions.REDO: redo}
        return {name: words.get(name, "") for name, holds in found.items() if holds}

    def show_stage(self, key: str) -> None:
        """Shows the stage of this key."""
        for stage in self._workshop[Stage]:
            if stage.key == key:
                self.rail.choose(stage.id)

    def turn_stage(self, by: int) -> None:
        """Shows the stage so many places on."""
        if self.has_next(by):
            self.rail.setCurrentIndex(self.rail.model().index(self._place() + by, 0))
            self.focus_capture()

    def turn_lane(self, by: int) -> None:
        """Types into the lane so many places on, where lanes are a list."""
        self._lanes.turn(self.stage, by)
        self._show_lane()

    def undo(self) -> None:
        """Takes the last step back."""
        self._session.undo()

    def redo(self) -> None:
        """Does again what was undone last."""
        self._session.redo()

    def edit_note(self) -> None:
        """Opens the editor on the chosen note."""
        for note in self.desk.chosen[-1:]:
            self.desk.edit(note)

    def delete_note(self) -> None:
        """Deletes the chosen notes."""
        self.desk.delete(self.desk.chosen)

    def choose_function(self, index: int) -> None:
        """Chooses whose note the next one will be, counted from 0."""
        self.capture.choose(index)

    def offer_functions(self) -> None:
        """Asks which functions are in the room."""
        self.chooser.begin({one.name for one in people.functions(self._workshop)})
        self._show_chooser(True)

    def refresh_colours(self) -> None:
        """Draws anew what keeps colours."""
        self.capture.refresh()
        self.notes.set_theme(current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nothing else has a use for."""
        if event.key() == Qt.Key.Key_Escape and self.notes.hasFocus():
            self.focus_capture()
        else:
            super().keyPressEvent(event)

    # What the facilitator does.

    def _add_notes(self, text: str) -> None:
        stage = self.stage
        if stage is None:
            return
        whose, lane = self.capture.function, self._lanes.chosen(stage)
        into = lane.id if lane else None
        several = len(text.splitlines()) > 1
        add = capture.add_lines if several else notes.add_note
        if self._session.attempt(
            lambda: add(self._workshop, stage.id, text, function=whose, lane=into)
        ):
            self.capture.accept()
            self._reveal_last()

    def _edit_last(self) -> None:
        """Opens the editor on the note with the highest number."""
        self.desk.edit(self.last_note())

    def last_note(self) -> int:
        """The id of the note with the highest number in this stage, 0 if there is none."""
        stage = self.stage
        found = notes.notes_of(self._workshop, stage.id) if stage else []
        return max(found, key=lambda note: note.nr or 0).id if found else 0

    def _reveal_last(self) -> None:
        last = self.last_note()
        self.desk.reveal(last)

    def _leave_capture(self) -> None:
        """Esc in the capture bar: to the notes, or to the agenda where there are none."""
        note = self.notes.selection.current or self.last_note()
        if note:
            self.notes.setFocus()
            self.notes.select(note)
        else:
            self.rail.setFocus()

    def _add_functions(self, names: list[str]) -> None:
        def add() -> None:
            with self._workshop.step("function.add_many", count=len(names)):
                for name in names:
                    people.add_function(self._workshop, name)

        if not names or self._session.attempt(add):
            self._show_chooser(False)
            self.focus_capture()

    def _add_board(self) -> None:
        stage = self.stage
        if stage and self._session.attempt(lambda: boards.add_board(self._workshop, stage.id)):
            self.focus_capture()

    def _place(self) -> int:
        return self.rail.currentIndex().row()

    def _choose_lane(self, pile: PileKey) -> None:
        """A lane was pressed: the next note goes there."""
        kind, id = pile
        if kind == "function":
            self.capture.choose_function(FunctionId(id))
        elif kind == "lane":
            self._lanes.choose(id)
            self._show_lane()
        self.focus_capture()

    def _show_lane(self) -> None:
        lane = self._lanes.chosen(self.stage)
        self.capture.show_lane(sheets.lane_name(lane) if lane else "")

    # What is shown.

    def _show_all(self) -> None:
        self._show_agenda()
        first = clock.current_stage(self._workshop) or next(
            iter(agenda.stages(self._workshop)), None
        )
        if first is not None:
            self.rail.choose(first.id)
        self._show_functions()
        self._show_saving()
        if people.functions(self._workshop):
            self._show_chooser(False)
        else:
            self.offer_functions()

    def _stepped(self, step: Step) -> None:
        self._knows_history = True
        touched = {change.table for change in step.changes}
        if touched & {"stage", "details"}:
            self._show_agenda()
        if touched & {"function"}:
            self._show_functions()
        if touched & _ON_THE_BOARD:
            self._show_stage_head()
            self._show_notes()
        self._show_saving()

    def _show_agenda(self) -> None:
        details = self._workshop[Details].get(1)
        self.rail_head.show_workshop(details)
        self.rail.show_rows(rows_of(self._workshop))

    def _show_functions(self) -> None:
        there = [one for one in people.functions(self._workshop) if not one.absent]
        self.capture.show_functions(there)

    def _show_chooser(self, asked: bool) -> None:
        self.ask_functions(asked)
        self._show_notes()

    def _show_stage(self) -> None:
        """Another stage was chosen."""
        self.capture.say("")
        self._show_stage_head()
        self._show_notes()
        self.conditions_changed.emit()

    def _show_stage_head(self) -> None:
        stage = self.stage
        if stage is None:
            self.head.show_stage(tr("No stages yet"), "", has_next=False)
            self.prompt.set_text("")
            return
        place = tr(
            "Stage {number} of {count} · {kind}",
            number=agenda.number_of(self._workshop, stage.id),
            count=len(self._workshop[Stage]),
            kind=kind_name(stage.kind),
        )
        self.head.show_stage(stage.title, place, has_next=self.has_next(1))
        self.prompt.set_text(stage.prompt)
        board = boards.board_of(self._workshop, stage.id) or Board(stage=stage.id)
        self.capture.warn_past(board.max_words)

    def _show_notes(self) -> None:
        stage = self.stage
        saving = self._session.saving
        sheet = sheets.console_sheet(self._workshop, stage.id, saving) if stage else None
        self.show_board(sheet is not None)
        self.no_board.setEnabled(stage is not None)
        self._show_lane()
        self.desk.show(sheet)

    def _saved(self) -> None:
        self._show_notes()
        self._show_saving()

    def _show_saving(self) -> None:
        self.status.show_state(self._session.is_saved, self._session.trouble_now)
        self._show_history()

    def _show_history(self) -> None:
        """What can be undone. After opening this waits a moment, since it reads the file."""
        if self._knows_history:
            self.status.show_undo(self._session.undo_words())
        self.conditions_changed.emit()

    def _learn_history(self) -> None:
        self._knows_history = True
        self._show_history()
