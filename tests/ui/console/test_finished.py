"""A workshop that has been, such as the sample: looked at, not run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import Desk, Wall
from tests.ui.screen import focus, press, texts, view_of
from ui.settings import Settings
from ui.window import MainWindow
from workshop import clock

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sample(qtbot: QtBot, qapp: object, desk: Desk, wall: Wall) -> Iterator[MainWindow]:
    """Home's finished sample, opened with its button, a laptop and a projector there."""
    made = MainWindow(Settings(), screens=desk.screens, now=wall.now)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitActive(made):
        made.begin(None)
    QTest.mouseClick(made.pages.home.side.sample, LEFT)
    yield made
    made.close()


def test_it_opens_on_a_board_that_can_be_read(sample: MainWindow) -> None:
    view = view_of(sample)
    assert view.title.text == "Where our customers struggle"
    assert len(texts(sample)) == 32
    assert not view.side.unmask_button.isVisible(), "nothing is masked"


def test_it_says_how_it_was_and_not_how_late_it_is(sample: MainWindow) -> None:
    clock_panel = view_of(sample).clock
    assert clock_panel.drift.text() == "finished"
    assert clock_panel.finish.text() == "ended 17:03, planned 17:00"
    assert (clock_panel.figures.text(), clock_panel.about.text()) == ("33 min", "of 30 min · ended")
    primary = [b.text() for b in view_of(sample).findChildren(QPushButton)
               if b.isVisible() and b.property("primary")]  # fmt: skip
    assert primary == []


def test_the_room_sees_it_when_asked_for(sample: MainWindow) -> None:
    assert sample.room.screen_name == ""
    sample.room.choose("Projector")
    assert sample.room.screen_name == "Projector"


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_F8, None), (Qt.Key.Key_Right, CTRL)])
def test_one_key_alone_does_not_set_it_going(
    sample: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier | None
) -> None:
    assert sample.session is not None
    workshop = sample.session.workshop
    press(key, held or Qt.KeyboardModifier.NoModifier)
    assert clock.current_stage(workshop) is None
    assert view_of(sample).said.startswith("This workshop is finished.")
    assert focus().isVisible()
    press(key, held or Qt.KeyboardModifier.NoModifier)
    on = clock.current_stage(workshop)
    assert on is not None
    assert on.title == "Where our customers struggle"
    assert sample.room.screen_name == "Projector"
