"""Above the agenda: which workshop this is."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import fonts
from ui.theme import CLOSE, GAP, LEAD, SECONDARY
from ui.translate import tr
from ui.widgets.plain import surface
from ui.widgets.stage_head import Paragraph
from workshop.faces import SEMIBOLD
from workshop.records.details import Details


class RailHead(QWidget):
    """The workshop's title, and its day and place below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self)
        self.title = Paragraph(fonts.serif(LEAD, SEMIBOLD), 1)
        self.about = Paragraph(fonts.sans(SECONDARY), 1, second=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, CLOSE, CLOSE, CLOSE)
        column.setSpacing(2)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addStretch(1)

    def show_workshop(self, details: Details | None) -> None:
        """Shows what a workshop is called, when and where it takes place."""
        self.title.set_text(details.title if details else tr("Workshop"))
        parts = [_day(details.on), details.place] if details else []
        self.about.set_text(" · ".join(part for part in parts if part))


def _day(on: str | None) -> str:
    if on is None:
        return ""
    day = QDate.fromString(on, Qt.DateFormat.ISODate)
    return QLocale().toString(day, "d MMMM yyyy")
