"""A column of text to read, which scrolls as one where there is more of it than room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui import fonts
from ui.theme import GAP, SECONDARY
from ui.translate import tr
from ui.widgets.paragraph import Paragraph
from ui.widgets.plain import button, surface
from ui.widgets.scrolling import Scroller

_FOOT = 24


class Reading(Scroller):
    """Scrolls what it holds. The bar has its room whether it is needed or not, so that no text
    breaks anew when it comes. What is below is told; no line is cut through there."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._inside = inside
        self.foot = _Foot(self)
        self.foot.more.clicked.connect(self._turn)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._show_foot)
        bar.rangeChanged.connect(self._show_foot)
        inside.installEventFilter(self)

    def _turn(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + max(GAP, self.foot.y() - GAP))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self._show_foot()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_foot()

    def _show_foot(self) -> None:
        bar = self.verticalScrollBar()
        rest = bar.maximum() - bar.value()
        self.foot.setVisible(rest > 0)
        if rest > 0:
            high = self.viewport().height()
            top = self._whole_above(high - _FOOT)
            self.foot.setGeometry(0, top, self.viewport().width(), high - top)

    def _whole_above(self, edge: int) -> int:
        """The last height above an edge at which no line of text is cut."""
        found = edge
        for text in self._inside.findChildren(QWidget):
            if not isinstance(text, Paragraph | QLabel) or not text.isVisible():
                continue
            top = text.mapTo(self._inside, QPoint(0, 0)).y() - self.verticalScrollBar().value()
            if top < edge < top + text.height():
                inner = text.line_at(edge - top) if isinstance(text, Paragraph) else 0
                found = min(found, top + inner)
        return max(0, found)


class _Foot(QWidget):
    """Says that there is more below, and turns on."""

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        surface(self)
        self.more = button(tr("More below  ↓"), fonts.sans(SECONDARY), quiet=True)
        self.more.setParent(self)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # one scrolls by keys where one reads
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.more.sizeHint()
        self.more.setGeometry(GAP, self.height() - _FOOT, size.width(), _FOOT)
