"""The start: from a new process to the painted board of the sample, beside a bare Qt window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.report import Report
from ui import demo
from ui.console.feed import local_now
from workshop import boards
from workshop.document import Document
from workshop.records.agenda import Board

STARTS = 11


def run(report: Report) -> None:
    """Start both in turns, so that what else the machine does meets both alike; the first start of
    each only warms the disk's cache."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = _sample(folder)
        environment = _environment(folder)
        both = {"bare": [_start("bare", [], environment)],
                "ours": [_start("ours", [str(file)], environment)]}  # fmt: skip
        for _ in range(STARTS):
            both["bare"].append(_start("bare", [], environment))
            both["ours"].append(_start("ours", [str(file)], environment))
    _tell(report, "a bare PySide6 window", both["bare"][1:], "")
    _tell(report, "the sample's board", both["ours"][1:], "a bare PySide6 window")


def _environment(folder: Path) -> dict[str, str]:
    """A home of its own, and compiled modules kept as they are in an installed program."""
    own = {f"XDG_{kind}_HOME": str(folder) for kind in ("DATA", "CONFIG", "STATE")}
    own |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **own}


def _sample(folder: Path) -> Path:
    """The sample in the middle of its day, with a board that the window shows."""
    workshop = demo.at_work(local_now())
    for board in list(workshop[Board]):
        boards.open_board(workshop, board.id)
    file = folder / "Sample.workshop"
    Document.create(file, workshop).close()
    return file


def _start(part: str, rest: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds of the processor and on the wall."""
    module = f"tests.bench.start_parts.{part}"
    command = [sys.executable, "-m", module, str(time.time()), *rest]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    processor, wall = (float(word) for word in done.stdout.split())
    return processor, wall


def _tell(report: Report, name: str, found: list[tuple[float, float]], against: str) -> None:
    for at, which in enumerate(("processor", "wall")):
        median = statistics.median(seconds[at] for seconds in found)
        other = f"{against}, {which}" if against else ""
        report.figure(f"{name}, {which}", median, "s", against=other)
