"""A workshop at work: shows what holds now and passes on what the facilitator does."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from ui import actions
from ui.appearance import current
from ui.console import room_words
from ui.console.board_desk import BoardDesk
from ui.console.board_verbs import BoardVerbs
from ui.console.frame import ConsoleFrame
from ui.console.privacy import Privacy
from ui.console.rail import rows_of
from ui.console.run import Run
from ui.kind_words import kind_name
from ui.kinds.registry import KindPane, make_pane
from ui.session import Session
from ui.translate import tr
from ui.widgets.typing_lane import TypingLane
from workshop import agenda, boards, capture, clock, notes, people, sheets
from workshop.board.sheet import PileKey
from workshop.changes import Step
from workshop.records.agenda import Board, Stage
from workshop.records.details import Details
from workshop.records.words import FunctionId, StageId

_READ_HISTORY_AFTER_MS = 50
"""Not before the window is painted."""
_ON_THE_BOARD = {"stage", "board", "lane", "revealed_lane", "note", "cluster", "function",
                 "participant"}  # fmt: skip
"""Tables that the board of a stage is made from."""
_ON_THE_RAIL = {"stage", "details", "clock_event"}


class ConsoleView(ConsoleFrame):
    """The console of one session."""

    conditions_changed = Signal()
    """What can be asked for may have changed."""

    def __init__(
        self,
        session: Session,
        run: Run,
        privacy: Privacy,
        menu_button: QToolButton,
        parent: QWidget | None = None,
    ) -> None:
        self._session, self._workshop = session, session.workshop
        self.run, self._privacy = run, privacy
        self._lanes = TypingLane(session.workshop)
        self._knows_history = False
        self.pane: KindPane | None = None
        super().__init__(lambda text: capture.read_line(self._workshop, text), menu_button, parent)
        self.desk = BoardDesk(session, self.notes)
        self.verbs = BoardVerbs(run)
        self._connect()
        self._show_all()
        QTimer.singleShot(_READ_HISTORY_AFTER_MS, self, self._learn_history)

    def _connect(self) -> None:
        session, run = self._session, self.run
        session.stepped.connect(self._stepped)
        session.saved.connect(self._saved)
        session.trouble.connect(self._show_saving)
        for line in (session.refused, run.said, self.verbs.said):
            line.connect(self.capture.say)
        run.looked.connect(self._show_stage)
        run.ticked.connect(self._tick)
        run.late.connect(self._ask_late)
        run.feed.changed.connect(self.show_room)
        self._privacy.changed.connect(self._show_private)
        self._connect_parts()

    def _connect_parts(self) -> None:
        run = self.run
        self.rail.stage_chosen.connect(lambda id: run.look_at(StageId(id)))
        self.clock.pause_wanted.connect(run.toggle_pause)
        self.clock.extend_wanted.connect(run.extend)
        self.clock.primary_wanted.connect(run.press_primary)
        self.blank_button.clicked.connect(run.feed.toggle_blank)
        self.side.unmask_wanted.connect(self._privacy.toggle)
        self.question.now_wanted.connect(lambda: self._start(planned=False))
        self.question.planned_wanted.connect(lambda: self._start(planned=True))
        self.bar.state_wanted.connect(self.verbs.set_state)
        self.bar.silent_wanted.connect(self.verbs.toggle_silent)
        self.bar.reveal_wanted.connect(self.verbs.reveal)
        self.status.undo_wanted.connect(self.undo)
        self.notes.lane_pressed.connect(self._choose_lane)
        self.notes.selection_changed.connect(self.conditions_changed)
        self.notes.viewport_changed.connect(self._show_bar)
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
        return self.run.shown

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
            actions.CLOCK: self.run.on is not None,
        }
        words = {actions.UNDO: undo, actions.REDO: redo}
        return {name: words.get(name, "") for name, holds in found.items() if holds}

    def show_stage(self, key: str) -> None:
        """Shows the stage of this key."""
        for stage in self._workshop[Stage]:
            if stage.key == key:
                self.run.look_at(stage.id)

    def turn_stage(self, by: int) -> None:
        """Looks at the stage so many places on; the clock and the room stay where they are."""
        ids = self.rail.stages
        at = ids.index(self.rail.chosen) + by if self.rail.chosen in ids else -1
        if 0 <= at < len(ids):
            self.run.look_at(StageId(ids[at]))
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
        self.show_room()

    def focus_capture(self) -> None:
        """Puts the focus where the next thing is done."""
        if self.is_asking():
            self.chooser.focus_first()
        elif self.takes_notes():
            self.capture.line.setFocus()
        elif self.pane is not None and self.pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
            self.pane.setFocus()
        else:
            self.notes.clearFocus()
            self.setFocus()

    def press(self, event: QKeyEvent) -> bool:
        """Does what a key means to the kind of the stage; whether it means anything."""
        if event.key() == Qt.Key.Key_Escape and not self.capture.line.hasFocus():
            self.focus_capture()
            return True
        return self.pane is not None and not event.modifiers() and self.pane.press(event)

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
            self.desk.reveal(self.last_note())

    def _edit_last(self) -> None:
        """Opens the editor on the note with the highest number."""
        self.desk.edit(self.last_note())

    def last_note(self) -> int:
        """The id of the note with the highest number in this stage, 0 if there is none."""
        stage = self.stage
        found = notes.notes_of(self._workshop, stage.id) if stage else []
        return max(found, key=lambda note: note.nr or 0).id if found else 0

    def _leave_capture(self) -> None:
        """Esc in the capture bar: to the board, where single keys act."""
        self.notes.setFocus()
        note = self.notes.selection.current or self.last_note()
        if note:
            self.notes.select(note)

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

    def _choose_lane(self, pile: PileKey) -> None:
        """A lane was pressed: the next note goes there."""
        kind, id = pile
        if kind == "function":
            self.capture.choose_function(FunctionId(id))
        elif kind == "lane":
            self._lanes.choose(id)
            self._show_lane()
        self.focus_capture()

    def _ask_late(self, minutes: int) -> None:
        self.question.ask(minutes)

    def _start(self, planned: bool) -> None:
        self.question.hide()
        if planned:
            self.run.start_as_planned()
        else:
            self.run.start_now()
        self.focus_capture()

    # What is shown.

    def _show_all(self) -> None:
        self._show_functions()
        self._show_stage()
        self._show_saving()
        if people.functions(self._workshop):
            self._show_chooser(False)
        else:
            self.offer_functions()

    def _stepped(self, step: Step) -> None:
        self._knows_history = True
        touched = {change.table for change in step.changes}
        if touched & {"function"}:
            self._show_functions()
        if touched & (_ON_THE_BOARD | _ON_THE_RAIL):
            self._show_heads()
        if touched & _ON_THE_BOARD:
            self._show_notes()
        if "clock_event" in touched and self.run.on is not None:
            self.question.hide()
        self._show_saving()

    def _show_functions(self) -> None:
        there = [one for one in people.functions(self._workshop) if not one.absent]
        self.capture.show_functions(there)

    def _show_chooser(self, asked: bool) -> None:
        self.ask_functions(asked)
        self._show_notes()

    def _show_stage(self) -> None:
        """Another stage is looked at."""
        self.capture.say("")
        stage = self.stage
        had_focus = self.pane is not None and self.pane.hasFocus()
        self.pane = make_pane(stage.kind, self.run) if stage else None
        self.show_pane(self.pane)
        self._show_heads()
        self._show_notes()
        self._tick()
        if had_focus:
            self.focus_capture()
        self.conditions_changed.emit()

    def _show_heads(self) -> None:
        stage, on = self.stage, self.run.on
        self.rail.show_rows(rows_of(self._workshop, on.id if on else None))
        self.side.show_stage(stage, self.run.following(), self._privacy.masked)
        if stage is None:
            self.title.set_text(tr("No stages yet"))
            self.place.set_text("")
            return
        self.rail.choose(stage.id)
        details = self._workshop[Details].get(1)
        place = tr(
            "Stage {number} of {count} · {kind}",
            number=agenda.number_of(self._workshop, stage.id),
            count=len(self._workshop[Stage]),
            kind=kind_name(stage.kind),
        )
        self.title.set_text(stage.title)
        self.place.set_text(" · ".join([place, details.title] if details else [place]))
        self.prompt.set_text(stage.prompt)
        board = boards.board_of(self._workshop, stage.id) or Board(stage=stage.id)
        self.capture.warn_past(board.max_words)

    def _show_notes(self) -> None:
        stage = self.stage
        board = boards.board_of(self._workshop, stage.id) if stage else None
        masked = self._privacy.masked and board is not None and board.state == "covered"
        if stage is None or board is None:
            sheet = None
        elif masked:
            sheet = sheets.room_sheet(self._workshop, stage.id)
        else:
            sheet = sheets.console_sheet(self._workshop, stage.id, self._session.saving)
        self.notes.can_edit = not masked
        self.capture.hide_words(masked)
        self.show_board(sheet is not None)
        self.no_board.setEnabled(stage is not None)
        self._show_lane()
        self.desk.show(sheet)
        self._show_bar()

    def _show_lane(self) -> None:
        lane = self._lanes.chosen(self.stage)
        self.capture.show_lane(sheets.lane_name(lane) if lane else "")

    def _show_bar(self) -> None:
        stage = self.stage
        board = boards.board_of(self._workshop, stage.id) if stage else None
        if board is not None:
            count = len(notes.notes_of(self._workshop, board.stage))
            self.bar.show_board(board, count, self.notes.viewport.scale, self.run.now())

    def _tick(self) -> None:
        """A second has passed."""
        self.clock.show_run(self.run)
        stage = self.stage
        if stage is None:
            return
        found = self.run.current_step(stage)
        is_on = clock.current_stage(self._workshop) == stage
        self.side.steps.mark(found.index if found is not None and is_on else -1)
        if self.pane is not None:
            self.pane.show_stage(stage)
        board = boards.board_of(self._workshop, stage.id)
        if board is not None and board.silent_since is not None:
            self._show_bar()

    def show_room(self) -> None:
        """What the room sees has changed."""
        feed = self.run.feed
        self.side.preview.show_view(feed.view)
        self.room_words.setText(room_words.told(feed.view, feed.frozen))
        self.room_words.adjustSize()
        words = tr("Show room") if feed.view.blank else tr("Blank room")
        if self.blank_button.text() != words:
            self.blank_button.say(words, tr("B  F9"))

    def _show_private(self) -> None:
        self._show_heads()
        self._show_notes()

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
