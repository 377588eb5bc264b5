"""Work done beside the window's, on another thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRunnable, QThreadPool


class _Job(QRunnable):
    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()


def beside(work: Callable[[], object]) -> None:
    """Does a piece of work on another thread. What it finds it has to hand over by a signal, after
    asking whether who waits for it is still there."""
    QThreadPool.globalInstance().start(_Job(work))
