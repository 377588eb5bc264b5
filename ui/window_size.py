"""How large the window is: as it was left last time, and never larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui import settings
from ui.settings import Settings

LEAST_WIDTH, LEAST_HEIGHT = 620, 300
"""What a screen of 1920x1080 at 300 % leaves between its bars, in pixels at 100 %."""


def restore(window: QWidget, store: Settings) -> None:
    """Gives a window the size that it had."""
    window.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
    screen = QGuiApplication.primaryScreen().availableGeometry().size()
    width, height = store[settings.WINDOW_SIZE]
    window.resize(min(width, screen.width()), min(height, screen.height()))
    if store[settings.MAXIMIZED]:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def keep(window: QWidget, store: Settings) -> None:
    """Remembers the size of a window that is about to close."""
    maximized = window.isMaximized()
    store[settings.MAXIMIZED] = maximized
    if not maximized:
        store[settings.WINDOW_SIZE] = (window.width(), window.height())
