from __future__ import annotations

import pytest

from tests.workshop.room import Room, refused, state
from workshop import people, seating
from workshop.errors import Invalid
from workshop.marks import PRESETS, Mark
from workshop.notes import add_note
from workshop.records.consensus import Proposal, ProposalRound, Stance
from workshop.records.notes import Note
from workshop.records.people import Function, Participant, Presence


def names(found: list[Participant]) -> str:
    return " ".join(person.name for person in found)


def test_a_preset_function_has_its_own_mark_and_stands_last(room: Room) -> None:
    made = people.add_function(room.workshop, " Legal ")
    assert (made.name, made.key, people.mark_of(made)) == ("Legal", "legal", PRESETS["Legal"])
    assert people.functions(room.workshop)[-1] == made


def test_a_function_of_ones_own(room: Room) -> None:
    made = people.add_function(room.workshop, "Research")
    assert people.mark_of(made) == Mark("R", "hexagon", "#D3136A")


def test_functions_are_refused_with_a_reason(room: Room) -> None:
    refused(room, "name.empty", people.add_function, " \n ")
    assert refused(room, "name.too_long", people.add_function, "x" * 81).facts["count"] == 81
    refused(room, "function.name_taken", people.add_function, "PRODUCT")
    taken = Mark("p", "octagon", "#242A33")
    error = refused(room, "function.letter_taken", people.add_function, "Press", mark=taken)
    assert error.facts == {"letter": "P", "by": "Product"}
    for number in range(9):
        people.add_function(room.workshop, f"Team {number}")
    refused(room, "function.too_many", people.add_function, "One more")


@pytest.mark.parametrize(
    ("mark", "key"),
    [
        (Mark("7", "circle", "#1151D6"), "function.letter"),
        (Mark("ABC", "circle", "#1151D6"), "function.letter"),
        (Mark("X", "star", "#1151D6"), "function.shape"),
        (Mark("X", "circle", "blue"), "function.colour"),
        (Mark("s", "circle", "#1151D6"), "function.letter_taken"),
    ],
)
def test_an_impossible_mark_is_refused(room: Room, mark: Mark, key: str) -> None:
    refused(room, key, people.set_mark, room.function("product").id, mark)


def test_a_mark_can_be_changed_and_may_keep_its_letter(room: Room) -> None:
    mark = Mark("P", "drop", "#abcdef", ring=True)
    made = people.set_mark(room.workshop, room.function("product").id, mark)
    assert people.mark_of(made) == Mark("P", "drop", "#ABCDEF", ring=True)


def test_functions_are_renamed_moved_and_set_absent(room: Room) -> None:
    sales = room.function("sales").id
    people.rename_function(room.workshop, sales, "Sales and Success")
    people.rename_function(room.workshop, sales, "SALES and Success")
    people.move_function(room.workshop, sales, 0)
    assert [one.letter for one in people.functions(room.workshop)] == ["S", "P", "E"]
    people.set_absent(room.workshop, sales, True)
    assert names(people.present_participants(room.workshop)) == "Ada Ben Cleo"


def test_a_function_with_people_stays(room: Room) -> None:
    error = refused(room, "function.has_people", people.remove_function, room.function("sales").id)
    assert error.facts == {"letter": "S", "count": 2}


def test_notes_of_a_removed_function_turn_grey_and_come_back_with_undo(room: Room) -> None:
    made = people.add_function(room.workshop, "Legal")
    note = add_note(room.workshop, room.stage("struggles").id, "Read it", function=made.id)
    before = state(room.workshop)
    people.remove_function(room.workshop, made.id)
    assert made.id not in room.workshop[Function]
    assert [one.function for one in all_notes(room)] == [None]
    room.history.undo()
    assert state(room.workshop) == before
    assert all_notes(room)[0].function == note.function


def all_notes(room: Room) -> list[Note]:
    return list(room.workshop[Note])


def test_participants_are_added_and_changed(room: Room) -> None:
    sales = room.function("sales").id
    made = people.add_participant(
        room.workshop, "Ada", sales, decider=True, role=" Lead\tof all ", years_here=2.5
    )
    assert (made.key, made.role, made.decider, made.years_here) == (
        "ada-2",
        "Lead of all",
        True,
        2.5,
    )
    changed = people.edit_participant(room.workshop, made.id, name="Ada B", domain_expert=True)
    assert (changed.name, changed.domain_expert, changed.decider) == ("Ada B", True, True)
    refused(room, "name.empty", people.edit_participant, made.id, name=" ")
    refused(room, "record.gone", people.add_participant, "Finn", 99)
    with pytest.raises(Invalid):
        people.add_participant(room.workshop, "Finn", sales, years_here=-1)
    assert len(room.workshop[Participant]) == 6


def test_no_more_than_forty_participants(room: Room) -> None:
    sales = room.function("sales").id
    for number in range(35):
        people.add_participant(room.workshop, f"Person {number}", sales)
    refused(room, "participant.too_many", people.add_participant, "Finn", sales)


def test_a_function_has_one_decider_at_most(room: Room) -> None:
    ada, ben = room.person("ada").id, room.person("ben").id
    people.set_decider(room.workshop, ada, True)
    people.set_decider(room.workshop, ben, True)
    product = room.function("product").id
    assert people.decider_of(room.workshop, product) == room.person("ben")
    assert not room.person("ada").decider
    assert [one.key for one in people.without_decider(room.workshop)] == ["engineering", "sales"]
    room.history.undo()
    assert people.decider_of(room.workshop, product) == room.person("ada")


def test_a_decider_who_changes_sides_does_not_make_two(room: Room) -> None:
    for key in ("ada", "dora"):
        people.set_decider(room.workshop, room.person(key).id, True)
    sales = room.function("sales").id
    people.edit_participant(room.workshop, room.person("ada").id, function=sales)
    assert not room.person("ada").decider
    assert room.person("dora").decider
    engineering = room.function("engineering").id
    people.edit_participant(room.workshop, room.person("dora").id, function=engineering)
    assert room.person("dora").decider


def test_somebody_who_took_part_is_not_removed(room: Room) -> None:
    ada = room.person("ada").id
    with room.workshop.step("test.stance"):
        stage = room.stage("which-first").id
        proposal = room.workshop[Proposal].add(
            Proposal(key="p", stage=stage, title="T", parked_bring=())
        )
        put = room.workshop[ProposalRound].add(
            ProposalRound(proposal=proposal.id, round=1, text="We will")
        )
        room.workshop[Stance].add(Stance(proposal_round=put.id, participant=ada, level=2))
    error = refused(room, "participant.took_part", people.remove_participant, ada)
    assert error.facts == {"mark": "P1", "record": "stance"}


def test_notes_stay_without_the_author(room: Room) -> None:
    ada = room.person("ada")
    add_note(room.workshop, room.stage("struggles").id, "Mine", author=ada.id)
    people.set_present(room.workshop, ada.id, False)
    people.remove_participant(room.workshop, ada.id)
    assert [(one.author, one.function) for one in all_notes(room)] == [(None, ada.function)]
    assert len(room.workshop[Presence]) == 0
    room.history.undo()
    assert all_notes(room)[0].author == ada.id
    assert not people.is_present(room.workshop, ada.id)


def test_presence_stands_outside_undo(room: Room) -> None:
    ada = room.person("ada").id
    undone = room.history.next_undo()
    people.set_present(room.workshop, ada, True)
    assert len(room.workshop[Presence]) == 0
    people.set_present(room.workshop, ada, False)
    people.set_present(room.workshop, ada, False)
    assert room.history.next_undo() == undone
    assert names(people.present_participants(room.workshop)) == "Ben Cleo Dora Emil"
    people.set_present(room.workshop, ada, True)
    assert people.is_present(room.workshop, ada)


def test_who_votes(room: Room) -> None:
    people.set_decider(room.workshop, room.person("cleo").id, True)
    people.set_present(room.workshop, room.person("dora").id, False)
    assert names(people.voters(room.workshop)) == "Ada Ben Cleo Emil"
    assert names(people.voters(room.workshop, "deciders")) == "Cleo"
    sales = room.function("sales").id
    assert names(people.voters(room.workshop, "functions", [sales])) == "Emil"


def test_seats_are_swapped_and_taken(room: Room) -> None:
    order = seating.seating
    assert names(order(room.workshop)) == "Ada Ben Cleo Dora Emil"
    seating.swap_seats(room.workshop, room.person("ada").id, room.person("dora").id)
    assert names(order(room.workshop)) == "Dora Ben Cleo Ada Emil"
    seating.move_seat(room.workshop, room.person("emil").id, 1)
    assert names(order(room.workshop)) == "Dora Emil Ben Cleo Ada"
    people.add_participant(room.workshop, "Finn", room.function("sales").id)
    assert names(order(room.workshop)) == "Dora Emil Ben Cleo Ada Finn"
    refused(room, "record.gone", seating.swap_seats, room.person("ada").id, 99)


def test_a_place_mark_is_letter_and_place(room: Room) -> None:
    cleo = room.person("cleo")
    assert seating.place_mark(room.workshop, cleo.id) == "E3"
    assert seating.by_place_mark(room.workshop, " e3 ") == cleo
    assert seating.by_place_mark(room.workshop, "E2") is None
