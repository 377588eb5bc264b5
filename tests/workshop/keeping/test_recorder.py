"""The recorder: what it is told is on the disk, in order, whatever the disk does meanwhile."""

from __future__ import annotations

import errno
import logging
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from workshop.changes import Step, StepId
from workshop.keeping import recorder as module
from workshop.keeping.drafts import CAPTURE, NOTE, Draft
from workshop.keeping.locks import lock, sync
from workshop.keeping.recorder import Recorder
from workshop.keeping.recordings import is_being_written, read_end, read_recording
from workshop.store.open_file import StepJob

ABOUT = {"path": "/a/b.workshop", "identity": "ab" * 16, "opened": "2026-10-06T10:12:00+00:00"}
SECONDS = 30.0


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shelf" / "recordings" / "one.jsonl"


@pytest.fixture
def recorder(file: Path) -> Iterator[Recorder]:
    made = Recorder(file, ABOUT, (4, "then"), {})
    yield made
    made.close()


def job(number: int) -> StepJob:
    return StepJob(Step(StepId(number), f"at {number}", "facilitator", "note.add", {}, ()), {})


def put(recorder: Recorder, first: int, count: int = 1) -> None:
    for number in range(first, first + count):
        recorder.put(job(number))


def on_its_thread() -> bool:
    """Whether the recorder asks, and not somebody else in this process."""
    return threading.current_thread().name == "workshop-recorder"


def numbers(file: Path) -> list[int]:
    return [step.step.id for _, step in read_recording(file).steps]


def test_steps_are_on_the_disk_each_behind_the_one_it_follows_on(
    recorder: Recorder, file: Path
) -> None:
    put(recorder, 5, 3)
    assert recorder.wait(SECONDS)
    found = read_recording(file)
    assert (found.path, found.identity) == (Path("/a/b.workshop"), "ab" * 16)
    assert [after for after, _ in found.steps] == [(4, "then"), (5, "at 5"), (6, "at 6")]
    assert [step for _, step in found.steps] == [job(5), job(6), job(7)]
    assert found.last == (7, "at 7")
    assert not found.closed
    assert found.unreadable == 0


def test_a_sitting_in_which_nothing_happens_leaves_no_file(file: Path) -> None:
    Recorder(file, ABOUT, (4, "then"), {}).close()
    assert not file.parent.exists()
    Recorder(file, ABOUT, (4, "then"), {CAPTURE: Draft(CAPTURE, "as it was")}).close()
    assert not file.parent.exists()


def test_a_sitting_that_ends_in_order_says_so(file: Path) -> None:
    recorder = Recorder(file, ABOUT, (4, "then"), {})
    put(recorder, 5)
    recorder.draft(Draft(CAPTURE, "half a thought", {"stage": 3}))
    recorder.close()
    assert read_recording(file).closed
    end = read_end(file)
    assert end is not None
    assert end.last == (5, "at 5")
    assert end.drafts == {CAPTURE: Draft(CAPTURE, "half a thought", {"stage": 3})}


def test_one_that_is_given_up_does_not_say_so(file: Path) -> None:
    recorder = Recorder(file, ABOUT, (4, "then"), {})
    put(recorder, 5)
    recorder.close(is_done=False)
    assert numbers(file) == [5]
    assert not read_recording(file).closed
    assert read_end(file) is None


def test_one_whose_work_went_on_elsewhere_says_where(file: Path) -> None:
    recorder = Recorder(file, ABOUT, (4, "then"), {})
    put(recorder, 5)
    recorder.draft(Draft(CAPTURE, "goes along"))
    recorder.close(moved_to=Path("/c/d.workshop"))
    found = read_recording(file)
    assert found.moved_to == Path("/c/d.workshop")
    assert found.drafts == {}


def test_drafts_change_and_go(recorder: Recorder, file: Path) -> None:
    for draft in (
        Draft(CAPTURE, "one", {"stage": 1}),
        Draft(NOTE, "two", {"note": 9}),
        Draft(CAPTURE, "one and \ud800 more", {"stage": 2}),
        Draft(NOTE),
    ):
        recorder.draft(draft)
    assert recorder.wait(SECONDS)
    kept = {CAPTURE: Draft(CAPTURE, "one and \ud800 more", {"stage": 2})}
    assert read_recording(file).drafts == recorder.drafts == kept
    size = file.stat().st_size
    recorder.draft(Draft(NOTE))
    put(recorder, 5)
    assert recorder.wait(SECONDS)
    assert file.read_bytes()[size:].count(b"\n") == 1, "no draft gone twice"


def test_the_drafts_of_the_sitting_before_stand_at_its_beginning(file: Path) -> None:
    before = {CAPTURE: Draft(CAPTURE, "as it was")}
    recorder = Recorder(file, ABOUT, (4, "then"), before)
    put(recorder, 5)
    recorder.close(is_done=False)
    assert read_recording(file).drafts == before


def test_nothing_counts_as_written_before_the_disk_was_flushed(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []
    may_flush = threading.Event()

    def slow(descriptor: int) -> None:
        may_flush.wait(SECONDS)
        flushed.append(os.fstat(descriptor).st_size)

    monkeypatch.setattr(module, "sync", slow)
    recorder = Recorder(file, ABOUT, (4, "then"), {})
    put(recorder, 5)
    assert not recorder.wait(0.05)
    may_flush.set()
    assert recorder.wait(SECONDS)
    assert flushed == [file.stat().st_size]
    put(recorder, 6)
    assert recorder.wait(SECONDS)
    assert flushed[-1] == file.stat().st_size
    recorder.close()
    assert flushed[-1] == file.stat().st_size


def test_a_file_that_somebody_writes_to_is_known(recorder: Recorder, file: Path) -> None:
    put(recorder, 5)
    assert recorder.wait(SECONDS)
    assert is_being_written(file)
    recorder.close()
    assert not is_being_written(file)
    assert not is_being_written(file.with_name("none.jsonl"))
    descriptor = os.open(file, os.O_RDWR)
    assert lock(descriptor)
    os.close(descriptor)


def test_only_the_user_may_read_it(recorder: Recorder, file: Path) -> None:
    put(recorder, 5)
    assert recorder.wait(SECONDS)
    if os.name != "nt":
        assert file.stat().st_mode & 0o077 == 0
        assert file.parent.stat().st_mode & 0o077 == 0


class FailingDisk:
    """A disk on which one call of the recorder fails while `fails` is set; `half`: it takes ever
    less of what is written."""

    def __init__(self, call: str, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.fails = threading.Event()
        self._call, self._code = call, code
        self._write = os.write
        monkeypatch.setattr(os, "write", self._write_some)
        monkeypatch.setattr(os, "open", self._failing("open", os.open))
        monkeypatch.setattr(os, "ftruncate", self._failing("truncate", os.ftruncate))
        monkeypatch.setattr(module, "sync", self._failing("sync", sync))

    def _failing(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def do(*arguments: Any) -> Any:
            self._fail(name)
            return real(*arguments)

        return do

    def _fail(self, name: str) -> None:
        if self.fails.is_set() and name == self._call and on_its_thread():
            raise OSError(self._code, os.strerror(self._code))

    def _write_some(self, descriptor: int, data: memoryview) -> int:
        self._fail("write")
        if self._call == "half" and self.fails.is_set() and on_its_thread():
            if len(data) < 20:
                self._fail("half")
            return self._write(descriptor, data[: len(data) // 2])
        return self._write(descriptor, data)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("call", ["open", "write", "half", "sync", "truncate"])
def test_a_disk_that_fails_costs_nothing_once_it_is_back(
    file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
    call: str, code: int,
) -> None:  # fmt: skip
    disk = FailingDisk(call, code, monkeypatch)
    monkeypatch.setattr(module, "FIRST_PAUSE", 0.01)
    recorder = Recorder(file, ABOUT, (4, "then"), {})
    if call != "open":
        put(recorder, 5)
        assert recorder.wait(SECONDS)
    disk.fails.set()
    with caplog.at_level(logging.WARNING):
        put(recorder, 6, 300)
        assert not recorder.wait(0.1)
    assert caplog.text.count("cannot write") == 1, "said once"
    disk.fails.clear()
    assert recorder.wait(SECONDS)
    recorder.close()
    found = read_recording(file)
    assert found.unreadable == 0
    assert [step.step.id for _, step in found.steps][-300:] == list(range(6, 306))
    assert found.closed


def test_closing_does_not_wait_for_a_disk_that_fails(
    file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = os.write

    def full(descriptor: int, data: memoryview) -> int:
        if on_its_thread():
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(descriptor, data)

    monkeypatch.setattr(os, "write", full)
    recorder = Recorder(file, ABOUT, (4, "then"), {})
    put(recorder, 5)
    recorder.close()
    assert read_recording(file).steps == []


def test_closing_does_not_wait_for_ever_for_a_disk_that_hangs(
    file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    goes_on = threading.Event()
    monkeypatch.setattr(module, "sync", lambda _: goes_on.wait(SECONDS))
    monkeypatch.setattr(module, "CLOSING_SECONDS", 0.05)
    recorder = Recorder(file, ABOUT, (4, "then"), {})
    put(recorder, 5)
    recorder.close()
    assert "does not answer" in caplog.text
    goes_on.set()
