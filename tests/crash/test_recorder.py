"""The recorder through power cuts: what it has acknowledged is in the recording."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.crash.power import Disk, Event, read_log
from tests.crash.workers import NO_FORK, Workers
from workshop.keeping.drafts import CAPTURE
from workshop.keeping.recordings import read_recording

pytestmark = NO_FORK
SITTINGS, CUTS, STEPS = 5, 30, 40
LONG = 40


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "recordings"
    folder.mkdir()
    return folder / "one.jsonl"


def sitting(workers: Workers, file: Path, seed: int) -> list[Event]:
    """The use of the disk in a sitting. A mark has the last step and the number of the draft."""
    log = file.parents[1] / f"{seed}.log"
    assert workers.run("record", file=file, log=log, seed=seed, steps=STEPS) == []
    return read_log(log)


def cut_again_and_again(workers: Workers, file: Path, seed: int) -> None:
    events, choose = sitting(workers, file, seed), random.Random(seed)
    assert {"W", "S", "A"} <= {event.what for event in events}
    for _ in range(CUTS):
        disk = Disk(file.parent)
        for event in events[: choose.randint(1, len(events))]:
            disk.take(event)
        left = disk.after_cut(choose).get(file.name)
        if left is None:
            assert disk.mark < 0
            continue
        file.write_bytes(left)
        found = read_recording(file)
        step, draft = divmod(max(disk.mark, 0), 1000)
        ids = [job.step.id for _, job in found.steps]
        assert set(range(2, step + 1)) <= set(ids)
        if disk.mark >= 0:
            kept = int(found.drafts[CAPTURE].text.removeprefix("draft "))
            assert kept >= draft


@pytest.mark.parametrize("seed", range(SITTINGS))
def test_power_cuts_take_no_line_that_was_acknowledged(
    workers_on_disk: Workers, file: Path, seed: int
) -> None:
    cut_again_and_again(workers_on_disk, file, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(SITTINGS, SITTINGS + LONG))
def test_many_power_cuts(workers_on_disk: Workers, file: Path, seed: int) -> None:
    cut_again_and_again(workers_on_disk, file, seed)
