"""A step until it is on disks whose flush takes 0, 5 and 250 ms; needs Linux and a C compiler.

The file stands in memory where there is such a folder, so that what is added is all that a flush
takes. Beside it: how many flushes a step takes, and how long a burst of steps.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.bench.report import Report
from tests.crash import disk
from tests.crash.conftest import MEMORY
from tests.crash.jobs import board
from tests.crash.test_faults import facts
from tests.crash.workers import Workers
from workshop.document import Document

STEPS = {0: 300, 5: 200, 250: 24}
"""One after the other, each waited for, by the milliseconds of a flush."""
BURST = 100


def run(report: Report) -> None:
    """Measure in a folder of its own."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        folder = Path(name)
        library = disk.build(folder)
        with Workers(disk.environment(library)) as workers:
            for milliseconds in STEPS:
                _measure(report, workers, folder / "work" / "a.workshop", milliseconds)


def _measure(report: Report, workers: Workers, path: Path, milliseconds: int) -> None:
    path.parent.mkdir(exist_ok=True)
    Document.create(path, board(), force=True).close()
    steps = STEPS[milliseconds]
    given = {"path": path, "milliseconds": milliseconds}
    said = facts(workers.run("time_steps", **given, steps=steps))
    for which in ("median", "p95"):
        name = f"a note, on the disk, {milliseconds} ms a flush: {which}"
        report.figure(name, float(said[which]), "s")
    name = f"flushes of a note, {milliseconds} ms each"
    report.figure(name, int(said["flushes"]) / steps, "")
    said = facts(workers.run("write_slowly", **given, steps=BURST))
    name = f"{BURST} steps in a burst until all are on the disk, {milliseconds} ms a flush"
    report.figure(name, float(said["seconds"]), "s")
    report.figure(f"flushes of that burst, {milliseconds} ms each", int(said["flushes"]), "")
