"""How large the window was when it was closed last."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui import settings
from ui.settings import Settings


def restore(window: QWidget, store: Settings) -> None:
    """Makes the window as large as it was, but no larger than the screen."""
    screen = QGuiApplication.primaryScreen().availableGeometry().size()
    width, height = store[settings.WINDOW_SIZE]
    window.resize(min(width, screen.width()), min(height, screen.height()))
    if store[settings.MAXIMIZED]:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def keep(window: QWidget, store: Settings) -> None:
    """Remembers how large the window is."""
    maximized = window.isMaximized()
    store[settings.MAXIMIZED] = maximized
    if not maximized:
        store[settings.WINDOW_SIZE] = (window.width(), window.height())
