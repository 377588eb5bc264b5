"""The parking lot on the console: what has to wait, and who said it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui import fonts
from ui.console.list_card import ListCard, ListRow
from ui.console.privacy import Privacy
from ui.console.run import Run
from ui.home.key_button import KeyButton
from ui.theme import BODY
from ui.translate import plural, tr
from ui.widgets.plain import label
from workshop import moving, parking, people
from workshop.changes import Step
from workshop.records.notes import Note
from workshop.records.people import Function, Participant
from workshop.records.words import NoteId

_MOST_WIDTH = 820


class ParkedPanel(ListCard):
    """Everything that is parked; Enter brings the chosen point back onto the board."""

    back_wanted = Signal(int)

    def __init__(self, over: QWidget) -> None:
        hint = tr("P parks the chosen note or the typed line. What is parked keeps its author.")
        super().__init__(over, tr("Parking lot"), hint, _MOST_WIDTH)
        self.count = label("", fonts.sans(BODY), "second")
        self.back_button = KeyButton(tr("Back onto the board"), tr("Enter"))
        self.back_button.clicked.connect(self._bring)
        self.list.itemDoubleClicked.connect(self._bring)
        self.foot.addWidget(self.count, 1)
        self.foot.addWidget(self.back_button)
        self.foot.addWidget(self.done_button)

    def show_points(self, rows: list[ListRow], can_go_back: bool) -> None:
        """Lists what is parked."""
        self.show_rows(rows)
        self.count.setText(plural(len(rows), "{count} point", "{count} points"))
        self.back_button.setEnabled(bool(rows) and can_go_back)

    def _bring(self) -> None:
        if self.chosen and self.back_button.isEnabled():
            self.back_wanted.emit(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._bring()
        else:
            super().keyPressEvent(event)


class ParkedDesk(QObject):
    """Connects the panel with the workshop. What stands there may have been covered, so it stays
    shut where the room may see the console."""

    said = Signal(str)
    left = Signal()

    def __init__(self, run: Run, privacy: Privacy, over: QWidget) -> None:
        super().__init__(run)
        self._run, self._privacy = run, privacy
        self.panel = ParkedPanel(over)
        self.panel.left.connect(self.left)
        self.panel.back_wanted.connect(self._bring_back)
        run.session.stepped.connect(self._stepped)
        run.looked.connect(self.panel.hide)
        privacy.changed.connect(self._mask)

    def open(self) -> None:
        """Shows what is parked, or says that nothing is."""
        if self._privacy.masked:
            self.said.emit(tr("The room may see this window. Press F10 first."))
        elif not parking.parked_notes(self._run.workshop):
            self.said.emit(tr("Nothing is parked. P parks the chosen note or the typed line."))
        else:
            self._show()
            self.panel.begin()

    def _mask(self) -> None:
        if self._privacy.masked:
            self.panel.leave()

    def _stepped(self, _step: Step) -> None:
        if not self.panel.isHidden():
            self._show()

    def _show(self) -> None:
        rows = [self._row(note) for note in parking.parked_notes(self._run.workshop)]
        self.panel.show_points(rows, self._run.shown is not None)

    def _row(self, note: Note) -> ListRow:
        workshop = self._run.workshop
        function = workshop[Function].get(note.function)
        author = workshop[Participant].get(note.author)
        whose = [one.name for one in (author, function) if one is not None]
        words = f"{note.nr} · {note.text}" if note.nr else note.text
        told = tr("{words} ({whose})", words=words, whose=", ".join(whose)) if whose else words
        return ListRow(note.id, told, people.mark_of(function) if function else None)

    def _bring_back(self, note: int) -> None:
        """Onto the board of the stage that is shown."""
        stage, workshop = self._run.shown, self._run.workshop
        if stage is None:
            return
        moves = moving.move_notes
        self._run.session.attempt(lambda: moves(workshop, [NoteId(note)], stage=stage.id))
        if not parking.parked_notes(workshop):
            self.panel.leave()
