"""One line across the window that stays until it is answered: trouble with the disk, a bug."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import fonts
from ui.theme import BODY, CLOSE, GAP, NEAR, SECONDARY
from ui.translate import tr
from ui.widgets.plain import button, label, surface


class Banner(QWidget):
    """A sentence on the fill of warnings, with up to two buttons."""

    acted = Signal()
    """The button that the sentence offers was pressed."""
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "warning")
        self._words = label("", fonts.sans(BODY))
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._act = button("", fonts.sans(SECONDARY))
        self._act.clicked.connect(self.acted)
        self._close = button(tr("Close"), fonts.sans(SECONDARY))
        self._close.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, CLOSE, GAP, CLOSE)
        row.setSpacing(NEAR)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._act)
        row.addWidget(self._close)
        self.hide()

    def say(self, words: str, offer: str = "", closes: bool = True) -> None:
        """Shows a sentence, with a button that says `offer` and one that closes the line. Without
        words the line goes."""
        self._words.setText(words)
        self._act.setText(offer)
        self._act.setVisible(bool(offer))
        self._close.setVisible(closes)
        self.setVisible(bool(words))

    @property
    def said(self) -> str:
        """The sentence that is shown; empty when there is none."""
        return "" if self.isHidden() else self._words.text()
