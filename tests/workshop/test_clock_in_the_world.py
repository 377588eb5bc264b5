"""The clock of the day where the world is unkind: sleep, zones, midnight, a clock set back."""

from __future__ import annotations

import shutil
import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.workshop.room import Room, minute
from workshop import boards, clock, drift, running
from workshop.document import Document
from workshop.records.agenda import Board, ClockEvent, Stage
from workshop.records.details import Details
from workshop.rules.clock import State

TOKYO, NEW_YORK = timezone(timedelta(hours=9)), timezone(timedelta(hours=-4))


def _left(room: Room, key: str, at: datetime) -> float:
    reading = clock.reading(room.workshop, room.stage(key).id, at)
    return reading.left / timedelta(minutes=1)


def _set_details(room: Room, **fields: str) -> None:
    with room.workshop.step("test.details"):
        room.workshop[Details].replace(1, **fields)


def test_after_sleep_the_stage_is_over_by_what_was_slept(room: Room) -> None:
    running.go_next(room.workshop, minute(0))
    assert _left(room, "welcome", minute(10)) == 20
    assert _left(room, "welcome", minute(100)) == -70
    assert drift.drift(room.workshop, minute(100)) == 70


@pytest.mark.parametrize("named", ["Europe/Dublin", ""])
def test_another_zone_of_the_system_changes_nothing(room: Room, named: str) -> None:
    _set_details(room, time_zone=named)
    home = timezone(timedelta(hours=1))
    running.go_next(room.workshop, minute(5).astimezone(home))
    for zone in (home, TOKYO, NEW_YORK, UTC):
        now = minute(15).astimezone(zone)
        assert _left(room, "welcome", now) == 20
        assert drift.drift(room.workshop, now) == 5
        assert drift.expected_finish(room.workshop, now) == datetime(2026, 10, 6, 11, 5)
    running.go_next(room.workshop, minute(30).astimezone(TOKYO))
    assert _left(room, "struggles", minute(40).astimezone(NEW_YORK)) == 20
    assert drift.drift(room.workshop, minute(40).astimezone(NEW_YORK)) == 0


def test_a_pause_outlasts_a_crash(tmp_path: Path) -> None:
    """The file as it stands on the disk, while nobody has closed it, opened later."""
    path, copy = tmp_path / "day.workshop", tmp_path / "after.workshop"
    room = Room()
    saved = threading.Event()
    with Document.create(path, room.workshop) as document:
        document.saved_listeners.append(lambda _step: saved.set())
        running.go_next(document.workshop, minute(0))
        clock.pause(document.workshop, minute(10))
        while document.pending:
            saved.wait(30)
            saved.clear()
        shutil.copy(path, copy)
    with Document.open(copy) as found:
        stage = clock.current_stage(found.workshop)
        assert stage is not None
        later = minute(55)
        reading = clock.reading(found.workshop, stage.id, later)
        assert (reading.clock.state, reading.left) == (State.PAUSED, timedelta(minutes=20))
        clock.resume(found.workshop, later)
        reading = clock.reading(found.workshop, stage.id, minute(60))
        assert reading.left == timedelta(minutes=15)
        assert reading.clock.paused == timedelta(minutes=45)


def test_a_day_goes_on_past_midnight(room: Room) -> None:
    """From 23:00 to 1:00 as planned."""
    _set_details(room, planned_start="23:00", planned_end="01:00")
    late = 14 * 60
    running.go_next(room.workshop, minute(late + 3))
    assert drift.drift(room.workshop, minute(late + 10)) == 3
    for at in (33, 63):
        running.go_next(room.workshop, minute(late + at))
    now = minute(late + 70)
    assert clock.local(room.workshop, now, now).hour == 0
    assert drift.drift(room.workshop, now) == 3
    assert drift.expected_finish(room.workshop, now) == datetime(2026, 10, 7, 1, 3)
    row = drift.timeline(room.workshop, room.stage("struggles").id, now)
    assert row is not None
    assert (row.start.isoformat(), row.minutes) == ("2026-10-06T23:33:00+01:00", 30)


def test_a_start_beyond_midnight_is_late_and_not_a_day_early(room: Room) -> None:
    _set_details(room, planned_start="23:50", planned_end="01:50")
    begun = minute(15 * 60 + 5)
    running.go_next(room.workshop, begun)
    assert drift.drift(room.workshop, begun) == 15
    assert drift.late_by(room.workshop, begun) == 15


def test_a_clock_set_back_takes_no_time_that_has_run(room: Room) -> None:
    """At twenty past nine the computer believes that it is twenty past eight."""
    running.go_next(room.workshop, minute(0))
    clock.carry_over(room.workshop, minute(20), minute(-40))
    assert _left(room, "welcome", minute(-40)) == 10
    assert _left(room, "welcome", minute(-35)) == 5
    assert [row.event for row in room.workshop[ClockEvent]] == ["start", "pause", "resume"]
    assert clock.unchanged_for(room.workshop, minute(-35)) == timedelta(minutes=25)
    running.go_next(room.workshop, minute(-30))
    assert _left(room, "welcome", minute(-30)) == 0
    assert _left(room, "struggles", minute(-25)) == 25


def test_a_clock_set_back_in_a_pause_or_with_nothing_on_needs_nothing(room: Room) -> None:
    clock.carry_over(room.workshop, minute(20), minute(-40))
    assert not len(room.workshop[ClockEvent])
    running.go_next(room.workshop, minute(0))
    clock.pause(room.workshop, minute(10))
    clock.carry_over(room.workshop, minute(20), minute(-40))
    clock.resume(room.workshop, minute(-35))
    assert _left(room, "welcome", minute(-30)) == 15


def test_silent_writing_goes_on_over_a_clock_set_back(room: Room) -> None:
    running.start(room.workshop, room.stage("struggles").id, minute(0))
    boards.start_silent(room.workshop, room.board.id, minute(2))
    clock.carry_over(room.workshop, minute(4), minute(-56))
    left = boards.silent_left(room.workshop, room.board, minute(-55))
    assert left == timedelta(minutes=room.workshop[Board][room.board.id].silent_minutes - 3)


def test_back_after_a_clock_set_back_throws_nothing_away(room: Room) -> None:
    running.go_next(room.workshop, minute(0))
    running.go_next(room.workshop, minute(30))
    clock.carry_over(room.workshop, minute(45), minute(-15))
    assert running.go_back(room.workshop, minute(-10)) == room.stage("struggles")
    assert _left(room, "struggles", minute(-10)) == 10
    assert room.workshop[Stage][room.stage("welcome").id] == clock.current_stage(room.workshop)
