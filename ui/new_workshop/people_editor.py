"""Who takes part: functions with their people, typed one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui import fonts
from ui.home.key_button import KeyButton
from ui.new_workshop.draft import Draft
from ui.new_workshop.function_card import FunctionCard, holds_focus
from ui.new_workshop.function_chips import FunctionChips
from ui.new_workshop.pasted_rows import PastedRows
from ui.theme import BODY, CLOSE, GAP, NEAR, TITLE, WIDE
from ui.translate import tr
from ui.widgets.key_hints import KeyHints
from ui.widgets.plain import label, surface
from ui.widgets.scrolling import Scroller
from workshop.records.words import FunctionId
from workshop.roster import PersonLine
from workshop.searching import plain


class PeopleEditor(QWidget):
    """The list of a draft. Up and Down go through it."""

    lines_pasted = Signal(str)
    """Several lines were pasted where one is typed."""
    typed = Signal()
    """Something was typed that is not added yet."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self.cards: dict[FunctionId, FunctionCard] = {}
        self.coming: list[PastedRows] = []
        self._lines: Sequence[PersonLine] = ()
        self.chips = FunctionChips(draft)
        self.undo_button = KeyButton("", tr("Ctrl Z"), quiet=True)
        self._empty = label(
            tr("Which functions are in the room? Choose at least two, or paste a list."),
            fonts.sans(BODY),
            "second",
        )
        self._empty.setWordWrap(True)
        self._problem = label("", fonts.sans(BODY), "warn")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._cards, self._coming = QVBoxLayout(), QVBoxLayout()
        self._inside = self._make_inside()
        self._area = Scroller(self._inside)
        self._arrange()
        self.undo_button.clicked.connect(draft.undo)
        self.chips.own.lines_pasted.connect(self.lines_pasted)
        self.chips.own.textChanged.connect(lambda _: self.typed.emit())
        draft.changed.connect(self.refresh)
        draft.refused.connect(self.say)
        self.refresh()

    def _make_inside(self) -> QWidget:
        inside = _Inside()
        inside.stepped.connect(self._move_focus)
        surface(inside, "paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(WIDE, 0, WIDE, GAP)
        column.setSpacing(GAP)
        for stack in (self._cards, self._coming):
            stack.setSpacing(CLOSE)
        column.addWidget(self._empty)
        column.addLayout(self._cards)
        column.addLayout(self._coming)
        column.addWidget(self.chips)
        column.addStretch(1)
        return inside

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(WIDE, GAP, WIDE - CLOSE, 0)
        head.addWidget(label(tr("People"), fonts.serif(TITLE + 2)))
        head.addStretch(1)
        head.addWidget(self.undo_button)
        hints = (
            (tr("Space"), tr("decides")),
            (tr("Enter"), tr("edit")),
            (tr("Del"), tr("remove")),
            ("↑ ↓", tr("move on")),
        )
        foot = QVBoxLayout()
        foot.setContentsMargins(WIDE, CLOSE, WIDE, NEAR)
        foot.setSpacing(CLOSE)
        foot.addWidget(self._problem)
        self._hints = KeyHints(hints, self)
        foot.addWidget(self._hints)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addLayout(foot)

    # What is shown.

    def refresh(self) -> None:
        """Shows the draft as it is now."""
        functions = self._draft.functions
        for gone in set(self.cards) - {function.id for function in functions}:
            self._drop(gone)
        first = 1
        for at, function in enumerate(functions):
            card = self.cards.get(function.id) or self._make(function.id)
            if self._cards.indexOf(card) != at:
                self._cards.insertWidget(at, card)
            card.show_function(function, first)
            first += len(card.rows)
        self._order_focus()
        self.chips.show_free()
        self._show_undo()
        self.show_pasted(self._lines)
        self.say("")

    def _make(self, function: FunctionId) -> FunctionCard:
        card = self.cards[function] = FunctionCard(self._draft, function)
        card.lines_pasted.connect(self.lines_pasted)
        card.add_line.textChanged.connect(lambda _: self.typed.emit())
        return card

    def _drop(self, function: FunctionId) -> None:
        card = self.cards.pop(function)
        at = self._cards.indexOf(card)
        self._cards.removeWidget(card)
        if holds_focus(card):
            beside = self._cards.itemAt(min(at, self._cards.count() - 1))
            widget = beside.widget() if beside is not None else None
            to = widget.head if isinstance(widget, FunctionCard) else self.chips.own
            to.setFocus(Qt.FocusReason.OtherFocusReason)
        card.hide()
        card.deleteLater()

    def _order_focus(self) -> None:
        """Tab goes through the list as it stands there."""
        stops = [*self.stops, *self.chips.chips.values(), self.chips.own]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_undo(self) -> None:
        words = self._draft.undo_words()
        had_focus = self.undo_button.hasFocus()
        self.undo_button.say(words, tr("Ctrl Z"))
        self.undo_button.setVisible(bool(words))
        if had_focus and not words:
            self.focus_first()

    def say(self, problem: str) -> None:
        """Tells why what was asked for cannot be done; empty: nothing."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        QTimer.singleShot(0, self, self._follow_focus)

    @property
    def said(self) -> str:
        """The problem that is told."""
        return self._problem.text()

    def show_pasted(self, lines: Sequence[PersonLine]) -> None:
        """Shows dashed whom a pasted list would add."""
        self._lines = lines
        coming: dict[str, list[PersonLine]] = {}
        for line in lines:
            if not line.problem:
                coming.setdefault(plain(line.function), []).append(line)
        for function in self._draft.functions:
            self.cards[function.id].pasted.show_people(_told(coming.pop(plain(function.name), ())))
        marks = self._draft.marks_for(lines)
        while len(self.coming) < len(coming):
            self.coming.append(PastedRows())
            self._coming.addWidget(self.coming[-1])
        for rows in self.coming[len(coming) :]:
            rows.show_people(())
        for rows, (name, several) in zip(self.coming, coming.items(), strict=False):
            rows.show_people(_told(several), (several[0].function, marks.get(name)))
        self._empty.setVisible(not self.cards and not coming)
        self._hints.setVisible(bool(self.cards))

    # Where the focus goes.

    @property
    def stops(self) -> list[QWidget]:
        """What the focus can stand on in the list, from the top."""
        cards = sorted(self.cards.values(), key=self._cards.indexOf)
        return [stop for card in cards for stop in card.stops]

    def focus_first(self) -> None:
        """Puts the focus on the first line that takes a person, or on the first function to add."""
        cards = sorted(self.cards.values(), key=self._cards.indexOf)
        if cards:
            cards[0].add_line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.chips.focus_first()

    def enter_all(self) -> bool:
        """Adds what was typed and not added yet; False where some of it is refused."""
        lines: list[FunctionChips | FunctionCard] = [self.chips, *self.cards.values()]
        return all(line.enter() for line in lines)

    @property
    def typed_lines(self) -> dict[str, str]:
        """What was typed and not added yet, by the name of the function; without a name: a
        function of one's own."""
        lines = {card.head.text(): card.add_line for card in self.cards.values()}
        lines[""] = self.chips.own
        return {name: line.text() for name, line in lines.items() if line.text().strip()}

    def put_back_lines(self, lines: Mapping[str, str]) -> None:
        """Shows what was typed and not added before."""
        self.chips.own.setText(lines.get("", ""))
        for card in self.cards.values():
            card.add_line.setText(lines.get(card.head.text(), ""))

    def _follow_focus(self) -> None:
        """Keeps in sight where somebody types, also when the list grows above it."""
        focus = QApplication.focusWidget()
        if focus is not None and self._inside.isAncestorOf(focus):
            self._area.ensureWidgetVisible(focus)

    def _move_focus(self, by: int) -> None:
        stops, focus = [*self.stops, self.chips.own], QApplication.focusWidget()
        if focus not in stops:
            return
        to = max(0, min(len(stops) - 1, stops.index(focus) + by))
        stops[to].setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(stops[to])


class _Inside(QWidget):
    """What scrolls. It takes Up and Down before the scrolling does."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and not event.modifiers():
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _told(lines: Sequence[PersonLine]) -> list[tuple[str, str]]:
    return [(line.name, line.role) for line in lines]
