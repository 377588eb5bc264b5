"""What a board asks for: it changes nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal

from ui.board.canvas import BoardCanvas


class AskingCanvas(BoardCanvas):
    """A canvas with signals for all that the facilitator may want.

    `edit_committed(note, text)`: the editor stays open until whoever accepts the text calls
    `end_edit()`; `draft_changed(note, text)` follows it, `edit_ended(note)` says that it was
    closed. `delete_requested(notes)`, `move_requested(notes, pile, position)` where position counts
    the notes of the pile that stay before, `wall_move_requested({note: (x, y)})`,
    `group_requested(notes, onto)`, `activated(note)` where notes cannot be edited,
    `pile_activated(pile)`, `menu_requested(notes, global position)`, `copy_requested`,
    `paste_requested`. For a cluster that is dragged by its title
    `pile_move_requested(pile, index)`, `pile_merge_requested(pile, onto)` or
    `pile_place_requested(pile, (x, y))`; `pile_menu_requested(pile, global position)`.
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
    copy_requested = Signal()
    paste_requested = Signal()
    pile_move_requested = Signal(tuple, int)
    pile_merge_requested = Signal(tuple, tuple)
    pile_place_requested = Signal(tuple, tuple)
    pile_menu_requested = Signal(tuple, QPoint)
