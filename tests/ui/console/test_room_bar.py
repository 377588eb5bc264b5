"""What is done to the room display from the side panel: its pages, freeze, problem and vision."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.screen import press, type_note, view_of
from ui.kinds.opening import OpeningPane
from ui.window import MainWindow
from workshop import agenda, notes
from workshop.kinds.opening import Settings
from workshop.records.agenda import Stage
from workshop.records.words import FunctionId

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def _fill(window: MainWindow) -> None:
    """Runs the board with more notes than a page of the room display takes, and reveals them."""
    assert window.session is not None
    workshop = window.session.workshop
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    stage = next(stage for stage in workshop[Stage] if stage.title == "Struggles")
    for number in range(60):
        whose = number % 3 + 1
        text = f"Berths close without a warning to the crew, {number}"
        notes.add_note(workshop, stage.id, text, function=FunctionId(whose))
    press(Qt.Key.Key_F2)


def _pages(window: MainWindow) -> tuple[str, int]:
    """What the console says, and the page on the room display."""
    assert window.room.window is not None
    return view_of(window).side.room_pages.place.text(), window.room.window.canvas.page


def test_the_pages_of_the_room_are_told_and_turned(two: MainWindow) -> None:
    _fill(two)
    pages = view_of(two).side.room_pages
    count = view_of(two).side.preview.pages
    assert count > 2
    assert _pages(two) == (f"1 of {count}", 0)
    QTest.mouseClick(pages.next_button, LEFT)
    assert _pages(two) == (f"2 of {count}", 1)
    press(Qt.Key.Key_PageDown, CTRL)
    assert _pages(two) == (f"3 of {count}", 2)
    QTest.mouseClick(pages.before_button, LEFT)
    assert _pages(two) == (f"2 of {count}", 1)


@pytest.mark.parametrize("letter", ["p", "e", "s"])
def test_the_room_turns_to_the_newest_note(two: MainWindow, letter: str) -> None:
    _fill(two)
    type_note(f"{letter}: The newest of all")
    assert two.room.window is not None
    for canvas in (two.room.window.canvas, view_of(two).side.preview):
        assert "The newest of all" in canvas.picture.texts()


def test_one_page_has_no_arrows(two: MainWindow) -> None:
    press(Qt.Key.Key_Right, CTRL)
    pages = view_of(two).side.room_pages
    assert not pages.next_button.isVisible()
    assert not pages.place.isVisible()


def test_freeze_and_vision_are_buttons_too(two: MainWindow) -> None:
    assert two.console is not None
    feed, keys = two.console.run.feed, view_of(two).side.room_keys
    for button, name in ((keys.freeze_button, "Freeze"), (keys.agreed_button, "Vision")):
        assert button.isVisible()
        assert button.text() == name
        assert button.accessibleDescription()
    QTest.mouseClick(keys.freeze_button, LEFT)
    assert feed.frozen
    assert keys.freeze_button.text() == "Unfreeze"
    press(Qt.Key.Key_F4)
    assert keys.freeze_button.text() == "Freeze"
    QTest.mouseClick(keys.agreed_button, LEFT)
    assert feed.view.agreed is not None
    press(Qt.Key.Key_F7)
    assert keys.agreed_button.text() == "Vision"


def test_a_remote_walks_through_an_agenda_and_on_to_the_next_page(two: MainWindow) -> None:
    assert two.session is not None
    workshop = two.session.workshop
    welcome = next(stage for stage in workshop[Stage] if stage.title == "Welcome")
    for number in range(16):
        agenda.add_stage(workshop, "board", f"More {number}", minutes=5)
    with workshop.step("stage.edit"):
        settings = Settings(shows=("agenda",), agreements=("One speaks",))
        workshop[Stage].replace(welcome.id, setup=settings)
    press(Qt.Key.Key_Right, CTRL)
    pane = view_of(two).pane
    assert isinstance(pane, OpeningPane)
    seen = []
    for _ in range(4):
        assert pane.page is not None
        seen.append((pane.page.kind, _pages(two)[1]))
        press(Qt.Key.Key_PageDown)
    assert seen == [("agenda", 0), ("agenda", 1), ("agenda", 2), ("agreements", 0)]
