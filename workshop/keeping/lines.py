"""The lines of a recording: JSON objects whose last field is a checksum of all before it.

A power cut leaves a line cut short, a bad disk one that is scrambled. Either is told from a whole
one by its checksum, and costs no more than itself.
"""

from __future__ import annotations

import json
import re
import zlib
from typing import Any

from workshop.changes import Change, Step, StepId
from workshop.store.open_file import StepJob
from workshop.store.rows import image_from_plain, plain_image
from workshop.tables import tables

_END = re.compile(rb',"sum":"([0-9a-f]{8})"}\Z')
_BAD = (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError)

Mark = tuple[int, str]
"""A step by its number and time: those of the last one say how far a file has come."""


def write_line(data: dict[str, Any]) -> bytes:
    """One line, with its line feed. `data` has at least one field."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str)
    start = text[:-1].encode("utf-8", "surrogatepass")
    return start + b',"sum":"%08x"}\n' % zlib.crc32(start)


def read_line(line: bytes) -> dict[str, Any] | None:
    """What a line says; None where it is not as it was written."""
    end = _END.search(line)
    if end is None or zlib.crc32(line[: end.start()]) != int(end[1], 16):
        return None
    try:
        found = json.loads((line[: end.start()] + b"}").decode("utf-8", "surrogatepass"))
    except _BAD:
        return None
    return found if isinstance(found, dict) else None


def step_data(job: StepJob, after: Mark) -> dict[str, Any]:
    """A step with the marks of the sequences that it moved, and the step that it follows on."""
    step = job.step
    return {
        "step": step.id,
        "at": step.at,
        "after": after,
        "actor": step.actor,
        "label": step.label,
        "facts": step.facts,
        "undoable": step.undoable,
        "undoes": step.undoes,
        "redoes": step.redoes,
        "joins": step.joins,
        "sequence": dict(job.sequence),
        "changes": [_change_data(change) for change in step.changes],
    }


def _change_data(change: Change) -> list[Any]:
    info = tables()[change.table]
    images = (
        None if each is None else plain_image(each, info) for each in (change.old, change.new)
    )
    return [change.table, change.id, *images]


def read_step(data: dict[str, Any]) -> tuple[Mark, StepJob] | None:
    """The step of a line, and the one that it follows on; None where this is no step of ours."""
    try:
        step = Step(
            StepId(_whole(data["step"])),
            str(data["at"]),
            str(data["actor"]),
            str(data["label"]),
            dict(data["facts"]),
            tuple(_read_change(*each) for each in data["changes"]),
            bool(data["undoable"]),
            data["undoes"],
            data["redoes"],
            bool(data["joins"]),
        )
        sequence = {str(name): _whole(high) for name, high in data["sequence"].items()}
        return read_mark(data["after"]), StepJob(step, sequence)
    except _BAD:
        return None


def read_mark(plain: Any) -> Mark:
    """A mark as JSON gave it. Raises ValueError and TypeError."""
    step, at = plain
    return _whole(step), str(at)


def _whole(found: Any) -> int:
    if type(found) is not int:
        raise ValueError("no whole number")
    return found


def _read_change(table: str, id: int, old: Any, new: Any) -> Change:
    info = tables()[table]
    before, after = (None if each is None else image_from_plain(each, info) for each in (old, new))
    if (before is None and after is None) or any(
        record is not None and record.id != id for record in (before, after)
    ):
        raise ValueError("an image of another record")
    return Change(table, id, before, after)
