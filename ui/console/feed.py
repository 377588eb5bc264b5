"""What the room sees now: the one place that hands room views to windows."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from workshop.kept_sheets import SheetKeeper
from workshop.room import look
from workshop.room_view import BLANK, RoomView
from workshop.showing import Showing
from workshop.state import Workshop

Now = Callable[[], datetime.datetime]


def local_now() -> datetime.datetime:
    """This moment with the system's offset from UTC."""
    return datetime.datetime.now().astimezone()


class RoomFeed(QObject):
    """Makes the room's view and says when it has changed.

    While it is frozen the view stays as it was; only the curtain and what was agreed lie over it.
    """

    changed = Signal(object)
    """The new `RoomView`."""

    def __init__(self, workshop: Workshop, now: Now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self._now = now
        self._sheets = SheetKeeper(workshop, for_room=True)
        self._held: RoomView | None = None
        self.showing = Showing()
        self.view = RoomView()

    @property
    def frozen(self) -> bool:
        """Whether the view is held."""
        return self._held is not None

    def show(self, **fields: Any) -> None:
        """Changes what was chosen for the room: any field of `Showing`."""
        self.showing = replace(self.showing, **fields)
        self.refresh()

    def toggle_blank(self) -> None:
        """Lets the curtain fall, or lifts it."""
        self.show(blank=not self.showing.blank)

    def toggle_agreed(self) -> None:
        """Puts the agreed problem and vision over everything, or takes them away."""
        self.show(agreed=not self.showing.agreed)

    def toggle_frozen(self) -> None:
        """Holds what the room sees, or lets it follow again."""
        held = None
        if self._held is None:
            bare = replace(self.showing, blank=False, agreed=False)
            held = look(self._workshop, bare, self._now(), self._sheets.sheet)
        self._held = held
        self.refresh()
        self.changed.emit(self.view)  # also where the view itself stays as it was

    def refresh(self) -> None:
        """Looks again."""
        view = self._look()
        if view != self.view:
            self.view = view
            self.changed.emit(view)

    def _look(self) -> RoomView:
        if self.showing.blank:
            return BLANK
        if self._held is not None and not self.showing.agreed:
            return self._held
        return look(self._workshop, self.showing, self._now(), self._sheets.sheet)
