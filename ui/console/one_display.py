"""One display: the same window shows the console or what the room sees."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.console.desk import Console

QUIET_MS = 600
"""Whoever still types when the room view comes up means no single key; they have stopped when no
key was pressed for so long."""


class OneDisplay:
    """Changes between the first page of a stack, the console, and the room page of a workshop.

    The room view fills the screen. What is private is masked from the moment it is shown.
    """

    def __init__(self, window: QWidget, pages: QStackedWidget, done: Callable[[], object]) -> None:
        self._window, self._pages, self._done = window, pages, done
        self._before = Qt.WindowState.WindowNoState
        self._typing: QElapsedTimer | None = None

    @property
    def shows_room(self) -> bool:
        """Whether the window shows what the room sees."""
        return self._pages.currentIndex() > 0

    def is_typing(self, event: QKeyEvent) -> bool:
        """Whether a key is one of those that were meant for the line one typed into until now."""
        if not self.shows_room or self._typing is None:
            return False
        still = self._typing.elapsed() < QUIET_MS
        self._typing.start()
        if not still:
            self._typing = None
        return still and bool(event.text().strip() or event.key() == Qt.Key.Key_Space)

    def toggle(self, console: Console | None) -> None:
        """Changes between console and room view."""
        if self.shows_room:
            self.show_console()
        elif console is not None:
            console.privacy.mask()
            console.page.canvas.set_page(console.view.side.preview.page)
            self._pages.setCurrentWidget(console.page)
            self._typing = QElapsedTimer()
            self._typing.start()
            self._before = self._window.windowState()
            self._window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
            self._done()

    def show_console(self) -> None:
        """Shows the console again; nothing is asked."""
        if self.shows_room:
            self._pages.setCurrentIndex(0)
            self._window.setWindowState(self._before)
            self._done()
