"""A program is killed, and its file is gone afterwards: all that was recorded comes back."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crash.jobs import board
from tests.crash.wholeness import check_history
from tests.crash.workers import NO_FORK, Workers
from workshop.document import Document
from workshop.keeping.drafts import CAPTURE
from workshop.keeping.vault import Vault
from workshop.rescue.ladder import bring_back, survey

pytestmark = NO_FORK
KILLS, LONG = 10, 150
LONGEST_WAIT = 0.006

LOST: tuple[Callable[[Path], object], ...] = (
    Path.unlink,
    lambda path: os.truncate(path, path.stat().st_size // 2),
    lambda path: path.write_bytes(bytes(path.stat().st_size)),
    lambda path: path.write_bytes(random.Random(1).randbytes(path.stat().st_size)),
)


def kill(workers: Workers, path: Path, vault: Path, choose: random.Random) -> int:
    """Kills a program that works on the file; returns the last step that its recorder had."""
    worker = workers.start("work_with_vault", path=path, vault=vault, seed=choose.randrange(10**9))
    said = [worker.line() for _ in range(choose.choice((1, 3, 10)))]
    time.sleep(choose.random() * LONGEST_WAIT)
    worker.kill()
    said += worker.rest()
    return max(int(line.split()[1]) for line in said)


def kill_and_lose(workers: Workers, path: Path, fresh: Path, seed: int) -> None:
    choose, vault = random.Random(seed), path.parents[1] / "vault"
    shutil.copyfile(fresh, path)
    Document.open(path, vault=Vault(vault)).close()  # so that there is a backup
    recorded = kill(workers, path, vault, choose)
    choose.choice(LOST)(path)
    before = path.read_bytes() if path.exists() else None
    found = survey(path, Vault(vault))
    assert found.account.is_all
    new = path.with_name("new.workshop")
    bring_back(found, new, Vault(vault))
    assert (path.read_bytes() if path.exists() else None) == before
    with Document.open(new, vault=Vault(vault)) as document:
        assert check_history(document, board()) >= recorded
        kept = int(document.drafts[CAPTURE].text.removeprefix("draft "))
        assert kept >= recorded - 1, "the draft was kept with the step, or the one before"
        document.history.undo()
    for left in path.parent.iterdir():
        left.unlink()
    shutil.rmtree(vault)


@pytest.mark.parametrize("seed", range(KILLS))
def test_what_was_recorded_comes_back_though_the_file_is_lost(
    workers: Workers, path: Path, fresh: Path, seed: int
) -> None:
    kill_and_lose(workers, path, fresh, seed)


@pytest.mark.long
def test_many_kills_and_losses(workers: Workers, path: Path, fresh: Path) -> None:
    for seed in range(KILLS, KILLS + LONG):
        kill_and_lose(workers, path, fresh, seed)
