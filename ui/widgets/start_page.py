"""What stands in the window while no workshop is open: templates, open, the sample."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import fonts
from ui.theme import BODY, BROAD, CLOSE, GAP, HEADING, SECONDARY, WIDE
from ui.translate import tr
from ui.widgets.emblem import Emblem
from ui.widgets.plain import button, label, surface
from ui.widgets.template_card import TemplateCard
from workshop.faces import SEMIBOLD

_SIDE = 264
_LEAST_CARD = 270


class StartPage(QWidget):
    """Says by signals what the user wants to begin with."""

    template_chosen = Signal(str)
    open_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from workshop.interchange import templates

        surface(self, "paper")
        self._cards = [TemplateCard(template) for template in templates.builtin()]
        for card in self._cards:
            card.clicked.connect(lambda _=False, id=card.template.id: self.template_chosen.emit(id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(self._templates(), 1)

    def focus_templates(self) -> None:
        """Puts the focus on the first template."""
        self._cards[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _side(self) -> QWidget:
        side = QWidget()
        surface(side, "side")
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(WIDE, BROAD, WIDE, WIDE)
        column.setSpacing(CLOSE)
        column.addWidget(Emblem(52))
        column.addSpacing(CLOSE)
        column.addWidget(label(tr("Coxswain"), fonts.serif(34)))
        motto = label(
            tr("Workshops that end with everyone pulling the same way."), fonts.sans(BODY), "faint"
        )
        motto.setWordWrap(True)
        column.addWidget(motto)
        column.addSpacing(WIDE)
        column.addWidget(self._open_button())
        column.addWidget(self._sample_button())
        column.addStretch(1)
        offline = label(
            tr("Works without a network. Your files stay on this computer."),
            fonts.sans(SECONDARY),
            "faint",
        )
        offline.setWordWrap(True)
        column.addWidget(offline)
        return side

    def _open_button(self) -> QWidget:
        made = button(tr("Open…") + "   " + tr("Ctrl O"), fonts.sans(BODY, SEMIBOLD), primary=True)
        made.clicked.connect(self.open_wanted)
        return made

    def _sample_button(self) -> QWidget:
        made = button(tr("See a finished workshop"), fonts.sans(BODY, SEMIBOLD))
        made.clicked.connect(self.sample_wanted)
        return made

    def _templates(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(BROAD, BROAD, BROAD, BROAD)
        column.setSpacing(GAP)
        column.addWidget(label(tr("Start from a template"), fonts.serif(HEADING + 4)))
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        column.addLayout(self._grid)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        surface(inside, "paper")
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - _SIDE - 2 * BROAD
        columns = max(1, min(3, room // _LEAST_CARD))
        for at, card in enumerate(self._cards):
            self._grid.addWidget(card, at // columns, at % columns)
        for at in range(3):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
