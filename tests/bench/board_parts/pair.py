"""Our canvas and a graphics view with the same notes, at the scale that Qt was started with.

`python3 -m tests.bench.board_parts.pair 200 5000` prints the seconds of every frame as JSON; for
displays of 200 % that is done in a process of its own, since Qt asks for the scale once.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

from PySide6.QtWidgets import QApplication

from tests.bench.board_parts.frames import HEIGHT, WIDTH, Times
from tests.bench.board_parts.graphics_view import GraphicsView
from tests.bench.board_parts.own_canvas import OwnCanvas
from tests.board_sheets import cards, lanes
from ui import fonts
from ui.board.typesetting import QtTypesetter
from workshop.board.arrangements import Space
from workshop.board.layout import lay_out
from workshop.board.style import CONSOLE

Pair = tuple[Times, Times]
"""The frames of ours, and of the graphics view."""


def measure(size: int, *, with_rival: bool = True) -> Pair:
    """Both at work on a board of so many notes, the graphics view first."""
    sheet = lanes(cards(size))
    rival: Times = {}
    if with_rival:
        layout = lay_out(sheet, Space(WIDTH, HEIGHT), CONSOLE, QtTypesetter(CONSOLE))
        rival = GraphicsView(layout).measure()
    return OwnCanvas(sheet).measure(), rival


def measure_scaled(sizes: tuple[int, ...], scale: int) -> dict[int, Pair]:
    """The same on a display of another scale."""
    command = [sys.executable, "-m", "tests.bench.board_parts.pair", *map(str, sizes)]
    environment = {**os.environ, "QT_SCALE_FACTOR": str(scale)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    found = json.loads(done.stdout)
    return {int(size): (own, rival) for size, (own, rival) in found.items()}


def main(sizes: list[int]) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    fonts.load()
    print(json.dumps({size: measure(size) for size in sizes}))
    application.quit()


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]])
