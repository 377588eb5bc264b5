"""Whatever several people do: the file, a file written anew and YAML give back what was in
memory."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.canonical import differences
from tests.property.verbs import Verbs
from tests.workshop.room import state
from workshop.document import Document
from workshop.interchange.reader import read_workshop
from workshop.interchange.writer import write_workshop


class FileMachine(Verbs):
    """The machine of all verbs on a file that is closed and opened again after each of them, so
    that undo and redo also reach over the closing. Every state is also written to an empty file,
    and as YAML."""

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
        self.goes_into_an_empty_file()
        self.goes_through_yaml()

    def goes_into_an_empty_file(self) -> None:
        path = Path(self.folder.name) / "whole.workshop"
        Document.create(path, self.workshop).close()
        with Document.open(path) as document:
            assert state(document.workshop) == state(self.workshop)
            assert document.workshop.sequence == self.workshop.sequence
        path.unlink()

    def goes_through_yaml(self) -> None:
        text = write_workshop(self.workshop)
        again = read_workshop(text, "machine.yaml")
        assert differences(self.workshop, again) == []
        assert write_workshop(again) == text

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
