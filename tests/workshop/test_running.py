"""Going from stage to stage: back after a wrong next, and back to a stage for a further run."""

from __future__ import annotations

from datetime import timedelta

from tests.workshop.room import Room, minute, refused
from workshop import agenda, clock, running


def left(room: Room, key: str, at: float) -> float:
    """Minutes that a stage has left."""
    reading = clock.reading(room.workshop, room.stage(key).id, minute(at))
    return reading.left / timedelta(minutes=1)


def on(room: Room) -> str:
    stage = clock.current_stage(room.workshop)
    return stage.key if stage else ""


def test_a_wrong_next_is_taken_back_within_a_minute(room: Room) -> None:
    refused(room, "clock.nothing_before", running.go_back, minute(0))
    running.go_next(room.workshop, minute(0))
    running.go_next(room.workshop, minute(10))
    assert running.go_back(room.workshop, minute(11)) is None
    assert (on(room), left(room, "welcome", 11), left(room, "struggles", 11)) == ("welcome", 19, 30)


def test_later_the_stage_before_gets_a_further_run_and_nothing_is_lost(room: Room) -> None:
    running.go_next(room.workshop, minute(0))
    running.go_next(room.workshop, minute(30))
    kept = running.go_back(room.workshop, minute(48))
    assert kept == room.stage("struggles")
    assert (on(room), left(room, "welcome", 48), left(room, "struggles", 48)) == ("welcome", 0, 12)
    assert left(room, "welcome", 50) == -2, "over by what it ran on, not by the other's minutes"
    running.go_next(room.workshop, minute(50))
    assert (on(room), left(room, "struggles", 51)) == ("struggles", 11)
    assert len(clock.reading(room.workshop, kept.id, minute(51)).clock.runs) == 2


def test_back_and_forth_leads_to_the_stage_that_was_left(room: Room) -> None:
    for number in range(3):
        running.go_next(room.workshop, minute(10 * number))
    running.go_back(room.workshop, minute(40))
    assert on(room) == "struggles"
    following = clock.next_stage(room.workshop)
    assert following == room.stage("coffee")
    running.go_next(room.workshop, minute(60))
    assert left(room, "coffee", 60) == 10
    running.go_back(room.workshop, minute(60.5))
    assert on(room) == "struggles", "that next was wrong"


def test_back_again_leads_further_up_the_agenda(room: Room) -> None:
    for number in range(3):
        running.go_next(room.workshop, minute(10 * number))
    for at, key in ((40, "struggles"), (40.1, "welcome")):
        running.go_back(room.workshop, minute(at))
        assert on(room) == key
    refused(room, "clock.nothing_before", running.go_back, minute(45))
    for at, key in ((50, "struggles"), (55, "coffee")):
        running.go_next(room.workshop, minute(at))
        assert on(room) == key
    assert left(room, "coffee", 55) == 10


def test_a_day_that_ended_goes_on_where_it_stopped(room: Room) -> None:
    running.go_next(room.workshop, minute(0))
    clock.end(room.workshop, minute(20))
    assert running.go_back(room.workshop, minute(20.5)) is None
    assert left(room, "welcome", 21) == 9
    clock.end(room.workshop, minute(22))
    running.go_back(room.workshop, minute(600))
    assert left(room, "welcome", 601) == 7, "the night between does not count"


def test_finished_is_when_nothing_is_on_and_nothing_comes(room: Room) -> None:
    assert not running.is_finished(room.workshop)
    for number in range(4):
        running.go_next(room.workshop, minute(number))
        assert not running.is_finished(room.workshop)
    running.go_next(room.workshop, minute(95))
    assert running.is_finished(room.workshop)
    assert running.last_stage(room.workshop) == room.stage("which-first")
    assert running.ended_at(room.workshop, room.stage("which-first"), minute(200)) == "10:35"
    agenda.add_stage(room.workshop, "check_out", "Close")
    assert not running.is_finished(room.workshop)
    last = running.last_stage(room.workshop)
    assert last is not None
    assert running.ended_at(room.workshop, last, minute(200)) == ""
