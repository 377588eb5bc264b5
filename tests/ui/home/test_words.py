"""What Home says of times, states and lengths."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from ui.home.recent_words import place_words, state_colour, state_words, when_words
from ui.home.strip import length_words
from ui.recent import FINISHED, PAUSED_AFTER, PLANNED, STOPPED, Entry
from ui.theme import DARK, LIGHT, Theme
from workshop.marks import LEAST_CONTRAST, contrast

ZONE = datetime.timezone(datetime.timedelta(hours=1))
NOW = datetime.datetime(2026, 11, 22, 0, 30, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-11-22T00:05:00+01:00", "today 00:05"),
        ("2026-11-21T23:58:00+01:00", "yesterday 23:58"),
        ("2026-11-21T23:10:00+00:00", "today 00:10"),
        ("2026-11-12T09:00:00+01:00", "12 November"),
        ("2025-11-22T09:00:00+01:00", "22 November 2025"),
        ("2026-11-23T09:00:00+01:00", "23 November"),
    ],
)
def test_when(at: str, words: str) -> None:
    assert when_words(at, NOW) == words


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (PLANNED, "Not begun"),
        (STOPPED, "Stopped in stage 3"),
        (PAUSED_AFTER, "Stopped after stage 3"),
        (FINISHED, "Finished"),
    ],
)
def test_how_far(state: str, words: str) -> None:
    entry = Entry(Path("/a"), "A", NOW.isoformat(), state=state, stage=3)
    assert state_words(entry) == words
    assert state_words(entry, "file.missing") == "Not found"
    assert state_words(entry, "file.schema") == "Cannot be read"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("problem", ["", "file.missing"])
def test_states_can_be_read_on_paper(theme: Theme, problem: str) -> None:
    for state in (PLANNED, STOPPED, FINISHED):
        entry = Entry(Path("/a"), "A", NOW.isoformat(), state=state)
        assert contrast(state_colour(entry, problem, theme), theme.paper) >= LEAST_CONTRAST


@pytest.mark.parametrize(
    ("minutes", "words"), [(210, "3 h 30"), (480, "8 h"), (65, "1 h 05"), (1, "1 minute")]
)
def test_lengths(minutes: int, words: str) -> None:
    assert length_words(minutes) == words


def test_workshops_of_one_title_are_told_apart() -> None:
    paths = [
        "/a/Harbour.workshop",
        "/a/Harbour 2.workshop",
        "/b/Harbour.workshop",
        "/b/Quay.workshop",
    ]
    entries = [Entry(Path(path), "Vision", "2026-11-22T00:05:00+01:00") for path in paths]
    entries.append(Entry(Path("/c/Other.workshop"), "Other", "2026-11-22T00:05:00+01:00"))
    assert [place_words(one, entries) for one in entries] == ["a", "Harbour 2", "b", "Quay", ""]
    twice = [Entry(Path(f"/{top}/x/Harbour.workshop"), "Vision", entries[0].at) for top in "ab"]
    assert len({place_words(one, twice) for one in twice}) == 2
