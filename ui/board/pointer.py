"""Mouse, wheel and touch on a board, made into gestures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture

from ui.board.gestures import NoteDrag, Pan, RubberBand, is_far
from ui.board.pile_drag import PileDrag
from ui.board.selection import Selection
from ui.board.tip import show_tip
from workshop.board.notes import NoteBox
from workshop.board.sheet import PileKey

if TYPE_CHECKING:
    from ui.board.view import BoardView

_WHEEL_PX = 60
"""One notch of a wheel moves the board by so many pixels."""
_ZOOM_STEP = 1.15
_NOTCH = 120
_EDGE, _EDGE_STEP, _EDGE_MS = 28, 14, 16
"""Carried so near to an edge, in pixels, the board moves so many every so many milliseconds."""
_BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)
_ADDS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Pointer:
    """Turns a view's pointer events into selection and gestures."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self._pressed: int | None = None
        self._pressed_pile: PileKey | None = None
        self._pressed_at = QPointF()
        self._at = QPointF()
        self._edge = QTimer()
        self._edge.setInterval(_EDGE_MS)
        self._edge.timeout.connect(self._move_at_edge)

    def press(self, event: QMouseEvent) -> None:
        view, at = self._view, event.position()
        if event.button() == Qt.MouseButton.MiddleButton:
            view.begin_gesture(Pan(view, at))
            view.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton and at.y() >= view.strip.height:
            self._press_left(at, bool(event.modifiers() & _ADDS))

    def _press_left(self, at: QPointF, add: bool) -> None:
        view = self._view
        view.cancel_gesture()
        box = self._note_at(at)
        if box is None:
            self._press_beside(at, add)
            return
        note = box.card.note
        if add:
            view.set_selection(view.selection.toggled(note))
            return
        if note in view.selection:
            view.set_selection(view.selection.with_current(note))
        else:
            view.set_selection(view.selection.only(note))
        self._pressed, self._pressed_at = note, at

    def _press_beside(self, at: QPointF, add: bool) -> None:
        """Take a cluster by its title, or draw a rubber band."""
        view = self._view
        pile = view.board.head_at(*view.viewport.to_board(at))
        if pile is not None and pile.pile.framed:
            self._pressed_pile, self._pressed_at = pile.pile.key, at
            inside = [box.card.note for box in pile.boxes]
            kept = view.selection if add else Selection()
            view.set_selection(kept.extended(inside))
        else:
            view.begin_gesture(RubberBand(view, at, add))

    def move(self, event: QMouseEvent) -> None:
        view, self._at = self._view, event.position()
        if view.gesture is None and (self._pressed is not None or self._pressed_pile is not None):
            far = QApplication.startDragDistance()
            if not view.can_edit or not is_far(self._pressed_at, self._at, far):
                return
            if self._pressed_pile is not None:
                view.begin_gesture(PileDrag(view, self._pressed_at, self._pressed_pile))
            else:
                view.begin_gesture(NoteDrag(view, self._pressed_at, view.selection.notes))
        gesture = view.gesture
        if gesture:
            view.move_gesture(lambda: gesture.move(self._at))
            if not isinstance(gesture, Pan) and self._edge_step() != (0, 0):
                self._edge.start()

    def release(self, event: QMouseEvent) -> None:
        view = self._view
        if event.button() not in _BUTTONS:
            return
        self._edge.stop()
        view.unsetCursor()
        pressed, self._pressed, self._pressed_pile = self._pressed, None, None
        if view.gesture:
            view.end_gesture()
        elif pressed is not None:
            view.set_selection(view.selection.only(pressed))

    def double_click(self, event: QMouseEvent) -> None:
        view, at = self._view, event.position()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = self._pressed_pile = None
        view.cancel_gesture()
        box = self._note_at(at)
        if box is not None and at.y() >= view.strip.height:
            view.open(box.card.note)
            return
        pile = view.head_at(at)
        if pile is not None:
            view.pile_activated.emit(pile.key)

    def menu(self, event: QContextMenuEvent) -> None:
        """Ask for a menu for the selection, after selecting the note under the pointer."""
        view, at = self._view, event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            box = self._note_at(QPointF(event.pos()))
            pile = view.head_at(QPointF(event.pos()))
            if pile is not None and box is None:
                view.pile_menu_requested.emit(pile.key, at)
                return
            if box is not None and box.card.note not in view.selection:
                view.set_selection(view.selection.only(box.card.note))
        elif view.selection.current in view.board.notes:
            box = view.board.notes[view.selection.current]
            at = view.mapToGlobal(view.viewport.to_pixels(box.rect).center())
        view.menu_requested.emit(view.selection.notes, at)

    def wheel(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom around the pointer."""
        turned, exact = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._view.zoom_by(_ZOOM_STEP ** (turned.y() / _NOTCH), event.position())
            return
        step = exact if not exact.isNull() else turned * _WHEEL_PX / _NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not step.x():
            step = step.transposed()
        self._view.pan(step.x(), step.y())

    def touch(self, event: QEvent) -> bool:
        """Zoom by two fingers, on a touch pad or on the screen; tell what a cut note says."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self._view.zoom_by(1 + event.value(), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = self._view.mapFromGlobal(pinch.centerPoint())
                self._view.zoom_by(pinch.scaleFactor(), at)
                return True
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            show_tip(self._view, event, self._note_at(QPointF(event.pos())))
            return True
        return False

    def _note_at(self, at: QPointF) -> NoteBox | None:
        return self._view.board.note_at(*self._view.viewport.to_board(at))

    def _edge_step(self) -> tuple[int, int]:
        """How the board moves when something is carried to where the pointer is."""
        seen, at = self._view.board_rect(), self._at
        right = (at.x() < seen.left() + _EDGE) - (at.x() > seen.right() - _EDGE)
        down = (at.y() < seen.top() + _EDGE) - (at.y() > seen.bottom() - _EDGE)
        return right * _EDGE_STEP, down * _EDGE_STEP

    def _move_at_edge(self) -> None:
        view, step = self._view, self._edge_step()
        gesture = view.gesture
        if gesture is None or step == (0, 0):
            self._edge.stop()
            return
        view.update_areas(gesture.areas())
        view.pan(*step)
        view.move_gesture(lambda: gesture.move(self._at))
