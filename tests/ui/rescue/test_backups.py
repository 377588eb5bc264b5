"""The backups: listed with what is in them, restored into a new file by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.rescue.conftest import Begin
from tests.ui.rescue.seen import dialog_of
from tests.ui.screen import focus, press
from tests.workshop.keeping.sittings import add_notes, create, texts
from ui import files
from ui.rescue.backups import BackupsDialog
from ui.window import MainWindow
from workshop.document import Document
from workshop.errors import FileProblem

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def rows(dialog: BackupsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def opened(window: MainWindow, qtbot: QtBot) -> BackupsDialog:
    press(Qt.Key.Key_B, CTRL_SHIFT)
    dialog = dialog_of(window)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_backups_are_listed_with_what_is_in_them(
    worked_in: Path, begin: Begin, qtbot: QtBot
) -> None:
    dialog = opened(begin(), qtbot)
    assert focus() is dialog.list
    assert not dialog.workshops.isVisible()
    qtbot.waitUntil(lambda: "notes" in rows(dialog)[0])
    assert rows(dialog)[0].startswith("today ")
    assert "11 people, " in rows(dialog)[0]
    assert dialog.said == "The workshop itself stays as it is."
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_a_backup_is_restored_into_a_new_file_and_opened_by_keys_alone(
    worked_in: Path, begin: Begin, qtbot: QtBot
) -> None:
    before = worked_in.read_bytes()
    window = begin()
    dialog = opened(window, qtbot)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.said.startswith("Made "))
    assert focus() is dialog.restore_button
    assert dialog.restore_button.text() == "Open it"
    press(Qt.Key.Key_Return)
    assert window.session is not None
    made = window.session.path
    assert made.name.startswith("Harbour (backup 2")
    window.close()
    assert worked_in.read_bytes() == before
    with Document.open(made) as document:
        assert len(texts(document.workshop)) in (20, 23)


def test_the_workshop_that_is_open_comes_first(worked_in: Path, begin: Begin, qtbot: QtBot) -> None:
    other = worked_in.with_name("Tidewater.workshop")
    with create(other, files.vault(), 4) as document:
        add_notes(document.workshop)
    window = begin()
    assert window.open_file(worked_in)
    dialog = opened(window, qtbot)
    assert dialog.workshops.isVisible()
    assert dialog.workshops.count() == 2
    assert dialog.workshops.currentText().startswith("Harbour, in ")
    dialog.workshops.setFocus()
    press(Qt.Key.Key_Down)
    assert dialog.workshops.currentText().startswith("Tidewater, in ")
    qtbot.waitUntil(lambda: "4 notes" in rows(dialog)[0])
    QTest.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Tidewater (backup " in dialog.said)
    QTest.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert window.session is not None
    assert window.session.path == worked_in, "nothing is closed unless it is asked for"


def test_without_any_backup_that_is_said(begin: Begin, qtbot: QtBot) -> None:
    window = begin()
    window.pages.home.side.backups.click()
    dialog = dialog_of(window)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.said == "There are no backups yet. They are made while you work."
    assert focus() is dialog.close_button
    assert not dialog.restore_button.isEnabled()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileProblem("file.disk_full", file="x.workshop"), "The disk is full"),
        (OSError(28, "No space left on device", "x.workshop"), "No space left on device"),
    ],
)
def test_what_cannot_be_restored_is_said(
    worked_in: Path, begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
    error: Exception, words: str,
) -> None:  # fmt: skip
    def full(*_: object) -> None:
        raise error

    monkeypatch.setattr("workshop.keeping.backups.restore", full)
    dialog = opened(begin(), qtbot)
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: words in dialog.said)
    assert dialog.restore_button.isEnabled()


def test_a_damaged_backup_is_listed_as_one(worked_in: Path, begin: Begin, qtbot: QtBot) -> None:
    (shelf,) = files.vault().shelves()
    file = shelf.backups()[0].file
    file.write_bytes(file.read_bytes()[:9000])
    dialog = opened(begin(), qtbot)
    qtbot.waitUntil(lambda: "cannot be used" in rows(dialog)[0])
