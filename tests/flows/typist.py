"""A program of its own for the flow tests: types notes into the window until it is killed.

Prints a line `saved N TEXT` for each note that the window no longer marks as saving.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from tests.ui.console.conftest import LAPTOP, PROJECTOR
from ui import app, appearance
from ui.screens import Screens
from ui.settings import Settings
from ui.theme import LIGHT
from ui.window import MainWindow

_PAUSE_MS = 2
"""Between two notes: the disk is to be behind most of the time."""


class Typist:
    """Types, and watches the cards."""

    def __init__(self, window: MainWindow) -> None:
        assert window.view is not None
        self._view = window.view
        self._numbers = count(1)
        self._told: set[int] = set()
        self._timer = QTimer()
        self._timer.timeout.connect(self._type)
        self._timer.start(_PAUSE_MS)

    def _type(self) -> None:
        self._tell()
        line = self._view.capture.line
        QTest.keyClicks(line, f"{'pes'[len(self._told) % 3]}: typed {next(self._numbers)}")
        QTest.keyClick(line, Qt.Key.Key_Return)

    def _tell(self) -> None:
        for box in self._view.notes.board.notes.values():
            card = box.card
            if card.number and not card.saving and card.number not in self._told:
                self._told.add(card.number)
                print("saved", card.number, card.text, flush=True)


def main() -> None:
    """Opens the file that is named and types until the end."""
    application = app.make_application()
    appearance.dress(application, LIGHT)
    # With a screen for the room the facilitator's own shows what is covered.
    screens = Screens(read=lambda: (LAPTOP, PROJECTOR))
    window = MainWindow(Settings(), screens=screens)
    screens.console = window
    window.begin(Path(sys.argv[1]))
    assert window.view is not None
    window.view.show_stage("struggles")
    window.view.focus_capture()
    typist = Typist(window)
    application.exec()
    del typist


if __name__ == "__main__":
    main()
