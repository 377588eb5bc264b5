"""What the programs do of which recordings and backups are looked at afterwards."""

from __future__ import annotations

import random
from pathlib import Path

from tests.builders import add_note
from tests.crash.disk import Disk
from tests.crash.jobs import board, say, take_steps
from workshop.changes import Step
from workshop.document import Document
from workshop.keeping.drafts import CAPTURE, Draft
from workshop.keeping.recorder import Recorder
from workshop.keeping.vault import Vault
from workshop.records.agenda import Stage
from workshop.records.people import Participant
from workshop.store.open_file import StepJob

PATIENCE = 30.0
BEGIN: dict[str, str] = {"path": "/a.workshop", "identity": "ab" * 16, "opened": "then"}


def record(file: str, log: str, seed: int, steps: int) -> None:
    """Records a sitting of a workshop without a file: every step, and a draft now and then. A mark
    is set once the recorder has the step and all before it."""
    choose, disk = random.Random(seed), Disk(Path(file).parent)
    workshop = board()
    heard: list[Step] = []
    workshop.listeners.append(heard.append)
    disk.record(Path(log))
    recorder = Recorder(Path(file), BEGIN, (1, ""), {})
    person, stage = next(iter(workshop[Participant])), next(iter(workshop[Stage]))
    for number in range(steps):
        for _ in range(choose.choice((1, 1, 5))):
            with workshop.step("note.add"):
                add_note(workshop, stage.id, person)
        while heard:
            recorder.put(StepJob(heard.pop(0), {}))
        recorder.draft(Draft(CAPTURE, f"draft {number}"))
        if choose.random() < 0.7:
            assert recorder.wait(PATIENCE)
            disk.mark(workshop.last_step * 1000 + number)
    recorder.close(choose.random() < 0.5)


def work_with_vault(path: str, vault: str, seed: int) -> None:
    """Works on a file for ever, and says how far the recorder has come."""
    choose = random.Random(seed)
    while True:
        with Document.open(Path(path), vault=Vault(Path(vault))) as document:
            keeper = document._file._keeper
            assert keeper is not None
            for _ in range(choose.randint(1, 30)):
                take_steps(document, choose, choose.choice((1, 1, 5)))
                document.keep_draft(Draft(CAPTURE, f"draft {document.workshop.last_step}"))
                if keeper._recorder.wait(PATIENCE):
                    say("recorded", document.workshop.last_step)
