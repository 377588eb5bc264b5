"""The program itself: a note typed into the capture bar, until console and room have painted it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench.board_parts.frames import Action, Times, frame, frozen, settle
from tests.builders import board_of
from ui import appearance
from ui.screens import Screen, Screens
from ui.settings import Settings
from ui.theme import LIGHT
from ui.window import MainWindow
from workshop.document import Document

_TYPED = 12


def measure(size: int) -> Times:
    """Opens a workshop with so many notes on a laptop and a projector, and types notes."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    appearance.dress(application, LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.workshop"
        Document.create(path, board_of(size)).close()
        laptop = Screen("Laptop", QRect(0, 0, 1600, 900), has_console=True)
        projector = Screen("Projector", QRect(2000, 0, 1920, 1080))
        screens = Screens(read=lambda: (laptop, projector))
        window = MainWindow(Settings(Path(folder) / "settings.json"), screens=screens)
        window.resize(1600, 900)
        window.begin(path)
        settle()
        try:
            return _measured(window)
        finally:
            window.close()
            window.deleteLater()
            settle()


def _measured(window: MainWindow) -> Times:
    view = window.view
    assert view is not None
    view.run.start_now()
    view.focus_capture()
    settle()
    with frozen():
        typed = [frame(act, view.notes) for act in _notes(window)]
        arranged = [frame(partial(view.verbs.arrange, to), view.notes) for to in _ARRANGEMENTS]
    return {"note typed to painted, in the program": typed, "arranged in another way": arranged}


_ARRANGEMENTS = ("clusters", "ranking", "wall", "lanes")


def _notes(window: MainWindow) -> Iterator[Action]:
    assert window.view is not None
    line = window.view.capture.line
    for number in range(_TYPED):
        line.setText(f"One more thing that somebody said about the matter, number {number}")
        settle()
        yield partial(QTest.keyClick, line, Qt.Key.Key_Return)
