"""A cluster on its way, taken by its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from ui.board.gestures import Gesture
from workshop.board.pile_dropping import PilePlace, place_of_pile
from workshop.board.piles import PileBox
from workshop.board.rect import Rect
from workshop.board.sheet import PileKey, Point

if TYPE_CHECKING:
    from ui.board.view import BoardView

_OUTLINE = 4
_LIFTED = 0.85


class PileDrag(Gesture):
    """The frame of a cluster follows the pointer, its title in it; the notes stay where they are
    until it is dropped."""

    def __init__(self, view: BoardView, at: QPointF, pile: PileKey) -> None:
        super().__init__(view, at)
        self.pile = pile
        self.place: PilePlace | None = None
        self.offset: Point = (0.0, 0.0)

    def box(self) -> PileBox | None:
        """The cluster, unless it has gone meanwhile."""
        return self.view.board.pile(self.pile)

    def move(self, at: QPointF) -> None:
        super().move(at)
        x, y = self.view.viewport.to_board(at)
        self.offset = (x - self.origin[0], y - self.origin[1])
        self.place = place_of_pile(self.view.board, self.pile, x, y)

    def end(self) -> None:
        view, box, place = self.view, self.box(), self.place
        if box is None:
            return
        if place is not None and place.onto is not None:
            view.pile_merge_requested.emit(self.pile, place.onto)
        elif place is not None and place.index is not None:
            view.pile_move_requested.emit(self.pile, place.index)
        elif view.board.overlaps:
            view.pile_place_requested.emit(
                self.pile, (box.x + self.offset[0], box.y + self.offset[1])
            )

    def areas(self) -> list[Rect]:
        box = self.box()
        marks = [self.place.mark.grown(_OUTLINE)] if self.place else []
        return [box.area.moved(*self.offset).grown(_OUTLINE), *marks] if box else marks

    def paint(self, painter: QPainter, detail: float) -> None:
        box = self.box()
        if box is None:
            return
        board = self.view.painter
        painter.save()
        painter.setOpacity(_LIFTED)
        painter.translate(*self.offset)
        board.heads.paint_lifted(painter, box, detail)
        painter.restore()
        if self.place is None:
            return
        mark = QRectF(*self.place.mark)
        if self.place.onto is None:
            painter.fillRect(mark, board.look.accent)
        else:
            painter.setPen(board.look.current)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(mark)
