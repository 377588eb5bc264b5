"""Duplicates made one note, of which every text, author and number stays readable."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.screen import click, focus, press, type_note, type_text, view_of, wait_saved
from ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def merged(window: MainWindow) -> MainWindow:
    """Three notes that say the same, merged by key; the board has the focus."""
    for text in ("@ada: Berths close early", "@cl: The berth shuts too soon", "s: Closing early"):
        type_note(text)
    type_note("p: Something else")
    press(Key.Key_Escape)
    type_text("2\r3\r1\r")
    press(Key.Key_D, CTRL)
    return window


def seen(window: MainWindow) -> dict[str, int]:
    """Each note on the board with how many were merged into it."""
    cards = (box.card for box in view_of(window).notes.board.notes.values())
    return {card.text: card.merged for card in cards}


def test_the_lowest_number_stands_for_all(merged: MainWindow) -> None:
    assert seen(merged) == {"Berths close early": 2, "Something else": 0}
    assert view_of(merged).capture.said == "Merged into note 1."
    assert view_of(merged).status.undo_words == "Undo merge 3 notes into note 1"


def test_every_text_author_and_number_can_be_read(merged: MainWindow) -> None:
    press(Key.Key_D, CTRL | SHIFT)
    panel = view_of(merged).note_desk.merged
    assert panel.shown == [
        ("1 · Ada, Product", "Berths close early"),
        ("2 · Cleo, Engineering", "The berth shuts too soon"),
        ("3 · Sales", "Closing early"),
    ]
    press(Key.Key_Escape)
    assert panel.shown == []
    assert focus() is view_of(merged).notes


def test_one_is_taken_out_at_any_later_time(merged: MainWindow, qtbot: QtBot, file: Path) -> None:
    """After closing and opening, and after other steps."""
    wait_saved(merged, qtbot)
    merged.close_workshop()
    assert merged.open_file(file)
    view_of(merged).show_stage("struggles")
    view_of(merged).focus_capture()
    type_note("p: Later")
    click(merged, "Berths close early")
    press(Key.Key_D, CTRL | SHIFT)
    panel = view_of(merged).note_desk.merged
    assert [one.accessibleName() for one in panel.buttons] == [
        "Take note 2 out", "Take note 3 out",
    ]  # fmt: skip
    QTest.keyClick(panel.buttons[0], Key.Key_Space)
    assert seen(merged) == {
        "Berths close early": 1, "The berth shuts too soon": 0, "Something else": 0, "Later": 0,
    }  # fmt: skip
    assert [about for about, _ in panel.shown] == ["1 · Ada, Product", "3 · Sales"]
    QTest.mouseClick(panel.buttons[0], Qt.MouseButton.LeftButton)
    assert panel.shown == []
    assert seen(merged)["Closing early"] == 0
    assert set(view_of(merged).notes.board.notes) == {1, 2, 3, 4, 5}


def test_one_note_alone_is_not_merged(merged: MainWindow) -> None:
    click(merged, "Something else")
    press(Key.Key_D, CTRL)
    assert view_of(merged).capture.said == "Choose two notes or more that say the same."
    press(Key.Key_D, CTRL | SHIFT)
    assert view_of(merged).capture.said == "Nothing was merged into this note."
    assert view_of(merged).note_desk.merged.shown == []


def test_what_was_merged_goes_with_the_note(merged: MainWindow) -> None:
    press(Key.Key_D, CTRL | SHIFT)
    press(Key.Key_Z, CTRL)
    panel = view_of(merged).note_desk.merged
    assert panel.shown == [], "it was taken back, so there is nothing to show"
    assert len(seen(merged)) == 4
