"""The screens there are, as the program reads them, and which of them is the room's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from workshop.frozen import frozen

_SEAM = 4
"""Pixels that neighbours may share where their scales are rounded."""


@frozen
class Screen:
    """A screen by its name, which no other has, its place among the screens in pixels, and whether
    the console is on it. `handle` is Qt's own screen."""

    name: str
    geometry: QRect
    has_console: bool = False
    handle: QScreen | None = field(default=None, compare=False, repr=False)


class Screens(QObject):
    """Reads the screens. `changed` says that one has come, gone, or changed its size or place.

    `console` is the window whose screen is the console's, and with which this goes; `read` takes
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
        self.console = console
        self._read = read or self._read_from_qt
        application = QGuiApplication.instance()
        if read is None and isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._added)
            application.screenRemoved.connect(self.changed)
            for screen in QGuiApplication.screens():
                screen.geometryChanged.connect(self.changed)

    def listed(self) -> tuple[Screen, ...]:
        """The screens in the system's order, the first one first."""
        return tuple(self._read())

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)
        self.changed.emit()

    def _read_from_qt(self) -> list[Screen]:
        screens = QGuiApplication.screens()
        console = self.console.screen() if self.console is not None else None
        taken = console.geometry() if console is not None else QRect()
        names = _told_apart([screen.name() for screen in screens])
        return [
            Screen(name, screen.geometry(), overlap(screen.geometry(), taken), screen)
            for name, screen in zip(names, screens, strict=True)
        ]


def overlap(one: QRect, other: QRect) -> bool:
    """Whether two screens show the same place: what is on one is on both, also where a mirrored
    projector has fewer pixels than the laptop."""
    shared = one.intersected(other)
    return shared.width() > _SEAM and shared.height() > _SEAM


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
    """The screen for the room display: the one remembered by name for this set of screens, else
    the first that the console is not on; None where there is none or it was not wanted.

    `remembered` maps keys of sets to names; an empty name means that none was wanted.
    """
    free = [screen for screen in screens if not screen.has_console]
    name = remembered.get(set_key(screens))
    if name == "":
        return None
    chosen = next((screen for screen in free if screen.name == name), None)
    return chosen or next(iter(free), None)
