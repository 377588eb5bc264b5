"""How far off a date is, in words."""

from __future__ import annotations

import pytest

from exports.wording import countdown


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2027-08-24", "in 46 weeks"),
        ("2026-10-20", "in 2 weeks"),
        ("2026-10-19", "in 13 days"),
        ("2026-10-07", "in 1 day"),
        ("2026-10-06", "today"),
        ("2026-10-05", "1 day ago"),
        ("2026-09-20", "2 weeks ago"),
    ],
)
def test_weeks_from_a_fortnight_on(day: str, words: str) -> None:
    assert countdown("2026-10-06", day) == words
