"""Waiting for what a document tells of its file."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from tests.builders import add_note
from tests.workshop.store.files import contents
from workshop.document import Document
from workshop.records.agenda import Stage
from workshop.records.notes import Note
from workshop.records.people import Participant

SECONDS = 30.0
"""After which a test gives up waiting."""


class News:
    """What the listeners of a document are told, to be waited for."""

    def __init__(self, document: Document) -> None:
        self.saved: list[Any] = []
        self.troubles: list[Any] = []
        self._changed = threading.Condition()
        document.saved_listeners.append(lambda step: self._take(self.saved, step))
        document.trouble_listeners.append(
            lambda trouble: self._take(self.troubles, trouble and trouble.key)
        )

    def _take(self, into: list[Any], news: object) -> None:
        with self._changed:
            into.append(news)
            self._changed.notify_all()

    def wait(self, until: Callable[[News], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: until(self), SECONDS), (self.saved, self.troubles)


def add(document: Document, notes: int = 1) -> None:
    """Adds notes, a step each."""
    workshop = document.workshop
    person, stage = next(iter(workshop[Participant])), next(iter(workshop[Stage]))
    for _ in range(notes):
        with workshop.step("notes.add"):
            add_note(workshop, stage.id, person)


def assert_all_saved(document: Document, count: int) -> None:
    """After closing, the file holds what memory does: so many notes, and the whole history."""
    in_memory = contents(document.workshop)
    document.close()
    with Document.open(document.path) as again:
        assert contents(again.workshop) == in_memory
        assert len(again.workshop[Note]) == count
        assert [step.id for step in again.read_steps()] == list(
            range(2, again.workshop.last_step + 1)
        )
