"""The page for a new workshop, shown and begun with a template."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import settings
from ui.new_workshop.page import NewWorkshopPage
from ui.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that was used last."""
    made = tmp_path / "workshops"
    made.mkdir()
    return made


@pytest.fixture
def store(folder: Path, tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "settings.json")
    made[settings.LAST_FOLDER] = str(folder)
    return made


@pytest.fixture
def page(store: Settings, qtbot: QtBot, qapp: QApplication) -> Iterator[NewWorkshopPage]:
    """The page at its smallest size, with the focus in the title."""
    made = NewWorkshopPage(store)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitActive(made):
        made.show()
    made.begin("vision-half-day")
    yield made
    made.hide()
