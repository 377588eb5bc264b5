"""A function with its people, one row each, and a line on which the next one is typed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from ui.appearance import current
from ui.new_workshop.draft import Draft, person_text
from ui.new_workshop.head_row import HeadRow
from ui.new_workshop.inline_edit import AddLine
from ui.new_workshop.pasted_rows import PastedRows
from ui.new_workshop.person_row import PersonRow
from ui.theme import CONTROL_RADIUS
from ui.translate import tr
from workshop.records.people import Function
from workshop.records.words import FunctionId, ParticipantId


class FunctionCard(QWidget):
    """Shows a function of a draft and passes on what is done with it."""

    lines_pasted = Signal(str)

    def __init__(self, draft: Draft, function: FunctionId) -> None:
        super().__init__()
        self._draft, self._function = draft, function
        self.head = HeadRow()
        self.rows: list[PersonRow] = []
        self.pasted = PastedRows()
        self.add_line = AddLine("")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        frame = _Frame()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(self._list)
        inside.addWidget(self.pasted)
        inside.addWidget(self.add_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(frame)
        self._connect()

    def _connect(self) -> None:
        draft, function = self._draft, self._function
        self.head.renamed.connect(lambda name: draft.rename_function(function, name))
        self.head.removal_wanted.connect(lambda: draft.remove_function(function))
        self.head.move_wanted.connect(lambda by: draft.move_function(function, by))
        self.add_line.entered.connect(lambda _: self.enter())
        self.add_line.lines_pasted.connect(self.lines_pasted)
        self.add_line.undo_wanted.connect(draft.undo)
        self.add_line.redo_wanted.connect(draft.redo)

    def enter(self) -> bool:
        """Adds whom the last line names; False where that is refused."""
        text = self.add_line.text().strip()
        if not text:
            return True
        added = self._draft.add_person(self._function, text)
        if added:
            self.add_line.accept()
        return added

    def show_function(self, function: Function, first: int) -> None:
        """Shows a function as it is now; its people sit from place `first` on."""
        people = self._draft.people_of(function.id)
        self.head.show_function(function, len(people), any(one.decider for one in people))
        words = tr("Add to {function}: name, role", function=function.name)
        self.add_line.setPlaceholderText(words)
        self.add_line.setAccessibleName(words)
        while len(self.rows) < len(people):
            self._add_row()
        while len(self.rows) > len(people):
            self._drop_row()
        for number, (row, person) in enumerate(zip(self.rows, people, strict=True), start=first):
            row.show_person(person, number)

    def _add_row(self) -> None:
        draft, row = self._draft, PersonRow(person_text)
        row.decider_wanted.connect(lambda id: draft.toggle_decider(ParticipantId(id)))
        row.removal_wanted.connect(lambda id: draft.remove_person(ParticipantId(id)))
        row.edited.connect(lambda id, text: draft.edit_person(ParticipantId(id), text))
        row.menu_wanted.connect(self._offer_functions)
        before = self.rows[-1] if self.rows else self.head
        self.rows.append(row)
        self._list.addWidget(row)
        QWidget.setTabOrder(before, row)
        QWidget.setTabOrder(row, self.add_line)

    def _drop_row(self) -> None:
        row = self.rows.pop()
        if holds_focus(row):
            (self.rows[-1] if self.rows else self.add_line).setFocus()
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _offer_functions(self, person: int, menu: QMenu) -> None:
        """Adds the other functions to the menu of a person."""
        others = [one for one in self._draft.functions if one.id != self._function]
        if not others:
            return
        to = menu.addMenu(tr("Move to"))
        for function in others:
            action = to.addAction(function.name.replace("&", "&&"))
            action.triggered.connect(
                lambda _=False, id=function.id: self._draft.move_person(ParticipantId(person), id)
            )

    @property
    def stops(self) -> list[QWidget]:
        """What the focus can stand on, from the top."""
        return [self.head, *self.rows, self.add_line]


def holds_focus(widget: QWidget) -> bool:
    """Whether a widget, or something in it, has the focus."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))


class _Frame(QWidget):
    """The card: surface with a hairline around."""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.surface))
        painter.setPen(QPen(QColor(theme.line), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, CONTROL_RADIUS, CONTROL_RADIUS)
