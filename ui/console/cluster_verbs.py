"""What is done to clusters: from the selected notes, from the menus, and by dragging."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from ui.board.view import BoardView
from ui.console.board_desk import BoardDesk
from ui.console.run import Run
from ui.console.wall_verbs import room_for_cluster, without_spot
from ui.translate import tr
from workshop import clusters, wall
from workshop.board.sheet import LONERS, LOOSE, PileKey
from workshop.kinds.board import TargetClusters
from workshop.records.agenda import Stage
from workshop.records.notes import Cluster, Note
from workshop.records.words import ClusterId, NoteId
from workshop.state import Workshop


class ClusterVerbs(QObject):
    """Acts on the clusters of the stage that the console shows."""

    said = Signal(str)
    naming = Signal(int)
    """A cluster is to be named now."""

    def __init__(self, run: Run, desk: BoardDesk) -> None:
        super().__init__(run)
        self._run, self._desk = run, desk
        self._warned: set[tuple[str, int]] = set()
        self._waiting: list[str] = []
        view = desk.view
        view.group_requested.connect(self._dropped_onto)
        view.pile_activated.connect(self._activated)
        view.pile_move_requested.connect(self._pile_moved)
        view.pile_merge_requested.connect(lambda pile, onto: self.merge(_id(pile), _id(onto)))

    @property
    def workshop(self) -> Workshop:
        """The workshop whose clusters these are."""
        return self._run.workshop

    @property
    def stage(self) -> Stage | None:
        """The stage that is shown."""
        return self._run.shown

    @property
    def view(self) -> BoardView:
        """The canvas that shows it."""
        return self._desk.view

    @property
    def chosen(self) -> list[NoteId]:
        """The selected notes, with the one whose number has just been typed."""
        self._desk.view.numbers.settle()
        return [NoteId(note) for note in self._desk.chosen]

    @property
    def current(self) -> ClusterId | None:
        """The cluster of the note that has the keys."""
        view = self._desk.view
        view.numbers.settle()
        note = self.workshop[Note].get(view.selection.current)
        return note.cluster if note is not None and view.can_edit else None

    def group(self) -> None:
        """Puts the selected notes into a cluster of their own, and has it named."""
        chosen = self.chosen
        if not chosen:
            self.said.emit(tr("Choose notes first: by mouse, by Shift and arrows, or by number."))
            return
        self.make(chosen)

    def rename(self, cluster: ClusterId | None = None) -> None:
        """Has a cluster named: this one, or that of the note with the keys."""
        cluster = cluster or self.current
        if cluster is None:
            self.said.emit(tr("Choose a note of a cluster first."))
        else:
            self.naming.emit(cluster)

    def name(self, cluster: ClusterId, name: str) -> bool:
        """Gives a cluster its name; whether it took it."""
        if cluster not in self.workshop[Cluster]:
            return True
        return self.attempt(lambda: clusters.rename_cluster(self.workshop, cluster, name))

    def add(self, cluster: ClusterId) -> None:
        """Puts the selected notes into a cluster."""
        chosen = self.chosen
        if chosen and self.attempt(lambda: clusters.add_to_cluster(self.workshop, cluster, chosen)):
            self._say_of(cluster)

    def take_out(self) -> None:
        """Takes the selected notes out of their clusters."""
        chosen = self.chosen
        if any(self.workshop[Note][note].cluster for note in chosen):
            self.attempt(lambda: clusters.take_out(self.workshop, chosen))

    def keep_apart(self) -> None:
        """Keeps the selected notes on their own, or no longer."""
        chosen = self.chosen
        if chosen:
            apart = not all(self.workshop[Note][note].loner for note in chosen)
            self.attempt(lambda: clusters.keep_apart(self.workshop, chosen, apart))

    def ungroup(self, cluster: ClusterId | None = None) -> None:
        """Dissolves a cluster: this one, or that of the note with the keys."""
        cluster = cluster or self.current
        if cluster is not None:
            self.attempt(lambda: clusters.ungroup(self.workshop, cluster))

    def merge(self, cluster: ClusterId, into: ClusterId) -> None:
        """Puts all of a cluster into another one."""
        if self.attempt(lambda: clusters.merge_clusters(self.workshop, into, cluster)):
            self._say_of(into)

    def move(self, by: int, cluster: ClusterId | None = None) -> None:
        """Moves a cluster so many places on in the list."""
        cluster = cluster or self.current
        if cluster is not None:
            at = clusters.number_in_list(self.workshop, cluster) - 1 + by
            if 0 <= at < len(self.of_stage()):
                self.attempt(lambda: clusters.move_cluster(self.workshop, cluster, at))

    def of_stage(self) -> list[Cluster]:
        """The clusters of the stage that is shown."""
        stage = self._run.shown
        return clusters.clusters_of(self.workshop, stage.id) if stage else []

    # What is dropped

    def _dropped_onto(self, notes: tuple[int, ...], onto: int) -> None:
        """Notes were dropped onto a note: into its cluster, or into a new one with it."""
        moved, target = [NoteId(note) for note in notes], self.workshop[Note][NoteId(onto)]
        cluster = target.cluster
        if cluster is None:
            self.make([target.id, *moved])
        elif self.attempt(lambda: clusters.add_to_cluster(self.workshop, cluster, moved)):
            self._say_of(cluster)

    def _pile_moved(self, pile: PileKey, index: int) -> None:
        self.attempt(lambda: clusters.move_cluster(self.workshop, _id(pile), index))

    def _activated(self, pile: PileKey) -> None:
        if pile not in (LOOSE, LONERS) and pile[0] == "cluster" and self._desk.view.can_edit:
            self.rename(_id(pile))

    # What is said

    def make(self, notes: Sequence[NoteId]) -> bool:
        """Puts notes into a new cluster, and has it named; whether that could be done."""
        made: list[Cluster] = []
        if not self.attempt(lambda: made.append(self._made(notes))):
            return False
        self._warn(made[0].id)
        self._warn_of_many()
        self.naming.emit(made[0].id)
        return True

    def _made(self, notes: Sequence[NoteId]) -> Cluster:
        """A new cluster, on the wall as near to its first note as there is room."""
        board = self._desk.view.board
        if not board.overlaps or notes[0] not in board.notes:
            return clusters.make_cluster(self.workshop, notes)
        spot = room_for_cluster(board, notes)
        return wall.make_cluster(self.workshop, notes, spot, without_spot(board))

    def say_waiting(self) -> None:
        """Says what a new cluster is to be warned of, now that it is named or left without."""
        words, self._waiting = " ".join(self._waiting), []
        if words:
            self.said.emit(words)

    def _say_of(self, cluster: ClusterId) -> None:
        self._warn(cluster)
        self.say_waiting()

    def _warn(self, cluster: ClusterId) -> None:
        """Warns once that all notes of a cluster come from one function."""
        if not clusters.is_one_sided(self.workshop, cluster) or self._once("one_sided", cluster):
            return
        (function,) = clusters.functions_of(self.workshop, cluster)
        number = clusters.number_in_list(self.workshop, cluster)
        words = tr(
            "Cluster {number}: all notes come from {function}.",
            number=number,
            function=function.name,
        )
        self._waiting.append(words)

    def _warn_of_many(self) -> None:
        """Warns once that there are more clusters than are easy to vote on."""
        stage, count = self._run.shown, len(self.of_stage())
        target = getattr(stage.setup, "target_clusters", None) if stage else None
        target = target or TargetClusters()
        if stage is not None and count > target.max and not self._once("many", stage.id):
            few, most = target.min, target.max
            words = tr("{count} clusters: {min} to {max} are easier to vote on.",
                       count=count, min=few, max=most)  # fmt: skip
            self._waiting.append(words)

    def _once(self, what: str, id: int) -> bool:
        """Whether this was said before."""
        before = (what, id) in self._warned
        self._warned.add((what, id))
        return before

    def attempt(self, verb: Callable[[], object]) -> bool:
        """Does something to the workshop, or has it said why that cannot be done."""
        return self._run.session.attempt(verb)


def _id(pile: PileKey) -> ClusterId:
    return ClusterId(pile[1])
