"""The groups of a stage: formed, shuffled, changed by hand."""

from __future__ import annotations

import pytest

from tests.workshop.room import Room, refused, state
from workshop import agenda, groups, people
from workshop.records.agenda import GroupPlan
from workshop.records.journey import Journey, Phase
from workshop.records.notes import Group, GroupMember
from workshop.records.words import ParticipantId, StageId
from workshop.rules.grouping import Same


@pytest.fixture
def stage(room: Room) -> StageId:
    """A board; Ada and Ben are of Product, Cleo of Engineering, Dora and Emil of Sales."""
    return room.stage("struggles").id


def _names(room: Room, stage: StageId) -> list[list[str]]:
    return [
        [person.name for person in groups.members_of(room.workshop, group.id)]
        for group in groups.groups_of(room.workshop, stage)
    ]


def test_groups_take_their_size_from_the_stage_or_its_kind(room: Room, stage: StageId) -> None:
    assert groups.plan_of(room.workshop, stage).size == 4
    exchange = agenda.add_stage(room.workshop, "insight_exchange", "Exchange")
    assert groups.plan_of(room.workshop, exchange.id).size == 2
    agenda.edit_stage(room.workshop, stage, groups=GroupPlan(size=3, mixed_functions=False))
    assert groups.plan_of(room.workshop, stage) == GroupPlan(size=3, mixed_functions=False)


def test_people_in_the_room_are_put_together_and_taken_apart(room: Room, stage: StageId) -> None:
    before = state(room.workshop)
    assert groups.form(room.workshop, stage, size=2)
    names = _names(room, stage)
    assert sorted(map(len, names)) == [2, 3]
    assert not any(
        {"Ada", "Ben"} <= set(group) or {"Dora", "Emil"} <= set(group) for group in names
    )
    room.history.undo()
    assert state(room.workshop) == before
    room.history.redo()
    groups.dissolve(room.workshop, stage)
    assert state(room.workshop) == before


def test_those_who_are_not_there_are_in_no_group(room: Room, stage: StageId) -> None:
    people.set_present(room.workshop, room.person("ada").id, False)
    groups.form(room.workshop, stage, size=2)
    assert sorted(name for group in _names(room, stage) for name in group) == [
        "Ben", "Cleo", "Dora", "Emil",
    ]  # fmt: skip


def test_fewer_than_two_are_no_group(room: Room, stage: StageId) -> None:
    for key in ("ada", "ben", "cleo", "dora"):
        people.set_present(room.workshop, room.person(key).id, False)
    error = refused(room, "groups.too_few", groups.form, stage)
    assert error.facts == {"count": 1}
    people.set_present(room.workshop, room.person("ada").id, True)
    refused(room, "groups.size", groups.form, stage, size=1)


def test_shuffling_keeps_locked_groups_and_brings_nothing_again(room: Room, stage: StageId) -> None:
    people.add_participant(room.workshop, "Finn", room.function("engineering").id)
    groups.form(room.workshop, stage, size=2)
    first = groups.groups_of(room.workshop, stage)[0]
    groups.lock(room.workshop, first.id)
    kept = [person.name for person in groups.members_of(room.workshop, first.id)]
    seen: list[Same[ParticipantId]] = [groups.free_part(room.workshop, stage)]
    while groups.form(room.workshop, stage, size=2, seen=seen):
        assert groups.free_part(room.workshop, stage) not in seen
        seen.append(groups.free_part(room.workshop, stage))
        assert kept in _names(room, stage)
    assert len(seen) == 3, "four people can be paired in three ways"


def test_another_size_keeps_the_names_of_groups(room: Room, stage: StageId) -> None:
    groups.form(room.workshop, stage, size=2)
    first = groups.groups_of(room.workshop, stage)[0]
    groups.rename(room.workshop, first.id, " The quay\n")
    groups.form(room.workshop, stage, size=5)
    assert [group.name for group in groups.groups_of(room.workshop, stage)] == ["The quay"]
    assert len(_names(room, stage)[0]) == 5


def test_people_move_and_an_empty_group_goes(room: Room, stage: StageId) -> None:
    groups.form(room.workshop, stage, size=2)
    one, other = groups.groups_of(room.workshop, stage)
    movers = groups.members_of(room.workshop, other.id)
    groups.move_member(room.workshop, movers[0].id, one.id)
    assert movers[0] in groups.members_of(room.workshop, one.id)
    groups.lock(room.workshop, other.id)
    for person in movers[1:]:
        groups.move_member(room.workshop, person.id, one.id)
    assert len(groups.groups_of(room.workshop, stage)) == 2, "a locked group stays"
    groups.lock(room.workshop, other.id, False)
    groups.move_member(room.workshop, movers[0].id, other.id)
    groups.move_member(room.workshop, movers[0].id, one.id)
    assert [group.id for group in groups.groups_of(room.workshop, stage)] == [one.id]
    assert len(room.workshop[GroupMember]) == 5, "nobody is in two groups"


def test_who_comes_late_joins_the_smallest(room: Room, stage: StageId) -> None:
    late = people.add_participant(room.workshop, "Finn", room.function("engineering").id)
    assert not groups.join(room.workshop, stage, late.id), "there are no groups yet"
    people.set_present(room.workshop, late.id, False)
    groups.form(room.workshop, stage, size=2)
    people.set_present(room.workshop, late.id, True)
    assert groups.join(room.workshop, stage, late.id)
    assert sorted(map(len, _names(room, stage))) == [3, 3]
    assert not groups.join(room.workshop, stage, late.id)


def test_a_group_may_work_on_a_function(room: Room, stage: StageId) -> None:
    groups.form(room.workshop, stage)
    group = groups.groups_of(room.workshop, stage)[0]
    sales = room.function("sales").id
    assert groups.set_area(room.workshop, group.id, function=sales).function == sales
    assert groups.set_area(room.workshop, group.id).function is None
    assert len(room.workshop[Group]) == 1


def test_a_group_may_work_on_phases_from_left_to_right(room: Room, stage: StageId) -> None:
    with room.workshop.step("test.journey"):
        journey = room.workshop[Journey].add(Journey(stage=stage))
        rows = [Phase(journey=journey.id, key=name, name=name, place=place)
                for place, name in enumerate(("search", "buy", "use"))]  # fmt: skip
        search, buy, use = (room.workshop[Phase].add(row).id for row in rows)
    groups.form(room.workshop, stage)
    group = groups.groups_of(room.workshop, stage)[0].id
    groups.set_area(room.workshop, group, phases=(use, search))
    assert [one.name for one in groups.phases_of(room.workshop, group)] == ["search", "use"]
    groups.set_area(room.workshop, group, phases=(buy,))
    assert [one.name for one in groups.phases_of(room.workshop, group)] == ["buy"]
    groups.set_area(room.workshop, group, function=room.function("sales").id)
    assert groups.phases_of(room.workshop, group) == []
