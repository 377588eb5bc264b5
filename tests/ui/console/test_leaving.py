"""Leaving a stage in which something is open: it is said once, by name, and then done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from tests.builders import make
from tests.ui.screen import press, type_note, view_of
from ui.window import MainWindow
from workshop import clock
from workshop.records.agenda import Stage
from workshop.records.rounds import Ballot, Round
from workshop.state import Workshop

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def _workshop(window: MainWindow) -> Workshop:
    assert window.session is not None
    return window.session.workshop


def _on(window: MainWindow) -> str:
    stage = clock.current_stage(_workshop(window))
    return stage.title if stage else ""


def _stage(window: MainWindow, title: str) -> Stage:
    return next(one for one in _workshop(window)[Stage] if one.title == title)


def test_covered_notes_are_said_once_and_left_by_the_second_press(two: MainWindow) -> None:
    for _ in range(2):
        press(Qt.Key.Key_Right, CTRL)
    for letter in "pes":
        type_note(f"{letter}: Berths close")
    press(Qt.Key.Key_Right, CTRL)
    assert _on(two) == "Struggles"
    assert view_of(two).said == "3 notes are still covered. Press again to go on."
    QTest.mouseClick(view_of(two).clock.primary_button, LEFT)
    assert _on(two) == "Coffee"


def test_another_cause_is_said_too(two: MainWindow) -> None:
    """Once for each: the lane was said, the cover was not."""
    for _ in range(2):
        press(Qt.Key.Key_Right, CTRL)
    QTest.mouseClick(view_of(two).bar.states["open"], LEFT)
    type_note("p: Berths close")
    press(Qt.Key.Key_Right, CTRL)
    assert view_of(two).said == "No note yet from: Engineering, Sales. Press again to go on."
    QTest.mouseClick(view_of(two).bar.states["covered"], LEFT)
    press(Qt.Key.Key_Right, CTRL)
    assert _on(two) == "Struggles"
    assert "1 note is still covered." in view_of(two).said
    press(Qt.Key.Key_Right, CTRL)
    assert _on(two) == "Coffee"


def test_an_open_vote_and_an_open_decision_are_named(two: MainWindow) -> None:
    workshop, stage = _workshop(two), _stage(two, "Which first").id
    with workshop.step("test.open"):
        ballot = workshop[Ballot].add(
            Ballot(key="first", stage=stage, question="What comes first?")
        )
        workshop[Round].add(Round(attribution="function", state="open", ballot=ballot.id))
        make(workshop, "proposal", stage=stage, title="Berths & crews", status="open")
    view_of(two).show_stage("which-first")
    QTest.mouseClick(view_of(two).clock.primary_button, LEFT)
    press(Qt.Key.Key_Return)
    assert _on(two) == "Which first"
    view_of(two).show_stage("coffee")
    QTest.mouseClick(view_of(two).clock.primary_button, LEFT)
    assert _on(two) == "Which first"
    assert view_of(two).said == (
        "The vote “What comes first?” is still open. No outcome recorded of: “Berths & crews”. "
        "Press again to go on."
    )
    assert two.findChildren(QDialog) == []
    QTest.mouseClick(view_of(two).clock.primary_button, LEFT)
    assert _on(two) == "Coffee"
