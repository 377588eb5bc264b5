"""A new workshop from a template, with its day and its people."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop import agenda, boards, people, seating
from workshop.document import Document
from workshop.errors import Invalid, Refused
from workshop.interchange import reader, templates, writer
from workshop.marks import PRESETS, Mark
from workshop.records.agenda import Board, Stage
from workshop.records.details import Details
from workshop.searching import plain
from workshop.starting import (
    About,
    NewFunction,
    NewPerson,
    free_presets,
    people_in,
    start_workshop,
)
from workshop.state import Workshop

ABOUT = About("Harbour vision", "Harbour app", "2026-10-06", "08:30")
PEOPLE = (
    NewFunction("Product", (NewPerson("Ada", "Lead", True), NewPerson("Ben"))),
    NewFunction("Night shift", (NewPerson("Cleo", "Dispatcher"),)),
    NewFunction("Legal"),
)
EVERY = [template.id for template in templates.builtin()]


def _names(workshop: Workshop) -> list[tuple[str, str, str, bool]]:
    return [
        (person.name, person.role, workshop.table("function")[person.function].name, person.decider)
        for person in seating.seating(workshop)
    ]


@pytest.mark.parametrize("template", EVERY)
def test_every_template_takes_a_day_and_people(template: str) -> None:
    workshop = start_workshop(template, ABOUT, PEOPLE)
    details = workshop[Details][1]
    assert (details.title, details.product) == ("Harbour vision", "Harbour app")
    assert (details.on, details.planned_start) == ("2026-10-06", "08:30")
    assert details.template == template
    first = agenda.times(workshop).slots[agenda.stages(workshop)[0].id]
    assert f"{first.start:%Y-%m-%d %H:%M}" == "2026-10-06 08:30"
    assert _names(workshop) == [
        ("Ada", "Lead", "Product", True),
        ("Ben", "", "Product", False),
        ("Cleo", "Dispatcher", "Night shift", False),
    ]


def test_boards_have_a_lane_for_each_function() -> None:
    workshop = start_workshop("vision-half-day", ABOUT, PEOPLE)
    board = next(one for one in workshop[Board] if one.by_function)
    names = [people.functions(workshop)[at].name for at in range(3)]
    assert names == ["Product", "Night shift", "Legal"]
    assert len(boards.lanes(workshop, board.id)) == 3


def test_presets_keep_their_marks_and_others_get_one_of_their_own() -> None:
    workshop = start_workshop("vision-half-day", ABOUT, PEOPLE)
    marks = [people.mark_of(one) for one in people.functions(workshop)]
    assert marks[0] == PRESETS["Product"]
    assert marks[1].letter == "N"
    assert marks[2] == PRESETS["Legal"]
    assert len({(mark.shape, mark.ring) for mark in marks}) == 3


def test_a_mark_that_is_given_is_taken() -> None:
    mark = Mark("Q", "drop", "#612279")
    workshop = start_workshop("vision-half-day", ABOUT, [NewFunction("Quality", (), mark)])
    assert people.mark_of(people.functions(workshop)[0]) == mark


def test_it_goes_into_a_file_with_nothing_to_undo(tmp_path: Path) -> None:
    path = tmp_path / "new.workshop"
    Document.create(path, start_workshop("quarterly-revisit", ABOUT, PEOPLE)).close()
    with Document.open(path) as document:
        assert document.workshop[Details][1].title == "Harbour vision"
        assert len(document.workshop[Stage]) == templates.find("quarterly-revisit").stages
        assert document.history.next_undo() is None


def test_it_can_be_written_as_yaml_and_read_again() -> None:
    workshop = start_workshop("customer-journey-mapping", ABOUT, PEOPLE)
    again = reader.read_workshop(writer.write_workshop(workshop), "new.yaml")
    assert _names(again) == _names(workshop)


def test_without_a_day_and_people_it_is_still_a_workshop() -> None:
    workshop = start_workshop("vision-half-day", About("  Just a title "))
    details = workshop[Details][1]
    assert (details.title, details.on, details.planned_start) == ("Just a title", None, None)
    assert people.functions(workshop) == []


@pytest.mark.parametrize(
    ("about", "key"),
    [
        (About(""), "name.empty"),
        (About("\n \t"), "name.empty"),
        (About("x" * 201), "name.too_long"),
        (About("x", product="y" * 201), "field.invalid"),
        (About("x", on="2026-02-30"), "field.invalid"),
        (About("x", start="25:00"), "field.invalid"),
    ],
)
def test_what_cannot_be_is_refused(about: About, key: str) -> None:
    with pytest.raises(Refused) as caught:
        start_workshop("vision-half-day", about, PEOPLE)
    assert caught.value.key == key


def test_a_refused_field_is_named() -> None:
    with pytest.raises(Invalid) as caught:
        start_workshop("vision-half-day", About("x", start="half past nine"))
    assert caught.value.facts["field"] == "planned_start"


@pytest.mark.parametrize(
    ("given_people", "key"),
    [
        ([NewFunction("Sales"), NewFunction("sales ")], "function.name_taken"),
        ([NewFunction(f"F {n}") for n in range(13)], "function.too_many"),
        ([NewFunction("S", (NewPerson("A"),) * 41)], "participant.too_many"),
        ([NewFunction("S", (NewPerson("A", "", True), NewPerson("B", "", True)))],
         "function.deciders"),
        ([NewFunction("S", (NewPerson(" "),))], "name.empty"),
    ],
)  # fmt: skip
def test_people_that_cannot_be_are_refused(given_people: list[NewFunction], key: str) -> None:
    with pytest.raises(Refused) as caught:
        start_workshop("vision-half-day", ABOUT, given_people)
    assert caught.value.key == key


def test_an_unknown_template_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refused) as caught:
        start_workshop("vision", ABOUT)
    assert caught.value.key == "template.unknown"
    assert caught.value.facts["known"] == tuple(EVERY)


names = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=9)
persons = st.builds(NewPerson, names, names)


sides = st.tuples(names, st.lists(persons, max_size=3))


@given(st.lists(sides, max_size=12, unique_by=lambda side: plain(side[0])))
def test_people_come_out_as_they_went_in(given_people: list[tuple[str, list[NewPerson]]]) -> None:
    """What a workshop was begun with can begin another one."""
    functions = [NewFunction(name, tuple(several)) for name, several in given_people]
    workshop = start_workshop("vision-half-day", ABOUT, functions)
    found = people_in(workshop)
    assert [(one.name, one.people) for one in found] == [
        (one.name, one.people) for one in functions
    ]
    assert people_in(start_workshop("vision-half-day", ABOUT, found)) == found


def test_presets_that_are_there_are_not_offered() -> None:
    workshop = start_workshop("vision-half-day", ABOUT, [NewFunction("legal"), NewFunction("Pets")])
    free = free_presets(workshop)
    assert "Legal" not in free
    assert len(free) == len(PRESETS) - 1
    assert free["Product"].letter != "P", "taken by Pets"
    for name, mark in free.items():
        people.add_function(workshop, name)
        assert people.mark_of(people.functions(workshop)[-1]) == mark
        break
