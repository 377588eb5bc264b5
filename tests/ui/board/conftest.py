"""Boards on a display: shown, grabbed as they stand on it, worked with by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.board.display import Display
from ui.board.painter import BoardPainter
from ui.board.view import BoardView
from ui.theme import LIGHT
from workshop.board.sheet import Sheet
from workshop.board.style import CONSOLE

Show = Callable[..., Display]


@pytest.fixture
def painter(qapp: QApplication) -> BoardPainter:
    """A painter for the console in the light theme."""
    return BoardPainter(CONSOLE, LIGHT)


@pytest.fixture
def show(qtbot: QtBot, painter: BoardPainter) -> Show:
    """Shows a sheet in a view of some size, with the focus."""

    def shown(sheet: Sheet, width: int = 1283, height: int = 700) -> Display:
        view = BoardView(painter)
        qtbot.addWidget(view)
        view.resize(width, height)
        view.set_sheet(sheet)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        view.setFocus()
        return Display(view, qtbot)

    return shown
