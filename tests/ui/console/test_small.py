"""The console where there is little room: 1920x1080 at 200 % is 960x540."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screen import press, type_note, view_of
from ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
TASK_BAR = 40


def _inside(window: MainWindow, part: QWidget) -> bool:
    corner = part.mapTo(window, QPoint(part.width(), part.height()))
    return corner.x() <= window.width() and corner.y() <= window.height()


@pytest.fixture
def small(two: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window as a screen of 1080 lines at 200 % holds it."""
    two.resize(960, 540 - TASK_BAR)
    qtbot.waitUntil(lambda: two.height() == 540 - TASK_BAR)
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    return two


def test_one_can_type_and_see_what_is_typed(small: MainWindow) -> None:
    view = view_of(small)
    type_note("p: Berths close")
    for part in (view.capture.line, view.clock.primary_button, view.status, view.bar):
        assert part.isVisible()
        assert _inside(small, part)
    assert view.notes.height() > 150


def test_what_does_not_fit_has_a_mark_and_is_told_in_full(small: MainWindow) -> None:
    about = view_of(small).bar.about
    small.grab()
    assert not about.isVisible(), "better nothing than two words"
    small.resize(1240, 700)
    small.grab()
    assert about.shown.endswith("…")
    assert about.text().startswith("The room sees counts, no text.")
    assert about.text() in about.toolTip()
    small.resize(1600, 900)
    small.grab()
    assert about.shown == about.text()
    assert about.toolTip() == ""


def test_no_word_of_the_switch_is_cut(small: MainWindow) -> None:
    for segment in view_of(small).bar.findChildren(QPushButton):
        words = segment.fontMetrics().horizontalAdvance(segment.text())
        assert words <= segment.width(), segment.text()
