"""The window on Home, and workshops that were worked in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.workshop.keeping.sittings import add_notes, change_stage, create
from ui import files
from ui.settings import Settings
from ui.window import MainWindow

Begin = Callable[[], MainWindow]


@pytest.fixture
def worked_in(tmp_path: Path) -> Path:
    """A workshop with 23 notes, closed in order, with backups and recordings."""
    path = tmp_path / "Harbour.workshop"
    with create(path, files.vault()) as document:
        add_notes(document.workshop, 3)
        change_stage(document.workshop, at="2026-10-06T10:12")
    return path


@pytest.fixture
def begin(qtbot: QtBot, qapp: object) -> Iterator[Begin]:
    """Begins the program on Home, as often as a test asks."""
    windows: list[MainWindow] = []

    def show() -> MainWindow:
        window = MainWindow(Settings())
        qtbot.addWidget(window)
        window.resize(1280, 720)
        with qtbot.waitActive(window):
            window.begin(None)
        windows.append(window)
        return window

    yield show
    for window in windows:
        window.close()
