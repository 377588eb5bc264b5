"""Changes and steps: the one currency of undo, the file, the windows and the flight recorder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NewType

from workshop.frozen import frozen

FACILITATOR = "facilitator"
"""The actor of everything that is typed at the console."""

StepId = NewType("StepId", int)


@frozen
class Change:
    """One record added (`old` is None), removed (`new` is None) or replaced."""

    table: str
    id: int
    old: Any
    new: Any

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.table, self.id, self.new, self.old)


@frozen
class Step:
    """What one verb did, as a whole.

    `label` is the key of the operation and `facts` what a sentence about it needs. `undoes` and
    `redoes` name the step that this one takes back or does again. A step that `joins` belongs to
    the one before it of the same actor: both are undone at once.
    """

    id: StepId
    at: str
    actor: str
    label: str
    facts: dict[str, Any]
    changes: tuple[Change, ...]
    undoable: bool = True
    undoes: StepId | None = None
    redoes: StepId | None = None
    joins: bool = False


@dataclass(slots=True)
class OpenStep:
    """A step under way: what it has changed so far, and how it will be called."""

    label: str
    actor: str
    facts: dict[str, Any]
    undoable: bool = True
    undoes: StepId | None = None
    redoes: StepId | None = None
    joins: bool = False
    changes: list[Change] = field(default_factory=list)


def net(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The same changes with each record named once: from its first image to its last."""
    merged: dict[tuple[str, int], Change] = {}
    for change in changes:
        where = (change.table, change.id)
        before = merged.get(where)
        old = before.old if before else change.old
        merged[where] = Change(change.table, change.id, old, change.new)
    return tuple(_real(merged.values()))


def _real(changes: Iterable[Change]) -> Iterator[Change]:
    return (change for change in changes if change.old != change.new)


def inverse(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that take these back, newest first."""
    return tuple(change.inverse() for change in reversed(tuple(changes)))
