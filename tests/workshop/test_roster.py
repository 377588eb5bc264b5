from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.room import Room, refused, state
from workshop import people
from workshop.records.people import Function, Participant
from workshop.roster import add_people, parse_people

LIST = """Name, Function
Finn Ask, product, decider
"Hall, Greta"; Sales*
Hugo\tLegal\tdecider
Ida\tLegal\tDecider
Jon, Press office, Editor

Ada, P
Kim
, Sales
"""


def test_every_line_is_reported(room: Room) -> None:
    lines = parse_people(room.workshop, LIST)
    assert [line.line for line in lines] == [1, 2, 3, 4, 5, 6, 8, 9, 10]
    assert [(line.name, line.function, line.decider) for line in lines if not line.problem] == [
        ("Finn Ask", "Product", True),
        ("Hall, Greta", "Sales", True),
        ("Hugo", "Legal", True),
        ("Ida", "Legal", False),
        ("Jon", "Press office", False),
    ]
    assert [line.problem for line in lines if line.problem] == [
        "heading", "already_there", "no_function", "no_name",
    ]  # fmt: skip
    by_name = {line.name: line for line in lines}
    assert by_name["Ida"].second_decider
    assert by_name["Jon"].role == "Editor"
    assert [line.name for line in lines if line.is_new] == ["Hugo", "Ida", "Jon"]


def test_what_was_understood_is_added_in_one_step(room: Room) -> None:
    before = state(room.workshop)
    added = add_people(room.workshop, parse_people(room.workshop, LIST))
    assert [person.key for person in added] == ["finn-ask", "hall-greta", "hugo", "ida", "jon"]
    legal, press = people.functions(room.workshop)[-2:]
    assert (legal.letter, press.letter) == ("L", "R")
    assert people.decider_of(room.workshop, legal.id) == room.person("hugo")
    room.history.undo()
    assert state(room.workshop) == before


def test_a_second_paste_adds_nobody_twice(room: Room) -> None:
    add_people(room.workshop, parse_people(room.workshop, LIST))
    again = parse_people(room.workshop, LIST)
    assert add_people(room.workshop, again) == []


def test_a_sitting_decider_stays(room: Room) -> None:
    people.set_decider(room.workshop, room.person("ada").id, True)
    lines = parse_people(room.workshop, "Finn, Product, decider")
    assert (lines[0].decider, lines[0].second_decider) == (False, True)


def test_too_many_are_all_refused(room: Room) -> None:
    many = "\n".join(f"Person {number}, Sales" for number in range(36))
    lines = parse_people(room.workshop, many)
    refused(room, "participant.too_many", add_people, lines)
    teams = "\n".join(f"Person {number}, Team {number}" for number in range(10))
    refused(room, "function.too_many", add_people, parse_people(room.workshop, teams))


def test_overlong_names_are_reported(room: Room) -> None:
    lines = parse_people(room.workshop, f"{'x' * 90}, Sales\nFinn, {'y' * 90}\n{'z' * 200_000}")
    assert [line.problem for line in lines] == [
        "name_too_long", "function_too_long", "name_too_long",
    ]  # fmt: skip


@given(text=st.text() | st.text('ab,;\t\n"* '))
def test_any_text_can_be_pasted(text: str) -> None:
    room = Room()
    lines = parse_people(room.workshop, text)
    good = [line for line in lines if not line.problem][:7]
    add_people(room.workshop, good)
    assert len(room.workshop[Participant]) == 5 + len(good)
    new = {line.function for line in good if line.is_new}
    assert len(room.workshop[Function]) == 3 + len(new)
