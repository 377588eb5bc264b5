"""What a disk may hold after the power went at any moment, made from a recording of its use.

A file has what was flushed; of each later write, none, all or some sectors may have arrived, in any
order. A folder has the names it had when it was flushed; of later changes of names some may have
arrived. This is stricter than most file systems are.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Event:
    """A write, flush, truncation, unlink or renaming, or a mark that the program set (`A`)."""

    what: str
    path: Path
    at: int
    data: bytes


def read_log(log: Path) -> list[Event]:
    """The events of a recording, in order."""
    return list(_events(log.read_bytes()))


def _events(stored: bytes) -> Iterator[Event]:
    at = 0
    while at < len(stored):
        end = stored.index(b"\n", at)
        what, offset, size, length = stored[at:end].decode().split(" ")
        path = stored[end + 1 : end + 1 + int(length)]
        at = end + 1 + int(length) + int(size)
        yield Event(what, Path(path.decode()), int(offset), stored[at - int(size) : at])


@dataclass(slots=True)
class File:
    """What of a file is on the disk for sure, and what may be."""

    flushed: bytearray = field(default_factory=bytearray)
    later: list[Event] = field(default_factory=list)

    def flush(self) -> None:
        for event in self.later:
            _apply(self.flushed, event)
        self.later.clear()

    def after_cut(self, choose: random.Random) -> bytes:
        """One of the contents that it may have."""
        content, share = bytearray(self.flushed), choose.choice((0.0, 0.5, 0.5, 0.9, 1.0))
        for event in self.later:
            if choose.random() < share:
                _apply(content, event)
            elif event.what == "W" and choose.random() < share:
                for part in _sectors(event):
                    if choose.random() < 0.5:
                        _apply(content, part)
        return bytes(content)


def _apply(content: bytearray, event: Event) -> None:
    if event.what == "T":
        del content[event.at :]
        content.extend(bytes(event.at - len(content)))
    else:
        content.extend(bytes(max(0, event.at - len(content))))
        content[event.at : event.at + len(event.data)] = event.data


def _sectors(event: Event) -> Iterator[Event]:
    for start in range(0, len(event.data), SECTOR):
        part = event.data[start : start + SECTOR]
        yield Event("W", event.path, event.at + start, part)


class Disk:
    """A folder of a disk as its events go by. `mark` is the last that the program set."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._flushed: dict[Path, File] = {}
        self._names: dict[Path, File] = {}
        self._later: list[tuple[Path, File | None]] = []
        self.mark = -1

    def take(self, event: Event) -> None:
        """The next event."""
        path = event.path
        if event.what == "A":
            self.mark = event.at
        elif event.what in "WT":
            self._file(path).later.append(event)
        elif event.what == "S" and path == self._folder:
            self._flushed, self._later = dict(self._names), []
        elif event.what == "S":
            self._file(path).flush()
        elif event.what == "U":
            self._name(path, None)
        elif event.what == "R":
            moved = self._names[path]
            self._name(Path(event.data.decode()), moved)
            self._name(path, None)

    def _file(self, path: Path) -> File:
        if path not in self._names:
            self._name(path, File())
        return self._names[path]

    def _name(self, path: Path, file: File | None) -> None:
        self._later.append((path, file))
        if file is None:
            self._names.pop(path, None)
        else:
            self._names[path] = file

    def after_cut(self, choose: random.Random) -> dict[str, bytes]:
        """The files that may be there, by name."""
        names = dict(self._flushed)
        upto = choose.randint(0, len(self._later))
        for number, (path, file) in enumerate(self._later):
            if number >= upto and choose.random() < 0.8:
                continue
            if file is None:
                names.pop(path, None)
            else:
                names[path] = file
        return {path.name: file.after_cut(choose) for path, file in names.items()}
