"""Finds notes on the board that is shown, or on all of them, and fades what a filter leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from ui.board.typesetting import board_word
from ui.console.board_desk import BoardDesk
from ui.console.find_bar import FindBar
from ui.console.note_menu import add_to, cluster_name
from ui.console.run import Run
from ui.translate import tr
from workshop import agenda, boards, clusters, people, seating
from workshop import notes as note_verbs
from workshop.filters import NoteFilter, matching
from workshop.records.agenda import Stage
from workshop.records.notes import Note
from workshop.records.words import EVIDENCE, NoteId
from workshop.state import Workshop

Choice = tuple[str, object]
"""What can be wanted: its words, and the value of the note's field."""


class Finder(QObject):
    """What is looked for, and what is filtered. Nothing is found where texts are masked."""

    left = Signal()

    def __init__(self, run: Run, desk: BoardDesk, bar: FindBar, masked: Callable[[], bool]) -> None:
        super().__init__(run)
        self._run, self._desk, self.bar, self._masked = run, desk, bar, masked
        self._wanted = NoteFilter()
        self._found: list[NoteId] = []
        self._going = False
        bar.typed.connect(self._look)
        bar.turned.connect(self.turn)
        bar.left.connect(self.leave)
        bar.everywhere_wanted.connect(self._look_anew)
        menu = bar.filter_button.menu()
        assert menu is not None
        menu.aboutToShow.connect(partial(self._fill, menu))
        self._show_filter()

    def verbs(self) -> dict[str, Callable[[], object]]:
        """What actions of the table these are."""
        return {
            "find": self.begin,
            "find_all": partial(self.begin, everywhere=True),
            "find_next": partial(self.turn, 1),
            "find_before": partial(self.turn, -1),
            "filter": self.open_filter,
        }

    @property
    def _workshop(self) -> Workshop:
        return self._run.workshop

    def begin(self, *, everywhere: bool = False) -> None:
        """Asks what to look for."""
        self.bar.everywhere.setChecked(everywhere)
        self.bar.begin()
        self._look_anew()

    def open_filter(self) -> None:
        """Asks what to leave out."""
        self.bar.show()
        self.bar.filter_button.showMenu()

    def leave(self) -> None:
        """Looks for nothing more and leaves nothing out."""
        self.forget()
        self.left.emit()

    def forget(self) -> None:
        """The same, where the keys are elsewhere; not on the way to a note on another board."""
        if not self._going:
            self.bar.hide()
            self.bar.line.clear()
            self._want(NoteFilter())

    def turn(self, by: int) -> None:
        """Goes to the next note found, or to the one before; round at the end."""
        if not self._found:
            return
        current = self._desk.view.selection.current
        at = self._found.index(NoteId(current)) if current in self._found else -(by > 0)
        self._show((at + by) % len(self._found))

    def follow(self) -> None:
        """The board has changed."""
        if self._going:
            return
        if self._wanted:
            self._fade()
        if not self.bar.isHidden() and self.bar.line.text().strip():
            self._found = list(self._matches(self.bar.line.text()))
            self._tell()

    # Looking

    def _look_anew(self) -> None:
        self._look(self.bar.line.text())

    def _look(self, text: str) -> None:
        """Shows the first note found, or stays on one that is found too."""
        self._found = list(self._matches(text))
        current = self._desk.view.selection.current
        if self._found and current not in self._found:
            self._show(0)
        else:
            self._tell()

    def _matches(self, text: str) -> Iterator[NoteId]:
        """The notes that have it, in reading order; a merged one by the note it stands in."""
        if not self._desk.view.can_edit:
            return
        stage = self._run.shown
        rank = self._desk.view.board.rank
        there = {*rank} - self._desk.view.faded
        here = _roots(
            self._workshop, note_verbs.find(self._workshop, text, stage.id if stage else None)
        )
        yield from sorted((note for note in here if note in there), key=lambda note: rank[note])
        if self.bar.everywhere.isChecked():
            yield from self._elsewhere(text, stage)

    def _elsewhere(self, text: str, shown: Stage | None) -> Iterator[NoteId]:
        """The notes of other boards, stage by stage, by number."""
        for stage in agenda.stages(self._workshop):
            board = boards.board_of(self._workshop, stage.id)
            if board is None or (shown is not None and stage.id == shown.id):
                continue
            found = _roots(self._workshop, note_verbs.find(self._workshop, text, stage.id))
            yield from sorted(found, key=lambda note: self._workshop[Note][note].nr or 0)

    def _show(self, at: int) -> None:
        """Goes to one of the found notes, on whatever board it lies."""
        note = self._found[at]
        stage = self._workshop[Note][note].stage
        if stage is not None and (self._run.shown is None or self._run.shown.id != stage):
            self._going = True
            self._run.look_at(stage)
            self._going = False
            self.bar.show()
            self.bar.line.setFocus()
        self._desk.view.select(note)
        self._tell()

    def _tell(self) -> None:
        current = self._desk.view.selection.current
        at = self._found.index(NoteId(current)) + 1 if current in self._found else 0
        self.bar.show_count(at, len(self._found))

    # Filtering

    def _want(self, wanted: NoteFilter) -> None:
        self._wanted = wanted
        self._desk.view.motion.stop()  # what is left is to be seen where it lies
        self._fade()
        self._look_anew()

    def _fade(self) -> None:
        view = self._desk.view
        there = [NoteId(note) for note in view.board.notes]
        kept = matching(self._workshop, there, self._wanted) if self._wanted else frozenset(there)
        view.fade(frozenset(there) - kept)
        self._show_filter(len(kept), len(there))

    def _show_filter(self, kept: int = 0, of: int = 0) -> None:
        words = [
            words
            for kind, choices in self._choices()
            for words, value in choices
            if value in getattr(self._wanted, kind)
        ]
        self.bar.show_filter(kept, of, ", ".join(words))

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for kind, choices in self._choices():
            inside = menu.addMenu(_kind_words(kind))
            wanted = getattr(self._wanted, kind)
            for words, value in choices:
                verb = partial(self._toggle, kind, value)
                add_to(inside, words, verb, ticked=value in wanted)
        menu.addSeparator()
        add_to(menu, tr("Show all"), partial(self._want, NoteFilter()), bool(self._wanted))

    def _toggle(self, kind: str, value: object) -> None:
        self._want(self._wanted.toggled(kind, value))

    def _choices(self) -> Iterator[tuple[str, list[Choice]]]:
        workshop, stage = self._workshop, self._run.shown
        functions = [(one.name, one.id) for one in people.functions(workshop)]
        authors = [(one.name, one.id) for one in seating.seating(workshop)]
        there = clusters.clusters_of(workshop, stage.id) if stage else []
        named = [(cluster_name(workshop, one), one.id) for one in there]
        yield "functions", [*functions, (tr("no function"), None)]
        yield "authors", [*authors, (tr("no author"), None)]
        yield "grades", [*((board_word(one), one) for one in EVIDENCE), (tr("not said"), None)]
        yield "clusters", [*named, (tr("in no cluster"), None)]


def _roots(workshop: Workshop, notes: Iterable[Note]) -> set[NoteId]:
    """The notes that these stand in."""
    found = set()
    for note in notes:
        root = note
        while root.merged_into is not None:
            root = workshop[Note][root.merged_into]
        if root.nr is not None:
            found.add(root.id)
    return found


def _kind_words(kind: str) -> str:
    return {
        "functions": tr("Function"),
        "authors": tr("Author"),
        "grades": tr("Known by"),
        "clusters": tr("Cluster"),
    }[kind]
