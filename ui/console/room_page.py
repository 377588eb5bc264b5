"""The room view in the console's own window, for those who have one display."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.room.canvas import RoomCanvas
from ui.translate import tr


class RoomPage(QWidget):
    """A canvas that fills the window, and takes the focus so that keys act."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Room view"))
        self.canvas = RoomCanvas()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
