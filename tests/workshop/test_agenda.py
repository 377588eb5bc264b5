from __future__ import annotations

from dataclasses import replace
from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workshop.room import Room, minute, refused, state
from workshop import agenda, boards, changes, clock, copies
from workshop.errors import Invalid, Refused
from workshop.kinds import consensus
from workshop.notes import add_note
from workshop.records.agenda import (
    Board,
    Lane,
    Stage,
    StageFeed,
    StageInput,
    StageOutput,
    Step,
    Voting,
)
from workshop.records.details import Details
from workshop.records.notes import Note
from workshop.records.rounds import Ballot, Option
from workshop.setups import new_settings, prompt_of, settings_types


def titles(room: Room) -> list[str]:
    return [stage.title for stage in agenda.stages(room.workshop)]


def starts(room: Room, today: bool = False) -> list[time]:
    slots = agenda.times(room.workshop, today=today).slots.values()
    return [slot.start.time() for slot in slots]


@pytest.mark.parametrize("kind", settings_types())
def test_a_stage_of_any_kind_has_its_settings(kind: str) -> None:
    room = Room()
    stage = agenda.add_stage(room.workshop, kind, "  New ", minutes=15)
    assert (stage.title, stage.key, stage.minutes) == ("New", "new", 15)
    assert stage.setup == new_settings(kind)
    assert stage.prompt == prompt_of(kind)
    assert (boards.board_of(room.workshop, stage.id) is not None) == (kind == "board")
    assert agenda.stages(room.workshop)[-1] == stage


def test_a_stage_goes_where_it_is_put(room: Room) -> None:
    agenda.add_stage(room.workshop, "board", "First", index=0)
    agenda.add_stage(room.workshop, "board", "Third", index=2)
    assert titles(room) == ["First", "Welcome", "Third", "Struggles", "Coffee", "Which first"]


def test_impossible_stages_are_refused(room: Room) -> None:
    refused(room, "stage.kind", agenda.add_stage, "quiz", "Quiz")
    refused(room, "name.empty", agenda.add_stage, "board", "")
    refused(room, "stage.minutes", agenda.add_stage, "board", "Long", minutes=481)
    refused(room, "stage.minutes", agenda.set_minutes, room.stage("coffee").id, 0)
    for number in range(56):
        agenda.add_stage(room.workshop, "break", f"Break {number}")
    refused(room, "stage.too_many", agenda.add_stage, "break", "One more")


def test_stages_are_moved_and_moved_back(room: Room) -> None:
    before = state(room.workshop)
    agenda.move_stage(room.workshop, room.stage("which-first").id, 1)
    assert titles(room) == ["Welcome", "Which first", "Struggles", "Coffee"]
    agenda.move_stage(room.workshop, room.stage("welcome").id, 99)
    assert titles(room) == ["Which first", "Struggles", "Coffee", "Welcome"]
    room.history.undo()
    room.history.undo()
    assert state(room.workshop) == before


def test_a_stage_moved_behind_another_takes_its_day(room: Room) -> None:
    agenda.edit_stage(room.workshop, room.stage("coffee").id, day=2)
    agenda.edit_stage(room.workshop, room.stage("which-first").id, day=2)
    agenda.move_stage(room.workshop, room.stage("welcome").id, 2)
    assert [stage.day for stage in agenda.stages(room.workshop)] == [1, 2, 2, 2]
    agenda.move_stage(room.workshop, room.stage("which-first").id, 0)
    assert titles(room) == ["Which first", "Struggles", "Coffee", "Welcome"]
    assert room.stage("which-first").day == 1


@settings(max_examples=30)
@given(moves=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=80))
def test_places_never_run_out(moves: list[tuple[int, int]]) -> None:
    room = Room()
    order = [stage.id for stage in agenda.stages(room.workshop)]
    for source, index in moves:
        moved = order[source]
        order.remove(moved)
        order.insert(index, moved)
        agenda.move_stage(room.workshop, moved, index)
        assert [stage.id for stage in agenda.stages(room.workshop)] == order
    places = [stage.place for stage in agenda.stages(room.workshop)]
    assert all(one < other for one, other in pairwise(places))


def test_two_stages_that_always_swap_are_counted_anew_in_time(room: Room) -> None:
    for turn in range(200):
        agenda.move_stage(room.workshop, agenda.stages(room.workshop)[2].id, 1)
        assert titles(room)[1] == ("Coffee", "Struggles")[turn % 2]


def test_times_follow_from_start_and_minutes(room: Room) -> None:
    assert starts(room) == [time(9), time(9, 30), time(10), time(10, 30)]
    plan = agenda.times(room.workshop)
    assert plan.fits
    assert plan.days[0].over_min == 0


def test_a_pin_and_hidden_and_skipped_stages(room: Room) -> None:
    coffee = agenda.pin(room.workshop, room.stage("coffee").id, "09:45")
    assert agenda.times(room.workshop).slots[coffee.id].gap_min == -15
    agenda.pin(room.workshop, coffee.id, None)
    agenda.skip_stage(room.workshop, coffee.id)
    agenda.shorten_stage(room.workshop, room.stage("struggles").id, 20)
    assert starts(room) == [time(9), time(9, 30), time(10), time(10, 30)]
    assert starts(room, today=True) == [time(9), time(9, 30), time(9, 50)]
    agenda.edit_stage(room.workshop, room.stage("welcome").id, hidden=True)
    assert starts(room) == [time(9), time(9, 30), time(10)]
    with pytest.raises(Invalid):
        agenda.pin(room.workshop, coffee.id, "quarter past nine")


def test_a_day_may_end_after_midnight_and_a_second_follow(room: Room) -> None:
    with room.workshop.step("test.times"):
        room.workshop[Details].replace(1, planned_start="22:00", planned_end="00:30")
    agenda.edit_stage(room.workshop, room.stage("which-first").id, day=2)
    plan = agenda.times(room.workshop)
    assert [day.over_min for day in plan.days] == [-60, -120]
    assert [slot.start.day for slot in plan.slots.values()] == [6, 6, 6, 7]


def test_steps_change_in_proportion(room: Room) -> None:
    stage = room.stage("struggles").id
    parts = [Step(minutes=10, do=" Alone\n"), Step(minutes=15, do="Aloud", bell=True),
             Step(minutes=5, do="Look")]  # fmt: skip
    agenda.set_steps(room.workshop, stage, parts)
    assert room.stage("struggles").steps[0].do == "Alone"
    agenda.shorten_stage(room.workshop, stage, 20)
    today = agenda.steps_today(room.stage("struggles"))
    assert [step.minutes for step in today] == [6, 11, 3]
    assert [step.minutes for step in room.stage("struggles").steps] == [10, 15, 5]
    agenda.shorten_stage(room.workshop, stage, None)
    agenda.set_minutes(room.workshop, stage, 60)
    assert [step.minutes for step in room.stage("struggles").steps] == [20, 30, 10]
    refused(room, "stage.minutes", agenda.shorten_stage, stage, 61)


def test_the_least_minutes_are_the_fallback_or_sixty_percent(room: Room) -> None:
    stage = agenda.set_minutes(room.workshop, room.stage("coffee").id, 15)
    assert agenda.least_minutes(stage) == 9
    stage = agenda.edit_stage(room.workshop, stage.id, shorten_to=12)
    assert agenda.least_minutes(stage) == 12


def test_text_is_cleaned_and_never_told(room: Room) -> None:
    steps: list[changes.Step] = []
    room.workshop.listeners.append(steps.append)
    stage = room.stage("welcome").id
    agenda.edit_stage(
        room.workshop, stage, prompt="Why\tnow\u202e?\n", run=["One\x00", " ", "Two"], say="Go"
    )
    changed = room.stage("welcome")
    assert (changed.prompt, changed.run, changed.say) == ("Why now?", ("One", "Two"), "Go")
    assert steps[0].facts == {"stage": 1, "fields": "prompt, run, say"}
    with pytest.raises(TypeError):
        agenda.edit_stage(room.workshop, stage, minutes=3)
    with pytest.raises(Invalid):
        agenda.edit_stage(room.workshop, stage, priority="urgent")
    with pytest.raises(Refused) as caught:
        agenda.edit_stage(room.workshop, stage, setup=settings_types()["break"]())
    assert caught.value.key == "stage.kind"


def test_a_removed_stage_goes_with_everything_and_comes_back(room: Room) -> None:
    stage = room.stage("struggles")
    add_note(room.workshop, stage.id, "It hurts", author=room.person("ada").id)
    chain = agenda.add_stage(room.workshop, "five_whys", "Why")
    setup = replace(chain.setup, start_from=(stage.key, "previous_brief"))
    agenda.edit_stage(room.workshop, chain.id, setup=setup)
    settle = agenda.add_stage(room.workshop, "consensus", "Settle")
    proposals = consensus.Proposals(from_=(stage.key, chain.key))
    setup = replace(settle.setup, proposals=proposals)
    agenda.edit_stage(room.workshop, settle.id, setup=setup)
    vote = room.stage("which-first").id
    agenda.edit_stage(room.workshop, vote, voting=Voting(from_=(stage.key,), tie=None))
    clock.start(room.workshop, stage.id, minute(0))
    refused(room, "stage.is_on", agenda.remove_stage, stage.id)
    clock.end(room.workshop, minute(5))
    before = state(room.workshop)
    agenda.remove_stage(room.workshop, stage.id)
    assert len(room.workshop[Note]) == 0
    assert room.stage("why").setup.start_from == ("previous_brief",)
    assert room.stage("settle").setup.proposals.from_ == ("why",)
    voting = room.stage("which-first").voting
    assert voting is not None
    assert voting.from_ == ()
    room.history.undo()
    assert state(room.workshop) == before


def test_a_stage_whose_notes_are_voted_on_elsewhere_stays(room: Room) -> None:
    note = add_note(room.workshop, room.stage("struggles").id, "It hurts")
    with room.workshop.step("test.ballot"):
        ballot = room.workshop[Ballot].add(Ballot(key="b", stage=room.stage("which-first").id))
        room.workshop[Option].add(Option(ballot=ballot.id, note=note.id))
    error = refused(room, "stage.voted_on", agenda.remove_stage, room.stage("struggles").id)
    assert error.facts == {"stage": 2, "by": 4}
    agenda.remove_stage(room.workshop, room.stage("which-first").id)
    agenda.remove_stage(room.workshop, room.stage("struggles").id)


def test_a_duplicate_has_the_plan_and_not_the_notes(room: Room) -> None:
    stage = room.stage("struggles")
    add_note(room.workshop, stage.id, "It hurts")
    with room.workshop.step("test.flow"):
        room.workshop[StageInput].add(
            StageInput(stage=stage.id, source=room.stage("welcome").id, what="Hopes")
        )
        output = room.workshop[StageOutput].add(StageOutput(stage=stage.id, what="Notes"))
        room.workshop[StageFeed].add(
            StageFeed(output=output.id, stage=room.stage("which-first").id)
        )
        room.workshop[Board].replace(room.board.id, state="covered", max_words=9)
        room.workshop[Lane].add(Lane(stage=stage.id, key="pains"))
    agenda.pin(room.workshop, stage.id, "09:30")
    before = state(room.workshop)
    copy = copies.duplicate_stage(room.workshop, stage.id)
    assert titles(room) == ["Welcome", "Struggles", "Struggles", "Coffee", "Which first"]
    assert agenda.number_of(room.workshop, copy.id) == 3
    assert (copy.key, copy.pinned_at) == ("struggles-2", None)
    board = boards.board_of(room.workshop, copy.id)
    assert board is not None
    assert (board.state, board.max_words) == ("open", 9)
    assert len(room.workshop[StageFeed]) == 2
    assert len(room.workshop[Note].where("stage", copy.id)) == 0
    room.history.undo()
    assert state(room.workshop) == before


def test_a_stage_of_a_template_leaves_its_neighbours_behind(room: Room) -> None:
    template = Room()
    stage = agenda.add_stage(template.workshop, "five_whys", "Why")
    other = agenda.add_stage(template.workshop, "break", "Elsewhere")
    setup = replace(stage.setup, start_from=("elsewhere", "struggles", "previous_brief"))
    agenda.edit_stage(template.workshop, stage.id, setup=setup)
    with template.workshop.step("test.flow"):
        template.workshop[StageInput].add(
            StageInput(stage=stage.id, source=other.id, what="Something")
        )
        template.workshop[StageInput].add(StageInput(stage=stage.id, what="Earlier"))
    copy = copies.copy_stage(room.workshop, template.workshop, stage.id, index=1)
    assert titles(room)[1] == "Why"
    assert copy.setup.start_from == ("struggles", "previous_brief")
    assert [taken.what for taken in room.workshop[StageInput]] == ["Earlier"]
    assert copy.id in room.workshop[Stage]
