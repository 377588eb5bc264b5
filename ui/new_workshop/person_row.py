"""One person in the list: number, name, role, and whether they decide."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from ui import fonts
from ui.appearance import current
from ui.new_workshop.inline_edit import InlineEdit
from ui.new_workshop.painting import decides_sign, focus_ring, text_line, width_of
from ui.theme import BODY, CLOSE, NEAR, SECONDARY
from ui.translate import tr
from ui.widgets.plain import tip
from workshop.faces import SEMIBOLD
from workshop.records.people import Participant

HEIGHT = 37
"""With the hairline below."""
NUMBER = 34
_DECIDES, _REMOVE = 84, 76
_NAME_PART = 0.44
"""How much of the room between number and signs the name may take."""
_FOR_REMOVE, _FOR_ROLE = 440, 370
"""Widths from which there is room for these."""


class PersonRow(QAbstractButton):
    """Space or a click on the sign says who decides; Enter, F2 or a double click edits; Delete
    removes; the menu key offers all of it, and another function."""

    decider_wanted = Signal(int)
    removal_wanted = Signal(int)
    edited = Signal(int, str)
    menu_wanted = Signal(int, QMenu)
    """The menu of this person is about to be shown: more may be added."""

    def __init__(self, text_of: Callable[[Participant], str]) -> None:
        super().__init__()
        self._text_of = text_of
        self._person: Participant | None = None
        self._number = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.editor = InlineEdit(self, tr("Name and role"))
        self._under_edit = 0
        self.editor.finished.connect(lambda text: self.edited.emit(self._under_edit, text))
        self.clicked.connect(lambda: self.decider_wanted.emit(self.person_id))

    @property
    def person_id(self) -> int:
        """Whose row it is."""
        return self._person.id if self._person else 0

    def show_person(self, person: Participant, number: int) -> None:
        """Shows somebody, with the number of their seat."""
        self._person, self._number = person, number
        self.setText(person.name)
        self.setToolTip(tip(self._text_of(person)))
        self.setChecked(person.decider)
        decides = tr("decides") if person.decider else ""
        said = (f"{number}", person.name, person.role, decides)
        self.setAccessibleName(", ".join(part for part in said if part))
        self.update()

    def edit(self) -> None:
        """Opens the field in which name and role are typed."""
        if self._person is not None:
            self._under_edit = self._person.id
            self.editor.begin(self._text_of(self._person))

    def nextCheckState(self) -> None:
        """Whether somebody decides is up to the list, not to the button."""

    def hitButton(self, pos: QPoint) -> bool:
        return self._decides_box().contains(QPointF(pos))

    def sizeHint(self) -> QSize:
        return QSize(260, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    # Keys and mouse.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit(self.person_id)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the list moves the focus
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._is_remove(event.position()):
            self.removal_wanted.emit(self.person_id)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.hitButton(event.position().toPoint()):
            super().mouseDoubleClickEvent(event)
        else:
            self.edit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand = self.hitButton(event.position().toPoint()) or self._is_remove(event.position())
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        id = self.person_id
        decides = tr("Decides no more") if self.isChecked() else tr("Decides for the function")
        menu.addAction(decides).triggered.connect(lambda: self.decider_wanted.emit(id))
        menu.addAction(tr("Edit")).triggered.connect(self.edit)
        self.menu_wanted.emit(id, menu)
        menu.addAction(tr("Remove")).triggered.connect(lambda: self.removal_wanted.emit(id))
        menu.popup(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.editor.setGeometry(self.rect().adjusted(NUMBER - 8, 1, -1, -2))

    # What is painted.

    def _decides_box(self) -> QRectF:
        left = self._remove_box().left() - _DECIDES
        return QRectF(left, 0, _DECIDES, self.height())

    def _remove_box(self) -> QRectF:
        width = _REMOVE if self.width() >= _FOR_REMOVE else 0
        return QRectF(self.width() - NEAR - width, 0, width, self.height())

    def _is_remove(self, at: QPointF) -> bool:
        return self._remove_box().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._person is None:
            return
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, QColor(theme.line))
        small, number = fonts.sans(SECONDARY), str(self._number)
        at = NUMBER - CLOSE - width_of(number, small)
        text_line(painter, QRectF(at, 0, NUMBER, HEIGHT), number, small, theme.ink_2)
        self._paint_words(painter, self._person)
        decides_sign(painter, self._decides_box(), tr("decides"), self.isChecked())
        if self._remove_box().width() and (self.hasFocus() or self.underMouse()):
            words = tr("Remove")
            room = self._remove_box()
            room.setLeft(room.right() - width_of(words, fonts.sans(BODY)) - 1)
            text_line(painter, room, words, fonts.sans(BODY), theme.ink_2)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()).adjusted(0, 0, 0, -1))

    def _paint_words(self, painter: QPainter, person: Participant) -> None:
        theme, bold, plain = current(), fonts.sans(BODY, SEMIBOLD), fonts.sans(BODY)
        room = QRectF(NUMBER, 0, self._decides_box().left() - NEAR - NUMBER, HEIGHT)
        name = QRectF(room)
        if person.role and self.width() >= _FOR_ROLE:
            name.setWidth(room.width() * _NAME_PART - CLOSE)
            role = room.adjusted(room.width() * _NAME_PART, 0, 0, 0)
            text_line(painter, role, person.role, plain, theme.ink_2)
        text_line(painter, name, person.name, bold, theme.ink)
