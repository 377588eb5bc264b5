"""The window as a program: starts Qt, shows the window, ends in order."""

from __future__ import annotations

import os
import signal
import socket
import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QSocketNotifier, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

import assets
from ui import appearance, crash, fonts, settings
from ui.folders import NAME
from ui.settings import Settings
from ui.version import VERSION
from ui.window import MainWindow


def make_application(arguments: list[str] | None = None) -> QApplication:
    """The application object with fonts and translation, made once."""
    application = QApplication(arguments or [NAME])
    application.setApplicationName(NAME)
    application.setApplicationDisplayName("Coxswain")
    application.setApplicationVersion(VERSION)
    fonts.load()
    _translate(application)
    return application


def run(path: Path | None = None) -> int:
    """Opens the window, on a workshop if one is named; returns the exit code at its end."""
    application = make_application()
    store = Settings()
    appearance.dress(application, appearance.chosen(store[settings.APPEARANCE]))
    window = MainWindow(store)
    crash.install(window.bug_found.emit)
    interrupts = _Interrupts(window)
    window.begin(path)
    try:
        application.exec()
    finally:
        crash.uninstall()
        window.close()
    return interrupts.exit_code


def can_show() -> bool:
    """Whether there is a display; Qt itself would end the program without a sentence."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _translate(application: QApplication) -> None:
    """Loads the words of the system's language, where there are any."""
    translator = QTranslator(application)
    folder = assets.path("translations")
    if folder.is_dir() and translator.load(QLocale(), NAME, "_", str(folder)):
        application.installTranslator(translator)


class _Interrupts:
    """Ctrl+C in the terminal and the wish of the system to end close the window in order.

    Python handles a signal only when its code runs, which it does not while Qt waits: so the
    signal's number is also written to a socket, and Qt wakes up for that.
    """

    def __init__(self, window: MainWindow) -> None:
        self.exit_code = 0
        self._window = window
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._wake)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._end)

    def _wake(self) -> None:
        try:
            self._read.recv(64)
        except BlockingIOError:
            return

    def _end(self, number: int, _frame: object) -> None:
        self.exit_code = 128 + number  # as a shell says it
        QTimer.singleShot(0, self._window, self._window.close)
