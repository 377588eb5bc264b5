"""The application as the program makes it, and a small workshop on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.command_line import SAMPLE
from tests.workshop.room import Room
from ui import appearance, fonts
from ui.session import Session
from ui.settings import Settings
from ui.theme import LIGHT
from ui.window import MainWindow
from workshop.document import Document
from workshop.interchange import reader


@pytest.fixture(scope="session", autouse=True)
def qapp(qapp: QApplication) -> QApplication:
    """The one application, with our fonts and our looks.

    Every test has it, since Qt ends the process where fonts or pictures are asked for without one,
    and in random order no test can lean on another to have made it.
    """
    fonts.load()
    appearance.dress(qapp, LIGHT)
    return qapp


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A workshop file: functions P, E and S, a board in the second of four stages."""
    path = tmp_path / "Harbour.workshop"
    Document.create(path, Room().workshop).close()
    return path


@pytest.fixture
def session(file: Path, qapp: QApplication) -> Iterator[Session]:
    """That file, open."""
    made = Session(Document.open(file))
    yield made
    made.close()


@pytest.fixture
def window(file: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The window with that file open at its board."""
    made = MainWindow(Settings())
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitActive(made):
        made.begin(file)
    assert made.view is not None
    made.view.show_stage("struggles")
    made.view.focus_capture()
    yield made
    made.close()


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample as a workshop file."""
    path = tmp_path / "sample.workshop"
    Document.create(path, reader.read_file(SAMPLE)).close()
    return path
