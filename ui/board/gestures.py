"""Gestures with the pointer: each begins, moves, ends or is given up.

Nothing is written before the end of a gesture; what it shows until then is its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ui.board.selection import Selection
from workshop.board.dropping import Place, note_under, place_at, place_in
from workshop.board.layout import Layout
from workshop.board.notes import NoteBox
from workshop.board.rect import Rect, around
from workshop.board.sheet import Point
from workshop.board.travel import Direction

if TYPE_CHECKING:
    from ui.board.view import BoardView

_BAND_OPACITY = 0.08
_LIFTED_OPACITY = 0.85
_MOST_LIFTED = 60
"""More notes than this are carried as outlines."""
_STEP, _FAR_STEP = 8, 64
"""How far an arrow key carries notes on the wall, in board units."""
_MARK_END = 2
STEPS: dict[Direction, tuple[int, int]] = {
    "left": (-1, 0),
    "right": (1, 0),
    "up": (0, -1),
    "down": (0, 1),
}


class Gesture:
    """One gesture from its first pixel to its last."""

    def __init__(self, view: BoardView, at: QPointF) -> None:
        self.view = view
        self.at = at
        self.origin = view.viewport.to_board(at)

    def move(self, at: QPointF) -> None:
        """The pointer is there now."""
        self.at = at

    def end(self) -> None:
        """The gesture is done: now it may change something."""

    def cancel(self) -> None:
        """The gesture is given up: everything is as it was before."""

    def hidden(self) -> set[int]:
        """Notes that do not lie in their places meanwhile."""
        return set()

    def areas(self) -> list[Rect]:
        """The parts of the board that the gesture paints over."""
        return []

    def paint(self, painter: QPainter, detail: float) -> None:
        """Paint what the gesture shows; the painter is in board units."""


class Pan(Gesture):
    """The board follows the pointer."""

    def move(self, at: QPointF) -> None:
        step = (at - self.at).toPoint()
        self.at += QPointF(step)
        self.view.pan(step.x(), step.y())


class RubberBand(Gesture):
    """A rectangle drawn over the board selects the notes it meets."""

    def __init__(self, view: BoardView, at: QPointF, add: bool) -> None:
        super().__init__(view, at)
        self._before = view.selection
        self._kept = view.selection if add else Selection()
        self._band = Rect(*self.origin, 0, 0)
        view.set_selection(self._kept)

    def move(self, at: QPointF) -> None:
        super().move(at)
        x, y = self.view.viewport.to_board(at)
        left, top = min(x, self.origin[0]), min(y, self.origin[1])
        self._band = Rect(left, top, abs(x - self.origin[0]), abs(y - self.origin[1]))
        board, faded = self.view.board, self.view.faded
        found = [box.card.note for box in board.within(self._band) if box.card.note not in faded]
        self.view.set_selection(self._kept.extended(sorted(found, key=board.rank.__getitem__)))

    def cancel(self) -> None:
        self.view.set_selection(self._before)

    def areas(self) -> list[Rect]:
        return [self._band]

    def paint(self, painter: QPainter, detail: float) -> None:
        look = self.view.painter.look
        fill = QColor(look.accent)
        fill.setAlphaF(_BAND_OPACITY)
        painter.setPen(look.selected)
        painter.setBrush(fill)
        painter.drawRect(QRectF(*self._band))


class Carry(Gesture):
    """Notes on their way to another place. `offset` is how far they have been carried."""

    def __init__(self, view: BoardView, at: QPointF, notes: tuple[int, ...]) -> None:
        super().__init__(view, at)
        self.notes = notes
        self.place: Place | None = None
        self.onto: int | None = None
        self.offset: Point = (0.0, 0.0)

    def end(self) -> None:
        self.view.drop(self)

    def renew(self) -> bool:
        """The board has changed: find the place anew. False if the gesture cannot go on."""
        self.place, self.onto = None, None
        return all(note in self.view.board.notes for note in self.notes)

    def boxes(self) -> list[NoteBox]:
        """The notes that are carried."""
        return [self.view.board.notes[note] for note in self.notes]

    def landing(self) -> dict[int, Point]:
        """Where each note would lie now."""
        right, down = self.offset
        return {box.card.note: (box.x + right, box.y + down) for box in self.boxes()}

    def areas(self) -> list[Rect]:
        areas = [around([box.rect for box in self.boxes()]).moved(*self.offset)]
        if self.onto is not None:
            areas.append(self.view.board.notes[self.onto].rect)
        elif self.place:
            areas.append(self.place.mark.grown(_MARK_END))
        return areas

    def paint(self, painter: QPainter, detail: float) -> None:
        painter.save()
        painter.translate(*self.offset)
        self._paint_notes(painter, self.boxes(), detail)
        painter.restore()
        board = self.view.painter
        if self.onto is not None:
            board.paint_outline(painter, self.view.board.notes[self.onto], current=True)
        elif self.place:
            painter.fillRect(QRectF(*self.place.mark), board.look.accent)

    def _paint_notes(self, painter: QPainter, boxes: list[NoteBox], detail: float) -> None:
        board = self.view.painter
        painter.setOpacity(_LIFTED_OPACITY)
        for box in boxes[:_MOST_LIFTED]:
            board.paint_note(painter, box, detail)
            board.paint_outline(painter, box, current=False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects([QRectF(*box.rect) for box in boxes[_MOST_LIFTED:]])


class NoteDrag(Carry):
    """Notes that follow the pointer until they are dropped."""

    def hidden(self) -> set[int]:
        return set(self.notes)

    def move(self, at: QPointF) -> None:
        super().move(at)
        view = self.view
        x, y = view.viewport.to_board(at)
        self.offset = (x - self.origin[0], y - self.origin[1])
        self.onto = note_under(view.board, x, y, self.notes) if view.can_group else None
        self.place = None if self.onto else place_at(view.board, x, y, self.notes)

    def renew(self) -> bool:
        going_on = super().renew()
        if going_on:
            self.move(self.at)
        return going_on


class KeyMove(Carry):
    """Notes that are carried by arrow keys until Enter."""

    def __init__(self, view: BoardView, notes: tuple[int, ...]) -> None:
        super().__init__(view, QPointF(), notes)
        pile = view.board.pile_of(notes[-1])
        self._on_wall = view.board.overlaps
        if pile and not self._on_wall:
            ids = [card.note for card in pile.pile.cards if card.note not in notes[:-1]]
            self.place = place_in(view.board, pile, ids.index(notes[-1]), notes)

    def renew(self) -> bool:
        place = self.place
        going_on = super().renew()
        if place is not None:
            pile = self.view.board.pile(place.pile)
            going_on = going_on and pile is not None
            self.place = (
                place_in(self.view.board, pile, place.position, self.notes) if pile else None
            )
        return going_on

    def step(self, direction: Direction, far: bool = False) -> None:
        """One place further, one pile further, or some units on the wall."""
        if self._on_wall:
            right, down = STEPS[direction]
            by = _FAR_STEP if far else _STEP
            self.offset = (self.offset[0] + right * by, self.offset[1] + down * by)
        elif self.place:
            self.place = _next_place(self.view.board, self.place, direction, self.notes)

    def _paint_notes(self, painter: QPainter, boxes: list[NoteBox], detail: float) -> None:
        if self._on_wall:
            super()._paint_notes(painter, boxes, detail)


def _next_place(board: Layout, place: Place, direction: Direction, notes: tuple[int, ...]) -> Place:
    piles = [pile for pile in board.piles if not pile.pile.covered]
    index = next(i for i, pile in enumerate(piles) if pile.pile.key == place.pile)
    right, down = STEPS[direction]
    if right:
        index = max(0, min(len(piles) - 1, index + right))
        return place_in(board, piles[index], place.position, notes)
    return place_in(board, piles[index], place.position + down, notes)


def is_far(start: QPointF, at: QPointF, far: int) -> bool:
    """Whether the pointer has left the place where a button went down."""
    return bool((at - start).manhattanLength() >= far)
