"""One line of winning back time: accept or refuse, what changes, and what it costs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import fonts
from ui.theme import BODY, CLOSE, CONTROL_HEIGHT, NEAR, SECONDARY
from ui.translate import tr
from ui.widgets.paragraph import Paragraph
from ui.widgets.plain import change_role, label
from workshop.faces import SEMIBOLD
from workshop.frozen import frozen
from workshop.win_back import Line

CHOICE, MINUTES, WINS = 150, 84, 44
"""Widths of the columns that do not stretch."""
STAGE_SHARE, COST_SHARE = 10, 9
_MOST_LINES = 2


@frozen
class Shown:
    """What a row says."""

    title: str
    how: str
    cost: str


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Choice(QPushButton):
    """Accept or refuse: the one that is chosen has the keys. An arrow to the other, or Space,
    takes that one."""

    other: Choice
    towards: Qt.Key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, self.towards):
            self.other.click()
            self.other.setFocus()
        elif event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _choice(text: str, place: str, *, refuses: bool) -> Choice:
    made = Choice(text)
    made.towards = Qt.Key.Key_Left if refuses else Qt.Key.Key_Right
    made.setFont(fonts.sans(SECONDARY, SEMIBOLD))
    made.setProperty("segment", place)
    made.setProperty("refuses", refuses)
    made.setAutoDefault(False)
    made.setCheckable(True)
    return made


class WinBackRow(QWidget):
    """A line with its two answers."""

    answered = Signal()
    walked = Signal(int)
    """To the row below, or above."""

    def __init__(self, line: Line, shown: Shown, accepted: bool) -> None:
        super().__init__()
        self.line, self.shown = line, shown
        self.accept_button = _choice(tr("Accept"), "first", refuses=False)
        self.refuse_button = _choice(tr("Refuse"), "last", refuses=True)
        self.title = Paragraph(fonts.sans(BODY, SEMIBOLD), 1)
        self.how = Paragraph(fonts.sans(BODY), _MOST_LINES, second=True)
        self.cost = Paragraph(fonts.sans(BODY), _MOST_LINES)
        self._before = label(tr("{before} →", before=line.before), fonts.sans(BODY), "second")
        self._after = label(str(line.to), fonts.sans(BODY, SEMIBOLD))
        self._wins = label(str(line.wins), fonts.sans(BODY, SEMIBOLD))
        self._tie()
        self._arrange()
        self.choose(accepted)
        self.say(shown)

    @property
    def accepted(self) -> bool:
        """Whether the line is accepted."""
        return self.accept_button.isChecked()

    def _tie(self) -> None:
        first, second = self.accept_button, self.refuse_button
        first.other, second.other = second, first
        group = QButtonGroup(self)
        for each in (first, second):
            group.addButton(each)
        group.buttonToggled.connect(self._toggled)
        words = tr("from {before} to {after} minutes", before=self.line.before, after=self.line.to)
        for each, answer in ((first, tr("Accept")), (second, tr("Refuse"))):
            each.setAccessibleName(f"{answer}: {self.shown.title}, {words}")

    def _arrange(self) -> None:
        row = lay_row(self)
        choice, minutes = QWidget(), QWidget()
        answers, numbers = QHBoxLayout(choice), QHBoxLayout(minutes)
        for line in (answers, numbers):
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(0)
        for each in (self.accept_button, self.refuse_button):
            each.setFixedHeight(CONTROL_HEIGHT - 4)
            answers.addWidget(each)
        answers.addStretch(1)
        numbers.setSpacing(4)
        numbers.addWidget(self._before)
        numbers.addWidget(self._after)
        numbers.addStretch(1)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.how)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._wins.setAlignment(right)
        place(row, choice, words, minutes, self._wins, self.cost)

    def _toggled(self, _button: QPushButton, checked: bool) -> None:
        if checked:
            self._weigh()
            self.answered.emit()

    def choose(self, accepted: bool) -> None:
        """Accepts or refuses, as a click on the answer would; nobody is told."""
        blocked = self.blockSignals(True)
        (self.accept_button if accepted else self.refuse_button).setChecked(True)
        self.blockSignals(blocked)
        self._weigh()

    def say(self, shown: Shown) -> None:
        """Says how it is done and what it costs."""
        self.shown = shown
        self.title.set_text(shown.title)
        self.how.set_text(shown.how)
        self.cost.set_text(shown.cost)

    def _weigh(self) -> None:
        """What is refused stays readable, in the second tone."""
        for each in (self.accept_button, self.refuse_button):
            keys = Qt.FocusPolicy.StrongFocus if each.isChecked() else Qt.FocusPolicy.ClickFocus
            each.setFocusPolicy(keys)
        second = not self.accepted
        self.title.show_as(fonts.sans(BODY, SEMIBOLD), 1, second)
        self.cost.show_as(fonts.sans(BODY), _MOST_LINES, second)
        for number in (self._after, self._wins):
            change_role(number, "second" if second else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down are taken before a list that scrolls would have them."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focus_answer(self) -> None:
        """Gives the answer that is chosen the focus."""
        (self.accept_button if self.accepted else self.refuse_button).setFocus()

    def has_focus(self) -> bool:
        """Whether one of the answers has the focus."""
        return self.accept_button.hasFocus() or self.refuse_button.hasFocus()


def lay_row(widget: QWidget) -> QHBoxLayout:
    """The columns of a row, still empty."""
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, CLOSE, 0, CLOSE)
    row.setSpacing(NEAR)
    return row


def place(
    row: QHBoxLayout,
    choice: QWidget,
    words: QWidget,
    minutes: QWidget,
    wins: QWidget,
    cost: QWidget,
) -> None:
    """Puts what stands in each column into a row."""
    for widget, width in ((choice, CHOICE), (minutes, MINUTES), (wins, WINS)):
        widget.setFixedWidth(width)
    row.addWidget(choice)
    row.addWidget(words, STAGE_SHARE)
    row.addWidget(minutes)
    row.addWidget(wins)
    row.addSpacing(NEAR)
    row.addWidget(cost, COST_SHARE)
