"""What stands in the place of the notes in a stage that has no board."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import fonts
from ui.theme import BODY, GAP, NEAR
from ui.translate import tr
from ui.widgets.plain import button, label


class NoBoard(QWidget):
    """One line, and a button that gives the stage a board."""

    board_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_button = button(tr("Add a board"), fonts.sans(BODY))
        self.add_button.clicked.connect(self.board_wanted)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, GAP)
        column.setSpacing(NEAR)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)
        words = tr("No notes are taken in this stage. Add a board to take some.")
        column.addWidget(label(words, fonts.sans(BODY), "second"))
        column.addLayout(row)
        column.addStretch(1)
