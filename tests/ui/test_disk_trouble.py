"""The window while the disk takes nothing: it says so, goes on, and saves all when it can."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.screen import on_disk, texts, type_note, view_of, wait_saved
from ui.window import MainWindow


def _dialog(window: MainWindow) -> QFileDialog:
    return window.findChildren(QFileDialog)[-1]


def test_a_gone_file_is_said_and_the_work_goes_on_elsewhere(
    window: MainWindow, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    gone = tmp_path / "pulled"
    file.rename(gone)
    type_note("typed without a disk")
    qtbot.waitUntil(lambda: "is gone" in window.banner.said)
    assert texts(window) == ["typed without a disk"]
    assert view_of(window).status.words == "Not saved"
    window.banner.acted.emit()
    elsewhere = tmp_path / "Elsewhere.workshop"
    _dialog(window).fileSelected.emit(str(elsewhere))
    _dialog(window).close()
    wait_saved(window, qtbot)
    assert str(elsewhere) in window.banner.said
    window.close()
    assert on_disk(elsewhere) == ["typed without a disk"]


def test_a_pulled_stick_that_comes_back_gets_everything(
    window: MainWindow, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    file.rename(tmp_path / "pulled")
    type_note("in between")
    qtbot.waitUntil(lambda: view_of(window).status.words == "Not saved")
    (tmp_path / "pulled").rename(file)
    wait_saved(window, qtbot)
    assert window.banner.said == ""
    window.close()
    assert on_disk(file) == ["in between"]
