"""The dark side of Home: the program's name, and what one can begin with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import fonts
from ui.home.key_button import KeyButton
from ui.theme import BODY, BROAD, NEAR, SECONDARY, TITLE, WIDE
from ui.translate import tr
from ui.widgets.emblem import Emblem
from ui.widgets.plain import label, surface

WIDTH = 296


class Side(QWidget):
    """Says by signals what was pressed."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    backups_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        surface(self, "side")
        self.setFixedWidth(WIDTH)
        self.new = KeyButton(tr("New workshop"), tr("Ctrl N"), primary=True, on_side=True)
        self.open = KeyButton(tr("Open…"), tr("Ctrl O"), on_side=True)
        self.sample = KeyButton(tr("See a finished workshop"), on_side=True)
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.backups = KeyButton(tr("Backups…"), on_side=True)
        self.sample.clicked.connect(self.sample_wanted)
        self.backups.clicked.connect(self.backups_wanted)
        self._arrange()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE + 6, BROAD + 6, WIDE + 6, BROAD)
        column.setSpacing(NEAR)
        column.addWidget(Emblem(52))
        column.addSpacing(NEAR)
        column.addWidget(label(tr("Coxswain"), fonts.serif(TITLE + 12)))
        motto = tr("Workshops that end with everyone pulling the same way.")
        column.addWidget(_lines(motto, fonts.sans(BODY)))
        column.addSpacing(BROAD - 2)
        for button in (self.new, self.open, self.sample, self.backups):
            column.addWidget(button)
        column.addStretch(1)
        offline = tr("Works without a network. Your files stay on this computer.")
        column.addWidget(_lines(offline, fonts.sans(SECONDARY)))


def _lines(text: str, font: QFont) -> QLabel:
    made = label(text, font, "faint")
    made.setWordWrap(True)
    return made
