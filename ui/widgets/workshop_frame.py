"""The parts of the window while a workshop is open, and where they stand."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ui.console.board_desk import Board
from ui.widgets.agenda_rail import AgendaRail
from ui.widgets.capture_bar import CaptureBar, ReadLine
from ui.widgets.function_chooser import FunctionChooser
from ui.widgets.no_board import NoBoard
from ui.widgets.plain import rule, surface
from ui.widgets.rail_head import RailHead
from ui.widgets.stage_head import Prompt, StageHead
from ui.widgets.status_corner import StatusCorner

RAIL, HEAD = 272, 70
"""Width of the agenda and height of the heads, in pixels."""


class WorkshopFrame(QWidget):
    """Agenda on the left; on the right the stage's head, its notes, and the capture bar."""

    def __init__(
        self, read_line: ReadLine, menu_button: QToolButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rail, self.rail_head = AgendaRail(), RailHead()
        self.status = StatusCorner()
        self.head, self.prompt = StageHead(menu_button), Prompt()
        self.notes, self.no_board = Board(), NoBoard()
        self.capture = CaptureBar(read_line)
        self.chooser = FunctionChooser()
        self._middle, self._board_or_none = QStackedWidget(), QStackedWidget()
        self._board, self._bar = QWidget(), QWidget()
        self._arrange()

    def _arrange(self) -> None:
        left = QWidget()
        surface(left)
        left.setFixedWidth(RAIL)
        for head in (self.rail_head, self.head):
            head.setFixedHeight(HEAD)
        self.status.setFixedHeight(self.capture.sizeHint().height())
        _stack(left, self.rail_head, rule(), self.rail, rule(), self.status, grows=self.rail)
        surface(self._board, "paper")
        self._board_or_none.addWidget(self.notes)
        self._board_or_none.addWidget(self.no_board)
        _stack(self._board, self.prompt, self._board_or_none, grows=self._board_or_none)
        self._middle.addWidget(self._board)
        self._middle.addWidget(self.chooser)
        _stack(self._bar, rule(), self.capture)
        right = QWidget()
        _stack(right, self.head, rule(), self._middle, self._bar, grows=self._middle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(rule(vertical=True))
        row.addWidget(right, 1)

    def is_asking(self) -> bool:
        """Whether the functions are being chosen."""
        return self._middle.currentWidget() is self.chooser

    def takes_notes(self) -> bool:
        """Whether a note can be typed."""
        return not self._bar.isHidden()

    def ask_functions(self, asked: bool) -> None:
        """Shows the functions to choose from, or what they cover."""
        self._middle.setCurrentWidget(self.chooser if asked else self._board)
        self.head.next_button.setVisible(not asked)

    def show_board(self, there: bool) -> None:
        """Shows the notes and the capture bar, or that there is no board."""
        self._board_or_none.setCurrentWidget(self.notes if there else self.no_board)
        self._bar.setVisible(there and not self.is_asking())

    def focus_capture(self) -> None:
        """Puts the focus where the next thing is typed."""
        if self.is_asking():
            self.chooser.focus_first()
        elif self.takes_notes():
            self.capture.line.setFocus()
        else:
            self.rail.setFocus()


def _stack(widget: QWidget, *parts: QWidget, grows: QWidget | None = None) -> None:
    """Puts parts below each other without a gap; one of them takes the room that is left."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if part is grows else 0)
