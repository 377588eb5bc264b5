"""The screens there are, as the program reads them, and which of them is the room's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from PySide6.QtCore import QEvent, QObject, QRect, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from workshop.frozen import frozen

_SEAM = 4
"""Pixels that neighbours may share where their scales are rounded."""
_EDGE = 16
"""A window that fills its screen may reach so many pixels over the edge, with nothing in them."""

_MOVES = (
    QEvent.Type.Show, QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.ScreenChangeInternal,
)  # fmt: skip
"""What a window hears of when it may stand on other screens than before."""


@frozen
class Screen:
    """A screen by its name, which no other has, its place among the screens in pixels, and whether
    any part of the console is on it. `handle` is Qt's own screen."""

    name: str
    geometry: QRect
    has_console: bool = False
    handle: QScreen | None = field(default=None, compare=False, repr=False)


class Screens(QObject):
    """Reads the screens. `changed` says that one has come, gone, or changed its size or place, or
    that the console stands on others than before.

    `console` is the window whose screens are the console's, and with which this goes; `read` takes
    the place of Qt.
    """

    changed = Signal()

    def __init__(
        self,
        console: QWidget | None = None,
        read: Callable[[], Sequence[Screen]] | None = None,
        parent: QObject | None = None,
    ) -> None:
        # Screens outlive windows: what listens to them must go when the console does.
        super().__init__(parent or console)
        self._read = read or self._read_from_qt
        self._console: QWidget | None = None
        self._under: frozenset[str] = frozenset()
        self.console = console
        application = QGuiApplication.instance()
        if read is None and isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._added)
            application.screenRemoved.connect(self.changed)
            for screen in QGuiApplication.screens():
                screen.geometryChanged.connect(self.changed)

    @property
    def console(self) -> QWidget | None:
        """The window of the facilitator."""
        return self._console

    @console.setter
    def console(self, window: QWidget | None) -> None:
        self._console = window
        if window is not None:
            self._under = self.under_console()
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The console was moved, by hand or by the system."""
        if event.type() in _MOVES:
            self._moved()
        return False

    @Slot()
    def _moved(self) -> None:
        under = self.under_console()
        if under != self._under:
            self._under = under
            self.changed.emit()

    def under_console(self) -> frozenset[str]:
        """The names of the screens that any part of the console is on."""
        return frozenset(screen.name for screen in self.listed() if screen.has_console)

    def listed(self) -> tuple[Screen, ...]:
        """The screens in the system's order, the first one first."""
        return tuple(self._read())

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)
        self.changed.emit()

    def _read_from_qt(self) -> list[Screen]:
        screens = QGuiApplication.screens()
        names = _told_apart([screen.name() for screen in screens])
        return [
            Screen(name, screen.geometry(), self._is_under(screen.geometry()), screen)
            for name, screen in zip(names, screens, strict=True)
        ]

    def _is_under(self, screen: QRect) -> bool:
        """Whether a screen shows any part of the console, or mirrors the screen that it is on."""
        console = self._console
        if console is None:
            return False
        if overlap(screen, console.screen().geometry()):
            return True
        return console.isVisible() and overlap(screen, console.geometry(), _EDGE)


def overlap(one: QRect, other: QRect, seam: int = _SEAM) -> bool:
    """Whether two screens show the same place: what is on one is on both, also where a mirrored
    projector has fewer pixels than the laptop. `seam`: pixels that they may share all the same."""
    shared = one.intersected(other)
    return shared.width() > seam and shared.height() > seam


def _told_apart(names: Sequence[str]) -> list[str]:
    """The names, with a number behind those that several screens have."""
    several = Counter(names)
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        seen[name] += 1
        found.append(f"{name} ({seen[name]})" if several[name] > 1 else name)
    return found


def set_key(screens: Sequence[Screen]) -> str:
    """What this set of screens is remembered by: the desk's three are not the laptop's one."""
    return " + ".join(sorted(screen.name for screen in screens))


def room_screen(screens: Sequence[Screen], remembered: Mapping[str, str]) -> Screen | None:
    """The room's screen: the one remembered by name for this set of screens, also while the console
    is on it, else the first that the console is not on; None where there is none or it was not
    wanted.

    `remembered` maps keys of sets to names; an empty name means that none was wanted.
    """
    name = remembered.get(set_key(screens))
    if name == "":
        return None
    chosen = next((screen for screen in screens if screen.name == name), None)
    return chosen or next((screen for screen in screens if not screen.has_console), None)
