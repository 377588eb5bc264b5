"""Whether things may move on screen: as the user's system says, or as is set here."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from ui import settings, system_motion
from ui.settings import Settings


class MotionSetting(QObject):
    """Says whether things may move, and when that changes. The system is asked once the window is
    painted; until it has answered nothing moves."""

    changed = Signal()

    def __init__(self, store: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = store
        self._system_reduces = True
        QTimer.singleShot(0, self, lambda: system_motion.ask(self, self._hear_system))

    @property
    def chosen(self) -> str:
        """Which of `settings.MOTIONS` is set."""
        return self._settings[settings.MOTION]

    @property
    def allowed(self) -> bool:
        """Whether things may move."""
        return self.chosen == "full" or (self.chosen == "system" and not self._system_reduces)

    def choose(self, name: str) -> None:
        """Sets one of `settings.MOTIONS`."""
        self._settings[settings.MOTION] = name
        self.changed.emit()

    def _hear_system(self, reduces: bool) -> None:
        self._system_reduces = reduces
        self.changed.emit()
