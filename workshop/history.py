"""Undo and redo, over the steps of this sitting and, on demand, of those before it.

Undo is a new step made of the inverse changes, newest first, each checked against "still as I left
it". What an actor can take back follows from the steps alone: each new step clears what that actor
could have done again, an undo moves steps from one side to the other and a redo back. Steps that
join the one before them (typing in one note) move as one group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from workshop.changes import FACILITATOR, Change, Step, StepId, inverse, net
from workshop.errors import Conflict
from workshop.state import Workshop

ReadSteps = Callable[[], Iterable[Step]]
Group = list[StepId]
GO_ALONG = ("presence", "said", "step_mark")
"""Records that stand outside undo and say nothing without the one they belong to."""


class History:
    """Every step of a workshop, and what each actor can take back or do again.

    `read_earlier` gives the steps of earlier sittings; it is asked once, when first needed.
    """

    def __init__(self, workshop: Workshop, read_earlier: ReadSteps = tuple) -> None:
        self._workshop = workshop
        self._read_earlier: ReadSteps | None = read_earlier
        self._steps: dict[StepId, Step] = {}
        self._undo: defaultdict[str, list[Group]] = defaultdict(list)
        self._redo: defaultdict[str, list[Group]] = defaultdict(list)
        self._last: dict[str, StepId] = {}
        """By actor, the step that one which joins may follow; none after an undo or redo."""
        workshop.listeners.append(self._hear)

    @property
    def known(self) -> tuple[Step, ...]:
        """The steps of this sitting and, once they have been read, of all before; oldest first."""
        return tuple(self._steps[id] for id in sorted(self._steps))

    @property
    def is_read(self) -> bool:
        """Whether the steps of earlier sittings have been read."""
        return self._read_earlier is None

    def next_undo(self, actor: str = FACILITATOR) -> Step | None:
        """The first step of what `undo` would take back, or None."""
        return self._first(self._undo, actor)

    def next_redo(self, actor: str = FACILITATOR) -> Step | None:
        """The first step of what `redo` would do again, or None."""
        return self._first(self._redo, actor)

    def undo(self, actor: str = FACILITATOR) -> Step | None:
        """Takes back the actor's own last step with all that joins it; None if there is none.

        Raises `Conflict` if a record has changed since; then nothing has changed.
        """
        first = self.next_undo(actor)
        if first is not None:
            self._apply(first, inverse(self._changes(self._undo[actor][-1])), undoes=first.id)
        return first

    def redo(self, actor: str = FACILITATOR) -> Step | None:
        """Does again what the actor undid last; None if there is nothing. Raises `Conflict`."""
        first = self.next_redo(actor)
        if first is not None:
            self._apply(first, self._changes(self._redo[actor][-1]), redoes=first.id)
        return first

    def _first(self, stacks: defaultdict[str, list[Group]], actor: str) -> Step | None:
        self._read()
        groups = stacks[actor]
        # Steps that joined may come to nothing, such as a word that was typed and taken out again.
        while groups and not net(self._changes(groups[-1])):
            groups.pop()
        return self._steps[groups[-1][0]] if groups else None

    def _changes(self, group: Group) -> list[Change]:
        return [change for id in group for change in self._steps[id].changes]

    def _apply(
        self,
        of: Step,
        changes: Sequence[Change],
        undoes: StepId | None = None,
        redoes: StepId | None = None,
    ) -> None:
        step = self._workshop.step(
            of.label, actor=of.actor, undoes=undoes, redoes=redoes, **of.facts
        )
        with step:
            for change in changes:
                if self._workshop.table(change.table).get(change.id) != change.old:
                    raise Conflict("undo.changed", step=of.label, record=change.table, id=change.id)
                if change.new is None:
                    self._take_along(change)
                self._workshop.put(change)

    def _take_along(self, change: Change) -> None:
        for table, *_, row in tuple(self._workshop.referring(change.table, change.id)):
            if table.info.name in GO_ALONG:
                table.remove(row.id)

    def _read(self) -> None:
        """Takes in the steps of earlier sittings, once, and works out both sides from the first."""
        if self._read_earlier is None:
            return
        earlier = tuple(self._read_earlier())  # may fail: then nothing has changed
        self._read_earlier = None
        later, self._steps = self._steps, {}
        for step in earlier:
            self._take(step)
        for step in later.values():
            if step.id not in self._steps:
                self._take(step)

    def _hear(self, step: Step) -> None:
        if self._read_earlier is None:
            self._take(step)
        else:
            self._steps[step.id] = step

    def _take(self, step: Step) -> None:
        self._steps[step.id] = step
        undo, redo = self._undo[step.actor], self._redo[step.actor]
        if step.undoes is not None:
            _move(undo, redo, step.undoes)
            self._last.pop(step.actor, None)
        elif step.redoes is not None:
            _move(redo, undo, step.redoes)
            self._last.pop(step.actor, None)
        elif step.undoable:
            redo.clear()
            if step.joins and undo and undo[-1][-1] == self._last.get(step.actor):
                undo[-1].append(step.id)
            else:
                undo.append([step.id])
            self._last[step.actor] = step.id


def _move(source: list[Group], target: list[Group], first: StepId) -> None:
    for position in range(len(source) - 1, -1, -1):
        if source[position][0] == first:
            target.append(source.pop(position))
            return
