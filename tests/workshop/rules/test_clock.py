from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.errors import Refused
from workshop.rules.clock import (
    ClockEvent,
    EventKind,
    State,
    Urgency,
    back,
    check,
    follow,
    on_stage,
    read,
)

NINE = datetime(2026, 10, 6, 9, tzinfo=UTC)
DUBLIN_SUMMER = timezone(timedelta(hours=1))


def at(minute: float) -> datetime:
    return NINE + timedelta(minutes=minute)


def log(*steps: tuple[str, float], stage: str = "a") -> list[ClockEvent[str]]:
    """Events of one stage, as (kind, minutes after nine); `extend` means five minutes."""
    return [
        ClockEvent(stage, EventKind(kind), at(minute), 5 if kind == "extend" else 0)
        for kind, minute in steps
    ]


def minutes(length: timedelta) -> float:
    return length / timedelta(minutes=1)


def test_a_stage_that_has_not_started_has_all_its_time() -> None:
    reading = read(log(), 20, at(5))
    assert reading.clock.state is State.PLANNED
    assert minutes(reading.left) == 20
    assert reading.urgency is Urgency.NONE


def test_time_left_is_planned_and_extended_minus_run() -> None:
    reading = read(
        log(("start", 0), ("pause", 5), ("resume", 8), ("extend", 10)), planned_min=20, now=at(12)
    )
    assert reading.clock.state is State.RUNNING
    assert minutes(reading.clock.ran) == 9
    assert minutes(reading.clock.paused) == 3
    assert reading.clock.extended_min == 5
    assert minutes(reading.left) == 16


def test_a_pause_stops_the_clock_until_it_ends() -> None:
    events = log(("start", 0), ("pause", 4))
    assert minutes(read(events, 10, at(30)).clock.ran) == 4
    assert minutes(read(events, 10, at(30)).clock.paused) == 26


def test_an_ended_stage_stands_still() -> None:
    reading = read(log(("start", 0), ("end", 12)), 10, at(99))
    assert reading.clock.state is State.ENDED
    assert minutes(reading.overrun) == 2
    assert reading.urgency is Urgency.NONE


def test_a_stage_may_end_while_it_is_paused() -> None:
    clock = follow(log(("start", 0), ("pause", 4), ("end", 6)))
    assert (minutes(clock.ran), minutes(clock.paused)) == (4, 2)


def test_a_wrong_extension_is_taken_back_by_a_negative_one() -> None:
    events = [
        *log(("start", 0), ("extend", 1)),
        ClockEvent("a", EventKind.EXTEND, at(2), minutes=-5),
    ]
    assert minutes(read(events, 10, at(4)).left) == 6


@pytest.mark.parametrize(
    ("ran", "urgency"),
    [
        (0, Urgency.NONE),
        (15.9, Urgency.NONE),
        (16, Urgency.LOW),
        (18.9, Urgency.LOW),
        (19, Urgency.LAST),
        (19.9, Urgency.LAST),
        (20, Urgency.OVER),
        (25, Urgency.OVER),
    ],
)
def test_it_warns_at_a_fifth_and_a_twentieth_left_and_when_over(
    ran: float, urgency: Urgency
) -> None:
    assert read(log(("start", 0)), 20, at(ran)).urgency is urgency


def test_a_stage_that_is_gone_back_to_goes_on_with_what_was_left() -> None:
    reading = read(log(("start", 0), ("end", 6), ("start", 20)), 10, at(21))
    assert len(reading.clock.runs) == 2
    assert minutes(reading.left) == 3


@pytest.mark.parametrize(
    ("events", "kind"),
    [
        (log(), "pause"),
        (log(), "resume"),
        (log(), "extend"),
        (log(), "end"),
        (log(("start", 0)), "start"),
        (log(("start", 0)), "resume"),
        (log(("start", 0), ("pause", 1)), "pause"),
        (log(("start", 0), ("pause", 1)), "start"),
        (log(("start", 0), ("end", 1)), "pause"),
        (log(("start", 0), ("end", 1)), "resume"),
        (log(("start", 0), ("end", 1)), "extend"),
        (log(("start", 0), ("end", 1)), "end"),
    ],
)
def test_what_cannot_follow_is_refused(events: list[ClockEvent[str]], kind: str) -> None:
    impossible = ClockEvent("a", EventKind(kind), at(9))
    with pytest.raises(Refused) as refusal:
        check(events, impossible)
    assert refusal.value.key == f"clock.cannot_{kind}"
    assert refusal.value.facts == {"stage": "a", "state": follow(events).state}


def test_one_stage_at_a_time() -> None:
    start = ClockEvent("b", EventKind.START, at(9))
    running = log(("start", 0))
    with pytest.raises(Refused, match=r"clock\.another_is_on") as refusal:
        check(running, start)
    assert refusal.value.facts == {"stage": "b", "other": "a"}
    check([*running, *log(("end", 9))], start)


def test_the_stage_that_is_on() -> None:
    assert on_stage(log()) is None
    assert on_stage(log(("start", 0), ("pause", 3))) == "a"
    assert on_stage(log(("start", 0), ("end", 3))) is None


def test_a_stamp_needs_its_offset() -> None:
    with pytest.raises(ValueError, match="no offset"):
        ClockEvent("a", EventKind.START, datetime(2026, 10, 6, 9))


def test_stamps_of_different_zones_tell_the_same_time() -> None:
    events = [
        ClockEvent("a", EventKind.START, datetime(2026, 10, 6, 10, 0, tzinfo=DUBLIN_SUMMER)),
        ClockEvent("a", EventKind.END, datetime(2026, 10, 6, 9, 30, tzinfo=UTC)),
    ]
    assert minutes(follow(events).ran) == 30


def test_a_clock_that_was_set_back_loses_one_piece_and_goes_on_rightly() -> None:
    events = log(("start", 0), ("pause", 20), ("resume", 12), ("end", 30))
    clock = follow(events)
    assert (minutes(clock.ran), minutes(clock.paused)) == (38, 0)
    assert minutes(read(log(("start", 10)), 20, at(5)).clock.ran) == 0


def test_back_takes_a_wrong_next_back() -> None:
    pressed = [*log(("start", 0), ("end", 6)), *log(("start", 6), stage="b")]
    whole = [*pressed, *back(pressed)]
    assert on_stage(whole) == "a"
    assert follow(e for e in whole if e.stage == "b").runs == ()
    mended = read([e for e in whole if e.stage == "a"], 10, at(7))
    assert mended == read(log(("start", 0)), 10, at(7))


def test_back_gives_back_pauses_and_extensions_of_the_wrong_stage_too() -> None:
    wrong = log(("start", 6), ("extend", 6.5), ("pause", 7), ("resume", 8), stage="b")
    pressed = [*log(("start", 0), ("end", 6)), *wrong]
    clock = follow(e for e in [*pressed, *back(pressed)] if e.stage == "b")
    assert clock == replace(clock, runs=())
    assert clock.extended_min == 0


def test_back_twice_goes_back_two_stages() -> None:
    events = [
        *log(("start", 0), ("end", 6)),
        *log(("start", 6), ("end", 7), stage="b"),
        *log(("start", 7), stage="c"),
    ]
    events += back(events)
    assert on_stage(events) == "b"
    events += back(events)
    assert on_stage(events) == "a"
    assert read([e for e in events if e.stage == "a"], 10, at(8)) == read(
        log(("start", 0)), 10, at(8)
    )


def test_back_keeps_the_earlier_runs_of_the_stage_it_goes_back_to() -> None:
    twice = log(("start", 0), ("end", 6), ("start", 8), ("end", 9))
    pressed = [*twice, *log(("start", 9), stage="b")]
    clock = follow(e for e in [*pressed, *back(pressed)] if e.stage == "a")
    assert [run.start for run in clock.runs] == [at(0), at(8)]
    assert minutes(clock.ran) == 7


def test_back_after_the_last_stage_lets_it_go_on() -> None:
    ended = log(("start", 0), ("end", 6))
    assert back(ended) == (ClockEvent("a", EventKind.START, at(6)),)


def test_there_is_no_back_before_the_first_stage() -> None:
    for events in (log(), log(("start", 0))):
        with pytest.raises(Refused, match=r"clock\.nothing_before"):
            back(events)


possible_next = {
    State.PLANNED: [EventKind.START],
    State.RUNNING: [EventKind.PAUSE, EventKind.EXTEND, EventKind.END],
    State.PAUSED: [EventKind.RESUME, EventKind.EXTEND, EventKind.END],
    State.ENDED: [EventKind.START],
}


@st.composite
def possible_logs(draw: st.DrawFn, *, steady: bool) -> list[ClockEvent[str]]:
    """Events of one stage that may follow each other; unless `steady`, stamps jump about."""
    events: list[ClockEvent[str]] = []
    minute = 0
    for _ in range(draw(st.integers(0, 12))):
        minute += draw(st.integers(0, 30) if steady else st.integers(-30, 30))
        kind = draw(st.sampled_from(possible_next[follow(events).state]))
        extension = draw(st.sampled_from([-5, 1, 5])) if kind is EventKind.EXTEND else 0
        events.append(ClockEvent("a", kind, at(minute), extension))
    return events


@given(possible_logs(steady=False), st.integers(-300, 300))
def test_no_time_is_ever_negative(events: list[ClockEvent[str]], now: int) -> None:
    clock = read(events, 20, at(now)).clock
    assert clock.ran >= timedelta()
    assert clock.paused >= timedelta()
    for run in clock.runs:
        assert min(run.ran, run.paused) >= timedelta()


@given(possible_logs(steady=True))
def test_with_a_steady_clock_runs_are_made_of_running_and_pauses(
    events: list[ClockEvent[str]],
) -> None:
    for run in follow(events).runs:
        if run.end is not None:
            assert run.ran + run.paused <= run.end - run.start


@given(possible_logs(steady=True), st.integers(1, 60), st.integers(0, 60))
def test_reading_later_never_gives_time_back(
    events: list[ClockEvent[str]], planned: int, later: int
) -> None:
    now = max([event.at for event in events], default=NINE)
    first = read(events, planned, now)
    second = read(events, planned, now + timedelta(minutes=later))
    assert second.left <= first.left
    if second.clock.state is State.RUNNING:
        assert first.left - second.left == timedelta(minutes=later)
