"""One workshop that needs looking after: what happened, what can be brought back, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import fonts
from ui.home.key_button import KeyButton
from ui.theme import BODY, CLOSE, GAP, NEAR, TIGHT, WIDE
from ui.translate import tr
from ui.widgets.plain import label, surface, tip
from workshop.faces import SEMIBOLD


class OfferCard(QWidget):
    """Sentences and up to three buttons."""

    bring_back_wanted = Signal()
    open_wanted = Signal()
    dismissed = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._name = label(path.stem, fonts.sans(BODY, SEMIBOLD))
        self._name.setToolTip(tip(str(path)))
        self._words = label("", fonts.sans(BODY))
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.bring_back_button = KeyButton(tr("Bring back into a new file"), primary=True)
        self.open_button = KeyButton(tr("Open"))
        self.dismiss_button = KeyButton(tr("Not now"))
        self.bring_back_button.clicked.connect(self.bring_back_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.dismiss_button.clicked.connect(self.dismissed)
        self._arrange()
        self.say([tr("Looking for what can be brought back.")])

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(NEAR)
        for button in (self.bring_back_button, self.open_button, self.dismiss_button):
            row.addWidget(button)
        row.addStretch(1)
        fill = QWidget()
        surface(fill, "warning")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, WIDE)
        around.addWidget(fill)
        column = QVBoxLayout(fill)
        column.setContentsMargins(GAP, NEAR, GAP, GAP)
        column.setSpacing(TIGHT)
        column.addWidget(self._name)
        column.addWidget(self._words)
        column.addSpacing(CLOSE)
        column.addLayout(row)

    def say(
        self,
        sentences: Sequence[str],
        *,
        can_bring_back: bool = False,
        open_words: str = "",
        can_dismiss: bool = False,
    ) -> None:
        """Shows sentences, a line each, and what can be done; `open_words`: what opening the file
        is called here."""
        self._words.setText("\n".join(sentences))
        self.bring_back_button.setVisible(can_bring_back)
        self.open_button.say(open_words)
        self.open_button.setVisible(bool(open_words))
        self.dismiss_button.setVisible(can_dismiss)

    def focus_first(self) -> None:
        """Puts the focus on the first button there is."""
        buttons = (self.bring_back_button, self.open_button, self.dismiss_button)
        next(each for each in buttons if not each.isHidden()).setFocus()

    @property
    def said(self) -> str:
        """What the card says."""
        return self._words.text()
