"""The room display's window: on which screen it is, and that it shows what the feed says."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Signal

from ui import settings
from ui.room.canvas import USUAL
from ui.room.window import RoomWindow
from ui.screens import Screens, room_screen, set_key
from ui.settings import Settings
from workshop.room_view import RoomView


class RoomLink(QObject):
    """Opens the room display on the second screen, if there is one, while a workshop is open.

    Which screen is the room's is found once for a set of screens, and stays so wherever the console
    is moved: on the room's screen the console does not become private by standing there.
    """

    changed = Signal()
    """The room display has come, gone, or moved to another screen."""

    def __init__(self, screens: Screens, store: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screens = screens
        self._settings = store
        self._view = RoomView()
        self.window: RoomWindow | None = None
        self._rests = False
        self._taken: dict[str, str] = {}
        self._own: dict[str, frozenset[str]] = {}
        self._take()
        screens.changed.connect(self._follow)

    @property
    def screen_name(self) -> str:
        """The screen that the room display is on; empty where it has none of its own."""
        return self.window.screen_name if self.window is not None else ""

    @property
    def is_apart(self) -> bool:
        """Whether nobody but the facilitator sees the console: the room has a screen of its own,
        and the console stands where it stood when that was found, or chosen."""
        stands = self._screens.under_console()
        own = self._own.get(set_key(self._screens.listed()), frozenset())
        return bool(self.screen_name or self.rests) and stands <= own

    @property
    def console_strays(self) -> bool:
        """Whether the console stands on the room's screen, or on one that others may see."""
        return self.window is not None and len(self._screens.listed()) > 1 and not self.is_apart

    @property
    def view(self) -> RoomView:
        """What the room is shown."""
        return self._view

    def trust_here(self) -> None:
        """The facilitator says that others do not see the screens that the console is on."""
        if self.screen_name:
            key = set_key(self._screens.listed())
            stands = self._screens.under_console()
            self._own[key] = self._own.get(key, frozenset()) | stands

    @property
    def names(self) -> list[str]:
        """The screens that the room display can be put on."""
        return [screen.name for screen in self._screens.listed() if not screen.has_console]

    @property
    def size(self) -> QSize:
        """The size that the room sees, in its own pixels."""
        found = {screen.name: screen for screen in self._screens.listed()}
        screen = found.get(self.screen_name)
        return screen.geometry.size() if screen is not None else USUAL

    @property
    def rests(self) -> bool:
        """Whether the room display waits on a screen of its own until somebody asks for it."""
        return self._rests and bool(self.names)

    def begin(self, rests: bool = False) -> None:
        """A workshop is open: shows the room display where it belongs; where it `rests` not before
        it is woken."""
        self._rests = rests
        self.window = RoomWindow(self._screens, self._view)
        self.window.screen_changed.connect(lambda _: self.changed.emit())
        self.destroyed.connect(self.window.deleteLater)
        self._follow()

    def wake(self) -> None:
        """The room is to see something: shows the room display where it belongs."""
        if self._rests:
            self._rests = False
            self._follow()

    def end(self) -> None:
        """The workshop is closed: the room sees nothing of it any more."""
        self._view = RoomView()
        if self.window is not None:
            self.window.put_away()
            self.window.deleteLater()
            self.window = None

    def show_view(self, view: RoomView) -> None:
        """Shows a view to the room."""
        self._view = view
        if self.window is not None:
            self.window.show_view(view)

    def choose(self, name: str) -> None:
        """Puts the room display on the screen of this name, or on none; remembered for these
        screens."""
        remembered = self._settings[settings.ROOM_SCREENS]
        chosen = dict(remembered)
        key = set_key(self._screens.listed())
        chosen[key] = name
        self._settings[settings.ROOM_SCREENS] = chosen
        self._own[key] = self._screens.under_console()
        self._rests = False
        self._follow()

    def _take(self) -> str:
        """The name of the room's screen; empty where there is none. That of a new set of screens is
        kept, with the screens that the console stands on."""
        screens = self._screens.listed()
        key = set_key(screens)
        remembered = self._settings[settings.ROOM_SCREENS]
        found = room_screen(screens, {**self._taken, **remembered})
        if found is None:
            return ""
        if key not in self._own:
            others = frozenset(screen.name for screen in screens) - {found.name}
            self._own[key] = self._screens.under_console() - {found.name} or others
        self._taken[key] = found.name
        return found.name

    def _follow(self) -> None:
        name = self._take()
        if self.window is None:
            return
        self.window.show_on("" if self._rests else name)
        self.changed.emit()
