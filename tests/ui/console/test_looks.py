"""How the parts of the console look, where a picture has shown them wrong before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import Desk, Wall
from tests.ui.screen import press, view_of
from ui import demo
from ui.appearance import current
from ui.console.rail import Block, Row
from ui.settings import Settings
from ui.theme import GAP
from ui.widgets.paragraph import Paragraph
from ui.window import MainWindow
from workshop import agenda
from workshop.records.agenda import Stage

CTRL = Qt.KeyboardModifier.ControlModifier


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_the_switch_of_the_board_has_a_frame_all_round(two: MainWindow, appearance: str) -> None:
    two.wardrobe.wear(appearance)
    try:
        view = view_of(two)
        view.show_stage("struggles")
        bar = view.bar
        first, last = bar.states["open"], bar.states["revealed"]
        bar.states["covered"].setChecked(True)
        picture, line = _picture(bar), QColor(current().line)
        begin = first.mapTo(bar, QPoint(0, 0))
        end = last.mapTo(bar, QPoint(last.width() - 1, 0))
        middle = QPoint(0, first.height() // 2)
        assert picture.pixelColor(begin + middle) == line
        assert picture.pixelColor(end + middle) == line
        corners = (picture.pixelColor(begin), picture.pixelColor(end))
        assert line not in corners, "they are round"
    finally:
        two.wardrobe.wear("light")


def test_a_private_note_does_not_wrap_under_its_dot(two: MainWindow, qtbot: QtBot) -> None:
    assert two.session is not None
    workshop = two.session.workshop
    welcome = next(stage for stage in workshop[Stage] if stage.title == "Welcome")
    watch = ("A welcome speech with the answer inside, which takes more than a line here",)
    agenda.edit_stage(workshop, welcome.id, watch=watch)
    _picture(two)
    lines = {line.text: line for line in view_of(two).side.private.findChildren(Paragraph)}
    assert lines["•"].geometry().right() < lines[watch[0]].geometry().left()
    qtbot.waitUntil(lambda: lines[watch[0]].height() > lines["•"].height())


def test_the_side_panel_begins_at_the_top_in_every_stage(two: MainWindow, qtbot: QtBot) -> None:
    assert two.session is not None
    workshop = two.session.workshop
    for stage in list(workshop[Stage]):
        run = [f"Say this and then that, {number}" for number in range(30)]
        agenda.edit_stage(workshop, stage.id, run=tuple(run))
    view = view_of(two)
    bar = view.side.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    assert bar.value() == 0
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(100)
    assert view.stage is not None
    agenda.edit_stage(workshop, view.stage.id, title="Renamed")
    assert bar.value() == 100, "a change of the same stage leaves it"


def test_a_stage_without_a_board_has_one_left_edge(two: MainWindow, qtbot: QtBot) -> None:
    view = view_of(two)
    view.show_stage("which-first")
    words = view.no_board.findChildren(QLabel)[0]
    parts = (view.title, view.prompt, words, view.no_board.add_button)
    qtbot.waitUntil(lambda: words.width() > 100)
    assert {part.mapTo(view, QPoint(0, 0)).x() for part in parts if part.isVisible()} == {GAP}


def test_a_long_title_on_the_rail_leaves_the_minutes(two: MainWindow) -> None:
    row = Row(1, "The problem that all of us solve first", 10, "vote", "")
    pictures = []
    for minutes in (10, 45):
        block = Block(row.title, replace(row, minutes=minutes), view_of(two))
        block.resize(80, 28)
        pictures.append(_picture(block))
    assert pictures[0] != pictures[1]


def _colours(widget: QWidget) -> set[str]:
    picture = _picture(widget)
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return {picture.pixelColor(x, y).name().upper() for x, y in points}


def test_what_the_room_sees_stands_out(two: MainWindow) -> None:
    words = view_of(two).room_words
    assert words.parts == ("Room:", "what comes")
    assert current().accent in _colours(words)


def test_being_ahead_is_told_in_its_own_colour(two: MainWindow, wall: Wall) -> None:
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(10)
    press(Qt.Key.Key_Right, CTRL)
    drift = view_of(two).clock.drift
    assert drift.text() == "20 min ahead"
    assert current().ok in _colours(drift)


def test_the_notes_of_the_sample_fit_a_window_of_1600_by_900(
    tmp_path: Path, qtbot: QtBot, desk: Desk, wall: Wall
) -> None:
    """With author, grade, cluster and number in one row below each text."""
    file = tmp_path / "Demo.workshop"
    demo.make(file, wall.now())
    window = MainWindow(Settings(), screens=desk.screens, now=wall.now)
    qtbot.addWidget(window)
    window.resize(1600, 900)
    window.begin(file)
    window.resize(1600, 900)
    board = view_of(window).notes
    qtbot.waitUntil(lambda: board.board.space.height == board.height())
    found = list(board.board.notes.values())
    assert len(found) == 32
    assert all(len({item.y for item in box.shape.foot}) == 1 for box in found)
    assert all(board.board_rect().contains(board.viewport.to_pixels(box.rect)) for box in found)
    window.close()
