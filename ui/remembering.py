"""Keeps the list of recent workshops up to date while one is open: after a crash Home knows it."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from ui.console.feed import Now
from ui.recent import RecentList, entry_of
from ui.session import Session
from workshop.changes import Step

AFTER_MS = 50
"""Not before the window is painted."""


def follow(session: Session, recent: RecentList, now: Now) -> None:
    """Puts a workshop at the head of the recent ones, as far as it has come: now, when its file
    moves, and at every change of stage."""

    def remember() -> None:
        recent.remember(entry_of(session.path, session.workshop, now()))

    def stepped(step: Step) -> None:
        if any(change.table == "clock_event" for change in step.changes):
            remember()

    session.moved.connect(remember)
    session.stepped.connect(stepped)
    QTimer.singleShot(AFTER_MS, session, remember)
