"""Bugs: logged, told to whoever listens, and never the end of the program."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui import crash
from ui.version import VERSION
from ui.window import MainWindow
from workshop.errors import Refused


@pytest.fixture
def log() -> Iterator[Path]:
    """A log of this test's own."""
    crash.stop_log()
    yield crash.log_file()
    crash.uninstall()
    crash.stop_log()


def _caught(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:
        return caught


def test_a_bug_is_written_down_with_the_way_to_it(log: Path) -> None:
    report = crash.record(_caught(TypeError("unsupported operand")))
    assert VERSION in report
    assert "test_crash.py" in report
    assert "TypeError: unsupported operand" in report
    assert report in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "error", [ValueError("a note"), KeyError("a note"), Refused("note.empty", text="a note")]
)
def test_what_people_wrote_is_in_no_report(log: Path, error: Exception) -> None:
    assert "a note" not in crash.record(_caught(error))


def test_the_log_does_not_grow_without_end(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "LIMIT", 5_000)
    for _ in range(300):
        crash.record(_caught(TypeError("again")))
    files = sorted(log.parent.iterdir())
    assert len(files) == 4
    assert all(file.stat().st_size < 10_000 for file in files)


def test_a_bug_in_a_thread_is_heard(log: Path) -> None:
    heard: list[str] = []
    crash.install(heard.append)
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    assert "ZeroDivisionError" in heard[0]


def test_the_window_tells_of_it_and_goes_on(window: MainWindow, qtbot: QtBot, log: Path) -> None:
    crash.install(window.bug_found.emit)
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: "went wrong" in window.banner.said)
    window.banner.acted.emit()
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    assert window.banner.said == ""
    assert window.view is not None
    QTest.keyClicks(window.view.capture.line, "still here")
    assert window.view.capture.line.text() == "still here"
