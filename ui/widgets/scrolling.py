"""A part of a window that scrolls up and down where it has more to show than room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scroller(QScrollArea):
    """Scrolls what is inside it; it takes no focus of its own."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)


class Least(QWidget):
    """Asks for the height without which something inside it would be cut, rather than for the one
    that it would like: what scrolls in it takes what there is. `whole`: asks for all of it."""

    whole = False

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        if self.whole:
            return super().heightForWidth(width)
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1
