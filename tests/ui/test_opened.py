"""What is said of a file when it is opened: who has it, where it stands, how old it is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.disks import held_elsewhere, only_readable, small_disk
from tests.fixtures import version_0
from tests.ui.screen import on_disk, press, type_note, view_of, wait_saved
from tests.workshop.store.test_migrations import FINGERPRINTS
from ui.settings import Settings
from ui.window import MainWindow
from workshop.store import migrations
from workshop.store.holder import holder_of
from workshop.store.migrations import Migration

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def empty(qtbot: QtBot, qapp: object) -> Iterator[MainWindow]:
    """The window without a workshop."""
    made = MainWindow(Settings())
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitActive(made):
        made.begin(None)
    yield made
    made.close()


def said(window: MainWindow, qtbot: QtBot) -> str:
    """What the window says of its own accord, once it is painted."""
    qtbot.waitUntil(lambda: bool(window.banner.said))
    return window.banner.said


def offered(window: MainWindow) -> QPushButton:
    return next(each for each in window.banner.findChildren(QPushButton) if each.isVisible())


def choose(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    """Says in the dialog that this file is meant."""
    asked = window.findChildren(QFileDialog)[-1]
    asked.fileSelected.emit(str(file))
    with qtbot.waitActive(window):
        asked.close()
        window.activateWindow()


def proposed(window: MainWindow) -> Path:
    """The file that the dialog proposes."""
    (chosen,) = window.findChildren(QFileDialog)[-1].selectedFiles()
    return Path(chosen)


def test_a_workshop_that_somebody_has_open_is_offered_as_a_copy(
    empty: MainWindow, qtbot: QtBot, file: Path
) -> None:
    with held_elsewhere(file):
        about = json.loads(holder_of(file).read_text())
        assert not empty.open_file(file)
        assert about["computer"] in empty.banner.said
        assert about["user"] in empty.banner.said
        offered(empty).setFocus()
        press(Qt.Key.Key_Space)
        copy = proposed(empty)
        assert copy == file.with_name("Harbour (copy).workshop")
        choose(empty, qtbot, copy)
        assert empty.banner.said == f"This is a copy: {copy}."
        view_of(empty).show_stage("struggles")
        view_of(empty).focus_capture()
        type_note("in the copy")
        wait_saved(empty, qtbot)
        empty.close_workshop()
    assert on_disk(copy) == ["in the copy"]
    assert on_disk(file) == []


def test_the_copy_goes_where_the_facilitator_says(
    empty: MainWindow, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    taken = tmp_path / "taken.workshop"
    taken.write_text("Mine")
    with held_elsewhere(file):
        assert not empty.open_file(file)
        QTest.mouseClick(offered(empty), LEFT)
        choose(empty, qtbot, taken)
        assert "already" in empty.banner.said
        assert taken.read_text() == "Mine"
        empty.open_file(file)
        QTest.mouseClick(offered(empty), LEFT)
        choose(empty, qtbot, tmp_path / "no folder" / "x")
        assert "no folder" in empty.banner.said
        empty.open_file(file)
        QTest.mouseClick(offered(empty), LEFT)
        choose(empty, qtbot, tmp_path / "mine")
        assert empty.session is not None
        assert empty.session.path == tmp_path / "mine.workshop"


def test_a_workshop_that_is_open_here_is_no_reason_for_a_copy(
    window: MainWindow, empty: MainWindow, file: Path
) -> None:
    assert not empty.open_file(file)
    assert "open already" in empty.banner.said
    assert offered(empty).text() == "Close"


def test_a_workshop_that_may_only_be_read_is_offered_as_a_copy(
    empty: MainWindow, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", 4096) as disk:
        shutil.copyfile(file, disk / "Harbour.workshop")
        with only_readable(disk):
            assert not empty.open_file(disk / "Harbour.workshop")
            assert "cannot be written to" in empty.banner.said
            QTest.mouseClick(offered(empty), LEFT)
            choose(empty, qtbot, disk / "there.workshop")
            assert "cannot be written" in empty.banner.said
            empty.open_file(disk / "Harbour.workshop")
            QTest.mouseClick(offered(empty), LEFT)
            choose(empty, qtbot, tmp_path / "here.workshop")
            assert empty.session is not None


def test_a_synchronised_folder_is_said_once(empty: MainWindow, qtbot: QtBot, file: Path) -> None:
    (file.parent / ".dropbox.cache").mkdir()
    other = shutil.copyfile(file, file.with_name("Other.workshop"))
    empty.open_file(file)
    words = said(empty, qtbot)
    assert f"{file.parent} is copied to other computers by Dropbox" in words
    QTest.mouseClick(offered(empty), LEFT)
    empty.open_file(other)
    type_note("and on")
    wait_saved(empty, qtbot)
    assert empty.banner.said == ""
    elsewhere = file.parent / "deeper" / "Third.workshop"
    elsewhere.parent.mkdir()
    shutil.copyfile(file, elsewhere)
    (elsewhere.parent / ".tmp.drivedownload").mkdir()
    empty.open_file(elsewhere)
    qtbot.wait(0)
    assert empty.banner.said == "", "it lies in the folder of which that was said"


def test_a_note_of_another_computer_is_told(empty: MainWindow, qtbot: QtBot, file: Path) -> None:
    note = {"user": "dora", "computer": "desk-7", "since": "2026-10-06T09:10:11+00:00"}
    holder_of(file).write_text(json.dumps(note))
    empty.open_file(file)
    assert "may also be open on desk-7, by dora, since 2026-10-06 at 09:10 UTC" in said(
        empty, qtbot
    )
    empty.close_workshop()
    assert not holder_of(file).exists()


def test_an_older_file_is_told_with_its_copy(
    empty: MainWindow, qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(migrations.MIGRATIONS, 0, Migration(FINGERPRINTS[0], version_0.up))
    shutil.copyfile(version_0.FILE, file)
    empty.open_file(file)
    words = said(empty, qtbot)
    assert words.startswith("This file was made by an older version")
    assert "Harbour (version 0).workshop" in words


@pytest.mark.parametrize("name", ["two\nlines", "evil \u202eksrow", "\x1b[31mred", "a\u2028b"])
def test_a_name_with_tricks_in_it_stays_on_its_line(
    empty: MainWindow, tmp_path: Path, file: Path, name: str
) -> None:
    strange = tmp_path / f"{name}.workshop"
    shutil.copyfile(file, strange)
    assert empty.open_file(strange)
    assert empty.close_workshop()
    strange.write_bytes(b"")
    assert not empty.open_file(strange)
    assert "?" in empty.banner.said
    assert not set(empty.banner.said) & set("\n\u202e\x1b\u2028")
