"""The board to work on: selecting, editing, moving. It says what is wanted and changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ui.board.canvas import BoardCanvas
from ui.board.editing import Editing
from ui.board.gestures import Carry, Gesture
from ui.board.keyboard import Keyboard
from ui.board.numbers import Numbers
from ui.board.outlines import Outlines
from ui.board.painter import BoardPainter
from ui.board.pointer import Pointer
from ui.board.selection import Selection
from ui.theme import Theme
from workshop.board.layout import Layout
from workshop.board.notes import NoteBox
from workshop.board.rect import Rect, around

_ZOOM_STEP = 1.25
"""A key zooms by this factor."""

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class BoardView(BoardCanvas):
    """A board with a selection.

    Signals tell what the facilitator wants: `edit_committed(note, text)`, upon which
    the editor stays open until whoever accepts the text calls `end_edit()`,
    `delete_requested(notes)`, `move_requested(notes, pile, position)` where position counts the
    notes of the pile that stay before, `wall_move_requested({note: (x, y)})`,
    `group_requested(notes, onto)`, `activated(note)` where notes cannot be edited,
    `pile_activated(pile)`, `menu_requested(notes, global position)`, and for a cluster that is
    dragged by its title `pile_move_requested(pile, index)`, `pile_merge_requested(pile, onto)` or
    `pile_place_requested(pile, (x, y))`; `pile_menu_requested(pile, global position)`.
    `draft_changed(note, text)` follows an open editor, `edit_ended(note)` says that it was closed.
    """

    selection_changed = Signal(tuple)
    activated = Signal(int)
    edit_committed = Signal(int, str)
    edit_ended = Signal(int)
    draft_changed = Signal(int, str)
    delete_requested = Signal(tuple)
    move_requested = Signal(tuple, tuple, int)
    wall_move_requested = Signal(object)
    group_requested = Signal(tuple, int)
    pile_activated = Signal(tuple)
    menu_requested = Signal(tuple, QPoint)
    pile_move_requested = Signal(tuple, int)
    pile_merge_requested = Signal(tuple, tuple)
    pile_place_requested = Signal(tuple, tuple)
    pile_menu_requested = Signal(tuple, QPoint)

    def __init__(self, painter: BoardPainter, parent: QWidget | None = None) -> None:
        self.selection = Selection()
        self.gesture: Gesture | None = None
        self._mirrored: BoardView | None = None
        self._mirrors: dict[int, BoardView] = {}
        self.can_edit = True
        self.can_group = True
        self.editing = Editing(self)
        self._pointer = Pointer(self)
        self._keyboard = Keyboard(self)
        super().__init__(painter, parent)  # Qt sends the first events from in here
        self.numbers = Numbers(self)
        self.outlines = Outlines(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.grabGesture(Qt.GestureType.PinchGesture)
        from ui.board import accessibility  # which knows this class

        accessibility.install()

    def show_layout(self, board: Layout) -> None:
        carry = self.gesture if isinstance(self.gesture, Carry) else None
        areas = self._touched(carry) if carry else []
        super().show_layout(board)
        if carry:
            if not carry.renew():
                self.gesture = None
            self.update_areas(areas + (self._touched(carry) if self.gesture else []))
        self.set_selection(self.selection.among(board.notes))
        self.editing.follow()

    def set_theme(self, theme: Theme, ground: str = "") -> None:
        super().set_theme(theme, ground)
        self.editing.colour()

    # Selection

    def set_selection(self, selection: Selection) -> None:
        """Select these notes, and say so if they are others than before."""
        before, self.selection = self.selection, selection
        if selection == before:
            return
        changed = {*before.notes, *selection.notes, before.current, selection.current}
        known = self.board.notes
        self.update_areas(known[note].rect for note in changed if note in known)
        if selection.notes != before.notes:
            self.selection_changed.emit(selection.notes)
        if selection.current != before.current:
            self.announce(selection.current)

    def select(self, *notes: int) -> None:
        """Select these notes and bring the last of them into sight."""
        self.set_selection(Selection().extended(note for note in notes if note in self.board.notes))
        self.show_current()

    def show_current(self) -> None:
        """Bring the note that keys act on into sight."""
        if self.selection.current is not None:
            self.show_area(self.board.notes[self.selection.current].rect)

    def show_notes(self, notes: Collection[int]) -> None:
        """Bring notes into sight, as far as the view has room for all of them."""
        known = self.board.notes
        rects = [known[note].rect for note in notes if note in known]
        if not rects:
            return
        whole = around(rects)
        seen = self.viewport.area(self.board_rect())
        fits = whole.width <= seen.width and whole.height <= seen.height
        self.show_area(whole if fits else rects[0])

    def announce(self, note: int | None) -> None:
        """Tell a screen reader which note has the keys now."""
        if note is not None and self.hasFocus():
            from ui.board.accessibility import announce

            announce(self, note)

    def open(self, note: int, draft: str | None = None) -> None:
        """Edit a note, with its text or a draft of it; where notes cannot be edited, say that it
        was chosen."""
        if self.can_edit and not self.board.notes[note].card.covered:
            self.editing.begin(note, draft)
        else:
            self.activated.emit(note)

    def end_edit(self) -> None:
        """Close the editor, if one is open: its text was accepted, or is not wanted."""
        self.editing.close()

    def zoom_in(self) -> None:
        """Zoom in by a step."""
        self.zoom_by(_ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom out by a step."""
        self.zoom_by(1 / _ZOOM_STEP)

    # Gestures

    def begin_gesture(self, gesture: Gesture) -> None:
        """Start a gesture; one that was under way is given up."""
        self.cancel_gesture()
        self.gesture = gesture
        self._paint_again(gesture, [])

    def move_gesture(self, move: Callable[[], None]) -> None:
        """Let the gesture take a step, and paint what it shows where it is now."""
        if self.gesture:
            before = self.gesture.areas()
            move()
            self._paint_again(self.gesture, before)

    def end_gesture(self) -> None:
        """Finish the gesture: what it wants is said now."""
        gesture = self._laid_down()
        if gesture:
            gesture.end()

    def cancel_gesture(self) -> None:
        """Give the gesture up: everything is as it was before."""
        gesture = self._laid_down()
        if gesture:
            gesture.cancel()

    def drop(self, carry: Carry) -> None:
        """Say where carried notes are to go."""
        if carry.onto is not None:
            self.group_requested.emit(carry.notes, carry.onto)
        elif carry.place is not None:
            self.move_requested.emit(carry.notes, carry.place.pile, carry.place.position)
        elif self.board.overlaps:
            self.wall_move_requested.emit(carry.landing())

    def mirror(self, other: BoardView) -> None:
        """Show what another view of the same layout carries, too."""
        self._mirrored, key = other, id(self)
        other._mirrors[key] = self
        self.destroyed.connect(lambda: other._mirrors.pop(key, None))

    def _laid_down(self) -> Gesture | None:
        gesture, self.gesture = self.gesture, None
        if gesture:
            self._paint_again(gesture, [])
        return gesture

    def _paint_again(self, gesture: Gesture, before: list[Rect]) -> None:
        areas = before + (gesture.areas() if before else self._touched(gesture))
        for view in (self, *self._mirrors.values()):
            view.update_areas(areas)

    def _touched(self, gesture: Gesture) -> list[Rect]:
        """All that looks different because of a gesture."""
        return gesture.areas() + [self.board.notes[note].rect for note in gesture.hidden()]

    def _shown_gesture(self) -> Gesture | None:
        return self._mirrored.gesture if self._mirrored else self.gesture

    def hidden_notes(self) -> Collection[int]:
        hidden = super().hidden_notes()
        gesture = self._shown_gesture()
        if gesture and (carried := gesture.hidden()):
            hidden = carried.union(hidden)
        if self.editing.note is not None:
            hidden = {self.editing.note}.union(hidden)
        return hidden

    def paint_over(self, painter: QPainter, area: Rect) -> None:
        """Paint outlines of the selected, the note that is edited, and the gesture."""
        hidden, known = self.hidden_notes(), self.board.notes
        if self.selection.notes or self.selection.current is not None:
            current = self.selection.current if self.hasFocus() else None
            chosen = [box for box in self._selected(area) if box.card.note not in hidden]
            self.painter.paint_outlines(painter, chosen, current, self.detail)
        self.outlines.paint(painter, area, hidden)
        if self.editing.note in known:
            self.editing.paint(painter)
        gesture = self._shown_gesture()
        if gesture:
            gesture.paint(painter, self.detail)

    def _selected(self, area: Rect) -> list[NoteBox]:
        """The selected notes in an area."""
        known = self.board.notes
        chosen = [known[note] for note in self.selection.notes if note in known]
        return [box for box in chosen if box.rect.meets(area)]

    # Events

    def _viewport_moved(self) -> None:
        super()._viewport_moved()
        self.editing.follow()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._pointer.menu(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._pointer.wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keyboard.press(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if self._pointer.touch(event) or self._keyboard.claims(event):
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_TAB and self.selection.current is None and self.board.order:
            self.set_selection(self.selection.only(self.board.order[0]))
        self._paint_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._paint_current()

    def _paint_current(self) -> None:
        if self.selection.current in self.board.notes:
            self.update_areas([self.board.notes[self.selection.current].rect])
