"""The board canvas: frames at 200 to 20,000 notes, beside a graphics view with the same notes."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from PySide6.QtWidgets import QApplication

from tests.bench.board_parts import whole_window
from tests.bench.board_parts.frames import HEIGHT, WIDTH, Times, tell
from tests.bench.board_parts.graphics_view import GraphicsView
from tests.bench.board_parts.own_canvas import OwnCanvas
from tests.bench.report import Report
from tests.board_sheets import cards, lanes
from ui import fonts
from ui.board.typesetting import QtTypesetter
from workshop.board.arrangements import Space
from workshop.board.layout import lay_out
from workshop.board.style import CONSOLE

SIZES = (200, 500, 5000, 20000)
RIVAL_SIZES = (200, 5000, 20000)
FRESH_STARTS = 5


def run(report: Report) -> None:
    """Measure every size, the graphics view first so that ours can be told as a ratio to it.

    With `BENCH_CLOCK=cpu` in the environment processor time is counted, not time on the wall.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QApplication.instance() or QApplication(sys.argv[:1])
    fonts.load()
    own: dict[int, Times] = {}
    for size in SIZES:
        sheet = lanes(cards(size))
        rival: Times = {}
        if size in RIVAL_SIZES:
            layout = lay_out(sheet, Space(WIDTH, HEIGHT), CONSOLE, QtTypesetter(CONSOLE))
            rival = GraphicsView(layout).measure()
            for name, seconds in rival.items():
                tell(report, f"{size:6,} in a graphics view: {name}", seconds)
        own[size] = OwnCanvas(sheet).measure()
        for name, seconds in own[size].items():
            against = f"{size:6,} in a graphics view: {name}" if rival.get(name) else ""
            tell(report, f"{size:6,}: {name}", seconds, against)
        for name, seconds in whole_window.measure(size).items():
            tell(report, f"{size:6,} in the program's window: {name}", seconds)
        _fresh(report, size)
    _growth(report)


def _fresh(report: Report, size: int) -> None:
    """Start to painted board and memory, each in a process of its own."""
    found = sorted(_in_fresh_process(size) for _ in range(FRESH_STARTS))
    seconds, grown = found[len(found) // 2]
    report.figure(f"{size:6,}: process start to painted, no file read", seconds, "s")
    if grown >= 0:
        report.figure(f"{size:6,}: memory grown by", grown, "MB")


def _in_fresh_process(size: int) -> tuple[float, float]:
    command = [sys.executable, "-m", "tests.bench.board_parts.fresh", str(size), str(time.time())]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, grown = (float(word) for word in done.stdout.split())
    return seconds, grown


def _growth(report: Report) -> None:
    """How much more 20,000 notes take than 500: 40 times would be linear."""
    few, many = f"{SIZES[1]:6,}: ", f"{SIZES[-1]:6,}: "
    values = {row.name: row.value for row in report.rows}
    for name in list(values):
        rest = name.removeprefix(few)
        if rest != name and many + rest in values:
            grown = values[many + rest] / max(values[name], 1e-9)
            report.figure(f"from 500 to 20,000: {rest}", grown, "times")
