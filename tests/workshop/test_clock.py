from __future__ import annotations

import zoneinfo
from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.workshop.room import NINE, Room, minute, refused
from workshop import agenda, clock, codes, drift
from workshop.clock import go_next
from workshop.records.agenda import ClockEvent
from workshop.records.details import Details
from workshop.rules.clock import State, Urgency


def left(room: Room, key: str, now: datetime) -> float:
    return clock.reading(room.workshop, room.stage(key).id, now).left / timedelta(minutes=1)


def state_of(room: Room, key: str, now: datetime = NINE) -> State:
    return clock.reading(room.workshop, room.stage(key).id, now).clock.state


def on(room: Room) -> str | None:
    stage = clock.current_stage(room.workshop)
    return stage.key if stage else None


def set_details(room: Room, **fields: object) -> None:
    with room.workshop.step("test.details"):
        room.workshop[Details].replace(1, **fields)


def test_next_starts_the_first_then_the_following_and_ends_the_last(room: Room) -> None:
    for number, key in enumerate(("welcome", "struggles", "coffee", "which-first")):
        started = go_next(room.workshop, minute(number))
        assert started is not None
        assert (started.key, on(room)) == (key, key)
    assert go_next(room.workshop, minute(9)) is None
    assert on(room) is None
    refused(room, "clock.nothing_next", go_next, minute(9))


def test_skipped_and_hidden_stages_are_passed_over(room: Room) -> None:
    agenda.skip_stage(room.workshop, room.stage("struggles").id)
    agenda.edit_stage(room.workshop, room.stage("coffee").id, hidden=True)
    go_next(room.workshop, minute(0))
    go_next(room.workshop, minute(1))
    assert on(room) == "which-first"


def test_pause_resume_and_extend(room: Room) -> None:
    refused(room, "clock.nothing_on", clock.pause, minute(0))
    go_next(room.workshop, minute(0))
    clock.pause(room.workshop, minute(10))
    refused(room, "clock.cannot_pause", clock.pause, minute(11))
    assert left(room, "welcome", minute(15)) == 20
    clock.resume(room.workshop, minute(15))
    refused(room, "clock.cannot_resume", clock.resume, minute(15))
    clock.extend(room.workshop, 5, minute(16))
    clock.extend(room.workshop, -1, minute(16))
    assert left(room, "welcome", minute(16)) == 23
    refused(room, "clock.minutes", clock.extend, 0, minute(16))
    refused(room, "clock.minutes", clock.extend, 481, minute(16))
    reading = clock.reading(room.workshop, room.stage("welcome").id, minute(40))
    assert reading.urgency is Urgency.OVER


def test_another_stage_cannot_start_while_one_is_on(room: Room) -> None:
    go_next(room.workshop, minute(0))
    refused(room, "clock.another_is_on", clock.start, room.stage("coffee").id, minute(1))
    refused(room, "clock.cannot_start", clock.go_to, room.stage("welcome").id, minute(1))
    refused(room, "record.gone", clock.go_to, 99, minute(1))


def test_back_gives_the_time_back(room: Room) -> None:
    refused(room, "clock.nothing_before", clock.go_back)
    go_next(room.workshop, minute(0))
    go_next(room.workshop, minute(10))
    clock.go_back(room.workshop)
    assert on(room) == "welcome"
    assert left(room, "welcome", minute(12)) == 18
    assert state_of(room, "struggles") is State.ENDED
    assert left(room, "struggles", minute(12)) == 30
    go_next(room.workshop, minute(14))
    assert on(room) == "struggles"


def test_going_to_an_earlier_stage_leads_back_to_the_one_left(room: Room) -> None:
    for number in range(3):
        go_next(room.workshop, minute(10 * number))
    clock.go_to(room.workshop, room.stage("welcome").id, minute(30))
    assert left(room, "welcome", minute(35)) == 15
    found = clock.next_stage(room.workshop)
    assert found is not None
    assert found.key == "coffee"
    go_next(room.workshop, minute(35))
    found = clock.next_stage(room.workshop)
    assert found is not None
    assert found.key == "which-first"
    assert len(clock.reading(room.workshop, room.stage("coffee").id, minute(36)).clock.runs) == 2


def test_a_stage_can_be_started_as_if_on_time(room: Room) -> None:
    clock.start(room.workshop, room.stage("welcome").id, minute(0))
    assert left(room, "welcome", minute(4)) == 26


def test_a_shortened_stage_has_less_time(room: Room) -> None:
    agenda.shorten_stage(room.workshop, room.stage("welcome").id, 20)
    go_next(room.workshop, minute(0))
    assert left(room, "welcome", minute(5)) == 15


def test_the_clock_stands_outside_undo(room: Room) -> None:
    undone = room.history.next_undo()
    go_next(room.workshop, minute(0))
    clock.pause(room.workshop, minute(1))
    assert room.history.next_undo() == undone


def test_stamps_are_in_the_workshops_zone_whatever_the_callers(room: Room) -> None:
    tokyo = timezone(timedelta(hours=9))
    go_next(room.workshop, minute(0).astimezone(tokyo))
    assert [event.at for event in room.workshop[ClockEvent]] == ["2026-10-06T09:00:00+01:00"]
    set_details(room, time_zone="")
    clock.pause(room.workshop, minute(1).astimezone(tokyo))
    began_here = "2026-10-06T09:01:00+01:00"
    assert list(room.workshop[ClockEvent])[-1].at == began_here
    with pytest.raises(ValueError, match="offset"):
        clock.resume(room.workshop, datetime(2026, 10, 6, 9, 2))


def test_without_a_zone_of_its_own_a_workshop_begins_where_the_system_is(room: Room) -> None:
    set_details(room, time_zone="")
    tokyo = timezone(timedelta(hours=9))
    assert clock.stamp(room.workshop, minute(1).astimezone(tokyo)) == "2026-10-06T17:01:00+09:00"


@pytest.mark.parametrize("name", ["Nowhere/Land", "Europe", "Mars/Base"])
def test_an_unknown_zone_falls_back_to_utc(room: Room, name: str) -> None:
    set_details(room, time_zone=name)
    assert clock.stamp(room.workshop, NINE) == "2026-10-06T08:00:00+00:00"


def test_a_machine_without_zone_data_falls_back_to_utc(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(key: str) -> zoneinfo.ZoneInfo:
        raise zoneinfo.ZoneInfoNotFoundError(key)

    monkeypatch.setattr(codes, "ZoneInfo", missing)
    assert clock.stamp(room.workshop, NINE) == "2026-10-06T08:00:00+00:00"


def test_drift_grows_once_a_stage_is_over(room: Room) -> None:
    assert drift.drift(room.workshop, minute(-20)) == 0
    assert drift.drift(room.workshop, minute(4)) == 4
    go_next(room.workshop, minute(4))
    assert drift.drift(room.workshop, minute(10)) == 4
    assert drift.drift(room.workshop, minute(40)) == 10
    clock.extend(room.workshop, 15, minute(40))
    assert drift.drift(room.workshop, minute(40)) == 19
    clock.end(room.workshop, minute(45))
    assert drift.drift(room.workshop, minute(47)) == 17
    go_next(room.workshop, minute(47))
    agenda.shorten_stage(room.workshop, room.stage("struggles").id, 10)
    assert drift.drift(room.workshop, minute(50)) == -3


def test_drift_after_the_last_stage_is_that_of_its_end(room: Room) -> None:
    for end in (0, 30, 60, 90, 125):
        go_next(room.workshop, minute(end))
    assert drift.drift(room.workshop, minute(300)) == 5
    assert drift.expected_finish(room.workshop, minute(300)) is None


def test_a_rehearsal_a_week_before_is_not_a_week_ahead(room: Room) -> None:
    early = minute(-7 * 24 * 60 + 3)
    go_next(room.workshop, early)
    assert drift.drift(room.workshop, early) == 3


def test_without_a_planned_start_the_day_begins_with_its_first_stage(room: Room) -> None:
    set_details(room, planned_start=None)
    go_next(room.workshop, minute(77))
    go_next(room.workshop, minute(107))
    assert drift.drift(room.workshop, minute(107)) == 0


def test_expected_finish(room: Room) -> None:
    at = datetime(2026, 10, 6, 11)
    assert drift.expected_finish(room.workshop, minute(-15)) == at
    assert drift.expected_finish(room.workshop, minute(5)) == at + timedelta(minutes=5)
    go_next(room.workshop, minute(5))
    assert drift.expected_finish(room.workshop, minute(40)) == at + timedelta(minutes=10)
    agenda.skip_stage(room.workshop, room.stage("coffee").id)
    assert drift.expected_finish(room.workshop, minute(40)) == at - timedelta(minutes=20)
    agenda.pin(room.workshop, room.stage("which-first").id, "10:45")
    assert drift.expected_finish(room.workshop, minute(40)) == at + timedelta(minutes=15)


def test_the_evening_between_two_days(room: Room) -> None:
    agenda.edit_stage(room.workshop, room.stage("which-first").id, day=2)
    for end in (0, 30, 60, 95):
        go_next(room.workshop, minute(end)) if end < 95 else clock.end(room.workshop, minute(end))
    evening, morning = minute(600), minute(24 * 60 + 2)
    assert drift.drift(room.workshop, evening) == 5
    assert drift.expected_finish(room.workshop, evening) is None
    assert drift.drift(room.workshop, morning) == 2
    assert drift.expected_finish(room.workshop, morning) == datetime(2026, 10, 7, 9, 32)


def test_the_timeline_of_a_stage(room: Room) -> None:
    welcome = room.stage("welcome").id
    assert drift.timeline(room.workshop, welcome, minute(0)) is None
    go_next(room.workshop, minute(4))
    go_next(room.workshop, minute(37))
    row = drift.timeline(room.workshop, welcome, minute(40))
    assert row is not None
    assert row.start.isoformat() == "2026-10-06T09:04:00+01:00"
    assert (row.minutes, row.drift_min) == (33, 7)


def test_no_event_is_stored_by_a_refused_change_of_stage(room: Room) -> None:
    go_next(room.workshop, minute(0).astimezone(UTC))
    count = len(room.workshop[ClockEvent])
    refused(room, "record.gone", clock.go_to, 12, minute(3))
    assert len(room.workshop[ClockEvent]) == count
