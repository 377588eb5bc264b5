"""Forms groups in the stage that is shown, and shows them to the room."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu

from ui.console.groups_board import Column, Person
from ui.console.groups_panel import GroupsPanel
from ui.console.note_menu import add_to
from ui.console.run import Run
from ui.translate import tr
from workshop import groups, people
from workshop.changes import Step
from workshop.records.journey import Phase
from workshop.records.notes import Group
from workshop.records.people import Function, Participant
from workshop.records.words import GroupId, ParticipantId, StageId
from workshop.rules.grouping import LEAST, Same
from workshop.state import Workshop

_COMES = ("participant.present", "participant.add", "participant.add_many")


class GroupsDesk(QObject):
    """Connects the panel of groups with the workshop."""

    said = Signal(str)
    opened = Signal()
    closed = Signal()

    def __init__(self, run: Run, panel: GroupsPanel) -> None:
        super().__init__(run)
        self._run, self._panel = run, panel
        self._seen: dict[StageId, list[Same[ParticipantId]]] = {}
        self._size: dict[StageId, int] = {}
        self._is_open = False
        self._menu: QMenu | None = None
        board = panel.board
        board.move_wanted.connect(self._move)
        board.rename_wanted.connect(self._ask_name)
        board.menu_wanted.connect(self._open_menu)
        panel.shuffle_wanted.connect(self.shuffle)
        panel.size_wanted.connect(self._resize)
        panel.show_wanted.connect(self.toggle_shown)
        panel.dissolve_wanted.connect(self._dissolve)
        panel.lock_wanted.connect(self._lock)
        panel.named.connect(self._name)
        panel.left.connect(self.close)
        run.session.stepped.connect(self._stepped)
        run.looked.connect(self._looked)

    @property
    def _workshop(self) -> Workshop:
        return self._run.workshop

    @property
    def _stage(self) -> StageId | None:
        return self._run.shown.id if self._run.shown is not None else None

    def toggle(self) -> None:
        """Opens the groups of the stage, with a proposal where there are none yet; or closes."""
        stage = self._stage
        if self._is_open:
            self.close()
        elif stage is not None:
            if not groups.groups_of(self._workshop, stage) and not self._form(stage):
                return
            self._is_open = True
            self.opened.emit()
            self.show()
            self._panel.board.setFocus()

    @property
    def is_open(self) -> bool:
        """Whether the groups stand in the place of the stage."""
        return self._is_open

    def rename(self) -> None:
        """Asks for the name of the group that has the keys."""
        self._ask_name(self._panel.board.current_group)

    def close(self) -> None:
        """Back to the stage."""
        if self._is_open:
            self._is_open = False
            self.closed.emit()

    def shuffle(self) -> None:
        """Another proposal, never one that was there before."""
        stage = self._stage
        if stage is None:
            return
        seen = self._seen.setdefault(stage, [])
        if groups.free_part(self._workshop, stage) not in seen:
            seen.append(groups.free_part(self._workshop, stage))
        if self._form(stage):
            seen.append(groups.free_part(self._workshop, stage))

    def toggle_shown(self) -> None:
        """Shows the groups to the room, or puts them away."""
        showing = self._run.feed.showing
        self._run.feed.show(groups=not showing.groups, page=0)
        self.show()

    def show(self) -> None:
        """Shows what holds now."""
        stage = self._stage
        if stage is None:
            return
        there = groups.groups_of(self._workshop, stage)
        self._panel.show_plan(self._size_of(stage), self._run.feed.showing.groups)
        self._panel.board.show_columns([self._column(at, one) for at, one in enumerate(there, 1)])

    def _size_of(self, stage: StageId) -> int:
        return self._size.get(stage, groups.plan_of(self._workshop, stage).size)

    def _column(self, number: int, group: Group) -> Column:
        function = self._workshop[Function].get(group.function)
        phases = groups.phases_of(self._workshop, group.id)
        title = tr("Group {number}", number=number)
        if group.name:
            title = tr("{number} {name}", number=number, name=group.name)
        for phase in phases:
            title = tr("{title}, {area}", title=title, area=phase.name)
        members = groups.members_of(self._workshop, group.id)
        return Column(
            group.id,
            title,
            tuple(self._person(one) for one in members),
            group.locked,
            people.mark_of(function) if function else None,
        )

    def _person(self, person: Participant) -> Person:
        function = self._workshop[Function][person.function]
        return Person(person.id, person.name, people.mark_of(function))

    # What is done

    def _form(self, stage: StageId) -> bool:
        formed: list[bool] = []
        size, seen = self._size_of(stage), self._seen.get(stage, [])
        if not self._run.session.attempt(
            lambda: formed.append(groups.form(self._workshop, stage, size=size, seen=seen))
        ):
            return False
        if not formed[0]:
            self.said.emit(tr("There is no other way to group them."))
        return formed[0]

    def _resize(self, by: int) -> None:
        stage = self._stage
        if stage is None:
            return
        size = max(LEAST, min(groups.MOST, self._size_of(stage) + by))
        if size != self._size_of(stage):
            self._size[stage] = size
            self._form(stage)
            self.show()

    def _move(self, person: int, group: int) -> None:
        who, into = ParticipantId(person), GroupId(group)
        self._run.session.attempt(lambda: groups.move_member(self._workshop, who, into))

    def _lock(self, group: int) -> None:
        row = self._workshop[Group].get(GroupId(group))
        if row is not None:
            locked = not row.locked
            self._run.session.attempt(lambda: groups.lock(self._workshop, row.id, locked))

    def _dissolve(self) -> None:
        stage = self._stage
        if stage is not None:
            self._run.session.attempt(lambda: groups.dissolve(self._workshop, stage))
            self._run.feed.show(groups=False)
            self.close()

    def _ask_name(self, group: int) -> None:
        row = self._workshop[Group].get(GroupId(group))
        if row is not None:
            number = groups.number_of_group(self._workshop, row.id)
            self._panel.ask_name(group, number, row.name)

    def _name(self, group: int, name: str) -> None:
        id = GroupId(group)
        if self._run.session.attempt(lambda: groups.rename(self._workshop, id, name)):
            self._panel.end_name()

    def _open_menu(self, group: int, at: QPoint) -> None:
        row = self._workshop[Group][GroupId(group)]
        self._menu = menu = QMenu(self._panel)
        add_to(menu, tr("Rename\tF5"), partial(self._ask_name, group))
        add_to(menu, tr("Locked\tL"), partial(self._lock, group), ticked=row.locked)
        self._offer_areas(menu.addMenu(tr("Works on")), row)
        menu.popup(at)

    def _offer_areas(self, area: QMenu, row: Group) -> None:
        """A function, or phases of the journey, which are ticked one by one."""
        phases = {phase.id for phase in groups.phases_of(self._workshop, row.id)}
        add_to(area, tr("nothing in particular"), partial(self._set_area, row),
               ticked=row.function is None and not phases)  # fmt: skip
        for function in people.functions(self._workshop):
            verb = partial(self._set_area, row, function=function.id)
            add_to(area, function.name, verb, ticked=row.function == function.id)
        for phase in self._workshop[Phase]:
            verb = partial(self._set_area, row, phases=phases ^ {phase.id})
            add_to(area, phase.name, verb, ticked=phase.id in phases)

    def _set_area(self, row: Group, **area: object) -> None:
        self._run.session.attempt(lambda: groups.set_area(self._workshop, row.id, **area))  # type: ignore[arg-type]

    # What happens

    def _stepped(self, step: Step) -> None:
        if step.label in _COMES:
            QTimer.singleShot(0, self, self._let_join)  # a step of its own, after this one
        if self._is_open:
            self.show()

    def _let_join(self) -> None:
        """Who has come joins the smallest group of the stage that is on."""
        stage = self._run.on.id if self._run.on is not None else self._stage
        if stage is None or not groups.groups_of(self._workshop, stage):
            return
        for person in people.present_participants(self._workshop):
            groups.join(self._workshop, stage, person.id)

    def _looked(self) -> None:
        """Another stage is looked at."""
        self.close()
