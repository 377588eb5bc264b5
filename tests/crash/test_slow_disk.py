"""A disk on which every flush takes a quarter of a second: nobody waits for it, and it is not asked
once for each step."""

from __future__ import annotations

from pathlib import Path

from tests.crash.jobs import board
from tests.crash.test_faults import facts
from tests.crash.wholeness import check_history
from tests.crash.workers import NO_FORK, Workers
from workshop.document import Document

pytestmark = NO_FORK
STEPS, FLUSH_MS = 100, 250


def test_steps_are_written_in_groups(workers_on_disk: Workers, path: Path) -> None:
    Document.create(path, board()).close()
    given = {"path": path, "milliseconds": FLUSH_MS, "steps": STEPS}
    said = facts(workers_on_disk.run("write_slowly", **given))
    saved = int(said["saved"])
    assert int(said["waiting"]) > saved / 2, "they were taken while the disk was at the first ones"
    assert int(said["flushes"]) < saved / 2
    with Document.open(path) as document:
        assert check_history(document, board()) == saved
