"""Groups as columns of people, moved by drag or by arrows with Shift."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui import fonts, marks
from ui.appearance import current
from ui.theme import BODY, CLOSE, GAP, NEAR, NOTE_RADIUS, SECONDARY, TIGHT, mix
from ui.translate import tr
from workshop.faces import REGULAR, SEMIBOLD
from workshop.frozen import frozen
from workshop.marks import Mark

ACROSS, LEAST_WIDTH = 6, 190
_HEAD, _ROW, _MARK = 40, 34, 20
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@frozen
class Person:
    """Somebody in a group."""

    id: int
    name: str
    mark: Mark


@frozen
class Column:
    """A group: its id, what stands above it, and its people."""

    group: int
    title: str
    people: tuple[Person, ...]
    locked: bool = False
    area: Mark | None = None


class GroupsBoard(QWidget):
    """Paints groups and says what is wanted of them. One person has the keys."""

    move_wanted = Signal(int, int)
    """A person is to go into a group."""
    menu_wanted = Signal(int, QPoint)
    rename_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.columns: Sequence[Column] = ()
        self.person = 0
        self._carried_at: QPointF | None = None
        self._pressed_at = QPointF()
        self._name()

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Shows these groups; the person with the keys keeps them."""
        self.columns = columns
        people = [person.id for column in columns for person in column.people]
        if self.person not in people:
            self.person = people[0] if people else 0
        self._carried_at = None
        self._name()
        self.update()

    @property
    def current_group(self) -> int:
        """The group of the person with the keys; 0 without anybody."""
        at = self._place()
        return self.columns[at[0]].group if at else 0

    def _name(self) -> None:
        at = self._place()
        if at is None:
            self.setAccessibleName(tr("Groups"))
            return
        column, person = self.columns[at[0]], self.columns[at[0]].people[at[1]]
        words = tr("{person}, {group}", person=person.name, group=column.title)
        self.setAccessibleName(words)

    def _place(self) -> tuple[int, int] | None:
        """The column and the row of the person with the keys."""
        for at, column in enumerate(self.columns):
            for row, person in enumerate(column.people):
                if person.id == self.person:
                    return at, row
        return None

    # Where things lie

    @property
    def across(self) -> int:
        """How many groups stand beside each other."""
        fits = max(1, min(ACROSS, (self.width() - GAP) // (LEAST_WIDTH + NEAR)))
        return ceil(len(self.columns) / ceil(len(self.columns) / fits)) if self.columns else 1

    def column_rect(self, at: int) -> QRectF:
        """The pixels of a group."""
        across = self.across
        width = (self.width() - 2 * GAP - (across - 1) * NEAR) / across
        top = float(GAP)
        for row in range(at // across):
            top += self._height(row) + NEAR
        return QRectF(GAP + at % across * (width + NEAR), top, width, self._height(at // across))

    def person_rect(self, at: int, row: int) -> QRectF:
        """The pixels of somebody in a group."""
        column = self.column_rect(at)
        top = column.top() + _HEAD + row * _ROW
        return QRectF(column.left() + TIGHT, top, column.width() - 2 * TIGHT, _ROW - 2)

    def _height(self, row: int) -> float:
        across = self.across
        there = self.columns[row * across : (row + 1) * across]
        most = max((len(column.people) for column in there), default=0)
        return _HEAD + max(1, most) * _ROW + CLOSE

    def _column_at(self, at: QPointF) -> int | None:
        found = (i for i in range(len(self.columns)) if self.column_rect(i).contains(at))
        return next(found, None)

    def _person_at(self, at: QPointF) -> int:
        for i, column in enumerate(self.columns):
            for row, person in enumerate(column.people):
                if self.person_rect(i, row).contains(at):
                    return person.id
        return 0

    def minimumSizeHint(self) -> QSize:
        rows = ceil(len(self.columns) / self.across) if self.columns else 1
        return QSize(LEAST_WIDTH, round(GAP + sum(self._height(row) + NEAR for row in range(rows))))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _KEYS.get(Qt.Key(event.key()))
        if way is None or event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._carry(*way)
        else:
            self._go(*way)

    def _carry(self, right: int, down: int) -> None:
        """Asks for the person to go into the group beside, or below."""
        at = self._place()
        to = at[0] + right + down * self.across if at else -1
        if 0 <= to < len(self.columns):
            self.move_wanted.emit(self.person, self.columns[to].group)

    def _go(self, right: int, down: int) -> None:
        at = self._place()
        if at is None:
            return
        column, row = at[0] + right, at[1] + down
        if not 0 <= column < len(self.columns) or not self.columns[column].people:
            return
        row = max(0, min(row, len(self.columns[column].people) - 1))
        self.person = self.columns[column].people[row].id
        self._name()
        self.update()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        person = self._person_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and person:
            self.person, self._pressed_at = person, event.position()
            self._carried_at = event.position()
            self._name()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._carried_at is not None:
            self._carried_at = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carried, self._carried_at = self._carried_at, None
        self.update()
        at, place = self._column_at(event.position()), self._place()
        if carried is None or at is None or place is None or at == place[0]:
            return
        way = (event.position() - self._pressed_at).manhattanLength()
        if way >= QApplication.startDragDistance():
            self.move_wanted.emit(self.person, self.columns[at].group)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self._column_at(event.position())
        if at is not None and not self._person_at(event.position()):
            self.rename_wanted.emit(self.columns[at].group)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = None if by_key else self._column_at(QPointF(event.pos()))
        group = self.columns[at].group if at is not None else self.current_group
        if group:
            self.menu_wanted.emit(group, event.globalPos())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self._column_at(self._carried_at) if self._carried_at is not None else None
        for at, column in enumerate(self.columns):
            self._paint_column(painter, at, column, at == over)
        place = self._place()
        if self._carried_at is not None and place is not None:
            person = self.columns[place[0]].people[place[1]]
            rect = self.person_rect(*place)
            rect.translate(self._carried_at - self._pressed_at)
            self._paint_person(painter, rect, person)

    def _paint_column(self, painter: QPainter, at: int, column: Column, over: bool) -> None:
        theme, rect = current(), self.column_rect(at)
        painter.setPen(QPen(QColor(theme.accent if over else theme.line), 2 if over else 1))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), NOTE_RADIUS, NOTE_RADIUS)
        left = rect.left() + NEAR
        if column.area is not None:
            box = QRectF(left, rect.top() + (_HEAD - _MARK) / 2, _MARK, _MARK)
            marks.paint(painter, box, column.area, theme)
            left += _MARK + CLOSE
        head = QRectF(left, rect.top(), rect.right() - NEAR - left, _HEAD)
        _write(painter, head, column.title, BODY, SEMIBOLD, theme.ink)
        if column.locked:
            _write(painter, head, tr("locked"), SECONDARY, REGULAR, theme.ink_2, right=True)
        for row, person in enumerate(column.people):
            self._paint_person(painter, self.person_rect(at, row), person)

    def _paint_person(self, painter: QPainter, rect: QRectF, person: Person) -> None:
        theme = current()
        if person.id == self.person:
            painter.setBrush(QColor(mix(theme.ink, theme.surface, 0.06)))
            focused = self.hasFocus()
            painter.setPen(QPen(QColor(theme.accent), 2) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), NOTE_RADIUS, NOTE_RADIUS)
        box = QRectF(rect.left() + CLOSE, rect.center().y() - _MARK / 2, _MARK, _MARK)
        marks.paint(painter, box, person.mark, theme)
        words = rect.adjusted(2 * CLOSE + _MARK, 0, -CLOSE, 0)
        _write(painter, words, person.name, BODY, REGULAR, theme.ink)


def _write(
    painter: QPainter,
    rect: QRectF,
    text: str,
    px: int,
    weight: int,
    colour: str,
    right: bool = False,
) -> None:
    painter.setFont(fonts.sans(px, weight))
    painter.setPen(QColor(colour))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, short)
