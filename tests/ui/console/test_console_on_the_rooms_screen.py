"""The console is moved to a screen that others see: it is masked, and the curtain covers it too."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import BEAMER, LAPTOP, PROJECTOR, Desk
from tests.ui.screen import focus, press, texts, type_note, type_text, view_of
from ui.console.curtain import Cover
from ui.screens import Screen
from ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
AWAY = replace(LAPTOP, has_console=False)
HERE = replace(PROJECTOR, has_console=True)
NOTE = "Berths close without warning"


def _run_board(window: MainWindow) -> None:
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    type_note(f"p: {NOTE}")


def _move(window: MainWindow, desk: Desk, *screens: Screen) -> None:
    """The window is dragged: the system moves it, and it stands on other screens than before."""
    desk.there = list(screens)
    window.move(window.pos() + QPoint(7, 0))
    QApplication.processEvents()


def _covers(window: MainWindow) -> bool:
    middle = window.rect().center()
    found = window.childAt(middle)
    return isinstance(found, Cover)


def test_on_the_rooms_screen_it_is_masked_and_says_so(two: MainWindow, desk: Desk) -> None:
    _run_board(two)
    assert texts(two) == [NOTE]
    _move(two, desk, AWAY, HERE)
    view = view_of(two)
    assert texts(two) == []
    assert view.side.unmask_button.isVisible()
    assert view.said.startswith("Others may see this screen.")
    assert two.room.screen_name == "", "it would cover the console, and the laptop is not the room"
    _move(two, desk, LAPTOP, PROJECTOR)
    assert texts(two) == [NOTE]
    assert two.room.screen_name == "Projector"


def test_standing_on_both_is_standing_where_the_room_sees_it(two: MainWindow, desk: Desk) -> None:
    _run_board(two)
    _move(two, desk, LAPTOP, HERE)
    assert texts(two) == []


def test_what_was_asked_for_elsewhere_does_not_count_here(two: MainWindow, desk: Desk) -> None:
    _run_board(two)
    _move(two, desk, AWAY, HERE)
    press(Qt.Key.Key_F10)
    assert texts(two) == [NOTE], "asked for"
    _move(two, desk, LAPTOP, PROJECTOR)
    _move(two, desk, AWAY, HERE)
    assert texts(two) == []


def test_a_third_screen_may_be_seen_until_somebody_says_no(two: MainWindow, desk: Desk) -> None:
    _run_board(two)
    desk.plug(LAPTOP, PROJECTOR, BEAMER)
    assert texts(two) == [NOTE]
    _move(two, desk, AWAY, PROJECTOR, replace(BEAMER, has_console=True))
    assert texts(two) == []
    assert two.room.screen_name == "Projector"
    press(Qt.Key.Key_F10)
    assert texts(two) == [NOTE]
    _move(two, desk, LAPTOP, PROJECTOR, BEAMER)
    _move(two, desk, AWAY, PROJECTOR, replace(BEAMER, has_console=True))
    assert texts(two) == [NOTE], "the facilitator said that nobody else sees it"


def test_the_curtain_covers_the_console_there(two: MainWindow, desk: Desk) -> None:
    _run_board(two)
    type_text("half a thought")
    line = focus()
    _move(two, desk, AWAY, HERE)
    press(Qt.Key.Key_F9)
    assert _covers(two)
    assert focus() is line, "typing goes on behind it"
    press(Qt.Key.Key_F9)
    assert not _covers(two)


def test_the_curtain_follows_the_console(two: MainWindow, desk: Desk) -> None:
    _run_board(two)
    press(Qt.Key.Key_F9)
    assert not _covers(two), "the room has its own display"
    _move(two, desk, AWAY, HERE)
    assert _covers(two)
    _move(two, desk, LAPTOP, PROJECTOR)
    assert not _covers(two)


def test_one_display_is_covered_too(one: MainWindow) -> None:
    _run_board(one)
    press(Qt.Key.Key_F9)
    assert _covers(one)
    QTest.mouseClick(one, LEFT, pos=view_of(one).blank_button.mapTo(one, QPoint(5, 5)))
    assert _covers(one), "the mouse does not reach behind it"
    press(Qt.Key.Key_F9)
    assert not _covers(one)


def test_a_dialog_is_covered_also_one_that_opens_meanwhile(one: MainWindow, qtbot: QtBot) -> None:
    _run_board(one)
    first, second = QDialog(one), QDialog(one)
    for dialog in (first, second):
        qtbot.addWidget(dialog)
    first.show()
    press(Qt.Key.Key_F9)
    second.show()
    assert len(first.findChildren(Cover)) == len(second.findChildren(Cover)) == 1
    press(Qt.Key.Key_F9)
    assert not any(c.isVisible() for c in [*first.findChildren(Cover), *second.findChildren(Cover)])


def test_a_closed_workshop_leaves_no_curtain(one: MainWindow) -> None:
    press(Qt.Key.Key_F9)
    assert _covers(one)
    assert one.close_workshop()
    assert not _covers(one)
