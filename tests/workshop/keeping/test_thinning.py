"""Which backups are kept, by their age."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from workshop.keeping.thinning import DAY, HOUR, STEPS, to_remove

NOW = datetime.datetime(2026, 11, 20, 17, 30, tzinfo=datetime.UTC)
OLDEST = STEPS[-1][0]
ages = st.lists(
    st.timedeltas(datetime.timedelta(0), 500 * DAY).map(lambda age: age - age % HOUR / 60)
)


def kept(times: list[datetime.datetime], now: datetime.datetime = NOW) -> list[datetime.datetime]:
    gone = to_remove(times, now)
    return [time for time in times if time not in gone]


def every(step: datetime.timedelta, count: int) -> list[datetime.datetime]:
    return [NOW - n * step for n in range(count)]


def test_a_day_of_backups_every_five_minutes() -> None:
    times = every(datetime.timedelta(minutes=5), 12 * 24)
    left = kept(times)
    assert all(time in left for time in times if NOW - time <= 3 * HOUR)
    hours = {(time.date(), time.hour) for time in left if NOW - time > 3 * HOUR}
    assert len(hours) == len([time for time in left if NOW - time > 3 * HOUR])
    assert len(left) in range(56, 60)


def test_a_year_of_backups_every_day() -> None:
    left = kept(every(DAY, 400))
    assert len([time for time in left if NOW - time <= 30 * DAY]) == 31
    assert len(left) in range(41, 45)
    assert NOW - min(left) <= OLDEST


def test_one_alone_stays_however_old_it_is() -> None:
    old = NOW - 4000 * DAY
    assert kept([old]) == [old]
    assert kept([old - DAY, old]) == [old]
    assert to_remove([], NOW) == set()


@given(ages)
def test_thinning_twice_removes_nothing_more_and_the_newest_stays(
    ages: list[datetime.timedelta],
) -> None:
    times = [NOW - age for age in ages]
    once = kept(times)
    assert kept(once) == once
    assert not times or max(times) in once


@given(ages, st.timedeltas(datetime.timedelta(0), 40 * DAY))
def test_no_time_is_left_without_a_backup_that_had_one(
    ages: list[datetime.timedelta], later: datetime.timedelta
) -> None:
    """For each that goes, another one of the same span of time stays."""
    now = NOW + later
    times = [NOW - age for age in ages]
    left = kept(times, now)
    for time in times:
        span = next((span for oldest, span in STEPS if now - time <= oldest), None)
        if span is not None:
            near = max(span, datetime.timedelta(0))
            assert any(abs(time - other) <= near for other in left)
