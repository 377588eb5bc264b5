"""A facilitator at the window: types, edits, deletes, takes back, closes, opens; and is killed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.flows.told import number_and_text, typist
from tests.ui.screen import (
    cards,
    click,
    double_click,
    on_disk,
    press,
    texts,
    type_note,
    type_text,
    view_of,
    wait_saved,
)
from ui.recent import RecentList
from ui.window import MainWindow
from workshop.document import Document
from workshop.records.notes import Note

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_short_sitting(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    """Everything the window can do to a note, and all of it is in the file afterwards."""
    type_note("p: Timetables are rebuilt by hand")
    type_note("e: Three engines, none trusted")
    type_note("s: Harbours buy after a storm")
    type_note("p: To be deleted")
    double_click(window, "Three engines, none trusted")
    type_text(" by crews")
    press(Qt.Key.Key_Return)
    click(window, "To be deleted")
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Y, CTRL)
    shown = [
        "Timetables are rebuilt by hand",
        "Three engines, none trusted by crews",
        "Harbours buy after a storm",
    ]
    assert texts(window) == shown
    wait_saved(window, qtbot)
    window.close()
    assert on_disk(file) == shown


def test_everything_is_there_after_opening_again(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    for number in range(12):
        type_note(f"{'pes'[number % 3]}: note {number}")
    before = [(card.card, card.rect) for card in cards(window)]
    window.close_workshop()
    assert window.open_file(file)
    view_of(window).show_stage("struggles")
    qtbot.waitUntil(lambda: len(cards(window)) == 12)
    after = [(card.card, card.rect) for card in cards(window)]
    assert [card.text for card, _ in after] == [card.text for card, _ in before]
    assert [box for _, box in after] == [box for _, box in before]


@pytest.mark.parametrize("notes", [1, 7, 40])
@pytest.mark.skipif(os.name == "nt", reason="kills by SIGKILL")
def test_a_killed_program_loses_no_note_that_was_not_marked_saving(
    notes: int, file: Path, qtbot: QtBot
) -> None:
    """The program types on while it is killed, so that writes are under way."""
    with typist(file) as program:
        assert program.stdout is not None
        told = [program.stdout.readline() for _ in range(notes)]
        program.kill()
        told += program.stdout.readlines()
    saved = dict(number_and_text(line) for line in told if line.endswith("\n"))
    assert len(saved) >= notes
    with Document.open(file) as document:
        found = {note.nr or 0: note.text for note in document.workshop[Note]}
    assert {number: found.get(number) for number in saved} == saved
    assert sorted(found) == list(range(1, len(found) + 1)), "notes are there in order, without gaps"


def _recent() -> list[Path]:
    return [entry.path for entry in RecentList().entries()]


@pytest.mark.skipif(os.name == "nt", reason="kills by SIGKILL")
def test_a_killed_program_s_file_opens_and_goes_on(
    file: Path, qtbot: QtBot, qapp: object, window: MainWindow
) -> None:
    """After the kill the file opens from Home, shows the notes, and takes more."""
    window.close_workshop()
    window.recent.forget(file)
    with typist(file) as program:
        assert program.stdout is not None
        first = number_and_text(program.stdout.readline())
        qtbot.waitUntil(lambda: _recent() == [file])
        program.kill()
    home = window.pages.home
    home.refresh()
    home.focus_first()
    press(Qt.Key.Key_Return)
    assert window.session is not None, "what was killed is the first of the recent ones"
    assert window.session.path == file
    view_of(window).show_stage("struggles")
    view_of(window).focus_capture()
    assert first[1] in texts(window)
    count = len(texts(window))
    type_note("p: typed after the crash")
    wait_saved(window, qtbot)
    window.close()
    assert len(on_disk(file)) == count + 1
