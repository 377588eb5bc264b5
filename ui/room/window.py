"""The room display's own window: full screen on the screen it is given, and never in the way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.room.canvas import RoomCanvas
from ui.screens import Screen, Screens
from ui.theme import LIGHT, Theme
from ui.translate import tr
from workshop.room_view import RoomView

CURSOR_GOES_AFTER_MS = 2000


class RoomWindow(QWidget):
    """Shows a canvas to the room.

    It takes no focus and only the console closes it. When its screen is pulled out it hides
    (`screen_changed` with an empty name) and keeps its content; when the screen is back, so is it.
    """

    screen_changed = Signal(str)

    def __init__(
        self,
        screens: Screens,
        view: RoomView | None = None,
        *,
        moves: bool = True,
        theme: Theme = LIGHT,
    ) -> None:
        self._screens = screens
        self._wanted = ""
        self._shown_on: Screen | None = None
        super().__init__()
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint
        self.setWindowFlags(flags | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        # It stands in task bars and window lists, where the system adds the name of the program: it
        # says nothing of the workshop.
        self.setWindowTitle(tr("Room display"))
        self.canvas = RoomCanvas(view, moves=moves, theme=theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
        screens.changed.connect(self._follow)
        self._hide_cursor()

    @property
    def screen_name(self) -> str:
        """The screen it is shown on; empty while it is hidden."""
        return self._shown_on.name if self._shown_on else ""

    def show_view(self, view: RoomView) -> None:
        """Show this view to the room."""
        self.canvas.show_view(view)

    def show_on(self, name: str) -> None:
        """Fill the screen of this name, now or as soon as there is one."""
        self._wanted = name
        self._follow()

    def put_away(self) -> None:
        """Close the window; `show_on` opens it again."""
        self._wanted = ""
        self._follow()
        self.close()

    # Screens come and go

    def _follow(self) -> None:
        """Be where the wanted screen is, or hidden where there is none."""
        found = {screen.name: screen for screen in self._screens.listed()}
        to = found.get(self._wanted)
        if to is not None and to.has_console:
            to = None  # it would cover the console
        if to == self._shown_on:
            return
        before, self._shown_on = self.screen_name, to
        self.hide()
        if to is not None:
            self._fill(to)
        if self.screen_name != before:
            self.screen_changed.emit(self.screen_name)

    def _fill(self, screen: Screen) -> None:
        if screen.handle is None:
            self.setGeometry(screen.geometry)
            self.show()
            return
        self.setScreen(screen.handle)
        self.setGeometry(screen.geometry)
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()  # showFullScreen would take the focus from the console

    # The pointer

    def _hide_cursor(self) -> None:
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(CURSOR_GOES_AFTER_MS)
        self._still.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self.canvas.setMouseTracking(True)
        self.canvas.installEventFilter(self)
        self._still.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            self.unsetCursor()
            self._still.start()
        return super().eventFilter(watched, event)

    # What it must not do

    def changeEvent(self, event: QEvent) -> None:
        """Where a system gives it the focus all the same, the console has it back."""
        super().changeEvent(event)
        console = self._screens.console
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and console:
            console.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A key or a task bar cannot close it, only the program."""
        event.setAccepted(not event.spontaneous())
