"""What must stay private is masked wherever the room may see the console."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.console.room_link import RoomLink


class Privacy(QObject):
    """With a room display of its own, shown or at rest, nothing is masked. With one display
    everything private is, until a key asks for it, and again after each look at the room view."""

    changed = Signal()

    def __init__(self, link: RoomLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._asked = False
        link.changed.connect(self.changed)

    @property
    def masked(self) -> bool:
        """Whether private things are masked."""
        apart = self._link.screen_name or self._link.rests
        return not apart and not self._asked

    def toggle(self) -> None:
        """Shows what is private, or masks it again."""
        self._asked = not self._asked
        self.changed.emit()

    def mask(self) -> None:
        """The room sees this window: masks everything private."""
        self._asked = False
        self.changed.emit()
