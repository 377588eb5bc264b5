"""Recordings as they are found: what each says, and what they have more than a file.

Each step in a recording names the step that it follows on. So what comes after the last step of a
file is found whatever happened between the sittings: another sitting, an older copy put back, a
line that cannot be read.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workshop.keeping import drafts
from workshop.keeping.drafts import Draft
from workshop.keeping.lines import Mark, read_line, read_mark, read_step
from workshop.keeping.own_files import lock
from workshop.store.open_file import StepJob

SUFFIX = ".jsonl"
LARGEST = 500_000_000
"""Bytes of a recording that are read; it is one day's typing."""
_TAIL = 300_000
"""Bytes at its end in which the closing line is looked for."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Recording:
    """One sitting. `steps` come with the step that each follows on."""

    file: Path
    path: Path | None = None
    """Where the workshop was; None where the first line cannot be read."""
    identity: str = ""
    opened: str = ""
    steps: list[tuple[Mark, StepJob]] = field(default_factory=list)
    drafts: dict[str, Draft] = field(default_factory=dict)
    last: Mark = (0, "")
    closed: bool = False
    """Whether the sitting ended with everything in the workshop's file."""
    told: bool = False
    """Whether the user knows how it ended."""
    moved_to: Path | None = None
    """The file in which the work went on."""
    unreadable: int = 0
    """Lines that are not as they were written."""


def name_of(opened: str, salt: str) -> str:
    """The name of a new recording's file; names sort by time."""
    digits = "".join(letter for letter in opened[:23] if letter.isdigit())
    return f"{digits}-{salt}{SUFFIX}"


def files_in(folder: Path) -> list[Path]:
    """The recordings of a folder, oldest first."""
    try:
        names = [name for name in os.listdir(folder) if name.endswith(SUFFIX)]
    except OSError:
        return []
    return [folder / name for name in sorted(names)]


def read_recording(file: Path) -> Recording:
    """Everything that can be read of a recording."""
    found = Recording(file)
    # By line feeds alone: inside a line, JSON may have anything else that ends one.
    for number, line in enumerate(_read(file, 0).removesuffix(b"\n").split(b"\n")):
        _take(found, number, read_line(line))
    return found


def read_end(file: Path) -> Recording | None:
    """The last line of a recording that was closed in order: its last step, and the drafts. None
    of one that has to be read as a whole."""
    end = _read(file, _TAIL).removesuffix(b"\n").rpartition(b"\n")[2]
    data = read_line(end)
    if data is None or "closed" not in data:
        return None
    found = Recording(file)
    _take(found, 1, data)
    return found


def _read(file: Path, tail: int) -> bytes:
    """A file, or so many bytes at its end; nothing where the disk does not give it."""
    try:
        with file.open("rb") as opened:
            size = opened.seek(0, os.SEEK_END)
            opened.seek(max(0, size - tail) if tail else 0)
            return opened.read(min(size, LARGEST))  # which makes room for as much as is asked for
    except OSError as error:
        log.warning("A recording cannot be read: %s", error)
        return b""


def is_being_written(file: Path) -> bool:
    """Whether a program that is running writes to it."""
    try:
        descriptor = os.open(file, os.O_RDWR)
    except OSError:
        return False
    try:
        return not lock(descriptor)
    finally:
        os.close(descriptor)


def _take(found: Recording, number: int, data: dict[str, Any] | None) -> None:
    """Takes in one line."""
    if data is None:
        found.unreadable += 1
        return
    try:
        if "step" in data:
            _take_step(found, data)
        elif "draft" in data:
            _take_draft(found.drafts, drafts.from_plain(data["draft"]))
        elif "closed" in data:
            found.closed, found.last = True, read_mark(data["last"])
            found.drafts = _drafts(data)
            found.moved_to = Path(data["moved_to"]) if data.get("moved_to") else None
        elif "told" in data:
            found.told = True
        elif number == 0:
            found.path, found.identity = Path(str(data["path"])), str(data["identity"])
            found.opened, found.last = str(data["opened"]), read_mark(data["last"])
            found.drafts = _drafts(data)
    except (ValueError, TypeError, KeyError):
        found.unreadable += 1


def _take_step(found: Recording, data: dict[str, Any]) -> None:
    read = read_step(data)
    if read is None:
        found.unreadable += 1
        return
    found.steps.append(read)
    found.last = (read[1].step.id, read[1].step.at)


def _drafts(data: dict[str, Any]) -> dict[str, Draft]:
    found: dict[str, Draft] = {}
    for each in data.get("drafts", ()):
        _take_draft(found, drafts.from_plain(each))
    return found


def _take_draft(into: dict[str, Draft], draft: Draft) -> None:
    if draft.text:
        into[draft.place] = draft
    else:
        into.pop(draft.place, None)


def continuation(recordings: Iterable[Recording], last: Mark) -> list[StepJob]:
    """The steps that follow on `last`, one on the other. Where two sittings went different ways
    from the same step, those of the newer one. `recordings` come oldest first."""
    following = {after: job for each in recordings for after, job in each.steps}
    found: list[StepJob] = []
    job = following.get(last)
    while job is not None and job.step.id > last[0]:
        found.append(job)
        last = (job.step.id, job.step.at)
        job = following.get(last)
    return found
