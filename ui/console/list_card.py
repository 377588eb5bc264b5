"""A card over the console with a list on it: a title, rows with a mark, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from ui import fonts, marks
from ui.appearance import current
from ui.console.overlay import Overlay
from ui.home.key_button import KeyButton
from ui.theme import BODY, NEAR, TIGHT, TITLE
from ui.translate import tr
from ui.widgets.paragraph import Paragraph
from ui.widgets.plain import label, tip
from ui.widgets.tick_rows import ROW, TickRows
from workshop.faces import SEMIBOLD
from workshop.frozen import frozen
from workshop.marks import Mark

_MARK = 20
_LEAST_SHOWN, _MOST_SHOWN = 4, 12
_AROUND = 260
"""So much height is for what stands above and below the list."""


@frozen
class ListRow:
    """One row: an id, words, the mark beside them, and a tick where the row has a box."""

    id: int
    words: str
    mark: Mark | None = None
    ticked: bool | None = None


class ListCard(Overlay):
    """Esc or Done puts it away."""

    def __init__(self, over: QWidget, name: str, hint: str, most: int) -> None:
        super().__init__(over, name, most)
        self.about = Paragraph(fonts.sans(BODY), 2, second=True)
        self.list = QListWidget()
        self.foot = QHBoxLayout()
        self.done_button = KeyButton(tr("Done"), tr("Esc"))
        self._rows: Sequence[ListRow] = ()
        column = self.inside
        column.setSpacing(NEAR)
        column.addWidget(label(name, fonts.serif(TITLE, SEMIBOLD)))
        self.about.set_text(hint)
        column.addWidget(self.about)
        self.list.setFont(fonts.sans(BODY))
        self.list.setItemDelegate(TickRows(self.list))
        self.list.setAccessibleName(name)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.list, 1)
        self.foot.setSpacing(NEAR)
        self.foot.setContentsMargins(0, TIGHT, 0, 0)
        column.addLayout(self.foot)
        self.done_button.clicked.connect(self.leave)

    @property
    def rows(self) -> Sequence[ListRow]:
        """What is listed."""
        return self._rows

    @property
    def chosen(self) -> int:
        """The id of the row with the keys; 0 where there is none."""
        at = self.list.currentRow()
        return self._rows[at].id if 0 <= at < len(self._rows) else 0

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Lists these; the keys stay on their row, or where it was."""
        if rows == self._rows:
            return
        chosen, at = self.chosen, self.list.currentRow()
        self._rows = rows
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            self.list.addItem(self._item(row))
        ids = [row.id for row in rows]
        self.list.setCurrentRow(ids.index(chosen) if chosen in ids else min(at, len(ids) - 1))
        self.list.blockSignals(blocked)
        self._fit()

    def _fit(self) -> None:
        """As high as its rows, up to a number of them or as there is room."""
        shown = max(_LEAST_SHOWN, min(_MOST_SHOWN, len(self._rows)))
        room = max(_LEAST_SHOWN * ROW, self.height() - _AROUND)
        self.list.setFixedHeight(min(shown * ROW + NEAR, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _item(self, row: ListRow) -> QListWidgetItem:
        item = QListWidgetItem(row.words)
        item.setToolTip(tip(row.words))
        if row.mark is not None:
            scale = self.devicePixelRatioF()
            item.setIcon(QIcon(marks.pixmap(row.mark, _MARK, current(), scale)))
        if row.ticked is not None:
            state = Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
            item.setCheckState(state)
        return item

    def begin(self) -> None:
        """Shows itself; the list has the focus."""
        self.show_card()
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.setFocus()
