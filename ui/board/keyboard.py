"""What keys do on a board; which keys is in `keys`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

from ui.board.gestures import KeyMove
from ui.board.keys import BoardKey, key_of
from workshop.board.travel import Direction, neighbour

if TYPE_CHECKING:
    from ui.board.view import BoardView


class Keyboard:
    """Turns a view's key events into selection and gestures."""

    def __init__(self, view: BoardView) -> None:
        self._view = view

    def claims(self, event: QEvent) -> bool:
        """Whether a key belongs to a gesture under way rather than to the window."""
        if event.type() != QEvent.Type.ShortcutOverride or self._view.gesture is None:
            return False
        if isinstance(event, QKeyEvent) and key_of(event) is not None:
            event.accept()
            return True
        return False

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means here; return whether it means anything."""
        row = key_of(event)
        if self._view.gesture is not None:
            return self._press_in_gesture(event, row)
        if self._view.numbers.press(event):
            return True
        if row is None:
            return False
        action = getattr(self, row.action)
        return bool(action(row.argument) if row.argument else action())

    def _press_in_gesture(self, event: QKeyEvent, row: BoardKey | None) -> bool:
        view, gesture = self._view, self._view.gesture
        action = row.action if row else ""
        if action == "escape":
            view.cancel_gesture()
        elif isinstance(gesture, KeyMove):
            if action == "open":
                view.end_gesture()
            elif row and action in {"travel", "extend"}:
                self._step(gesture, row)
        return True

    def _step(self, gesture: KeyMove, row: BoardKey) -> None:
        view, far = self._view, row.action == "extend"
        direction: Direction = row.argument  # type: ignore[assignment]
        view.move_gesture(lambda: gesture.step(direction, far))
        areas = gesture.areas()
        if areas:
            view.show_area(areas[-1])

    def travel(self, direction: Direction) -> bool:
        """Go to the next note in a direction; to the first if none has the keys yet."""
        return self._go(direction, extend=False)

    def extend(self, direction: Direction) -> bool:
        """The same, and select it as well."""
        return self._go(direction, extend=True)

    def travel_to(self, end: str) -> bool:
        """Go to the first or the last note."""
        order = self._view.board.order
        if order:
            self._view.select(order[0 if end == "first" else -1])
        return bool(order)

    def open(self) -> bool:
        """Edit the note that has the keys."""
        current = self._view.selection.current
        if current is None:
            return False
        self._view.open(current)
        return True

    def delete(self) -> bool:
        """Ask for the selected notes to be deleted."""
        view = self._view
        if view.can_edit and view.selection.notes:
            view.delete_requested.emit(view.selection.notes)
            return True
        return False

    def escape(self) -> bool:
        """Select nothing."""
        view = self._view
        if not view.selection.notes:
            return False
        view.set_selection(view.selection.cleared())
        return True

    def select_all(self) -> bool:
        """Select the lane or cluster of the note that has the keys; then, or without one, all."""
        view = self._view
        current = view.selection.current
        pile = view.board.pile_of(current) if current is not None else None
        inside = [box.card.note for box in pile.boxes] if pile else []
        inside = [note for note in inside if note not in view.faded]
        if not inside or set(inside) <= set(view.selection.notes):
            wanted = [note for note in view.board.order if note not in view.faded]
            view.set_selection(view.selection.extended(wanted))
        else:
            view.set_selection(
                view.selection.only(inside[0]).extended(inside).with_current(current)
            )
        return True

    def begin_move(self) -> bool:
        """Carry the selected notes by arrow keys."""
        view = self._view
        if not view.can_edit or not view.selection.notes:
            return False
        view.begin_gesture(KeyMove(view, view.selection.notes))
        return True

    def fit_all(self) -> bool:
        """Show the whole board."""
        self._view.fit_all()
        return True

    def actual_size(self) -> bool:
        """Show the board at 100 %."""
        self._view.actual_size()
        return True

    def zoom_in(self) -> bool:
        """Zoom in by a step."""
        self._view.zoom_in()
        return True

    def zoom_out(self) -> bool:
        """Zoom out by a step."""
        self._view.zoom_out()
        return True

    def _go(self, direction: Direction, *, extend: bool) -> bool:
        view = self._view
        current = view.selection.current
        if current is None:
            return self.travel_to("first")
        note = neighbour(view.board, current, direction, view.faded)
        if note is None:
            return True
        selection = view.selection
        view.set_selection(selection.extended([note]) if extend else selection.only(note))
        view.show_current()
        return True
