"""Whatever several people do: what is read again from the file is what was in memory."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.property.verbs import Verbs
from tests.workshop.room import state
from workshop.document import Document


class FileMachine(Verbs):
    """The machine of all verbs on a file that is closed and opened again after each of them, so
    that undo and redo also reach over the closing."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "a.workshop"
        self.use(Document.create(path, self.workshop))

    def use(self, document: Document) -> None:
        """Goes on with the workshop and the history of this document."""
        self.document = document
        self.workshop = self.room.workshop = document.workshop
        self.history = self.room.history = document.history
        if self.hear not in self.workshop.listeners:
            self.workshop.listeners.append(self.hear)

    def holds(self) -> None:
        super().holds()
        before, sequence = state(self.workshop), dict(self.workshop.sequence)
        path = self.document.path
        self.document.close()
        assert [file.name for file in path.parent.iterdir()] == [path.name]
        self.use(Document.open(path))
        assert state(self.workshop) == before
        assert self.workshop.sequence == sequence

    def teardown(self) -> None:
        try:
            super().teardown()
        finally:
            self.document.close()
            self.folder.cleanup()


def test_what_is_read_again_is_what_was_there() -> None:
    run_state_machine_as_test(
        FileMachine, settings=settings(max_examples=12, stateful_step_count=20)
    )


@pytest.mark.long
def test_what_is_read_again_is_what_was_there_in_long_workshops() -> None:
    run_state_machine_as_test(FileMachine, settings=settings(stateful_step_count=60))
