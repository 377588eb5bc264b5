"""A machine that several people drive at once, and what must hold whatever they do.

Subclasses add rules (see `verbs`) and further things to hold: override `holds`, which is asked
after every rule, or `teardown`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.workshop.room import NINE, Room, state
from workshop.agenda import add_stage
from workshop.boards import add_board, edit_board
from workshop.changes import FACILITATOR, Change, Step, StepId, net
from workshop.clusters import make_cluster
from workshop.errors import Refused
from workshop.integrity import PREVIOUS_BRIEF, stage_keys
from workshop.lanes import add_lane
from workshop.notes import add_note, add_notes
from workshop.records.agenda import ClockEvent, Lane, Stage
from workshop.records.journey import Journey, Phase
from workshop.records.notes import Note
from workshop.state import check_record

OUTSIDE_UNDO = ("presence", "clock_event", "step_mark")
GONE = 30
"""Stands for a record that is not there."""

ACTORS = st.sampled_from((FACILITATOR, "second"))
ONE = st.integers(0, GONE)
SOME = st.lists(st.integers(0, GONE - 1), min_size=1, max_size=4, unique=True)
PLACE = st.integers(-1, 5)
FLAG = st.booleans()
TEXTS = st.sampled_from(("", "Too slow", "café", "A\nb\x07", "x" * 501)) | st.text(max_size=12)


def furnish(room: Room) -> None:
    """Notes on a board, two of them grouped, a map with a plain entry, a list of lanes."""
    workshop, welcome, struggles = room.workshop, room.stage("welcome").id, room.stage("struggles")
    for person in ("ada", "cleo", "dora"):
        who = room.person(person).id
        add_notes(workshop, struggles.id, ["Too slow", "Too loud"], author=who)
    make_cluster(workshop, [note.id for note in workshop[Note]][:2], "Slow")
    make_cluster(workshop, [note.id for note in workshop[Note]][2:4])
    board = add_board(workshop, welcome)
    edit_board(workshop, board.id, by_function=False, attribution="person")
    pains = add_lane(workshop, welcome, "Pains").id
    add_lane(workshop, welcome, "Doing")
    add_note(workshop, welcome, "It hurts", author=room.person("emil").id, lane=pains)
    add_stage(workshop, "five_whys", "Why")
    stage = add_stage(workshop, "journey_map", "Journey").id
    journey = workshop[Journey].add(Journey(stage=stage))
    phase = workshop[Phase].add(Phase(journey=journey.id, key="order", name="Order"))
    lane = workshop[Lane].add(Lane(stage=stage, key="doing", on_map=1.0, on_board=1.0))
    workshop[Note].add(Note(stage=stage, lane=lane.id, phase=phase.id, text="Opens the app"))


@dataclass
class Group:
    """Steps that are undone at once, and what they changed."""

    actor: str
    first: StepId
    changes: list[Change]


class Machine(RuleBasedStateMachine):
    """The room, its history, and the order in which steps took effect."""

    def __init__(self) -> None:
        super().__init__()
        self.room = Room()
        self.workshop = self.room.workshop
        self.history = self.room.history
        self.now = NINE
        self.numbers: dict[int, int] = {}
        self.checked: dict[int, Any] = {}
        self.in_effect: list[Group] = []
        self.undone: dict[StepId, Group] = {}
        self.out_of_order = False
        self.covered: set[int] = set()
        """The boards that the clock has covered, which is not undone."""
        with self.workshop.step("test.furnish", undoable=False):
            furnish(self.room)
        self.begun = state(self.workshop, OUTSIDE_UNDO)
        self.workshop.listeners.append(self.hear)

    def hear(self, step: Step) -> None:
        """Keeps the groups of steps in the order in which they took effect."""
        if step.undoes is not None:
            place = self.place_of(step.actor, step.undoes)
            undone = self.in_effect.pop(place)
            self.undone[undone.first] = undone
            self.out_of_order |= any(net(group.changes) for group in self.in_effect[place:])
        elif step.redoes is not None:
            self.in_effect.append(self.undone[step.redoes])
        elif step.joins:
            own = [group for group in self.in_effect if group.actor == step.actor]
            own[-1].changes.extend(step.changes)
        elif step.undoable:
            self.in_effect.append(Group(step.actor, step.id, list(step.changes)))
        elif step.label == "board.covered":
            self.covered.update(change.id for change in step.changes if change.table == "board")

    def place_of(self, actor: str, first: StepId) -> int:
        """Where a group stands among those in effect."""
        return [(group.actor, group.first) for group in self.in_effect].index((actor, first))

    def pick(self, cls: type[Any], number: int) -> Any:
        """The id of some record of a kind, or one that leads nowhere."""
        rows = list(self.workshop[cls])
        return rows[number % len(rows)].id if rows and number < GONE else 9999

    def picks(self, cls: type[Any], numbers: Iterable[int]) -> list[Any]:
        """The ids of several different records."""
        return list(dict.fromkeys(self.pick(cls, number) for number in numbers))

    def maybe(self, cls: type[Any], number: int) -> Any:
        """The id of some record, or none."""
        return None if number % 3 == 0 else self.pick(cls, number)

    def attempt(self, verb: Callable[..., Any], *args: Any, **rest: Any) -> Any:
        """Does it, or is refused and has changed nothing."""
        before = state(self.workshop)
        try:
            return verb(self.workshop, *args, **rest)
        except Refused:
            assert state(self.workshop) == before
            return None

    @rule(actor=ACTORS)
    def undo(self, actor: str) -> None:
        self.go(self.history.undo, actor)

    @rule(actor=ACTORS)
    def redo(self, actor: str) -> None:
        self.go(self.history.redo, actor)

    @rule(actor=ACTORS)
    def undo_and_redo(self, actor: str) -> None:
        """Leads back to where it was."""
        before = state(self.workshop, OUTSIDE_UNDO)
        if self.go(self.history.undo, actor) is not None:
            assert self.history.redo(actor) is not None
        assert state(self.workshop, OUTSIDE_UNDO) == before

    def go(self, way: Callable[[str], Step | None], actor: str) -> Step | None:
        """Undo or redo, which may be refused where somebody else has gone on from there."""
        before = state(self.workshop)
        try:
            return way(actor)
        except Refused:
            assert state(self.workshop) == before
            return None

    @rule(seconds=st.sampled_from((0.5, 1, 5, 600, 3600)))
    def time_passes(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    @invariant()
    def everything_holds(self) -> None:
        self.holds()

    def holds(self) -> None:
        """What must be true at any time."""
        for table in self.workshop.tables():
            for row in table:
                if id(row) not in self.checked:
                    check_record(table.info, row)
                    self.checked[id(row)] = row
                for column, kind in table.info.references():
                    target = getattr(row, column.name)
                    assert target is None or target in self.workshop.table(kind.table)
                    assert target is None or row in table.where(column.name, target)
            for rule_ in table.info.uniques:
                values = [value for value in map(rule_.value, table) if value is not None]
                assert len(values) == len(set(values))
        self.stages_are_known()
        self.notes_hold()

    def stages_are_known(self) -> None:
        known = {stage.key for stage in self.workshop[Stage]} | {PREVIOUS_BRIEF}
        for stage in self.workshop[Stage]:
            assert set(stage_keys(stage)) <= known

    def notes_hold(self) -> None:
        notes = self.workshop[Note]
        for note in notes:
            if note.nr is None:
                continue
            assert self.numbers.setdefault(note.nr, note.id) == note.id
            seen = {note.id}
            while note.merged_into is not None:
                note = notes[note.merged_into]  # noqa: PLW2901  (up to the one that stands for all)
                assert note.id not in seen
                seen.add(note.id)

    def teardown(self) -> None:
        """Taking back everything, the last first, leads to the start.

        Where somebody took back something older while a later step of another stood, what is left
        may not fit any more: then it is refused, and nothing has changed.
        """
        while self.in_effect:
            group = self.in_effect[-1]
            if not net(group.changes):
                self.in_effect.pop()
                continue
            self.stop_the_clock()
            step = self.go(self.history.undo, group.actor)
            if step is None:
                assert self.out_of_order
                return
            assert step.id == group.first
        ended = state(self.workshop, OUTSIDE_UNDO)
        for board in self.covered:
            if board in ended["board"]:
                as_begun = self.begun["board"][board].state
                ended["board"][board] = replace(ended["board"][board], state=as_begun)
        assert ended == self.begun

    def stop_the_clock(self) -> None:
        """What the clock did is not undone, and a stage that was on is not taken back."""
        with self.workshop.step("test.clear", undoable=False):
            for row in tuple(self.workshop[ClockEvent]):
                self.workshop[ClockEvent].remove(row.id)
