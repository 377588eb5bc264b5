"""One display: the same window shows the console or what the room sees."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.console.desk import Console


class OneDisplay:
    """Changes between the first page of a stack, the console, and the room page of a workshop.

    The room view fills the screen. What is private is masked from the moment it is shown.
    """

    def __init__(self, window: QWidget, pages: QStackedWidget, done: Callable[[], object]) -> None:
        self._window, self._pages, self._done = window, pages, done
        self._before = Qt.WindowState.WindowNoState

    @property
    def shows_room(self) -> bool:
        """Whether the window shows what the room sees."""
        return self._pages.currentIndex() > 0

    def toggle(self, console: Console | None) -> None:
        """Changes between console and room view."""
        if self.shows_room:
            self.show_console()
        elif console is not None:
            console.privacy.mask()
            console.page.canvas.set_page(console.view.side.preview.page)
            self._pages.setCurrentWidget(console.page)
            self._before = self._window.windowState()
            self._window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
            self._done()

    def show_console(self) -> None:
        """Shows the console again; nothing is asked."""
        if self.shows_room:
            self._pages.setCurrentIndex(0)
            self._window.setWindowState(self._before)
            self._done()
