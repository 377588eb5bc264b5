"""Run in a process of its own: the program, from its start to a painted board.

`python -m tests.bench.start_parts.ours STARTED FILE` prints the processor's seconds and those on
the wall since STARTED, which is a time of `time.time`. The program runs as it is, up to the moment
when its window is shown and about to be painted; from then on its board tells when that is done.
"""

from __future__ import annotations

import sys
import time

from ui import __main__, garbage

_settle = garbage.settle


def settle_and_watch() -> None:
    """Does what the program does here, and lets the board tell."""
    garbage.settle = _settle
    _settle()
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent

    from ui.console.board_desk import Board

    paint = Board.paintEvent

    def paint_and_tell(board: Board, event: QPaintEvent) -> None:
        paint(board, event)
        if board.board.notes:
            QTimer.singleShot(0, _tell)  # once the whole window is painted

    Board.paintEvent = paint_and_tell  # type: ignore[method-assign, assignment]


def _tell() -> None:
    print(time.process_time(), time.time() - float(sys.argv[1]))

    from PySide6.QtWidgets import QApplication

    QApplication.quit()


if __name__ == "__main__":
    garbage.settle = settle_and_watch
    sys.exit(__main__.main(sys.argv[2:]))
