"""Above the board: what the room sees of it, silent writing, and reveal."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui import fonts
from ui.console.board_menu import BoardMenuButton
from ui.console.board_words import COVERED, OPEN, REVEALED, about
from ui.console.clock_panel import say_once
from ui.home.key_button import KeyButton
from ui.theme import BODY, GAP, NEAR, SECONDARY, TIGHT
from ui.translate import plural, tr
from ui.widgets.elided import ElidedLabel
from ui.widgets.plain import button, label
from ui.widgets.sparing import SparingRow
from workshop.faces import SEMIBOLD
from workshop.records.agenda import Board

_LEAST_ABOUT = 160
"""In less width nothing can be said, in pixels."""


class BoardBar(SparingRow):
    """A switch with three states, what it means, and the buttons that go with it."""

    state_wanted = Signal(str)
    silent_wanted = Signal()
    reveal_wanted = Signal()
    suggest_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {OPEN: tr("Open"), COVERED: tr("Covered"), REVEALED: tr("Revealed")}
        ends = {OPEN: "first", REVEALED: "last"}
        self.states = {
            state: self._segment(state, text, ends.get(state, "middle"))
            for state, text in words.items()
        }
        self.about = ElidedLabel(fonts.sans(BODY), "second")
        self.menu_button = BoardMenuButton()
        self.silent_button = KeyButton(tr("Silent writing"), "W")
        self.suggest_button = KeyButton(tr("Suggest clusters"), "S")
        self.reveal_button = KeyButton(tr("Reveal"), tr("R  F2"))
        self.count = label("", fonts.sans(SECONDARY), "second")
        self.silent_button.clicked.connect(self.silent_wanted)
        self.reveal_button.clicked.connect(self.reveal_wanted)
        self.suggest_button.clicked.connect(self.suggest_wanted)
        for made in (self.silent_button, self.reveal_button, self.suggest_button):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._arrange()

    def _segment(self, state: str, text: str, place: str) -> QPushButton:
        made = button(text, fonts.sans(BODY, SEMIBOLD))
        made.setCheckable(True)
        made.setProperty("segment", place)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        made.clicked.connect(lambda _=False: self.state_wanted.emit(state))
        return made

    def _arrange(self) -> None:
        whole = QWidget()
        switch = QHBoxLayout(whole)
        switch.setContentsMargins(0, 0, 0, 0)
        switch.setSpacing(0)
        self._group = QButtonGroup(self)
        for segment in self.states.values():
            switch.addWidget(segment)
            self._group.addButton(segment)
        row = self.row
        self.show_low(False)
        row.setSpacing(NEAR)
        self.about.setMinimumWidth(_LEAST_ABOUT)
        row.addWidget(whole)
        row.addWidget(self.about, 1)
        row.addStretch()
        row.addWidget(self.menu_button)
        row.addWidget(self.suggest_button)
        row.addWidget(self.silent_button)
        row.addWidget(self.reveal_button)
        row.addWidget(self.count)
        self.spare(self.count, self.about, self.suggest_button, self.silent_button,
                   self.menu_button, self.reveal_button)  # fmt: skip

    def show_low(self, low: bool) -> None:
        """Stands closer to what is around it in a low window."""
        above = TIGHT if low else NEAR - 2
        self.row.setContentsMargins(GAP, above, GAP, above - 2)

    def show_board(
        self, board: Board, notes: int, scale: float, left: datetime.timedelta | None, budget: str
    ) -> None:
        """Shows the state of a board, what is left of silent writing, the note budget, how many
        notes it has, and its scale."""
        for state, segment in self.states.items():
            segment.setChecked(state == board.state)
        self.menu_button.show_board(board)
        self.about.setText(" ".join(filter(None, (about(board, left), budget))))
        silent = board.silent_since is not None
        say_once(self.silent_button, tr("Pens down") if silent else tr("Silent writing"), "W")
        self.reveal_button.setEnabled(board.state == COVERED)
        by_lane = board.reveal == "by_lane"
        say_once(self.reveal_button, tr("Reveal next lane") if by_lane else tr("Reveal"),
                 tr("R  F2"))  # fmt: skip
        counted = plural(notes, "{count} note", "{count} notes")
        percent = tr("{percent} %", percent=round(100 * scale))
        self.count.setText(f"{counted} · {percent}")
        self.want(self.suggest_button, board.state != COVERED)
        self.want(self.reveal_button, board.state == COVERED)
