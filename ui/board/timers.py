"""Timers that do one thing once, a while after they were started last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def single_shot(owner: QObject, wait: int, action: Callable[[], object]) -> QTimer:
    """A timer that acts so many milliseconds after each start."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(wait)
    timer.timeout.connect(action)
    return timer
