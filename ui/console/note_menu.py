"""The menus of notes and of clusters, as they are asked for on the board."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from ui.board.typesetting import board_word
from ui.console.cluster_verbs import ClusterVerbs
from ui.console.note_verbs import NoteVerbs
from ui.translate import tr
from workshop import boards, clusters, people, sheets
from workshop.records.agenda import Lane, Stage
from workshop.records.notes import Cluster, Note
from workshop.records.words import EVIDENCE, ClusterId, NoteId
from workshop.state import Workshop

Verb = Callable[[], object]


def cluster_name(workshop: Workshop, cluster: Cluster) -> str:
    """Number and title of a cluster."""
    number = clusters.number_in_list(workshop, cluster.id)
    if not cluster.name:
        return tr("Cluster {number}", number=number)
    return tr("{number} {name}", number=number, name=cluster.name)


class NoteMenu(QMenu):
    """What can be done with the selected notes."""

    def __init__(
        self, notes: NoteVerbs, group: ClusterVerbs, stage: Stage, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workshop = notes.workshop
        self._notes, self._group, self._stage = notes, group, stage
        self._rows = [self._workshop[Note][NoteId(note)] for note in notes.chosen]
        self._fill()

    def _fill(self) -> None:
        notes, group = self._notes, self._group
        single = len(self._rows) == 1
        inside = any(note.cluster for note in self._rows)
        add = self._add
        add(tr("Edit\tEnter"), notes.edit, single)
        add(tr("Delete\tDel"), notes.delete)
        self.addSeparator()
        add(tr("Cluster\tG"), group.group)
        self._into(tr("Into cluster"), group.of_stage(), group.add)
        add(tr("Out of the cluster\tCtrl+Del"), group.take_out, inside)
        apart = all(note.loner for note in self._rows)
        add(tr("On its own\tL"), group.keep_apart, ticked=apart)
        self.addSeparator()
        add(tr("Merge duplicates\tCtrl+D"), notes.merge, len(self._rows) > 1)
        add(tr("What was merged…\tCtrl+Shift+D"), notes.show_merged, notes.has_merged)
        self.addSeparator()
        self._functions()
        self._lanes()
        self._evidence()
        cure = all(note.solution for note in self._rows)
        add(tr("A cure, not a trouble\tCtrl+L"), notes.mark_solution, ticked=cure)
        add(tr("Park\tP"), notes.park)

    def _add(
        self, words: str, verb: Verb, enabled: bool = True, *, ticked: bool | None = None
    ) -> None:
        add_to(self, words, verb, enabled, ticked)

    def _into(self, words: str, there: list[Cluster], verb: Callable[[ClusterId], object]) -> None:
        inside = self.addMenu(words)
        for cluster in there:
            add_to(inside, cluster_name(self._workshop, cluster), partial(verb, cluster.id))
        inside.setEnabled(bool(there))

    def _functions(self) -> None:
        if boards.attribution_of(self._workshop, self._stage.id) == "none":
            return
        inside = self.addMenu(tr("Function"))
        for one in people.functions(self._workshop):
            ticked = all(note.function == one.id for note in self._rows)
            add_to(inside, one.name, partial(self._notes.give_to, one.id), ticked=ticked)

    def _lanes(self) -> None:
        lanes: list[Lane] = boards.lane_rows(self._workshop, self._stage.id)
        if not lanes:
            return
        inside = self.addMenu(tr("Lane"))
        for lane in lanes:
            ticked = all(note.lane == lane.id for note in self._rows)
            verb = partial(self._notes.put_into, lane.id)
            add_to(inside, sheets.lane_name(lane), verb, ticked=ticked)

    def _evidence(self) -> None:
        inside = self.addMenu(tr("Known by"))
        for grade in (None, *EVIDENCE):
            ticked = all(note.evidence == grade for note in self._rows)
            words = board_word(grade) if grade else tr("not said")
            add_to(inside, words, partial(self._notes.set_grade, grade), ticked=ticked)


class ClusterMenu(QMenu):
    """What can be done with one cluster."""

    def __init__(self, group: ClusterVerbs, cluster: Cluster, parent: QWidget) -> None:
        super().__init__(parent)
        there, id = group.of_stage(), cluster.id
        at = [one.id for one in there].index(id)
        add_to(self, tr("Rename\tF5"), partial(group.rename, id))
        inside = self.addMenu(tr("Merge into"))
        others = [one for one in there if one.id != id]
        for one in others:
            words = cluster_name(group.workshop, one)
            add_to(inside, words, partial(group.merge, id, one.id))
        inside.setEnabled(bool(others))
        add_to(self, tr("Earlier\tAlt+Up"), partial(group.move, -1, id), at > 0)
        add_to(self, tr("Later\tAlt+Down"), partial(group.move, 1, id), at < len(there) - 1)
        self.addSeparator()
        add_to(self, tr("Ungroup\tCtrl+U"), partial(group.ungroup, id))


def add_to(
    menu: QMenu, words: str, verb: Verb, enabled: bool = True, ticked: bool | None = None
) -> None:
    """Adds an action to a menu; with a tick where it says whether something holds."""
    action = menu.addAction(words.replace("&", "&&"))
    action.triggered.connect(lambda _=False: verb())
    action.setEnabled(enabled)
    if ticked is not None:
        action.setCheckable(True)
        action.setChecked(ticked)
