"""One question across the console, asked once and answered by a key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import fonts
from ui.home.key_button import KeyButton
from ui.theme import BODY, CLOSE, GAP, NEAR
from ui.translate import plural, tr
from ui.widgets.plain import label, surface


class LateQuestion(QWidget):
    """The day starts late: from now, or as if on time?"""

    now_wanted = Signal()
    planned_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "warning")
        self.words = label("", fonts.sans(BODY))
        self.now_button = KeyButton(tr("Start from now"), tr("Enter"))
        self.planned_button = KeyButton(tr("As if on time"))
        self.now_button.clicked.connect(self.now_wanted)
        self.planned_button.clicked.connect(self.planned_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, CLOSE, GAP, CLOSE)
        row.setSpacing(NEAR)
        row.addWidget(self.words, 1)
        row.addWidget(self.now_button)
        row.addWidget(self.planned_button)
        self.hide()

    def ask(self, minutes: int) -> None:
        """Asks; the first answer has the focus."""
        self.words.setText(
            plural(minutes, "You start {count} minute late.", "You start {count} minutes late.")
        )
        self.show()
        self.now_button.setFocus()
