"""Lines of a recording: what is written comes back, and a line that was hit is told."""

from __future__ import annotations

import random
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import fill
from workshop.changes import Change, Step, StepId
from workshop.keeping.lines import read_line, read_mark, read_step, step_data, write_line
from workshop.state import Workshop
from workshop.store.open_file import StepJob

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


def a_step() -> StepJob:
    """A step that adds a record to every table and removes the first."""
    steps: list[Step] = []
    workshop = Workshop()
    workshop.listeners.append(steps.append)
    fill(workshop)
    (step,) = steps
    gone = next(change for change in step.changes if change.new is not None)
    changes = (*step.changes, Change(gone.table, gone.id, gone.new, None))
    made = Step(StepId(7), step.at, "facilitator", "test.fill", {"nr": 1}, changes, undoes=None)
    return StepJob(made, {"note": 3, "note.nr": 2})


@given(st.dictionaries(st.text(), PLAIN, min_size=1, max_size=4))
def test_a_line_comes_back(data: dict[str, Any]) -> None:
    line = write_line(data)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert read_line(line[:-1]) == data


def test_a_step_comes_back_with_the_one_it_follows_on() -> None:
    job = a_step()
    data = read_line(write_line(step_data(job, (6, "2026-10-06T10:12:00.000+00:00")))[:-1])
    assert data is not None
    assert read_step(data) == ((6, "2026-10-06T10:12:00.000+00:00"), job)


@given(st.integers(0, 2**32))
def test_a_line_that_was_hit_is_none(seed: int) -> None:
    rng = random.Random(seed)
    line = write_line({"draft": {"text": "We promise what we cannot ship 漢字"}, "at": "now"})[:-1]
    spoilt = bytearray(line)
    spoilt[rng.randrange(len(line))] ^= 1 << rng.randrange(8)
    assert read_line(bytes(spoilt)) is None
    assert read_line(line[: rng.randrange(len(line))]) is None


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"step": "1"},
        {"step": True},
        {"changes": [["note", 1, None, None]]},
        {"changes": [["no such table", 1, None, {}]]},
        {"changes": [["note", 2, None, {"id": 1, "text": "x"}]]},
        {"changes": [[]]},
        {"sequence": {"note": "3"}},
        {"after": 1},
        {"facts": 3},
    ],
)
def test_a_line_that_is_no_step_of_ours_is_none(data: dict[str, Any]) -> None:
    whole = step_data(StepJob(Step(StepId(2), "", "f", "note.add", {}, ()), {}), (1, ""))
    assert read_step(whole) is not None
    assert read_step({**whole, **data} if data else {}) is None


@pytest.mark.parametrize("plain", [None, [], [1], ["1", ""], [1.0, ""], [1, "", 2]])
def test_a_mark_that_is_none(plain: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        read_mark(plain)


def test_a_whole_line_of_something_else_is_none() -> None:
    for start in (b"[1", b'"x"', b'{"a"', b'{"a":"\xff"', b""):
        assert read_line(start + b',"sum":"%08x"}' % zlib.crc32(start)) is None
