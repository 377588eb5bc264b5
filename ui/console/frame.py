"""The parts of the console and where they stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import fonts
from ui.console.board_bar import BoardBar
from ui.console.board_desk import Board
from ui.console.clock_panel import ClockPanel
from ui.console.find_bar import FindBar
from ui.console.groups_panel import GroupsPanel
from ui.console.question import LateQuestion
from ui.console.rail import AgendaRail
from ui.console.side_panel import NARROW, WIDE, SidePanel
from ui.console.suggestion_bar import SuggestionBar
from ui.home.key_button import KeyButton
from ui.theme import BODY, CLOSE, GAP, NEAR, SECONDARY, TITLE
from ui.translate import tr
from ui.widgets.author_choice import FindPeople
from ui.widgets.capture_bar import CaptureBar, ReadLine
from ui.widgets.function_chooser import FunctionChooser
from ui.widgets.no_board import NoBoard
from ui.widgets.paragraph import Paragraph
from ui.widgets.paste_preview import PastePreview
from ui.widgets.plain import label, rule, surface
from ui.widgets.status_corner import StatusCorner
from ui.widgets.two_tone import TwoTone
from workshop.faces import SEMIBOLD

HEAD, RAIL = 64, 44
"""Heights in pixels."""
_WIDE_FROM = 1400
_BIG_PROMPT = 32
_LEAST_PANE = 200
QWIDGETSIZE_MAX = 16_777_215
"""Qt's own: as high as there is room."""


class ConsoleFrame(QWidget):
    """Clock and agenda above; the stage in the middle, its notes for you at the right."""

    def __init__(
        self,
        read_line: ReadLine,
        find_people: FindPeople,
        menu_button: QToolButton,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Paragraph(fonts.serif(TITLE, SEMIBOLD), 1)
        self.place = Paragraph(fonts.sans(SECONDARY), 1, second=True)
        self.clock, self.rail = ClockPanel(), AgendaRail()
        self.room_words = TwoTone()
        self.blank_button = KeyButton(tr("Blank room"), tr("B  F9"), quiet=True)
        self.blank_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.question, self.bar = LateQuestion(), BoardBar()
        self.suggestion_bar, self.find_bar = SuggestionBar(), FindBar()
        self.notes, self.no_board = Board(), NoBoard()
        self.prompt = Paragraph(fonts.serif(_BIG_PROMPT), 4)
        self.capture, self.chooser = CaptureBar(read_line, find_people), FunctionChooser()
        self.pasted = PastePreview(self.capture.icon_of)
        self.groups = GroupsPanel()
        self.answer = label("", fonts.sans(BODY), "warn")
        self.side, self.status = SidePanel(), StatusCorner()
        self._menu_button = menu_button
        self._middle, self._board_or_none = QStackedWidget(), QStackedWidget()
        self._stage, self._capture_row, self._pane_place = QWidget(), QWidget(), QWidget()
        self._answer_row = QWidget()
        self._arrange()

    def _arrange(self) -> None:
        head, rail, left, right = QWidget(), QWidget(), QWidget(), QWidget()
        for each in (head, rail, right):
            surface(each)
        self._fill_head(head)
        self._fill_rail(rail)
        self._fill_left(left)
        self.status.setFixedHeight(self.capture.sizeHint().height())
        stack(right, self.side, rule(), self.status, grows=self.side)
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(rule(vertical=True))
        row.addWidget(right)
        stack(self, head, rule(), rail, rule(), self.question, below, grows=below)

    def _fill_head(self, head: QWidget) -> None:
        head.setFixedHeight(HEAD)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.place)
        words.addStretch(1)
        row = QHBoxLayout(head)
        row.setContentsMargins(GAP, 0, GAP, 0)
        row.setSpacing(GAP)
        row.addLayout(words, 1)
        row.addWidget(self.clock)

    def _fill_rail(self, rail: QWidget) -> None:
        rail.setFixedHeight(RAIL)
        self.room_words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(rail)
        row.setContentsMargins(GAP, 0, GAP, 0)
        row.setSpacing(NEAR)
        row.addWidget(self.rail, 1)
        row.addSpacing(CLOSE)
        row.addWidget(self.room_words)
        row.addWidget(self.blank_button)
        row.addWidget(self._menu_button)

    def _fill_left(self, left: QWidget) -> None:
        surface(self._stage, "paper")
        self._panes = QVBoxLayout(self._pane_place)
        self._panes.setContentsMargins(0, 0, 0, 0)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(GAP, GAP, GAP, 0)
        column.setSpacing(NEAR)
        column.addWidget(self.prompt)
        column.addWidget(self.no_board, 1)
        self._board_or_none.addWidget(self.notes)
        self._board_or_none.addWidget(empty)
        # It takes what the others leave, rather than asking for as much as it would like.
        self._board_or_none.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        stack(self._stage, self._pane_place, self.bar, self.suggestion_bar, self.find_bar,
              self._board_or_none, grows=self._board_or_none)  # fmt: skip
        self._middle.addWidget(self._stage)
        self._middle.addWidget(self.chooser)
        self._middle.addWidget(self.groups)
        stack(self._capture_row, rule(), self.pasted, self.capture)
        surface(self._answer_row)
        self.answer.setContentsMargins(GAP, NEAR, GAP, NEAR)
        self.answer.setWordWrap(True)
        stack(self._answer_row, rule(), self.answer)
        self._answer_row.hide()
        stack(left, self._middle, self._answer_row, self._capture_row, grows=self._middle)

    def is_asking(self) -> bool:
        """Whether the functions are being chosen."""
        return self._middle.currentWidget() is self.chooser

    def takes_notes(self) -> bool:
        """Whether a note can be typed."""
        return not self._capture_row.isHidden()

    def say(self, words: str) -> None:
        """Shows one line for the facilitator below the stage; empty: takes it away. It stands in
        the capture bar where there is one."""
        self.capture.say(words)
        self.answer.setText(words)
        self._answer_row.setVisible(bool(words) and not self.takes_notes())

    @property
    def said(self) -> str:
        """The line for the facilitator."""
        return self.capture.said if self.takes_notes() else self.answer.text()

    def show_groups(self, shown: bool) -> None:
        """Shows the groups in the place of the stage, or the stage again."""
        self._middle.setCurrentWidget(self.groups if shown else self._stage)

    def ask_functions(self, asked: bool) -> None:
        """Shows the functions to choose from, or what they cover."""
        self._middle.setCurrentWidget(self.chooser if asked else self._stage)
        self.clock.offer_primary(not asked)

    def show_board(self, there: bool, takes_notes: bool = False) -> None:
        """Shows the board with what belongs to it, or the prompt and that there is none; whether
        notes can be typed all the same, since the first brings the board."""
        self._board_or_none.setCurrentIndex(0 if there else 1)
        self._share()
        self.bar.setVisible(there)
        self.no_board.setVisible(not takes_notes)
        self._capture_row.setVisible((there or takes_notes) and not self.is_asking())

    def show_pane(self, pane: QWidget | None) -> None:
        """Shows what a kind puts above the board."""
        while (item := self._panes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not pane:
                widget.hide()
                widget.deleteLater()
        if pane is not None:
            self._panes.addWidget(pane)
        self._pane_place.setVisible(pane is not None)

    def _share(self) -> None:
        """What a kind shows leaves room for a board; it scrolls where it has more to show."""
        has_board = self._board_or_none.currentIndex() == 0
        most = max(_LEAST_PANE, self.height() * 9 // 20) if has_board else QWIDGETSIZE_MAX
        self._pane_place.setMaximumHeight(most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
        wide = self.width() >= _WIDE_FROM
        self.side.set_width(WIDE if wide else NARROW)
        self.clock.finish.setVisible(self.width() >= LEAST_FOR_FINISH)


LEAST_FOR_FINISH = 1100
"""From this width on the expected finish stands in the head."""


def stack(widget: QWidget, *parts: QWidget, grows: QWidget | None = None) -> None:
    """Puts parts below each other without a gap; one of them takes the room that is left."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if part is grows else 0)
