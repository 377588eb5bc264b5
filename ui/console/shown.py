"""What the console shows of a session: every part follows the workshop and its run."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from ui.console import board_words, room_words
from ui.console.board_desk import BoardDesk
from ui.console.frame import ConsoleFrame
from ui.console.privacy import Privacy
from ui.console.rail import rows_of
from ui.console.run import Run
from ui.kind_words import kind_name
from ui.kinds.registry import KindPane, make_pane
from ui.session import Session
from ui.translate import tr
from ui.widgets.typing_lane import TypingLane
from workshop import agenda, boards, capture, clock, people, sheets
from workshop.changes import Step
from workshop.kept_sheets import SheetKeeper
from workshop.records.agenda import Board, Lane, Stage
from workshop.records.details import Details
from workshop.records.people import Participant

_READ_HISTORY_AFTER_MS = 50
"""Not before the window is painted."""
_ON_THE_BOARD = {
    "stage", "board", "lane", "revealed_lane", "note", "cluster", "function", "participant",
}  # fmt: skip
"""Tables that the board of a stage is made from."""
_ON_THE_RAIL = {"stage", "details", "clock_event"}


class ConsoleShown(ConsoleFrame):
    """Shows what holds now. It changes nothing of the workshop."""

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
        self._sheets = SheetKeeper(session.workshop)
        self._covered_sheets = SheetKeeper(session.workshop, for_room=True)
        self._knows_history = False
        self._instead = ""
        self.pane: KindPane | None = None
        super().__init__(
            partial(capture.read_line, self._workshop), self._find_people, menu_button, parent
        )
        self.desk = BoardDesk(session, self.notes)
        session.stepped.connect(self._stepped)
        session.saved.connect(self._saved)
        session.trouble.connect(self._show_saving)
        run.looked.connect(self._show_stage)
        run.ticked.connect(self._tick)
        run.feed.changed.connect(self.show_room)
        privacy.changed.connect(self._show_private)
        self.notes.viewport_changed.connect(self._show_bar)
        QTimer.singleShot(_READ_HISTORY_AFTER_MS, self, self._learn_history)

    @property
    def stage(self) -> Stage | None:
        """The stage that is shown."""
        return self.run.shown

    def _find_people(self, beginning: str) -> Sequence[Participant]:
        """Whom a typed beginning may mean; nobody where a board keeps no names."""
        if (
            self.stage is not None
            and boards.attribution_of(self._workshop, self.stage.id) == "none"
        ):
            return ()
        return capture.people_called(self._workshop, beginning)

    @property
    def chosen_lane(self) -> Lane | None:
        """The lane that is typed into, where lanes are a list."""
        return self._lanes.chosen(self.stage)

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

    def focus_pane(self) -> bool:
        """Gives what the kind shows the focus, if it takes it; whether it did."""
        if self.pane is None or not self.pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return False
        if not self.is_asking():
            self.pane.setFocus()
        return True

    def focus_stage(self) -> None:
        """Puts the focus where a stage begins."""
        if self.is_asking() or not self.focus_pane():
            self.focus_capture()

    def show_all(self) -> None:
        """Shows everything; asks for functions where there are none."""
        self._show_functions()
        self._show_stage()
        self._show_saving()
        if people.functions(self._workshop):
            self._show_chooser(False)
        else:
            self.offer_functions()

    def offer_functions(self) -> None:
        """Asks which functions are in the room."""
        self.chooser.begin({one.name for one in people.functions(self._workshop)})
        self._show_chooser(True)

    def _stepped(self, step: Step) -> None:
        self._knows_history = True
        self.say("")  # what was said held before this step
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
        """Another stage is looked at: the focus goes where it begins, or stays on the rail."""
        self.say("")
        stage, walks = self.stage, self.rail.has_focus()
        self.pane = make_pane(stage.kind, self.run) if stage else None
        self.show_pane(self.pane)
        self.prompt.show()
        self._show_heads()
        self._show_notes()
        self._tick()
        if self.isVisible() and not walks:
            self.focus_stage()
        self.conditions_changed.emit()

    def _show_heads(self) -> None:
        stage, on = self.stage, self.run.on
        self.rail.show_rows(rows_of(self._workshop, on.id if on else None, self.run.now()))
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
            sheet = self._covered_sheets.sheet(stage.id)
        else:
            sheet = self._sheets.sheet(stage.id, self._session.saving)
        self.notes.can_edit = not masked
        self.capture.hide_words(masked)
        was_typing = self.capture.isAncestorOf(QApplication.focusWidget() or self)
        self.show_board(sheet is not None, self.pane is not None and self.pane.takes_notes)
        if was_typing and not self.takes_notes():
            self.focus_stage()  # the bar has gone with its board
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
            count = sum(pile.shown_count for pile in self.notes.board.sheet.piles)
            left = boards.silent_left(self._workshop, board, self.run.now())
            budget = board_words.budget(self._workshop, board)
            self.bar.show_board(board, count, self.notes.viewport.scale, left, budget)
            if self._instead:
                self.bar.about.setText(" ".join(filter(None, (self._instead, budget))))

    def _tick(self) -> None:
        """A second has passed."""
        masked = self._privacy.masked
        self.clock.show_run(self.run, masked)
        self.side.show_late(0 if masked else self.run.late_by())
        self._say_what_room_sees()
        stage = self.stage
        if stage is None:
            return
        found = self.run.current_step(stage)
        is_on = clock.current_stage(self._workshop) == stage
        self.side.steps.mark(found.index if found is not None and is_on else -1)
        if self.pane is not None:
            self._show_pane_again(self.pane, stage)
        board = boards.board_of(self._workshop, stage.id)
        if board is not None and board.silent_since is not None:
            self._show_bar()

    def _show_pane_again(self, pane: KindPane, stage: Stage) -> None:
        """A page may have been turned, which changes what stands around it."""
        pane.show_stage(stage)
        self.prompt.setVisible(not pane.stands_for_prompt)
        takes = pane.takes_notes or boards.board_of(self._workshop, stage.id) is not None
        if takes != self.takes_notes() and not self.is_asking():
            self._show_notes()
        self._says_whose()

    def _says_whose(self) -> None:
        """The line says who speaks, where the next note is theirs."""
        speaker = self.pane.author() if self.pane is not None else None
        self.capture.show_speaker(self._workshop[Participant].get(speaker))

    def _say_what_room_sees(self) -> None:
        """Where the room does not see the board that is shown, its bar says so."""
        feed, stage = self.run.feed, self.stage
        looks_here = stage is not None and stage.id == feed.showing.stage
        instead = room_words.instead(feed.view, looks_here)
        if instead != self._instead:
            self._instead = instead
            self._show_bar()

    def show_room(self) -> None:
        """What the room sees has changed."""
        feed = self.run.feed
        if self.pane is not None and self.stage is not None:
            self._show_pane_again(self.pane, self.stage)
        self._say_what_room_sees()
        self.side.preview.show_view(feed.view)
        self.side.room_keys.show_view(feed.view, feed.frozen)
        self.room_words.setText(room_words.told(feed.view, feed.frozen))
        self.room_words.adjustSize()
        words = tr("Show room") if feed.view.blank else tr("Blank room")
        if self.blank_button.text() != words:
            self.blank_button.say(words, tr("B  F9"))

    def _show_private(self) -> None:
        self._tick()
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
