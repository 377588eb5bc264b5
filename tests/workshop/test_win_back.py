from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workshop.room import NINE, Room, minute, state
from workshop import agenda, clock, drift, win_back
from workshop.history import History
from workshop.interchange import templates
from workshop.records.agenda import Stage, StageOutput
from workshop.records.details import Details
from workshop.state import Workshop
from workshop.win_back import LEFT_OUT, Cost, Line


def _of(template: str) -> Workshop:
    """A workshop from a template that is to begin at nine in Dublin."""
    workshop = templates.new_workshop(template, title="Harbour", on="2026-10-06")
    with workshop.step("test.begin", undoable=False):
        workshop[Details].replace(1, planned_start="09:00", time_zone="Europe/Dublin")
    return workshop


def _at(minutes: float) -> datetime.datetime:
    return NINE + datetime.timedelta(minutes=minutes)


def _keys(workshop: Workshop, lines: tuple[Line, ...]) -> list[str]:
    return [workshop[Stage][line.stage].key for line in lines]


@pytest.mark.parametrize(
    ("template", "minutes"),
    [
        ("vision-half-day", 45),
        ("vision-sprint-day", 82),
        ("customer-journey-mapping", 39),
        ("alignment-check-up", 22),
        ("metrics-and-milestones", 32),
        ("quarterly-revisit", 11),
    ],
)
def test_what_each_template_can_win_back_by_shortening(template: str, minutes: int) -> None:
    workshop = _of(template)
    lines = win_back.propose(workshop, _at(90)).lines
    shortened = [one for one in lines if one.to == agenda.least_minutes(workshop[Stage][one.stage])]
    assert sum(line.wins for line in shortened) == minutes
    late = drift.late_by(workshop, _at(90))
    assert late - drift.late_by(workshop, _at(90), win_back.given(shortened)) == minutes


def test_the_first_lines_of_the_order_that_are_enough_are_taken() -> None:
    workshop = _of("vision-sprint-day")
    found = win_back.propose(workshop, _at(12))
    assert found.late == 12
    assert _keys(workshop, found.lines)[:4] == [
        "landscape",
        "announcement",
        "stretch",
        "positioning",
    ]
    assert _keys(workshop, found.enough) == ["landscape", "announcement"]
    assert drift.late_by(workshop, _at(12), win_back.given(found.enough)) == -4


def test_stages_are_left_out_only_when_shortening_is_not_enough() -> None:
    workshop = _of("alignment-check-up")
    assert all(line.to for line in win_back.propose(workshop, _at(9)).enough[1:])
    found = win_back.propose(workshop, _at(24))
    assert [workshop[Stage][line.stage].key for line in found.enough if line.to == LEFT_OUT] == [
        "break-1", "exchange",
    ]  # fmt: skip
    assert drift.late_by(workshop, _at(24), win_back.given(found.enough)) <= 0


def test_what_is_past_or_on_gives_nothing() -> None:
    workshop = _of("vision-half-day")
    first = agenda.stages(workshop)[0]
    clock.start(workshop, first.id, _at(20))
    assert "opening" not in _keys(workshop, win_back.propose(workshop, _at(20)).lines)


def test_it_is_one_step_that_leaves_the_plan_and_can_be_undone() -> None:
    workshop = _of("vision-half-day")
    history = History(workshop)
    clock.start(workshop, agenda.stages(workshop)[0].id, _at(12))
    before, plan = state(workshop), drift.planned_finish(workshop, _at(12))
    found = win_back.propose(workshop, _at(12))
    win_back.win_back(workshop, found.enough)
    assert drift.late_by(workshop, _at(12)) <= 0
    assert drift.planned_finish(workshop, _at(12)) == plan
    step = history.next_undo()
    assert step is not None
    assert (step.label, step.facts) == ("stage.win_back", {"count": 2 + 1})
    history.undo()
    assert state(workshop) == before


def test_with_nothing_late_nothing_is_taken(room: Room) -> None:
    assert win_back.propose(room.workshop, minute(0)).enough == ()
    assert win_back.propose(room.workshop, minute(0)).late == 0


def test_without_an_order_the_least_and_latest_come_first(room: Room) -> None:
    with room.workshop.step("test.priorities"):
        for key, priority in (("welcome", "optional"), ("struggles", "core")):
            room.workshop[Stage].replace(room.stage(key).id, priority=priority)
    lines = win_back.propose(room.workshop, minute(60)).lines
    assert _keys(room.workshop, lines) == ["welcome", "which-first", "coffee", "struggles"]
    assert {line.to for line in lines} == {18}


def test_a_break_is_never_left_out_while_its_fallback_has_minutes(room: Room) -> None:
    coffee = room.stage("coffee")
    agenda.edit_stage(room.workshop, coffee.id, may_skip=True, shorten_to=20)
    lines = win_back.propose(room.workshop, minute(60)).lines
    assert [line.to for line in lines if line.stage == coffee.id] == [20]


def test_what_is_never_left_out_keeps_its_fallback_and_is_named(room: Room) -> None:
    vote = room.stage("which-first")
    agenda.edit_stage(room.workshop, vote.id, may_skip=True, never_skip=True, shorten_to=0)
    lines = win_back.propose(room.workshop, minute(60)).lines
    assert [line.to for line in lines if line.stage == vote.id] == [1]
    assert win_back.never_left_out(room.workshop, minute(60)) == [room.stage("which-first")]


def test_cuts_before_a_stage_that_waits_for_its_time_win_nothing(room: Room) -> None:
    """Coffee is pinned an hour later than the agenda needs: time before it is won in vain."""
    agenda.pin(room.workshop, room.stage("coffee").id, "11:00")
    clock.start(room.workshop, room.stage("welcome").id, minute(10))
    found = win_back.propose(room.workshop, minute(10))
    assert found.late == 0
    assert _keys(room.workshop, found.lines) == ["which-first", "coffee"]
    found = win_back.propose(room.workshop, minute(100))
    assert found.late == 10
    assert "struggles" in _keys(room.workshop, found.lines)


def test_a_stage_that_was_shortened_today_counts_what_it_lost(room: Room) -> None:
    """Coffee has lost half: its neighbours give no more than 40 %."""
    for key in ("struggles", "coffee", "which-first"):
        agenda.edit_stage(room.workshop, room.stage(key).id, shorten_to=10)
    agenda.shorten_stage(room.workshop, room.stage("coffee").id, 15)
    lines = win_back.propose(room.workshop, minute(60)).lines
    to = {room.workshop[Stage][line.stage].key: line.to for line in lines}
    assert (to["struggles"], to["which-first"]) == (18, 18)


def test_what_leaving_out_costs_the_brief(room: Room) -> None:
    vote, board = room.stage("which-first").id, room.stage("struggles").id
    with room.workshop.step("test.outputs"):
        for stage, section in ((vote, "priorities"), (vote, "problem"), (board, "problem")):
            room.workshop[StageOutput].add(StageOutput(stage=stage, what="x", brief=section))
    left_out = Line(vote, 30, LEFT_OUT)
    assert win_back.cost(room.workshop, left_out) == Cost(("priorities",), ("problem",))
    assert win_back.cost(room.workshop, Line(vote, 30, 20)) == Cost((), ("priorities", "problem"))
    both = [left_out, Line(board, 30, LEFT_OUT)]
    assert win_back.cost(room.workshop, left_out, both) == Cost(("priorities", "problem"), ())
    assert win_back.cost(room.workshop, Line(room.stage("coffee").id, 30, 20)) == Cost()


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.sampled_from(
        ["vision-half-day", "vision-sprint-day", "customer-journey-mapping", "alignment-check-up"]
    ),
    st.integers(0, 90),
    st.data(),
)
def test_whatever_is_taken_no_rule_of_the_day_is_broken(
    template: str, late: int, data: st.DataObject
) -> None:
    workshop = _of(template)
    lines = win_back.propose(workshop, _at(late)).lines
    taken = data.draw(st.lists(st.sampled_from(lines), unique=True)) if lines else []
    win_back.win_back(workshop, taken)
    again = win_back.propose(workshop, _at(late)).lines
    win_back.win_back(workshop, again)
    order = agenda.stages(workshop)
    for stage in order:
        least = agenda.least_minutes(stage)
        assert not (stage.skipped and stage.never_skip)
        if stage.skipped:
            assert stage.may_skip
            assert stage.kind != "break" or least == 0
        assert stage.skipped or agenda.minutes_today(stage) >= least
    deep = [one.skipped or 5 * agenda.minutes_today(one) < 3 * one.minutes for one in order]
    assert not any(left and right for left, right in pairwise(deep))
