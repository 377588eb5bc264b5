"""Everything that can be asked of the window by menu or key, as one table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.translate import tr
from workshop.frozen import frozen

ALWAYS = ""
WORKSHOP, UNDO, REDO, NOTE, LANES, CLOCK = (
    "workshop", "undo", "redo", "note", "lanes", "clock",
)  # fmt: skip
"""Conditions: a workshop is open, there is something to undo or redo, a note is chosen, lanes
are a list, a clock is on."""


@frozen
class Entry:
    """One action: its name in the program, its words, its keys, and when it can be asked for.

    `single` acts when no text field and no button has the focus. What is asked for while the room
    sees the window stands `in_room`.
    """

    id: str
    words: str
    keys: tuple[str, ...] = ()
    when: str = ALWAYS
    single: str = ""
    in_room: bool = False


TABLE = (
    Entry("new", "New workshop", ("Ctrl+N",)),
    Entry("open", "Open…", ("Ctrl+O",)),
    Entry("close", "Close workshop", ("Ctrl+W",), WORKSHOP),
    Entry("elsewhere", "Save elsewhere…", ("Ctrl+Shift+S",), WORKSHOP),
    Entry("backups", "Backups…", ("Ctrl+Shift+B",)),
    Entry("export_data", "Export the archive…", (), WORKSHOP),
    Entry("export_share", "Export a copy to share…", (), WORKSHOP),
    Entry("export_brief", "Export the brief…", ("Ctrl+Shift+E",), WORKSHOP),
    Entry("undo", "Undo", ("Ctrl+Z",), UNDO),
    Entry("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), REDO),
    Entry("edit_note", "Edit note\tEnter", (), NOTE),
    Entry("delete_note", "Delete note\tDel", (), NOTE),
    Entry("capture", "Type a note", ("/",), WORKSHOP),
    Entry("pause", "Pause or go on", ("F8",), WORKSHOP, "Space", True),
    Entry("next", "Next stage", ("Ctrl+Right",), WORKSHOP, "", True),
    Entry("back", "Back to the stage before", ("Ctrl+Left",), WORKSHOP, "", True),
    Entry("more_1", "One minute more", (), CLOCK, "+", True),
    Entry("more_5", "Five minutes more", (), CLOCK),
    Entry("less_1", "One minute less", (), CLOCK, "-", True),
    Entry("less_5", "Five minutes less", (), CLOCK),
    Entry("step_next", "Step after", ("Ctrl+Down",), CLOCK, "", True),
    Entry("step_before", "Step before", ("Ctrl+Up",), CLOCK, "", True),
    Entry("blank", "Blank the room display", ("F9",), WORKSHOP, "B", True),
    Entry("freeze", "Freeze the room display", ("F4",), WORKSHOP, "F", True),
    Entry("reveal", "Reveal", ("F2",), WORKSHOP, "R", True),
    Entry("silent", "Silent writing", (), WORKSHOP, "W", True),
    Entry("agreed", "Problem and vision", ("F7",), WORKSHOP, "V", True),
    Entry("room_page_next", "Room display: next page", ("Ctrl+PgDown",), WORKSHOP, "PgDown", True),
    Entry("room_page_before", "Room display: page before", ("Ctrl+PgUp",), WORKSHOP, "PgUp", True),
    Entry("room_view", "Room view in this window", ("F11",), WORKSHOP, "", True),
    Entry("private", "Show or hide what is private", ("F10",), WORKSHOP),
    Entry("look_next", "Look at the stage after", ("Ctrl+Shift+Right",), WORKSHOP),
    Entry("look_before", "Look at the stage before", ("Ctrl+Shift+Left",), WORKSHOP),
    Entry("lane_next", "Next lane", ("Alt+Right",), LANES),
    Entry("lane_before", "Lane before", ("Alt+Left",), LANES),
    Entry("functions", "Add functions…", (), WORKSHOP),
    Entry("quit", "Quit", ("Ctrl+Q",)),
    *(
        Entry(f"function_{number % 10}", f"Function {number}", (f"Alt+{number % 10}",), WORKSHOP)
        for number in range(1, 11)
    ),
)

_SINGLE = [(QKeySequence(entry.single), entry.id) for entry in TABLE if entry.single]
_HELD = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def single(event: QKeyEvent) -> str:
    """The action that a key means where no text field and no button has the focus."""
    if event.modifiers() & ~_HELD:
        return ""
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if shifted and event.key() != Qt.Key.Key_Plus:
        return ""
    pressed = QKeySequence(QKeyCombination(Qt.Key(event.key())))
    return next((id for keys, id in _SINGLE if keys == pressed), "")


def make(owner: QWidget, verbs: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """The actions of the table, each doing its verb; their keys act anywhere in `owner`."""
    made = {}
    for entry in TABLE:
        action = QAction(tr(entry.words), owner)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.triggered.connect(lambda _=False, verb=verbs[entry.id]: verb())
        owner.addAction(action)
        made[entry.id] = action
    return made


def enable(
    actions: Mapping[str, QAction], conditions: Collection[str], *, in_room: bool = False
) -> None:
    """Lets those be asked for whose condition holds; `in_room`: only what the room may see."""
    for entry in TABLE:
        holds = entry.when == ALWAYS or entry.when in conditions
        actions[entry.id].setEnabled(holds and (entry.in_room or not in_room))
