"""A step reaches the file whole, whatever the order of its changes."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from tests.builders import board_of, make
from tests.workshop.store.files import contents
from workshop.changes import Step
from workshop.document import Document
from workshop.records.agenda import Stage
from workshop.records.notes import Cluster, Note
from workshop.records.people import Function, Participant
from workshop.store.steps import RowMissingError, apply_changes


def test_rows_may_swap_a_value_that_must_be_unique(path: Path) -> None:
    with Document.create(path, board_of(9)) as document:
        workshop = document.workshop
        with workshop.step("functions.swap"):
            workshop[Function].replace(1, letter="Q")
            workshop[Function].replace(2, letter="A")
            workshop[Function].replace(1, letter="B")
        with workshop.step("functions.rotate"):
            for id, letter in ((1, "c"), (2, "B"), (3, "A"), (1, "C")):
                workshop[Function].replace(id, letter=letter)
        document.close()
        assert document.trouble is None
    with Document.open(path) as document:
        assert [each.letter for each in document.workshop[Function]][:3] == ["C", "B", "A"]
        document.history.undo()
        document.history.undo()
    with Document.open(path) as document:
        assert [each.letter for each in document.workshop[Function]][:3] == ["A", "B", "C"]


def test_a_value_that_one_row_gives_up_another_may_take(path: Path) -> None:
    with Document.create(path, board_of(3)) as document:
        workshop = document.workshop
        with workshop.step("people.decider"):
            workshop[Participant].replace(1, decider=True)
        with workshop.step("people.decider"):  # one decider per function: a partial index
            workshop[Participant].replace(8, decider=True)
            workshop[Participant].replace(1, decider=False)
        with workshop.step("stage.replace"):
            old = workshop[Stage][1]
            workshop[Stage].replace(1, key="gone")
            make(workshop, "stage", kind="board", key=old.key)
    with Document.open(path) as document:
        assert [each.id for each in document.workshop[Participant] if each.decider] == [8]
        assert [each.key for each in document.workshop[Stage]] == ["gone", "board"]


def test_rows_may_come_before_those_they_refer_to(path: Path) -> None:
    with Document.create(path, board_of(0)) as document:
        workshop = document.workshop
        with workshop.step("test.clear"):
            for table in (workshop[Participant], workshop[Function]):
                for row in table:
                    table.remove(row.id)
        with workshop.step("test.backwards"):
            workshop[Participant].add(Participant(id=7, key="p", name="P", function=5))  # type: ignore[arg-type]
            workshop[Function].add(
                Function(id=5, key="f", name="F", letter="F", shape="circle", colour="#123456")  # type: ignore[arg-type]
            )
        with workshop.step("test.forwards"):
            workshop[Function].remove(5)
            workshop[Participant].remove(7)
        document.history.undo()
    with Document.open(path) as document:
        assert [each.id for each in document.workshop[Participant]] == [7]


def test_random_steps_undone_and_redone_leave_file_and_memory_equal(path: Path) -> None:
    choose = random.Random(8)
    with Document.create(path, board_of(30)) as document:
        workshop = document.workshop
        for _ in range(60):
            kind = choose.randrange(6)
            notes, clusters = list(workshop[Note]), list(workshop[Cluster])
            if kind == 0 and len(notes) > 5:
                with workshop.step("remove"):
                    for note in choose.sample(notes, 3):
                        workshop[Note].remove(note.id)
            elif kind == 1 and clusters:
                with workshop.step("ungroup"):
                    workshop.remove_tree("cluster", choose.choice(clusters).id)
            elif kind == 2:
                with workshop.step("renumber"):  # every note takes the number of another
                    numbers = [note.nr for note in notes]
                    for place, note in enumerate(notes):
                        workshop[Note].replace(note.id, nr=900_000 + place)
                    choose.shuffle(numbers)
                    for note, number in zip(notes, numbers, strict=True):
                        workshop[Note].replace(note.id, nr=number)
            elif kind == 3:
                document.history.undo()
            elif kind == 4:
                document.history.redo()
            else:
                with workshop.step("edit"):
                    for note in choose.sample(notes, 4):
                        workshop[Note].replace(note.id, text=f"Edit {choose.random()}")
        document.close()
        assert document.trouble is None
        in_memory = contents(workshop)
    with Document.open(path) as document:
        assert contents(document.workshop) == in_memory


def test_a_row_that_is_not_in_the_file_is_a_bug_and_told(document: Document) -> None:
    document.close()
    connection = sqlite3.connect(document.path, isolation_level=None)
    heard: list[Step] = []
    document.workshop.listeners.append(heard.append)
    connection.execute("DELETE FROM note WHERE id = 3")
    with document.workshop.step("test.change"):
        document.workshop[Note].replace(3, text="x")
    with document.workshop.step("test.remove"):
        document.workshop[Note].remove(3)
    for step in heard:
        with pytest.raises(RowMissingError):
            apply_changes(connection, step.changes)
    connection.close()
