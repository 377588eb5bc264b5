"""The window while the disk takes nothing: one line says so, nobody is stopped, and all is saved
when the disk is back or another one is chosen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.disks import POSIX, no_room_past, small_disk, use_up
from tests.ui.screen import (
    cards,
    focus,
    on_disk,
    press,
    texts,
    type_note,
    view_of,
    wait_saved,
)  # fmt: skip
from ui.settings import Settings
from ui.window import MainWindow
from workshop.document import Document
from workshop.records.notes import Note
from workshop.store import writer

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes nothing is tried again soon."""
    monkeypatch.setattr(writer, "LONGEST_PAUSE", 0.25)


def dialog(window: MainWindow) -> QFileDialog:
    return window.findChildren(QFileDialog)[-1]


def choose(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    """Says in the dialog that this file is meant."""
    asked = dialog(window)
    assert asked.isVisible()
    asked.fileSelected.emit(str(file))
    with qtbot.waitActive(window):  # which the system does where there is one
        asked.close()
        window.activateWindow()


def wait_stuck(window: MainWindow, qtbot: QtBot) -> None:
    """Until the window says that the disk takes nothing; and it says it in one line only."""
    qtbot.waitUntil(lambda: window.banner.said.endswith("ave elsewhere."))
    assert view_of(window).status.words == "Not saved"
    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None


def goes_on(window: MainWindow, qtbot: QtBot) -> None:
    """All that people do on the console works while nothing is saved."""
    view = view_of(window)
    type_note("typed in trouble")
    assert texts(window)[-1] == "typed in trouble"
    assert {box.card.text for box in cards(window) if box.card.saving} >= {"typed in trouble"}
    press(Qt.Key.Key_F8)
    assert view.run.on is not None, "the clock runs"
    press(Qt.Key.Key_F8)
    type_note("to be taken back")
    press(Qt.Key.Key_Z, CTRL)
    assert "to be taken back" not in texts(window)
    assert view.status.words == "Not saved"


def fill_up(window: MainWindow, qtbot: QtBot) -> None:
    """Types until the disk takes no more."""
    for number in range(400):
        type_note(f"p: {'a note of some length ' * 15}{number}")
        QApplication.processEvents()
        if view_of(window).status.words == "Not saved":
            return
    wait_stuck(window, qtbot)


def all_on_disk(window: MainWindow, file: Path) -> None:
    """Nothing is missing, and what was done can be taken back."""
    assert window.session is not None
    shown = sorted(note.text for note in window.session.workshop[Note])
    steps = window.session.workshop.last_step
    window.close()
    assert sorted(on_disk(file)) == shown
    with Document.open(file) as document:
        assert document.workshop.last_step == steps
        assert document.history.undo()


@POSIX
def test_a_file_that_may_not_grow(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    with no_room_past(file.stat().st_size):
        fill_up(window, qtbot)
        wait_stuck(window, qtbot)
        goes_on(window, qtbot)
    wait_saved(window, qtbot)
    assert window.banner.said == ""
    assert not any(box.card.saving for box in cards(window))
    assert not view_of(window).status.elsewhere_button.isVisible()
    all_on_disk(window, file)


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A small disk."""
    with small_disk(tmp_path / "stick", 2048) as disk:
        yield disk


@pytest.fixture
def on_stick(stick: Path, file: Path, qtbot: QtBot, qapp: object) -> Iterator[MainWindow]:
    """The window with a workshop on a small disk."""
    shutil.copyfile(file, stick / "Harbour.workshop")
    made = MainWindow(Settings())
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitActive(made):
        made.begin(stick / "Harbour.workshop")
    view_of(made).show_stage("struggles")
    view_of(made).focus_capture()
    yield made
    made.close()


def test_a_full_disk_until_there_is_room(on_stick: MainWindow, qtbot: QtBot, stick: Path) -> None:
    ballast = use_up(stick)
    fill_up(on_stick, qtbot)
    wait_stuck(on_stick, qtbot)
    assert "disk is full" in on_stick.banner.said
    goes_on(on_stick, qtbot)
    ballast.unlink()
    wait_saved(on_stick, qtbot)
    all_on_disk(on_stick, stick / "Harbour.workshop")


def test_a_full_disk_left_by_the_corner(
    on_stick: MainWindow, qtbot: QtBot, stick: Path, tmp_path: Path
) -> None:
    use_up(stick)
    fill_up(on_stick, qtbot)
    wait_stuck(on_stick, qtbot)
    before = on_stick.session.workshop.last_step if on_stick.session else 0
    QTest.mouseClick(view_of(on_stick).status.elsewhere_button, LEFT)
    choose(on_stick, qtbot, tmp_path / "Elsewhere")
    type_note("while the other file is written")
    elsewhere = tmp_path / "Elsewhere.workshop"
    wait_saved(on_stick, qtbot)
    assert on_stick.banner.said == f"The work goes on in {elsewhere}."
    assert on_stick.session is not None
    assert on_stick.session.path == elsewhere
    press(Qt.Key.Key_Z, CTRL)
    assert on_stick.session.workshop.last_step == before + 2
    all_on_disk(on_stick, elsewhere)
    assert (stick / "Harbour.workshop").exists()


def test_the_work_goes_elsewhere_by_keys_whenever_it_is_wanted(
    window: MainWindow, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    type_note("before")
    wait_saved(window, qtbot)
    press(Qt.Key.Key_F12)
    taken = tmp_path / "taken.workshop"
    taken.write_text("Mine")
    choose(window, qtbot, taken)
    qtbot.waitUntil(lambda: "already" in window.banner.said)
    assert taken.read_text() == "Mine"
    offered = [each for each in window.banner.findChildren(QPushButton) if each.isVisible()]
    offered[0].setFocus()
    press(Qt.Key.Key_Space)
    choose(window, qtbot, tmp_path / "free.workshop")
    qtbot.waitUntil(lambda: window.banner.said.startswith("The work goes on in"))
    view_of(window).focus_capture()
    type_note("after")
    all_on_disk(window, tmp_path / "free.workshop")
    assert on_disk(file) == ["before"]


def test_it_is_offered_while_a_workshop_is_open_and_the_room_does_not_see_it(
    window: MainWindow,
) -> None:
    action = window.actions_by_id["elsewhere"]
    assert action in window.menu.actions()
    assert action.isEnabled()
    press(Qt.Key.Key_F11)
    assert not action.isEnabled()
    press(Qt.Key.Key_F11)
    window.close_workshop()
    assert not action.isEnabled()
    window.elsewhere.ask(window.session)
    assert window.findChildren(QFileDialog) == []


def test_a_gone_file_is_said_and_the_work_goes_on_elsewhere(
    window: MainWindow, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    gone = tmp_path / "pulled"
    file.rename(gone)
    type_note("typed without a disk")
    wait_stuck(window, qtbot)
    assert "is gone" in window.banner.said
    assert texts(window) == ["typed without a disk"]
    window.banner.acted.emit()
    elsewhere = tmp_path / "Elsewhere.workshop"
    choose(window, qtbot, elsewhere)
    wait_saved(window, qtbot)
    assert str(elsewhere) in window.banner.said
    window.close()
    assert on_disk(elsewhere) == ["typed without a disk"]


def test_a_pulled_stick_that_comes_back_gets_everything(
    window: MainWindow, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    file.rename(tmp_path / "pulled")
    type_note("in between")
    wait_stuck(window, qtbot)
    (tmp_path / "pulled").rename(file)
    wait_saved(window, qtbot)
    assert window.banner.said == ""
    window.close()
    assert on_disk(file) == ["in between"]


def test_closing_in_trouble_says_what_is_missing_and_stays(
    window: MainWindow, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    file.rename(tmp_path / "pulled")
    type_note("not saved yet")
    wait_stuck(window, qtbot)
    press(Qt.Key.Key_W, CTRL)
    assert texts(window) == ["not saved yet"]
    assert window.banner.said.startswith("1 change is not saved yet.")
    assert focus().isVisible()
    (tmp_path / "pulled").rename(file)
    wait_saved(window, qtbot)
    press(Qt.Key.Key_W, CTRL)
    assert window.session is None
    assert on_disk(file) == ["not saved yet"]


def test_what_the_file_refuses_is_kept_beside_with_a_report(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    type_note("first")
    wait_saved(window, qtbot)
    assert window.session is not None
    spoil = "UPDATE note SET nr = 2"  # the number that the next one will have
    window.session._document.ask(lambda opened: opened.execute(spoil).fetchall())
    type_note("Something private")
    kept = file.with_name("Harbour (kept).workshop")
    qtbot.waitUntil(lambda: "Nothing is lost" in window.banner.said)
    assert str(kept) in window.banner.said
    type_note("and on")
    wait_saved(window, qtbot)
    window.banner.acted.emit()
    report = QApplication.clipboard().text()
    assert "IntegrityError" in report
    assert "private" not in report
    assert window.banner.said == ""
    window.close()
    assert on_disk(kept) == ["first", "Something private", "and on"]
