"""People come and go while the workshop runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.screen import focus, press, type_text, view_of, wait_saved
from ui.console.people_here import PeoplePanel
from ui.window import MainWindow
from workshop import people
from workshop.document import Document
from workshop.state import Workshop

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def _open(window: MainWindow) -> PeoplePanel:
    press(Qt.Key.Key_W, CTRL_SHIFT)
    panel = view_of(window).people_here.panel
    assert panel.isVisible()
    return panel


def _here(workshop: Workshop) -> list[str]:
    return [person.name for person in people.present_participants(workshop)]


def test_somebody_leaves_and_comes_back_by_keys_and_mouse(
    two: MainWindow, file: Path, qtbot: QtBot
) -> None:
    panel = _open(two)
    assert two.session is not None
    workshop = two.session.workshop
    assert [row.words for row in panel.rows][:2] == ["Ada · Product", "Ben · Product"]
    assert focus() is panel.list
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert _here(workshop) == ["Ada", "Cleo", "Dora", "Emil"]
    at = panel.list.visualItemRect(panel.list.item(0)).center()
    QTest.mouseClick(panel.list.viewport(), LEFT, pos=QPoint(60, at.y()))
    assert _here(workshop) == ["Cleo", "Dora", "Emil"]
    QTest.mouseClick(panel.list.viewport(), LEFT, pos=QPoint(60, at.y()))
    assert _here(workshop) == ["Ada", "Cleo", "Dora", "Emil"]
    press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert view_of(two).status.undo_words == "Nothing to undo", "presence stands outside undo"
    wait_saved(two, qtbot)
    assert two.close_workshop()
    with Document.open(file) as document:
        assert _here(document.workshop) == ["Ada", "Cleo", "Dora", "Emil"]


def test_somebody_new_arrives(two: MainWindow) -> None:
    panel = _open(two)
    assert two.session is not None
    press(Qt.Key.Key_Tab)
    assert focus() is panel.line
    type_text("Femke")
    press(Qt.Key.Key_Return)
    assert panel.about.text == "Write a name, a comma and a function."
    assert panel.line.text() == "Femke"
    type_text(", s")
    press(Qt.Key.Key_Return)
    assert panel.about.text == "Femke is here."
    assert panel.line.text() == ""
    assert [row.words for row in panel.rows][-1] == "Femke · Sales"
    assert _here(two.session.workshop)[-1] == "Femke"
    type_text("femke, Sales")
    press(Qt.Key.Key_Return)
    assert panel.about.text == "There is somebody of this name in this function."


def test_a_function_that_is_away_has_no_ticks(two: MainWindow) -> None:
    assert two.session is not None
    workshop = two.session.workshop
    sales = next(one for one in people.functions(workshop) if one.name == "Sales")
    people.set_absent(workshop, sales.id, True)
    panel = _open(two)
    found = {row.words: row.ticked for row in panel.rows}
    assert found["Dora · Sales · function not in the room"] is None
    assert found["Ada · Product"] is True
