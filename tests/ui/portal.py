"""A program of its own for the tests of motion: a desktop's portal with one setting, which asks
itself as the program would, and prints the answer.

`python -m tests.ui.portal GROUP NAME VALUE` (VALUE as Python writes it).
"""

from __future__ import annotations

import ast
import sys

from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusVariant,
    QDBusVirtualObject,
)
from PySide6.QtGui import QGuiApplication

from ui import system_motion


class Portal(QDBusVirtualObject):
    """Knows one setting."""

    def __init__(self, group: str, name: str, value: object) -> None:
        super().__init__()
        self._known, self._value = [group, name], value

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        if message.arguments() == self._known:
            answer = message.createReply(QDBusVariant(QDBusVariant(self._value)))
        else:
            answer = message.createErrorReply("org.freedesktop.portal.Error.NotFound", "unknown")
        return connection.send(answer)


def main(group: str, name: str, value: str) -> None:
    """Serves and asks."""
    application = QGuiApplication([])
    portal = Portal(group, name, ast.literal_eval(value))
    bus = QDBusConnection.sessionBus()
    bus.registerVirtualObject(system_motion.PORTAL_PATH, portal)
    bus.registerService(system_motion.PORTAL)

    def tell(reduces: bool) -> None:
        print(reduces)
        application.quit()

    system_motion.ask(application, tell)
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
