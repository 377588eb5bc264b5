"""Sittings for tests: notes added one step each, and recordings as they are found afterwards."""

from __future__ import annotations

from pathlib import Path

from tests.builders import add_note, board_of
from workshop.changes import Step
from workshop.document import Document
from workshop.keeping.recordings import Recording
from workshop.keeping.vault import Shelf, Vault
from workshop.records.agenda import ClockEvent, Stage
from workshop.records.notes import Note
from workshop.records.people import Participant
from workshop.state import Workshop


def add_notes(workshop: Workshop, count: int = 1) -> list[Step]:
    """Adds notes, a step each; returns the steps."""
    person, stage = next(iter(workshop[Participant])), next(iter(workshop[Stage]))
    steps: list[Step] = []
    workshop.listeners.append(steps.append)
    for _ in range(count):
        with workshop.step("note.add"):
            add_note(workshop, stage.id, person)
    workshop.listeners.remove(steps.append)
    return steps


def change_stage(workshop: Workshop, event: str = "start", at: str = "2026-10-06T10:12") -> None:
    """Starts or ends the clock of the first stage."""
    stage = next(iter(workshop[Stage]))
    with workshop.step("clock.start", undoable=False):
        workshop[ClockEvent].add(ClockEvent(stage=stage.id, event=event, at=f"{at}:00+01:00"))


def create(path: Path, vault: Vault, notes: int = 20) -> Document:
    """A new workshop with a board of notes."""
    return Document.create(path, board_of(notes), vault=vault)


def shelf_of(document: Document, vault: Vault) -> Shelf:
    return vault.shelf(document.identity)


def recording_of(document: Document, vault: Vault) -> Recording:
    """The newest recording of a document."""
    return shelf_of(document, vault).recordings()[-1]


def texts(workshop: Workshop) -> list[str]:
    """What all notes say."""
    return [note.text for note in workshop[Note]]
