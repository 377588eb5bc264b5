"""Everything that can be asked of the window by menu or key, as one table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.translate import tr
from workshop.frozen import frozen

ALWAYS = ""
WORKSHOP, UNDO, REDO, NOTE, LANES, CLOCK, BOARD, WALL = (
    "workshop", "undo", "redo", "note", "lanes", "clock", "board", "wall",
)  # fmt: skip
"""Conditions: a workshop is open, there is something to undo or redo, a note is chosen, lanes
are a list, a clock is on, the stage has a board, the board is arranged as a wall."""


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
    Entry("backups", "Backups…", ("Ctrl+Shift+B",)),
    Entry("elsewhere", "Save elsewhere…", ("F12",), WORKSHOP),
    Entry("export_data", "Export the archive…", (), WORKSHOP),
    Entry("export_share", "Export a copy to share…", (), WORKSHOP),
    Entry("export_brief", "Export the brief…", ("Ctrl+Shift+E",), WORKSHOP),
    Entry("undo", "Undo", ("Ctrl+Z",), UNDO),
    Entry("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), REDO),
    Entry("edit_note", "Edit note\tEnter", (), NOTE),
    Entry("delete_note", "Delete note\tDel", (), NOTE),
    Entry("capture", "Type a note", ("/",), WORKSHOP),
    Entry("grade", "Grade of evidence", ("Ctrl+E",), WORKSHOP),
    Entry("solution", "A cure, not a trouble", ("Ctrl+L",), NOTE),
    Entry("park", "Park", ("F6",), WORKSHOP, "P"),
    Entry("parking_lot", "Parking lot…", ("Ctrl+Shift+P",), WORKSHOP),
    Entry("remark", "Count a remark", ("Ctrl+R",), WORKSHOP),
    Entry("cluster", "Cluster", ("Ctrl+G",), BOARD, "G"),
    Entry("rename", "Rename cluster or group", ("F5",), WORKSHOP),
    Entry("take_out", "Out of the cluster", ("Ctrl+Del",), NOTE),
    Entry("keep_apart", "On its own", (), NOTE, "L"),
    Entry("cluster_earlier", "Cluster earlier", ("Alt+Up",), NOTE),
    Entry("cluster_later", "Cluster later", ("Alt+Down",), NOTE),
    Entry("ungroup", "Ungroup", ("Ctrl+U",), NOTE),
    Entry("merge", "Merge duplicates", ("Ctrl+D",), NOTE),
    Entry("merged", "What was merged…", ("Ctrl+Shift+D",), NOTE),
    Entry("copy_text", "Copy as text\tCtrl+C", (), NOTE),
    Entry("copy_markdown", "Copy as Markdown", (), NOTE),
    Entry("copy_table", "Copy as a table", (), NOTE),
    Entry("suggest", "Suggest clusters", ("Ctrl+Shift+S",), BOARD, "S"),
    Entry("arrange", "Next arrangement", ("Ctrl+Shift+A",), BOARD, "A"),
    Entry("arrange_lanes", "Arrange in lanes", (), BOARD),
    Entry("arrange_clusters", "Arrange by clusters", (), BOARD),
    Entry("arrange_wall", "Arrange as a wall", (), BOARD),
    Entry("arrange_ranking", "Arrange by rank", (), BOARD),
    Entry("find", "Find on this board", ("Ctrl+F",), BOARD),
    Entry("find_all", "Find on all boards", ("Ctrl+Shift+F",), WORKSHOP),
    Entry("find_next", "Next found", ("F3",), BOARD),
    Entry("find_before", "Found before", ("Shift+F3",), BOARD),
    Entry("filter", "Filter notes…", ("Ctrl+Shift+L",), BOARD),
    Entry("zoom_fit", "Whole board", ("Ctrl+0",), BOARD),
    Entry("zoom_actual", "Board at 100 %", ("Ctrl+1",), BOARD),
    Entry("zoom_in", "Zoom in", ("Ctrl++", "Ctrl+="), BOARD),
    Entry("zoom_out", "Zoom out", ("Ctrl+-",), BOARD),
    Entry("tidy", "Tidy the wall", (), WALL, "T"),
    Entry("align_left", "Align at the left", (), WALL),
    Entry("align_right", "Align at the right", (), WALL),
    Entry("align_top", "Align at the top", (), WALL),
    Entry("align_bottom", "Align at the bottom", (), WALL),
    Entry("distribute_across", "Distribute across", (), WALL),
    Entry("distribute_down", "Distribute down", (), WALL),
    Entry("pause", "Pause or go on", ("F8",), WORKSHOP, "Space", True),
    Entry("next", "Next stage", ("Ctrl+Right",), WORKSHOP, "", True),
    Entry("back", "Back to the stage before", ("Ctrl+Left",), WORKSHOP, "", True),
    Entry("more_1", "One minute more", (), CLOCK, "+", True),
    Entry("more_5", "Five minutes more", (), CLOCK),
    Entry("less_1", "One minute less", (), CLOCK, "-", True),
    Entry("less_5", "Five minutes less", (), CLOCK),
    Entry("win_back", "Win back time…", ("Ctrl+T",), WORKSHOP),
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
    Entry("side", "Show or hide the side panel", ("Ctrl+Shift+P",), WORKSHOP),
    Entry("look_next", "Look at the stage after", ("Ctrl+Shift+Right",), WORKSHOP),
    Entry("look_before", "Look at the stage before", ("Ctrl+Shift+Left",), WORKSHOP),
    Entry("lane_next", "Next lane", ("Alt+Right",), LANES),
    Entry("lane_before", "Lane before", ("Alt+Left",), LANES),
    Entry("groups", "Groups…", ("Ctrl+Shift+G",), WORKSHOP),
    Entry("people_here", "Who is in the room…", ("Ctrl+Shift+W",), WORKSHOP),
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
        action = QAction(_words(entry), owner)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.triggered.connect(lambda _=False, verb=verbs[entry.id]: verb())
        owner.addAction(action)
        made[entry.id] = action
    return made


def _words(entry: Entry) -> str:
    """The words for a menu: where a single key acts too, it stands beside the one that always
    does."""
    keys = (tr(entry.single), *map(tr, entry.keys[:1])) if entry.single else ()
    return "\t".join((tr(entry.words), "  ".join(keys))) if keys else tr(entry.words)


def enable(
    actions: Mapping[str, QAction], conditions: Collection[str], *, in_room: bool = False
) -> None:
    """Lets those be asked for whose condition holds; `in_room`: only what the room may see."""
    for entry in TABLE:
        holds = entry.when == ALWAYS or entry.when in conditions
        actions[entry.id].setEnabled(holds and (entry.in_room or not in_room))
