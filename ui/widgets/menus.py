"""The menu of the window and the button that opens it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
    "new", "open", "close", "elsewhere", "backups", "export", "", "undo", "redo", "", "notes",
    "board", "clock", "reveal", "silent", "", "people", "agenda", "private", "side", "room", "",
    "looks", "quit",
)  # fmt: skip
"""Actions by their ids; an empty one is a line."""
_PEOPLE = ("people_here", "groups", "functions")
_EXPORT = ("export_brief", "export_share", "export_data")
_NOTES = (
    "edit_note", "delete_note", "", "cluster", "rename", "take_out", "keep_apart",
    "cluster_earlier", "cluster_later", "ungroup", "", "merge", "merged", "", "grade", "solution",
    "park", "parking_lot", "remark", "", "copy_text", "copy_markdown", "copy_table",
)  # fmt: skip
_BOARD = (
    "find", "find_all", "find_next", "find_before", "filter", "", "zoom_fit", "zoom_actual",
    "zoom_in", "zoom_out", "", "suggest", "arrange", "arrangement",
)  # fmt: skip
_ARRANGEMENT = (
    "arrange_lanes", "arrange_clusters", "arrange_wall", "arrange_ranking", "", "tidy",
    "align_left", "align_right", "align_top", "align_bottom", "distribute_across",
    "distribute_down",
)  # fmt: skip
_CLOCK = (
    "pause", "next", "back", "", "more_1", "more_5", "less_1", "less_5", "win_back", "",
    "step_next", "step_before",
)  # fmt: skip
_AGENDA = ("look_next", "look_before", "", "lane_next", "lane_before")
_ROOM = (
    "blank", "freeze", "agreed", "", "room_page_next", "room_page_before", "", "room_view",
    "screens",
)  # fmt: skip


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
    inside = {
        "notes": _of_actions(menu, tr("Notes"), actions, _NOTES),
        "board": _board(menu, actions),
        "clock": _of_actions(menu, tr("Clock"), actions, _CLOCK),
        "agenda": _of_actions(menu, tr("Look elsewhere"), actions, _AGENDA),
        "people": _of_actions(menu, tr("People"), actions, _PEOPLE),
        "room": _of_actions(menu, tr("Room display"), actions, _ROOM, room),
        "export": _of_actions(menu, tr("Export"), actions, _EXPORT),
        "looks": _looks(menu, wardrobe, motion, player),
    }
    _fill(menu, actions, _ORDER, inside)
    return menu


def _board(parent: QMenu, actions: Mapping[str, QAction]) -> QMenu:
    menu = QMenu(tr("Board"), parent)
    arrangement = _of_actions(menu, tr("Arrangement"), actions, _ARRANGEMENT)
    _fill(menu, actions, _BOARD, {"arrangement": arrangement})
    return menu


def _looks(parent: QMenu, wardrobe: Wardrobe, motion: MotionSetting, player: Player) -> QMenu:
    menu = QMenu(tr("Looks and sounds"), parent)
    for choice in (_appearances(menu, wardrobe), _motions(menu, motion), _sounds(menu, player)):
        menu.addMenu(choice)
    return menu


def _appearances(menu: QMenu, wardrobe: Wardrobe) -> QMenu:
    words = (tr("As the system"), tr("Light"), tr("Dark"))
    named = dict(zip(APPEARANCES, words, strict=True))
    return _choice(menu, tr("Appearance"), named, wardrobe.chosen, wardrobe.wear)


def _motions(menu: QMenu, motion: MotionSetting) -> QMenu:
    words = (tr("As the system"), tr("Show where things go"), tr("Move nothing"))
    named = dict(zip(MOTIONS, words, strict=True))
    return _choice(menu, tr("Motion"), named, motion.chosen, motion.choose)


def _sounds(menu: QMenu, player: Player) -> QMenu:
    named = dict(zip(SOUNDS, (tr("Bell and chime"), tr("None")), strict=True))
    return _choice(menu, tr("Sounds"), named, player.chosen, player.choose)


def _of_actions(
    parent: QMenu,
    words: str,
    actions: Mapping[str, QAction],
    order: Sequence[str],
    room: RoomLink | None = None,
) -> QMenu:
    menu = QMenu(words, parent)
    _fill(menu, actions, order, {"screens": _screens(menu, room)} if room is not None else {})
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
