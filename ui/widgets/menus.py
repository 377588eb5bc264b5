"""The menu of the window and the button that opens it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui import fonts
from ui.appearance import Wardrobe
from ui.console.room_link import RoomLink
from ui.motion import MotionSetting
from ui.settings import APPEARANCES, MOTIONS, SOUNDS
from ui.sound import Player
from ui.theme import BODY, CONTROL_HEIGHT
from ui.translate import tr
from workshop.faces import SEMIBOLD

_ORDER = (
    "new", "open", "close", "export_brief", "", "undo", "redo", "edit_note", "delete_note", "",
    "pause", "next", "back", "more_1", "more_5", "less_1", "less_5", "step_next", "step_before",
    "", "reveal", "silent", "agreed", "", "look_next", "look_before", "lane_next", "lane_before",
    "functions", "private", "", "blank", "freeze", "room_page_next", "room_page_before",
    "room_view", "screens", "", "appearance", "motion", "sounds", "quit",
)  # fmt: skip
"""Actions by their ids; an empty one is a line."""


def make_menu(
    owner: QWidget,
    actions: Mapping[str, QAction],
    room: RoomLink,
    wardrobe: Wardrobe,
    motion: MotionSetting,
    player: Player,
) -> QMenu:
    """The menu; the room display can be put on any screen, and the looks be set."""
    menu = QMenu(owner)
    for id in _ORDER:
        if not id:
            menu.addSeparator()
        elif id == "screens":
            menu.addMenu(_screens(menu, room))
        elif id == "appearance":
            words = (tr("As the system"), tr("Light"), tr("Dark"))
            named = dict(zip(APPEARANCES, words, strict=True))
            menu.addMenu(_choice(menu, tr("Appearance"), named, wardrobe.chosen, wardrobe.wear))
        elif id == "motion":
            words = (tr("As the system"), tr("Show where things go"), tr("Move nothing"))
            named = dict(zip(MOTIONS, words, strict=True))
            menu.addMenu(_choice(menu, tr("Motion"), named, motion.chosen, motion.choose))
        elif id == "sounds":
            named = dict(zip(SOUNDS, (tr("Bell and chime"), tr("None")), strict=True))
            menu.addMenu(_choice(menu, tr("Sounds"), named, player.chosen, player.choose))
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


def _choice(
    parent: QMenu,
    title: str,
    words: Mapping[str, str],
    chosen: str,
    choose: Callable[[str], object],
) -> QMenu:
    """A submenu in which one of several is set."""
    menu = QMenu(title, parent)
    group = QActionGroup(menu)
    for name, text in words.items():
        action = QAction(text, menu)
        action.setCheckable(True)
        action.setChecked(name == chosen)
        action.triggered.connect(partial(_call, choose, name))
        group.addAction(action)
        menu.addAction(action)
    return menu


def _call(choose: Callable[[str], object], name: str, _checked: bool = False) -> None:
    choose(name)
