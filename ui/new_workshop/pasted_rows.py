"""People of a pasted list who are not added yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import fonts
from ui.appearance import current
from ui.new_workshop.painting import dashed_box, function_mark, text_line
from ui.new_workshop.person_row import NUMBER
from ui.theme import BODY, CLOSE, NEAR
from workshop.faces import SEMIBOLD
from workshop.marks import Mark

_ROW = 36
_MARK = 24


class PastedRows(QWidget):
    """Stand dashed; with the head of their function where that is not there yet either."""

    def __init__(self) -> None:
        super().__init__()
        self._names: list[tuple[str, str]] = []
        self._head: tuple[str, Mark | None] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_people(
        self, people: Sequence[tuple[str, str]], head: tuple[str, Mark | None] | None = None
    ) -> None:
        """Shows these, each a name and a role."""
        if (list(people), head) != (self._names, self._head):
            self._names, self._head = list(people), head
            self.setAccessibleName(", ".join(name for name, _ in people))
            self.updateGeometry()
            self.update()
        self.setVisible(bool(people))

    @property
    def names(self) -> list[str]:
        """Who stands there."""
        return [name for name, _ in self._names]

    def sizeHint(self) -> QSize:
        return QSize(200, _ROW * (len(self._names) + bool(self._head)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0
        if self._head is not None:
            self._paint_head(painter, *self._head)
            top = _ROW
        for name, role in self._names:
            self._paint_row(painter, QRectF(0, top, self.width(), _ROW), name, role)
            top += _ROW

    def _paint_head(self, painter: QPainter, name: str, mark: Mark | None) -> None:
        box = QRectF(0, (_ROW - _MARK) / 2, _MARK, _MARK)
        function_mark(painter, box, mark, there=False)
        room = QRectF(_MARK + NEAR, 0, self.width() - _MARK - NEAR, _ROW)
        text_line(painter, room, name, fonts.sans(BODY, SEMIBOLD), current().ink_2)

    def _paint_row(self, painter: QPainter, box: QRectF, name: str, role: str) -> None:
        inset = 0 if self._head is not None else CLOSE
        dashed_box(painter, box.adjusted(inset, 2, -inset, -2))
        words = f"{name}, {role}" if role else name
        room = box.adjusted(NUMBER, 0, -NEAR, 0)
        text_line(painter, room, words, fonts.sans(BODY), current().ink_2)
