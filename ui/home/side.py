"""The dark side of Home: the program's name, and what one can begin with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import fonts
from ui.home.key_button import KeyButton
from ui.theme import BODY, BROAD, NEAR, SECONDARY, TIGHT, TITLE, WIDE
from ui.translate import tr
from ui.widgets.emblem import Emblem
from ui.widgets.plain import label, surface

WIDTH, NARROW = 296, 252
_LEAST_HEIGHTS = {"_emblem": 420, "_motto": 480, "_offline": 540}
"""The height from which on each of these parts is there."""
_LOW = 420


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
        motto = tr("Workshops that end with everyone pulling the same way.")
        offline = tr("Works without a network. Your files stay on this computer.")
        self._emblem = Emblem(52)
        self._motto = _lines(motto, fonts.sans(BODY))
        self._offline = _lines(offline, fonts.sans(SECONDARY))
        self._column = column = QVBoxLayout(self)
        column.addWidget(self._emblem)
        column.addWidget(label(tr("Coxswain"), fonts.serif(TITLE + 12)))
        column.addWidget(self._motto)
        column.addSpacing(NEAR)
        for button in (self.new, self.open, self.sample, self.backups):
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self._offline)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window words go before buttons: first the last line, then the others."""
        super().resizeEvent(event)
        for part, least in _LEAST_HEIGHTS.items():
            getattr(self, part).setVisible(self.height() >= least)
        low = self.height() < _LOW
        above = NEAR if low else BROAD + 6
        self._column.setContentsMargins(WIDE + 6, above, WIDE + 6, NEAR if low else BROAD)
        self._column.setSpacing(TIGHT if low else NEAR)

    def set_narrow(self, narrow: bool) -> None:
        """Takes less of a narrow window."""
        self.setFixedWidth(NARROW if narrow else WIDTH)


def _lines(text: str, font: QFont) -> QLabel:
    made = label(text, font, "faint")
    made.setWordWrap(True)
    return made
