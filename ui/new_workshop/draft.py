"""The people of a workshop that is not made yet, with undo.

They stand in a workshop of their own, in memory, so that everything that is refused in a workshop
is refused here too, in the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ui import messages
from workshop import people, roster
from workshop.errors import CoxswainError
from workshop.history import History
from workshop.marks import PRESETS, Mark, mark_for
from workshop.records.people import Function, Participant
from workshop.records.words import FunctionId, ParticipantId
from workshop.roster import PersonLine
from workshop.searching import plain
from workshop.starting import NewFunction, add_everybody, people_in
from workshop.state import Workshop
from workshop.text import clean_line

_STAR = "*"


class Draft(QObject):
    """Functions and people as they are typed."""

    changed = Signal()
    refused = Signal(str)
    """A sentence: what was asked for cannot be done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workshop = Workshop()
        self._history = History(self.workshop)
        self.workshop.listeners.append(lambda _: self.changed.emit())

    def clear(self) -> None:
        """Begins with nobody, and nothing to undo."""
        self.workshop = Workshop()
        self._history = History(self.workshop)
        self.workshop.listeners.append(lambda _: self.changed.emit())
        self.changed.emit()

    def put_back(self, functions: Sequence[NewFunction]) -> None:
        """Begins with these, and nothing to undo. Raises `Refused`; then nobody is there."""
        self.clear()
        with self.workshop.step("participant.add_many", undoable=False):
            add_everybody(self.workshop, functions)

    # What is there.

    @property
    def functions(self) -> list[Function]:
        """All functions in their order."""
        return people.functions(self.workshop)

    def people_of(self, function: FunctionId) -> list[Participant]:
        """The people of a function in the order in which they came."""
        return self.workshop[Participant].where("function", function)

    @property
    def count(self) -> int:
        """How many people there are."""
        return len(self.workshop[Participant])

    def without_decider(self) -> list[Function]:
        """The functions for which nobody decides."""
        return people.without_decider(self.workshop)

    def read_list(self, text: str) -> list[PersonLine]:
        """Every line of a pasted list, understood or not; presets in the spelling that is ours."""
        usual = {plain(name): name for name in PRESETS}
        lines = roster.parse_people(self.workshop, text)
        return [
            replace(line, function=usual.get(plain(line.function), line.function))
            if line.is_new
            else line
            for line in lines
        ]

    def marks_for(self, lines: Sequence[PersonLine]) -> dict[str, Mark]:
        """The marks of all functions by plain name, with those that new ones of a pasted list
        would get."""
        found = {plain(one.name): people.mark_of(one) for one in self.functions}
        for line in lines:
            if line.is_new and not line.problem and plain(line.function) not in found:
                found[plain(line.function)] = mark_for(line.function, found.values())
        return found

    def as_given(self) -> list[NewFunction]:
        """Everybody, as a new workshop takes them."""
        return people_in(self.workshop)

    # What is done.

    def attempt(self, verb: Callable[[], object]) -> bool:
        """Does what is asked for; where that is refused, says why and changes nothing."""
        try:
            verb()
        except CoxswainError as error:
            self.refused.emit(messages.sentence(error))
            return False
        return True

    def add_function(self, name: str) -> bool:
        """A new function, with the mark of the preset of its name or one of its own."""
        return self.attempt(lambda: people.add_function(self.workshop, name))

    def rename_function(self, function: FunctionId, name: str) -> bool:
        """Another name for a function."""
        return self.attempt(lambda: people.rename_function(self.workshop, function, name))

    def move_function(self, function: FunctionId, by: int) -> bool:
        """Moves a function up (below zero) or down the list."""
        order = [one.id for one in self.functions]
        to = order.index(function) + by
        if not 0 <= to < len(order):
            return False
        return self.attempt(lambda: people.move_function(self.workshop, function, to))

    def remove_function(self, function: FunctionId) -> bool:
        """Takes a function away with its people, as one step."""

        def remove() -> None:
            letter = self.workshop[Function][function].letter
            with self.workshop.step("function.remove", letter=letter):
                for person in self.people_of(function):
                    people.remove_participant(self.workshop, person.id)
                people.remove_function(self.workshop, function)

        return self.attempt(remove)

    def add_person(self, function: FunctionId, text: str) -> bool:
        """Somebody new, typed as "name, role"; a star means that they decide."""
        name, role, decides = read_person(text)
        decides = decides and people.decider_of(self.workshop, function) is None
        return self.attempt(
            lambda: people.add_participant(
                self.workshop, name, function, decider=decides, role=role
            )
        )

    def edit_person(self, person: ParticipantId, text: str) -> bool:
        """Another name and role for somebody."""
        name, role, _ = read_person(text)
        return self.attempt(
            lambda: people.edit_participant(self.workshop, person, name=name, role=role)
        )

    def move_person(self, person: ParticipantId, function: FunctionId) -> bool:
        """Puts somebody into another function."""
        return self.attempt(
            lambda: people.edit_participant(self.workshop, person, function=function)
        )

    def toggle_decider(self, person: ParticipantId) -> bool:
        """Makes somebody the decider of their function in the place of whoever was, or no more."""
        decides = not self.workshop[Participant][person].decider
        return self.attempt(lambda: people.set_decider(self.workshop, person, decides))

    def remove_person(self, person: ParticipantId) -> bool:
        """Takes somebody away."""
        return self.attempt(lambda: people.remove_participant(self.workshop, person))

    def add_lines(self, lines: Sequence[PersonLine]) -> None:
        """Adds everybody of a pasted list, with the functions they need. Raises `Refused`, and
        then adds nobody."""
        roster.add_people(self.workshop, lines)

    def undo(self) -> bool:
        """Takes the last step back."""
        return bool(self.undo_words()) and self.attempt(self._history.undo)

    def redo(self) -> bool:
        """Does again what was undone last."""
        return self._history.next_redo() is not None and self.attempt(self._history.redo)

    def undo_words(self) -> str:
        """What undo would do; empty where there is nothing."""
        step = self._history.next_undo()
        return messages.undo_words(step) if step else ""


def read_person(text: str) -> tuple[str, str, bool]:
    """Name and role out of "name, role", and whether a star says that they decide."""
    name, _, role = clean_line(text).partition(",")
    starred = name.rstrip().endswith(_STAR) or role.rstrip().endswith(_STAR)
    return name.strip().rstrip(_STAR).strip(), role.strip().rstrip(_STAR).strip(), starred


def person_text(person: Participant) -> str:
    """Somebody as they are typed."""
    return f"{person.name}, {person.role}" if person.role else person.name
