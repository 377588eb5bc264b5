from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from workshop.rules.clock import ClockEvent, EventKind
from workshop.rules.timeline import timeline_row

DUBLIN = ZoneInfo("Europe/Dublin")
START, PAUSE, RESUME, END = EventKind.START, EventKind.PAUSE, EventKind.RESUME, EventKind.END


def events(*steps: tuple[EventKind, str]) -> list[ClockEvent[str]]:
    """Events on the day of the sample, each at a time of day in UTC."""
    return [
        ClockEvent("a", kind, datetime.fromisoformat(f"2026-10-06T{time}+00:00"))
        for kind, time in steps
    ]


def local(hour: int, minute: int) -> datetime:
    return datetime(2026, 10, 6, hour, minute)


def test_a_row_has_local_times_minutes_with_pauses_and_the_drift() -> None:
    row = timeline_row(
        events((START, "09:20:00"), (PAUSE, "09:30:00"), (RESUME, "09:33:00"), (END, "09:46:00")),
        planned_end=local(10, 30),
        zone=DUBLIN,
    )
    assert row is not None
    assert (row.start.time(), row.end and row.end.time()) == (
        local(10, 20).time(),
        local(10, 46).time(),
    )
    assert (row.minutes, row.drift_min, len(row.runs)) == (26, 16, 1)


def test_seconds_are_cut_off_so_that_rows_add_up() -> None:
    first = timeline_row(events((START, "09:00:40"), (END, "09:10:20")), None, UTC)
    second = timeline_row(events((START, "09:10:20"), (END, "09:20:10")), None, UTC)
    assert first is not None
    assert second is not None
    assert (first.minutes, second.minutes) == (10, 10)
    assert first.drift_min is None


def test_an_early_end_is_a_drift_below_zero() -> None:
    row = timeline_row(events((START, "09:00:00"), (END, "09:08:59")), local(9, 10), UTC)
    assert row is not None
    assert row.drift_min == -2


def test_a_stage_gone_back_to_has_runs_and_the_time_between_is_not_its_own() -> None:
    row = timeline_row(
        events((START, "09:00:00"), (END, "09:10:00"), (START, "10:00:00"), (END, "10:05:00")),
        local(9, 10),
        UTC,
    )
    assert row is not None
    assert (row.minutes, row.drift_min, len(row.runs)) == (15, 55, 2)
    assert row.start == datetime(2026, 10, 6, 9, tzinfo=UTC)
    assert row.end == datetime(2026, 10, 6, 10, 5, tzinfo=UTC)


def test_a_stage_that_is_on_has_no_end_yet() -> None:
    row = timeline_row(events((START, "09:00:00"), (PAUSE, "09:01:00")), local(9, 10), UTC)
    assert row is not None
    assert (row.end, row.minutes, row.drift_min) == (None, None, None)


def test_a_stage_that_never_ran_or_was_taken_back_has_no_row() -> None:
    assert timeline_row(events(), local(9, 10), UTC) is None
    assert timeline_row(events((START, "09:00:00"), (END, "09:00:00")), None, UTC) is None


def test_the_night_the_clocks_change_has_its_real_minutes() -> None:
    start = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    night = [
        ClockEvent("a", START, start),
        ClockEvent("a", END, start + timedelta(minutes=60)),
    ]
    row = timeline_row(night, None, DUBLIN)
    assert row is not None
    assert row.minutes == 60


def test_a_clock_set_back_makes_no_negative_minutes() -> None:
    row = timeline_row(events((START, "09:30:00"), (END, "09:10:00")), local(9, 40), UTC)
    assert row is not None
    assert row.minutes == 0
