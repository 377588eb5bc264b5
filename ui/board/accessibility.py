"""A board for screen readers: a list with one item for each note.

The widget paints all notes itself, so it tells what Qt would have told of child widgets.
"""

from __future__ import annotations

from functools import cache
from typing import cast

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from ui.board.typesetting import board_word
from ui.board.view import BoardView
from ui.translate import tr
from workshop.board.layout import Layout
from workshop.cards import Card

NONE = cast("QAccessibleInterface", None)
"""Qt takes None for "there is none", though the types do not say so."""

_boards: dict[int, BoardItems] = {}
"""The lists by the address of their widget: Qt keeps no reference to what Python hands it."""


@cache
def install() -> None:
    """Make boards known to screen readers, as the first board does; a second call does nothing."""
    QAccessible.installFactory(_interface)


def note_name(card: Card) -> str:
    """What is read out for a note: number, function, text, and whatever else it shows."""
    parts = [str(card.number)] if card.number is not None else []
    parts.append(card.mark.name if card.mark else tr("no function"))
    parts.append(card.text if not card.covered else tr("covered"))
    if card.picture:
        parts.append(tr("picture"))
    if card.author:
        parts.append(card.author)
    if card.evidence:
        parts.append(board_word(card.evidence))
    if card.solution:
        parts.append(board_word("solution"))
    if card.merged:
        parts.append(board_word("merged", card.merged))
    if card.cluster:
        words = board_word("cluster", card.cluster)
        parts.append(f"{words}, {card.cluster_name}" if card.cluster_name else words)
    if card.saving:
        parts.append(tr("saving"))
    return ", ".join(parts)


def note_place(board: Layout, note: int) -> str:
    """Where a note lies: its place in its lane or cluster, and the dots that this has."""
    pile = board.pile_of(note)
    if pile is None:
        return ""
    shown = pile.pile
    title = " ".join(filter(None, (shown.label, shown.title)))
    title = title or (board_word(shown.key[0]) if shown.is_loose else "")
    place = tr("{at} of {of}", at=pile.order()[note] + 1, of=len(pile.boxes))
    dots = board_word("dots", shown.dots) if shown.dots is not None else ""
    return ", ".join(filter(None, (title, place, dots)))


def announce(view: BoardView, note: int) -> None:
    """Tell screen readers that a note has the keys now."""
    if not QAccessible.isActive():
        return
    event = QAccessibleEvent(view, QAccessible.Event.Focus)
    event.setChild(view.board.rank[note])
    QAccessible.updateAccessibility(event)


class BoardItems(QAccessibleWidget):
    """A board as a list. Its children are its notes in reading order."""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view, QAccessible.Role.List, tr("Board"))
        self._view = view
        self._items: dict[int, NoteItem] = {}

    def childCount(self) -> int:
        return len(self._view.board.order)

    def child(self, index: int) -> QAccessibleInterface:
        order = self._view.board.order
        return self.item(order[index]) if 0 <= index < len(order) else NONE

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        note = child.note if isinstance(child, NoteItem) else -1
        return self._view.board.rank.get(note, -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        view = self._view
        at = view.mapFromGlobal(QPoint(x, y))
        box = view.board.note_at(*view.viewport.to_board(QPointF(at)))
        return self.item(box.card.note) if box else NONE

    def focusChild(self) -> QAccessibleInterface:
        current = self._view.selection.current
        return NONE if current is None or not self._view.hasFocus() else self.item(current)

    def item(self, note: int) -> NoteItem:
        """The item of a note; always the same one, since Qt keeps only its address."""
        if note not in self._items:
            self._items[note] = NoteItem(self, self._view, note)
        return self._items[note]


class NoteItem(QAccessibleInterface):
    """A note as an item of the list."""

    def __init__(self, board: BoardItems, view: BoardView, note: int) -> None:
        super().__init__()
        self._board = board
        self._view = view
        self.note = note

    def isValid(self) -> bool:
        return self.note in self._view.board.notes

    def object(self) -> QObject:
        return cast("QObject", None)

    def text(self, kind: QAccessible.Text) -> str:
        box = self._view.board.notes.get(self.note)
        if box is None:
            return ""
        if kind == QAccessible.Text.Description:
            return note_place(self._view.board, self.note)
        return note_name(box.card) if kind == QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """A screen reader cannot rewrite a note."""

    def rect(self) -> QRect:
        box = self._view.board.notes.get(self.note)
        if box is None:
            return QRect()
        pixels = self._view.viewport.to_pixels(box.rect)
        return QRect(self._view.mapToGlobal(pixels.topLeft()), pixels.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        view, state = self._view, QAccessible.State()
        state.focusable = state.selectable = state.multiSelectable = True
        state.selected = self.note in view.selection
        state.focused = view.hasFocus() and view.selection.current == self.note
        state.offscreen = not self.rect().intersects(
            QRect(view.mapToGlobal(QPoint(0, 0)), view.size())
        )
        return state

    def parent(self) -> QAccessibleInterface:
        return self._board

    def child(self, index: int) -> QAccessibleInterface:
        return NONE

    def childCount(self) -> int:
        return 0

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return NONE

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, BoardView):
        return None
    address = id(thing)
    if address not in _boards:
        _boards[address] = BoardItems(thing)
        thing.destroyed.connect(lambda: _boards.pop(address, None))
    return _boards[address]
