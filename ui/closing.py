"""While a workshop is closed the disk may be slow: the window says how much is left to save."""

from __future__ import annotations

import time
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QProgressBar, QVBoxLayout, QWidget

from ui import fonts
from ui.theme import BODY, GAP, NEAR, TITLE
from ui.translate import plural, tr
from ui.widgets.plain import label, surface

BLINK = 0.3
"""Seconds after which the window says what it waits for."""
BAR_WIDTH, BAR_HEIGHT = 320, 8
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.Shortcut,
        QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel,
        QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd,
        QEvent.Type.TabletPress, QEvent.Type.ContextMenu, QEvent.Type.Drop,
        QEvent.Type.InputMethod, QEvent.Type.Close,
    }
)  # fmt: skip
"""What nothing can be done with until the file is closed."""


class Closing(QObject):
    """The time in which a window closes its workshop: a context in which `wait` is called again and
    again. The window is painted meanwhile, and takes no keys and no mouse."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._since = time.monotonic()
        self._most = 0
        self.page: ClosingPage | None = None

    def __enter__(self) -> Closing:
        self._application().installEventFilter(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._application().removeEventFilter(self)
        if self.page is not None:
            self.page.hide()
            self.page.deleteLater()
        self.deleteLater()

    def wait(self, left: int) -> None:
        """So many changes are still to be saved."""
        self._most = max(self._most, left)
        if self.page is None and time.monotonic() - self._since > BLINK:
            self.page = ClosingPage(self._window)
        if self.page is not None:
            self.page.show_left(left, self._most)
        QApplication.processEvents()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() in _INPUT

    def _application(self) -> QApplication:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application


class ClosingPage(QWidget):
    """Covers the window and says how much is left."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        surface(self, "paper")
        self._title = label(tr("Saving"), fonts.serif(TITLE))
        self._words = label("", fonts.sans(BODY), "second")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(BAR_WIDTH, BAR_HEIGHT)
        column = QVBoxLayout(self)
        column.setSpacing(NEAR)
        column.addStretch(1)
        for part in (self._title, self._bar, self._words):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(GAP if part is self._title else 0)
        column.addStretch(1)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def show_left(self, left: int, most: int) -> None:
        """`left` of `most` changes are still to be saved; at the end the file is closed."""
        self._bar.setRange(0, max(1, most))
        self._bar.setValue(most - left)
        words = plural(left, "{count} change is still to be saved.",
                       "{count} changes are still to be saved.")  # fmt: skip
        self._words.setText(words if left else tr("The file is being closed."))

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()
