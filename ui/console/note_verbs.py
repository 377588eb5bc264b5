"""What keys and menus do to notes: those that are chosen, or the one that is being typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.board.typesetting import board_word
from ui.console.board_desk import BoardDesk
from ui.console.run import Run
from ui.translate import tr
from ui.widgets.capture_bar import CaptureBar
from workshop import boards, evidence, notes, parking
from workshop.records.notes import Note
from workshop.records.people import Function
from workshop.records.words import NoteId
from workshop.state import Workshop


class NoteVerbs(QObject):
    """Acts on the notes of the stage that the console shows."""

    said = Signal(str)

    def __init__(self, run: Run, desk: BoardDesk, bar: CaptureBar) -> None:
        super().__init__(run)
        self._run, self._desk, self._bar = run, desk, bar

    @property
    def _workshop(self) -> Workshop:
        return self._run.workshop

    @property
    def chosen(self) -> list[NoteId]:
        """The selected notes."""
        return [NoteId(note) for note in self._desk.chosen]

    @property
    def is_typing(self) -> bool:
        """Whether a note is being typed."""
        return self._bar.line.hasFocus() and bool(self._bar.line.text().strip())

    def grade(self) -> None:
        """The next grade of evidence, for the typed note or the chosen ones."""
        stage = self._run.shown
        offered = evidence.grades_offered(self._workshop, stage.id) if stage else ()
        if not offered:
            self.said.emit(tr("This stage offers no grades of evidence."))
        elif self._bar.line.hasFocus():
            self._bar.grade(evidence.next_grade(offered, self._bar.evidence))
        elif self.chosen:
            last = self._workshop[Note][self.chosen[-1]]
            grade = evidence.next_grade(offered, last.evidence)
            self._attempt(lambda: evidence.set_evidence(self._workshop, self.chosen, grade))
            self.said.emit(tr("Known by: {grade}.", grade=board_word(grade) if grade else tr("–")))

    def mark_solution(self) -> None:
        """Marks the chosen notes as cures, or no longer."""
        chosen = self.chosen
        if chosen:
            cure = not self._workshop[Note][chosen[-1]].solution
            self._attempt(lambda: notes.set_solution(self._workshop, chosen, cure))

    def park(self) -> None:
        """Puts the typed note or the chosen ones into the parking lot."""
        if self.is_typing:
            text = self._bar.line.text()
            function, author = self._bar.function, self._bar.author.id
            if self._attempt(
                lambda: parking.park_text(self._workshop, text, function=function, author=author)
            ):
                self._bar.accept()
                self.said.emit(tr("Parked."))
        elif chosen := self.chosen:
            if self._attempt(lambda: parking.park(self._workshop, chosen)):
                self.said.emit(tr("Parked."))
        else:
            self.said.emit(tr("Choose a note to park, or type one."))

    def count_remark(self) -> None:
        """Counts that somebody of the chosen function spoke."""
        stage, function = self._run.shown, self._bar.function
        if stage is None or function is None:
            return
        if self._attempt(lambda: boards.count_remark(self._workshop, stage.id, function)):
            name = self._workshop[Function][function].name
            self.said.emit(tr("A remark of {function} is counted.", function=name))

    def _attempt(self, verb: Callable[[], object]) -> bool:
        return self._run.session.attempt(verb)
