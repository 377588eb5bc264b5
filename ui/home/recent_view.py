"""The list of recent workshops: title, who takes part, how far it has come, when."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import fonts
from ui.appearance import current
from ui.home.recent_words import place_words, size_words, state_colour, state_words, when_words
from ui.recent import Entry
from ui.theme import BODY, CONTROL_RADIUS, NEAR, TIGHT, mix
from ui.translate import tr
from ui.widgets.plain import tip
from workshop.faces import REGULAR, SEMIBOLD

ROW_HEIGHT = 64
_STATE_AT, _WHEN_AT = 0.62, 0.82
"""Where these columns begin, as parts of the width."""
_LEAST_TITLE = 200
"""With less width for title and people a row has no columns."""

Index = QModelIndex | QPersistentModelIndex


class RecentView(QListView):
    """A list that is as high as its rows. Enter or a click opens, Delete takes off the list."""

    opened = Signal(Path)
    forgotten = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows()
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(tr("Recent workshops"))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Shows these, newest first; the place of the chosen row stays."""
        at = self.currentIndex().row()
        self._rows.replace(entries)
        self.setFixedHeight(ROW_HEIGHT * len(entries))
        if entries:
            self.setCurrentIndex(self._rows.index(max(0, min(at, len(entries) - 1)), 0))

    def show_problem(self, path: Path, problem: str) -> None:
        """Says what is wrong with a file; an empty key: nothing."""
        self._rows.mark(path, problem)

    @property
    def entries(self) -> list[Entry]:
        """What is shown."""
        return list(self._rows.entries)

    def words(self, row: int) -> str:
        """What a row says, as one line."""
        spoken = self._rows.data(self._rows.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)
        return str(spoken)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.entries[index.row()].path)

    def _chosen(self) -> Entry | None:
        at = self.currentIndex().row()
        return self._rows.entries[at] if 0 <= at < len(self._rows.entries) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self._chosen()
        if chosen and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(chosen.path)
        elif chosen and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.forgotten.emit(chosen.path)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse and not self.indexAt(event.pos()).isValid():
            return
        chosen = self._chosen()
        if chosen is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Open")).triggered.connect(lambda: self.opened.emit(chosen.path))
        take_off = menu.addAction(tr("Take off this list"))
        take_off.triggered.connect(lambda: self.forgotten.emit(chosen.path))
        row = self.visualRect(self.currentIndex())
        at = event.globalPos() if by_mouse else self.viewport().mapToGlobal(row.center())
        menu.popup(at)


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self.problems: dict[Path, str] = {}

    def replace(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def mark(self, path: Path, problem: str) -> None:
        self.problems[path] = problem
        for row, entry in enumerate(self.entries):
            if entry.path == path:
                index = self.index(row, 0)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(str(entry.path))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((entry.title, *self.told(entry)))
        return entry if role == Qt.ItemDataRole.UserRole else None

    def told(self, entry: Entry) -> tuple[str, str, str]:
        """Who takes part, how far it has come, when."""
        problem = self.problems.get(entry.path, "")
        now = datetime.datetime.now().astimezone()
        size = " · ".join(filter(None, (size_words(entry), place_words(entry, self.entries))))
        return size, state_words(entry, problem), when_words(entry.at, now)


class _Delegate(QStyledItemDelegate):
    """Paints a row: two lines on the left, two columns on the right, a hairline below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state, box = option.state, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, state)
        self._paint_entry(painter, box, index)
        painter.restore()

    def _columns(self, rows: _Rows, box: QRectF) -> tuple[float, float]:
        """Where state and time begin: further to the left where their words need it."""
        bold, usual = (QFontMetricsF(fonts.sans(BODY, weight)) for weight in (SEMIBOLD, REGULAR))
        told = [rows.told(entry) for entry in rows.entries]
        state = max((bold.horizontalAdvance(words) for _, words, _ in told), default=0.0) + NEAR
        when = max((usual.horizontalAdvance(words) for _, _, words in told), default=0.0) + 1
        at_when = min(box.left() + box.width() * _WHEN_AT, box.right() - when)
        return min(box.left() + box.width() * _STATE_AT, at_when - state - NEAR), at_when

    def _paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        theme = current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(theme.line))
        inner = box.adjusted(1, 2, -1, -3)
        if state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(mix(theme.ink, theme.paper, 0.05)))
            painter.drawRoundedRect(inner, CONTROL_RADIUS, CONTROL_RADIUS)
        both = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected
        if state & both == both:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(inner, CONTROL_RADIUS, CONTROL_RADIUS)

    def _paint_entry(self, painter: QPainter, box: QRectF, index: Index) -> None:
        rows = index.model()
        assert isinstance(rows, _Rows)
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        theme = current()
        size, state, when = rows.told(entry)
        inner = box.adjusted(NEAR, 0, -NEAR, 0)
        at_state, at_when = self._columns(rows, inner)
        half = box.height() / 2 - TIGHT
        left = QRectF(inner.left(), box.top() + TIGHT, at_state - inner.left() - NEAR, half)
        colour = state_colour(entry, rows.problems.get(entry.path, ""), theme)
        if at_state - inner.left() < _LEAST_TITLE:
            self._paint_narrow(painter, inner, entry, f"{state} · {when}", colour)
            return
        middle = QRectF(at_state, box.top(), at_when - at_state - NEAR, box.height())
        _text(painter, middle, state, SEMIBOLD, colour)
        _text(painter, left, entry.title, SEMIBOLD, theme.ink)
        _text(painter, left.translated(0, half - TIGHT), size, REGULAR, theme.ink_2)
        right = QRectF(at_when, box.top(), inner.right() - at_when, box.height())
        _text(painter, right, when, REGULAR, theme.ink_2)

    def _paint_narrow(
        self, painter: QPainter, box: QRectF, entry: Entry, told: str, colour: str
    ) -> None:
        """The title, and below it how far it has come and when; who takes part is left out."""
        half = box.height() / 2 - TIGHT
        above = QRectF(box.left(), box.top() + TIGHT, box.width(), half)
        _text(painter, above, entry.title, SEMIBOLD, current().ink)
        _text(painter, above.translated(0, half - TIGHT), told, REGULAR, colour)


def _text(painter: QPainter, box: QRectF, text: str, weight: int, colour: str) -> None:
    font = fonts.sans(BODY, weight)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
