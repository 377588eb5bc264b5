"""Whether the user asked the system for less motion.

Qt tells from version 6.12 on, by `QAccessibilityHints`; before that each system is asked by its own
means.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage

Tell = Callable[[bool], object]

PORTAL, PORTAL_PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
ASKED = (
    ("org.freedesktop.appearance", "reduced-motion", 1),
    ("org.gnome.desktop.interface", "enable-animations", False),
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "0"),
)
"""What a desktop is asked for, and the answer that means less motion: the setting that all have in
common, then those that GNOME and KDE had before there was one."""
_PATIENCE_MS = 2000


def ask(owner: QObject, tell: Tell) -> None:
    """Asks the system and tells, at once or a little later; False where it does not say."""
    hints = QGuiApplication.styleHints().accessibility()
    preference = getattr(hints, "motionPreference", None)
    if preference is not None:
        tell(preference().name == "ReducedMotion")
    elif sys.platform == "win32":
        tell(_windows_reduces())
    elif sys.platform == "darwin":
        tell(_mac_reduces())
    else:
        _ask_desktop(owner, tell)


def _windows_reduces() -> bool:
    """`SPI_GETCLIENTAREAANIMATION`, which stands for "Animation effects" in the settings."""
    import ctypes

    animates = ctypes.c_int(1)
    user = getattr(ctypes, "windll").user32  # noqa: B009  (there is none elsewhere)
    user.SystemParametersInfoW(0x1042, 0, ctypes.byref(animates), 0)
    return not animates.value


def _mac_reduces() -> bool:
    """What "Reduce motion" in the settings wrote down."""
    import subprocess

    command = ["defaults", "read", "com.apple.universalaccess", "reduceMotion"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, timeout=1, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return told.stdout.strip() == "1"


def _ask_desktop(owner: QObject, tell: Tell) -> None:
    """Asks over D-Bus, by the portal that confined programs may ask too."""
    try:
        from PySide6.QtDBus import QDBusConnection
    except ImportError:  # a system without D-Bus
        tell(False)
        return
    if QDBusConnection.sessionBus().isConnected():
        _Question(owner, tell)
    else:
        tell(False)


class _Question(QObject):
    """Asks for one setting after the other until one has an answer."""

    def __init__(self, owner: QObject, tell: Tell) -> None:
        super().__init__(owner)
        self._tell, self._left = tell, list(ASKED)
        self._ask()

    def _ask(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        if not self._left:
            self._end(False)
            return
        call = QDBusMessage.createMethodCall(
            PORTAL, PORTAL_PATH, "org.freedesktop.portal.Settings", "Read"
        )
        call.setArguments([*self._left[0][:2]])
        waiting = QDBusConnection.sessionBus().asyncCall(call, _PATIENCE_MS)
        self._watcher = QDBusPendingCallWatcher(waiting, self)
        self._watcher.finished.connect(lambda _: self._hear(self._watcher.reply()))

    def _hear(self, answer: QDBusMessage) -> None:
        reduced = self._left.pop(0)[2]
        if answer.type() == answer.MessageType.ReplyMessage:
            self._end(_plain(answer.arguments()[0]) == reduced)
        else:
            self._ask()

    def _end(self, reduces: bool) -> None:
        self._tell(reduces)
        self.deleteLater()


def _plain(value: object) -> object:
    """What variants within variants hold."""
    while hasattr(value, "variant"):
        value = value.variant()
    return value
