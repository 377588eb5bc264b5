"""How to be back on time: lines to accept or refuse, and the rest of the day with and without."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import fonts
from ui.console.day_strips import DayStrips
from ui.console.overlay import Overlay
from ui.console.win_back_row import Shown, WinBackRow, lay_row, place
from ui.home.key_button import KeyButton
from ui.theme import BODY, CLOSE, GAP, NEAR, SECONDARY, TIGHT, TITLE
from ui.translate import plural, tr
from ui.widgets.elided import ElidedLabel
from ui.widgets.paragraph import Paragraph
from ui.widgets.plain import label, rule, surface
from workshop.faces import SEMIBOLD
from workshop.win_back import Line

_MOST_WIDTH = 1140
_LEAST_ROWS = 150
"""So high are the lines at the least; they scroll."""


class WinBackPanel(Overlay):
    """Nothing changes before it is applied. Up and Down walk along the lines, Left and Right or
    Space answer, Enter applies."""

    answered = Signal(object)
    """A line was accepted or refused."""
    applied = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("Win back time"), _MOST_WIDTH)
        self.title = label("", fonts.serif(TITLE, SEMIBOLD))
        self.begins = ElidedLabel(fonts.sans(BODY), "second")
        self.strips = DayStrips()
        self.won = label("", fonts.sans(BODY, SEMIBOLD))
        self.rest = Paragraph(fonts.sans(BODY), 2, second=True)
        self.cancel_button = KeyButton(tr("Cancel"), tr("Esc"))
        self.apply_button = KeyButton("", tr("Enter"), primary=True)
        self.rows: list[WinBackRow] = []
        self._head, self._area = QWidget(), QScrollArea()
        self._arrange()
        self.cancel_button.clicked.connect(self.leave)
        self.apply_button.clicked.connect(self.applied)

    def _arrange(self) -> None:
        column = self.inside
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.title)
        top.addWidget(self.begins, 1)
        self.begins.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(top)
        hint = tr("Accept or refuse each line. Nothing changes before you apply.")
        column.addWidget(label(hint, fonts.sans(BODY), "second"))
        column.addSpacing(NEAR)
        column.addWidget(self.strips)
        column.addSpacing(NEAR)
        self._fill_head()
        column.addWidget(self._head)
        column.addWidget(rule())
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.verticalScrollBar().rangeChanged.connect(self._leave_room)
        column.addWidget(self._area, 1)
        end = rule()
        end.setProperty("role", "ink")
        column.addWidget(end)
        column.addSpacing(NEAR)
        column.addLayout(self._foot())

    def _fill_head(self) -> None:
        words = (tr("Stage and how it is shortened"), tr("Minutes"), tr("Wins"),
                 tr("What it costs the brief"))  # fmt: skip
        stage, minutes, wins, cost = (label(one, fonts.sans(SECONDARY), "second") for one in words)
        wins.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = lay_row(self._head)
        row.setContentsMargins(0, 0, 0, CLOSE)
        place(row, QWidget(), stage, minutes, wins, cost)

    def _foot(self) -> QHBoxLayout:
        words = QHBoxLayout()
        words.setSpacing(TIGHT)
        words.addWidget(self.won, 0, Qt.AlignmentFlag.AlignVCenter)
        words.addWidget(self.rest, 1, Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setSpacing(NEAR)
        row.addLayout(words, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.apply_button)
        return row

    def _leave_room(self, _least: int, most: int) -> None:
        """The heads stand over their columns where a scroll bar takes its part."""
        bar = self._area.verticalScrollBar().sizeHint().width() if most else 0
        layout = self._head.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, bar, CLOSE)

    def show_lines(self, lines: Sequence[tuple[Line, Shown]], accepted: Sequence[Line]) -> None:
        """Shows these lines, and which of them are accepted. The focus stays on its line."""
        if [line for line, _ in lines] != [row.line for row in self.rows]:
            self._make_rows(lines, accepted)
        for row, (line, shown) in zip(self.rows, lines, strict=True):
            if row.accepted != (line in accepted):
                row.choose(line in accepted)
            row.say(shown)

    def _make_rows(self, lines: Sequence[tuple[Line, Shown]], accepted: Sequence[Line]) -> None:
        had = next((row.line.stage for row in self.rows if row.has_focus()), None)
        inside = QWidget()
        surface(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = [WinBackRow(line, shown, line in accepted) for line, shown in lines]
        for at, row in enumerate(self.rows):
            if at:
                column.addWidget(rule())
            column.addWidget(row)
            row.answered.connect(lambda row=row: self.answered.emit(row.line))
            row.walked.connect(self._walk)
        column.addStretch(1)
        self._area.setWidget(inside)
        if had is not None:
            self._focus_stage(had)

    def _focus_stage(self, stage: int) -> None:
        found = [row for row in self.rows if row.line.stage == stage] or self.rows
        (found[0].focus_answer if found else self.card.setFocus)()

    def show_sum(self, late: int, minutes: int, won: str, rest: str) -> None:
        """Says how late it is, and how many minutes of that are won back, in words too."""
        title = plural(late, "Win back {count} minute", "Win back {count} minutes")
        self.title.setText(title if late > 0 else tr("Win back time"))
        self.won.setText(won)
        self.rest.set_text(rest)
        self.apply_button.say(tr("Win back {count} min", count=minutes), tr("Enter"))
        self.apply_button.setEnabled(any(row.accepted for row in self.rows))

    def begin(self) -> None:
        """Shows itself; the first line has the focus."""
        self.show_card()
        self._fit()
        if self.rows:
            self.rows[0].focus_answer()

    def _fit(self) -> None:
        """As high as all lines need, where there is room for them."""
        inside = self._area.widget()
        if inside is not None:
            width = self._area.viewport().width()
            layout = inside.layout()
            needs = layout.heightForWidth(width) if layout is not None else 0
            self._area.setMinimumHeight(min(_LEAST_ROWS, needs))
            self._area.setMaximumHeight(max(1, needs))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.apply_button.isEnabled():
            self.applied.emit()
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        at = next((at for at, row in enumerate(self.rows) if row.has_focus()), 0)
        if self.rows:
            row = self.rows[max(0, min(len(self.rows) - 1, at + by))]
            row.focus_answer()
            self._area.ensureWidgetVisible(row)
