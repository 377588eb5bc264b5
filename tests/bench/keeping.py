"""An open workshop with recorder and backups: opening, memory, a step until it is on the disk."""

from __future__ import annotations

import gc
import statistics
import tempfile
import threading
import time
import tracemalloc
from functools import partial
from pathlib import Path

import assets
from tests.bench.report import Report
from tests.builders import add_note, board_of
from workshop.document import Document
from workshop.interchange import reader
from workshop.keeping.vault import Vault
from workshop.records.agenda import Stage
from workshop.records.people import Participant
from workshop.rescue.ladder import survey
from workshop.state import Workshop

SIZES = (5_000, 20_000)
STEPS = 200


def run(report: Report) -> None:
    """Measure in a folder of its own, on the disk where temporary files stand."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = {"the sample": _sample(), **{f"{size:,} notes": board_of(size) for size in SIZES}}
        for words, workshop in made.items():
            path = folder / f"{words}.workshop"
            Document.create(path, workshop).close()
        for words in made:
            _opening(report, folder, words)
        for words in made:
            _steps(report, folder, words)
        for words in made:
            _memory(report, folder, words)
        for words in made:
            _rescue(report, folder, words)


def _sample() -> Workshop:
    return reader.read_file(assets.path("sample", "sample-workshop.yaml"))


def _open_and_close(path: Path, vault: Vault | None) -> None:
    Document.open(path, vault=vault).close()


def _opening(report: Report, folder: Path, words: str) -> None:
    """Closing waits for the backup, so opening is measured alone."""
    path, vault = folder / f"{words}.workshop", Vault(folder / "kept")
    seconds: dict[str, list[float]] = {"": [], " with recorder and backups": []}
    for _ in range(6):
        for kept, times in seconds.items():
            start = time.perf_counter()
            document = Document.open(path, vault=vault if kept else None)
            times.append(time.perf_counter() - start)
            document.close()
    for kept, times in seconds.items():
        against = "" if not kept else f"open {words}"
        report.figure(f"open {words}{kept}", statistics.median(times[1:]), "s", against=against)


def _steps(report: Report, folder: Path, words: str) -> None:
    path, vault = folder / f"{words}.workshop", Vault(folder / "kept")
    for kept in (None, vault):
        name = f"a note among {words}" + (" with recorder and backups" if kept else "")
        in_memory, on_disk = _one_by_one(path, kept)
        for which, found in (("in memory", in_memory), ("on the disk", on_disk)):
            report.figure(f"{name}, {which}: p50", statistics.median(found), "s")
            report.figure(f"{name}, {which}: p95", statistics.quantiles(found, n=20)[-1], "s")


def _one_by_one(path: Path, vault: Vault | None) -> tuple[list[float], list[float]]:
    in_memory, on_disk = [], []
    with Document.open(path, vault=vault) as document:
        workshop = document.workshop
        person, stage = next(iter(workshop[Participant])), next(iter(workshop[Stage]))
        saved = threading.Event()
        document.saved_listeners.append(lambda _: saved.set())
        for _ in range(STEPS):
            saved.clear()
            start = time.perf_counter()
            with workshop.step("note.add"):
                add_note(workshop, stage.id, person)
            in_memory.append(time.perf_counter() - start)
            saved.wait()
            on_disk.append(time.perf_counter() - start)
    return in_memory, on_disk


def _memory(report: Report, folder: Path, words: str) -> None:
    path, vault = folder / f"{words}.workshop", Vault(folder / "kept")
    gc.collect()
    tracemalloc.start()
    document = Document.open(path, vault=vault)
    held, _ = tracemalloc.get_traced_memory()
    document.close()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    report.figure(f"memory of {words}, open", held / 1e6, "MB")
    report.figure(f"most memory of {words}, a backup made", peak / 1e6, "MB")


def _rescue(report: Report, folder: Path, words: str) -> None:
    """The file damaged in its middle, once with and once without what was kept of it."""
    path = folder / f"{words}.workshop"
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 40_000] = bytes(40_000)
    path.write_bytes(data)
    for name, vault in (("kept", "a backup"), ("nothing", "nothing kept")):
        look = partial(survey, path, Vault(folder / name))
        report.time(f"find out what is left of {words}, {vault}", look, repeats=3)
