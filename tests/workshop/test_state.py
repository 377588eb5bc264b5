"""The workshop in memory: tables, and the one door for change."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from workshop.changes import Change, Step
from workshop.errors import Invalid, Refused
from workshop.records.agenda import Stage
from workshop.records.notes import Note
from workshop.records.people import Function, Participant
from workshop.setups import settings_types
from workshop.state import NUMBERS, Workshop


@pytest.fixture
def workshop() -> Workshop:
    """Two functions with a person each, and a board stage with a note."""
    workshop = Workshop()
    with workshop.step("test.begin"):
        for letter in ("P", "E"):
            function = add_function(workshop, letter)
            workshop[Participant].add(
                Participant(key=letter.lower(), name=letter, function=function.id)
            )
        stage = workshop[Stage].add(
            Stage(key="board", kind="board", title="Board", setup=settings_types()["board"]())
        )
        workshop[Note].add(Note(nr=1, stage=stage.id, text="the first"))
    return workshop


def add_function(workshop: Workshop, letter: str) -> Function:
    key, colour = f"f-{letter.lower()}", "#1151D6"
    return workshop[Function].add(
        Function(key=key, name=letter, letter=letter, shape="circle", colour=colour)
    )


def rows(workshop: Workshop) -> dict[str, list[Any]]:
    return {table.info.name: list(table) for table in workshop.tables()}


def heard(workshop: Workshop) -> list[Step]:
    """Every step from now on."""
    steps: list[Step] = []
    workshop.listeners.append(steps.append)
    return steps


class BrokenError(Exception):
    """Something that goes wrong inside a step."""


def failing(workshop: Workshop, *doings: Callable[[], Any]) -> None:
    """A step that does all this and then goes wrong."""
    with workshop.step("test.failing"):
        for do in doings:
            do()
        raise BrokenError


def test_records_get_ids_and_are_found_by_id_and_by_what_they_refer_to(workshop: Workshop) -> None:
    product, engineering = workshop[Function]
    assert (product.id, engineering.id) == (1, 2)
    assert workshop[Function][2] == engineering
    assert workshop[Function].get(3) is None
    assert workshop[Function].get(None) is None
    assert 2 in workshop[Function]
    assert 3 not in workshop[Function]
    assert [person.name for person in workshop[Participant].where("function", 2)] == ["E"]
    assert workshop[Note].where("function", None) == list(workshop[Note])
    with pytest.raises(Refused) as caught:
        workshop[Function][3]
    assert caught.value.key == "record.gone"
    assert caught.value.facts == {"record": "function", "id": 3}


def test_records_come_in_the_order_of_their_ids_whatever_happened_to_them(
    workshop: Workshop,
) -> None:
    with workshop.step("test"):
        workshop[Function].replace(1, name="Product")
        first = workshop[Function][1]
        workshop[Function].remove(1)
        workshop[Participant].replace(1, function=2)
    with workshop.step("test"):
        workshop[Function].add(first)
    assert [row.id for row in workshop[Function]] == [1, 2]
    assert [row.id for row in workshop[Participant].where("function", 2)] == [1, 2]


def test_a_step_may_change_rows_as_it_goes_over_them(workshop: Workshop) -> None:
    with workshop.step("test"):
        for row in workshop[Function]:
            workshop[Function].replace(row.id, name=row.name * 2)
        for person in workshop[Participant]:
            workshop[Participant].remove(person.id)
    assert [row.name for row in workshop[Function]] == ["PP", "EE"]
    assert list(workshop[Participant]) == []


def test_nothing_changes_outside_a_step(workshop: Workshop) -> None:
    with pytest.raises(RuntimeError):
        workshop[Note].add(Note(nr=2, text="a"))
    assert len(workshop[Note]) == 1


def test_a_step_tells_its_net_changes_once(workshop: Workshop) -> None:
    steps = heard(workshop)
    with workshop.step("test.label", actor="ada", joins=True, nr=2):
        note = workshop[Note].add(Note(nr=2, text="a"))
        workshop[Note].replace(note.id, text="b")
        workshop[Note].replace(1, text="other")
        workshop[Note].replace(1, text="the first")
        gone = workshop[Note].add(Note(nr=3, text="c"))
        workshop[Note].remove(gone.id)
    (step,) = steps
    assert (step.id, step.label, step.actor, step.facts) == (2, "test.label", "ada", {"nr": 2})
    assert step.joins
    assert step.undoable
    assert step.changes == (Change("note", note.id, None, workshop[Note][note.id]),)
    assert workshop[Note][note.id].text == "b"


def test_a_step_without_any_change_is_none(workshop: Workshop) -> None:
    steps = heard(workshop)
    with workshop.step("test"):
        workshop[Note].replace(1, text="the first")
    assert steps == []
    assert workshop.last_step == 1


def test_an_exception_takes_back_the_whole_step(workshop: Workshop) -> None:
    before, steps = rows(workshop), heard(workshop)
    with pytest.raises(BrokenError):
        failing(
            workshop,
            lambda: workshop[Note].replace(1, text="other"),
            lambda: workshop.remove_tree("stage", 1),
            lambda: add_function(workshop, "X"),
        )
    assert rows(workshop) == before
    assert steps == []
    assert [row.id for row in workshop[Note].where("stage", 1)] == [1]
    with workshop.step("test"):
        workshop[Note].replace(1, text="next")
    assert len(steps) == 1


def test_a_value_that_no_field_takes_is_refused_at_once_and_takes_the_step_with_it(
    workshop: Workshop,
) -> None:
    before = rows(workshop)
    with pytest.raises(Invalid) as caught:
        failing(
            workshop,
            lambda: workshop[Note].add(Note(nr=2, text="fine")),
            lambda: workshop[Note].replace(1, text="x" * 501),
        )
    assert caught.value.facts["field"] == "text"
    assert caught.value.facts["record"] == "note"
    assert rows(workshop) == before


def test_a_rule_between_fields_is_held_at_once(workshop: Workshop) -> None:
    with pytest.raises(Invalid) as caught, workshop.step("test"):
        workshop[Note].replace(1, x=1.0)
    assert caught.value.key == "record.rule"


def test_a_step_inside_a_step_is_part_of_it(workshop: Workshop) -> None:
    steps = heard(workshop)
    with workshop.step("test.outer", actor="ada"):
        workshop[Note].replace(1, text="other")
        with workshop.step("test.inner", actor="ben"):
            workshop[Note].add(Note(nr=2, text="a"))
        assert steps == []
    (step,) = steps
    assert (step.label, step.actor, len(step.changes)) == ("test.outer", "ada", 2)


def test_an_inner_step_that_fails_takes_back_its_own_part_alone(workshop: Workshop) -> None:
    steps = heard(workshop)
    with workshop.step("test.outer"):
        workshop[Note].replace(1, text="other")
        with pytest.raises(BrokenError):
            failing(
                workshop,
                lambda: workshop[Note].replace(1, text="worse"),
                lambda: workshop[Note].add(Note(nr=2, text="a")),
            )
        assert [note.text for note in workshop[Note]] == ["other"]
    assert [note.text for note in workshop[Note]] == ["other"]
    assert [len(step.changes) for step in steps] == [1]


def test_the_check_comes_at_the_end_so_that_a_step_may_pass_through_what_is_refused(
    workshop: Workshop,
) -> None:
    with workshop.step("test.swap"):
        workshop[Function].replace(1, letter="E")
        workshop[Function].replace(2, letter="P")
    assert [row.letter for row in workshop[Function]] == ["E", "P"]
    before = rows(workshop)
    with pytest.raises(Refused) as caught, workshop.step("test"):
        workshop[Function].replace(1, letter="P")
    assert caught.value.key == "value.taken"
    assert caught.value.facts["holder"] == 2
    assert rows(workshop) == before


def test_a_listener_may_take_a_step_of_its_own(workshop: Workshop) -> None:
    def follow(step: Step) -> None:
        if step.label == "test.first":
            with workshop.step("test.second"):
                workshop[Note].replace(1, text="followed")

    workshop.listeners.append(follow)
    with workshop.step("test.first"):
        workshop[Note].replace(1, text="first")
    assert workshop[Note][1].text == "followed"
    assert workshop.last_step == 3


def test_numbers_and_ids_are_never_given_twice(workshop: Workshop) -> None:
    with workshop.step("test"):
        assert workshop.next_id(NUMBERS) == 2
        note = workshop[Note].add(Note(nr=2, text="a"))
        workshop[Note].remove(note.id)
    with pytest.raises(BrokenError):
        failing(workshop, lambda: workshop[Note].add(Note(nr=workshop.next_id(NUMBERS), text="b")))
    with workshop.step("test"):
        fresh = workshop[Note].add(Note(nr=workshop.next_id(NUMBERS), text="c"))
    assert fresh.nr == 4
    assert fresh.id == note.id + 2


def test_an_id_that_is_there_is_not_given_to_another_record(workshop: Workshop) -> None:
    with pytest.raises(Refused) as caught, workshop.step("test"):
        workshop[Note].add(Note(id=1, nr=2, text="another"))  # type: ignore[arg-type]
    assert caught.value.key == "record.there"
    assert workshop[Note][1].text == "the first"


def test_loading_counts_what_was_given_before() -> None:
    workshop = Workshop()
    workshop.load("note", Note(id=7, nr=40, text="a"))  # type: ignore[arg-type]
    assert workshop.next_id("note") == 8
    assert workshop.next_id(NUMBERS) == 41


def test_another_thread_takes_no_step(workshop: Workshop) -> None:
    told: list[str] = []

    def try_it() -> None:
        try:
            with workshop.step("test.elsewhere"):
                add_function(workshop, "X")
        except RuntimeError as error:
            told.append(str(error))

    before = rows(workshop)
    thread = threading.Thread(target=try_it)
    thread.start()
    thread.join()
    assert len(told) == 1
    assert "thread" in told[0]
    assert rows(workshop) == before
    with workshop.step("test.here"):
        add_function(workshop, "X")
