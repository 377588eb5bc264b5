"""The menu of the window and the button that opens it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui import fonts
from ui.console.room_link import RoomLink
from ui.settings import APPEARANCES
from ui.theme import BODY, CONTROL_HEIGHT
from ui.translate import tr
from workshop.faces import SEMIBOLD

_ORDER = (
    "new", "open", "close", "export_brief", "", "undo", "redo", "notes", "board", "",
    "pause", "next", "back", "more_1", "more_5", "less_1", "less_5", "step_next", "step_before",
    "", "reveal", "silent", "agreed", "", "look_next", "look_before", "lane_next", "lane_before",
    "groups", "functions", "private", "", "blank", "freeze", "room_page_next", "room_page_before",
    "room_view", "screens", "", "appearance", "quit",
)  # fmt: skip
"""Actions by their ids; an empty one is a line."""
_NOTES = (
    "edit_note", "delete_note", "", "cluster", "rename", "take_out", "keep_apart",
    "cluster_earlier", "cluster_later", "ungroup", "", "merge", "merged", "", "grade", "solution",
    "park", "remark", "", "copy_text", "copy_markdown", "copy_table",
)  # fmt: skip
_BOARD = (
    "find", "find_all", "find_next", "find_before", "filter", "", "zoom_fit", "zoom_actual",
    "zoom_in", "zoom_out", "", "suggest", "", "arrange", "arrange_lanes", "arrange_clusters",
    "arrange_wall", "arrange_ranking", "", "tidy", "align_left", "align_right", "align_top",
    "align_bottom", "distribute_across", "distribute_down",
)  # fmt: skip


def make_menu(
    owner: QWidget,
    actions: Mapping[str, QAction],
    worn: str,
    wear: Callable[[str], object],
    room: RoomLink,
) -> QMenu:
    """The menu. `worn` is the appearance that is set, `wear` sets another; `room` is the room
    display, which can be put on any screen."""
    menu = QMenu(owner)
    inside = {
        "notes": _of_actions(menu, tr("Notes"), actions, _NOTES),
        "board": _of_actions(menu, tr("Board"), actions, _BOARD),
        "screens": _screens(menu, room),
        "appearance": _appearances(menu, worn, wear),
    }
    _fill(menu, actions, _ORDER, inside)
    return menu


def _of_actions(
    parent: QMenu, words: str, actions: Mapping[str, QAction], order: Sequence[str]
) -> QMenu:
    menu = QMenu(words, parent)
    _fill(menu, actions, order, {})
    return menu


def _fill(
    menu: QMenu, actions: Mapping[str, QAction], order: Sequence[str], inside: Mapping[str, QMenu]
) -> None:
    for id in order:
        if not id:
            menu.addSeparator()
        elif id in inside:
            menu.addMenu(inside[id])
        else:
            menu.addAction(actions[id])


def menu_button(menu: QMenu) -> QToolButton:
    """A button that opens the menu. A click leaves the focus where it is."""
    made = QToolButton()
    made.setText(tr("Menu"))
    made.setFont(fonts.sans(BODY, SEMIBOLD))
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setFixedHeight(CONTROL_HEIGHT)
    made.setMenu(menu)
    return made


def _screens(parent: QMenu, room: RoomLink) -> QMenu:
    """The screens by name, as there are when the menu is opened."""
    menu = QMenu(tr("Room display on"), parent)

    def fill() -> None:
        menu.clear()
        words = {"": tr("No screen of its own"), **{name: name for name in room.names}}
        for name, text in words.items():
            action = QAction(text.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(name == room.screen_name)
            action.triggered.connect(partial(_call, room.choose, name))
            menu.addAction(action)

    menu.aboutToShow.connect(fill)
    fill()
    return menu


def _appearances(parent: QMenu, worn: str, wear: Callable[[str], object]) -> QMenu:
    words = {"system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")}
    menu = QMenu(tr("Appearance"), parent)
    group = QActionGroup(menu)
    for name in APPEARANCES:
        action = QAction(words[name], menu)
        action.setCheckable(True)
        action.setChecked(name == worn)
        action.triggered.connect(partial(_call, wear, name))
        group.addAction(action)
        menu.addAction(action)
    return menu


def _call(wear: Callable[[str], object], name: str, _checked: bool = False) -> None:
    wear(name)
