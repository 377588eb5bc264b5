"""Who is in the room now: people come and go while the workshop runs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QWidget

from ui import fonts
from ui.console.list_card import ListCard, ListRow
from ui.console.run import Run
from ui.theme import BODY
from ui.translate import tr
from workshop import people, roster, seating
from workshop.changes import Step
from workshop.records.people import Function, Participant
from workshop.records.words import ParticipantId

_MOST_WIDTH = 560


class PeoplePanel(ListCard):
    """A tick for everybody who is there, and a line for somebody new."""

    def __init__(self, over: QWidget) -> None:
        hint = tr("Take the tick away when somebody leaves; set it when they come.")
        super().__init__(over, tr("Who is in the room"), hint, _MOST_WIDTH)
        self.line = QLineEdit()
        self.line.setFont(fonts.sans(BODY))
        self.line.setPlaceholderText(tr("Somebody new: name, function"))
        self.line.setAccessibleName(tr("Somebody new: name, function"))
        self.foot.addWidget(self.line, 1)
        self.foot.addWidget(self.done_button)


class PeopleHere(QObject):
    """Connects the panel with the workshop."""

    left = Signal()

    def __init__(self, run: Run, over: QWidget) -> None:
        super().__init__(run)
        self._run = run
        self.panel = PeoplePanel(over)
        self.panel.left.connect(self.left)
        self.panel.list.itemChanged.connect(self._tick)
        self.panel.line.returnPressed.connect(self._add)
        run.session.stepped.connect(self._stepped)
        run.looked.connect(self.panel.hide)

    def open(self) -> None:
        """Shows everybody, in seating order."""
        self._show()
        self.panel.begin()
        if not self.panel.rows:
            self.panel.line.setFocus()

    def _stepped(self, _step: Step) -> None:
        if not self.panel.isHidden():
            self._show()

    def _show(self) -> None:
        there = seating.seating(self._run.workshop)
        self.panel.show_rows([self._row(person) for person in there])

    def _row(self, person: Participant) -> ListRow:
        workshop = self._run.workshop
        function = workshop[Function][person.function]
        about = [person.name, function.name]
        if person.decider:
            about.append(tr("decides"))
        if function.absent:
            about.append(tr("function not in the room"))
        ticked = None if function.absent else people.is_present(workshop, person.id)
        return ListRow(person.id, " · ".join(about), people.mark_of(function), ticked)

    def _tick(self, item: QListWidgetItem) -> None:
        row = self.panel.rows[self.panel.list.row(item)]
        person, comes = ParticipantId(row.id), not row.ticked
        workshop = self._run.workshop
        self._run.session.attempt(lambda: people.set_present(workshop, person, comes))
        self._show()

    def _add(self) -> None:
        """Enter in the line: somebody new is here. What cannot be read stays in it."""
        panel, workshop = self.panel, self._run.workshop
        lines = roster.parse_people(workshop, panel.line.text())
        if not lines or any(line.problem for line in lines):
            there = bool(lines) and lines[0].problem == "already_there"
            words = tr("There is somebody of this name in this function.")
            panel.about.set_text(words if there else tr("Write a name, a comma and a function."))
        elif self._run.session.attempt(lambda: roster.add_people(workshop, lines)):
            panel.line.clear()
            panel.about.set_text(tr("{name} is here.", name=lines[-1].name))
