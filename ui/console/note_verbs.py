"""What keys and menus do to notes: those that are chosen, or the one that is being typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.board.typesetting import board_word
from ui.console.board_desk import BoardDesk
from ui.console.run import Run
from ui.translate import tr
from ui.widgets.capture_bar import CaptureBar
from workshop import boards, evidence, merging, moving, notes, parking
from workshop.records.notes import Note
from workshop.records.people import Function
from workshop.records.words import FunctionId, LaneId, NoteId
from workshop.state import Workshop


class NoteVerbs(QObject):
    """Acts on the notes of the stage that the console shows."""

    said = Signal(str)
    merged_wanted = Signal(int)
    """What was merged into a note is to be shown."""

    def __init__(self, run: Run, desk: BoardDesk, bar: CaptureBar) -> None:
        super().__init__(run)
        self._run, self._desk, self._bar = run, desk, bar

    @property
    def workshop(self) -> Workshop:
        """The workshop whose notes these are."""
        return self._run.workshop

    @property
    def chosen(self) -> list[NoteId]:
        """The selected notes, with the one whose number has just been typed."""
        self._desk.view.numbers.settle()
        return [NoteId(note) for note in self._desk.chosen]

    @property
    def is_typing(self) -> bool:
        """Whether a note is being typed."""
        return self._bar.line.hasFocus() and bool(self._bar.line.text().strip())

    def edit(self) -> None:
        """Opens the editor on the note with the keys."""
        for note in self._desk.chosen[-1:]:
            self._desk.edit(note)

    def delete(self) -> None:
        """Deletes the chosen notes."""
        self._desk.delete(tuple(self.chosen))

    def merge(self) -> None:
        """Merges the chosen notes into the one with the lowest number; all that they say stays."""
        chosen = self.chosen
        if len(chosen) < 2:
            self.said.emit(tr("Choose two notes or more that say the same."))
            return
        kept: list[Note] = []
        if self._attempt(lambda: kept.append(merging.merge_notes(self.workshop, chosen))):
            self._desk.view.select(kept[0].id)
            self.said.emit(tr("Merged into note {number}.", number=kept[0].nr))

    @property
    def has_merged(self) -> bool:
        """Whether something was merged into the note with the keys."""
        current = self._desk.view.selection.current
        return bool(current and self.workshop[Note].where("merged_into", current))

    def show_merged(self) -> None:
        """Shows what was merged into the note with the keys."""
        current = self._desk.view.selection.current
        if current is not None and self.has_merged and self._desk.view.can_edit:
            self.merged_wanted.emit(current)
        else:
            self.said.emit(tr("Nothing was merged into this note."))

    def take_apart(self, note: int) -> None:
        """Takes a note out of the one it was merged into."""
        self._attempt(lambda: merging.unmerge(self.workshop, [NoteId(note)]))

    def give_to(self, function: FunctionId) -> None:
        """Makes the chosen notes those of a function."""
        chosen = self.chosen
        self._attempt(lambda: moving.move_notes(self.workshop, chosen, function=function))

    def put_into(self, lane: LaneId) -> None:
        """Puts the chosen notes into a lane."""
        chosen = self.chosen
        self._attempt(lambda: moving.move_notes(self.workshop, chosen, lane=lane))

    def set_grade(self, grade: str | None) -> None:
        """Says how the chosen notes are known."""
        chosen = self.chosen
        self._attempt(lambda: evidence.set_evidence(self.workshop, chosen, grade))

    def grade(self) -> None:
        """The next grade of evidence, for the typed note or the chosen ones."""
        stage = self._run.shown
        offered = evidence.grades_offered(self.workshop, stage.id) if stage else ()
        if not offered:
            self.said.emit(tr("This stage offers no grades of evidence."))
        elif self._bar.line.hasFocus():
            self._bar.grade(evidence.next_grade(offered, self._bar.evidence))
        elif chosen := self.chosen:
            grade = evidence.next_grade(offered, self.workshop[Note][chosen[-1]].evidence)
            self.set_grade(grade)
            self.said.emit(tr("Known by: {grade}.", grade=board_word(grade) if grade else tr("–")))

    def mark_solution(self) -> None:
        """Marks the chosen notes as cures, or no longer."""
        chosen = self.chosen
        if chosen:
            cure = not self.workshop[Note][chosen[-1]].solution
            self._attempt(lambda: notes.set_solution(self.workshop, chosen, cure))

    def park(self) -> None:
        """Puts the typed note or the chosen ones into the parking lot."""
        if self.is_typing:
            text = self._bar.line.text()
            function, author = self._bar.function, self._bar.author.id
            if self._attempt(
                lambda: parking.park_text(self.workshop, text, function=function, author=author)
            ):
                self._bar.accept()
                self.said.emit(tr("Parked."))
        elif chosen := self.chosen:
            if self._attempt(lambda: parking.park(self.workshop, chosen)):
                self.said.emit(tr("Parked."))
        else:
            self.said.emit(tr("Choose a note to park, or type one."))

    def count_remark(self) -> None:
        """Counts that somebody of the chosen function spoke."""
        stage, function = self._run.shown, self._bar.function
        if stage is None or function is None:
            return
        if self._attempt(lambda: boards.count_remark(self.workshop, stage.id, function)):
            name = self.workshop[Function][function].name
            self.said.emit(tr("A remark of {function} is counted.", function=name))

    def _attempt(self, verb: Callable[[], object]) -> bool:
        return self._run.session.attempt(verb)
