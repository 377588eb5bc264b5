"""Run in a process of its own: from its start to a painted board, and the memory that took.

`python3 -m tests.bench.board_parts.fresh NUMBER` prints seconds from the start of the process, and
the megabytes by which making and painting a board of so many notes has made it grow (-1 where the
system does not tell).
"""

from __future__ import annotations

import sys
import time

from PySide6.QtWidgets import QApplication

from tests.bench.board_parts.frames import BY_PROCESSOR, HEIGHT, WIDTH, frame
from tests.board_sheets import cards, lanes
from ui import fonts
from ui.board.painter import BoardPainter
from ui.board.view import BoardView
from ui.theme import LIGHT
from workshop.board.style import CONSOLE

whole_clock = time.process_time if BY_PROCESSOR else time.time


def memory() -> float:
    """The memory of this process that has pages behind it, in MB; -1 if it cannot be read."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * 4096 / 1e6
    except OSError:
        return -1


def main(count: int, started: float) -> None:
    """Make and paint a board of so many notes. `started` is when the process was, in seconds."""
    application = QApplication(sys.argv[:1])
    fonts.load()
    begun = whole_clock()
    sheet = lanes(cards(count))
    making = whole_clock() - begun  # a workshop reads its notes from a file instead
    view = BoardView(BoardPainter(CONSOLE, LIGHT))
    view.resize(WIDTH, HEIGHT)
    view.show()
    application.processEvents()
    before = memory()
    frame(lambda: view.set_sheet(sheet), view)
    print(whole_clock() - started - making, memory() - before if before > 0 else -1)


if __name__ == "__main__":
    main(int(sys.argv[1]), 0 if BY_PROCESSOR else float(sys.argv[2]))
