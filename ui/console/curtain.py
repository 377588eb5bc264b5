"""The curtain over windows of the facilitator that the room sees."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui import fonts
from ui.console.room_link import RoomLink
from ui.room.window import RoomWindow
from ui.theme import GAP, SECONDARY
from ui.translate import tr
from ui.widgets.plain import label, surface


class Cover(QWidget):
    """Lies over a window and takes the mouse; keys go where they went, among them the one that
    lifts it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        surface(self, "paper")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addStretch(1)
        column.addWidget(label(tr("F9 goes on."), fonts.sans(SECONDARY), "second"))
        window.installEventFilter(self)
        self._fill()
        self.show()
        self.repaint()

    def _fill(self) -> None:
        self.setGeometry(self._window.rect())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded):
            self._fill()
        return False


class Curtain(QObject):
    """While the room display is blank and the room may see the console, every window and dialog of
    the program is covered, those too that open meanwhile."""

    def __init__(self, link: RoomLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._covers: list[Cover] = []
        self._closed = False
        link.changed.connect(self.follow)

    @property
    def closed(self) -> bool:
        """Whether it covers the windows."""
        return self._closed

    def follow(self) -> None:
        """The room display is blank, or not any more, or the console was moved."""
        closed = self._link.view.blank and not self._link.is_apart
        if closed == self._closed:
            return
        self._closed = closed
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        if closed:
            application.installEventFilter(self)
            for window in application.topLevelWidgets():
                self._cover(window)
        else:
            application.removeEventFilter(self)
            self.lift()

    def lift(self) -> None:
        """Takes it off all windows."""
        for cover in self._covers:
            cover.hide()
            cover.deleteLater()
        self._covers = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self._cover(watched)
        return False

    def _cover(self, window: QWidget) -> None:
        if not window.isWindow() or not window.isVisible() or isinstance(window, RoomWindow):
            return
        if window.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip):
            window.close()
        elif all(cover.parent() is not window for cover in self._covers):
            self._covers.append(Cover(window))
