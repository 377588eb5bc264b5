"""What the console says of the day, before anyone has said when it starts."""

from __future__ import annotations

import pytest

from tests.workshop.room import Room, minute
from ui.console.clock_words import drift_words, finish_words
from workshop import clock
from workshop.records.details import Details


@pytest.mark.parametrize("on", [None, "2026-10-06"])
def test_a_day_without_a_start_has_no_finish_until_it_begins(on: str | None) -> None:
    room = Room()
    with room.workshop.step("test"):
        room.workshop[Details].replace(1, on=on, planned_start=None, planned_end=None)
    assert finish_words(room.workshop, minute(-203)) == ""
    assert drift_words(room.workshop, minute(-203)) == ("", "second")
    clock.go_next(room.workshop, minute(2))
    assert finish_words(room.workshop, minute(2)) == "finish 11:02, planned 11:02"
    assert drift_words(room.workshop, minute(2)) == ("on time", "second")


def test_a_day_with_a_start_has_a_finish_before_it_begins() -> None:
    room = Room()
    with room.workshop.step("test"):
        room.workshop[Details].replace(1, on=None)
    assert finish_words(room.workshop, minute(-60)) == "finish 11:00, planned 11:00"
