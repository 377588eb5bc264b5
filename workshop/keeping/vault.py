"""The folder in which the program keeps recordings and backups: a shelf for each workshop.

A shelf is named after the identity of the workshop's file, so that a file which was moved or
renamed keeps its own, and a copy that the program makes begins a new one.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import re
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workshop.keeping.backups import Backup, list_backups, thin
from workshop.keeping.drafts import Draft
from workshop.keeping.lines import Mark, write_line
from workshop.keeping.recorder import Recorder, stamp
from workshop.keeping.recordings import (
    Recording,
    continuation,
    files_in,
    is_being_written,
    name_of,
    read_end,
    read_recording,
)
from workshop.store.open_file import StepJob

RECORDINGS_KEPT = datetime.timedelta(days=60)
_HEX = re.compile(r"[0-9a-f]{32}\Z")
_ABOUT = "about-the-file.json"
_LARGEST_ABOUT = 20_000


@dataclass(frozen=True, slots=True)
class LeftOver:
    """What recordings have more than a file: steps that follow on its last one, and what was being
    typed. `moved_to`: the other file in which the work went on, with all of it."""

    steps: tuple[StepJob, ...] = ()
    drafts: tuple[Draft, ...] = ()
    moved_to: Path | None = None


class Shelf:
    """What is kept of one workshop."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.recordings_folder = folder / "recordings"
        self.backups_folder = folder / "backups"

    def note(self, path: Path, identity: str) -> None:
        """Notes where the workshop is. Raises OSError."""
        about = {"path": str(path), "identity": identity}
        if self._about() != about:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside = self.folder / f"{_ABOUT}.{uuid.uuid4().hex[:8]}"
            beside.write_text(json.dumps(about), encoding="utf-8", errors="surrogatepass")
            os.replace(beside, self.folder / _ABOUT)

    @property
    def path(self) -> Path | None:
        """Where the workshop was when it was open last; None where that is not known."""
        path = self._about().get("path")
        return Path(path) if isinstance(path, str) and "\0" not in path else None

    @property
    def identity(self) -> str:
        """The identity of the workshop's file; empty where it is not known."""
        return str(self._about().get("identity", ""))

    def _about(self) -> dict[str, Any]:
        try:
            with (self.folder / _ABOUT).open("rb") as opened:
                text = opened.read(_LARGEST_ABOUT).decode("utf-8", "surrogatepass")
            about = json.loads(text)
        except (OSError, ValueError, RecursionError):
            return {}
        return about if isinstance(about, dict) else {}

    def recordings(self) -> list[Recording]:
        """Every recording, oldest first."""
        return [read_recording(file) for file in files_in(self.recordings_folder)]

    def backups(self) -> list[Backup]:
        """The backups, newest first."""
        return list_backups(self.backups_folder)

    def tidy(self, now: datetime.datetime) -> None:
        """Removes the backups that are one too many for their age, and old recordings of which the
        newest backup has everything."""
        thin(self.backups_folder, now)
        newest = self.backups()[:1]
        for file in files_in(self.recordings_folder)[:-1] if newest else ():
            written = datetime.datetime.fromtimestamp(file.stat().st_mtime, datetime.UTC)
            if written < min(now - RECORDINGS_KEPT, newest[0].at) and read_end(file) is not None:
                file.unlink(missing_ok=True)

    def begin(self, path: Path, identity: str, last: Mark, drafts: dict[str, Draft]) -> Recorder:
        """Begins a recording of a file that is open now."""
        opened = stamp()
        about = {"path": str(path), "identity": identity, "opened": opened}
        file = self.recordings_folder / name_of(opened, uuid.uuid4().hex[:6])
        return Recorder(file, about, last, drafts)

    def left_over(self, last: Mark) -> LeftOver:
        """What the recordings have more than a file of this identity whose last step is `last`.

        Usually the newest recording was closed at that very step: then nothing else is read.
        """
        files = files_in(self.recordings_folder)
        end = read_end(files[-1]) if files else None
        if end is not None and end.last == last:
            return LeftOver(drafts=tuple(end.drafts.values()))
        found = self.recordings()
        steps = tuple(continuation(found, last))
        if not found:
            return LeftOver(steps)
        return LeftOver(steps, tuple(found[-1].drafts.values()), found[-1].moved_to)

    def tell(self) -> None:
        """Notes that the user was told how the newest sitting ended."""
        if self.unclosed() is not None:
            with files_in(self.recordings_folder)[-1].open("ab") as file:
                file.write(b"\n" + write_line({"told": stamp()}))

    def unclosed(self) -> Recording | None:
        """The newest recording, if its sitting did not end in order, nobody is at it, and nobody
        has been told yet."""
        files = files_in(self.recordings_folder)
        if not files or read_end(files[-1]) is not None or is_being_written(files[-1]):
            return None
        found = read_recording(files[-1])
        return None if found.told else found


class Vault:
    """All shelves."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def shelf(self, identity: str) -> Shelf:
        """The shelf of the workshop with this identity, there or not. An identity that this program
        never gave, as in a file from a stranger, leads nowhere else either."""
        if not _HEX.match(identity):
            identity = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return Shelf(self.folder / identity)

    def shelves(self) -> list[Shelf]:
        """Every shelf there is."""
        try:
            names = sorted(name for name in os.listdir(self.folder) if _HEX.match(name))
        except OSError:
            return []
        return [Shelf(self.folder / name) for name in names]

    def of_path(self, path: Path) -> list[Shelf]:
        """The shelves of workshops that were last open at this place, the newest last."""
        found = [shelf for shelf in self.shelves() if shelf.path == path]
        return sorted(found, key=_touched)


def _touched(shelf: Shelf) -> float:
    """When something was last put there."""
    folders = (shelf.recordings_folder, shelf.backups_folder)
    return max((each.stat().st_mtime for each in folders if each.is_dir()), default=0.0)
