"""The demo at every hour: its day is planned around now, also across midnight."""

from __future__ import annotations

import datetime

import pytest

from ui import demo
from workshop import clock, drift


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
