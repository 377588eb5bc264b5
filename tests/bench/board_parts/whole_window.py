"""The program's own window with a workshop of so many notes: what a note and a second cost."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench.board_parts.frames import Times, clock, settle
from tests.builders import board_of
from ui import appearance
from ui.screens import Screen, Screens
from ui.settings import Settings
from ui.theme import LIGHT
from ui.window import MainWindow
from workshop import boards
from workshop.document import Document
from workshop.records.agenda import Board

TYPED, SECONDS = 40, 40
_ROUNDS = 3
"""So often are events seen to after a key: the step, the painting, and what the disk tells."""


def measure(notes: int) -> Times:
    """Seconds from Enter until console and room display are painted, and of one second that
    passes, with everything on the board revealed."""
    with tempfile.TemporaryDirectory() as name:
        window = _open(Path(name), notes)
        typed = [_type(window, number) for number in range(TYPED + 2)][2:]
        settle()
        passed = [_let_pass(window) for _ in range(SECONDS)]
        window.close()
        window.deleteLater()
        settle()
    return {"note entered to painted in both windows": typed, "a second passes": passed}


def _open(folder: Path, notes: int) -> MainWindow:
    file = folder / "Board.workshop"
    workshop = board_of(notes)
    board = next(iter(workshop[Board]))
    boards.open_board(workshop, board.id)
    Document.create(file, workshop).close()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    appearance.dress(application, LIGHT)
    laptop = Screen("Laptop", QRect(0, 0, 1600, 900), has_console=True)
    projector = Screen("Projector", QRect(10_000, 0, 1920, 1080))
    window = MainWindow(Settings(folder / "settings.json"),
                        screens=Screens(read=lambda: (laptop, projector)))  # fmt: skip
    window.resize(1600, 900)
    window.begin(file)
    assert window.view is not None
    window.view.run.look_at(board.stage)
    window.view.run.start_now()
    boards.open_board(window.view.run.workshop, board.id)
    settle()
    return window


def _type(window: MainWindow, number: int) -> float:
    assert window.view is not None
    line = window.view.capture.line
    line.setText(f"Note {number} of a few words that somebody said")
    settle()
    start = clock()
    QTest.keyClick(line, Qt.Key.Key_Return)
    for _ in range(_ROUNDS):
        QApplication.processEvents()
    return clock() - start


def _let_pass(window: MainWindow) -> float:
    assert window.view is not None
    run = window.view.run
    start = clock()
    run.feed.refresh()
    run.ticked.emit()
    QApplication.processEvents()
    return clock() - start
