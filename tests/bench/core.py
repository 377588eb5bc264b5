"""The workshop in memory and its file: opening, saving, a step until it is on the disk, memory.

Everything that waits for the disk is put in relation to one bare flush of 4 kB on the same disk in
the same run.
"""

from __future__ import annotations

import gc
import os
import statistics
import tempfile
import threading
import time
import tracemalloc
from functools import partial
from pathlib import Path
from typing import BinaryIO

from tests.bench.report import Report
from tests.builders import add_note, board_of
from workshop.document import Document
from workshop.records.agenda import Stage
from workshop.records.notes import Note
from workshop.records.people import Participant
from workshop.store.loading import read_records
from workshop.store.opening import open_checked
from workshop.store.whole import whole, write_whole

SIZES = (90, 5_000, 20_000)
STEPS = 200


def run(report: Report) -> None:
    """Measure in a folder of its own, on the disk where temporary files stand."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for notes in SIZES:
            _files(report, folder / f"{notes}.workshop", notes)
        for notes in SIZES:
            _steps(report, folder / f"{notes}.workshop", notes)
        for notes in SIZES:
            _memory(report, folder / f"{notes}.workshop", notes)


def _flush(file: BinaryIO) -> float:
    file.seek(0)
    start = time.perf_counter()
    file.write(bytes(4096))
    os.fsync(file.fileno())
    return time.perf_counter() - start


def _files(report: Report, path: Path, notes: int) -> None:
    workshop = board_of(notes)
    name = f"save as a new file, {notes:,} notes"
    report.time(name, lambda: write_whole(whole(workshop), path, force=True))
    report.figure(f"size, {notes:,} notes", path.stat().st_size / 1e6, "MB")
    first = f"open with every check, {SIZES[0]:,} notes"
    report.time(
        f"open with every check, {notes:,} notes",
        partial(_open_and_close, path),
        against="" if notes == SIZES[0] else first,
    )
    taken, _ = open_checked(path)
    first = f"rows into records, {SIZES[0]:,} notes"
    report.time(
        f"rows into records, {notes:,} notes",
        lambda: read_records(taken.connection, path, "note"),
        against="" if notes == SIZES[0] else first,
    )
    taken.close()


def _open_and_close(path: Path) -> None:
    taken, _ = open_checked(path)
    taken.close()


def _steps(report: Report, path: Path, notes: int) -> None:
    """One note at a time: until the step is in memory, and until the disk has it; and after each,
    since the speed of a disk changes from second to second, one bare flush."""
    in_memory, on_disk, flushed = [], [], []
    with Document.open(path) as document, path.with_suffix(".flush").open("wb", 0) as file:
        workshop = document.workshop
        person, stage = next(iter(workshop[Participant])), next(iter(workshop[Stage]))
        saved = threading.Event()
        document.saved_listeners.append(lambda _: saved.set())
        for _ in range(STEPS):
            saved.clear()
            start = time.perf_counter()
            with workshop.step("notes.add"):
                add_note(workshop, stage.id, person)
            in_memory.append(time.perf_counter() - start)
            saved.wait()
            on_disk.append(time.perf_counter() - start)
            flushed.append(_flush(file))
    flush = f"a bare flush of 4 kB, beside {notes:,} notes"
    _spread(report, flush, flushed, against="")
    _spread(report, f"a note, in memory, among {notes:,}", in_memory, against="")
    _spread(report, f"a note, on the disk, among {notes:,}", on_disk, against=flush)


def _spread(report: Report, name: str, seconds: list[float], against: str) -> None:
    values = {"median": statistics.median(seconds), "p95": statistics.quantiles(seconds, n=20)[-1]}
    for which, value in values.items():
        report.figure(
            f"{name}: {which}", value, "s", against=f"{against}: {which}" if against else ""
        )


def _memory(report: Report, path: Path, notes: int) -> None:
    gc.collect()
    tracemalloc.start()
    taken, workshop = open_checked(path)
    taken.close()
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(workshop[Note]) >= notes
    report.figure(f"memory of an open workshop, {notes:,} notes", held / 1e6, "MB")
    report.figure(f"most memory while opening, {notes:,} notes", peak / 1e6, "MB")
