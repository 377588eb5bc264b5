"""Steps out of a recording, done again on the workshop that they followed on."""

from __future__ import annotations

from collections.abc import Sequence

from workshop import integrity
from workshop.changes import Change, Step
from workshop.errors import Refused
from workshop.state import Workshop, check_record
from workshop.store.open_file import StepJob


def replay(workshop: Workshop, jobs: Sequence[StepJob]) -> list[Step]:
    """Does steps again, one after the other, up to the first that does not fit; returns those that
    were done. Nothing hears of them, and they keep their numbers and times."""
    done: list[Step] = []
    for job in jobs:
        if not _fits(workshop, job.step):
            break
        for change in job.step.changes:
            workshop.table(change.table).swap(change.id, change.old, change.new)
        for name, highest in job.sequence.items():
            workshop.sequence[name] = max(workshop.sequence.get(name, 0), highest)
        workshop.last_step = job.step.id
        done.append(job.step)
    return done


def _fits(workshop: Workshop, step: Step) -> bool:
    """Whether every record is as the step found it, and may become what the step made of it."""
    for change in step.changes:
        table = workshop.table(change.table)
        if table.get(change.id) != change.old:
            return False
        try:
            if change.new is not None:
                check_record(table.info, change.new)
        except Refused:
            return False
    return True


def holds_together(workshop: Workshop) -> bool:
    """Whether everything in a workshop fits together."""
    everything = (
        Change(table.info.name, row.id, None, row) for table in workshop.tables() for row in table
    )
    try:
        integrity.check(workshop, everything)
    except Refused:
        return False
    return True
