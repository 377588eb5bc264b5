"""All that can be done with the notes on a board, and what opens over it for that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QMenu

from ui.console.board_desk import BoardDesk
from ui.console.board_verbs import BoardVerbs
from ui.console.cluster_verbs import ClusterVerbs
from ui.console.find_bar import FindBar
from ui.console.finder import Finder
from ui.console.merged_panel import MergedPanel, originals_of
from ui.console.name_field import NameField
from ui.console.note_menu import ClusterMenu, NoteMenu, add_to
from ui.console.note_verbs import NoteVerbs
from ui.console.run import Run
from ui.console.suggestion_bar import SuggestionBar
from ui.console.suggestions import Suggestions
from ui.console.wall_verbs import WallVerbs
from ui.translate import tr
from ui.widgets.capture_bar import CaptureBar
from workshop import boards, clusters, sheets
from workshop.board.sheet import PileKey
from workshop.records.notes import Cluster
from workshop.records.words import ClusterId, NoteId

_RAISED = 4
"""So far above a head its name is typed, in pixels: the row of marks stays in sight."""

Verbs = dict[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the console that go with the notes; `masked`: whether the room may see it."""

    capture: CaptureBar
    suggestions: SuggestionBar
    find: FindBar
    masked: Callable[[], bool]


class NoteDesk(QObject):
    """Connects the board's canvas with the verbs on notes, clusters and the wall."""

    said = Signal(str)
    lane_wanted = Signal(tuple)
    """The next note is to go into this lane."""

    def __init__(self, run: Run, desk: BoardDesk, board: BoardVerbs, parts: Parts) -> None:
        super().__init__(run)
        self._run, self._desk, self._board = run, desk, board
        self.notes = NoteVerbs(run, desk, parts.capture)
        self.clusters = ClusterVerbs(run, desk)
        self.wall = WallVerbs(run, desk)
        self.suggestions = Suggestions(self.clusters, parts.suggestions)
        self.finder = Finder(run, desk, parts.find, parts.masked)
        self.name_field = NameField(desk.view)
        self.merged = MergedPanel(desk.view)
        self.menu: QMenu | None = None
        self._connect()

    def _connect(self) -> None:
        view = self._desk.view
        for verbs in (self.notes, self.clusters, self.wall, self.suggestions):
            verbs.said.connect(self.said)
        self.suggestions.left.connect(view.setFocus)
        self.finder.left.connect(view.setFocus)
        self.clusters.naming.connect(self._begin_name)
        self.notes.merged_wanted.connect(self._show_merged)
        self.name_field.named.connect(self._name)
        self.name_field.left.connect(self._back)
        self.merged.take_out_wanted.connect(self.notes.take_apart)
        self.merged.left.connect(view.setFocus)
        view.menu_requested.connect(self._open_menu)
        view.pile_menu_requested.connect(self._open_pile_menu)
        view.viewport_changed.connect(self.follow)

    def verbs(self) -> Verbs:
        """What the actions of the table do to notes, clusters and the wall."""
        notes, group, wall, board = self.notes, self.clusters, self.wall, self._board
        view = self._desk.view
        found: Verbs = {
            "grade": notes.grade,
            "solution": notes.mark_solution,
            "park": notes.park,
            "remark": notes.count_remark,
            "cluster": group.group,
            "rename": group.rename,
            "take_out": group.take_out,
            "keep_apart": group.keep_apart,
            "cluster_earlier": partial(group.move, -1),
            "cluster_later": partial(group.move, 1),
            "ungroup": group.ungroup,
            "merge": notes.merge,
            "merged": notes.show_merged,
            "suggest": self.suggestions.begin,
            "find": self.finder.begin,
            "find_all": partial(self.finder.begin, everywhere=True),
            "find_next": partial(self.finder.turn, 1),
            "find_before": partial(self.finder.turn, -1),
            "filter": self.finder.open_filter,
            "zoom_fit": view.fit_all,
            "zoom_actual": view.actual_size,
            "zoom_in": view.zoom_in,
            "zoom_out": view.zoom_out,
            "arrange": board.arrange_next,
            "tidy": wall.tidy,
            "distribute_across": partial(wall.distribute, "across"),
            "distribute_down": partial(wall.distribute, "down"),
            "align_left": partial(wall.align, "left"),
            "align_right": partial(wall.align, "right"),
            "align_top": partial(wall.align, "top"),
            "align_bottom": partial(wall.align, "bottom"),
        }
        for arrangement in ("lanes", "clusters", "wall", "ranking"):
            found[f"arrange_{arrangement}"] = partial(board.arrange, arrangement)
        return found

    def follow(self) -> None:
        """The board has changed or moved: what lies over it follows."""
        workshop = self._run.workshop
        if self.name_field.cluster:
            if ClusterId(self.name_field.cluster) in workshop[Cluster]:
                self._place_name()
            else:
                self.name_field.leave()
        if self.merged.note:
            self._follow_merged()
        self.suggestions.follow()
        self.finder.follow()

    def close_all(self) -> None:
        """Another stage is shown, or what is on the board is masked now."""
        self.name_field.finish()
        self.name_field.close_field()
        self.merged.put_away()
        self.suggestions.leave()
        self.finder.forget()

    # Names of clusters

    def _begin_name(self, cluster: int) -> None:
        workshop = self._run.workshop
        row = workshop[Cluster][ClusterId(cluster)]
        number = clusters.number_in_list(workshop, row.id)
        self.name_field.begin(cluster, number, row.name)
        self._place_name()

    def _place_name(self) -> None:
        view = self._desk.view
        pile = view.board.pile(("cluster", self.name_field.cluster))
        if pile is not None:
            rect = view.viewport.to_pixels(pile.head).translated(0, -_RAISED)
        else:
            current = view.board.notes.get(view.selection.current or 0)
            rect = (
                view.viewport.to_pixels(current.rect) if current else QRect(0, view.height(), 0, 0)
            )
            rect.moveTop(rect.bottom())
        self.name_field.lie_at(rect)

    def _name(self, cluster: int, name: str) -> None:
        if self.clusters.name(ClusterId(cluster), name):
            self.name_field.close_field()
            self._back()

    def _back(self) -> None:
        """To the next suggestion, or to the board; nothing is selected there: the next cluster
        begins."""
        view = self._desk.view
        view.set_selection(view.selection.cleared())
        self.clusters.say_waiting()
        if not self.suggestions.resume():
            view.setFocus()

    # What was merged

    def _show_merged(self, note: int) -> None:
        view = self._desk.view
        view.show_current()
        rect = view.viewport.to_pixels(view.board.notes[note].rect)
        self.merged.show_originals(note, originals_of(self._run.workshop, NoteId(note)), rect)

    def _follow_merged(self) -> None:
        """Shows what is merged now; where that is nothing any more, the board has the keys."""
        note, panel = self.merged.note, self.merged
        there = note in self._desk.view.board.notes
        originals = originals_of(self._run.workshop, NoteId(note)) if there else []
        if len(originals) < 2:
            panel.put_away()
            self._desk.view.setFocus()
        elif originals != panel.originals:
            self._show_merged(note)

    # Menus

    def _open_menu(self, notes: tuple[int, ...], at: QPoint) -> None:
        stage = self._run.shown
        if stage is not None and self.notes.chosen:
            self._pop_up(NoteMenu(self.notes, self.clusters, stage, self._desk.view), at)

    def _open_pile_menu(self, pile: PileKey, at: QPoint) -> None:
        cluster = self._run.workshop[Cluster].get(ClusterId(pile[1]))
        if pile[0] == "cluster" and cluster is not None and self._desk.view.can_edit:
            self._pop_up(ClusterMenu(self.clusters, cluster, self._desk.view), at)
        elif pile[0] in ("function", "lane"):
            self._pop_up(self._lane_menu(pile), at)

    def _lane_menu(self, pile: PileKey) -> QMenu:
        stage, menu = self._run.shown, QMenu(self._desk.view)
        workshop, lane = self._run.workshop, sheets.lane_of(pile)
        row = boards.board_of(workshop, stage.id) if stage else None
        hidden = row is not None and not boards.is_revealed(workshop, row, lane)
        add_to(menu, tr("Type into this lane"), lambda: self.lane_wanted.emit(pile))
        add_to(menu, tr("Reveal this lane"), partial(self._board.reveal_one, lane), hidden)
        return menu

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = menu
        menu.popup(at)
