"""The agenda on the left: when each stage starts, its kind as a grey, its title and minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import fonts
from ui.appearance import current
from ui.kind_words import kind_grey, kind_name
from ui.theme import BODY, CLOSE, CONTROL_RADIUS, NEAR, SECONDARY, TIGHT
from ui.translate import plural, tr
from ui.widgets.plain import tip
from workshop import agenda
from workshop.faces import REGULAR, SEMIBOLD
from workshop.records.agenda import Stage
from workshop.state import Workshop

ROW_HEIGHT = 34
_TIME, _MINUTES = 42, 26

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One stage as the rail shows it. `minutes` is empty for a stage that is left out today."""

    stage: int
    time: str
    title: str
    minutes: str
    kind: str
    spoken: str
    new_day: bool = False


def rows_of(workshop: Workshop) -> list[Row]:
    """The stages of the agenda in order, hidden ones left out, with the times of today."""
    slots = agenda.times(workshop, today=True).slots
    rows, day = [], 1
    for stage in agenda.stages(workshop):
        if stage.hidden:
            continue
        slot = slots.get(stage.id)
        at = f"{slot.start:%H:%M}" if slot else ""
        rows.append(_row(stage, at, stage.day != day))
        day = stage.day
    return rows


def _row(stage: Stage, at: str, new_day: bool) -> Row:
    minutes = 0 if stage.skipped else agenda.minutes_today(stage)
    long = plural(minutes, "{count} minute", "{count} minutes")
    kind = kind_name(stage.kind)
    about = tr("left out today") if stage.skipped else tr("{time}, {long}", time=at, long=long)
    spoken = tr("{title}, {kind}, {about}", title=stage.title, kind=kind, about=about)
    shown = "" if stage.skipped else str(minutes)
    return Row(stage.id, at, stage.title, shown, stage.kind, spoken, new_day)


class AgendaRail(QListView):
    """The list of stages; the one that is shown is filled with ink."""

    stage_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows()
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(tr("Agenda"))
        self.setFont(fonts.sans(BODY))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._changed)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these stages; the chosen one stays chosen."""
        if list(rows) == self._rows.rows:
            return
        chosen = self.chosen
        self.selectionModel().blockSignals(True)
        self._rows.replace(rows)
        self.choose(chosen)
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    @property
    def chosen(self) -> int:
        """The id of the chosen stage, 0 if there is none."""
        at = self.currentIndex().row()
        return self._rows.rows[at].stage if 0 <= at < len(self._rows.rows) else 0

    def choose(self, stage: int) -> None:
        """Chooses a stage and brings it into sight."""
        for at, row in enumerate(self._rows.rows):
            if row.stage == stage:
                self.setCurrentIndex(self._rows.index(at, 0))

    def keyboardSearch(self, search: str) -> None:
        """Typed letters choose no stage: they are meant for a note, or are keys of their own."""

    def _changed(self, new: QModelIndex, old: QModelIndex) -> None:
        if new.isValid():
            self.stage_chosen.emit(self._rows.rows[new.row()].stage)


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def replace(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.spoken)
        return row if role == Qt.ItemDataRole.UserRole else None


class _Delegate(QStyledItemDelegate):
    """Paints a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        state, rect = option.state, option.rect
        box = QRectF(rect).adjusted(CLOSE, 1, -CLOSE, -1)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, state)
        if row.new_day:
            painter.setPen(QPen(QColor(current().line), 1))
            painter.drawLine(box.topLeft(), box.topRight())
        _paint_row(painter, box, row, chosen)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        theme = current()
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(theme.ink))
            painter.drawRoundedRect(box, CONTROL_RADIUS, CONTROL_RADIUS)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(theme.paper))
            painter.drawRoundedRect(box, CONTROL_RADIUS, CONTROL_RADIUS)
        focused = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected
        if state & focused == focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2))
            ring = box.adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, CONTROL_RADIUS, CONTROL_RADIUS)


def _paint_row(painter: QPainter, box: QRectF, row: Row, chosen: bool) -> None:
    theme = current()
    first = theme.surface if chosen else theme.ink
    second = theme.surface if chosen else theme.ink_2
    bar = QRectF(box.left() + TIGHT + 2, box.top() + CLOSE - 1, TIGHT, box.height() - NEAR - 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(kind_grey(row.kind, theme)))
    painter.drawRoundedRect(bar, 2, 2)
    left = bar.right() + CLOSE
    small = fonts.sans(SECONDARY)
    line = QRectF(left, box.top(), box.right() - CLOSE - left, box.height())
    _text(painter, line, row.time, small, second)
    _text(painter, line, row.minutes, small, second, right=True)
    title = fonts.sans(BODY - 1, SEMIBOLD if chosen else REGULAR)
    room = line.adjusted(_TIME, 0, -_MINUTES, 0)
    shown = QFontMetricsF(title).elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
    _text(painter, room, shown, title, first if row.minutes else second)


def _text(
    painter: QPainter, box: QRectF, text: str, font: QFont, colour: str, right: bool = False
) -> None:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, text)
