from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.rules.agenda_times import Day, PlannedStage, schedule

NINE = datetime(2026, 10, 6, 9)
NOON = datetime(2026, 10, 6, 12)


def test_stages_follow_each_other_from_the_start_of_the_day() -> None:
    plan = schedule([PlannedStage("a", 15), PlannedStage("b", 30)], [Day(NINE, NOON)])
    assert plan.slots["a"].start == NINE
    assert plan.slots["b"].start == plan.slots["a"].end == datetime(2026, 10, 6, 9, 15)
    (day,) = plan.days
    assert (plan.minutes, day.ends, day.over_min) == (45, datetime(2026, 10, 6, 9, 45), -135)
    assert plan.fits


def test_a_pinned_stage_starts_at_its_pin_and_leaves_a_gap() -> None:
    stages = [PlannedStage("a", 15), PlannedStage("lunch", 45, time(11, 0)), PlannedStage("b", 30)]
    plan = schedule(stages, [Day(NINE, NOON)])
    assert plan.slots["lunch"].start == datetime(2026, 10, 6, 11)
    assert plan.slots["lunch"].gap_min == 105
    assert plan.slots["b"].start == datetime(2026, 10, 6, 11, 45)
    assert plan.days[0].over_min == 15
    assert plan.minutes == 90
    assert not plan.fits


def test_a_pin_after_midnight_belongs_to_the_evening_before() -> None:
    evening = Day(datetime(2026, 10, 6, 22), datetime(2026, 10, 7, 2))
    stages = [PlannedStage("a", 60), PlannedStage("supper", 30, time(0, 30)), PlannedStage("b", 30)]
    plan = schedule(stages, [evening])
    assert plan.slots["supper"].start == datetime(2026, 10, 7, 0, 30)
    assert plan.days[0].over_min == -30
    early = schedule([PlannedStage("a", 60, time(8))], [Day(NINE, NOON)])
    assert early.slots["a"].start == datetime(2026, 10, 6, 8), "too early is shown, not put off"


def test_an_overlap_is_shown_and_nothing_moves_by_itself() -> None:
    stages = [PlannedStage("a", 90), PlannedStage("sponsor", 30, time(10, 0))]
    plan = schedule(stages, [Day(NINE, NOON)])
    assert plan.slots["a"].end == datetime(2026, 10, 6, 10, 30)
    assert plan.slots["sponsor"].start == datetime(2026, 10, 6, 10)
    assert plan.slots["sponsor"].gap_min == -30
    assert plan.days[0].overlap_min == 30
    assert plan.days[0].over_min == -90
    assert not plan.fits


def test_a_minute_too_long_does_not_fit() -> None:
    assert schedule([PlannedStage("a", 180)], [Day(NINE, NOON)]).fits
    assert not schedule([PlannedStage("a", 181)], [Day(NINE, NOON)]).fits


def test_a_hidden_stage_takes_no_time_even_when_pinned() -> None:
    stages = [PlannedStage("a", 15), PlannedStage("x", 60, time(10), hidden=True)]
    plan = schedule([*stages, PlannedStage("b", 10)], [Day(NINE)])
    assert plan.slots.keys() == {"a", "b"}
    assert plan.slots["b"].start == datetime(2026, 10, 6, 9, 15)
    assert plan.minutes == 25


def test_two_days_have_their_own_start_and_end() -> None:
    second = NINE + timedelta(days=1, minutes=30)
    stages = [PlannedStage("a", 60), PlannedStage("b", 45, time(11), day=2)]
    plan = schedule(stages, [Day(NINE, NOON), Day(second, second + timedelta(hours=2))])
    assert [day.minutes for day in plan.days] == [60, 45]
    assert plan.slots["b"].start == datetime(2026, 10, 7, 11)
    assert plan.slots["b"].gap_min == 90
    assert plan.days[1].over_min == 15
    assert [day.fits for day in plan.days] == [True, False]


def test_a_day_without_an_agreed_end_always_fits() -> None:
    (day,) = schedule([PlannedStage("a", 480)], [Day(NINE)]).days
    assert day.over_min is None
    assert day.fits


def test_an_empty_day_ends_as_it_starts() -> None:
    no_stages: list[PlannedStage[str]] = []
    (day,) = schedule(no_stages, [Day(NINE, NOON)]).days
    assert (day.slots, day.minutes, day.ends) == ((), 0, NINE)


def test_a_stage_on_a_day_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="day 2 of 1"):
        schedule([PlannedStage("a", 10, day=2)], [Day(NINE)])


stages_of_a_day = st.lists(
    st.tuples(st.integers(1, 60), st.none() | st.times(time(9), time(17))), max_size=10
).map(
    lambda rows: [
        PlannedStage(
            place, minutes, pin.replace(second=0, microsecond=0) if pin is not None else None
        )
        for place, (minutes, pin) in enumerate(rows)
    ]
)


@given(stages_of_a_day)
def test_minutes_gaps_and_overlaps_explain_the_whole_day(stages: list[PlannedStage[int]]) -> None:
    (day,) = schedule(stages, [Day(NINE)]).days
    idle = sum(slot.gap_min for slot in day.slots)
    assert day.ends - NINE == timedelta(minutes=day.minutes + idle)
    for stage, slot in zip(stages, day.slots, strict=True):
        assert slot.end - slot.start == timedelta(minutes=stage.minutes)
        if stage.pinned_at is None:
            assert slot.gap_min == 0
        else:
            assert slot.start.time() == stage.pinned_at
