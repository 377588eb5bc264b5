"""What must stay private is masked wherever the room may see the console."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.console.room_link import RoomLink


class Privacy(QObject):
    """With a room display of its own, shown or at rest, nothing is masked. With one display, and
    wherever others may see the console, everything private is, until a key asks for it; and again
    after each look at the room view, and wherever the console moves to."""

    changed = Signal()

    def __init__(self, link: RoomLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._asked = False
        self._strays = link.console_strays
        link.changed.connect(self._follow)

    @property
    def masked(self) -> bool:
        """Whether private things are masked."""
        return not self._link.is_apart and not self._asked

    def toggle(self) -> None:
        """Shows what is private, or masks it again."""
        self._asked = not self._asked
        if self._asked:
            self._link.trust_here()
        self.changed.emit()

    def mask(self) -> None:
        """The room sees this window: masks everything private."""
        self._asked = False
        self.changed.emit()

    def _follow(self) -> None:
        """Screens have come or gone, or the console was moved."""
        if self._link.console_strays and not self._strays:
            self._asked = False
        self._strays = self._link.console_strays
        self.changed.emit()
