"""The key of the curtain, taken before anything else in the program sees it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

CURTAIN = Qt.Key.Key_F9


class CurtainKey(QObject):
    """Acts in every window, dialog and menu, also in those that keep shortcuts to themselves."""

    def __init__(self, act: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        self._taken = False
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not isinstance(event, QKeyEvent) or event.key() != CURTAIN or event.modifiers():
            return False
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()  # comes as a key press then, and here again
            return True
        if not event.isAutoRepeat() and not watched.isWindowType():
            self._act()
        return not watched.isWindowType()
