"""The power goes at any moment: every acknowledged step is on the disk, and no half one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.crash.jobs import board
from tests.crash.power import Disk, Event, read_log
from tests.crash.wholeness import check_history
from tests.crash.workers import NO_FORK, Workers
from workshop.document import Document

pytestmark = NO_FORK
SITTINGS, CUTS, STEPS = 16, 30, 60
"""In a run of the suite: so many recorded sittings, so many cuts in each, so many steps in it."""
LONG_SITTINGS = 110


def record(workers: Workers, path: Path, seed: int) -> list[Event]:
    """A sitting from the making of the file to its closing."""
    log = path.parents[1] / f"{seed}.log"
    assert workers.run("sit", path=path, log=log, seed=seed, steps=STEPS) == []
    return read_log(log)


def check_cut(events: list[Event], path: Path, choose: random.Random) -> None:
    """Cuts the power at a random moment and looks at what is left."""
    disk = Disk(path.parent)
    for event in events[: choose.randint(1, len(events))]:
        disk.take(event)
    for old in path.parent.iterdir():
        old.unlink()
    for name, content in disk.after_cut(choose).items():
        (path.parent / name).write_bytes(content)
    if disk.mark < 0 and not path.exists():
        return  # it was still being made
    with Document.open(path) as document:
        assert check_history(document, board()) >= disk.mark


def cut_again_and_again(workers: Workers, path: Path, seed: int) -> None:
    events, choose = record(workers, path, seed), random.Random(seed)
    assert {"W", "S", "U", "R", "A"} <= {event.what for event in events}
    for _ in range(CUTS):
        check_cut(events, path, choose)


@pytest.mark.parametrize("seed", range(SITTINGS))
def test_power_cuts_lose_nothing_acknowledged(
    workers_on_disk: Workers, path: Path, seed: int
) -> None:
    cut_again_and_again(workers_on_disk, path, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(SITTINGS, LONG_SITTINGS))
def test_many_power_cuts_lose_nothing_acknowledged(
    workers_on_disk: Workers, path: Path, seed: int
) -> None:
    cut_again_and_again(workers_on_disk, path, seed)
