"""The workshops that were open last: a small list, written as each is opened, at every change of
stage, and as it is closed.

It holds what Home shows and nothing that was said in the room: where the file is, what it is
called, how many take part, how far it has come and when. It belongs to this computer.
"""

from __future__ import annotations

import datetime
import json
import logging
from dataclasses import asdict
from pathlib import Path
from typing import Any

from exports.safe_write import write_bytes
from ui.folders import data_folder
from ui.translate import tr
from workshop import agenda, clock, running
from workshop.frozen import frozen
from workshop.records.details import Details
from workshop.records.people import Function, Participant
from workshop.state import Workshop
from workshop.text import clean_line

MOST = 20
LARGEST = 1_000_000
"""Bytes of the list that are read; a longer one is not ours."""

PLANNED, STOPPED, PAUSED_AFTER, FINISHED = "planned", "stopped", "after", "finished"
"""How far a workshop has come: not begun, stopped in a stage, stopped between two, all done."""
STATES = (PLANNED, STOPPED, PAUSED_AFTER, FINISHED)

log = logging.getLogger("coxswain")


@frozen
class Entry:
    """One workshop of the list. `at` is when it was last known to be open, a stamp with its offset
    from UTC; `stage` is the number of the stage that `state` speaks of, or 0."""

    path: Path
    title: str
    at: str
    people: int = 0
    functions: int = 0
    state: str = PLANNED
    stage: int = 0


def entry_of(path: Path, workshop: Workshop, now: datetime.datetime) -> Entry:
    """What the list keeps of a workshop that is open at `now`, which knows its offset."""
    details = workshop[Details].get(1)
    state, stage = progress(workshop)
    return Entry(
        path=Path(path).absolute(),
        title=details.title if details else Path(path).stem,
        at=now.isoformat(timespec="seconds"),
        people=len(workshop[Participant]),
        functions=len(workshop[Function]),
        state=state,
        stage=stage,
    )


def progress(workshop: Workshop) -> tuple[str, int]:
    """How far a workshop has come, and the number of the stage in which or after which it
    stopped."""
    on = clock.current_stage(workshop)
    if on is not None:
        return STOPPED, agenda.number_of(workshop, on.id)
    open_ones = [one for one in agenda.stages(workshop) if not (one.hidden or one.skipped)]
    begun = [one for one in open_ones if running.has_begun(workshop, one.id)]
    if not begun:
        return PLANNED, 0
    if running.is_finished(workshop):
        return FINISHED, 0
    return PAUSED_AFTER, agenda.number_of(workshop, begun[-1].id)


class RecentList:
    """The list in its file, newest first. A list that cannot be read or kept stops nothing: `said`
    is then a line for the user."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or data_folder() / "recent.json"
        self.said = ""

    def entries(self) -> list[Entry]:
        """What the file holds now; other windows of the program write to it too."""
        try:
            with self.path.open("rb") as file:
                held = json.loads(file.read(LARGEST))
        except FileNotFoundError:
            return []
        except (OSError, ValueError, RecursionError) as error:
            log.warning("The list of recent workshops cannot be read: %s", type(error).__name__)
            self.said = tr("The list of recent workshops could not be read and starts anew.")
            return []
        rows = held.get("recent") if isinstance(held, dict) else None
        found = [_entry(row) for row in rows[:MOST]] if isinstance(rows, list) else []
        return [entry for entry in found if entry is not None]

    def remember(self, entry: Entry) -> None:
        """Puts a workshop at the head of the list."""
        others = [each for each in self.entries() if each.path != entry.path]
        self._write([entry, *others][:MOST])

    def forget(self, path: Path) -> None:
        """Takes a workshop off the list; its file stays."""
        self._write([each for each in self.entries() if each.path != path])

    def _write(self, entries: list[Entry]) -> None:
        rows = [{**asdict(entry), "path": str(entry.path)} for entry in entries]
        text = json.dumps({"recent": rows}, ensure_ascii=False, indent=1)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(self.path, text.encode("utf-8", "surrogatepass"))
        except OSError as error:
            log.warning("The list of recent workshops cannot be kept: %s", error)
            self.said = tr("The list of recent workshops could not be kept: {why}.",
                           why=error.strerror)  # fmt: skip


def _entry(row: Any) -> Entry | None:
    """One row of the file; None where it is not what this program writes."""
    try:
        path, at = Path(row["path"]), datetime.datetime.fromisoformat(row["at"])
        state = row["state"] if row.get("state") in STATES else PLANNED
        numbers = {name: max(0, int(row.get(name, 0))) for name in ("people", "functions", "stage")}
        title = clean_line(str(row["title"]))[:200] or path.stem
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError):
        return None
    if not path.is_absolute() or "\0" in str(path) or at.tzinfo is None:
        return None
    return Entry(path=path, title=title, at=at.isoformat(), state=state, **numbers)
