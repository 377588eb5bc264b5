"""The demo at every hour: its day is planned around now, also across midnight."""

from __future__ import annotations

import datetime

import pytest

from ui import demo
from workshop import clock, drift, room
from workshop.showing import Showing


@pytest.mark.parametrize("stage", ["struggles", "break-2", "guardrails"])
@pytest.mark.parametrize("hour", [0, 3, 4, 5, 6, 12, 22, 23])
def test_the_drift_is_the_sample_s_at_every_hour(stage: str, hour: int) -> None:
    now = datetime.datetime(2026, 11, 22, hour, 7, tzinfo=datetime.UTC)
    workshop = demo.at_work(now, stage)
    on = clock.current_stage(workshop)
    assert on is not None
    assert 0 <= drift.drift(workshop, now) <= 17
    finish = drift.expected_finish(workshop, now)
    assert finish is not None
    left = finish - clock.local(workshop, now, now)
    assert datetime.timedelta() < left < datetime.timedelta(hours=9)


@pytest.mark.parametrize(
    ("stage", "problem", "vision"),
    [("struggles", False, False), ("personas", True, False), ("check-out", True, True)],
)
def test_only_what_is_agreed_by_then_can_be_shown_to_the_room(
    stage: str, problem: bool, vision: bool
) -> None:
    now = datetime.datetime(2026, 11, 22, 12, 7, tzinfo=datetime.UTC)
    view = room.look(demo.at_work(now, stage), Showing(agreed=True), now)
    assert view.agreed is not None
    assert (bool(view.agreed.problem), bool(view.agreed.vision)) == (problem, vision)
