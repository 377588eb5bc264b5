"""A workshop at work: what the facilitator does on the console."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from ui import actions
from ui.appearance import current
from ui.console.board_verbs import BoardVerbs
from ui.console.glyph_check import GlyphCheck
from ui.console.groups_desk import GroupsDesk
from ui.console.incoming import Incoming
from ui.console.note_desk import NoteDesk, Parts
from ui.console.notes_editor import Typed
from ui.console.parked_panel import ParkedDesk
from ui.console.people_here import PeopleHere
from ui.console.privacy import Privacy
from ui.console.run import Run
from ui.console.scribing import Scribing
from ui.console.win_back_desk import WinBackDesk
from ui.session import Session
from workshop import agenda, boards, people
from workshop.board.sheet import PileKey
from workshop.records.agenda import Stage
from workshop.records.words import FunctionId, StageId


class ConsoleView(Scribing):
    """The console of one session."""

    def __init__(
        self,
        session: Session,
        run: Run,
        privacy: Privacy,
        menu_button: QToolButton,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, run, privacy, menu_button, parent)
        self.verbs = BoardVerbs(run)
        parts = Parts(self.capture, self.suggestion_bar, self.find_bar, lambda: privacy.masked)
        self.note_desk = NoteDesk(run, self.desk, self.verbs, parts)
        self.incoming = Incoming(session, self.notes, self.add_picture)
        self.glyphs = GlyphCheck(session)
        self.groups_desk = GroupsDesk(run, self.groups)
        self.win_back = WinBackDesk(run, privacy, self)
        self.parked, self.people_here = ParkedDesk(run, privacy, self), PeopleHere(run, self)
        said = (session.refused, run.said, self.verbs.said, self.note_desk.said,
                self.win_back.said, self.parked.said)  # fmt: skip
        for line in (*said, self.incoming.said, self.glyphs.said, self.groups_desk.said):
            line.connect(self.say)
        run.late.connect(self.question.ask)
        self._connect_parts()
        self.show_all()

    def _connect_parts(self) -> None:
        run = self.run
        self.rail.stage_chosen.connect(lambda id: run.look_at(StageId(id)))
        self.clock.pause_wanted.connect(run.toggle_pause)
        self.clock.extend_wanted.connect(run.extend)
        self.clock.back_wanted.connect(run.go_back)
        self.clock.primary_wanted.connect(run.press_primary)
        self.blank_button.clicked.connect(run.feed.toggle_blank)
        self.side.room_keys.freeze_button.clicked.connect(run.feed.toggle_frozen)
        self.side.room_keys.agreed_button.clicked.connect(run.feed.toggle_agreed)
        self.side.unmask_wanted.connect(self._privacy.toggle)
        self.side.win_back_button.clicked.connect(self.win_back.open)
        for card in (self.win_back, self.parked, self.people_here):
            card.left.connect(self.focus_stage)
        self.side.private.edited.connect(self._edit_private)
        self.question.now_wanted.connect(lambda: self._start(planned=False))
        self.question.planned_wanted.connect(lambda: self._start(planned=True))
        self.bar.state_wanted.connect(self.verbs.set_state)
        self.bar.silent_wanted.connect(self.verbs.toggle_silent)
        self.bar.reveal_wanted.connect(self.verbs.reveal)
        self.status.undo_wanted.connect(self.undo)
        self.bar.suggest_wanted.connect(self.note_desk.suggestions.begin)
        self.bar.menu_button.arrangement_wanted.connect(self.verbs.arrange)
        self.bar.menu_button.attribution_wanted.connect(self.verbs.attribute)
        self.bar.menu_button.reveal_wanted.connect(self.verbs.reveal_as)
        self.notes.lane_pressed.connect(self._choose_lane)
        self.note_desk.lane_wanted.connect(self._choose_lane)
        self.desk.shown.connect(self.note_desk.follow)
        run.looked.connect(self.note_desk.close_all)
        self._privacy.changed.connect(self.note_desk.close_all)
        self.notes.selection_changed.connect(self.conditions_changed)
        self.desk.left.connect(self.focus_capture)
        self.desk.edited.connect(lambda: self.say(""))
        self.capture.notes_typed.connect(self.add_notes)
        self.capture.last_wanted.connect(self._edit_last)
        self.capture.left.connect(self._leave_capture)
        self.capture.pasted.connect(self.read_paste)
        self._connect_incoming()
        self.no_board.board_wanted.connect(self._add_board)
        self.chooser.chosen.connect(self._add_functions)

    def _connect_incoming(self) -> None:
        self.groups_desk.opened.connect(lambda: self.show_groups(True))
        self.groups_desk.closed.connect(self._leave_groups)
        self.capture.line.before_paste = self.incoming.takes_picture
        self.incoming.text.connect(self.read_text)
        self.incoming.lane.connect(self._choose_lane)
        self.pasted.entered.connect(self.add_pasted)
        self.pasted.left.connect(self.focus_capture)

    # What the window asks.

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
            actions.BOARD: bool(self.notes.board.piles),
            actions.WALL: self.notes.board.overlaps,
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
            self.focus_stage()

    def turn_lane(self, by: int) -> None:
        """Types into the lane so many places on, where lanes are a list."""
        self._lanes.turn(self.stage, by)
        self._show_lane()

    def choose_lane(self, lane: int) -> None:
        """Types into a lane of this stage from now on."""
        self._lanes.choose(lane)
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

    def rename(self) -> None:
        """Asks for the name of a group of people where those are shown, else of a cluster."""
        if self.groups_desk.is_open:
            self.groups_desk.rename()
        else:
            self.note_desk.clusters.rename()

    def choose_function(self, index: int) -> None:
        """Chooses whose note the next one will be, counted from 0."""
        self.capture.choose(index)

    def refresh_colours(self) -> None:
        """Draws anew what keeps colours."""
        self.capture.refresh()
        self.notes.set_theme(current())
        self.show_room()

    def press(self, event: QKeyEvent) -> bool:
        """Does what a key means to the kind of the stage; whether it means anything."""
        if event.key() == Qt.Key.Key_Escape and not self.capture.line.hasFocus():
            self.focus_capture()
            return True
        return self.pane is not None and not event.modifiers() and self.pane.press(event)

    # What the facilitator does.

    def _leave_groups(self) -> None:
        self.show_groups(False)
        self.focus_stage()

    def _edit_last(self) -> None:
        """Opens the editor on the note with the highest number."""
        self.desk.edit(self.last_note())

    def _leave_capture(self) -> None:
        """Esc in the capture bar: to the pages or the board, where single keys act."""
        if self.focus_pane():
            return
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
            self.choose_lane(id)
        self.focus_capture()

    def finish(self) -> bool:
        """Ends what is being edited as leaving it would; False where a text is not accepted."""
        self.side.private.finish()
        return not self.side.private.editing and self.desk.finish()

    def _edit_private(self, stage: int, typed: Typed) -> None:
        workshop, id = self._workshop, StageId(stage)
        if not self._session.attempt(lambda: agenda.edit_stage(workshop, id, **typed)):
            self.side.private.put_back(stage, typed)
        elif self.stage is not None and self.stage.id == id:
            self.focus_stage()

    def _start(self, planned: bool) -> None:
        self.question.hide()
        if planned:
            self.run.start_as_planned()
        else:
            self.run.start_now()
        self.focus_stage()
