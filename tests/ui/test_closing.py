"""While the disk is slow: nobody waits for it, and closing says how much is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.disks import no_answer
from tests.ui.console.conftest import Wall, desk, two, wall
from tests.ui.screen import (
    cards,
    middle,
    on_disk,
    press,
    texts,
    type_note,
    type_text,
    view_of,
    wait_saved,
)  # fmt: skip
from ui.closing import ClosingPage
from ui.window import MainWindow
from workshop.document import Document

__all__ = ["desk", "two", "wall"]
CTRL = Qt.KeyboardModifier.ControlModifier


def document_of(window: MainWindow) -> Document:
    assert window.session is not None
    return window.session._document


def test_typing_dragging_and_the_clock_wait_for_no_disk(
    two: MainWindow, wall: Wall, qtbot: QtBot, file: Path
) -> None:
    view = view_of(two)
    view.show_stage("struggles")
    view.focus_capture()
    type_note("p: first")
    type_note("e: second")
    wait_saved(two, qtbot)
    with no_answer(document_of(two)):
        type_note("s: third")
        assert [card.card.text for card in cards(two) if card.card.saving] == ["third"]
        press(Qt.Key.Key_F8)
        wall.turn_to(10)
        qtbot.waitUntil(lambda: view.clock.figures.text() == "20:00")
        start, to = middle(two, "first"), middle(two, "second")
        QTest.mousePress(view.notes, Qt.MouseButton.LeftButton, pos=start)
        for at in (start + QPoint(20, 6), to + QPoint(0, 4), QPoint(to.x(), to.y() + 200)):
            QTest.mouseMove(view.notes, at)
            QApplication.processEvents()
        QTest.mouseRelease(view.notes, Qt.MouseButton.LeftButton, pos=QPoint(to.x(), to.y() + 200))
        moved = next(card for card in cards(two) if card.card.text == "first")
        assert moved.card.saving
        assert moved.x == next(card for card in cards(two) if card.card.text == "second").x
        assert view.status.words == "Saving"
    wait_saved(two, qtbot)
    two.close()
    assert sorted(on_disk(file)) == ["first", "second", "third"]


def test_closing_says_how_much_is_left_and_takes_no_keys(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    seen: list[str] = []
    for number in range(3):
        type_note(f"note {number}")
    wait_saved(window, qtbot)
    with no_answer(document_of(window)) as answers:
        for number in range(5):
            type_note(f"late {number}")

        def look() -> None:
            pages = window.findChildren(ClosingPage)
            if not pages:
                QTimer.singleShot(20, look)
                return
            seen.append(pages[0].words)
            assert pages[0].isVisible()
            assert pages[0].size() == window.size()
            type_text("typed to nobody")
            press(Qt.Key.Key_N, CTRL)
            window.close()
            answers.set()

        QTimer.singleShot(20, look)
        press(Qt.Key.Key_W, CTRL)
    assert seen == ["5 changes are still to be saved."]
    assert window.session is None
    assert window.pages.home.isVisible()
    assert window.isVisible()
    assert not any(page.isVisible() for page in window.findChildren(ClosingPage))
    assert len(on_disk(file)) == 8


def test_a_quick_closing_shows_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    monkeypatch.setattr("ui.closing.BLINK", 60)
    monkeypatch.setattr("ui.closing.ClosingPage", made.append)
    type_note("one")
    assert window.close_workshop()
    assert made == []


def test_closing_waits_for_the_other_file_too(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    type_note("one")
    wait_saved(window, qtbot)
    assert window.session is not None
    window.session.go_on_at(tmp_path / "elsewhere.workshop")
    window.session.go_on_at(tmp_path / "not there as well.workshop")
    assert texts(window) == ["one"]
    assert window.close_workshop()
    assert on_disk(tmp_path / "elsewhere.workshop") == ["one"]
    assert not (tmp_path / "not there as well.workshop").exists()
