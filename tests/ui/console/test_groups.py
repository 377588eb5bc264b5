"""Groups on the console and in the room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.screen import focus, press, type_text, view_of
from ui.window import MainWindow
from workshop import people
from workshop.records.people import Participant

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def groups(two: MainWindow) -> MainWindow:
    """Five people in pairs and a trio; the stage is on, the groups have the focus."""
    view_of(two).show_stage("struggles")
    view_of(two).run.start_now()
    press(Key.Key_G, CTRL | SHIFT)
    press(Key.Key_Minus)
    press(Key.Key_Minus)
    return two


def shown(window: MainWindow) -> list[list[str]]:
    """Who is together."""
    columns = view_of(window).groups.board.columns
    return [[person.name for person in column.people] for column in columns]


def titles(window: MainWindow) -> list[str]:
    return [column.title for column in view_of(window).groups.board.columns]


def pairs(window: MainWindow) -> set[frozenset[str]]:
    return {frozenset(group) for group in shown(window)}


def test_a_key_proposes_groups_of_the_usual_size_and_others_make_them_smaller(
    two: MainWindow,
) -> None:
    view = view_of(two)
    view.show_stage("struggles")
    press(Key.Key_G, CTRL | SHIFT)
    assert view.groups.size_words.text() == "Groups of 4"
    assert sorted(map(len, shown(two))) == [5]
    press(Key.Key_Minus)
    assert view.groups.size_words.text() == "Trios"
    assert sorted(map(len, shown(two))) == [2, 3]
    press(Key.Key_Escape)
    assert not view.groups.isVisible()
    press(Key.Key_Z, CTRL)
    press(Key.Key_Z, CTRL)
    press(Key.Key_G, CTRL | SHIFT)
    assert view.groups.isVisible(), "with another proposal"


def test_shuffling_never_brings_the_same_again(groups: MainWindow) -> None:
    seen = [pairs(groups)]
    for _ in range(8):
        press(Key.Key_S)
        assert pairs(groups) not in seen
        seen.append(pairs(groups))
    assert len({name for group in shown(groups) for name in group}) == 5


def test_people_move_by_shift_and_arrows(groups: MainWindow) -> None:
    board = view_of(groups).groups.board
    person = shown(groups)[0][0]
    press(Key.Key_Right, SHIFT)
    assert person in shown(groups)[1]
    assert focus() is board
    assert board.accessibleName() == f"{person}, Group 2"
    press(Key.Key_Left, SHIFT)
    assert person in shown(groups)[0]
    press(Key.Key_Z, CTRL)
    assert person in shown(groups)[1]


def test_arrows_go_from_person_to_person(groups: MainWindow) -> None:
    board = view_of(groups).groups.board
    first = board.person
    press(Key.Key_Down)
    assert board.person == board.columns[0].people[1].id
    press(Key.Key_Right)
    assert board.person == board.columns[1].people[1].id
    press(Key.Key_Up)
    press(Key.Key_Left)
    assert board.person == first


def test_people_move_by_drag(groups: MainWindow) -> None:
    board = view_of(groups).groups.board
    person = shown(groups)[1][0]
    start = board.person_rect(1, 0).center().toPoint()
    end = board.column_rect(0).center().toPoint()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(board, left, pos=start)
    QTest.mouseMove(board, start + QPoint(-20, 5))
    QTest.mouseMove(board, end)
    assert person in shown(groups)[1], "nothing happens before the end"
    QTest.mouseRelease(board, left, pos=end)
    assert person in shown(groups)[0]


def test_a_group_is_named_locked_and_kept(groups: MainWindow) -> None:
    press(Key.Key_F5)
    type_text("The quay")
    press(Key.Key_Return)
    assert titles(groups)[0] == "1 The quay"
    press(Key.Key_L)
    kept = shown(groups)[0]
    for _ in range(3):
        press(Key.Key_S)
        assert shown(groups)[0] == kept
    assert view_of(groups).groups.board.columns[0].locked


def test_when_there_is_no_other_way_it_says_so(groups: MainWindow) -> None:
    press(Key.Key_Plus)
    press(Key.Key_Plus)
    press(Key.Key_Plus)
    assert len(shown(groups)) == 1
    press(Key.Key_S)
    assert view_of(groups).said == "There is no other way to group them."


def test_a_group_works_on_a_function(groups: MainWindow) -> None:
    desk = view_of(groups).groups_desk
    desk._open_menu(view_of(groups).groups.board.columns[0].group, QPoint(400, 400))
    menu = next(
        one for one in view_of(groups).groups.findChildren(QMenu) if one.title() == "Works on"
    )
    next(one for one in menu.actions() if one.text() == "Sales").trigger()
    area = view_of(groups).groups.board.columns[0].area
    assert area is not None
    assert area.letter == "S"


def room(window: MainWindow) -> list[list[str]]:
    """Who is together, as the room sees it."""
    groups = view_of(window).run.feed.view.groups
    return [[person.text for person in group.people] for group in groups]


def test_the_room_sees_the_groups_when_they_are_shown(groups: MainWindow) -> None:
    assert room(groups) == []
    press(Key.Key_R)
    assert room(groups) == shown(groups)
    window = groups.room.window
    assert window is not None
    assert shown(groups)[0][0] in window.canvas.accessibleName()
    press(Key.Key_Right, SHIFT)
    assert room(groups) == shown(groups)
    press(Key.Key_R)
    assert room(groups) == []


def test_the_next_stage_puts_them_away(groups: MainWindow) -> None:
    press(Key.Key_R)
    press(Key.Key_Right, CTRL)
    assert room(groups) == []
    assert not view_of(groups).groups.isVisible()


def test_who_comes_late_joins_the_smallest_group(groups: MainWindow, qtbot: QtBot) -> None:
    assert groups.session is not None
    workshop = groups.session.workshop
    sales = next(iter(workshop[Participant])).function
    smallest = min(map(len, shown(groups)))
    people.add_participant(workshop, "Finn", sales)
    qtbot.waitUntil(lambda: any("Finn" in group for group in shown(groups)))
    assert len(next(group for group in shown(groups) if "Finn" in group)) == smallest + 1


def test_taken_away_they_are_gone(groups: MainWindow) -> None:
    QTest.mouseClick(view_of(groups).groups.dissolve_button, Qt.MouseButton.LeftButton)
    assert not view_of(groups).groups.isVisible()
    press(Key.Key_Z, CTRL)
    press(Key.Key_G, CTRL | SHIFT)
    assert len(shown(groups)) == 2
