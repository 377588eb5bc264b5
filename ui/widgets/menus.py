"""The menu of the window and the button that opens it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    "new", "open", "close", "elsewhere", "backups", "",
    "export_brief", "export_share", "export_data", "",
    "undo", "redo", "edit_note", "delete_note", "",
    "pause", "next", "back", "more_1", "more_5", "less_1", "less_5", "step_next", "step_before",
    "", "reveal", "silent", "agreed", "", "look_next", "look_before", "lane_next", "lane_before",
    "functions", "private", "", "blank", "freeze", "room_page_next", "room_page_before",
    "room_view", "screens", "", "appearance", "quit",
)  # fmt: skip
"""Actions by their ids; an empty one is a line."""


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
    for id in _ORDER:
        if not id:
            menu.addSeparator()
        elif id == "screens":
            menu.addMenu(_screens(menu, room))
        elif id == "appearance":
            menu.addMenu(_appearances(menu, worn, wear))
        else:
            menu.addAction(actions[id])
    return menu


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
