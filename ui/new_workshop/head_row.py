"""The head of a function's people: mark, name, and how many there are or who is missing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
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
from ui.new_workshop.painting import focus_ring, function_mark, text_line, width_of
from ui.theme import BODY, NEAR
from ui.translate import plural, tr
from workshop.faces import REGULAR, SEMIBOLD
from workshop.people import mark_of
from workshop.records.people import Function

HEIGHT = 36
_MARK = 24


class HeadRow(QAbstractButton):
    """Enter, F2 or a double click renames; Delete removes; Alt with an arrow key moves; the menu
    key offers all of it."""

    renamed = Signal(str)
    removal_wanted = Signal()
    move_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._function: Function | None = None
        self._people, self._decided = 0, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.editor = InlineEdit(self, tr("Name of the function"))
        self.editor.finished.connect(self.renamed)

    def show_function(self, function: Function, people: int, decided: bool) -> None:
        """Shows a function that has so many people, with a decider among them or not."""
        self._function, self._people, self._decided = function, people, decided
        self.setText(function.name)
        self.setAccessibleName(f"{function.name}, {self.words}")
        self.update()

    @property
    def words(self) -> str:
        """What stands on the right: how many people, or that nobody decides."""
        if not self._decided:
            return tr("No decider yet")
        return plural(self._people, "{count} person", "{count} people")

    def edit(self) -> None:
        """Opens the field in which the name is typed."""
        self.editor.begin(self.text())
        self.editor.selectAll()

    def sizeHint(self) -> QSize:
        return QSize(260, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if alt:
                self.move_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
            else:
                event.ignore()  # the list moves the focus
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self._remove_box().contains(QPointF(event.position())):
            self.removal_wanted.emit()
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Rename")).triggered.connect(self.edit)
        menu.addAction(tr("Move up")).triggered.connect(lambda: self.move_wanted.emit(-1))
        menu.addAction(tr("Move down")).triggered.connect(lambda: self.move_wanted.emit(1))
        menu.addAction(tr("Remove")).triggered.connect(self.removal_wanted)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left = _MARK + NEAR - 6
        self.editor.setGeometry(left, 0, min(320, self.width() - left), HEIGHT)

    def _remove_box(self) -> QRectF:
        width = width_of(tr("Remove"), fonts.sans(BODY)) + 1
        return QRectF(self.width() - NEAR - width, 0, width, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._function is None:
            return
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = QRectF(0, (HEIGHT - _MARK) / 2, _MARK, _MARK)
        function_mark(painter, at, mark_of(self._function))
        right = float(self.width() - NEAR)
        if self.hasFocus() or self.underMouse():
            box = self._remove_box()
            text_line(painter, box, tr("Remove"), fonts.sans(BODY), theme.ink_2)
            right = box.left() - NEAR
        font = fonts.sans(BODY, REGULAR if self._decided else SEMIBOLD)
        width = width_of(self.words, font) + 1
        colour = theme.ink_2 if self._decided else theme.warn
        text_line(painter, QRectF(right - width, 0, width, HEIGHT), self.words, font, colour)
        name = QRectF(at.right() + NEAR, 0, right - width - at.right() - 2 * NEAR, HEIGHT)
        text_line(painter, name, self._function.name, fonts.sans(BODY, SEMIBOLD), theme.ink)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()).adjusted(_MARK + 4, 0, 0, 0))
