"""Recordings as they are found: cut off, scrambled, of sittings that went different ways."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from workshop.changes import Step, StepId
from workshop.keeping import drafts, recordings
from workshop.keeping.drafts import CAPTURE, Draft
from workshop.keeping.lines import Mark, step_data, write_line
from workshop.keeping.recordings import (
    Recording,
    continuation,
    files_in,
    name_of,
    read_end,
    read_recording,
)
from workshop.store.open_file import StepJob


def job(number: int, at: str = "") -> StepJob:
    return StepJob(Step(StepId(number), at or f"at {number}", "f", "note.add", {}, ()), {})


def mark(number: int, at: str = "") -> Mark:
    return number, at or f"at {number}"


def sitting(first: int, last: int, at: str = "", after: Mark | None = None) -> Recording:
    """Steps from `first` to `last`, the first of which follows on `after`."""
    found = Recording(Path("x"))
    before = after or mark(first - 1)
    for number in range(first, last + 1):
        found.steps.append((before, job(number, at and f"{at} {number}")))
        before = mark(number, at and f"{at} {number}")
    return found


def ids(jobs: list[StepJob]) -> list[int]:
    return [job.step.id for job in jobs]


def test_steps_follow_on_the_last_one_of_a_file_across_sittings() -> None:
    sittings = [sitting(1, 4), sitting(5, 6), sitting(7, 9)]
    assert ids(continuation(sittings, mark(3))) == [4, 5, 6, 7, 8, 9]
    assert continuation(sittings, mark(9)) == []
    assert continuation(sittings, mark(3, "another time")) == []
    assert continuation([], mark(3)) == []


def test_a_new_file_begins_without_a_step() -> None:
    assert ids(continuation([sitting(1, 2, after=(0, ""))], (0, ""))) == [1, 2]
    assert ids(continuation([sitting(3, 4, after=(0, ""))], (0, ""))) == [3, 4]


def test_where_two_sittings_went_different_ways_the_newer_one_counts() -> None:
    first, second = sitting(1, 6), sitting(4, 5, "later", after=mark(3))
    assert [job.step.at for job in continuation([first, second], mark(3))] == ["later 4", "later 5"]
    assert ids(continuation([first, second], mark(4))) == [5, 6]


def test_a_gap_ends_what_follows() -> None:
    found = sitting(1, 6)
    del found.steps[2]
    assert ids(continuation([found], (0, "at 0"))) == [1, 2]


def test_steps_that_lead_back_end_too() -> None:
    found = Recording(Path("x"), steps=[(mark(2), job(1)), (mark(1), job(2))])
    assert ids(continuation([found], mark(1))) == [2]


def write(file: Path, *lines: dict[str, Any] | bytes) -> Path:
    file.write_bytes(
        b"".join(line if isinstance(line, bytes) else write_line(line) for line in lines)
    )
    return file


HEAD: dict[str, Any] = {
    "path": "/a.workshop",
    "identity": "ab" * 16,
    "opened": "then",
    "last": [0, ""],
    "drafts": [],
}


def test_a_recording_that_was_cut_off_or_scrambled_keeps_its_other_lines(tmp_path: Path) -> None:
    steps = [write_line(step_data(job(n), mark(n - 1))) for n in range(1, 8)]
    file = write(tmp_path / "a.jsonl", HEAD, *steps)
    whole, rng = file.read_bytes(), random.Random(5)
    for _ in range(60):
        spoilt = bytearray(whole)
        at = rng.randrange(len(whole))
        spoilt[at] ^= 1 << rng.randrange(8)
        file.write_bytes(spoilt)
        found = read_recording(file)
        hit = whole.count(b"\n", 0, at)  # the line that was hit; a line feed belongs to both sides
        gone = {hit, hit + 1} if whole[at : at + 1] == b"\n" else {hit}
        left = [n for n in range(1, 8) if n not in gone]
        assert ids([step for _, step in found.steps]) == left
        assert found.unreadable >= 1
        cut = rng.randrange(len(whole))
        file.write_bytes(whole[:cut])
        complete = whole[: cut + 1].count(b"}\n") - 1 + (whole[cut - 1 : cut + 1] == b"}\n")
        assert len(read_recording(file).steps) in (complete, complete + 1)


def test_whatever_a_line_says_nothing_fails(tmp_path: Path) -> None:
    strange: list[dict[str, Any] | bytes] = [
        b"", b"\n", b"{}\n", b"\xff\xfe\n", {"draft": None}, {"draft": {"place": "capture"}},
        {"draft": {"place": "elsewhere", "text": "x", "where": {}}}, {"closed": 1},
        {"draft": {"place": "capture", "text": "x", "where": {"stage": "1"}}},
        {"draft": {"place": "capture", "text": 5, "where": {}}},
        {"draft": {"place": "capture", "text": "x" * (drafts.LONGEST + 1), "where": {}}},
        {"closed": "x", "last": "y", "drafts": []}, {"step": {}}, {"path": 5},
        {"closed": "x", "last": [1, ""], "drafts": [None]}, {"nothing": "known"},
    ]  # fmt: skip
    found = read_recording(write(tmp_path / "a.jsonl", *strange))
    assert found.steps == []
    assert found.drafts == {}
    assert found.unreadable >= 10
    assert read_end(tmp_path / "a.jsonl") is None


def test_the_end_is_read_alone_and_only_of_one_that_was_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = drafts.to_plain(Draft(CAPTURE, "half", {"stage": 1}))
    closing = {"closed": "then", "last": [3, "at 3"], "drafts": [draft], "moved_to": None}
    file = write(tmp_path / "a.jsonl", HEAD, b"x" * 5000 + b"\n", closing)
    monkeypatch.setattr(recordings, "_TAIL", 400)
    end = read_end(file)
    assert end is not None
    assert (end.last, end.drafts) == ((3, "at 3"), {CAPTURE: Draft(CAPTURE, "half", {"stage": 1})})
    assert read_end(write(file, HEAD, closing, step_data(job(4), mark(3)))) is None
    assert read_end(write(file, HEAD, write_line(closing)[:-5])) is None
    assert read_end(write(file, b"")) is None


def test_files_come_oldest_first(tmp_path: Path) -> None:
    names = [name_of(f"2026-10-06T1{n}:12:00.123+00:00", "ab") for n in (1, 0, 2)]
    for name in (*names, "other.txt"):
        write(tmp_path / name, HEAD)
    assert [file.name for file in files_in(tmp_path)] == sorted(names)
    assert files_in(tmp_path / "none") == []


def test_what_the_disk_does_not_give_is_told_and_not_there(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "a.jsonl"
    folder.mkdir()
    assert read_recording(folder).steps == []
    assert read_end(folder) is None
    assert "cannot be read" in caplog.text
