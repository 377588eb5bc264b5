"""Everything that can be asked of the window by menu or key, as one table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.translate import tr

ALWAYS = ""
WORKSHOP, UNDO, REDO, NOTE, LANES, FORWARD, BACKWARD = (
    "workshop", "undo", "redo", "note", "lanes", "forward", "backward",
)  # fmt: skip
"""Conditions: a workshop is open, there is something to undo or redo, a note is chosen, lanes
are a list, there is a stage after or before this one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: its name in the program, its words, its keys, and when it can be asked for."""

    id: str
    words: str
    keys: tuple[str, ...] = ()
    when: str = ALWAYS


TABLE = (
    Entry("new", "New workshop", ("Ctrl+N",)),
    Entry("open", "Open…", ("Ctrl+O",)),
    Entry("close", "Close workshop", ("Ctrl+W",), WORKSHOP),
    Entry("undo", "Undo", ("Ctrl+Z",), UNDO),
    Entry("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), REDO),
    Entry("edit_note", "Edit note\tEnter", (), NOTE),
    Entry("delete_note", "Delete note\tDel", (), NOTE),
    Entry("capture", "Type a note", ("/",), WORKSHOP),
    Entry("stage_next", "Next stage", ("Ctrl+Right",), FORWARD),
    Entry("stage_before", "Stage before", ("Ctrl+Left",), BACKWARD),
    Entry("lane_next", "Next lane", ("Alt+Right",), LANES),
    Entry("lane_before", "Lane before", ("Alt+Left",), LANES),
    Entry("functions", "Add functions…", (), WORKSHOP),
    Entry("quit", "Quit", ("Ctrl+Q",)),
    *(
        Entry(f"function_{number % 10}", f"Function {number}", (f"Alt+{number % 10}",), WORKSHOP)
        for number in range(1, 11)
    ),
)


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


def enable(actions: Mapping[str, QAction], conditions: Collection[str]) -> None:
    """Lets those be asked for whose condition holds."""
    for entry in TABLE:
        actions[entry.id].setEnabled(entry.when == ALWAYS or entry.when in conditions)
