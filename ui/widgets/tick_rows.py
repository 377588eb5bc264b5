"""How rows of a list are painted: perhaps a box with a tick, a mark, and words on one line."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.appearance import current
from ui.theme import CLOSE, TIGHT, mix

ROW = 30
"""The height of a row, in pixels."""
_BOX, _MARK = 16, 20
_CHOSEN = 0.08

Index = QModelIndex | QPersistentModelIndex


class TickRows(QStyledItemDelegate):
    """Paints rows. A click anywhere in a row with a box sets its tick, or takes it away."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = current(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(mix(theme.ink, theme.surface, _CHOSEN)))
            painter.drawRoundedRect(row, TIGHT, TIGHT)
        left = row.left() + CLOSE
        tick = index.data(Qt.ItemDataRole.CheckStateRole)
        usable = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        if tick is not None:
            if usable:
                ticked = Qt.CheckState(tick) == Qt.CheckState.Checked
                _paint_box(painter, QPointF(left, row.center().y()), ticked)
            left += _BOX + CLOSE
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon) and not icon.isNull():
            icon.paint(painter, round(left), round(row.center().y()) - _MARK // 2, _MARK, _MARK)
            left += _MARK + CLOSE
        painter.setFont(option.font)
        painter.setPen(QColor(theme.ink if tick is None or usable else theme.warn))
        room = row.adjusted(left - row.left(), 0, -CLOSE, 0)
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        usable = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        if not usable or event.type() != QEvent.Type.MouseButtonRelease:
            return super().editorEvent(event, model, option, index)
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        other = (
            Qt.CheckState.Unchecked if ticked == Qt.CheckState.Checked else Qt.CheckState.Checked
        )
        return model.setData(index, other, Qt.ItemDataRole.CheckStateRole)


def _paint_box(painter: QPainter, at: QPointF, ticked: bool) -> None:
    theme = current()
    box = QRectF(at.x() + 0.5, at.y() - _BOX / 2 + 0.5, _BOX - 1, _BOX - 1)
    painter.setPen(QPen(QColor(theme.ink), 1.2))
    painter.setBrush(QColor(theme.ink) if ticked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    if ticked:
        painter.setPen(QPen(QColor(theme.surface), 2))
        way = ((3.2, 7.8), (6.2, 11.0), (12.0, 4.2))
        painter.drawPolyline([QPointF(box.left() + x, box.top() + y) for x, y in way])
