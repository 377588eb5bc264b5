"""The parts of the console and where they stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
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
from ui.theme import BODY, CONTROL_HEIGHT, GAP, HEADING, NEAR, SECONDARY, TITLE
from ui.translate import tr
from ui.widgets.author_choice import FindPeople
from ui.widgets.capture_bar import CaptureBar, ReadLine
from ui.widgets.function_chooser import FunctionChooser
from ui.widgets.no_board import NoBoard
from ui.widgets.paragraph import Paragraph
from ui.widgets.paste_preview import PastePreview
from ui.widgets.plain import QWIDGETSIZE_MAX, label, rule, surface
from ui.widgets.scrolling import Least, Scroller
from ui.widgets.sparing import SparingRow
from ui.widgets.status_corner import StatusCorner
from ui.widgets.two_tone import TwoTone
from workshop.faces import SEMIBOLD

HEAD, RAIL = 64, 44
_LOW_HEAD, _LOW_RAIL = 50, 40
"""Heights in pixels, and those of a low window."""
_WIDE_FROM, _FOLDED_BELOW, _LOW_BELOW = 1400, 880, 560
"""From this width on the side panel is wide; below that one it is folded. A window of less height
is low: it leaves out the hints."""
_BIG_PROMPT, _LOW_PROMPT = 32, 24
_LEAST_PANE = 200
_LEAST_TITLE, _LEAST_RAIL, _LEAST_STATUS, _LEAST_BOARD = 150, 190, 64, 130


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
        self.side_button = KeyButton(tr("Notes"), quiet=True)
        self.side_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.side_button.clicked.connect(self.toggle_side)
        self._folded, self._asked_for_side = False, True
        self._menu_button = menu_button
        self._middle, self._board_or_none = QStackedWidget(), QStackedWidget()
        self._stage, self._capture_row, self._pane_place = Least(), QWidget(), QWidget()
        self._stage_area = _StageArea(self._stage)
        self._answer_row = QWidget()
        self._arrange()

    def _arrange(self) -> None:
        self._head, self._rail = QWidget(), SparingRow()
        self._left, self._right, self._between = QWidget(), QWidget(), rule(vertical=True)
        for each in (self._head, self._rail, self._right):
            surface(each)
        self._fill_head(self._head)
        self._fill_rail(self._rail)
        self._fill_left(self._left)
        self._above_status = rule()
        self._status_place = QWidget()
        stack(self._status_place, self.status)
        stack(self._right, self.side, self._above_status, self._status_place, grows=self.side)
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(self._between)
        row.addWidget(self._right)
        stack(self, self._head, rule(), self._rail, rule(), self.question, below, grows=below)

    def _fill_head(self, head: QWidget) -> None:
        titles = QWidget()
        titles.setMinimumWidth(_LEAST_TITLE)
        words = QVBoxLayout(titles)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.place)
        words.addStretch(1)
        row = QHBoxLayout(head)
        row.setContentsMargins(GAP, 0, GAP, 0)
        row.setSpacing(GAP)
        row.addWidget(titles, 1)
        row.addWidget(self.clock)

    def _fill_rail(self, rail: SparingRow) -> None:
        self.room_words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.rail.setMinimumWidth(_LEAST_RAIL)
        row = rail.row
        row.setContentsMargins(GAP, 0, GAP, 0)
        row.setSpacing(NEAR)
        row.addWidget(self.rail, 1)
        row.addWidget(self.room_words)
        row.addWidget(self.blank_button)
        row.addWidget(self.side_button)
        row.addWidget(self._menu_button)
        rail.spare(self.blank_button, self.room_words)

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
        self.notes.setMinimumHeight(_LEAST_BOARD)
        self._board_or_none.addWidget(self.notes)
        self._board_or_none.addWidget(empty)
        # It takes what the others leave, rather than asking for as much as it would like.
        self._board_or_none.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        stack(self._stage, self._pane_place, self.bar, self.suggestion_bar, self.find_bar,
              self._board_or_none, grows=self._board_or_none)  # fmt: skip
        self._middle.addWidget(self._stage_area)
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
        self._middle.setCurrentWidget(self.groups if shown else self._stage_area)

    def ask_functions(self, asked: bool) -> None:
        """Shows the functions to choose from, or what they cover."""
        self._middle.setCurrentWidget(self.chooser if asked else self._stage_area)
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
        most = QWIDGETSIZE_MAX
        if has_board:
            least = self._pane_place.minimumSizeHint().height()
            most = max(least, _LEAST_PANE, self.height() * 9 // 20)
        self._pane_place.setMaximumHeight(most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
        self._fit_height()
        self._fit_side()
        self.clock.finish.setVisible(self.width() >= LEAST_FOR_FINISH)

    def _fit_height(self) -> None:
        """In a low window what stands above and below the stage takes less."""
        low = self.height() < _LOW_BELOW
        self._head.setFixedHeight(_LOW_HEAD if low else HEAD)
        self._rail.setFixedHeight(_LOW_RAIL if low else RAIL)
        self.capture.show_low(low)
        self.bar.show_low(low)
        self.title.show_as(fonts.serif(HEADING if low else TITLE, SEMIBOLD), 1, second=False)
        size = _LOW_PROMPT if low else _BIG_PROMPT
        self.prompt.show_as(fonts.serif(size), 4, second=False)

    def toggle_side(self) -> None:
        """Shows what only the facilitator sees, or the stage alone; in a narrow window the one
        stands in the place of the other."""
        self._asked_for_side = not self._asked_for_side
        self._fit_side()

    def _fit_side(self) -> None:
        """The side panel beside the stage, or folded behind its button."""
        folded = self.width() < _FOLDED_BELOW
        if folded != self._folded:
            self._folded = folded
            self._asked_for_side = not folded
        shown = self._asked_for_side
        self._left.setVisible(not (folded and shown))
        self._between.setVisible(shown and not folded)
        self._right.setVisible(shown)
        usual = WIDE if self.width() >= _WIDE_FROM else NARROW
        self.side.set_width(self.width() if folded else usual)
        self.side_button.setVisible(folded or not shown)
        self.side_button.say(tr("Back") if shown else tr("Notes"))
        self._place_status(aside=shown and not folded)

    def _place_status(self, aside: bool) -> None:
        """Whether all is saved stands below the side panel, or where that is folded above it."""
        self.status.show_short(not aside)
        if aside and self.status.parentWidget() is not self._status_place:
            layout = self._status_place.layout()
            if layout is not None:
                layout.addWidget(self.status)
        elif not aside and self.status.parentWidget() is not self._rail:
            self._rail.row.insertWidget(self._rail.row.indexOf(self.side_button), self.status)
        self._above_status.setVisible(aside)
        self._status_place.setVisible(aside)
        beside = max(_LEAST_STATUS, self.capture.sizeHint().height())  # one line with it
        self.status.setFixedHeight(beside if aside else CONTROL_HEIGHT)
        self.status.show()


class _StageArea(Scroller):
    """Scrolls a stage where the window is too low for it. Keys go on to what they are for."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


LEAST_FOR_FINISH = 1100
"""From this width on the expected finish stands in the head."""


def stack(widget: QWidget, *parts: QWidget, grows: QWidget | None = None) -> None:
    """Puts parts below each other without a gap; one of them takes the room that is left."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if part is grows else 0)
