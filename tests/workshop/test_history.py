"""Undo and redo: each actor their own, checked against what others did, also after reopening."""

from __future__ import annotations

import pytest

from workshop.changes import Step
from workshop.errors import Conflict, Refused
from workshop.history import History
from workshop.records.notes import Note
from workshop.records.people import Function, Participant, Presence
from workshop.state import Workshop

ADA, BEN = "ada", "ben"


class Sitting:
    """A workshop with its history and every step, as the file would have them."""

    def __init__(self, earlier: Sitting | None = None) -> None:
        self.workshop: Workshop = earlier.workshop if earlier else Workshop()
        self.steps: list[Step] = earlier.steps if earlier else []
        self.history = History(self.workshop, lambda: tuple(self.steps))
        if not earlier:
            self.workshop.listeners.append(self.steps.append)

    def again(self) -> Sitting:
        """The same workshop after closing and opening it."""
        self.workshop.listeners[:] = [self.steps.append]
        return Sitting(self)

    def write(self, text: str, actor: str = ADA, *, undoable: bool = True) -> Note:
        with self.workshop.step("note.add", actor=actor, undoable=undoable, text=text):
            return self.workshop[Note].add(Note(nr=self.workshop.next_id("note.nr"), text=text))

    def edit(self, note: Note, text: str, actor: str = ADA, *, joins: bool = False) -> None:
        with self.workshop.step("note.edit", actor=actor, joins=joins):
            self.workshop[Note].replace(note.id, text=text)

    @property
    def texts(self) -> list[str]:
        return [note.text for note in self.workshop[Note]]


@pytest.fixture
def sitting() -> Sitting:
    return Sitting()


def test_undo_takes_back_the_last_step_and_redo_does_it_again(sitting: Sitting) -> None:
    first = sitting.write("one")
    sitting.edit(first, "two")
    undone = sitting.history.undo(ADA)
    assert undone is not None
    assert undone.label == "note.edit"
    assert sitting.texts == ["one"]
    sitting.history.undo(ADA)
    assert sitting.texts == []
    assert sitting.history.undo(ADA) is None
    assert sitting.history.next_undo(ADA) is None
    sitting.history.redo(ADA)
    sitting.history.redo(ADA)
    assert sitting.texts == ["two"]
    assert sitting.workshop[Note][first.id].nr == 1
    assert sitting.history.redo(ADA) is None


def test_an_undo_is_a_step_that_names_what_it_takes_back(sitting: Sitting) -> None:
    sitting.write("one")
    sitting.history.undo(ADA)
    sitting.history.redo(ADA)
    first, undo, redo = sitting.steps
    assert (undo.undoes, undo.redoes) == (first.id, None)
    assert (redo.undoes, redo.redoes) == (None, first.id)
    assert undo.label == redo.label == "note.add"
    assert undo.facts == {"text": "one"}
    assert undo.changes == (first.changes[0].inverse(),)


def test_each_actor_takes_back_their_own(sitting: Sitting) -> None:
    sitting.write("ada's", ADA)
    sitting.write("ben's", BEN)
    sitting.history.undo(ADA)
    assert sitting.texts == ["ben's"]
    assert sitting.history.next_undo(ADA) is None
    ahead = sitting.history.next_undo(BEN)
    assert ahead is not None
    assert ahead.facts == {"text": "ben's"}


def test_what_someone_else_changed_since_is_not_taken_back_and_it_says_so(
    sitting: Sitting,
) -> None:
    note = sitting.write("one", ADA)
    other = sitting.write("other", ADA)
    sitting.edit(note, "ben's", BEN)
    sitting.history.undo(ADA)
    with pytest.raises(Conflict) as caught:
        sitting.history.undo(ADA)
    assert caught.value.key == "undo.changed"
    assert caught.value.facts == {"step": "note.add", "record": "note", "id": note.id}
    assert sitting.texts == ["ben's"]
    assert other.id not in sitting.workshop[Note]
    sitting.history.undo(BEN)
    sitting.history.undo(ADA)
    assert sitting.texts == []


def test_what_a_step_outside_undo_has_changed_since_stays_and_holds_nobody_up(
    sitting: Sitting,
) -> None:
    note = sitting.write("one")
    sitting.edit(note, "two")
    with sitting.workshop.step("test.outside", undoable=False):
        sitting.workshop[Note].replace(note.id, evidence="guess")
    sitting.history.undo(ADA)
    assert sitting.texts == ["one"]
    assert sitting.workshop[Note][note.id].evidence == "guess"
    sitting.history.redo(ADA)
    assert sitting.texts == ["two"]
    assert sitting.workshop[Note][note.id].evidence == "guess"
    sitting.history.undo(ADA)
    sitting.history.undo(ADA)
    assert sitting.texts == []


def test_what_is_undone_of_a_field_after_a_step_outside_undo_is_undone(sitting: Sitting) -> None:
    note = sitting.write("one")
    with sitting.workshop.step("test.outside", undoable=False):
        sitting.workshop[Note].replace(note.id, text="outside")
    sitting.edit(note, "two")
    sitting.history.undo(ADA)
    assert sitting.texts == ["outside"]


def test_a_conflict_leaves_a_step_of_several_changes_whole(sitting: Sitting) -> None:
    one, two = sitting.write("one"), sitting.write("two")
    with sitting.workshop.step("test.both", actor=ADA):
        for note in (one, two):
            sitting.workshop[Note].replace(note.id, text=note.text.upper())
    sitting.edit(one, "ben's", BEN)
    with pytest.raises(Conflict):
        sitting.history.undo(ADA)
    assert sitting.texts == ["ben's", "TWO"]


def test_what_others_have_built_upon_is_not_taken_away(sitting: Sitting) -> None:
    note = sitting.write("one", ADA)
    with sitting.workshop.step("note.merge", actor=BEN):
        sitting.workshop[Note].add(Note(nr=2, text="two", merged_into=note.id))
    with pytest.raises(Refused) as caught:
        sitting.history.undo(ADA)
    assert caught.value.key == "reference.left"
    assert sitting.texts == ["one", "two"]


def test_a_new_step_clears_what_could_have_been_done_again(sitting: Sitting) -> None:
    sitting.write("one")
    sitting.history.undo(ADA)
    sitting.write("ben's", BEN)
    assert sitting.history.next_redo(ADA) is not None
    sitting.write("two")
    assert sitting.history.next_redo(ADA) is None
    assert sitting.history.redo(ADA) is None
    assert sitting.texts == ["ben's", "two"]


def test_steps_outside_undo_stay_and_clear_nothing(sitting: Sitting) -> None:
    sitting.write("one")
    sitting.write("two")
    sitting.history.undo(ADA)
    sitting.write("clock", undoable=False)
    assert sitting.history.next_redo(ADA) is not None
    sitting.history.undo(ADA)
    assert sitting.texts == ["clock"]
    assert sitting.history.undo(ADA) is None


def test_steps_that_join_are_undone_and_done_again_at_once(sitting: Sitting) -> None:
    note = sitting.write("o")
    sitting.edit(note, "on", joins=True)
    sitting.write("ben's", BEN)
    sitting.edit(note, "one", joins=True)
    undone = sitting.history.undo(ADA)
    assert undone is not None
    assert undone.label == "note.add"
    assert sitting.texts == ["ben's"]
    sitting.history.redo(ADA)
    assert sitting.texts == ["one", "ben's"]


def test_nothing_joins_what_was_taken_back_before(sitting: Sitting) -> None:
    old = sitting.write("old")
    note = sitting.write("new")
    sitting.edit(note, "newer")
    sitting.history.undo(ADA)
    sitting.edit(note, "newest", joins=True)
    sitting.history.undo(ADA)
    assert sitting.texts == ["old", "new"]
    sitting.history.undo(ADA)
    assert sitting.texts == ["old"]
    assert sitting.workshop[Note][old.id].text == "old"


def test_a_word_typed_and_taken_out_again_is_nothing_to_undo(sitting: Sitting) -> None:
    note = sitting.write("one")
    sitting.edit(note, "one two")
    sitting.edit(note, "one", joins=True)
    undone = sitting.history.undo(ADA)
    assert undone is not None
    assert undone.label == "note.add"
    assert sitting.texts == []


def test_undo_reaches_into_earlier_sittings(sitting: Sitting) -> None:
    note = sitting.write("one")
    sitting.edit(note, "two")
    sitting.edit(note, "two!", joins=True)
    sitting.write("three")
    sitting.history.undo(ADA)
    later = sitting.again()
    later.write("four")
    assert later.texts == ["two!", "four"]
    later.history.undo(ADA)
    later.history.undo(ADA)
    assert later.texts == ["one"]
    later.history.undo(ADA)
    assert later.texts == []
    assert later.history.undo(ADA) is None
    for _ in range(3):
        later.history.redo(ADA)
    assert later.texts == ["two!", "four"]


def test_redo_reaches_into_earlier_sittings_too(sitting: Sitting) -> None:
    sitting.write("one")
    sitting.history.undo(ADA)
    later = sitting.again()
    later.history.redo(ADA)
    assert later.texts == ["one"]
    assert later.again().history.next_redo(ADA) is None


def test_earlier_steps_are_read_once_and_not_before_they_are_needed() -> None:
    asked = []

    def read() -> tuple[Step, ...]:
        asked.append(1)
        return ()

    workshop = Workshop()
    history = History(workshop, read)
    with workshop.step("test"):
        workshop[Note].add(Note(nr=1, text="a"))
    assert asked == []
    assert history.next_undo() is not None
    history.undo()
    history.redo()
    assert asked == [1]


def test_who_is_in_the_room_does_not_keep_a_person_from_being_taken_back(
    sitting: Sitting,
) -> None:
    workshop = sitting.workshop
    with workshop.step("person.add", actor=ADA):
        function = workshop[Function].add(
            Function(key="p", name="P", letter="P", shape="circle", colour="#1151D6")
        )
        person = workshop[Participant].add(Participant(key="x", name="X", function=function.id))
    with workshop.step("person.present", actor=ADA, undoable=False):
        workshop[Presence].add(Presence(participant=person.id, present=False))
    sitting.history.undo(ADA)
    assert len(workshop[Participant]) == len(workshop[Presence]) == 0
    sitting.history.redo(ADA)
    assert len(workshop[Participant]) == 1
